// The scene of the graph: which nodes and links the state lets through, and where they stand.

import { isNarrowed } from "../model/filter.js";
import { listOf } from "../model/lists.js";
import { openedNodes, selectedNodes, selectionOf } from "../model/state.js";
import { communityScene } from "./communities.js";
import { SOME_PAGE } from "./arranged.js";
import { firstView } from "./first_view.js";
import { settle } from "./placement.js";
import { drawn, edgeOf, emphasise, groundsOf, passingLinks } from "./scene.js";
import { unfoldedPlaces } from "./spread.js";

/** @import { Model } from "../model/model.js" */
/** @import { State } from "../model/state.js" */
/** @import { Page } from "./arranged.js" */
/** @import { Place } from "./hull.js" */
/** @import { Scene } from "./scene.js" */

/**
 * @param {Model} model
 * @param {State} state
 * @param {Page} page
 * @returns {Scene}
 */
export function graphScene(model, state, page = SOME_PAGE) {
  const { links, neighbours } = passingLinks(model, state);
  if (state.grouped === "1") return communityScene(model, state, { links, neighbours }, page);
  const picked = selectedNodes(selectionOf(model, state)),
    openers = [...openedNodes(model, state), ...picked],
    isWhole = state.everything === "1",
    shown = shownNodes(model, state, neighbours, picked);
  const standing = isWhole ? new Map() : firstView(model, page),
    unfolded = unfoldedPlaces(model, page),
    placeOf = (/** @type {number} */ number) => (isWhole ? unfolded(number) : standing.get(number));
  const places = settle(model, shown, placeOf, openers, neighbours);
  const nodes = [...shown]
    .sort((a, b) => a - b)
    .map((number) => ({
      ...drawn(model, number),
      ...standing.get(number),
      .../** @type {Place} */ (places.get(number)),
      folded: new Set(neighbours.get(number)?.filter((other) => !shown.has(other))).size,
    }));
  const edges = links.filter(({ link }) => shown.has(link.a) && shown.has(link.b)).map(({ link, facts }) => edgeOf(model, link, facts));
  return emphasise(model, { nodes, edges, grounds: isWhole ? groundsOf(nodes) : [], isArranged: !isWhole, isClear: !isWhole }, picked);
}

/**
 * The graph as a list shows it: single nodes also where the state asks for communities.
 * @param {Model} model
 * @param {State} state
 */
export const ungroupedScene = (model, state) =>
  graphScene(model, state.grouped === "1" ? { ...state, grouped: "", everything: "1" } : state);

/**
 * The main points or, where all is asked for, everything, less what the filters remove; with what was unfolded and what is picked.
 * @param {Model} model
 * @param {State} state
 * @param {Map<number, number[]>} neighbours
 * @param {number[]} picked
 */
function shownNodes(model, state, neighbours, picked) {
  const hiddenTypes = new Set(listOf(state.hiddenTypes)),
    isFiltered = isNarrowed(state) || state.hiddenPredicates !== "",
    isWhole = state.everything === "1";
  const isMain = (/** @type {number} */ number) => model.nodes[number].isMain ?? false;
  const shown = new Set(picked);
  model.nodes.forEach(({ type, links }, number) => {
    const isAlone = isWhole && !isFiltered && !links.length;
    if ((neighbours.has(number) || isAlone) && !hiddenTypes.has(type) && (isWhole || isMain(number))) shown.add(number);
  });
  for (const number of openedNodes(model, state)) {
    if (hiddenTypes.has(model.nodes[number].type)) continue;
    for (const one of [number, ...(neighbours.get(number) || [])]) shown.add(one);
  }
  for (const number of picked) {
    if (isMain(number) || isWhole) continue;
    for (const other of neighbours.get(number) || []) if (isMain(other)) shown.add(other);
  }
  return shown;
}
