// Geometry of what is drawn flat: boxes, lines and whether they meet. Lengths are pixels of the screen.

/** @import { Place } from "./hull.js" */

/** @typedef {{ left: number, top: number, right: number, bottom: number }} Box */
/** @typedef {{ from: Place, to: Place }} Line */
/** Where a label stands beside its symbol. @typedef {"below" | "above" | "right" | "left"} Side */

export const SIDES = /** @type {Side[]} */ (["below", "above", "right", "left"]);
const CJK = 0x2e80,
  NARROW = 0.56,
  LINE_HEIGHT = 1.2,
  GAP = 3;

/**
 * The width and height of a label of one or two lines; a Latin letter is about half as wide as a Chinese character.
 * @param {string} label
 * @param {number} font
 */
export function labelSize(label, font) {
  const lines = label.split("\n");
  const widest = Math.max(...lines.map((line) => [...line].reduce((sum, c) => sum + (c >= String.fromCharCode(CJK) ? 1 : NARROW), 0)));
  return { width: widest * font + 2, height: lines.length * font * LINE_HEIGHT };
}

/**
 * The box of a label at a side of a symbol.
 * @param {Place} middle
 * @param {number} radius
 * @param {{ width: number, height: number }} size
 * @param {Side} side
 * @returns {Box}
 */
export function labelBox({ x, y }, radius, { width, height }, side) {
  const far = radius + GAP;
  const left = side === "right" ? x + far : side === "left" ? x - far - width : x - width / 2,
    top = side === "below" ? y + far : side === "above" ? y - far - height : y - height / 2;
  return { left, top, right: left + width, bottom: top + height };
}

/**
 * @param {Place} middle
 * @param {number} radius
 * @returns {Box}
 */
export const symbolBox = ({ x, y }, radius) => ({ left: x - radius, top: y - radius, right: x + radius, bottom: y + radius });

/**
 * The box around two.
 * @param {Box} a
 * @param {Box} b
 * @returns {Box}
 */
export const around = (a, b) => ({
  left: Math.min(a.left, b.left),
  top: Math.min(a.top, b.top),
  right: Math.max(a.right, b.right),
  bottom: Math.max(a.bottom, b.bottom),
});

/**
 * How deep two boxes lie in one another; 0 if they do not.
 * @param {Box} a
 * @param {Box} b
 */
export function overlap(a, b) {
  const across = Math.min(a.right, b.right) - Math.max(a.left, b.left),
    down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return across > 0 && down > 0 ? Math.min(across, down) : 0;
}

/**
 * Whether a line passes through a box: they lie beside each other along neither axis, nor along the line (separating axes).
 * @param {Line} line
 * @param {Box} box
 */
export function crosses({ from, to }, { left, top, right, bottom }) {
  if (from.x < left ? to.x < left : from.x > right && to.x > right) return false;
  if (from.y < top ? to.y < top : from.y > bottom && to.y > bottom) return false;
  const dx = to.x - from.x,
    dy = to.y - from.y,
    off = dx * ((top + bottom) / 2 - from.y) - dy * ((left + right) / 2 - from.x);
  return Math.abs(off) <= (Math.abs(dx) * (bottom - top) + Math.abs(dy) * (right - left)) / 2;
}

/**
 * Whether two lines cross between their ends.
 * @param {Line} one
 * @param {Line} other
 */
export const cross = (one, other) =>
  turn(one.from, one.to, other.from) * turn(one.from, one.to, other.to) < 0 &&
  turn(other.from, other.to, one.from) * turn(other.from, other.to, one.to) < 0;

/**
 * Whether one turns left or right at `b` on the way from `a` to `c`.
 * @param {Place} a
 * @param {Place} b
 * @param {Place} c
 */
const turn = (a, b, c) => (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
