// The list of paths between two names, told step by step; each can be drawn.

import { phrase } from "../i18n.js";
import { surest } from "../model/paths.js";
import { sentence } from "../model/sentences.js";
import { chosenPath, tracedPaths } from "../scenes/trace.js";
import { button, byId, el, put } from "./elements.js";
import { model } from "./embedded.js";
import { factLine, nodeLink } from "./facts.js";
import { nameBox } from "./finding.js";
import { currentState, go, idOf } from "./navigation.js";
import { chips, quoteBlock } from "./quotes.js";

/** @import { Fact } from "../data" */
/** @import { Link } from "../model/model.js" */
/** @import { Paths } from "../scenes/trace.js" */

export function drawTrace() {
  const state = currentState(),
    paths = tracedPaths(model, state),
    chosen = chosenPath(state, paths);
  put(
    byId("trace"),
    el("h1", {}, phrase("trace")),
    el("p", { class: "note" }, phrase("tracehelp")),
    nameBoxes(),
    noPathsText(paths),
    el(
      "ol",
      { class: "paths" },
      paths.map((path, i) => pathItem(path, i, i === chosen)),
    ),
  );
}

function nameBoxes() {
  const { first, second } = currentState();
  return el(
    "div",
    { class: "pick" },
    nameBox("trace-a", phrase("first"), model.numberOf.get(first), (number) => go({ first: idOf(number), path: "" })),
    button("⇄", () => go({ first: second, second: first, path: "" }), { "aria-label": phrase("swap"), title: phrase("swap") }),
    nameBox("trace-b", phrase("second"), model.numberOf.get(second), (number) => go({ second: idOf(number), path: "" })),
  );
}

/** @param {Paths} paths */
function noPathsText(paths) {
  const { first, second } = currentState();
  if (paths.length) return null;
  const areBothKnown = model.numberOf.has(first) && model.numberOf.has(second);
  return el("p", { class: "empty" }, phrase(!areBothKnown ? "pickboth" : first === second ? "samename" : "nopath"));
}

/**
 * @param {Paths[number]} path
 * @param {number} i
 * @param {boolean} isChosen
 */
function pathItem({ nodes, hub }, i, isChosen) {
  const links = nodes.slice(1).map((number, j) => /** @type {Link} */ (model.linkBetween(nodes[j], number)));
  return el(
    "li",
    { class: isChosen ? "chosen" : null },
    el(
      "div",
      { class: "bar" },
      button(phrase("path", i + 1), () => go({ path: String(i) }), { "aria-pressed": String(isChosen) }),
      el("span", {}, phrase("steps", links.length)),
      hub && el("span", { class: "chip low" }, phrase("hubpath")),
    ),
    el(
      "p",
      { class: "way" },
      nodes.map((number, j) => [j > 0 && el("span", { class: "amp" }, "→"), nodeLink(number, 30)]),
    ),
    el(
      "ol",
      { class: "steps" },
      links.map((link, j) => stepItem(link, isChosen, links[j - 1])),
    ),
  );
}

/**
 * A step with its surest quote; of two steps through one event that rest on one quote it is shown once.
 * @param {Link} link
 * @param {boolean} isOpen
 * @param {Link | undefined} before
 */
function stepItem(link, isOpen, before) {
  const [first, ...rest] = surest(model, link),
    fact = model.facts[first],
    isSame = before && isSameQuote(fact, model.facts[surest(model, before)[0]]);
  return el(
    "li",
    {},
    el("p", { class: "said" }, sentence(model, fact), chips(first)),
    isSame
      ? el("p", { class: "note" }, phrase("samequote"))
      : isOpen
        ? quoteBlock(fact)
        : el("details", {}, el("summary", {}, phrase("quote")), quoteBlock(fact)),
    rest.length > 0 &&
      el(
        "details",
        { class: "rest" },
        el("summary", {}, phrase("more", rest.length)),
        rest.map((number) => factLine([number], [sentence(model, model.facts[number])])),
      ),
  );
}

/**
 * @param {Fact} fact
 * @param {Fact} other
 */
const isSameQuote = (fact, other) => fact.article === other.article && String(fact.ranges) === String(other.ranges);
