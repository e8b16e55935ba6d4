// What lies behind and on top of the graph: grounds of communities, badges that count folded neighbours.

import { colours, FACE, tint } from "./colours.js";

/** @import { Scene } from "../scenes/scene.js" */
/** @typedef {CanvasRenderingContext2D} Context */

/** Below this zoom no badge is drawn. */
const BADGES_FROM = 0.42;

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
  if (scale < BADGES_FROM) return;
  for (const node of scene.nodes) {
    if (!node.folded || node.dim || (scene.isClear && !node.picked)) continue;
    drawBadge(ctx, "+" + node.folded, node.x + node.size * 0.85, node.y - node.size * 0.85);
  }
}

/**
 * @param {Context} ctx
 * @param {string} text
 * @param {number} x
 * @param {number} y
 */
function drawBadge(ctx, text, x, y) {
  ctx.font = `600 11px ${FACE}`;
  const width = ctx.measureText(text).width + 8;
  ctx.fillStyle = colours.surface;
  ctx.strokeStyle = colours.faint;
  ctx.lineWidth = 1;
  ctx.beginPath();
  ctx.arc(x - width / 2 + 8, y, 8, Math.PI / 2, 1.5 * Math.PI);
  ctx.arc(x + width / 2 - 8, y, 8, 1.5 * Math.PI, Math.PI / 2);
  ctx.closePath();
  ctx.fill();
  ctx.stroke();
  ctx.fillStyle = colours.ink;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.fillText(text, x, y + 0.5);
}
