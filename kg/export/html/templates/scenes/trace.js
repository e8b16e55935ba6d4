// The scene of a trace: the paths between two names, one below the other.

import { bestPaths } from "../model/paths.js";
import { NARROW, SOME_PAGE } from "./arranged.js";
import { drawn, edgeLabel, edgeOf } from "./scene.js";

/** @import { Link, Model } from "../model/model.js" */
/** @import { State } from "../model/state.js" */
/** @import { Page } from "./arranged.js" */
/** @import { Place } from "./hull.js" */
/** @import { Scene, SceneEdge } from "./scene.js" */

/** @typedef {ReturnType<typeof bestPaths>} Paths */

const STEP = 230;
const ROW = 120;
/** Room for the names at both ends of a path on a narrow page. */
const NAMES = 150;

/** The paths found last: asked for by the list and by the drawing. @type {{ key: string, found: Paths }} */
let latest = { key: "", found: [] };

/**
 * The paths between the two names that the state holds.
 * @param {Model} model
 * @param {State} state
 */
export function tracedPaths(model, state) {
  const key = state.first + "~" + state.second,
    start = model.numberOf.get(state.first),
    end = model.numberOf.get(state.second);
  if (latest.key !== key)
    latest = { key, found: start === undefined || end === undefined || start === end ? [] : bestPaths(model, start, end) };
  return latest.found;
}

/**
 * @param {State} state
 * @param {Paths} paths
 */
export const chosenPath = (state, paths) => Math.min(Number(state.path) || 0, Math.max(paths.length - 1, 0));

/**
 * The paths or, where the page is narrow, the one that is chosen.
 * @param {Model} model
 * @param {State} state
 * @param {Page} page
 * @returns {Scene}
 */
export function traceScene(model, state, page = SOME_PAGE) {
  const all = tracedPaths(model, state),
    isNarrow = page.width < NARROW,
    paths = isNarrow ? all.slice(chosenPath(state, all)).slice(0, 1) : all,
    chosen = isNarrow ? 0 : chosenPath(state, all),
    lit = new Set(paths[chosen]?.nodes);
  const width = isNarrow ? page.width - NAMES : Math.max(3, ...paths.map(({ nodes }) => nodes.length - 1)) * STEP;
  const nodes = [...placesOf(model, state, paths, width)].map(([number, place]) => ({
    ...drawn(model, number),
    ...place,
    size: Math.max(14, model.nodes[number].size * 0.8),
    font: 17,
    picked: lit.has(number),
  }));
  return { nodes, edges: edgesOf(model, paths, chosen), grounds: [] };
}

/**
 * @param {Model} model
 * @param {State} state
 * @param {Paths} paths
 * @param {number} width
 */
function placesOf(model, state, paths, width) {
  /** @type {Map<number, Place>} */
  const places = new Map();
  paths.forEach(({ nodes }, row) =>
    nodes.forEach((number, i) => {
      const isEnd = i === 0 || i === nodes.length - 1;
      const place = { x: (i / (nodes.length - 1)) * width, y: isEnd ? 0 : (row - (paths.length - 1) / 2) * ROW };
      if (!places.has(number)) places.set(number, place);
    }),
  );
  if (paths.length) return places;
  for (const id of [state.first, state.second]) {
    const number = model.numberOf.get(id);
    if (number !== undefined) places.set(number, { x: id === state.first ? 0 : width / 2, y: 0 });
  }
  return places;
}

/**
 * @param {Model} model
 * @param {Paths} paths
 * @param {number} chosen
 */
function edgesOf(model, paths, chosen) {
  /** @type {Map<number, SceneEdge>} */
  const edges = new Map();
  paths.forEach(({ nodes }, row) =>
    nodes.slice(1).forEach((number, i) => {
      const link = /** @type {Link} */ (model.linkBetween(nodes[i], number)),
        edge = edgeOf(model, link, link.facts);
      if (!edges.has(link.id) || row === chosen)
        edges.set(link.id, { ...edge, picked: row === chosen, dim: false, label: edgeLabel(model, edge) });
    }),
  );
  return [...edges.values()];
}
