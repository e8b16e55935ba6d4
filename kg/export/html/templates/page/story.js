// The dossier of a thing as the panel shows it; every line opens the quotes of the facts that say it.

import { phrase } from "../i18n.js";
import { stageRow, stepsOf } from "../model/course.js";
import { joinedQuotes } from "../model/citations.js";
import { whenText } from "../model/when.js";
import { el } from "./elements.js";
import { model } from "./embedded.js";
import { nodeLink } from "./facts.js";
import { folded, openLine } from "./folded.js";
import { chip, chips, quoteBlock } from "./quotes.js";

/** @import { Phrase } from "../i18n.js" */
/** @import { Line, Named, Section } from "../model/story.js" */

const MOST_LINES = 25;
/** A line makes at most so many quotes at once. */
const MOST_QUOTES = 8;
/** The sections that are told in time. @type {Phrase[]} */
const TIMED = ["course", "career", "encounters"];
/** The sections that stand beside those in a wide window: what happened. @type {Phrase[]} */
const HAPPENED = [...TIMED, "deviations", "officials", "businesses"];
/** The sections whose lines are open at first: the quotes are the story. @type {Phrase[]} */
const QUOTED = ["course", "deviations"];
const MOST_OPEN = 6;

/** @param {Section} section */
export const happened = ({ title }) => HAPPENED.includes(title);

/** @param {Section} section */
export function storySection({ title, lines, note }) {
  const isTimed = TIMED.includes(title),
    isOpen = QUOTED.includes(title) && lines.length <= MOST_OPEN;
  return el(
    "section",
    { class: title },
    el("h2", {}, phrase(title), lines.length > 0 && el("span", { class: "count" }, lines.length)),
    note && el("p", { class: "note" }, note),
    el(
      isTimed ? "ol" : "ul",
      { class: isTimed ? "life" : "plain" },
      folded(lines, MOST_LINES, (line) => el("li", { class: line.ahead ? "ahead" : null }, storyLine(line, isTimed, isOpen))),
    ),
  );
}

/**
 * @param {Line} line
 * @param {boolean} isTimed whether the line begins with its day
 * @param {boolean} isOpen
 */
export function storyLine(line, isTimed, isOpen) {
  const { other, named, rest, facts } = line,
    quoted = joinedQuotes(model, facts),
    isDayFirst = isTimed && !line.dates,
    day = line.dates || (line.when && (isTimed || line.when.date) && whenText(line.when));
  const said = [
    isDayFirst && el("span", { class: "when" }, day),
    line.label && el("b", {}, line.label),
    other !== undefined && nodeLink(other, 60, isTimed ? undatedName(other) : undefined),
    line.detail && el("span", { class: "more" }, line.detail),
    line.ahead && chip(" status", phrase("ahead")),
    line.isInferred ? chip("", phrase("inferred"), phrase("inferredtip")) : chips(surest(facts), true),
    !isDayFirst && day && el("span", { class: "when" }, day),
  ].map((part) => part && [part, " "]);
  const figures =
    named &&
    named.length > 0 &&
    el(
      "span",
      { class: "figures" },
      named.map((one) => [namedLink(one), " "]),
      !!rest && phrase("andmore", rest),
    );
  const words = quoted.length > 1 ? phrase("quotes", quoted.length) : phrase("quote");
  return openLine(said, figures, words, () => folded(quoted, MOST_QUOTES, quoteBlock), isOpen);
}

/**
 * The name of a node without the day at its end, which the line tells.
 * @param {number} number
 */
function undatedName(number) {
  const { name, event } = model.nodes[number];
  return event?.date && name.endsWith(" " + event.date) ? name.slice(0, -event.date.length - 1) : name;
}

/** @param {Named} named */
const namedLink = ({ node, aside }) =>
  el("span", { class: "alias" }, nodeLink(node, 30), " ", aside && el("span", { class: "more" }, aside));

/** @param {number[]} facts */
const surest = (facts) => facts.reduce((best, number) => (model.facts[number].confidence > model.facts[best].confidence ? number : best));

/**
 * How far a project has come, stage by stage; a stage of which nothing was read says so.
 * @param {number} number
 */
export function stagesRow(number) {
  const steps = stepsOf(model, number);
  if (!steps.length) return null;
  const items = stageRow(steps).map(({ stage, step }) =>
    el(
      "li",
      { class: step ? (step.ahead ? "ahead" : "taken") : "unread" },
      el("b", {}, phrase(stage)),
      el(
        "span",
        { class: step ? null : "unseen" },
        step ? [step.ahead && phrase("ahead") + " ", whenText(step.when)] : phrase("stageunread"),
      ),
    ),
  );
  return el("ol", { class: "stages", "aria-label": phrase("stagesread") }, items);
}
