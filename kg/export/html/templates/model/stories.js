// The dossier of a thing: the story that fits its type, and what of its facts the story leaves over.

import { companyStory, honourLines, officeStory, postKey, postLine, zoneStory } from "./body_story.js";
import { companionLines, encounterLines } from "./encounters.js";
import { projectStory } from "./project_story.js";
import { filled, groupsOf } from "./story.js";
import { inTime } from "./when.js";

/** @import { Model, Node } from "./model.js" */
/** @import { Line, Section } from "./story.js" */

/** @type {Record<string, (model: Model, node: Node) => Section[]>} */
const STORIES = {
  project: projectStory,
  facility: projectStory,
  person: personStory,
  company: companyStory,
  agency: officeStory,
  institution: officeStory,
  zone: zoneStory,
};

/**
 * The sections of a thing's dossier, and the numbers of its facts that stand in none of them.
 * @param {Model} model
 * @param {number} number
 * @returns {{ sections: Section[], rest: number[] }}
 */
export function storyOf(model, number) {
  const node = model.nodes[number],
    sections = filled(STORIES[node.type]?.(model, node) ?? []);
  const told = new Set(sections.flatMap(({ lines }) => lines.flatMap(({ facts }) => facts)));
  return { sections, rest: node.facts.filter((fact) => !told.has(fact)) };
}

/**
 * A person: posts over time, events and whom the person met there, honours.
 * @param {Model} model
 * @param {Node} node
 * @returns {Section[]}
 */
function personStory(model, node) {
  return [
    { title: "career", lines: careerLines(model, node) },
    { title: "encounters", lines: encounterLines(model, node) },
    { title: "companions", lines: companionLines(model, node) },
    { title: "honours", lines: honourLines(model, node) },
  ];
}

/**
 * @param {Model} model
 * @param {Node} node
 * @returns {Line[]}
 */
function careerLines(model, node) {
  const lines = groupsOf(model, node, (fact) => fact.predicate === "holds_post" && fact.subject === node.number, postKey).map((facts) =>
    postLine(model, node, facts),
  );
  const whenOfLine = (/** @type {Line} */ { when }) => when ?? { isReport: true };
  return lines.sort((a, b) => inTime(whenOfLine(a), whenOfLine(b)));
}
