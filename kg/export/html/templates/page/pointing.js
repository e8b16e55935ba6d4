// What the pointer is on: a symbol or its name, else a line.

import { labelsOf } from "./writing.js";

/** @import { Place } from "../scenes/hull.js" */
/** @import { NodeId, Scene, SceneEdge, SceneNode } from "../scenes/scene.js" */

/** Pixels that a pointer may miss a small symbol, or a line, by. */
const NEAR_SYMBOL = 12;
const NEAR_LINE = 6;

/** @typedef {{ node?: NodeId, edge?: SceneEdge }} Found */

/**
 * @param {Scene} scene
 * @param {Place} place in the scene
 * @param {number} scale
 * @returns {Found}
 */
export function under(scene, place, scale) {
  const node = symbolAt(scene, place, scale) ?? nameAt(scene, place, scale);
  if (node !== undefined) return { node };
  const edge = lineAt(scene, place, NEAR_LINE / scale);
  return edge ? { edge } : {};
}

/**
 * The nearest symbol that the place is on.
 * @param {Scene} scene
 * @param {Place} place
 * @param {number} scale
 */
function symbolAt({ nodes }, { x, y }, scale) {
  /** @type {NodeId | undefined} */
  let best;
  let least = Infinity;
  for (const node of nodes) {
    const far = Math.hypot(node.x - x, node.y - y);
    if (far > Math.max(node.size, NEAR_SYMBOL / scale) || far >= least) continue;
    least = far;
    best = node.id;
  }
  return best;
}

/**
 * @param {Scene} scene
 * @param {Place} place
 * @param {number} scale
 */
function nameAt(scene, { x, y }, scale) {
  const [left, top] = [x * scale, y * scale];
  return labelsOf(scene, scale).find(
    ({ isEdge, box }) => !isEdge && box.left <= left && left <= box.right && box.top <= top && top <= box.bottom,
  )?.of;
}

/**
 * The nearest line that the place is on.
 * @param {Scene} scene
 * @param {Place} place
 * @param {number} most
 */
function lineAt({ nodes, edges }, place, most) {
  const nodeOf = new Map(nodes.map((node) => [node.id, node]));
  /** @type {SceneEdge | undefined} */
  let best;
  let least = most;
  for (const edge of edges) {
    const far = distance(place, /** @type {SceneNode} */ (nodeOf.get(edge.from)), /** @type {SceneNode} */ (nodeOf.get(edge.to)));
    if (far >= least) continue;
    least = far;
    best = edge;
  }
  return best;
}

/**
 * From a place to the stretch between two others.
 * @param {Place} place
 * @param {Place} from
 * @param {Place} to
 */
function distance({ x, y }, from, to) {
  const dx = to.x - from.x,
    dy = to.y - from.y,
    along = ((x - from.x) * dx + (y - from.y) * dy) / (dx * dx + dy * dy || 1),
    share = Math.max(0, Math.min(1, along));
  return Math.hypot(from.x + share * dx - x, from.y + share * dy - y);
}
