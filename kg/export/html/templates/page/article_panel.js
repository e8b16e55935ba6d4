// A whole article, with names as links and the quote of a fact marked.

import { phrase, termLabel } from "../i18n.js";
import { inUnits, sourceLine } from "../model/citations.js";
import { button, el } from "./elements.js";
import { model } from "./embedded.js";
import { go, hrefOf, idOf } from "./navigation.js";
import { marked } from "./quotes.js";

/** @import { Article, Fact, Range } from "../data" */
/** @import { Child } from "./elements.js" */

/** A name that an article prints. @typedef {{ range: Range, node: number }} Name */

/**
 * @param {number} number
 * @param {Fact | undefined} fact
 */
export function articlePanel(number, fact) {
  const article = model.articles[number],
    ranges = fact && fact.article === number ? inUnits(article, fact.ranges) : [];
  const panel = el(
    "article",
    { class: "paper", lang: "zh" },
    el("p", { class: "source" }, sourceLine(model, article)),
    body(article, ranges),
  );
  requestAnimationFrame(() => panel.querySelector("mark")?.scrollIntoView({ block: "center" }));
  return [
    panel,
    button(phrase("article") + " → " + phrase("graph"), () => go({ view: "graph", article: article.id, everything: "1", selected: "" }), {
      class: "wide",
    }),
  ];
}

/**
 * The article's lines, each as what its section is.
 * @param {Article} article
 * @param {Range[]} ranges
 */
function body(article, ranges) {
  const names = namesOf(article);
  return (article.sections || []).flatMap(([kind, ...section]) => {
    const [[start, end]] = inUnits(article, [section]);
    const tag = kind === "headline" ? "h2" : kind === "body" ? "p" : "h3";
    return linesOf(article.text, [start, end]).map((line) => el(tag, {}, linked(article.text, line, ranges, names)));
  });
}

/**
 * The lines of a part of a text that hold anything.
 * @param {string} text
 * @param {Range} part
 */
function linesOf(text, [start, end]) {
  /** @type {Range[]} */
  const lines = [];
  let at = start;
  for (const line of text.slice(start, end).split("\n")) {
    if (line) lines.push([at, at + line.length]);
    at += line.length + 1;
  }
  return lines;
}

/**
 * @param {Article} article
 * @returns {Name[]}
 */
function namesOf(article) {
  const names = article.names || [];
  const ranges = inUnits(
    article,
    names.map(([start, end]) => [start, end]),
  );
  return names.map(([, , node], i) => ({ range: ranges[i], node }));
}

/**
 * A part of a text with names as links; no name stands in another, and a quote may begin or end inside one.
 * @param {string} text
 * @param {Range} part
 * @param {Range[]} ranges
 * @param {Name[]} names
 */
function linked(text, [from, to], ranges, names) {
  /** @type {Child[]} */
  const pieces = [];
  let at = from;
  for (const { range, node } of names) {
    const [start, end] = range;
    if (start < at || end > to) continue;
    const type = model.terms.types.get(model.nodes[node].type);
    const link = el("a", { class: "name", href: hrefOf({ selected: idOf(node) }), title: termLabel(type) }, marked(text, range, ranges));
    pieces.push(marked(text, [at, start], ranges), link);
    at = end;
  }
  pieces.push(marked(text, [at, to], ranges));
  return pieces;
}
