// The course of a project: what was planned, signed, begun and done, in time; what slipped, stalled or came late.

import { phrase } from "../i18n.js";
import { encounterLines } from "./encounters.js";
import { articleOf, pushTo } from "./model.js";
import { hasYear, inTime, isBefore, whenOf, whenText } from "./when.js";

/** @import { Model, Node } from "./model.js" */
/** @import { Line } from "./story.js" */
/** @import { When } from "./when.js" */

/** The stages in the order of a project's life. */
export const STAGES = /** @type {const} */ (["planned", "prepared", "signed", "started", "under_way", "finished", "running"]);
export const HELD_UP = "held_up";
/** @typedef {(typeof STAGES)[number] | typeof HELD_UP} Stage */
/** A step: its stage, the printed words, when, whether it lay ahead when printed, the date of the report, the facts that say it.
 * @typedef {{ stage: Stage, printed: string[], when: When, ahead: boolean, reported: string | undefined, facts: number[] }} Step */

/**
 * The steps of a node in time. What one article says twice of a stage (a word and a day), and what several say of one day in the
 * same words, is one step.
 * @param {Model} model
 * @param {number} number
 * @returns {Step[]}
 */
export function stepsOf(model, number) {
  /** @type {Step[]} */
  const found = [];
  for (const [stage, printed, date, ahead, fact] of model.lifeLines.get(number)?.steps ?? []) {
    const article = articleOf(model, model.facts[fact]);
    /** @type {Step} */
    const step = {
      stage: /** @type {Stage} */ (stage),
      printed: [printed],
      when: whenOf(date, article),
      // What stands still does so now, though its stage lies ahead.
      ahead: ahead && stage !== HELD_UP,
      reported: article.date,
      facts: [fact],
    };
    const known = found.find((other) => isOne(model, other, step));
    if (known) join(known, step);
    else found.push(step);
  }
  return found.sort((a, b) => inTime(a.when, b.when) || rankOf(a.stage) - rankOf(b.stage));
}

/**
 * @param {Model} model
 * @param {Step} a
 * @param {Step} b
 */
function isOne(model, a, b) {
  if (a.stage !== b.stage || a.ahead !== b.ahead) return false;
  const isOneDay = a.when.date === b.when.date && a.when.isReport === b.when.isReport;
  if (model.facts[a.facts[0]].article === model.facts[b.facts[0]].article) return isOneDay || a.when.isReport !== b.when.isReport;
  return isOneDay && a.printed.includes(b.printed[0]);
}

/**
 * @param {Step} known
 * @param {Step} step
 */
function join(known, step) {
  known.facts.push(...step.facts);
  known.printed = [...new Set([...known.printed, ...step.printed])];
  if (known.when.isReport) known.when = step.when;
}

/** Words that say that a stage has not been reached, which is no standstill: 尚未开工 (NOT_YET in kg/values/progress.py). */
const NOT_YET = /^(?:[尚暂仍还并]?未|没有)/;

/** @param {Step} step */
const isNotYet = ({ stage, printed }) => stage === HELD_UP && NOT_YET.test(printed[0]);

/**
 * A step as a line: its stage and the printed words.
 * @param {Step} step
 * @returns {Line}
 */
export const stepLine = (step) => ({
  label: phrase(isNotYet(step) ? "notyet" : step.stage),
  detail: printedText(step),
  when: step.when,
  ahead: step.ahead,
  facts: step.facts,
});

/** @param {Step} step */
const printedText = ({ printed }) => printed.map((words) => `“${words}”`).join("");

const ORDER = /** @type {readonly string[]} */ ([...STAGES, HELD_UP]);
const rankOf = (/** @type {string} */ stage) => ORDER.indexOf(stage);

/**
 * The course of a project as lines: its steps, and the events that it was the matter of.
 * @param {Model} model
 * @param {Node} node
 * @returns {Line[]}
 */
export function courseLines(model, node) {
  const steps = stepsOf(model, node.number),
    told = new Set(steps.flatMap(({ facts }) => facts));
  const lines = steps.map(stepLine);
  const events = encounterLines(model, node).filter(({ facts }) => !facts.some((fact) => told.has(fact)));
  const whenOfLine = (/** @type {Line} */ { when }) => when ?? { isReport: true };
  return [...lines, ...events].sort((a, b) => inTime(whenOfLine(a), whenOfLine(b)));
}

/**
 * What was read of each stage: the first step that has been taken, else the first that was expected.
 * @param {Step[]} steps
 * @returns {{ stage: Stage, step: Step | undefined }[]}
 */
export const stageRow = (steps) =>
  STAGES.map((stage) => {
    const those = steps.filter((step) => step.stage === stage);
    return { stage, step: those.find(({ ahead }) => !ahead) ?? those[0] };
  });

/**
 * The stage that a project has last been read to be at; what lay ahead does not count.
 * @param {Model} model
 * @param {number} number
 */
export const lastStep = (model, number) => stepsOf(model, number).filter(({ ahead }) => !ahead).at(-1); // prettier-ignore

/**
 * What did not go as it was told: expectations that moved, that passed unfulfilled or were met late, and what stands still.
 * Only dates whose years are known are compared.
 * @param {Step[]} steps
 * @returns {Line[]}
 */
export function deviationLines(steps) {
  const taken = steps.filter(({ ahead, stage }) => !ahead && stage !== HELD_UP);
  /** @type {Map<Stage, Step[]>} */
  const expected = new Map();
  for (const step of steps) if (step.ahead && step.stage !== HELD_UP && !step.when.isReport) pushTo(expected, step.stage, step);
  const lines = [...expected].flatMap(([stage, those]) => [...moved(stage, those), ...unmet(stage, those, taken)]);
  const stalled = steps.filter((step) => step.stage === HELD_UP && !isNotYet(step));
  return [...lines, ...stalled.map((step) => ({ label: phrase("stalled", printedText(step)), when: step.when, facts: step.facts }))];
}

/**
 * Of one stage: what a later report puts at a later date.
 * @param {Stage} stage
 * @param {Step[]} steps
 * @returns {Line[]}
 */
function moved(stage, steps) {
  const told = [...steps].sort((a, b) => inTime({ date: a.reported, isReport: true }, { date: b.reported, isReport: true }));
  return told.slice(1).flatMap((later, i) => {
    const first = told[i];
    if (!isBefore(first.reported, later.reported) || !isBefore(first.when.date, later.when.date)) return [];
    const label = phrase("moved", phrase(stage), whenText(first.when), whenText(later.when));
    return [{ label, when: whenOf(undefined, { date: later.reported }), facts: [...first.facts, ...later.facts], isInferred: true }];
  });
}

/**
 * Of one stage: what was told for a day after which a page still tells of an earlier stage, or that came later than told.
 * @param {Stage} stage
 * @param {Step[]} expected
 * @param {Step[]} taken
 * @returns {Line[]}
 */
function unmet(stage, expected, taken) {
  const done = taken.find((step) => step.stage === stage && !step.when.isReport);
  return expected.flatMap((step) => {
    const told = whenText(step.when);
    if (done && isBefore(step.when.date, done.when.date)) {
      const label = phrase("late", phrase(stage), told, whenText(done.when));
      return [{ label, when: done.when, facts: [...step.facts, ...done.facts], isInferred: true }];
    }
    const still = taken.find((other) => rankOf(other.stage) < rankOf(stage) && isBefore(step.when.date, other.reported));
    if (!still || !hasYear(still.reported)) return [];
    const label = phrase("overdue", phrase(stage), told, still.reported, printedText(still));
    return [{ label, when: whenOf(undefined, { date: still.reported }), facts: [...step.facts, ...still.facts], isInferred: true }];
  });
}
