// The panel of an entity or an event: what it is called, what is said of it, section by section.

import { dateText, phrase, reasonText, termLabel } from "../i18n.js";
import { storyOf } from "../model/stories.js";
import { articleCount, pushTo } from "../model/model.js";
import { reportDates } from "../model/story.js";
import { dossierButtons } from "./dossier.js";
import { happened, stagesRow, storySection } from "./story.js";
import { bothLabels, button, el, nameText, symbol } from "./elements.js";
import { model } from "./embedded.js";
import { grouped, nodeLink, relationLine, sentenceLine } from "./facts.js";
import { folded } from "./folded.js";
import { currentState, go, isOpened, unfold } from "./navigation.js";
import { tiesSection } from "./ties.js";

/** @import { Fact, JoinedBecause } from "../data" */
/** @import { Node } from "../model/model.js" */
/** @import { Scene } from "../scenes/scene.js" */
/** @import { Child } from "./elements.js" */

const MOST_LINES = 25;
const ORGANISATIONS = ["company", "agency", "institution"];
const PROJECTS = ["project", "facility"];

/** @typedef {"figures" | "posts" | "people" | "projects" | "organisations" | "zones" | "programmes" | "happenings" | "places"} Section */
/**
 * The sections, and what stands in each: a fact goes into the first that fits it, or the node at its other end.
 * @type {[section: Section, fits: (fact: Fact, node: Node, other: string | undefined) => boolean][]}
 */
const SECTIONS = [
  ["figures", (fact) => fact.family === "attribute" || fact.object === undefined],
  ["posts", (fact, node) => node.type === "person" && fact.predicate === "holds_post"],
  ["people", (_, __, other) => other === "person"],
  ["projects", (_, __, other) => other !== undefined && PROJECTS.includes(other)],
  ["organisations", (_, __, other) => other !== undefined && ORGANISATIONS.includes(other)],
  ["zones", (_, __, other) => other === "zone"],
  ["programmes", (_, __, other) => other === "programme"],
  ["happenings", (_, __, other) => other === "event"],
  ["places", () => true],
];

/**
 * @param {number} number
 * @param {Scene} scene
 */
export function nodePanel(number, scene) {
  const node = model.nodes[number],
    { sections, rest } = storyOf(model, number),
    others = sectionsOf(node, rest);
  return [
    kindLine(node),
    el("h1", {}, nameText(node.name)),
    el("dl", {}, fieldRows(node)),
    el("div", { class: "row" }, actions(node, scene)),
    el(
      "div",
      { class: "story" },
      el("div", {}, stagesRow(number), sections.filter(happened).map(storySection), clashesSection(node)),
      el(
        "div",
        {},
        sections.filter((section) => !happened(section)).map(storySection),
        SECTIONS.map(([section]) => factSection(section, others.get(section) || [], node)),
        currentState().view === "who" && tiesSection(number),
      ),
    ),
  ];
}

/** @param {Node} node */
function kindLine(node) {
  const { types, kinds, statuses } = model.terms,
    type = types.get(node.type),
    status = node.event?.status ?? "stated";
  return el(
    "p",
    { class: "kind" },
    symbol(node, 16),
    type && bothLabels(type),
    node.event && el("span", {}, " · ", termLabel(kinds.get(node.event.kind))),
    status !== "stated" && el("span", { class: "chip status" }, termLabel(statuses.get(status))),
  );
}

/** @param {Node} node */
function fieldRows(node) {
  const dates = reportDates(model, node.facts);
  const alias = (/** @type {Child} */ content) => el("span", { class: "alias" }, content);
  return [
    fieldRow(
      phrase("also"),
      node.aliases?.slice(0, 12).map((name) => alias(nameText(name, 60))),
    ),
    fieldRow(
      phrase("locality"),
      node.seats?.map((place) => alias(nodeLink(place, 40))),
    ),
    fieldRow(phrase("seenin"), node.seenIn),
    fieldRow(phrase("dates"), dateText(node.event?.date)),
    fieldRow(
      phrase("alsotold"),
      model.sameEvents.get(node.number)?.map((other) => alias(nodeLink(other, 40))),
    ),
    fieldRow(phrase("seen"), [dates && dates + " · ", phrase("narticles", articleCount(model, node.facts))]),
    node.joined && fieldRow(phrase("joined"), reasons(node.joined)),
  ];
}

/**
 * @param {string} label
 * @param {Child} value
 */
const fieldRow = (label, value) =>
  value && (!Array.isArray(value) || value.some(Boolean)) ? [el("dt", {}, label), el("dd", {}, value)] : null;

/** @param {JoinedBecause[]} joined */
const reasons = (joined) =>
  el(
    "details",
    {},
    el("summary", {}, phrase("njoined", joined.length)),
    el(
      "ul",
      { class: "plain note" },
      joined.slice(0, 30).map(([form, slots]) => el("li", {}, reasonText(model.reasons[form], slots))),
    ),
  );

/**
 * @param {Node} node
 * @param {Scene} scene
 */
function actions({ id, number }, scene) {
  const { view, grouped: isGrouped } = currentState(),
    isOpen = isOpened(id),
    folded = scene.nodes.find((node) => node.id === number)?.folded || 0;
  const canUnfold = (folded > 0 || isOpen) && view === "graph" && isGrouped !== "1";
  return [
    canUnfold && button(isOpen ? phrase("foldone") : phrase("unfoldone", folded), () => unfold(number), { id: "unfold-one" }),
    button(phrase("tracefrom"), () => go({ view: "trace", first: id, second: "", path: "", selected: "" })),
    dossierButtons(number),
  ];
}

/** @param {Node} node */
function clashesSection({ facts }) {
  const found = new Set(facts.flatMap((number) => model.clashes.get(number) || []));
  if (!found.size) return null;
  return el(
    "section",
    {},
    el("h2", {}, "≠ " + phrase("clashes")),
    [...found].map(([, sides]) =>
      el(
        "div",
        { class: "via" },
        sides.map((side) => sentenceLine(side)),
      ),
    ),
  );
}

/**
 * Facts of a node by section.
 * @param {Node} node
 * @param {number[]} facts
 */
function sectionsOf(node, facts) {
  /** @type {Map<Section, number[]>} */
  const found = new Map();
  for (const number of facts) {
    const fact = model.facts[number],
      other = fact.subject === node.number ? fact.object : fact.subject,
      type = other === undefined ? undefined : model.nodes[other].type;
    const [section] = SECTIONS.find(([, fits]) => fits(fact, node, type)) ?? ["places"];
    pushTo(found, section, number);
  }
  return found;
}

/**
 * @param {Section} section
 * @param {number[]} facts
 * @param {Node} node
 */
function factSection(section, facts, node) {
  const groups = grouped(facts),
    isParticipants = node.type === "event" && section !== "figures";
  if (!groups.length) return null;
  return el(
    "section",
    {},
    el(
      "h2",
      {},
      isParticipants ? `${phrase("participants")} · ${phrase(section)}` : phrase(section),
      el("span", { class: "count" }, groups.length),
    ),
    folded(groups, MOST_LINES, (group) => relationLine(group, node.number)),
  );
}
