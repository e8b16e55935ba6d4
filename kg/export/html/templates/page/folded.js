// What is made when it is asked for: the rest of a long list, what a line rests on.

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

/**
 * A line that opens what it rests on, by a click anywhere but on a link; the keys have the words at its end, for no link may stand
 * in a summary.
 * @param {Child} said
 * @param {Child} aside
 * @param {string} words
 * @param {() => Child} tell
 */
export function openLine(said, aside, words, tell, isOpen = false) {
  const more = el("details", { ontoggle: tellOnce }, el("summary", {}, words));
  function tellOnce() {
    if (more.open && more.children.length === 1) fill(more, [tell()]);
  }
  function turnOver(/** @type {MouseEvent} */ event) {
    if (!(/** @type {Element} */ (event.target).closest("a"))) more.open = !more.open;
  }
  more.open = isOpen;
  tellOnce();
  return el("div", { class: "fact" }, el("span", { class: "said", onclick: turnOver }, said), aside, more);
}
