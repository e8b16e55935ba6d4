// Names on the drawing: written over it at every zoom, placed anew when the scene or the zoom changes.

import { placeLabels } from "../scenes/labels.js";
import { visible } from "../text.js";
import { colours, FACE } from "./colours.js";

/** @import { Label } from "../scenes/labels.js" */
/** @import { Scene } from "../scenes/scene.js" */

/** @type {{ scene: Scene | undefined, scale: number, labels: Label[] }} */
let latest = { scene: undefined, scale: 0, labels: [] };

/**
 * The names that are written of a scene at a zoom.
 * @param {Scene} scene
 * @param {number} scale
 */
export function labelsOf(scene, scale) {
  if (latest.scene !== scene || latest.scale !== scale) latest = { scene, scale, labels: placeLabels(scene, scale) };
  return latest.labels;
}

/** Place the names anew: a symbol was moved. */
export function forgetLabels() {
  latest = { scene: undefined, scale: 0, labels: [] };
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {Scene} scene
 * @param {number} scale
 */
export function drawLabels(ctx, scene, scale) {
  const bold = new Set(scene.nodes.filter(({ picked }) => picked).map(({ id }) => id));
  ctx.save();
  ctx.scale(1 / scale, 1 / scale);
  ctx.textBaseline = "middle";
  ctx.lineJoin = "round";
  ctx.strokeStyle = colours.surface;
  ctx.fillStyle = colours.ink;
  for (const label of labelsOf(scene, scale)) {
    ctx.lineWidth = label.isEdge ? 5 : 3;
    ctx.font = `${bold.has(label.of) ? "600 " : ""}${label.font}px ${FACE}`;
    drawLabel(ctx, label);
  }
  ctx.restore();
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {Label} label
 */
function drawLabel(ctx, { lines, box, side, isEdge }) {
  const isBeside = !isEdge && (side === "right" || side === "left");
  ctx.textAlign = !isBeside ? "center" : side === "right" ? "left" : "right";
  const x = !isBeside ? (box.left + box.right) / 2 : side === "right" ? box.left : box.right,
    step = (box.bottom - box.top) / lines.length;
  lines.map(visible).forEach((line, i) => {
    const y = box.top + step * (i + 0.5);
    ctx.strokeText(line, x, y);
    ctx.fillText(line, x, y);
  });
}
