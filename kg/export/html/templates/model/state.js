// What is looked at, as the URL's hash keeps it: a view can be sent to a colleague, and back and forward work.

import { listOf } from "./lists.js";

/** @import { Fact } from "../data" */
/** @import { Model } from "./model.js" */

/** A graph with more nodes opens on its communities. */
export const LARGE = 5000;

/** What each part of the state is called in the hash. Links that people have sent hold these names: they do not change. */
const HASH_KEYS = /** @type {const} */ ({
  view: "v",
  selected: "sel",
  hiddenTypes: "ht",
  hiddenPredicates: "hp",
  article: "art",
  from: "from",
  to: "to",
  confidence: "conf",
  sources: "src",
  undated: "und",
  everything: "all",
  grouped: "grp",
  opened: "open",
  first: "a",
  second: "b",
  path: "p",
  wide: "w",
  language: "l",
  theme: "t",
  order: "o",
  leaf: "n",
});
export const VIEWS = /** @type {const} */ (["graph", "who", "trace", "list", "time", "place"]);

/** @typedef {(typeof VIEWS)[number]} View */
/** @typedef {Record<Exclude<keyof typeof HASH_KEYS, "view">, string> & { view: View }} State */
/**
 * @typedef {{ kind: "none" } | { kind: "node", node: number } | { kind: "pair", a: number, b: number } | { kind: "group", group: number }
 *   | { kind: "article", article: number, fact: Fact | undefined }} Selection
 */

const NAMES = /** @type {(keyof State)[]} */ (Object.keys(HASH_KEYS));

/**
 * @param {Model} model
 * @returns {State}
 */
export const initialState = (model) => ({
  view: "graph",
  selected: "",
  hiddenTypes: "",
  hiddenPredicates: "",
  article: "",
  from: "",
  to: "",
  confidence: "0",
  sources: "1",
  undated: "0",
  everything: "",
  grouped: model.nodes.length > LARGE ? "1" : "",
  opened: "",
  first: "",
  second: "",
  path: "",
  wide: "",
  language: "zh",
  theme: "",
  order: "",
  leaf: "1",
});

/**
 * @param {string} hash
 * @param {State} initial
 */
export function readHash(hash, initial) {
  const params = new URLSearchParams(hash.slice(1));
  const state = { ...initial };
  for (const name of NAMES) Object.assign(state, { [name]: params.getAll(HASH_KEYS[name]).at(-1) ?? initial[name] });
  if (!VIEWS.includes(state.view)) state.view = initial.view;
  if (state.language !== "en") state.language = "zh";
  return state;
}

/**
 * @param {State} state
 * @param {State} initial
 */
export function writeHash(state, initial) {
  const params = new URLSearchParams();
  for (const name of NAMES) if (state[name] !== initial[name]) params.set(HASH_KEYS[name], state[name]);
  return "#" + params.toString();
}

/**
 * What is selected: a node's id, two of them with ~ between, @ and an article's id with an optional fact, or g and a community.
 * @param {Model} model
 * @param {State} state
 * @returns {Selection}
 */
export function selectionOf(model, state) {
  const { numberOf } = model;
  const [head, tail] = state.selected.split("~");
  if (head.startsWith("@")) return selectedArticle(model, head.slice(1), tail);
  if (/^g\d+$/.test(state.selected) && model.communities[Number(head.slice(1))]) return { kind: "group", group: Number(head.slice(1)) };
  const node = numberOf.get(head);
  if (node === undefined) return { kind: "none" };
  if (tail === undefined) return { kind: "node", node };
  const other = numberOf.get(tail);
  return other === undefined ? { kind: "none" } : { kind: "pair", a: node, b: other };
}

/**
 * @param {Model} model
 * @param {string} id
 * @param {string | undefined} fact
 * @returns {Selection}
 */
function selectedArticle(model, id, fact) {
  const article = model.articleNumberOf.get(id);
  return article === undefined ? { kind: "none" } : { kind: "article", article, fact: model.facts.find((known) => known.id === fact) };
}

/**
 * The nodes that are selected: none, one or two.
 * @param {Selection} selection
 */
export const selectedNodes = (selection) =>
  selection.kind === "node" ? [selection.node] : selection.kind === "pair" ? [selection.a, selection.b] : [];

/**
 * The nodes whose neighbours were asked for.
 * @param {Model} model
 * @param {State} state
 */
export const openedNodes = (model, state) =>
  listOf(state.opened)
    .map((id) => model.numberOf.get(id))
    .filter((number) => number !== undefined);

/**
 * The communities that were asked for.
 * @param {State} state
 */
export const openedCommunities = (state) =>
  listOf(state.opened)
    .filter((id) => /^g\d+$/.test(id))
    .map((id) => Number(id.slice(1)));
