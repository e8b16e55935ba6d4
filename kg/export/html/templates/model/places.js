// What is where: things by administrative division, and on which basis; those of which nothing says it apart.

/** @import { Fact } from "../data" */
/** @import { Model } from "./model.js" */

/** Bases, the surest first. */
const BASES = /** @type {const} */ (["stated", "name", "seen"]);
/** @typedef {(typeof BASES)[number]} Basis */
/** A thing at a place, and what says so. @typedef {{ node: number, basis: Basis }} Placed */
/** A division with what is in it itself, the divisions below it, and how many things there are in all.
 * @typedef {{ division: number, name: string, things: Placed[], below: Area[], count: number }} Area */

/** What is nowhere by itself: people are where their posts are. */
const NOWHERE = ["person"];

/**
 * The provinces with what is in them, the fullest first, and the things of which nothing says where they are.
 * @param {Model} model
 * @param {(fact: Fact) => boolean} passes
 * @returns {{ provinces: Area[], unplaced: number[] }}
 */
export function places(model, passes) {
  /** @type {Area[]} */
  const areas = model.divisions.map(([name], division) => ({ division, name, things: [], below: [], count: 0 }));
  /** @type {number[]} */
  const unplaced = [];
  for (const node of shownNodes(model, passes)) {
    const { at, type } = model.nodes[node];
    if (at) areas[at[0]].things.push({ node, basis: at[1] });
    else if (!NOWHERE.includes(type)) unplaced.push(node);
  }
  // A division stands behind the one above it: from the last to the first, all below it have been counted.
  for (const area of [...areas].reverse()) {
    area.things.sort((a, b) => BASES.indexOf(a.basis) - BASES.indexOf(b.basis) || a.node - b.node);
    area.below.sort(byCount);
    area.count += area.things.length;
    const above = areas[model.divisions[area.division][1]];
    if (!above || !area.count) continue;
    above.below.push(area);
    above.count += area.count;
  }
  return { provinces: areas.filter(({ division, count }) => model.divisions[division][1] < 0 && count).sort(byCount), unplaced };
}

/**
 * The fullest first.
 * @param {Area} a
 * @param {Area} b
 */
const byCount = (a, b) => b.count - a.count || a.division - b.division;

/**
 * The nodes of which a fact passes.
 * @param {Model} model
 * @param {(fact: Fact) => boolean} passes
 */
function shownNodes(model, passes) {
  /** @type {Set<number>} */
  const shown = new Set();
  for (const fact of model.facts) if (passes(fact)) for (const end of [fact.subject, fact.object]) if (end !== undefined) shown.add(end);
  return [...shown].sort((a, b) => a - b);
}

/**
 * Where the provinces stand in the sketch, as column and row: our own arrangement, each next to its neighbours as far as squares allow.
 * @type {[name: string, column: number, row: number][]}
 */
export const PROVINCES = [
  ["黑龙江", 9, 1],
  ["内蒙古", 6, 2],
  ["辽宁", 8, 2],
  ["吉林", 9, 2],
  ["新疆", 1, 3],
  ["甘肃", 3, 3],
  ["宁夏", 4, 3],
  ["山西", 5, 3],
  ["河北", 6, 3],
  ["北京", 7, 3],
  ["天津", 8, 3],
  ["青海", 2, 4],
  ["陕西", 4, 4],
  ["河南", 5, 4],
  ["山东", 6, 4],
  ["西藏", 1, 5],
  ["四川", 3, 5],
  ["重庆", 4, 5],
  ["湖北", 5, 5],
  ["安徽", 6, 5],
  ["江苏", 7, 5],
  ["上海", 8, 5],
  ["云南", 3, 6],
  ["贵州", 4, 6],
  ["湖南", 5, 6],
  ["江西", 6, 6],
  ["浙江", 7, 6],
  ["广西", 4, 7],
  ["广东", 5, 7],
  ["福建", 6, 7],
  ["台湾", 7, 7],
  ["海南", 4, 8],
  ["澳门", 5, 8],
  ["香港", 6, 8],
];
