// The timeline: months as headings, a bar for each to jump by, entries that open their quotes.

import { currentLanguage, phrase } from "../i18n.js";
import { headlineOf } from "../model/citations.js";
import { factFilter } from "../model/filter.js";
import { timeline } from "../model/timeline.js";
import { whenText } from "../model/when.js";
import { storyLine } from "./story.js";
import { button, byId, el, fill, nameText, put } from "./elements.js";
import { model } from "./embedded.js";
import { grouped, sentenceLine } from "./facts.js";
import { folded, openLine } from "./folded.js";
import { currentSelection, currentState, hrefOf } from "./navigation.js";

/** @import { Entry, Period } from "../model/timeline.js" */

const MOST_ENTRIES = 40;
const TALLEST = 44;
const MONTH = new Intl.DateTimeFormat("en", { month: "long" });

export function drawTimeline() {
  const periods = timeline(model, factFilter(model, currentState())),
    most = Math.max(...periods.map(({ entries }) => entries.length));
  put(
    byId("time"),
    el("h1", {}, phrase("time")),
    el("p", { class: "note" }, phrase("timehelp")),
    !periods.length && el("p", { class: "empty" }, phrase("noentries")),
    periods.length > 1 &&
      el(
        "nav",
        { class: "months", "aria-label": phrase("periods") },
        periods.map((period) => bar(period, most)),
      ),
    periods.map(section),
  );
}

/** 2022年11月; 11月（年份不明）. @param {Period} period */
function title({ year, month }) {
  if (!month) return year ? phrase("monthunknown", year) : phrase("nodate");
  const named = currentLanguage() === "zh" ? `${Number(month)}月` : MONTH.format(new Date(2000, Number(month) - 1));
  return year ? phrase("yearmonth", year, named) : phrase("unknownyear", named);
}

/**
 * @param {Period} period
 * @param {number} most
 */
function bar(period, most) {
  const count = period.entries.length,
    shown = el("span", { class: "bar", style: `height:${Math.max(3, Math.round((TALLEST * count) / most))}px` });
  const jump = button("", () => jumpTo(period), { class: period.year ? null : "unknown" });
  fill(jump, [
    shown,
    el("span", {}, period.year ?? "?"),
    el("span", {}, period.month ?? "?"),
    el("span", { class: "unseen" }, `${title(period)} ${phrase("nentries", count)}`),
  ]);
  return jump;
}

/** @param {Period} period */
function jumpTo({ key }) {
  const heading = byId("month-" + key);
  heading.scrollIntoView({ block: "start" });
  heading.focus({ preventScroll: true });
}

/** @param {Period} period */
const section = (period) =>
  el(
    "section",
    { class: "story" },
    el("h2", { id: "month-" + period.key, tabindex: -1 }, title(period), el("span", { class: "count" }, phrase("nentries", period.entries.length))),
    el("ol", { class: "life" }, folded(period.entries, MOST_ENTRIES, item)),
  ); // prettier-ignore

/** @param {Entry} entry */
const item = (entry) =>
  el(
    "li",
    { class: [entry.line?.ahead && "ahead", !entry.line && "report", isOfSelected(entry) && "lit"].filter(Boolean).join(" ") || null },
    entry.line ? storyLine(entry.line, true, false) : report(entry),
  );

/** Whether an entry has to do with what is selected. @param {Entry} entry */
function isOfSelected({ facts }) {
  const selection = currentSelection();
  if (selection.kind !== "node") return false;
  return facts.some((number) => [model.facts[number].subject, model.facts[number].object].includes(selection.node));
}

/** What else an article says. @param {Entry} entry */
function report({ when, article = 0, facts }) {
  const said = model.articles[article],
    title = el("a", { class: "thing", href: hrefOf({ selected: "@" + said.id }) }, nameText(headlineOf(said), 60));
  return openLine([el("span", { class: "when" }, whenText(when)), title], null, phrase("nfacts", facts.length), () =>
    folded(grouped(facts), MOST_ENTRIES, (group) => sentenceLine(group)),
  );
}
