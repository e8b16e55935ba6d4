// The lines of a scene, drawn all of one look at a time: a line by itself costs vis-network a thousand times as much.

import { colours } from "./colours.js";

/** @import { Scene, SceneEdge, SceneNode } from "../scenes/scene.js" */

/** How a line is drawn. @typedef {{ colour: string, width: number, opacity: number, isDashed: boolean }} Look */
/** Lines of one look: where each begins and ends. @typedef {{ look: Look, ends: number[] }} Bundle */

/** So many lines are one stroke: a path of all of them is slow to fill. */
const STROKE = 400;

/** @type {{ scene: Scene | undefined, bundles: Bundle[] }} */
let latest = { scene: undefined, bundles: [] };

/** Bundle the lines anew: a symbol was moved, or the theme changed. */
export function forgetLines() {
  latest = { scene: undefined, bundles: [] };
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {Scene} scene
 */
export function drawLines(ctx, scene) {
  if (latest.scene !== scene) latest = { scene, bundles: bundlesOf(scene) };
  ctx.save();
  for (const { look, ends } of latest.bundles) {
    ctx.strokeStyle = look.colour;
    ctx.lineWidth = look.width;
    ctx.globalAlpha = look.opacity;
    ctx.setLineDash(look.isDashed ? [6, 5] : []);
    for (let from = 0; from < ends.length; from += 4 * STROKE) stroke(ctx, ends.slice(from, from + 4 * STROKE));
  }
  ctx.restore();
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {number[]} ends
 */
function stroke(ctx, ends) {
  ctx.beginPath();
  for (let i = 0; i < ends.length; i += 4) {
    ctx.moveTo(ends[i], ends[i + 1]);
    ctx.lineTo(ends[i + 2], ends[i + 3]);
  }
  ctx.stroke();
}

/**
 * Lines by look, the faint ones first.
 * @param {Scene} scene
 */
function bundlesOf(scene) {
  const nodeOf = new Map(scene.nodes.map((node) => [node.id, node]));
  /** @type {Map<string, Bundle>} */
  const found = new Map();
  for (const edge of scene.edges) {
    const from = /** @type {SceneNode} */ (nodeOf.get(edge.from)),
      to = /** @type {SceneNode} */ (nodeOf.get(edge.to)),
      look = lookOf(edge),
      key = Object.values(look).join();
    let bundle = found.get(key);
    if (!bundle) found.set(key, (bundle = { look, ends: [] }));
    bundle.ends.push(from.x, from.y, to.x, to.y);
  }
  return [...found.values()].sort((a, b) => a.look.opacity - b.look.opacity);
}

/** @param {SceneEdge} edge @returns {Look} */
function lookOf(edge) {
  const isStrong = edge.picked || edge.near;
  return {
    colour: edge.picked ? colours.accent : isStrong ? colours.strong : colours.line,
    width: Math.round(2 * (edge.picked ? edge.width + 2 : edge.width)) / 2,
    opacity: edge.dim ? 0.12 : isStrong ? 1 : 0.75,
    isDashed: edge.weak,
  };
}
