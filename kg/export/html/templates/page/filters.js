// The panel of filters on the left: it shows the state and asks for another.

import { currentLanguage, phrase } from "../i18n.js";
import { headlineOf } from "../model/citations.js";
import { listOf, toggled } from "../model/lists.js";
import { FAMILY_KEYS, predicateKey } from "../model/sentences.js";
import { LARGE } from "../model/state.js";
import { cut } from "../text.js";
import { bothLabels, button, byId, el, isChecked, put, symbol, valueOf } from "./elements.js";
import { model } from "./embedded.js";
import { currentState, go } from "./navigation.js";

/** @import { Fact, Term, TypeTerm } from "../data" */
/** @import { Child } from "./elements.js" */

/** Whether the list of relations is open: it stays so when the panel is drawn again. */
let areRelationsOpen = false;

export function drawFilters() {
  put(
    byId("side"),
    el("div", { class: "row" }, unfoldButton(), communitiesButton()),
    typeChecks(),
    relationChecks(),
    articleChoice(),
    dateRange(),
    leastConfidence(),
    leastSources(),
    button(phrase("reset"), reset, { class: "wide", id: "reset" }),
    el(
      "p",
      { class: "note" },
      phrase("source", model.pages.length, model.articles.length, model.facts.length),
      " ",
      phrase("measured"),
      !model.isImportanceExact && phrase("estimated"),
    ),
  );
}

const reset = () =>
  go({ hiddenTypes: "", hiddenPredicates: "", article: "", from: "", to: "", confidence: "0", sources: "1", undated: "0" });

function unfoldButton() {
  const { grouped, everything } = currentState(),
    isAll = everything === "1";
  if (grouped !== "1" && model.nodes.length > LARGE) return null;
  return button(
    isAll ? phrase("fold") : phrase("unfold"),
    () => go(isAll ? { everything: "", opened: "" } : { everything: "1", grouped: "" }),
    {
      class: "grow",
      id: "unfold",
    },
  );
}

function communitiesButton() {
  const isGrouped = currentState().grouped === "1";
  return button(phrase("groups"), () => go({ grouped: isGrouped ? "" : "1", opened: "", view: "graph" }), {
    class: "grow",
    "aria-pressed": String(isGrouped),
    id: "groups",
  });
}

/**
 * @template T
 * @param {T[]} items
 * @param {(item: T) => string} keyOf
 */
function countBy(items, keyOf) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) || 0) + 1);
  return counts;
}

function typeChecks() {
  const counts = countBy(model.nodes, (node) => node.type);
  const types = [...model.terms.types.values()].filter(({ id }) => counts.has(id));
  return el(
    "fieldset",
    { id: "types" },
    el("legend", {}, phrase("legend")),
    types.map((term) => typeCheck(term, counts.get(term.id))),
  );
}

/**
 * @param {TypeTerm} term
 * @param {number | undefined} count
 */
function typeCheck(term, count) {
  const { hiddenTypes } = currentState(),
    others = [...model.terms.types.keys()].filter((id) => id !== term.id);
  return checkRow({
    id: "show-" + term.id,
    content: [symbol(term), el("span", { class: "grow", title: term.about?.[currentLanguage()] }, bothLabels(term))],
    count,
    checked: !listOf(hiddenTypes).includes(term.id),
    onChange: (on) => go({ hiddenTypes: toggled(hiddenTypes, term.id, !on) }),
    onOnly: () => go({ hiddenTypes: others.join(",") }),
  });
}

function relationChecks() {
  const { predicates, roles, attributes } = model.terms,
    counts = countBy(model.facts, predicateKey);
  const details = el("details", { id: "relations", open: currentState().hiddenPredicates !== "" || areRelationsOpen, ontoggle: keepOpen });
  function keepOpen() {
    areRelationsOpen = details.open;
  }
  put(
    details,
    el("summary", {}, phrase("relations")),
    predicateChecks("relation", phrase("relations"), [...predicates.values()], counts),
    predicateChecks("role", phrase("events"), [...roles.values()], counts),
    predicateChecks("attribute", phrase("attributes"), [...attributes.values()], counts),
  );
  return details;
}

/**
 * @param {Fact["family"]} family
 * @param {string} title
 * @param {Term[]} terms
 * @param {Map<string, number>} counts
 */
function predicateChecks(family, title, terms, counts) {
  const { hiddenPredicates } = currentState(),
    keyOf = (/** @type {Term} */ term) => FAMILY_KEYS[family] + ":" + term.id;
  const found = terms.filter((term) => counts.has(keyOf(term)));
  if (!found.length) return null;
  const rows = found.map((term) =>
    checkRow({
      id: `show-${FAMILY_KEYS[family]}-${term.id}`,
      content: bothLabels(term),
      count: counts.get(keyOf(term)),
      checked: !listOf(hiddenPredicates).includes(keyOf(term)),
      onChange: (on) => go({ hiddenPredicates: toggled(hiddenPredicates, keyOf(term), !on) }),
    }),
  );
  return [el("h3", {}, title), rows];
}

/**
 * @param {{ id: string, content: Child, count: number | undefined, checked: boolean, onChange: (on: boolean) => void, onOnly?: () => void }} row
 */
const checkRow = ({ id, content, count, checked, onChange, onOnly }) =>
  el(
    "div",
    { class: "check" },
    el("label", {}, el("input", { type: "checkbox", id, checked, onchange: (event) => onChange(isChecked(event)) }), content),
    el("span", { class: "count" }, count),
    onOnly && button(phrase("only"), onOnly, { class: "only" }),
  );

function articleChoice() {
  const options = model.articles.map((article) => {
    const text = `${model.pages[article.page].name.slice(0, 6)}·${article.number} ${headlineOf(article)}`;
    return el("option", { value: article.id, selected: currentState().article === article.id }, cut(text, 40));
  });
  return el(
    "fieldset",
    {},
    el("legend", {}, phrase("article")),
    el(
      "select",
      { id: "article", "aria-label": phrase("article"), onchange: (event) => go({ article: valueOf(event) }) },
      el("option", { value: "" }, phrase("everyarticle")),
      options,
    ),
  );
}

const dateRange = () =>
  el(
    "fieldset",
    { class: "dates" },
    el("legend", {}, phrase("dates")),
    dateBox("from"),
    dateBox("to"),
    el(
      "label",
      { class: "check" },
      el("input", {
        type: "checkbox",
        id: "und",
        checked: currentState().undated === "1",
        onchange: (event) => go({ undated: isChecked(event) ? "1" : "0" }),
      }),
      phrase("undated"),
    ),
  );

/** @param {"from" | "to"} end */
function dateBox(end) {
  /** @type {HTMLInputElement} */
  const input = el("input", {
    id: end,
    type: "text",
    inputmode: "numeric",
    placeholder: "2022-11",
    pattern: "(\\d{4}(-\\d{2}){0,2}|\\d{2}-\\d{2})",
    value: currentState()[end],
    onchange: () => input.checkValidity() && go({ [end]: input.value }),
  });
  return el("label", {}, phrase(end), " ", input);
}

function leastConfidence() {
  const { confidence } = currentState(),
    output = el("output", { id: "conf-out" }, confidence + "%");
  const slider = el("input", {
    id: "conf",
    type: "range",
    min: 0,
    max: 100,
    step: 5,
    value: confidence,
    "aria-label": phrase("confidence"),
    oninput: (event) => put(output, valueOf(event) + "%"),
    onchange: (event) => go({ confidence: valueOf(event) }),
  });
  return el("fieldset", {}, el("legend", {}, phrase("confidence"), " ", output), slider);
}

function leastSources() {
  const box = el("input", {
    id: "src",
    type: "number",
    min: 1,
    max: 99,
    value: currentState().sources,
    "aria-label": phrase("sources"),
    onchange: (event) => go({ sources: String(Math.max(1, Math.round(Number(valueOf(event))) || 1)) }),
  });
  return el("fieldset", {}, el("legend", {}, phrase("sources")), box);
}
