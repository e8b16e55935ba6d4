// Geometry of the ground behind a community.

/** @typedef {{ x: number, y: number }} Place */

/**
 * The corners of the smallest convex polygon around some places.
 * @param {Place[]} places
 */
export function hull(places) {
  const sorted = places.slice().sort((p, q) => p.x - q.x || p.y - q.y);
  const right = half(sorted).slice(0, -1);
  return [...right, ...half(sorted.reverse()).slice(0, -1)];
}

/** @param {Place[]} sorted */
function half(sorted) {
  /** @type {Place[]} */
  const kept = [];
  for (const place of sorted) {
    while (kept.length > 1 && turn(kept[kept.length - 2], kept[kept.length - 1], place) <= 0) kept.pop();
    kept.push(place);
  }
  return kept;
}

/**
 * Positive if the way from `from` over `over` to `to` turns one way, negative if the other.
 * @param {Place} from
 * @param {Place} over
 * @param {Place} to
 */
const turn = (from, over, to) => (over.x - from.x) * (to.y - from.y) - (over.y - from.y) * (to.x - from.x);
