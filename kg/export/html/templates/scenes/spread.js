// A layout made beforehand, fitted to the room there is: turned by a quarter for a page that is high, and stretched to fill it.

/** @import { Model } from "../model/model.js" */
/** @import { Page } from "./arranged.js" */
/** @import { Place } from "./hull.js" */

/** A place as the data has it. @typedef {[x: number, y: number]} Point */

/** How much wider or higher a layout may become. */
const MOST = 2;

/**
 * Where the places of a layout stand on a page.
 * @param {Point[]} all its places
 * @param {Page} page
 * @returns {(point: Point) => Place}
 */
export function spreadOver(all, { width, height }) {
  const [across, down] = [extentOf(all, 0), extentOf(all, 1)],
    isTurned = width > height !== across > down,
    ratio = width / height / (isTurned ? down / across : across / down);
  const [wider, higher] = [Math.min(MOST, Math.max(1, ratio)), Math.min(MOST, Math.max(1, 1 / ratio))];
  return ([x, y]) => (isTurned ? { x: y * wider, y: x * higher } : { x: x * wider, y: y * higher });
}

/**
 * Where the things of a model stand on a page when all are unfolded.
 * @param {Model} model
 * @param {Page} page
 * @returns {(number: number) => Place}
 */
export function unfoldedPlaces({ nodes }, page) {
  const spread = spreadOver(
    nodes.map(({ positions }) => positions.unfolded),
    page,
  );
  return (number) => spread(nodes[number].positions.unfolded);
}

/**
 * @param {Point[]} points
 * @param {0 | 1} axis
 */
function extentOf(points, axis) {
  const [least, most] = points.reduce(
    ([low, high], point) => [Math.min(low, point[axis]), Math.max(high, point[axis])],
    [Infinity, -Infinity],
  );
  return Math.max(1, most - least);
}
