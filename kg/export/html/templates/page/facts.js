// Facts as lines of a panel; every line opens its quotes.

import { dateText, phrase, termLabel } from "../i18n.js";
import { nodeName, pushTo } from "../model/model.js";
import { predicateOf, qualifierText, sentence } from "../model/sentences.js";
import { el, nameText, symbol } from "./elements.js";
import { model } from "./embedded.js";
import { openLine } from "./folded.js";
import { currentState, hrefOf, idOf } from "./navigation.js";
import { chips, quoteBlock } from "./quotes.js";

/** @import { Fact } from "../data" */
/** @import { Child, Children } from "./elements.js" */

/**
 * A link to a node.
 * @param {number} number
 */
export function nodeLink(number, most = 60, name = nodeName(model, number)) {
  const { view } = currentState();
  return el(
    "a",
    { class: "thing", href: hrefOf({ selected: idOf(number), view: view === "trace" || view === "list" ? "graph" : view }) },
    symbol(model.nodes[number], 12),
    nameText(name, most),
  );
}

/**
 * One line for facts that say the same.
 * @param {number[]} facts
 * @param {Children} text
 * @param {Child} extra
 */
export function factLine(facts, text, extra = null, open = false) {
  const surest = facts.reduce((best, number) => (model.facts[number].confidence > model.facts[best].confidence ? number : best));
  const words = facts.length > 1 ? phrase("quotes", facts.length) : phrase("quote");
  return openLine(text, [extra, chips(surest)], words, () => facts.map((number) => quoteBlock(model.facts[number])), open);
}

/**
 * A line that says a whole sentence.
 * @param {number[]} facts
 */
export const sentenceLine = (facts, open = false) => factLine(facts, [sentence(model, model.facts[facts[0]])], null, open);

/**
 * Facts in groups that say the same in several articles: each is one line with several quotes.
 * @param {number[]} facts
 */
export function grouped(facts) {
  /** @type {Map<string, number[]>} */
  const groups = new Map();
  for (const number of facts) pushTo(groups, meaningOf(model.facts[number]), number);
  return [...groups.values()];
}

/** @param {Fact} fact */
const meaningOf = ({ subject, predicate, object, value, qualifiers = [] }) =>
  [subject, predicate, object, value, qualifiers.join()].join("|");

/**
 * A line as the panel of the node `from` has it: what is said of it, and of whom.
 * @param {number[]} facts
 * @param {number} from
 */
export function relationLine(facts, from) {
  const fact = model.facts[facts[0]],
    term = predicateOf(model, fact),
    label = el("b", {}, termLabel(term)),
    more = qualifierText(model, fact);
  if (fact.family === "attribute") return factLine(facts, [label, " ", fact.value, more && el("span", { class: "more" }, more)]);
  if (fact.object === undefined) return factLine(facts, [label, " ", more]);
  const isOutward = fact.subject === from,
    other = isOutward ? fact.object : fact.subject,
    date = model.nodes[other].event?.date;
  return factLine(
    facts,
    [
      label,
      term.symmetric ? " ↔ " : isOutward ? " → " : " ← ",
      nodeLink(other),
      more && el("span", { class: "more" }, more),
      date && el("span", { class: "more" }, dateText(date)),
    ],
    figures(other, from),
  );
}

/**
 * What is known of a project in figures, told beside its name: its sums, dates and progress.
 * @param {number} number
 * @param {number} from
 */
function figures(number, from) {
  const { type, facts } = model.nodes[number];
  if (!["project", "facility"].includes(type) || model.nodes[from].type === type) return null;
  const attributes = grouped(facts.filter((other) => model.facts[other].family === "attribute")).map(([first]) => model.facts[first]);
  const texts = attributes.map((fact) => `${termLabel(predicateOf(model, fact))} ${fact.value}`);
  return texts.length ? el("span", { class: "figures" }, texts.slice(0, 4).join(" · ")) : null;
}
