// Ties in the panels: with whom one works, and through what two are tied.

import { phrase } from "../i18n.js";
import { otherEnd } from "../model/model.js";
import { viaText } from "../model/sentences.js";
import { cut } from "../text.js";
import { button, el } from "./elements.js";
import { model } from "./embedded.js";
import { grouped, nodeLink, sentenceLine } from "./facts.js";
import { go, pairId } from "./navigation.js";

/** @import { Tie, Via } from "../model/model.js" */

/**
 * With whom a node works.
 * @param {number} number
 */
export function tiesSection(number) {
  const ties = model.ties.filter(({ a, b }) => a === number || b === number);
  if (!ties.length) return null;
  return el(
    "section",
    {},
    el("h2", {}, phrase("together"), el("span", { class: "count" }, ties.length)),
    ties.map((tie) => tieLine(tie, number)),
    el("p", { class: "note" }, phrase("capped")),
  );
}

/**
 * @param {Tie} tie
 * @param {number} number
 */
function tieLine(tie, number) {
  const other = otherEnd(tie, number),
    reasons = tie.via.map((via) => viaText(model, via)).join("；");
  return el(
    "div",
    { class: "fact" },
    el("span", { class: "said" }, nodeLink(other)),
    button(phrase("between"), () => go({ selected: pairId(number, other) }), { class: "quiet" }),
    el("span", { class: "figures" }, cut(reasons, 80)),
  );
}

/**
 * Through what two are tied.
 * @param {Tie} tie
 */
export function throughSection(tie) {
  const found = tie.via.filter(({ through }) => through >= 0);
  if (!found.length) return null;
  return el("section", {}, el("h2", {}, phrase("together")), found.map(viaBlock));
}

/** @param {Via} via */
const viaBlock = ({ through, facts }) =>
  el(
    "div",
    { class: "via" },
    el(
      "p",
      {},
      phrase("through"),
      " ",
      nodeLink(through),
      model.nodes[through].type === "event" && el("span", { class: "chip", title: phrase("derivedtip") }, phrase("derived")),
    ),
    grouped(facts).map((group) => sentenceLine(group)),
  );
