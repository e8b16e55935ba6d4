// Putting it together: everything is drawn again whenever the hash changes.

import { phrase } from "./i18n.js";
import { quoteText } from "./model/citations.js";
import { findNames } from "./model/search.js";
import {
  centre,
  currentCamera,
  currentLabels,
  currentScene,
  currentZoom,
  drawnIds,
  pagePlace,
  drawScene,
  pageSize,
  repaint,
  startCanvas,
} from "./page/canvas.js";
import { putDossierAway } from "./page/dossier.js";
import { byId, put } from "./page/elements.js";
import { model } from "./page/embedded.js";
import { drawFilters } from "./page/filters.js";
import { finder } from "./page/finding.js";
import { onKey } from "./page/keyboard.js";
import { currentSelection, currentState, go, pickEdge, pickNode, readAddress, remember, remembered, unfold } from "./page/navigation.js";
import { drawPanel } from "./page/panel.js";
import { onPreferenceChange, showTheme } from "./page/theme.js";
import { edgeTip, nodeTip } from "./page/tips.js";
import { drawTopBar } from "./page/top_bar.js";
import { makeSections, SHAPES, showSection } from "./page/views.js";
import { visibleFacts } from "./scenes/scene.js";
import { tracedPaths } from "./scenes/trace.js";

/** @import { State } from "./model/state.js" */
/** @import { NodeId, Scene } from "./scenes/scene.js" */

/** What decides the extent of the scene: if it changed, the view is fitted to the scene. */
let extent = "";

/** Draw what the hash says. */
function draw() {
  readAddress();
  const state = currentState(),
    focused = document.activeElement?.id;
  if (showTheme()) repaint();
  drawFrame(state);
  const scene = SHAPES[state.view].scene(model, state, pageSize());
  showSection(state.view, scene);
  drawPanel(scene);
  const isSameExtent = extent === extentOf(state),
    camera = remembered(roomNow());
  extent = extentOf(state);
  drawScene(scene, camera ?? (isSameExtent ? "stay" : "fit"));
  if (!camera) bringIntoView(scene);
  drawHint(state, scene);
  if (focused && document.activeElement === document.body) document.getElementById(focused)?.focus({ preventScroll: true });
  rememberView();
  document.documentElement.dataset.ready = String(Number(document.documentElement.dataset.ready ?? 0) + 1);
}

/** The room of the drawing: where one looks says something for this room only. */
const roomNow = () => `${byId("canvas").clientWidth} ${byId("canvas").clientHeight}`;
const rememberView = () => remember(currentCamera(), roomNow());

/** @param {State} state */
const extentOf = (state) =>
  [
    state.view,
    state.everything,
    state.article,
    state.grouped,
    state.view === "trace" ? [state.first, state.second, state.path] : "",
  ].join();

/**
 * The bars around the drawing, and which view is shown.
 * @param {State} state
 */
function drawFrame(state) {
  document.documentElement.lang = state.language === "en" ? "en" : "zh-CN";
  document.title = phrase("title") + " · " + phrase("subtitle");
  document.body.dataset.view = state.view;
  drawTopBar();
  drawFilters();
  byId("canvas").setAttribute("aria-label", phrase("canvas"));
}

/**
 * How much of the graph is shown.
 * @param {State} state
 * @param {Scene} scene
 */
function drawHint({ view }, { nodes, edges }) {
  const all = model.nodes.length;
  const shown = [phrase("showing", nodes.length, all, edges.length), nodes.length < all && " · " + phrase("folded")];
  put(byId("hint"), view !== "trace" && (nodes.length ? shown : phrase("nothing")));
}

/**
 * Bring what is selected into view, with what is lit around it.
 * @param {Scene} scene
 */
function bringIntoView(scene) {
  const selection = currentSelection();
  /** @type {NodeId[]} */
  let ids = [];
  if (selection.kind === "node") ids = [selection.node, ...scene.nodes.filter(({ dim }) => !dim).map(({ id }) => id)];
  if (selection.kind === "pair") ids = [selection.a, selection.b];
  if (selection.kind === "group") ids = ["g" + selection.group];
  if (currentState().view !== "trace") centre(ids);
}

/** @param {Parameters<typeof showTheme>[0]} [theme] */
function repaintIn(theme) {
  if (showTheme(theme)) repaint();
}

function start() {
  makeSections();
  startCanvas({ pickNode, pickEdge, pickNothing: () => go({ selected: "" }), unfold, nodeTip, edgeTip, rest: rememberView });
  document.addEventListener("keydown", onKey);
  document.querySelector(".skip")?.addEventListener("click", () => byId("canvas").focus());
  window.addEventListener("hashchange", draw);
  onPreferenceChange(() => repaintIn());
  // Paper is white: a dark view is printed light.
  window.addEventListener("beforeprint", () => repaintIn("light"));
  window.addEventListener("afterprint", () => {
    putDossierAway();
    repaintIn();
  });
  draw();
}

// The one name that the page gives away: a handle for the tests, and for whoever asks at the browser's console.
window.explorer = {
  model,
  go,
  scene: currentScene,
  zoom: currentZoom,
  camera: currentCamera,
  labels: currentLabels,
  drawn: drawnIds,
  place: pagePlace,
  visibleFacts: () => visibleFacts(model, currentScene()),
  tracedPaths: () => tracedPaths(model, currentState()),
  findNames: (/** @type {string} */ text) => findNames(model, text),
  find: (/** @type {string} */ text) => finder.find(text),
  quoteText: (/** @type {import("./data").Fact} */ fact) => quoteText(model, fact),
};
start();
