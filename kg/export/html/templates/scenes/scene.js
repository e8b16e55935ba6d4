// A scene is what a view draws: nodes with their places, edges, and the grounds of communities behind them.

import { articleCount, nodeName, otherEnd, pushTo } from "../model/model.js";
import { factFilter } from "../model/filter.js";
import { predicateLabels } from "../model/sentences.js";
import { hull } from "./hull.js";

/** @import { Fact } from "../data" */
/** @import { Link, Model, Via } from "../model/model.js" */
/** @import { State } from "../model/state.js" */
/** @import { Side } from "./boxes.js" */
/** @import { Place } from "./hull.js" */

/** A node's number; of a community the letter g and its number. @typedef {number | string} NodeId */
/** @typedef {{ id: NodeId, label: string, size: number, font: number, shape: string, colour: string, community: number }} Drawn */
/**
 * A node of a scene: how many neighbours are folded, whether it is picked, and whether something else is; at which side its name
 * stands best, and whether it is only a mark on a link.
 * @typedef {Drawn & Place & { folded?: number, picked?: boolean, dim?: boolean, side?: Side, isMark?: boolean }} SceneNode
 */
/**
 * An edge of a scene: what it rests on (facts, or reasons of a tie), whether that is weak, whether it is picked or at something picked.
 * @typedef {{ id: number | string, from: NodeId, to: NodeId, width: number, weak: boolean, facts?: number[], via?: Via[], picked?: boolean,
 *   near?: boolean, dim?: boolean, label?: string }} SceneEdge
 */
/** @typedef {{ points: Place[], colour: string }} Ground */
/**
 * What is drawn. An arranged scene is made for the page: one that is higher is shown from its top. In a clear scene no line crosses a name.
 * @typedef {{ nodes: SceneNode[], edges: SceneEdge[], grounds: Ground[], isArranged?: boolean, isClear?: boolean }} Scene
 */
/** A link with those of its facts that pass the filters. @typedef {{ link: Link, facts: number[] }} PassingLink */
/** @typedef {{ links: PassingLink[], neighbours: Map<number, number[]> }} Passing */

/** A scene with more edges writes no labels on them. */
const MOST_LABELLED = 3000;

/**
 * The links that pass the filters, and whom they tie.
 * @param {Model} model
 * @param {State} state
 * @returns {Passing}
 */
export function passingLinks(model, state) {
  const passes = factFilter(model, state);
  const links = model.links
    .map((link) => ({ link, facts: link.facts.filter((number) => passes(model.facts[number])) }))
    .filter(({ facts }) => facts.length);
  const neighbours = new Map();
  for (const { link } of links) for (const end of [link.a, link.b]) pushTo(neighbours, end, otherEnd(link, end));
  return { links, neighbours };
}

/**
 * A node of the model as a scene draws it, without a place.
 * @param {Model} model
 * @param {number} number
 * @returns {Drawn & { id: number }}
 */
export function drawn(model, number) {
  const { label, size, font, shape, colour, community } = model.nodes[number];
  return { id: number, label, size, font, shape, colour, community };
}

/**
 * @param {Model} model
 * @param {Link} link
 * @param {number[]} facts
 */
export const edgeOf = (model, link, facts) => ({
  id: link.id,
  from: link.a,
  to: link.b,
  width: 0.8 + Math.min(5, articleCount(model, facts) * 0.8 + facts.length * 0.25),
  weak: facts.every((number) => isWeak(model.facts[number])),
  facts,
});

/** @param {Fact} fact */
const isWeak = (fact) => fact.weak || fact.confidence < 0.5 || fact.status === "denied";

/**
 * The words on an edge.
 * @param {Model} model
 * @param {SceneEdge} edge
 */
export function edgeLabel(model, edge) {
  if (!edge.facts) return "";
  const labels = predicateLabels(model, edge.facts);
  return labels.slice(0, 2).join("·") + (labels.length > 2 ? "…" : "");
}

/**
 * Put what is picked, and what touches it, in front of the rest. Of two that are picked only the edge between them counts.
 * @param {Model} model
 * @param {Scene} scene
 * @param {NodeId[]} picked
 */
export function emphasise(model, scene, picked) {
  if (!picked.length) return scene;
  const focus = new Set(picked),
    lit = new Set(picked),
    isPair = picked.length === 2;
  for (const edge of scene.edges) {
    edge.picked = isPair && focus.has(edge.from) && focus.has(edge.to);
    edge.near = edge.picked || (!isPair && (focus.has(edge.from) || focus.has(edge.to)));
    edge.dim = !edge.near;
    if (!edge.near) continue;
    lit.add(edge.from).add(edge.to);
    if (scene.edges.length < MOST_LABELLED) edge.label = edgeLabel(model, edge);
  }
  for (const node of scene.nodes) Object.assign(node, { picked: focus.has(node.id), dim: !lit.has(node.id) });
  return scene;
}

/**
 * The grounds behind communities of more than three nodes, the largest first.
 * @param {SceneNode[]} nodes
 * @returns {Ground[]}
 */
export function groundsOf(nodes) {
  /** @type {Map<number, SceneNode[]>} */
  const members = new Map();
  for (const node of nodes) pushTo(members, node.community, node);
  return [...members]
    .filter(([, those]) => those.length > 3)
    .sort((a, b) => b[1].length - a[1].length)
    .map(([, those]) => ({ points: hull(those.map(({ x, y }) => ({ x, y }))), colour: those[0].colour }));
}

/**
 * @param {Model} model
 * @param {number} community
 */
export const communityName = (model, community) => nodeName(model, model.communities[community][0]);

/**
 * The facts that a scene draws, each once.
 * @param {Model} model
 * @param {Scene} scene
 */
export const visibleFacts = (model, scene) =>
  [...new Set(scene.edges.flatMap((edge) => edge.facts || (edge.via || []).flatMap((via) => via.facts)))]
    .sort((a, b) => a - b)
    .map((number) => model.facts[number]);
