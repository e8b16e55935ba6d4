// The first view: the main points on one page, every name to be read. Events are small marks on the link they make.

import { arrange } from "./arrange.js";
import { labelSize } from "./boxes.js";
import { labelFont } from "./labels.js";
import { drawn } from "./scene.js";

/** @import { Model } from "../model/model.js" */
/** @import { Side } from "./boxes.js" */
/** @import { Place } from "./hull.js" */
/** @import { Drawn } from "./scene.js" */

/** The room of a drawing, in pixels. @typedef {{ width: number, height: number }} Page */
/** A thing of the first view as it stands there. @typedef {Drawn & Place & { id: number, side: Side, isMark: boolean }} Standing */

const MARK = 6;
/** How large a symbol is beside its size in the whole graph. */
const SMALLER = 0.62;
/** Pixels that a thing with its name needs; a page too small for that grows downwards. */
const AREA = 17000;
const LEAST_WIDTH = 330;
/** Room kept free at the sides: the buttons of the drawing lie over one. */
const SIDE = 24;
/** Pixels by which a page may change without moving what stands on it. */
const STEP = 40;

/** The arrangement made last, for the page that it was made for. @type {WeakMap<Model, { key: string, standing: Map<number, Standing> }>} */
const made = new WeakMap();

/**
 * Where the main points stand on a page: the same whatever is filtered, selected or unfolded.
 * @param {Model} model
 * @param {Page} page
 */
export function firstView(model, page) {
  const width = Math.max(LEAST_WIDTH, Math.floor(page.width / STEP) * STEP),
    height = Math.floor(page.height / STEP) * STEP,
    key = `${width} ${height}`;
  let latest = made.get(model);
  if (latest?.key !== key) made.set(model, (latest = { key, standing: stand(model, { width: width - 2 * SIDE, height }) }));
  return latest.standing;
}

/**
 * @param {Model} model
 * @param {Page} page
 */
function stand(model, { width, height }) {
  const main = model.nodes
      .filter(({ isMain }) => isMain)
      .map((node) => ({ ...drawn(model, node.number), ...sizeOf(node.type, node.size) })),
    placeOf = new Map(main.map(({ id }, i) => [id, i]));
  const links = model.links.flatMap(({ a, b }) => {
    const [from, to] = [placeOf.get(a), placeOf.get(b)];
    return from === undefined || to === undefined || from === to ? [] : [/** @type {[number, number]} */ ([from, to])];
  });
  const things = main.map((node) => ({ radius: node.size, ...labelSize(node.label, labelFont(node, 1)), isMark: node.isMark }));
  const spots = arrange(things, links, { width, height: Math.max(height, (main.length * AREA) / width) });
  return new Map(main.map((node, i) => [node.id, { ...node, ...spots[i] }]));
}

/**
 * @param {string} type
 * @param {number} size
 */
const sizeOf = (type, size) =>
  type === "event" ? { size: MARK, isMark: true, font: 0 } : { size: Math.round(size * SMALLER), isMark: false };
