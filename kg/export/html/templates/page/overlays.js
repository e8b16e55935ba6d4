// What lies behind and on top of the graph: grounds and names of communities, badges that count folded neighbours.

import { colours, FACE, tint } from "./colours.js";

/** @import { Place } from "../scenes/hull.js" */
/** @import { Ground, NodeId, Scene } from "../scenes/scene.js" */
/** @typedef {CanvasRenderingContext2D} Context */

/** Below this zoom no badge is drawn. */
const BADGES_FROM = 0.42;
/** Below this zoom, where no label can be read, each community bears its name. */
const TITLES_UP_TO = 0.24;

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
 * @param {(id: NodeId) => Place} placeOf
 */
export function drawOverlays(ctx, scene, scale, placeOf) {
  if (scale < TITLES_UP_TO) drawTitles(ctx, scene.grounds, scale);
  if (scale < BADGES_FROM) return;
  for (const node of scene.nodes) {
    if (!node.folded || node.dim) continue;
    const { x, y } = placeOf(node.id);
    drawBadge(ctx, "+" + node.folded, x + node.size * 0.85, y - node.size * 0.85);
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

/**
 * The names of communities; of two that would touch, the larger's.
 * @param {Context} ctx
 * @param {Ground[]} grounds
 * @param {number} scale
 */
function drawTitles(ctx, grounds, scale) {
  /** @type {{ x: number, y: number, half: number }[]} */
  const taken = [];
  const height = 18 / scale;
  for (const { points, name } of grounds) {
    const x = points.reduce((sum, point) => sum + point.x, 0) / points.length,
      y = Math.min(...points.map((point) => point.y)),
      half = (name.length * 7.5) / scale;
    if (taken.some((other) => Math.abs(other.x - x) < half + other.half && Math.abs(other.y - y) < height)) continue;
    taken.push({ x, y, half });
    drawTitle(ctx, name, x, y, scale);
  }
}

/**
 * @param {Context} ctx
 * @param {string} name
 * @param {number} x
 * @param {number} y
 * @param {number} scale
 */
function drawTitle(ctx, name, x, y, scale) {
  ctx.font = `600 ${13 / scale}px ${FACE}`;
  ctx.textAlign = "center";
  ctx.lineWidth = 4 / scale;
  ctx.strokeStyle = colours.surface;
  ctx.fillStyle = colours.ink;
  ctx.strokeText(name, x, y);
  ctx.fillText(name, x, y);
}
