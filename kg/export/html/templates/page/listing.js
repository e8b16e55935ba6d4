// The same view as a table: sorted by any column, a page at a time.

import { phrase, termLabel, yearNote } from "../i18n.js";
import { articleCount } from "../model/model.js";
import { button, byId, el, nameText, put, symbol } from "./elements.js";
import { model } from "./embedded.js";
import { currentState, go, hrefOf } from "./navigation.js";

/** @import { Node } from "../model/model.js" */
/** @import { Scene } from "../scenes/scene.js" */

/** A column: its phrase, and what it is sorted by; numbers and dates begin with the largest. @typedef {(node: Node) => string | number} Key */

const ROWS = 50;
/** @satisfies {Record<string, Key>} */
const COLUMNS = {
  typecol: (/** @type {Node} */ node) => [...model.terms.types.keys()].indexOf(node.type),
  namecol: (/** @type {Node} */ node) => node.name,
  tiescol: (/** @type {Node} */ node) => -node.links.length,
  articlescol: (/** @type {Node} */ node) => -articleCount(model, node.facts),
  dates: (/** @type {Node} */ node) => node.seen?.[0] ?? "\uffff",
};
/** @typedef {keyof typeof COLUMNS} Column */

/** @param {Scene} scene */
export function drawListing(scene) {
  const nodes = sorted(scene.nodes.flatMap(({ id }) => (typeof id === "number" ? [model.nodes[id]] : []))),
    leaves = Math.max(1, Math.ceil(nodes.length / ROWS)),
    leaf = Math.min(leaves, Math.max(1, Math.round(Number(currentState().leaf)) || 1));
  put(
    byId("list"),
    el("h1", {}, phrase("list")),
    el(
      "table",
      {},
      el("thead", {}, el("tr", {}, /** @type {Column[]} */ (Object.keys(COLUMNS)).map(head))),
      el("tbody", {}, nodes.slice((leaf - 1) * ROWS, leaf * ROWS).map(row)),
    ),
    leaves > 1 && leafBar(leaf, leaves, nodes.length),
  );
}

/** The column that the state sorts by, and whether it is turned round. @returns {[Column | "", boolean]} */
function order() {
  const text = currentState().order,
    column = text.replace(/^-/, "");
  return column in COLUMNS ? [/** @type {Column} */ (column), text.startsWith("-")] : ["", false];
}

/** @param {Node[]} nodes */
function sorted(nodes) {
  const [column, isTurned] = order(),
    byRank = nodes.sort((a, b) => a.number - b.number);
  if (!column) return byRank;
  const keyed = byRank.map((node) => ({ node, key: COLUMNS[column](node) }));
  keyed.sort((a, b) =>
    typeof a.key === "number" && typeof b.key === "number" ? a.key - b.key : String(a.key).localeCompare(String(b.key), "zh"),
  );
  const found = keyed.map(({ node }) => node);
  return isTurned ? found.reverse() : found;
}

/** @param {Column} column */
function head(column) {
  const [by, isTurned] = order(),
    isBy = by === column;
  const sort = () => go({ order: isBy && !isTurned ? "-" + column : column, leaf: "1" });
  return el(
    "th",
    { scope: "col", "aria-sort": isBy ? (isTurned ? "descending" : "ascending") : "none" },
    button(phrase(column) + (isBy ? (isTurned ? " ▲" : " ▼") : ""), sort, { class: "quiet", id: "sort-" + column }),
  );
}

/** @param {Node} node */
const row = (node) =>
  el(
    "tr",
    {},
    el(
      "td",
      { title: termLabel(model.terms.types.get(node.type)) },
      symbol(node),
      el("span", { class: "long" }, " ", termLabel(model.terms.types.get(node.type))),
    ),
    el("th", { scope: "row" }, el("a", { href: hrefOf({ selected: node.id }) }, nameText(node.name, 60))),
    el("td", { class: "number" }, node.links.length),
    el("td", { class: "number" }, articleCount(model, node.facts)),
    el("td", { class: "date" }, el("span", { class: "whole" }, node.seen?.[0]), el("span", { class: "whole" }, yearNote(node.seen?.[0]))),
  );

/**
 * @param {number} leaf
 * @param {number} leaves
 * @param {number} count
 */
const leafBar = (leaf, leaves, count) =>
  el(
    "div",
    { class: "bar", role: "group", "aria-label": phrase("leaves") },
    button("←", () => go({ leaf: String(leaf - 1) }), { id: "leaf-back", disabled: leaf === 1, "aria-label": phrase("leafback") }),
    el("span", {}, phrase("leaf", leaf, leaves, count)),
    button("→", () => go({ leaf: String(leaf + 1) }), { id: "leaf-on", disabled: leaf === leaves, "aria-label": phrase("leafon") }),
  );
