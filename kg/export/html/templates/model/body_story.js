// The dossiers of bodies: a company's projects, partners, owners and honours, whom it met; an agency's or a zone's people and projects.

import { phrase, termLabel } from "../i18n.js";
import { lastStep } from "./course.js";
import { encounterLines, metLines, officialPosts } from "./encounters.js";
import { partyLabel, partyOf, SIZES, SUMS } from "./project_story.js";
import { attributeLines, byImportance, groupsOf, relationLineOf, reportDates, WORKS } from "./story.js";
import { whenText } from "./when.js";

/** @import { Fact } from "../data" */
/** @import { Phrase } from "../i18n.js" */
/** @import { Model, Node } from "./model.js" */
/** @import { Line, Section } from "./story.js" */

/** What a body does or is to another: predicate, whether the body is its subject, how the line calls it. @typedef {[predicate: string, isSubject: boolean, label: Phrase][]} Ties */

/** @type {Ties} */
const PARTNERSHIP = [
  ["cooperates_with", true, "party_cooperates_with"],
  ["cooperates_with", false, "party_cooperates_with"],
  ["supplies", true, "supplier_of"],
  ["supplies", false, "supplied_by"],
];
/** @type {Ties} */
const OWNERSHIP = [
  ["part_of", true, "belongs_to"],
  ["invests_in", false, "funded_by"],
  ["part_of", false, "holds"],
  ["invests_in", true, "funds"],
];
/** A line of a project tells so many of its figures. */
const MOST_FIGURES = 3;
const BODIES = ["company", "institution", "agency", "zone"];
const WORKS_AND_PROGRAMMES = [...WORKS, "programme"];

/**
 * @param {Model} model
 * @param {Node} node
 * @returns {Section[]}
 */
export const companyStory = (model, node) => [
  { title: "officials", lines: metLines(model, node, officialPosts(model)) },
  { title: "encounters", lines: encounterLines(model, node) },
  { title: "works", lines: workLines(model, node) },
  { title: "partners", lines: tieLines(model, node, PARTNERSHIP, BODIES) },
  { title: "owners", lines: tieLines(model, node, OWNERSHIP, BODIES) },
  { title: "honours", lines: honourLines(model, node) },
  { title: "staff", lines: staffLines(model, node) },
];

/**
 * An agency or an institution.
 * @param {Model} model
 * @param {Node} node
 * @returns {Section[]}
 */
export const officeStory = (model, node) => [
  { title: "encounters", lines: encounterLines(model, node) },
  { title: "businesses", lines: metLines(model, node, isCompany) },
  { title: "staff", lines: staffLines(model, node) },
  { title: "works", lines: workLines(model, node) },
  { title: "owners", lines: tieLines(model, node, OWNERSHIP, BODIES) },
  { title: "honours", lines: honourLines(model, node) },
];

/**
 * @param {Model} model
 * @param {Node} node
 * @returns {Section[]}
 */
export const zoneStory = (model, node) => [
  { title: "encounters", lines: encounterLines(model, node) },
  { title: "businesses", lines: metLines(model, node, isCompany) },
  { title: "works", lines: workLines(model, node) },
  { title: "worksnear", lines: residentLines(model, node, WORKS_AND_PROGRAMMES) },
  { title: "residents", lines: residentLines(model, node, ["company", "institution", "zone"]) },
  { title: "administration", lines: tieLines(model, node, OWNERSHIP, [...BODIES, "place"]) },
  { title: "staff", lines: staffLines(model, node) },
  { title: "honours", lines: honourLines(model, node) },
];

const isCompany = (/** @type {Node} */ { type }) => (type === "company" ? [] : undefined);

/**
 * The projects of a body: as what it takes part, and how far each has come.
 * @param {Model} model
 * @param {Node} node
 * @returns {Line[]}
 */
function workLines(model, node) {
  const isTheirs = (/** @type {Fact} */ fact, /** @type {Node | undefined} */ other) =>
    fact.subject === node.number && partyOf(fact) !== undefined && other !== undefined && WORKS.includes(other.type);
  const lines = groupsOf(model, node, isTheirs, (fact) => String(partyOf(fact))).map((facts) => {
    const party = partyOf(model.facts[facts[0]]);
    return relationLineOf(model, node, facts, party ? partyLabel(party) : "");
  });
  return lines.map((line) => withProgress(model, line)).sort(byImportance);
}

/**
 * A line of a project with its figures and the stage that it was last read to be at, and the facts that say so.
 * @param {Model} model
 * @param {Line} line
 * @returns {Line}
 */
function withProgress(model, line) {
  const number = Number(line.other),
    step = lastStep(model, number),
    figures = attributeLines(model, model.nodes[number], [...SUMS, ...SIZES]).slice(0, MOST_FIGURES);
  const told = figures.map(({ label, detail }) => `${label} ${detail}`);
  if (step) told.push(phrase("atstage", phrase(step.stage) + phrase("aside", whenText(step.when))));
  return {
    ...line,
    detail: [line.detail, ...told].filter(Boolean).join("；"),
    facts: [...line.facts, ...figures.flatMap(({ facts }) => facts), ...(step?.facts ?? [])],
  };
}

/**
 * @param {Model} model
 * @param {Node} node
 * @param {Ties} ties
 * @param {string[]} types
 */
function tieLines(model, node, ties, types) {
  const indexOf = (/** @type {Fact} */ fact) => ties.findIndex(([predicate, isSubject]) => fact.predicate === predicate && isSubject === (fact.subject === node.number)); // prettier-ignore
  const groups = groupsOf(model, node, (fact, other) => other !== undefined && types.includes(other.type) && indexOf(fact) >= 0, (fact) => String(indexOf(fact))); // prettier-ignore
  const placeOf = (/** @type {number[]} */ [first]) => indexOf(model.facts[first]);
  return groups.sort((a, b) => placeOf(a) - placeOf(b)).map((facts) => relationLineOf(model, node, facts, phrase(ties[placeOf(facts)][2])));
}

/**
 * What a body or a person was recognised as, by whom.
 * @param {Model} model
 * @param {Node} node
 */
export function honourLines(model, node) {
  const honourOf = (/** @type {Fact} */ { qualifiers = [] }) => qualifiers.find(([name]) => name === "honour")?.[1] ?? "";
  return groupsOf(model, node, (fact) => fact.predicate === "recognised_by" && fact.subject === node.number, honourOf).map((facts) => {
    const label = honourOf(model.facts[facts[0]]) || termLabel(model.terms.predicates.get("recognised_by"));
    return relationLineOf(model, node, facts, label, ["honour"]);
  });
}

/**
 * Who holds which post at a body, and when that was in the paper.
 * @param {Model} model
 * @param {Node} node
 */
const staffLines = (model, node) =>
  groupsOf(model, node, (fact) => fact.predicate === "holds_post" && fact.object === node.number, postKey)
    .map((facts) => postLine(model, node, facts))
    .sort(byImportance);

/** What tells posts apart. @param {Fact} fact */
export const postKey = ({ qualifiers = [] }) => qualifiers.find(([name]) => name === "title")?.[1] ?? "";

/**
 * One post: its title, where or who, and from when to when it was in the paper.
 * @param {Model} model
 * @param {Node} node
 * @param {number[]} facts
 * @returns {Line}
 */
export function postLine(model, node, facts) {
  const title = model.facts[facts[0]].qualifiers?.find(([name]) => name === "title")?.[1] ?? phrase("postunnamed"),
    line = relationLineOf(model, node, facts, title, ["title"]);
  const dates = reportDates(model, facts);
  return { ...line, dates: dates && phrase("reported", dates) };
}

/**
 * What is in a zone.
 * @param {Model} model
 * @param {Node} node
 * @param {string[]} types
 */
function residentLines(model, node, types) {
  const groups = groupsOf(model, node, (fact, other) => fact.predicate === "located_in" && fact.object === node.number && other !== undefined && types.includes(other.type), () => ""); // prettier-ignore
  return groups
    .map((facts) => withProgress(model, relationLineOf(model, node, facts, termLabel(model.terms.types.get(typeOf(model, facts))))))
    .sort(byImportance);
}

/**
 * @param {Model} model
 * @param {number[]} facts
 */
const typeOf = (model, [first]) => model.nodes[model.facts[first].subject].type;
