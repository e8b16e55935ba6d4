// The symbols: an outline for each shape, as the path of an SVG.

/** Shapes that are drawn as an outline, not filled. */
export const HOLLOW = new Set(["ring", "box", "ellipse"]);

/** @typedef {[x: number, y: number]} Point */

/** Corners of a symbol of radius 1. @type {Record<string, Point[]>} */
const CORNERS = {
  square: [
    [-0.9, -0.9],
    [0.9, -0.9],
    [0.9, 0.9],
    [-0.9, 0.9],
  ],
  box: [
    [-1.1, -0.7],
    [1.1, -0.7],
    [1.1, 0.7],
    [-1.1, 0.7],
  ],
  triangle: regular(3, -Math.PI / 2, [1.15]),
  triangleDown: regular(3, Math.PI / 2, [1.15]),
  diamond: regular(4, 0, [1.15]),
  hexagon: regular(6, 0, [1.1]),
  star: regular(10, -Math.PI / 2, [1.2, 0.55]),
};

/**
 * Corners of a polygon with equal angles; their distances from the middle take turns.
 * @param {number} corners
 * @param {number} turn
 * @param {number[]} distances
 * @returns {Point[]}
 */
function regular(corners, turn, distances) {
  return Array.from({ length: corners }, (_, i) => {
    const angle = turn + (i * 2 * Math.PI) / corners,
      far = distances[i % distances.length];
    return [Math.cos(angle) * far, Math.sin(angle) * far];
  });
}

/**
 * @param {string} shape
 * @param {number} x
 * @param {number} y
 * @param {number} radius
 */
export function outline(shape, x, y, radius) {
  const corners = CORNERS[shape];
  if (corners) return "M" + corners.map(([a, b]) => `${(x + a * radius).toFixed(1)} ${(y + b * radius).toFixed(1)}`).join("L") + "Z";
  if (shape === "ellipse") return oval(x, y, 1.2 * radius, 0.75 * radius);
  return oval(x, y, radius, radius);
}

/**
 * @param {number} x
 * @param {number} y
 * @param {number} across
 * @param {number} high
 */
const oval = (x, y, across, high) =>
  `M${x - across} ${y}a${across} ${high} 0 1 0 ${2 * across} 0a${across} ${high} 0 1 0 ${-2 * across} 0Z`;
