// Where the reader is: the state out of the URL's hash, and going elsewhere by writing another. Beside the hash the browser's history
// keeps where one looked, so that back, forward and a reload return the same picture.

import { setLanguage } from "../i18n.js";
import { listOf, toggled } from "../model/lists.js";
import { initialState, readHash, selectionOf, writeHash } from "../model/state.js";
import { model } from "./embedded.js";

/** @import { State } from "../model/state.js" */
/** @import { NodeId } from "../scenes/scene.js" */
/** @import { Camera } from "./canvas.js" */

const initial = initialState(model);
let current = initial;

export const currentState = () => current;
export const currentSelection = () => selectionOf(model, current);

/** Take the state from the URL. */
export function readAddress() {
  current = readHash(location.hash, initial);
  setLanguage(current.language);
}

/**
 * Change some of the state; the page is drawn again by the change of the hash.
 * @param {Partial<State>} changes
 */
export function go(changes) {
  const hash = hrefOf(changes);
  if (hash !== hrefOf({})) location.hash = hash;
}

/**
 * The link that changes some of the state.
 * @param {Partial<State>} changes
 */
export const hrefOf = (changes) => writeHash({ ...current, ...changes }, initial);

/**
 * Let the history keep where one looks, and the room of the drawing.
 * @param {Camera} camera
 * @param {string} room
 */
export const remember = (camera, room) => history.replaceState({ camera, room }, "");

/**
 * Where one looked when this entry of the history was left, if the drawing still has that room.
 * @param {string} room
 * @returns {Camera | undefined}
 */
export const remembered = (room) => (history.state?.room === room ? history.state.camera : undefined);

/** @param {number} number */
export const idOf = (number) => model.nodes[number].id;

/**
 * @param {number} a
 * @param {number} b
 */
export const pairId = (a, b) => idOf(a) + "~" + idOf(b);

/**
 * Select a node from outside the drawing: the view changes if it cannot show it.
 * @param {number} number
 */
export function openNode(number) {
  const { view } = current;
  const canShow = ["graph", "time", "place"].includes(view) || (view === "who" && model.nodes[number].positions.who !== undefined);
  go({ selected: idOf(number), view: canShow ? view : "graph" });
}

/**
 * Select a node or a community of the drawing.
 * @param {NodeId} id
 */
export function pickNode(id) {
  if (typeof id === "string") go({ selected: id });
  else go({ selected: idOf(id), view: current.view === "trace" ? "graph" : current.view });
}

/**
 * Select the pair of nodes at the ends of an edge; there is nothing to say of an edge of communities.
 * @param {{ from: NodeId, to: NodeId }} edge
 */
export function pickEdge({ from, to }) {
  if (typeof from === "string" || typeof to === "string") return;
  go({ selected: pairId(from, to), view: current.view === "trace" ? "graph" : current.view });
}

/**
 * Unfold the neighbours of a node, or a community; fold them if they are unfolded.
 * @param {NodeId} id
 */
export function unfold(id) {
  const key = typeof id === "string" ? id : idOf(id);
  if (current.view === "graph" && (current.grouped !== "1" || typeof id === "string"))
    go({ opened: toggled(current.opened, key, !isOpened(key)) });
}

/** @param {string} key */
export const isOpened = (key) => listOf(current.opened).includes(key);
