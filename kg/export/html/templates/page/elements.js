// Making elements out of text. Nothing here or elsewhere writes markup: every string of a page goes in as a text node.

import { otherLabel, termLabel } from "../i18n.js";
import { HOLLOW, outline } from "../scenes/shapes.js";
import { cut, visible } from "../text.js";

/** @import { Term } from "../data" */

/** What an element may hold; nothing is made of what is empty or false. @typedef {Node | string | number | false | null | undefined | Children} Child */
/** @typedef {readonly Child[]} Children */
/**
 * Attributes, and what is called at an event (onclick …).
 * @typedef {{ [name: `on${string}`]: (event: any) => unknown, [attribute: string]: unknown }} Attributes
 */

/** What is set as a property of the element, not as an attribute. */
const PROPERTIES = ["value", "checked", "disabled", "hidden", "open"];

/** @param {string} id */
export const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Attributes} attributes
 * @param {...Child} children
 */
export function el(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) made.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
    else if (name === "class") made.className = String(value);
    else if (PROPERTIES.includes(name)) Object.assign(made, { [name]: value });
    else made.setAttribute(name, value === true ? "" : visible(value));
  }
  fill(made, children);
  return made;
}

/**
 * @param {Element} parent
 * @param {Children} children
 */
export function fill(parent, children) {
  for (const child of children) {
    if (child === null || child === undefined || child === false || child === "") continue;
    if (child instanceof Node) parent.append(child);
    else if (typeof child === "object") fill(parent, child);
    else parent.append(document.createTextNode(visible(child)));
  }
}

/**
 * Put children in the place of those that were there.
 * @param {Element} parent
 * @param {...Child} children
 */
export function put(parent, ...children) {
  parent.replaceChildren();
  fill(parent, children);
}

/**
 * A name; its figures and dates are not broken over lines.
 * @param {string} text
 */
export const nameText = (text, most = 200) =>
  el(
    "bdi",
    { title: text.length > most ? cut(text, 400) : null },
    cut(text, most)
      .split(/(\d[\d.,:-]*\d)/)
      .map(wholeFigure),
  );

/**
 * @param {string} piece
 * @param {number} i
 */
const wholeFigure = (piece, i) => (i % 2 && piece.length < 16 ? el("span", { class: "whole" }, piece) : piece);

/**
 * @param {string} text
 * @param {() => unknown} onclick
 * @param {Attributes} attributes
 */
export const button = (text, onclick, attributes = {}) => el("button", { type: "button", onclick, ...attributes }, text);

/** The label of a term, and small the label in the other language. @param {Term} term */
export const bothLabels = (term) => [termLabel(term), el("small", {}, otherLabel(term))];

/** Tell a screen reader. @param {string} text */
export function announce(text) {
  byId("live").textContent = visible(text);
}

/** What was typed or chosen. @param {Event} event */
export const valueOf = (event) => /** @type {HTMLInputElement | HTMLSelectElement} */ (event.target).value;

/** @param {Event} event */
export const isChecked = (event) => /** @type {HTMLInputElement} */ (event.target).checked;

/**
 * The symbol of a type or a node.
 * @param {{ shape: string, colour: string }} look
 */
export function symbol({ shape, colour }, size = 14) {
  const isHollow = HOLLOW.has(shape);
  const path = svgElement("path", {
    d: outline(shape, 0, 0, 6.4),
    fill: isHollow ? "var(--surface)" : colour,
    stroke: colour,
    "stroke-width": isHollow ? 2 : 1,
  });
  const made = svgElement("svg", { viewBox: "-8 -8 16 16", width: size, height: size, "aria-hidden": "true", class: "symbol" });
  made.append(path);
  return made;
}

/**
 * @param {string} tag
 * @param {Record<string, string | number>} attributes
 */
function svgElement(tag, attributes) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  return made;
}
