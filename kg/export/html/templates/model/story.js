// The parts that dossiers are made of: lines, each with the facts that say it, in sections.

import { dateText, phrase, termLabel } from "../i18n.js";
import { articleOf, pushTo } from "./model.js";
import { predicateOf, qualifierText } from "./sentences.js";
import { compareText, hasYear, inTime, whenOf } from "./when.js";

/** @import { Fact } from "../data" */
/** @import { Phrase } from "../i18n.js" */
/** @import { Model, Node } from "./model.js" */
/** @import { When } from "./when.js" */

/** A node that a line names, and what is said of it there. @typedef {{ node: number, aside?: string }} Named */
/**
 * A line of a dossier: what the other thing is or does, the thing, more of what is said, when, others, and the facts that say it.
 * `dates`: the days of several reports, shown for `when`. `ahead`: it lay ahead when it was printed; `isInferred`: no page says the whole of it, each of its facts says a part.
 * @typedef {{ label: string, other?: number, detail?: string, when?: When, dates?: string, named?: Named[], rest?: number, ahead?: boolean,
 *   isInferred?: boolean, facts: number[] }} Line
 */
/** @typedef {{ title: Phrase, lines: Line[], note?: string }} Section */

export const WORKS = ["project", "facility"];
/** A line names at most so many others. */
const MOST_NAMED = 10;

/** The other node of a fact, if it has one. @param {Fact} fact @param {number} from */
export const otherOf = (fact, from) => (fact.subject === from ? fact.object : fact.subject);

/**
 * The facts of a node that `fits`, in groups that are one line: by the other node, `keyOf` and their state.
 * @param {Model} model
 * @param {Node} node
 * @param {(fact: Fact, other: Node | undefined) => boolean} fits
 * @param {(fact: Fact) => string} keyOf
 */
export function groupsOf(model, node, fits, keyOf) {
  /** @type {Map<string, number[]>} */
  const groups = new Map();
  for (const number of node.facts) {
    const fact = model.facts[number],
      other = otherOf(fact, node.number);
    if (fits(fact, other === undefined ? undefined : model.nodes[other]))
      pushTo(groups, [other, keyOf(fact), fact.status].join("|"), number);
  }
  return [...groups.values()];
}

/**
 * A line of relations that say one thing of one other node.
 * @param {Model} model
 * @param {Node} node
 * @param {number[]} facts
 * @param {string} label
 * @param {string[]} [told] names of the qualifiers that the label tells already
 * @returns {Line}
 */
export function relationLineOf(model, node, facts, label, told = ["role"]) {
  const first = model.facts[facts[0]];
  const details = facts.map((number) => qualifierText(model, without(model.facts[number], told)));
  const detail = [...new Set(details)].filter(Boolean).join("；");
  return { label, other: otherOf(first, node.number), detail, when: earliest(model, facts), facts };
}

/**
 * @param {Fact} fact
 * @param {string[]} names
 * @returns {Fact}
 */
const without = (fact, names) => ({ ...fact, qualifiers: fact.qualifiers?.filter(([name]) => !names.includes(name)) });

/**
 * When the first of these facts was reported.
 * @param {Model} model
 * @param {number[]} facts
 */
export const earliest = (model, facts) => facts.map((number) => whenOf(undefined, articleOf(model, model.facts[number]))).sort(inTime)[0];

/**
 * From when to when these facts were in the paper; what has no year apart: 2020-11-18 至 2022-11-30、12-05（年份不明）.
 * @param {Model} model
 * @param {number[]} facts
 */
export function reportDates(model, facts) {
  const dates = facts.map((number) => articleOf(model, model.facts[number]).date ?? "").filter(Boolean);
  const inOrder = [...new Set(dates)].sort(compareText);
  return [inOrder.filter(hasYear), inOrder.filter((date) => !hasYear(date))].map(rangeText).filter(Boolean).join(phrase("and"));
}

/** @param {string[]} dates in order */
function rangeText(dates) {
  const [first, last] = [dates[0], dates[dates.length - 1]];
  return first === last ? dateText(first) : dateText(phrase("span", first, last));
}

/**
 * Lines of attributes, those that say the same of one value joined.
 * @param {Model} model
 * @param {Node} node
 * @param {readonly string[]} predicates in this order
 * @returns {Line[]}
 */
export function attributeLines(model, node, predicates) {
  const groups = groupsOf(
    model,
    node,
    ({ family, predicate }) => family === "attribute" && predicates.includes(predicate),
    ({ predicate, value }) => predicate + value,
  );
  const placeOf = (/** @type {number[]} */ [first]) => predicates.indexOf(model.facts[first].predicate);
  return groups
    .sort((a, b) => placeOf(a) - placeOf(b))
    .map((facts) => {
      const fact = model.facts[facts[0]],
        more = qualifierText(model, fact);
      return {
        label: termLabel(predicateOf(model, fact)),
        detail: [fact.value, more && phrase("aside", more)].filter(Boolean).join(""),
        when: earliest(model, facts),
        facts,
      };
    });
}

/**
 * At most so many named, and how many are left.
 * @param {Named[]} named
 */
export const fewNamed = (named) => ({ named: named.slice(0, MOST_NAMED), rest: Math.max(0, named.length - MOST_NAMED) });

/**
 * The sections that have a line or a note.
 * @param {Section[]} sections
 */
export const filled = (sections) => sections.filter(({ lines, note }) => lines.length || note);

/**
 * The most important first.
 * @param {Line} a
 * @param {Line} b
 */
export const byImportance = (a, b) => (a.other ?? Infinity) - (b.other ?? Infinity);
