// Things that a page arranges itself, for the room that it has: every name to be read, whatever is filtered, selected or unfolded.

import { arrange } from "./arrange.js";
import { labelSize } from "./boxes.js";
import { labelFont } from "./labels.js";

/** @import { Model } from "../model/model.js" */
/** @import { Side } from "./boxes.js" */
/** @import { Place } from "./hull.js" */
/** @import { Drawn, NodeId } from "./scene.js" */

/** The room of a drawing, in pixels. @typedef {{ width: number, height: number }} Page */
/** A thing as it is drawn there; a mark stands on a link. @typedef {Drawn & { isMark?: boolean }} Piece */
/** What there is to arrange: things, and the pairs of them that are linked. @typedef {{ pieces: Piece[], links: [NodeId, NodeId][] }} Pieces */
/** A thing as it stands there. @typedef {Piece & Place & { side: Side }} Standing */

/** A page for where there is none: a list, a download. @type {Page} */
export const SOME_PAGE = { width: 1120, height: 780 };
/** A page that is narrower is a phone's. */
export const NARROW = 600;
/** So much more room a thing needs there, for its name is nearly as wide as half the page. */
const CRAMPED = 1.25;
const LEAST_WIDTH = 330;
/** Room kept free at the sides: the buttons of the drawing lie over one. */
const SIDE = { wide: 24, narrow: 6 };
/** Pixels by which a page may change without moving what stands on it. */
const STEP = 40;

/** Arrangements that are kept of each name: those of the page with a panel, of the page without, and of other views. */
const KEPT = 4;

/** The arrangements made last, by name and page. @type {WeakMap<Model, Map<string, Map<string, Map<NodeId, Standing>>>>} */
const made = new WeakMap();

/**
 * Where things stand on a page. One that is too small for all of them with their names grows downwards.
 * @param {Model} model
 * @param {string} what its name among the arrangements of the model
 * @param {Page} page
 * @param {{ area: number, pieces: () => Pieces }} how pixels that a thing with its name needs, and what there is
 */
export function arrangedOn(model, what, page, { area, pieces }) {
  const width = Math.max(LEAST_WIDTH, Math.floor(page.width / STEP) * STEP),
    height = Math.floor(page.height / STEP) * STEP,
    isNarrow = page.width < NARROW,
    room = { width: width - 2 * SIDE[isNarrow ? "narrow" : "wide"], height },
    key = `${width} ${height}`,
    all = made.get(model) ?? new Map(),
    known = all.get(what) ?? new Map(),
    standing = known.get(key) ?? stand(pieces(), room, isNarrow ? CRAMPED * area : area);
  made.set(model, all.set(what, known));
  known.delete(key);
  known.set(key, standing);
  for (const old of [...known.keys()].slice(0, -KEPT)) known.delete(old);
  return standing;
}

/**
 * @param {Pieces} pieces
 * @param {Page} page
 * @param {number} area
 * @returns {Map<NodeId, Standing>}
 */
function stand({ pieces, links }, { width, height }, area) {
  const placeOf = new Map(pieces.map(({ id }, i) => [id, i])),
    things = pieces.map((piece) => ({
      radius: piece.size,
      ...labelSize(piece.label, labelFont(piece, 1)),
      isMark: piece.isMark ?? false,
    }));
  const pairs = links.flatMap(([a, b]) => {
    const [from, to] = [placeOf.get(a), placeOf.get(b)];
    return from === undefined || to === undefined || from === to ? [] : [/** @type {[number, number]} */ ([from, to])];
  });
  const spots = arrange(things, pairs, { width, height: Math.max(height, (pieces.length * area) / width) });
  return new Map(pieces.map((piece, i) => [piece.id, { ...piece, ...spots[i] }]));
}
