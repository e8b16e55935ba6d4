// The best evidenced paths between two names. Prices of steps and passings come with the data, so that this page and
// `kg trace` find the same ways: the cheapest, not through a place or a newspaper unless there is no other.

import { Heap } from "./heap.js";
import { otherEnd } from "./model.js";

/** @import { Link, Model } from "./model.js" */

/** All that a search needs of the model. @typedef {Pick<Model, "linkBetween"> & { nodes: Pick<Model["nodes"][number], "links" | "passing" | "hub">[] }} Graph */
/** @typedef {{ nodes: number[], price: number }} Path */
/** What the rest of a way may not use. @typedef {{ nodes: Set<number>, firstSteps: Set<number> }} Barred */

/** A list of paths is complete after so many were looked at. */
const TRIES = 40;

/**
 * What is only denied links nobody: its cost is -1 in the data.
 * @param {Graph} graph
 * @param {Link} link
 */
const stepPrice = (graph, link) => (link.cost < 0 ? Infinity : link.cost + (graph.nodes[link.a].passing + graph.nodes[link.b].passing) / 2);

/**
 * The price from every node to `target`.
 * @param {Graph} graph
 * @param {number} target
 * @param {(node: number) => boolean} isAllowed
 */
function distancesTo(graph, target, isAllowed) {
  const distances = new Map([[target, 0]]),
    done = new Set();
  /** @type {Heap<number>} */
  const heap = new Heap();
  heap.push(0, target);
  while (!heap.isEmpty) {
    const at = heap.pop();
    if (done.has(at)) continue;
    done.add(at);
    for (const link of graph.nodes[at].links) {
      const next = otherEnd(link, at),
        price = (distances.get(at) ?? 0) + stepPrice(graph, link);
      if (price < Infinity && isAllowed(next) && price < (distances.get(next) ?? Infinity)) {
        distances.set(next, price);
        heap.push(price, next);
      }
    }
  }
  return distances;
}

/**
 * The cheapest way from `start` to `target` around what is barred; the distances to the target guide it (A*).
 * @param {Graph} graph
 * @param {number} start
 * @param {number} target
 * @param {Map<number, number>} distances
 * @param {Barred} barred
 * @returns {Path | null}
 */
function cheapest(graph, start, target, distances, barred) {
  const toGo = (/** @type {number} */ node) => distances.get(node) ?? Infinity;
  const spent = new Map([[start, 0]]),
    cameFrom = new Map(),
    done = new Set();
  /** @type {Heap<number>} */
  const heap = new Heap();
  if (toGo(start) < Infinity) heap.push(toGo(start), start);
  while (!heap.isEmpty) {
    const at = heap.pop(),
      soFar = spent.get(at) ?? 0;
    if (at === target) return { nodes: wayBack(cameFrom, start, target), price: soFar };
    if (done.has(at)) continue;
    done.add(at);
    for (const link of graph.nodes[at].links) {
      const next = otherEnd(link, at),
        price = soFar + stepPrice(graph, link);
      if (barred.nodes.has(next) || (at === start && barred.firstSteps.has(next))) continue;
      if (price + toGo(next) === Infinity || price >= (spent.get(next) ?? Infinity) - 1e-9) continue;
      spent.set(next, price);
      cameFrom.set(next, at);
      heap.push(price + toGo(next), next);
    }
  }
  return null;
}

/**
 * @param {Map<number, number>} cameFrom
 * @param {number} start
 * @param {number} target
 */
function wayBack(cameFrom, start, target) {
  const nodes = [target];
  while (nodes[0] !== start) nodes.unshift(/** @type {number} */ (cameFrom.get(nodes[0])));
  return nodes;
}

/**
 * All paths without a loop, the cheapest first (Yen's algorithm).
 * @param {Graph} graph
 * @param {number} start
 * @param {number} target
 * @param {(node: number) => boolean} isAllowed
 */
function* pathsByPrice(graph, start, target, isAllowed) {
  const distances = distancesTo(graph, target, isAllowed),
    offered = new Set();
  /** @type {Path[]} */
  const found = [];
  /** @type {Path[]} */
  const waiting = [];
  const offer = (/** @type {Path | null} */ path) => {
    if (!path || offered.has(path.nodes.join())) return;
    offered.add(path.nodes.join());
    waiting.push(path);
  };
  offer(cheapest(graph, start, target, distances, { nodes: new Set(), firstSteps: new Set() }));
  while (waiting.length) {
    waiting.sort((a, b) => a.price - b.price || a.nodes.length - b.nodes.length);
    const best = /** @type {Path} */ (waiting.shift());
    found.push(best);
    yield best;
    for (const detour of detours(graph, best, found, distances)) offer(detour);
  }
}

/**
 * For each node of a path the cheapest way that leaves it there and is not yet found.
 * @param {Graph} graph
 * @param {Path} path
 * @param {Path[]} found
 * @param {Map<number, number>} distances
 * @returns {Path[]}
 */
function detours(graph, { nodes }, found, distances) {
  const target = nodes[nodes.length - 1];
  let spent = 0;
  return nodes.slice(0, -1).flatMap((turn, i) => {
    const root = nodes.slice(0, i),
      alike = found.filter((other) => [...root, turn].every((node, j) => other.nodes[j] === node));
    const rest = cheapest(graph, turn, target, distances, {
      nodes: new Set(root),
      firstSteps: new Set(alike.map((other) => other.nodes[i + 1])),
    });
    const made = rest ? [{ nodes: [...root, ...rest.nodes], price: spent + rest.price }] : [];
    spent += stepPrice(graph, /** @type {Link} */ (graph.linkBetween(turn, nodes[i + 1])));
    return made;
  });
}

/**
 * At most `top` paths, none of which only adds a detour to another; `hub` says that there is none around places and newspapers.
 * @param {Graph} graph
 * @param {number} start
 * @param {number} target
 * @returns {(Path & { hub: boolean })[]}
 */
export function bestPaths(graph, start, target, top = 5) {
  for (const hub of [false, true]) {
    /** @type {(Path & { hub: boolean })[]} */
    const kept = [];
    let tries = 0;
    const isAllowed = (/** @type {number} */ node) => hub || node === start || node === target || !graph.nodes[node].hub;
    for (const path of pathsByPrice(graph, start, target, isAllowed)) {
      const inner = new Set(innerNodes(path));
      if (!kept.some((other) => innerNodes(other).every((node) => inner.has(node)))) kept.push({ ...path, hub });
      tries += 1;
      if (kept.length === top || tries >= TRIES) break;
    }
    if (kept.length) return kept;
  }
  return [];
}

/** @param {Path} path */
const innerNodes = (path) => path.nodes.slice(1, -1);

/**
 * A link's facts, the surest first; what is denied comes last.
 * @param {Model} model
 * @param {Link} link
 */
export const surest = (model, link) =>
  link.facts
    .map((number) => ({ number, fact: model.facts[number] }))
    .sort(
      (x, y) =>
        Number(x.fact.status === "denied") - Number(y.fact.status === "denied") ||
        y.fact.confidence - x.fact.confidence ||
        Number(x.fact.weak ?? false) - Number(y.fact.weak ?? false) ||
        x.number - y.number,
    )
    .map(({ number }) => number);
