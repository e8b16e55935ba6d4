// The visible part as an SVG image.

import { nodeName } from "../model/model.js";
import { HOLLOW, outline } from "../scenes/shapes.js";
import { visible } from "../text.js";
import { xml } from "./xml.js";

/** @import { Model } from "../model/model.js" */
/** @import { Scene, SceneEdge, SceneNode } from "../scenes/scene.js" */

/** How an image is coloured and written. @typedef {{ surface: string, ink: string, line: string, accent: string, face: string }} Style */

const MARGIN = 120;

/**
 * @param {Model} model
 * @param {Scene} scene
 * @param {Style} style
 */
export function svgText(model, scene, style) {
  const nodeOf = new Map(scene.nodes.map((node) => [node.id, node]));
  const xs = scene.nodes.map(({ x }) => x),
    ys = scene.nodes.map(({ y }) => y);
  const x = Math.min(...xs) - MARGIN,
    y = Math.min(...ys) - MARGIN,
    width = Math.max(...xs) - x + MARGIN,
    height = Math.max(...ys) - y + MARGIN;
  const lines = scene.edges.map((edge) => lineElement(edge, nodeOf.get(edge.from), nodeOf.get(edge.to), style));
  const symbols = scene.nodes.map((node) => symbolElement(model, node, style));
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="${x} ${y} ${width} ${height}"><rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${style.surface}"/>
${lines.join("\n")}
${symbols.join("\n")}
</svg>
`;
}

/**
 * @param {SceneEdge} edge
 * @param {SceneNode | undefined} from
 * @param {SceneNode | undefined} to
 * @param {Style} style
 */
function lineElement(edge, from, to, style) {
  if (!from || !to) return "";
  const dashes = edge.weak ? ' stroke-dasharray="6 5"' : "";
  return `<line x1="${from.x}" y1="${from.y}" x2="${to.x}" y2="${to.y}" stroke="${edge.picked ? style.accent : style.line}" stroke-width="${edge.width.toFixed(1)}"${dashes}/>`;
}

/**
 * @param {Model} model
 * @param {SceneNode} node
 * @param {Style} style
 */
function symbolElement(model, node, style) {
  const isHollow = HOLLOW.has(node.shape),
    title = typeof node.id === "number" ? nodeName(model, node.id) : node.label;
  const path = `<path d="${outline(node.shape, node.x, node.y, node.size)}" fill="${isHollow ? style.surface : node.colour}" stroke="${node.colour}" stroke-width="${isHollow ? 2.5 : 1}"/>`;
  return `<g><title>${xml(visible(title))}</title>${path}${labelElements(node, style)}</g>`;
}

/**
 * @param {SceneNode} node
 * @param {Style} style
 */
function labelElements({ x, y, size, font, label }, style) {
  const look = `font-size="${font}" text-anchor="middle" fill="${style.ink}" stroke="${style.surface}" stroke-width="4" paint-order="stroke" font-family="${xml(style.face)}"`;
  return (label || "")
    .split("\n")
    .map((line, i) => `<text x="${x}" y="${(y + size + font * (1 + i * 1.15)).toFixed(1)}" ${look}>${xml(visible(line))}</text>`)
    .join("");
}
