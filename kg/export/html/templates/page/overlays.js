// What lies behind and on top of the graph: grounds of communities, badges that count folded neighbours.

import { badgeOf } from "../scenes/labels.js";
import { colours, FACE, tint } from "./colours.js";

/** @import { Box } from "../scenes/boxes.js" */
/** @import { Scene } from "../scenes/scene.js" */
/** @typedef {CanvasRenderingContext2D} Context */

/**
 * @param {Context} ctx
 * @param {Scene} scene
 */
export function drawGrounds(ctx, scene) {
  for (const ground of scene.grounds) {
    ctx.beginPath();
    for (const { x, y } of ground.points) ctx.lineTo(x, y);
    ctx.closePath();
    ctx.lineJoin = "round";
    ctx.lineWidth = 84;
    ctx.strokeStyle = ctx.fillStyle = tint(ground.colour, 0.07);
    ctx.stroke();
    ctx.fill();
  }
}

/**
 * @param {Context} ctx
 * @param {Scene} scene
 * @param {number} scale
 */
export function drawOverlays(ctx, scene, scale) {
  ctx.save();
  ctx.scale(1 / scale, 1 / scale);
  for (const node of scene.nodes) {
    const badge = badgeOf(scene, node, scale);
    if (badge) drawBadge(ctx, badge);
  }
  ctx.restore();
}

/**
 * @param {Context} ctx
 * @param {{ text: string, font: number, box: Box }} badge
 */
function drawBadge(ctx, { text, font, box: { left, top, right, bottom } }) {
  const radius = (bottom - top) / 2,
    y = top + radius;
  ctx.font = `600 ${font}px ${FACE}`;
  ctx.fillStyle = colours.surface;
  ctx.strokeStyle = colours.faint;
  ctx.lineWidth = 1;
  ctx.beginPath();
  ctx.arc(left + radius, y, radius, Math.PI / 2, 1.5 * Math.PI);
  ctx.arc(right - radius, y, radius, 1.5 * Math.PI, Math.PI / 2);
  ctx.closePath();
  ctx.fill();
  ctx.stroke();
  ctx.fillStyle = colours.ink;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.fillText(text, (left + right) / 2, y + 0.5);
}
