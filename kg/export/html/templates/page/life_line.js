// The life line of a project: what was planned, signed, begun and finished, in that order.

import { isPhrase, phrase } from "../i18n.js";
import { cut } from "../text.js";
import { el } from "./elements.js";
import { model } from "./embedded.js";
import { factLine, nodeLink } from "./facts.js";

/** @import { LifeStep } from "../data" */

/** @param {number} number */
export function lifeSection(number) {
  const life = model.lifeLines.get(number),
    phases = [...model.lifeLines].filter(([, { whole }]) => whole === number).map(([phase]) => phase);
  if (!life && !phases.length) return null;
  return el(
    "section",
    {},
    el("h2", {}, phrase("life")),
    life && life.whole >= 0 && el("p", {}, phrase("phase"), " ", nodeLink(life.whole)),
    phases.length > 0 &&
      el(
        "p",
        {},
        phrase("phases"),
        " ",
        phases.map((phase) => [nodeLink(phase), " "]),
      ),
    life && el("ol", { class: "life" }, life.steps.map(stepItem)),
  );
}

/**
 * A step that lay ahead when it was printed says so.
 * @param {LifeStep} step
 */
const stepItem = ([stage, printed, date, ahead, fact]) =>
  el(
    "li",
    { class: ahead ? "ahead" : null },
    factLine(
      [fact],
      [
        el("b", {}, isPhrase(stage) ? phrase(stage) : stage),
        " ",
        date,
        " ",
        el("span", { class: "more" }, cut(printed, 40)),
        ahead && el("span", { class: "chip" }, phrase("ahead")),
      ],
    ),
  );
