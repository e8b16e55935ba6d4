// The scene of who works with whom: people and organisations only; a tie stays while a reason for it passes the filters.

import { factFilter } from "../model/filter.js";
import { listOf } from "../model/lists.js";
import { selectedNodes, selectionOf } from "../model/state.js";
import { drawn, emphasise } from "./scene.js";

/** @import { Model, Tie, Via } from "../model/model.js" */
/** @import { State } from "../model/state.js" */
/** @import { Scene, SceneEdge } from "./scene.js" */

/** A tie with those of its reasons that pass the filters. @typedef {{ tie: Tie, via: Via[] }} PassingTie */

const MOST_TIES = 120;

/**
 * @param {Model} model
 * @param {State} state
 * @returns {Scene}
 */
export function whoScene(model, state) {
  const picked = selectedNodes(selectionOf(model, state)),
    ties = passingTies(model, state, shownTies(model.ties, state.everything === "1", picked));
  const shown = new Set(ties.flatMap(({ tie }) => [tie.a, tie.b]));
  const nodes = [...shown].sort((a, b) => a - b).map((number) => ({ ...drawn(model, number), ...placeOf(model, number) }));
  return emphasise(
    model,
    { nodes, edges: ties.map(edgeOf), grounds: [] },
    picked.filter((number) => shown.has(number)),
  );
}

/**
 * Of these ties what the filters let through.
 * @param {Model} model
 * @param {State} state
 * @param {Tie[]} ties
 * @returns {PassingTie[]}
 */
function passingTies(model, state, ties) {
  const passes = factFilter(model, state),
    hiddenTypes = new Set(listOf(state.hiddenTypes));
  const isHidden = (/** @type {number} */ number) => hiddenTypes.has(model.nodes[number].type);
  const holds = (/** @type {Via} */ via) =>
    (via.through < 0 || !isHidden(via.through)) && via.facts.some((number) => passes(model.facts[number]));
  return ties
    .map((tie) => ({ tie, via: tie.via.filter(holds) }))
    .filter(({ tie, via }) => via.length && !isHidden(tie.a) && !isHidden(tie.b));
}

/**
 * The strongest ties and those of what is picked; pairs that are tied to nobody else are left out. Which these are no filter changes.
 * @param {Tie[]} ties
 * @param {boolean} isEverything
 * @param {number[]} picked
 */
function shownTies(ties, isEverything, picked) {
  if (isEverything) return ties;
  const isPicked = (/** @type {Tie} */ { a, b }) => picked.includes(a) || picked.includes(b);
  const strong = ties.filter((tie, i) => i < MOST_TIES || isPicked(tie));
  const count = new Map();
  for (const { a, b } of strong) for (const end of [a, b]) count.set(end, (count.get(end) || 0) + 1);
  const joined = strong.filter((tie) => count.get(tie.a) > 1 || count.get(tie.b) > 1 || isPicked(tie));
  return joined.length ? joined : strong;
}

/**
 * @param {PassingTie} item
 * @returns {SceneEdge}
 */
const edgeOf = ({ tie, via }) => ({
  id: "t" + tie.id,
  from: tie.a,
  to: tie.b,
  width: Math.min(7, 0.7 + via.reduce((sum, { worth }) => sum + worth, 0) * 1.5),
  weak: via.every(({ worth }) => worth < 0.3),
  via,
});

/**
 * @param {Model} model
 * @param {number} number
 */
function placeOf(model, number) {
  const [x, y] = model.nodes[number].positions.who ?? model.nodes[number].positions.unfolded;
  return { x, y };
}
