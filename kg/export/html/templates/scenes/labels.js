// Which names are written at a zoom, and where: the most telling first, each where it lies on nothing else.

import { around, crosses, labelBox, labelSize, overlap, SIDES, symbolBox } from "./boxes.js";

/** @import { Box, Line, Side } from "./boxes.js" */
/** @import { NodeId, Scene, SceneEdge, SceneNode } from "./scene.js" */

/** A name as it is written: its box in pixels of the screen, counted from the scene's origin at this zoom.
 * @typedef {{ of: NodeId, isEdge: boolean, lines: string[], font: number, box: Box, side: Side }} Label */

/** What stands around a node: all that is taken, the names alone, its own symbol, the lines, and where names may begin and end.
 * @typedef {{ taken: Taken, written: Taken, own: Box | undefined, lines: Line[], isClear: boolean,
 *   left: number, right: number }} Around */

/** Characters are never lower than this many pixels, and never higher. */
export const LEAST_FONT = 12;
const MOST_FONT = 22;
/** Sizes of node.font at zoom 1, which the data spreads over this range, become so many pixels more. */
const FONT_RANGE = { from: 17, share: 0.27 };
/** A scene with more lines does not ask which of them pass under a name. */
const MOST_LINES = 700;
/** Symbols smaller than this keep no name away. */
const LEAST_SYMBOL = 2;
/** A node whose name is this high in the data is written even over small symbols. */
const TELLING = 24;
/** By how much the radius of a picked symbol is larger. */
export const PICKED = 4;
/** Below this zoom no badge counts folded neighbours; characters of one. */
const BADGES_FROM = 0.42;
const BADGE = { font: 12, high: 16, beside: 10 };
const CELL = 96;

/**
 * How high the characters of a node's name are, in pixels.
 * @param {{ font: number }} node
 * @param {number} scale
 */
export const labelFont = ({ font }, scale) =>
  Math.min(MOST_FONT, (LEAST_FONT + Math.max(0, font - FONT_RANGE.from) * FONT_RANGE.share) * Math.min(1.5, Math.max(1, scale)));

/**
 * Where an arrangement has a name, in pixels of the screen.
 * @param {SceneNode} node
 * @param {number} scale
 */
export const nameOf = (node, scale) =>
  labelBox(
    { x: node.x * scale, y: node.y * scale },
    node.size * scale,
    labelSize(node.label, labelFont(node, scale)),
    node.side ?? "below",
  );

/**
 * Between which sides of the screen an arrangement is: a name that has no place where it was arranged goes to none outside.
 * @param {Scene} scene
 * @param {number} scale
 */
function sidesOf({ nodes, isArranged }, scale) {
  if (!isArranged || !nodes.length) return { left: -Infinity, right: Infinity };
  const { left, right } = nodes.map((node) => nameOf(node, scale)).reduce(around);
  return { left: left - PICKED * scale, right: right + PICKED * scale };
}

/** What is taken, by squares of the screen. */
class Taken {
  constructor() {
    /** @type {Map<string, Box[]>} */
    this.cells = new Map();
  }

  /** @param {Box} box */
  *squares({ left, top, right, bottom }) {
    for (let x = Math.floor(left / CELL); x <= Math.floor(right / CELL); x += 1)
      for (let y = Math.floor(top / CELL); y <= Math.floor(bottom / CELL); y += 1) yield `${x} ${y}`;
  }

  /** @param {Box} box */
  add(box) {
    for (const square of this.squares(box)) {
      const there = this.cells.get(square);
      if (there) there.push(box);
      else this.cells.set(square, [box]);
    }
  }

  /**
   * @param {Box} box
   * @param {Box} [own]
   */
  meets(box, own) {
    for (const square of this.squares(box))
      if (this.cells.get(square)?.some((other) => other !== own && overlap(other, box) > 0)) return true;
    return false;
  }
}

/** @param {SceneNode} node */
const radiusOf = ({ size, picked }) => size + (picked ? PICKED : 0);

/**
 * The badge that counts the folded neighbours of a node, at its upper right: what it says, and its box in pixels of the screen. In a
 * clear scene only what is picked has one.
 * @param {Scene} scene
 * @param {SceneNode} node
 * @param {number} scale
 * @returns {{ text: string, font: number, box: Box } | undefined}
 */
export function badgeOf({ isClear }, node, scale) {
  if (scale < BADGES_FROM || !node.folded || node.dim || (isClear && !node.picked)) return undefined;
  const text = "+" + node.folded,
    width = labelSize(text, BADGE.font).width + BADGE.beside,
    x = (node.x + node.size * 0.85) * scale,
    y = (node.y - node.size * 0.85) * scale;
  const box = { left: x - width / 2, top: y - BADGE.high / 2, right: x + width / 2, bottom: y + BADGE.high / 2 };
  return { text, font: BADGE.font, box };
}

/**
 * The names to write. In a scene whose names must be clear none is crossed by a line.
 * @param {Scene} scene
 * @param {number} scale
 * @returns {Label[]}
 */
export function placeLabels(scene, scale) {
  const taken = new Taken(),
    written = new Taken(),
    placeOf = new Map(scene.nodes.map((node) => [node.id, { x: node.x * scale, y: node.y * scale }]));
  /** @type {Map<NodeId, Box>} */
  const symbols = new Map();
  for (const node of scene.nodes) {
    if (node.size * scale < LEAST_SYMBOL) continue;
    const box = symbolBox({ x: node.x * scale, y: node.y * scale }, radiusOf(node) * scale);
    symbols.set(node.id, box);
    taken.add(box);
    const badge = badgeOf(scene, node, scale);
    if (badge) taken.add(badge.box);
  }
  const lines = scene.edges.length > MOST_LINES ? [] : linesOf(scene, placeOf);
  const { left, right } = sidesOf(scene, scale),
    isClear = scene.isClear ?? false;
  const found = byRank(scene.nodes).flatMap((node) =>
    nodeLabel(node, scale, { taken, written, own: symbols.get(node.id), lines, isClear, left, right }),
  );
  return [...found, ...scene.edges.flatMap((edge) => edgeLabelAt(edge, placeOf, taken))];
}

/**
 * @param {Scene} scene
 * @param {Map<NodeId, { x: number, y: number }>} placeOf
 * @returns {Line[]}
 */
const linesOf = (scene, placeOf) =>
  scene.edges.flatMap(({ from, to }) => {
    const [a, b] = [placeOf.get(from), placeOf.get(to)];
    return a && b ? [{ from: a, to: b }] : [];
  });

/**
 * Nodes whose names are written, in the order in which they may choose their place: picked ones, large ones, marks last.
 * @param {SceneNode[]} nodes
 */
const byRank = (nodes) =>
  nodes
    .filter(({ dim, label }) => !dim && label.trim())
    .map((node, i) => ({ node, i, rank: (node.picked ? 1000 : 0) + node.font - (node.isMark ? 500 : 0) }))
    .sort((a, b) => b.rank - a.rank || a.i - b.i)
    .map(({ node }) => node);

/**
 * A node's name at the side where nothing is in its way: none or one. The side that an arrangement gives it counts before lines do.
 * @param {SceneNode} node
 * @param {number} scale
 * @param {Around} around
 * @returns {Label[]}
 */
function nodeLabel(node, scale, { taken, written, own, lines, isClear, left, right }) {
  const font = labelFont(node, scale),
    size = labelSize(node.label, font),
    middle = { x: node.x * scale, y: node.y * scale };
  /** @type {{ side: Side, box: Box, crossed: number } | undefined} */
  let best;
  const radius = radiusOf(node) * scale;
  for (const side of node.side ? [node.side, ...SIDES] : SIDES) {
    const box = labelBox(middle, radius, size, side);
    if (box.left < left || box.right > right || taken.meets(box, own)) continue;
    const crossed = lines.reduce((sum, line) => sum + Number(crosses(line, box)), 0);
    if (!best || crossed < best.crossed) best = { side, box, crossed };
    if (!crossed || (side === node.side && !isClear)) break;
  }
  if (!best && !isClear && node.font >= TELLING) best = overSymbols(middle, radius, size, written);
  if (!best || (isClear && best.crossed && !node.picked)) return [];
  taken.add(best.box);
  written.add(best.box);
  return [{ of: node.id, isEdge: false, lines: node.label.split("\n"), font, box: best.box, side: best.side }];
}

/**
 * The place of a telling name that has none beside the symbols: over them, but over no name.
 * @param {{ x: number, y: number }} middle
 * @param {number} radius
 * @param {{ width: number, height: number }} size
 * @param {Taken} written
 */
function overSymbols(middle, radius, size, written) {
  const side = SIDES.find((one) => !written.meets(labelBox(middle, radius, size, one)));
  return side && { side, box: labelBox(middle, radius, size, side), crossed: 0 };
}

/**
 * The words of an edge, in its middle.
 * @param {SceneEdge} edge
 * @param {Map<NodeId, { x: number, y: number }>} placeOf
 * @param {Taken} taken
 * @returns {Label[]}
 */
function edgeLabelAt({ id, from, to, label }, placeOf, taken) {
  const [a, b] = [placeOf.get(from), placeOf.get(to)];
  if (!label || !a || !b) return [];
  const { width, height } = labelSize(label, LEAST_FONT),
    left = (a.x + b.x - width) / 2,
    top = (a.y + b.y - height) / 2;
  const box = { left, top, right: left + width, bottom: top + height };
  if (taken.meets(box)) return [];
  taken.add(box);
  return [{ of: id, isEdge: true, lines: [label], font: LEAST_FONT, box, side: "below" }];
}
