// Everything in time: events, the steps of projects and, for the rest of what is said, the reports, by year and month.

import { termLabel } from "../i18n.js";
import { STAGES, stepLine, stepsOf } from "./course.js";
import { eventWhen, participants, rolesText } from "./encounters.js";
import { articleOf, pushTo } from "./model.js";
import { fewNamed } from "./story.js";
import { hasYear, inTime, whenOf } from "./when.js";

/** @import { Fact } from "../data" */
/** @import { Model } from "./model.js" */
/** @import { Line } from "./story.js" */
/** @import { When } from "./when.js" */

/** An entry: a line of an event or a step, or an article and what else it says. @typedef {{ when: When, line?: Line, article?: number, facts: number[] }} Entry */
/** The entries of a month; the year is missing where no page gives it, the month too where nothing does. @typedef {{ key: string, year?: string, month?: string, entries: Entry[] }} Period */

/**
 * @param {Model} model
 * @param {(fact: Fact) => boolean} passes
 * @returns {Period[]}
 */
export function timeline(model, passes) {
  const lines = [...eventLines(model, passes), ...stepLines(model, passes)].map((line) => ({ line, when: line.when ?? { isReport: true }, facts: line.facts })); // prettier-ignore
  const told = new Set(lines.flatMap(({ facts }) => facts));
  const entries = [...lines, ...reports(model, (fact, number) => passes(fact) && !told.has(number))].sort((a, b) => inTime(a.when, b.when));
  /** @type {Map<string, Entry[]>} */
  const periods = new Map();
  for (const entry of entries) pushTo(periods, periodOf(entry.when.date), entry);
  return [...periods].map(([key, those]) => ({ key, ...partsOf(key), entries: those }));
}

/** 2022-11, 2022, --11 where the year is unknown, none. @param {string | undefined} date */
function periodOf(date) {
  if (!date) return "none";
  return hasYear(date) ? date.slice(0, 7) : "--" + date.slice(0, 2);
}

/** @param {string} key */
function partsOf(key) {
  if (key === "none") return {};
  return key.startsWith("--") ? { month: key.slice(2) } : { year: key.slice(0, 4), month: key.slice(5) || undefined };
}

/**
 * The events of which something passes; what several articles tell of one event is one line.
 * @param {Model} model
 * @param {(fact: Fact) => boolean} passes
 * @returns {Line[]}
 */
function eventLines(model, passes) {
  const heads = model.nodes.filter(({ number, event }) => event && !model.sameEvents.get(number)?.some((other) => other < number));
  return heads.flatMap((node) => {
    const events = [node.number, ...(model.sameEvents.get(node.number) ?? [])];
    const there = new Map(events.flatMap((event) => [...participants(model, event)]));
    const facts = events.flatMap((event) => model.nodes[event].facts).filter((number) => passes(model.facts[number]));
    if (!facts.length) return [];
    const kept = new Set(facts);
    const named = [...there].filter(([, those]) => those.some((number) => kept.has(number))).sort(([a], [b]) => a - b);
    return {
      label: termLabel(model.terms.kinds.get(node.event?.kind ?? "")),
      other: node.number,
      when: eventWhen(model, node),
      ...fewNamed(named.map(([who, those]) => ({ node: who, aside: rolesText(model, those) }))),
      facts,
    };
  });
}

/**
 * @param {Model} model
 * @param {(fact: Fact) => boolean} passes
 * @returns {Line[]}
 */
const stepLines = (model, passes) =>
  [...model.lifeLines.keys()].flatMap((project) =>
    stepsOf(model, project)
      .map((step) => ({ ...step, facts: step.facts.filter((number) => passes(model.facts[number])) }))
      .filter(({ facts }) => facts.length)
      .sort((a, b) => STAGES.findIndex((stage) => stage === a.stage) - STAGES.findIndex((stage) => stage === b.stage))
      .map((step) => ({ ...stepLine(step), other: project })),
  );

/**
 * The rest, by the articles that say it.
 * @param {Model} model
 * @param {(fact: Fact, number: number) => boolean} passes
 * @returns {Entry[]}
 */
function reports(model, passes) {
  /** @type {Map<number, number[]>} */
  const byArticle = new Map();
  model.facts.forEach((fact, number) => {
    if (passes(fact, number)) pushTo(byArticle, fact.article, number);
  });
  return [...byArticle].map(([article, facts]) => ({ article, facts, when: whenOf(undefined, articleOf(model, model.facts[facts[0]])) }));
}
