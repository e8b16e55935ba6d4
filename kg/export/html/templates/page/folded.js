// Long lists: the first items at once, the rest made when it is asked for.

import { phrase } from "../i18n.js";
import { el, fill } from "./elements.js";

/** @import { Child } from "./elements.js" */

/**
 * @template T
 * @param {T[]} items
 * @param {number} most
 * @param {(item: T) => Child} draw
 * @returns {Child[]}
 */
export const folded = (items, most, draw) => [...items.slice(0, most).map(draw), items.length > most && restOf(items.slice(most), draw)];

/**
 * @template T
 * @param {T[]} items
 * @param {(item: T) => Child} draw
 */
function restOf(items, draw) {
  const rest = el("details", { class: "rest", ontoggle: unfoldRest }, el("summary", {}, phrase("more", items.length)));
  function unfoldRest() {
    if (rest.open && rest.children.length === 1) fill(rest, items.map(draw));
  }
  return rest;
}
