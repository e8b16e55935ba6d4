// Evidence as the page shows it: the sentence that says a thing, marked, with its source; and how sure it is.

import { phrase, termLabel } from "../i18n.js";
import { inUnits, quoteText, sentencesAround, sourceLine } from "../model/citations.js";
import { articleOf } from "../model/model.js";
import { button, el } from "./elements.js";
import { model } from "./embedded.js";
import { go } from "./navigation.js";

/** @import { Fact, Range } from "../data" */
/** @import { Child } from "./elements.js" */

/** A fact less certain than this is marked. */
const UNCERTAIN = 0.6;

/**
 * A part of a text with what ranges cover marked; line breaks are no part of the words.
 * @param {string} text
 * @param {Range} part
 * @param {Range[]} ranges
 */
export function marked(text, [from, to], ranges) {
  /** @type {Child[]} */
  const pieces = [];
  let at = from;
  for (const range of ranges) {
    const start = Math.max(range[0], at),
      end = Math.min(range[1], to);
    if (start >= end) continue;
    pieces.push(text.slice(at, start).replaceAll("\n", ""), el("mark", {}, text.slice(start, end).replaceAll("\n", "")));
    at = end;
  }
  pieces.push(text.slice(at, to).replaceAll("\n", ""));
  return pieces;
}

/** @param {Fact} fact */
export function quoteBlock(fact) {
  const article = articleOf(model, fact),
    ranges = inUnits(article, fact.ranges);
  const sentences = sentencesAround(article.text, ranges).map((part, i) => [i ? " … " : "", marked(article.text, part, ranges)]);
  return el(
    "figure",
    { class: "quote" },
    el("blockquote", { lang: "zh" }, sentences),
    el("figcaption", {}, sourceLine(model, article), " · ", phrase("offset", fact.offset + 1), quoteActions(fact)),
  );
}

/** @param {Fact} fact */
function quoteActions(fact) {
  const article = articleOf(model, fact),
    copied = el("span", { class: "note", role: "status" });
  return el(
    "span",
    { class: "actions" },
    button(phrase("readall"), () => go({ selected: `@${article.id}~${fact.id}` })),
    button(phrase("copy"), async () => {
      const done = await copyText(`“${quoteText(model, fact)}”\n—— ${sourceLine(model, article)}`);
      copied.textContent = done ? " " + phrase("copied") : "";
    }),
    copied,
  );
}

/**
 * Put text on the clipboard; true if it is there. A file opened from disk may have to do it the old way.
 * @param {string} text
 */
export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = el("textarea", { class: "unseen", value: text });
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done;
  }
}

/**
 * How many say it: 3 个独立来源; 同版 8 篇 where all stand on one page.
 * @param {Fact} fact
 */
function sourcesChip({ sources = 1, tellings = 1, onePage }) {
  if (sources > 1) return chip(" good", phrase("many", sources));
  if (tellings > 1) return chip("", phrase(onePage ? "onepage" : "onesource", tellings));
  return chip("", phrase("single"));
}

/**
 * What is to be known of a fact at a glance: its state, how sure it is, how many say it, whether others differ; in brief only what is
 * out of the ordinary.
 * @param {number} number
 */
export function chips(number, isBrief = false) {
  const { status, confidence, weak, sources = 1 } = model.facts[number],
    isUncertain = confidence < UNCERTAIN;
  return el(
    "span",
    { class: "chips" },
    status !== undefined && chip(" status", termLabel(model.terms.statuses.get(status)) || status),
    (isUncertain || !isBrief) && chip(isUncertain ? " low" : "", phrase("sure", Math.round(confidence * 100) + "%")),
    (sources > 1 || !isBrief) && sourcesChip(model.facts[number]),
    model.clashes.has(number) && chip(" low", "≠ " + phrase("clash"), phrase("clashtip")),
    weak && chip(" low", "⚠ " + phrase("weak"), phrase("weaktip")),
  );
}

/**
 * @param {string} kind
 * @param {string} text
 * @param {string} [title]
 */
export const chip = (kind, text, title) => el("span", { class: "chip" + kind, title }, text);
