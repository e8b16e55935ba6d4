// Evidence as text: the words that say a fact, the sentence they stand in, and where they were printed.

import { dateText, phrase } from "../i18n.js";
import { cut } from "../text.js";
import { articleOf } from "./model.js";

/** @import { Article, Fact, Range } from "../data" */
/** @import { Model } from "./model.js" */

const STOPS = "。！？!?；;\n";

/**
 * The sentence around a range, up to its stops.
 * @param {string} text
 * @param {Range} range
 * @returns {Range}
 */
function sentenceAround(text, [start, end]) {
  let from = start,
    to = end;
  while (from > 0 && !STOPS.includes(text[from - 1])) from -= 1;
  while (to < text.length && !STOPS.includes(text[to - 1])) to += 1;
  return [from, to];
}

/**
 * The sentences around ranges, those that meet joined.
 * @param {string} text
 * @param {Range[]} ranges
 */
export function sentencesAround(text, ranges) {
  /** @type {Range[]} */
  const found = [];
  for (const range of ranges) {
    const [from, to] = sentenceAround(text, range);
    const last = found.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else found.push([from, to]);
  }
  return found;
}

/**
 * Facts said by the same sentences, each group as the first of them with the words of all.
 * @param {Model} model
 * @param {number[]} facts
 * @returns {Fact[]}
 */
export function joinedQuotes(model, facts) {
  /** @type {Map<string, Fact>} */
  const found = new Map();
  for (const number of facts) {
    const fact = model.facts[number],
      article = articleOf(model, fact),
      key = [fact.article, ...sentencesAround(article.text, inUnits(article, fact.ranges))].join("|"),
      known = found.get(key);
    found.set(key, known ? { ...known, ranges: union([...known.ranges, ...fact.ranges]) } : fact);
  }
  return [...found.values()];
}

/**
 * Ranges in order, those that meet joined.
 * @param {Range[]} ranges
 */
function union(ranges) {
  /** @type {Range[]} */
  const found = [];
  for (const [start, end] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const last = found.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else found.push([start, end]);
  }
  return found;
}

/** For each article with characters beyond the BMP, at which UTF-16 unit each of its characters begins. @type {WeakMap<Article, number[]>} */
const unitsOf = new WeakMap();

/** @param {Article} article */
function units(article) {
  let found = unitsOf.get(article);
  if (!found) {
    found = [0];
    for (const character of article.text) found.push(found[found.length - 1] + character.length);
    unitsOf.set(article, found);
  }
  return found;
}

/**
 * Ranges of an article in UTF-16 units, as JavaScript counts, out of code points, as the data does.
 * @param {Article} article
 * @param {Range[]} ranges
 */
export function inUnits(article, ranges) {
  if (!/[\ud800-\udfff]/.test(article.text)) return ranges;
  const starts = units(article);
  return ranges.map(([start, end]) => /** @type {Range} */ ([starts[start], starts[end]]));
}

/**
 * @param {Model} model
 * @param {Fact} fact
 */
export function quoteText(model, fact) {
  const article = articleOf(model, fact);
  return inUnits(article, fact.ranges)
    .map(([start, end]) => article.text.slice(start, end).replaceAll("\n", ""))
    .join("…");
}

/**
 * An article without a headline is called by its opening words.
 * @param {Article} article
 */
export const headlineOf = (article) => article.headline || `${phrase("noheadline")} ${cut(openingOf(article), 14)}`;

/** @param {Article} article */
const openingOf = (article) =>
  article.text
    .trim()
    .split("\n")[0]
    .replace(/^本报讯(（[^）]*）)?/, "");

/**
 * @param {Model} model
 * @param {Article} article
 */
export function sourceLine(model, article) {
  const page = model.pages[article.page];
  const bylines = (article.bylines || []).map(([role, name]) => `${role} ${name}`).join("、");
  const where = [page.newspaper, page.name].filter(Boolean).join(" ");
  return [
    article.headline ? `《${article.headline}》` : headlineOf(article),
    bylines,
    dateText(article.date),
    where,
    phrase("item", article.number),
  ]
    .filter(Boolean)
    .join(" · ");
}
