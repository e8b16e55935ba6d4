// Facts as a table for spreadsheets.

import { quoteText } from "../model/citations.js";
import { factFilter } from "../model/filter.js";
import { articleOf, nodeName } from "../model/model.js";
import { predicateOf, qualifierText } from "../model/sentences.js";
import { termLabel } from "../i18n.js";
import { visibleFacts } from "../scenes/scene.js";

/** @import { Fact } from "../data" */
/** @import { Model } from "../model/model.js" */
/** @import { State } from "../model/state.js" */
/** @import { Scene } from "../scenes/scene.js" */

const BYTE_ORDER_MARK = "\ufeff";

/** The columns, and what stands in them. @type {Record<string, (model: Model, fact: Fact) => string | number | undefined>} */
const COLUMNS = {
  subject: (model, fact) => nodeName(model, fact.subject),
  subject_type: (model, fact) => model.nodes[fact.subject].type,
  predicate: (_, fact) => fact.predicate,
  label: (model, fact) => termLabel(predicateOf(model, fact)),
  object: (model, fact) => (fact.object === undefined ? fact.value : nodeName(model, fact.object)),
  object_type: (model, fact) => (fact.object === undefined ? "" : model.nodes[fact.object].type),
  qualifiers: qualifierText,
  status: (_, fact) => fact.status || "stated",
  confidence: (_, fact) => fact.confidence,
  sources: (_, fact) => fact.sources || 1,
  quote: quoteText,
  headline: (model, fact) => articleOf(model, fact).headline,
  date: (model, fact) => articleOf(model, fact).date,
  page: (model, fact) => model.pages[articleOf(model, fact).page].name,
  fact: (_, fact) => fact.id,
};

/**
 * The facts that a scene draws, and the attributes of its nodes.
 * @param {Model} model
 * @param {State} state
 * @param {Scene} scene
 */
export function csvText(model, state, scene) {
  const passes = factFilter(model, state),
    shown = new Set(scene.nodes.map(({ id }) => id));
  const attributes = model.facts.filter((fact) => fact.family === "attribute" && shown.has(fact.subject) && passes(fact));
  const rows = [...visibleFacts(model, scene), ...attributes].map((fact) => Object.values(COLUMNS).map((column) => column(model, fact)));
  return BYTE_ORDER_MARK + [Object.keys(COLUMNS), ...rows].map((row) => row.map(cell).join(",") + "\r\n").join("");
}

/**
 * A cell that a spreadsheet would run as a formula gets an apostrophe in front.
 * @param {string | number | undefined} value
 */
export function cell(value) {
  const text = String(value ?? ""),
    safe = /^[=+\-@\t\r]/.test(text) ? "'" + text : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
