// At which zoom a scene fits a window with the names that are then written: they keep their size at every zoom.

import { around, symbolBox } from "./boxes.js";
import { nameOf, placeLabels } from "./labels.js";

/** @import { Page } from "./arranged.js" */
/** @import { Box } from "./boxes.js" */
/** @import { Scene } from "./scene.js" */

export const ZOOM = { least: 0.02, most: 4 };
/** Where there are more nodes than this, names get so much room beside and above the symbols, and nobody asks which are written. */
const MOST_ASKED = 1500;
const NAMES = [60, 34];
const AIR = 6;
const TRIES = 5;
/** An arranged scene that would be shown smaller than this is shown from its top. */
const LEAST = 0.95;

/**
 * The zoom, no larger than 1, and the bounds of the scene at it, in pixels of the screen; whether the scene is higher than the window.
 * @param {Scene} scene with a node at least
 * @param {Page} room
 */
export function fitted(scene, { width, height }) {
  let scale = 1,
    box = boundsOf(scene, scale);
  const fit = (/** @type {boolean} */ isHigh) => Math.min(width / (box.right - box.left), isHigh ? 1 : height / (box.bottom - box.top));
  const isHigh = (scene.isArranged ?? false) && fit(false) < LEAST * Math.min(1, fit(true));
  for (let tries = 0; tries < TRIES && fit(isHigh) < 1 && scale > ZOOM.least; tries += 1) {
    scale = Math.max(ZOOM.least, scale * fit(isHigh));
    box = boundsOf(scene, scale);
  }
  return { scale, box, isHigh };
}

/**
 * The bounds of the symbols and of the names that are written at a zoom, in pixels of the screen.
 * @param {Scene} scene
 * @param {number} scale
 * @returns {Box}
 */
function boundsOf(scene, scale) {
  const symbols = scene.nodes.map(({ x, y, size }) => symbolBox({ x: x * scale, y: y * scale }, size * scale + AIR)),
    names = scene.isArranged
      ? scene.nodes.map((node) => nameOf(node, scale))
      : scene.nodes.length <= MOST_ASKED
        ? placeLabels(scene, scale).map(({ box }) => box)
        : symbols.map(besideNames);
  return [...symbols, ...names].reduce(around);
}

/** @param {Box} symbol @returns {Box} */
const besideNames = ({ left, top, right, bottom }) => ({
  left: left - NAMES[0],
  top: top - NAMES[1],
  right: right + NAMES[0],
  bottom: bottom + NAMES[1],
});
