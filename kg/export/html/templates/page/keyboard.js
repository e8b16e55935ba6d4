// The keys of the page; the dialogue of help.js lists them.

import { VIEWS } from "../model/state.js";
import { fitScene, nodeTowards, zoomBy } from "./canvas.js";
import { byId } from "./elements.js";
import { hideHelp, showHelp } from "./help.js";
import { currentSelection, currentState, go, pickNode, unfold } from "./navigation.js";
import { ZOOM_STEP } from "./top_bar.js";

/** Keys that act wherever the focus is, unless one types. @type {Record<string, (event: KeyboardEvent) => void>} */
const EVERYWHERE = {
  "/": (event) => {
    event.preventDefault();
    byId("search").focus();
  },
  "?": showHelp,
  "+": () => zoomBy(ZOOM_STEP),
  "=": () => zoomBy(ZOOM_STEP),
  "-": () => zoomBy(1 / ZOOM_STEP),
  0: fitScene,
  ...Object.fromEntries(VIEWS.map((view, i) => [String(i + 1), () => go({ view, selected: "" })])),
};

/** Keys that act on the graph. @type {Record<string, (event: KeyboardEvent) => void>} */
const ON_GRAPH = {
  ArrowLeft: (event) => walk(event, -1, 0),
  ArrowRight: (event) => walk(event, 1, 0),
  ArrowUp: (event) => walk(event, 0, -1),
  ArrowDown: (event) => walk(event, 0, 1),
  Enter: () => byId("panel").focus(),
  e: unfoldSelected,
  E: unfoldSelected,
};

/** @param {KeyboardEvent} event */
export function onKey(event) {
  const target = /** @type {Element} */ (event.target);
  if (event.key === "Escape") closeTopmost();
  else if (!target.closest("input, select, textarea, [contenteditable]") && !event.ctrlKey && !event.metaKey && !event.altKey) {
    const isOnGraph = target.closest("#canvas") || target === document.body;
    (EVERYWHERE[event.key] || (isOnGraph && ON_GRAPH[event.key]) || null)?.(event);
  }
}

/** Close the dialogue, else the filters of a narrow window, else the panel. */
function closeTopmost() {
  if (!byId("dialog").hidden) hideHelp();
  else if (document.body.classList.contains("with-side")) document.body.classList.remove("with-side");
  else if (currentState().selected) go({ selected: "" });
}

/**
 * Go to the nearest node in a direction.
 * @param {KeyboardEvent} event
 * @param {number} dx
 * @param {number} dy
 */
function walk(event, dx, dy) {
  event.preventDefault();
  const selection = currentSelection();
  const next = nodeTowards(selection.kind === "node" ? selection.node : undefined, dx, dy);
  if (next !== undefined) pickNode(next);
}

function unfoldSelected() {
  const selection = currentSelection();
  if (selection.kind === "node") unfold(selection.node);
}
