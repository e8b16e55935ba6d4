// Facts as sentences, in the language chosen.

import { currentLanguage, phrase, termLabel } from "../i18n.js";
import { nodeName } from "./model.js";

/** @import { Fact, PredicateTerm, Term } from "../data" */
/** @import { Model, Via } from "./model.js" */

/**
 * @param {Model} model
 * @param {Fact} fact
 * @returns {Term & Partial<PredicateTerm>}
 */
export function predicateOf({ terms }, fact) {
  const known = { attribute: terms.attributes, role: terms.roles, relation: terms.predicates }[fact.family];
  return known.get(fact.predicate) || { id: fact.predicate, zh: fact.predicate, en: fact.predicate };
}

/** @type {Record<Fact["family"], string>} */
export const FAMILY_KEYS = { relation: "p", role: "r", attribute: "a" };

/**
 * What the state calls a predicate that is hidden.
 * @param {Fact} fact
 */
export const predicateKey = (fact) => FAMILY_KEYS[fact.family] + ":" + fact.predicate;

/**
 * @param {Model} model
 * @param {Fact} fact
 */
export function qualifierText({ terms }, fact) {
  const chinese = currentLanguage() === "zh";
  return (fact.qualifiers || [])
    .map(([key, value]) => {
      const role = key === "role" ? terms.projectRoles.get(value) : undefined;
      return (termLabel(terms.qualifiers.get(key)) || key) + (chinese ? "：" : ": ") + (role ? termLabel(role) : value);
    })
    .join(chinese ? "；" : "; ");
}

/**
 * @param {Model} model
 * @param {Fact} fact
 */
export function sentence(model, fact) {
  const subject = nodeName(model, fact.subject),
    term = termLabel(predicateOf(model, fact));
  const more = qualifierText(model, fact);
  const [open, close] = currentLanguage() === "zh" ? ["（", "）"] : [" (", ")"];
  const aside = more ? open + more + close : "";
  if (fact.family === "attribute") return phrase("attribute", subject, term, fact.value) + aside;
  const object = fact.object === undefined ? "" : nodeName(model, fact.object);
  if (fact.family === "role") return phrase("directed", subject, object, term);
  return `${subject} ${term} ${object}`.trim() + aside;
}

/**
 * The labels of the predicates of these facts, each once.
 * @param {Model} model
 * @param {number[]} facts
 */
export const predicateLabels = (model, facts) => [...new Set(facts.map((number) => termLabel(predicateOf(model, model.facts[number]))))];

/**
 * One reason of a tie.
 * @param {Model} model
 * @param {Via} via
 */
export const viaText = (model, via) =>
  via.through < 0
    ? phrase("direct") + " · " + predicateLabels(model, via.facts).join("、")
    : phrase("through") + " " + nodeName(model, via.through);
