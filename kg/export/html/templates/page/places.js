// The map of places: provinces as a sketch to jump by, below it a box for each division with what is in it.

import { phrase } from "../i18n.js";
import { factFilter } from "../model/filter.js";
import { PROVINCES, places } from "../model/places.js";
import { byId, el, put } from "./elements.js";
import { model } from "./embedded.js";
import { nodeLink } from "./facts.js";
import { folded } from "./folded.js";
import { currentSelection, currentState } from "./navigation.js";

/** @import { Area, Placed } from "../model/places.js" */

const MOST_THINGS = 30;
/** Headings from the province down. */
const HEADINGS = /** @type {const} */ (["h2", "h3", "h4", "h5"]);

export function drawPlaces() {
  const { provinces, unplaced } = places(model, factFilter(model, currentState()));
  put(
    byId("place"),
    el("h1", {}, phrase("place")),
    el("p", { class: "note" }, phrase("placehelp")),
    !provinces.length && !unplaced.length && el("p", { class: "empty" }, phrase("noentries")),
    provinces.length > 0 && el("nav", { class: "sketch", "aria-label": phrase("provinces") }, PROVINCES.map((tile) => province(tile, provinces))),
    provinces.map((area) => areaBox(area, 0)),
    unplaced.length > 0 &&
      el(
        "details",
        { class: "area rest" },
        el("summary", {}, phrase("unplaced"), el("span", { class: "count" }, phrase("nthings", unplaced.length))),
        el("p", { class: "things" }, folded(unplaced, 10 * MOST_THINGS, (node) => thing({ node, basis: "name" }))),
      ),
  ); // prettier-ignore
}

/**
 * A province of the sketch: a button if anything is in it, the fuller the darker.
 * @param {(typeof PROVINCES)[number]} tile
 * @param {Area[]} provinces
 */
function province([name, column, row], provinces) {
  const area = provinces.find((one) => one.name.startsWith(name)),
    style = `grid-area:${row}/${column}`;
  if (!area) return el("span", { style }, name);
  const share = Math.round(20 + (80 * area.count) / provinces[0].count);
  return el(
    "button",
    { type: "button", style: `${style};--share:${share}%`, class: share > 60 ? "full" : null, onclick: () => jumpTo(area) },
    name,
    el("b", {}, area.count),
  );
}

/** @param {Area} area */
const idOf = ({ division }) => "division-" + division;

/** @param {Area} area */
function jumpTo(area) {
  const heading = byId(idOf(area));
  heading.scrollIntoView({ block: "start" });
  heading.focus({ preventScroll: true });
}

/**
 * @param {Area} area
 * @param {number} depth
 * @returns {HTMLElement}
 */
function areaBox(area, depth) {
  const known = area.things.filter(({ basis }) => basis !== "seen"),
    seen = area.things.filter(({ basis }) => basis === "seen");
  return el(
    "section",
    { class: "area" },
    el(HEADINGS[depth], { id: idOf(area), tabindex: -1 }, area.name, el("span", { class: "count" }, phrase("nthings", area.count))),
    known.length > 0 && el("p", { class: "things" }, folded(known, MOST_THINGS, thing)),
    area.below.length > 0 && el("div", { class: "areas" }, area.below.map((one) => areaBox(one, depth + 1))),
    seen.length > 0 && el("div", { class: "seen" }, el("p", { class: "note" }, phrase("seenhere")), el("p", { class: "things" }, folded(seen, MOST_THINGS, thing))),
  ); // prettier-ignore
}

/** @param {Placed} placed */
function thing({ node, basis }) {
  const selection = currentSelection(),
    isPicked = selection.kind === "node" && selection.node === node;
  return el("span", { class: `placed ${basis}${isPicked ? " lit" : ""}` }, nodeLink(node, 24));
}
