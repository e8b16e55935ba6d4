// What the filters let through: a fact passes when everything asked of it holds.

import { articleOf } from "./model.js";
import { predicateKey } from "./sentences.js";

/** @import { Fact } from "../data" */
/** @import { Model } from "./model.js" */
/** @import { State } from "./state.js" */

/**
 * @param {Model} model
 * @param {State} state
 * @returns {(fact: Fact) => boolean}
 */
export function factFilter(model, state) {
  const hiddenTypes = new Set(state.hiddenTypes.split(",")),
    hiddenPredicates = new Set(state.hiddenPredicates.split(","));
  const article = state.article ? model.articleNumberOf.get(state.article) : undefined;
  const least = Number(state.confidence) / 100,
    sources = Number(state.sources);
  const isTypeHidden = (/** @type {number} */ number) => hiddenTypes.has(model.nodes[number].type);
  return (fact) =>
    !hiddenPredicates.has(predicateKey(fact)) &&
    (article === undefined || fact.article === article) &&
    fact.confidence >= least &&
    (fact.sources || 1) >= sources &&
    !isTypeHidden(fact.subject) &&
    (fact.object === undefined || !isTypeHidden(fact.object)) &&
    isInDates(articleOf(model, fact).date, state);
}

/**
 * Whether a filter other than those of types and predicates is set.
 * @param {State} state
 */
export const isNarrowed = (state) =>
  Boolean(state.article || state.from || state.to || Number(state.confidence) || Number(state.sources) > 1);

/**
 * @param {string | undefined} date
 * @param {State} state
 */
function isInDates(date, state) {
  if (!state.from && !state.to) return true;
  if (!date || !hasYear(date)) return state.undated === "1";
  return (!state.from || isNotAfter(state.from, date)) && (!state.to || isNotAfter(date, state.to));
}

const hasYear = (/** @type {string} */ date) => /^\d{4}/.test(date);
const monthDay = (/** @type {string} */ date) => (hasYear(date) ? date.slice(5) : date);

/**
 * Whether one date is before or at another, as far as both are known: a date without a year is compared by month and day.
 * @param {string} a
 * @param {string} b
 */
export function isNotAfter(a, b) {
  const [left, right] = hasYear(a) && hasYear(b) ? [a, b] : [monthDay(a), monthDay(b)];
  const most = Math.min(left.length, right.length);
  return left.slice(0, most) <= right.slice(0, most);
}
