// Where nodes stand: those of the layout where it puts them; one that was folded finds a free spot around the node
// that unfolds it.

/** @import { Model } from "../model/model.js" */
/** @import { Place } from "./hull.js" */

/** A place that is taken, and how wide and high it is. @typedef {Place & { width: number, height: number }} Room */

const TRIES = 400;
const GOLDEN_ANGLE = 2.39996;

/**
 * The width and height that a symbol and its label take, as kg.export.html.positions reckons them.
 * @param {{ label: string, size: number, font: number }} node
 */
export function roomOf({ label, size, font }) {
  const lines = (label || " ").split("\n"),
    longest = Math.max(...lines.map((line) => line.length));
  return { width: Math.max(2 * size, longest * font) + 14, height: 2 * size + lines.length * font * 1.2 + 16 };
}

/**
 * @param {Model} model
 * @param {Set<number>} shown
 * @param {(number: number) => Place | undefined} placeOf
 * @param {number[]} openers
 * @param {Map<number, number[]>} neighbours
 */
export function settle(model, shown, placeOf, openers, neighbours) {
  /** @type {Map<number, Place>} */
  const places = new Map();
  /** @type {Room[]} */
  const taken = [];
  const stand = (/** @type {number} */ number, /** @type {Place} */ place) => {
    places.set(number, place);
    taken.push({ ...place, ...roomOf(model.nodes[number]) });
  };
  for (const number of shown) {
    const place = placeOf(number);
    if (place) stand(number, { x: place.x, y: place.y });
  }
  const late = [...shown].filter((number) => !places.has(number));
  late.sort((a, b) => Number(openers.includes(b)) - Number(openers.includes(a)) || a - b);
  const aside = { x: 0, y: Math.max(0, ...taken.map(({ y }) => y)) + 160 };
  for (const number of late) {
    const near = neighbours.get(number) || [];
    const host = [...openers, ...near].find((other) => places.has(other) && near.includes(other));
    const middle = (host !== undefined && places.get(host)) || aside;
    stand(number, freeSpot(middle, roomOf(model.nodes[number]), taken));
  }
  return places;
}

/**
 * The nearest free spot on a spiral around `middle`.
 * @param {Place} middle
 * @param {{ width: number, height: number }} room
 * @param {Room[]} taken
 */
function freeSpot(middle, { width, height }, taken) {
  for (let step = 1; step < TRIES; step += 1) {
    const angle = step * GOLDEN_ANGLE,
      far = 70 + 22 * Math.sqrt(step);
    const x = Math.round(middle.x + far * 1.25 * Math.cos(angle)),
      y = Math.round(middle.y + far * Math.sin(angle));
    const isTaken = taken.some(
      (other) => Math.abs(other.x - x) < (other.width + width) / 2 && Math.abs(other.y - y) < (other.height + height) / 2,
    );
    if (!isTaken) return { x, y };
  }
  return { x: middle.x + 60, y: middle.y + 60 };
}
