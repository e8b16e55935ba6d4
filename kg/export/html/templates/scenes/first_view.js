// The first view: the main points on one page, every name to be read. Events are small marks on the link they make.

import { arrangedOn } from "./arranged.js";
import { drawn } from "./scene.js";

/** @import { Model } from "../model/model.js" */
/** @import { Page } from "./arranged.js" */

const MARK = 6;
/** How large a symbol is beside its size in the whole graph. */
export const SMALLER = 0.62;
const AREA = 15000;

/**
 * Where the main points stand on a page.
 * @param {Model} model
 * @param {Page} page
 */
export const firstView = (model, page) => arrangedOn(model, "main", page, { area: AREA, pieces: () => mainPoints(model) });

/** @param {Model} model */
function mainPoints(model) {
  const main = model.nodes.filter(({ isMain }) => isMain);
  return {
    pieces: main.map((node) => ({ ...drawn(model, node.number), ...sizeOf(node.type, node.size) })),
    links: model.links.map(({ a, b }) => /** @type {[number, number]} */ ([a, b])),
  };
}

/**
 * @param {string} type
 * @param {number} size
 */
const sizeOf = (type, size) =>
  type === "event" ? { size: MARK, isMark: true, font: 0 } : { size: Math.round(size * SMALLER), isMark: false };
