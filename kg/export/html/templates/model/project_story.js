// The dossier of a project or a facility: who does what, money, sizes, its course, and the projects it has to do with.

import { phrase, termLabel } from "../i18n.js";
import { courseLines, deviationLines, stepsOf } from "./course.js";
import { eventsOf } from "./encounters.js";
import { nodeName } from "./model.js";
import { attributeLines, groupsOf, otherOf, relationLineOf, WORKS } from "./story.js";
import { compareText } from "./when.js";

/** @import { Fact } from "../data" */
/** @import { Phrase } from "../i18n.js" */
/** @import { Model, Node } from "./model.js" */
/** @import { Line, Section } from "./story.js" */

/** Kinds of parties in this order: roles of undertaking, then predicates. */
const PARTIES = /** @type {const} */ ([
  "owner",
  "developer",
  "planner",
  "promoter",
  "contractor",
  "undertakes",
  "invests_in",
  "supplies",
  "oversees",
  "assists",
  "participates_in",
  "runs",
  "cooperates_with",
]);
/** The parties that one asks for of every project. */
const ASKED = /** @type {const} */ (["owner", "contractor", "supplies", "invests_in", "oversees"]);
export const SUMS = ["total_investment", "completed_investment", "contract_amount", "funding"];
export const SIZES = ["area", "floor_area", "capacity", "output", "members", "patents"];
const MOST_RELATED = 12;

/** @typedef {(typeof PARTIES)[number]} Party */

/**
 * What kind of party a relation makes of somebody; undefined if of none.
 * @param {Fact} fact
 * @returns {Party | undefined}
 */
export function partyOf({ family, predicate, qualifiers = [] }) {
  if (family !== "relation") return undefined;
  const role = qualifiers.find(([name]) => name === "role")?.[1];
  return PARTIES.find((party) => party === role) ?? PARTIES.find((party) => party === predicate);
}

/** The label of a party. @param {Party} party */
export const partyLabel = (party) => phrase(/** @type {Phrase} */ ("party_" + party));

/**
 * @param {Model} model
 * @param {Node} node
 * @returns {Section[]}
 */
export function projectStory(model, node) {
  const steps = stepsOf(model, node.number),
    parties = partyLines(model, node);
  return [
    { title: "course", lines: courseLines(model, node) },
    { title: "deviations", lines: deviationLines(steps) },
    { title: "parties", lines: parties, note: notRead(model, parties) },
    { title: "money", lines: [...attributeLines(model, node, SUMS), ...amountLines(model, node)] },
    { title: "sizes", lines: attributeLines(model, node, SIZES) },
    { title: "related", lines: relatedLines(model, node) },
  ];
}

/**
 * Who has which part in a project.
 * @param {Model} model
 * @param {Node} node
 */
function partyLines(model, node) {
  const groups = groupsOf(model, node, (fact) => fact.object === node.number && partyOf(fact) !== undefined, (fact) => String(partyOf(fact))); // prettier-ignore
  const kindOf = (/** @type {number[]} */ [first]) => /** @type {Party} */ (partyOf(model.facts[first]));
  return groups
    .sort((a, b) => PARTIES.indexOf(kindOf(a)) - PARTIES.indexOf(kindOf(b)))
    .map((facts) => {
      const told = PARTIES.includes(/** @type {Party} */ (roleOf(model.facts[facts[0]]))) ? ["role"] : [];
      return relationLineOf(model, node, facts, partyLabel(kindOf(facts)), told);
    });
}

/** @param {Fact} fact */
const roleOf = ({ qualifiers = [] }) => qualifiers.find(([name]) => name === "role")?.[1];

/**
 * Which of the parties that one asks for are not read.
 * @param {Model} model
 * @param {Line[]} lines
 */
function notRead(model, lines) {
  const read = new Set(lines.flatMap(({ facts }) => facts.map((number) => partyOf(model.facts[number]))));
  const missing = ASKED.filter((party) => !read.has(party)).map(partyLabel);
  return missing.length ? phrase("notread", missing.join(phrase("and"))) : undefined;
}

/**
 * The sums that relations of a project tell: who pays, takes or supplies for how much.
 * @param {Model} model
 * @param {Node} node
 * @returns {Line[]}
 */
function amountLines(model, node) {
  const amountOf = (/** @type {Fact} */ { qualifiers = [] }) => qualifiers.find(([name]) => name === "amount")?.[1];
  const groups = groupsOf(model, node, (fact) => fact.family === "relation" && amountOf(fact) !== undefined, (fact) => fact.predicate + amountOf(fact)); // prettier-ignore
  return groups.map((facts) => {
    const fact = model.facts[facts[0]],
      party = partyOf(fact),
      label = party ? partyLabel(party) : termLabel(model.terms.predicates.get(fact.predicate));
    return { ...relationLineOf(model, node, facts, label), detail: amountOf(fact) };
  });
}

/**
 * The projects that a project has to do with, each for its strongest reason: told by a page, a whole and its phases, or a party, an
 * event or a zone that both have.
 * @param {Model} model
 * @param {Node} node
 */
function relatedLines(model, node) {
  /** @type {Map<number, Line>} */
  const found = new Map();
  const add = (/** @type {Line[]} */ lines) => {
    for (const line of lines) if (line.other !== undefined && !found.has(line.other)) found.set(line.other, line);
  };
  add(toldLines(model, node));
  add(phaseLines(model, node));
  add(sharedLines(model, node, (fact) => fact.object === node.number && partyOf(fact) !== undefined, "viaparty"));
  add(eventLines(model, node));
  add(sharedLines(model, node, (fact) => fact.predicate === "located_in" && fact.subject === node.number, "viazone"));
  found.delete(node.number);
  return [...found.values()].slice(0, MOST_RELATED);
}

const isWork = (/** @type {Node | undefined} */ node) => node !== undefined && WORKS.includes(node.type);

/**
 * @param {Model} model
 * @param {Node} node
 */
const toldLines = (model, node) =>
  groupsOf(model, node, ({ family }, other) => family === "relation" && isWork(other), ({ predicate }) => predicate).map((facts) =>
    relationLineOf(model, node, facts, termLabel(model.terms.predicates.get(model.facts[facts[0]].predicate))),
  ); // prettier-ignore

/**
 * The whole that a project is a phase of, and its phases: by their names, for which a first mention of each is quoted.
 * @param {Model} model
 * @param {Node} node
 * @returns {Line[]}
 */
function phaseLines(model, { number }) {
  const whole = model.lifeLines.get(number)?.whole ?? -1;
  const phases = [...model.lifeLines].filter(([, life]) => life.whole === number).map(([phase]) => phase);
  const lineOf = (/** @type {Phrase} */ key, /** @type {number} */ other) => ({
    label: phrase(key),
    other,
    facts: model.nodes[other].facts.slice(0, 1),
    isInferred: true,
  });
  return [...(whole >= 0 ? [lineOf("wholeof", whole)] : []), ...phases.map((phase) => lineOf("phaseof", phase))];
}

/**
 * Other projects at the other end of the same kind of relation: of one party, in one zone. What ties nearly everything tells nothing.
 * @param {Model} model
 * @param {Node} node
 * @param {(fact: Fact) => boolean} fits
 * @param {"viaparty" | "viazone"} reason
 * @returns {Line[]}
 */
function sharedLines(model, node, fits, reason) {
  return groupsOf(model, node, (fact, other) => fits(fact) && other !== undefined && !other.hub, () => "").flatMap((own) => {
    const middle = model.nodes[Number(otherOf(model.facts[own[0]], node.number))];
    const fitsThere = (/** @type {Fact} */ fact) => (reason === "viazone" ? fact.predicate === "located_in" && fact.object === middle.number : fact.subject === middle.number && partyOf(fact) !== undefined);
    return groupsOf(model, middle, (fact, other) => fitsThere(fact) && isWork(other), () => "").map((theirs) => ({
      label: phrase(reason, nodeName(model, middle.number)),
      other: otherOf(model.facts[theirs[0]], middle.number),
      facts: [...own, ...theirs],
      isInferred: true,
    }));
  }); // prettier-ignore
}

/**
 * Projects at the same event, the most important first.
 * @param {Model} model
 * @param {Node} node
 * @returns {Line[]}
 */
function eventLines(model, node) {
  return eventsOf(model, node)
    .sort((a, b) => compareText(model.nodes[a].name, model.nodes[b].name))
    .flatMap((event) => {
      const roles = model.nodes[event].facts.filter((number) => isWork(model.nodes[model.facts[number].subject])),
        own = roles.filter((number) => model.facts[number].subject === node.number);
      return roles
        .filter((number) => !own.includes(number))
        .map((number) => ({
          label: phrase("viaevent", nodeName(model, event)),
          other: model.facts[number].subject,
          facts: [...own, number],
          isInferred: true,
        }));
    });
}
