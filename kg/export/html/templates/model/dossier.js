// All that is known of one thing as plain text: what is said, in what words, and where it was printed.

import { dateText, phrase, termLabel } from "../i18n.js";
import { quoteText, sourceLine } from "./citations.js";
import { articleOf, pushTo } from "./model.js";
import { predicateOf, sentence } from "./sentences.js";

/** @import { Model } from "./model.js" */

/** A line of a dossier: what is said, and the numbers of the facts that say it. @typedef {{ said: string, facts: number[] }} Said */

/**
 * What is said of a thing, each once with all its facts, in the order of the ontology and the dates.
 * @param {Model} model
 * @param {number} number
 * @returns {Said[]}
 */
export function saidOf(model, number) {
  const order = [...model.terms.predicates.keys(), ...model.terms.attributes.keys(), ...model.terms.roles.keys()];
  const rank = (/** @type {number} */ fact) => order.indexOf(predicateOf(model, model.facts[fact]).id),
    date = (/** @type {number} */ fact) => articleOf(model, model.facts[fact]).date ?? "\uffff";
  /** @type {Map<string, number[]>} */
  const found = new Map();
  for (const fact of [...model.nodes[number].facts].sort((a, b) => rank(a) - rank(b) || date(a).localeCompare(date(b)) || a - b))
    pushTo(found, sentence(model, model.facts[fact]), fact);
  return [...found].map(([said, facts]) => ({ said, facts }));
}

/**
 * @param {Model} model
 * @param {number} number
 */
export function dossierText(model, number) {
  const { name, type, aliases = [], event } = model.nodes[number];
  const head = [
    name,
    [termLabel(model.terms.types.get(type)), dateText(event?.date)].filter(Boolean).join(" · "),
    aliases.length && `${phrase("also")} ${aliases.join("、")}`,
  ];
  const told = saidOf(model, number).flatMap(({ said, facts }, i) => [
    "",
    `${i + 1}. ${said}`,
    ...facts.map((fact) => `   “${quoteText(model, model.facts[fact])}”\n   —— ${sourceLine(model, articleOf(model, model.facts[fact]))}`),
  ]);
  return [...head.filter(Boolean), ...told].join("\n") + "\n";
}
