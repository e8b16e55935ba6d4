// How vis-network is to draw a symbol. Names and lines are ours: writing.js, lines.js.

import { PICKED } from "../scenes/labels.js";
import { HOLLOW, outline } from "../scenes/shapes.js";
import { colours, tint } from "./colours.js";

/** @import { SceneNode } from "../scenes/scene.js" */
/** How a symbol of our own is coloured. @typedef {{ fill: string, border: string, opacity: number }} Paint */

/** Shapes that vis-network has only with the label inside. */
const OWN = new Set(["box", "ellipse"]);

/** @param {SceneNode} node */
export function nodeLook(node) {
  const isHollow = HOLLOW.has(node.shape),
    isOwn = OWN.has(node.shape);
  const fill = isHollow ? tint(node.colour, isOwn ? 0.18 : 0) : node.colour,
    border = node.picked ? colours.strong : isHollow ? node.colour : tint(node.colour, 0.75),
    opacity = node.dim ? 0.16 : 1;
  return {
    id: node.id,
    label: undefined,
    x: node.x,
    y: node.y,
    size: node.picked ? node.size + PICKED : node.size,
    shape: isOwn ? "custom" : node.shape === "ring" ? "dot" : node.shape,
    opacity,
    ctxRenderer: isOwn ? (/** @type {vis.Renderer} */ renderer) => ownShape(renderer, node, { fill, border, opacity }) : undefined,
    color: { background: fill, border },
    borderWidth: node.picked ? 3 : isHollow ? 2.5 : 1,
  };
}

/**
 * @param {vis.Renderer} renderer
 * @param {SceneNode} node
 * @param {Paint} paint
 */
function ownShape({ ctx, x, y }, node, paint) {
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
    nodeDimensions: { width: 2 * radius, height: 2 * radius },
  };
}
