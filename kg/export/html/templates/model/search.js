// Finding by what one remembers: a name in characters, pinyin or initials, a post, a sum, a headline, a reporter, words of an article.
// Exact names come first; MiniSearch proposes what shares words with what was typed, and closeness says how wrong it may be.

import { distanceWithin, forgiven } from "./closeness.js";

/** @import { Fact } from "../data" */
/** @import { Model, Node } from "./model.js" */

/** What was found: a thing, a fact (its post or value) or an article, with the words that fit.
 * @typedef {{ node: Node } | { fact: Fact, words: string } | { article: number, words: string }} Hit */
/** What can be proposed: its words, and what it stands for. @typedef {{ id: number, words: string, hit: Hit }} Entry */

const NO_MATCH = 9;
/** So many of each are shown. */
const MOST = { names: 8, facts: 4, articles: 5 };
/** Characters of an article before and after the words found. */
const AROUND = 12;
const CHINESE = /[\u3400-\u9fff]+/g;
const LATIN = /[a-z0-9.]+/g;

/** @param {string} text */
const folded = (text) => text.toLowerCase().replace(/[\s'’]/g, "");

/**
 * The nodes that `text` may mean: whole keys before beginnings before parts, entities before events, then by importance.
 * @param {Model} model
 * @param {string} text
 */
export function findNames(model, text, most = 12) {
  const wanted = folded(text);
  if (!wanted) return [];
  const exact = ranked(model.nodes, (node) => rankOf(node, wanted));
  return (exact.length ? exact : ranked(model.nodes, (node) => closeRank(node, wanted))).slice(0, most);
}

/**
 * @param {Node[]} nodes
 * @param {(node: Node) => number} rank
 */
const ranked = (nodes, rank) =>
  nodes
    .map((node) => ({ node, rank: rank(node) }))
    .filter((found) => found.rank < NO_MATCH)
    .sort((x, y) => x.rank - y.rank || y.node.importance - x.node.importance || x.node.number - y.node.number)
    .map(({ node }) => node);

/**
 * @param {Node} node
 * @param {string} wanted
 */
function rankOf(node, wanted) {
  let best = NO_MATCH;
  for (const key of node.keys) {
    const at = key.indexOf(wanted);
    if (at >= 0) best = Math.min(best, key === wanted ? 0 : at === 0 ? 1 : 2);
  }
  return best < NO_MATCH && node.type === "event" ? best + 0.5 : best;
}

/**
 * How many characters are wrong, if they are few; initials and short pinyin must be right.
 * @param {Node} node
 * @param {string} wanted
 */
function closeRank(node, wanted) {
  const isLatin = /^[\x00-\x7f]*$/.test(wanted);
  if (isLatin && wanted.length < 5) return NO_MATCH;
  let best = NO_MATCH;
  for (const key of node.keys) {
    if (wanted.length === 2 && key[0] !== wanted[0]) continue;
    if (key.length + 1 < wanted.length) continue;
    const wrong = distanceWithin(wanted, key);
    if (wrong <= forgiven(wanted)) best = Math.min(best, wrong + Math.abs(key.length - wanted.length) / 100);
  }
  return best < NO_MATCH && node.type === "event" ? best + 0.5 : best;
}

/**
 * Chinese text in pairs of characters, the rest in words.
 * @param {string} text
 */
export function wordsOf(text) {
  const pairs = (text.match(CHINESE) ?? []).flatMap((run) =>
    run.length < 2 ? [run] : Array.from({ length: run.length - 1 }, (_, i) => run.slice(i, i + 2)),
  );
  return [...pairs, ...(text.toLowerCase().match(LATIN) ?? [])];
}

/** Finds in all that a model holds; its index is made when it is first asked. */
export class Finder {
  /**
   * @param {Model} model
   * @param {typeof MiniSearchLibrary.default} MiniSearch
   */
  constructor(model, MiniSearch) {
    this.model = model;
    this.MiniSearch = MiniSearch;
    /** @type {Entry[]} */
    this.entries = [];
    /** @type {MiniSearchLibrary.default | undefined} */
    this.index = undefined;
  }

  /**
   * Names, then facts, then articles.
   * @param {string} text
   * @returns {Hit[]}
   */
  find(text) {
    const wanted = text.trim();
    if (!wanted) return [];
    const told = this.told(wanted),
      articles = [...told.filter((hit) => "article" in hit), ...this.inArticles(wanted)],
      known = new Set();
    return [
      ...findNames(this.model, wanted, MOST.names).map((node) => ({ node })),
      ...told.filter((hit) => "fact" in hit).slice(0, MOST.facts),
      ...articles.filter((hit) => "article" in hit && !known.has(hit.article) && known.add(hit.article)).slice(0, MOST.articles),
    ];
  }

  /**
   * Posts, sums, headlines and reporters that come close.
   * @param {string} wanted
   * @returns {Hit[]}
   */
  told(wanted) {
    const plain = folded(wanted),
      most = plain.length < 4 ? 0 : forgiven(plain);
    return this.indexed()
      .search(wanted)
      .map(({ id, score }) => ({ score, entry: this.entries[id], wrong: distanceWithin(plain, folded(this.entries[id].words)) }))
      .filter(({ wrong }) => wrong <= most)
      .sort((a, b) => a.wrong - b.wrong || b.score - a.score || a.entry.id - b.entry.id)
      .map(({ entry }) => entry.hit);
  }

  /**
   * Articles that print the words just so.
   * @param {string} wanted
   * @returns {Hit[]}
   */
  inArticles(wanted) {
    return this.model.articles.flatMap((article, number) => {
      const text = article.text.replaceAll("\n", ""),
        at = text.indexOf(wanted);
      if (at < 0) return [];
      const start = Math.max(0, at - AROUND);
      return [{ article: number, words: (start ? "…" : "") + text.slice(start, at + wanted.length + AROUND) + "…" }];
    });
  }

  indexed() {
    if (this.index) return this.index;
    this.entries = [...factEntries(this.model), ...articleEntries(this.model)].map((entry, id) => ({ ...entry, id }));
    this.index = new this.MiniSearch({
      fields: ["words"],
      tokenize: wordsOf,
      searchOptions: { tokenize: wordsOf, prefix: (term) => /^[\x00-\x7f]/.test(term), fuzzy: (term) => term.length > 4 && 0.2 },
    });
    this.index.addAll(this.entries);
    return this.index;
  }
}

/**
 * Posts, values and sums that facts print, each once for each thing.
 * @param {Model} model
 * @returns {Omit<Entry, "id">[]}
 */
function factEntries(model) {
  const known = new Set();
  return model.facts.flatMap((fact) => {
    const told = (fact.qualifiers || []).filter(([name]) => name !== "role").map(([, value]) => value);
    return [...told, fact.value ?? ""].flatMap((words) => {
      const key = fact.subject + " " + words;
      if (!words || known.has(key)) return [];
      known.add(key);
      return [{ words, hit: { fact, words } }];
    });
  });
}

/**
 * Headlines and reporters.
 * @param {Model} model
 * @returns {Omit<Entry, "id">[]}
 */
const articleEntries = ({ articles }) =>
  articles.flatMap(({ headline, bylines = [] }, article) =>
    [headline, ...bylines.map(([role, name]) => `${role} ${name}`)].flatMap((words) => (words ? [{ words, hit: { article, words } }] : [])),
  );
