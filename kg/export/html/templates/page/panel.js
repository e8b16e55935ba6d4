// The panel on the right: an entity, the link of two, a community, or an article.

import { phrase, termLabel } from "../i18n.js";
import { toggled } from "../model/lists.js";
import { nodeName } from "../model/model.js";
import { communityName } from "../scenes/scene.js";
import { articlePanel } from "./article_panel.js";
import { announce, button, byId, el, nameText, put } from "./elements.js";
import { model } from "./embedded.js";
import { grouped, nodeLink, sentenceLine } from "./facts.js";
import { currentSelection, currentState, go, idOf, isOpened } from "./navigation.js";
import { nodePanel } from "./node_panel.js";
import { throughSection } from "./ties.js";

/** @import { Selection } from "../model/state.js" */
/** @import { Scene } from "../scenes/scene.js" */

const MOST_MEMBERS = 100;

/** What the panel showed last: something else is read from its top. */
let shownLast = "";

/** @param {Scene} scene */
export function drawPanel(scene) {
  const selection = currentSelection(),
    panel = byId("panel"),
    isEmpty = selection.kind === "none",
    hadFocus = !panel.hidden && panel.contains(document.activeElement);
  panel.hidden = isEmpty;
  document.body.classList.toggle("with-panel", !isEmpty);
  document.body.classList.toggle("wide-panel", !isEmpty && currentState().wide === "1");
  put(panel, !isEmpty && panelBar(), contentOf(selection, scene));
  if (isEmpty && hadFocus) byId("canvas").focus();
  if (isEmpty) return;
  const { selected } = currentState();
  if (selected !== shownLast) panel.scrollTop = 0;
  shownLast = selected;
  if (selection.kind === "node") announceNode(selection.node);
}

/** @param {number} number */
const announceNode = (number) => announce(`${termLabel(model.terms.types.get(model.nodes[number].type))} ${nodeName(model, number)}`);

/**
 * @param {Selection} selection
 * @param {Scene} scene
 */
function contentOf(selection, scene) {
  switch (selection.kind) {
    case "none":
      return null;
    case "node":
      return nodePanel(selection.node, scene);
    case "pair":
      return pairPanel(selection.a, selection.b);
    case "group":
      return communityPanel(selection.group);
    case "article":
      return articlePanel(selection.article, selection.fact);
  }
}

const panelBar = () =>
  el(
    "div",
    { class: "bar" },
    button("← " + phrase("back"), () => history.back(), { class: "quiet" }),
    el("span", { class: "grow" }),
    widthButton(),
    button("✕ " + phrase("close"), () => go({ selected: "" }), { class: "quiet", id: "close" }),
  );

function widthButton() {
  const isWide = currentState().wide === "1";
  return button(phrase(isWide ? "narrow" : "widen"), () => go({ wide: isWide ? "" : "1" }), { class: "quiet", id: "widen" });
}

/**
 * All that links two.
 * @param {number} a
 * @param {number} b
 */
function pairPanel(a, b) {
  const link = model.linkBetween(a, b),
    tie = model.tieBetween(a, b);
  return [
    el("p", { class: "kind" }, phrase("between")),
    el("h1", { class: "pair" }, nodeLink(a), el("span", { class: "amp" }, "↔"), nodeLink(b)),
    link &&
      el(
        "section",
        {},
        grouped(link.facts).map((facts, i) => sentenceLine(facts, i < 3)),
      ),
    tie && throughSection(tie),
    !link && !tie && el("p", {}, phrase("nolink")),
    el(
      "div",
      { class: "row" },
      button(phrase("trace"), () => go({ view: "trace", first: idOf(a), second: idOf(b), path: "", selected: "" })),
    ),
  ];
}

/** @param {number} community */
function communityPanel(community) {
  const members = model.nodes.filter((node) => node.community === community),
    id = "g" + community,
    isOpen = isOpened(id);
  return [
    el("p", { class: "kind" }, phrase("group")),
    el("h1", {}, nameText(communityName(model, community))),
    button(
      isOpen ? phrase("foldone") : phrase("opengroup"),
      () => go({ opened: toggled(currentState().opened, id, !isOpen), grouped: "1" }),
      { class: "wide", id: "open-group" },
    ),
    el(
      "section",
      {},
      el("h2", {}, phrase("members"), el("span", { class: "count" }, members.length)),
      el(
        "ul",
        { class: "plain" },
        members.slice(0, MOST_MEMBERS).map(({ number }) => el("li", {}, nodeLink(number))),
      ),
      members.length > MOST_MEMBERS && el("p", {}, phrase("more", members.length - MOST_MEMBERS)),
    ),
  ];
}
