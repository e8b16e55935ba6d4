// How vis-network is to draw a node and an edge.

import { HOLLOW, outline } from "../scenes/shapes.js";
import { colours, FACE, tint } from "./colours.js";

/** @import { SceneEdge, SceneNode } from "../scenes/scene.js" */
/** How a symbol of our own is coloured. @typedef {{ fill: string, border: string, opacity: number }} Paint */

/** Labels lower than this many pixels are not written. */
const LEAST_LABEL = 6;
/** Shapes whose label vis-network would write inside; ours stands below, as that of every other symbol. */
const OWN = new Set(["box", "ellipse"]);

/**
 * @param {SceneNode} node
 * @param {() => number} zoom
 */
export function nodeLook(node, zoom) {
  const isHollow = HOLLOW.has(node.shape),
    isOwn = OWN.has(node.shape);
  const fill = isHollow ? tint(node.colour, isOwn ? 0.18 : 0) : node.colour,
    border = node.picked ? colours.strong : isHollow ? node.colour : tint(node.colour, 0.75),
    opacity = node.dim ? 0.16 : 1;
  return {
    id: node.id,
    label: node.dim ? undefined : node.label,
    x: node.x,
    y: node.y,
    size: node.picked ? node.size + 4 : node.size,
    shape: isOwn ? "custom" : node.shape === "ring" ? "dot" : node.shape,
    opacity,
    ctxRenderer: isOwn ? (/** @type {vis.Renderer} */ renderer) => ownShape(renderer, node, { fill, border, opacity }, zoom) : undefined,
    color: { background: fill, border, highlight: { background: fill, border }, hover: { background: fill, border: colours.strong } },
    borderWidth: node.picked ? 3 : isHollow ? 2.5 : 1,
    font: {
      size: node.font,
      color: node.dim ? colours.faint : colours.ink,
      face: FACE,
      strokeWidth: 5,
      strokeColor: colours.surface,
      vadjust: 0,
      bold: false,
    },
    scaling: { label: { drawThreshold: LEAST_LABEL } },
  };
}

/**
 * @param {vis.Renderer} renderer
 * @param {SceneNode} node
 * @param {Paint} paint
 * @param {() => number} zoom
 */
function ownShape({ ctx, x, y, label }, node, paint, zoom) {
  const radius = node.size * 0.8;
  return {
    drawNode() {
      const path = new Path2D(outline(node.shape, x, y, radius));
      ctx.globalAlpha = paint.opacity;
      ctx.fillStyle = paint.fill;
      ctx.strokeStyle = paint.border;
      ctx.lineWidth = node.picked ? 4 : 2.5;
      ctx.fill(path);
      ctx.stroke(path);
      ctx.globalAlpha = 1;
    },
    drawExternalLabel() {
      if (label && node.font * zoom() >= LEAST_LABEL) drawLabel(ctx, label, node, x, y + radius + 4);
    },
    nodeDimensions: { width: 2 * radius, height: 2 * radius },
  };
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {string} label
 * @param {SceneNode} node
 * @param {number} x
 * @param {number} y
 */
function drawLabel(ctx, label, node, x, y) {
  ctx.font = `${node.font}px ${FACE}`;
  ctx.textAlign = "center";
  ctx.textBaseline = "top";
  ctx.lineJoin = "round";
  ctx.lineWidth = 5;
  ctx.strokeStyle = colours.surface;
  ctx.fillStyle = node.dim ? colours.faint : colours.ink;
  label.split("\n").forEach((line, i) => {
    ctx.strokeText(line, x, y + i * node.font);
    ctx.fillText(line, x, y + i * node.font);
  });
}

/** @param {SceneEdge} edge */
export function edgeLook(edge) {
  const isStrong = edge.picked || edge.near,
    colour = edge.picked ? colours.accent : isStrong ? colours.strong : colours.line;
  return {
    id: edge.id,
    from: edge.from,
    to: edge.to,
    width: edge.picked ? edge.width + 2 : edge.width,
    dashes: edge.weak ? [6, 5] : false,
    color: { color: colour, hover: colours.accent, highlight: colour, opacity: edge.dim ? 0.12 : isStrong ? 1 : 0.75, inherit: false },
    label: edge.label || undefined,
    arrows: "",
    font: { size: 12, color: colours.ink, face: FACE, strokeWidth: 4, strokeColor: colours.surface, align: "horizontal" },
  };
}
