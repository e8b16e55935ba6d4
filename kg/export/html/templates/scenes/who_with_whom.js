// The scene of who works with whom: people and organisations only; a tie stays while a reason for it passes the filters.

import { factFilter } from "../model/filter.js";
import { listOf } from "../model/lists.js";
import { pushTo } from "../model/model.js";
import { selectedNodes, selectionOf } from "../model/state.js";
import { arrangedOn, SOME_PAGE } from "./arranged.js";
import { SMALLER } from "./first_view.js";
import { settle } from "./placement.js";
import { drawn, emphasise } from "./scene.js";
import { spreadOver } from "./spread.js";

/** @import { Model, Tie, Via } from "../model/model.js" */
/** @import { State } from "../model/state.js" */
/** @import { Page } from "./arranged.js" */
/** @import { Place } from "./hull.js" */
/** @import { NodeId, Scene, SceneEdge } from "./scene.js" */

/** A tie with those of its reasons that pass the filters. @typedef {{ tie: Tie, via: Via[] }} PassingTie */

const MOST_TIES = 120;
const AREA = 9500;

/**
 * @param {Model} model
 * @param {State} state
 * @param {Page} page
 * @returns {Scene}
 */
export function whoScene(model, state, page = SOME_PAGE) {
  const picked = selectedNodes(selectionOf(model, state)),
    isEverything = state.everything === "1",
    ties = passingTies(model, state, shownTies(model.ties, isEverything, picked)),
    shown = new Set(ties.flatMap(({ tie }) => [tie.a, tie.b])),
    standing = isEverything ? everybody(model, page) : strongest(model, page);
  const places = settle(model, shown, (number) => standing.get(number), picked, neighboursOf(ties));
  const nodes = [...shown]
    .sort((a, b) => a - b)
    .map((number) => ({ ...drawn(model, number), ...standing.get(number), .../** @type {Place} */ (places.get(number)) }));
  return emphasise(
    model,
    { nodes, edges: ties.map(edgeOf), grounds: [], isArranged: !isEverything },
    picked.filter((number) => shown.has(number)),
  );
}

/**
 * The strongest ties and whom they tie, arranged for the page.
 * @param {Model} model
 * @param {Page} page
 */
const strongest = (model, page) =>
  arrangedOn(model, "who", page, {
    area: AREA,
    pieces: () => {
      const ties = shownTies(model.ties, false, []);
      const people = [...new Set(ties.flatMap(({ a, b }) => [a, b]))].sort((a, b) => a - b);
      return {
        pieces: people.map((number) => ({ ...drawn(model, number), size: Math.round(model.nodes[number].size * SMALLER) })),
        links: ties.map(({ a, b }) => /** @type {[number, number]} */ ([a, b])),
      };
    },
  });

/**
 * All who have a tie, where the layout has them.
 * @param {Model} model
 * @param {Page} page
 * @returns {Map<NodeId, Place>}
 */
function everybody({ nodes }, page) {
  const tied = nodes.flatMap(({ number, positions }) => (positions.who ? [{ number, at: positions.who }] : [])),
    spread = spreadOver(
      tied.map(({ at }) => at),
      page,
    );
  return new Map(tied.map(({ number, at }) => [number, spread(at)]));
}

/** @param {PassingTie[]} ties */
function neighboursOf(ties) {
  /** @type {Map<number, number[]>} */
  const found = new Map();
  for (const { tie } of ties) {
    pushTo(found, tie.a, tie.b);
    pushTo(found, tie.b, tie.a);
  }
  return found;
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
