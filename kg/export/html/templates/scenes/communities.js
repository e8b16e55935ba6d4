// The scene of communities: one node each until opened; what a graph too large to show opens on.

import { listOf } from "../model/lists.js";
import { openedCommunities, selectionOf } from "../model/state.js";
import { drawn, edgeOf, emphasise, groundsOf } from "./scene.js";

/** @import { Model } from "../model/model.js" */
/** @import { Selection, State } from "../model/state.js" */
/** @import { NodeId, Passing, PassingLink, Scene, SceneEdge, SceneNode } from "./scene.js" */

/** A community: the sum of its members' places, and who they are. @typedef {{ x: number, y: number, members: number[] }} Community */

const MOST_COMMUNITIES = 150;
const MOST_MEMBERS = 250;

/**
 * @param {Model} model
 * @param {State} state
 * @param {Passing} passing
 * @returns {Scene}
 */
export function communityScene(model, state, { links, neighbours }) {
  const opened = new Set(openedCommunities(state));
  /** @type {SceneNode[]} */
  const nodes = [];
  /** Which node of the scene a node of the model is in. @type {Map<number, NodeId>} */
  const standsFor = new Map();
  const passes = passingNode(model, state, neighbours);
  for (const [number, { members: all }] of communitiesOf(model, opened)) {
    const community = sumOf(model, all.filter(passes));
    if (!community.members.length) continue;
    if (opened.has(number))
      for (const member of all.slice(0, MOST_MEMBERS).filter(passes)) {
        const [x, y] = model.nodes[member].positions.unfolded;
        standsFor.set(member, member);
        nodes.push({ ...drawn(model, member), x, y });
      }
    else {
      for (const member of community.members) standsFor.set(member, "g" + number);
      nodes.push(communityNode(model, number, community, opened.size > 0));
    }
  }
  const grounds = groundsOf(nodes.filter((node) => typeof node.id === "number"));
  return emphasise(model, { nodes, edges: joinedEdges(model, links, standsFor), grounds }, pickedOf(selectionOf(model, state), standsFor));
}

/**
 * The largest communities, and any that is opened; which these are no filter changes.
 * @param {Model} model
 * @param {Set<number>} opened
 */
function communitiesOf(model, opened) {
  /** @type {Map<number, { members: number[] }>} */
  const found = new Map();
  for (const { number, community, links } of model.nodes) {
    if (!links.length) continue;
    const known = found.get(community);
    if (known) known.members.push(number);
    else found.set(community, { members: [number] });
  }
  return [...found]
    .sort((a, b) => b[1].members.length - a[1].members.length || a[0] - b[0])
    .filter(([number], i) => i < MOST_COMMUNITIES || opened.has(number));
}

/**
 * @param {Model} model
 * @param {State} state
 * @param {Map<number, number[]>} neighbours
 */
function passingNode(model, state, neighbours) {
  const hiddenTypes = new Set(listOf(state.hiddenTypes));
  return (/** @type {number} */ number) => neighbours.has(number) && !hiddenTypes.has(model.nodes[number].type);
}

/**
 * @param {Model} model
 * @param {number[]} members
 * @returns {Community}
 */
function sumOf(model, members) {
  const sum = (/** @type {0 | 1} */ axis) => members.reduce((total, member) => total + model.nodes[member].positions.unfolded[axis], 0);
  return { x: sum(0), y: sum(1), members };
}

/**
 * A community as one node, in the middle of its members; where none is opened, all move closer together.
 * @param {Model} model
 * @param {number} number
 * @param {Community} community
 * @param {boolean} isAnyOpen
 * @returns {SceneNode}
 */
function communityNode(model, number, { x, y, members }, isAnyOpen) {
  const lead = model.nodes[model.communities[number][0]],
    count = members.length,
    closeness = isAnyOpen ? 1 : 0.5;
  return {
    id: "g" + number,
    label: `${lead.label}\n(${count})`,
    x: (x / count) * closeness,
    y: (y / count) * closeness,
    size: 14 + 7 * Math.sqrt(count),
    font: Math.min(64, (isAnyOpen ? 26 : 18) + 3 * Math.sqrt(count)),
    shape: "ring",
    colour: lead.colour,
    community: number,
  };
}

/**
 * One edge for all links between two nodes of the scene.
 * @param {Model} model
 * @param {PassingLink[]} links
 * @param {Map<number, NodeId>} standsFor
 * @returns {SceneEdge[]}
 */
function joinedEdges(model, links, standsFor) {
  const joined = new Map();
  for (const { link, facts } of links) {
    const from = standsFor.get(link.a),
      to = standsFor.get(link.b);
    if (from === undefined || to === undefined || from === to) continue;
    const key = [from, to].map(String).sort().join("~"),
      known = joined.get(key);
    if (known) {
      known.count += 1;
      known.facts = known.facts.concat(facts);
    } else joined.set(key, { ...edgeOf(model, link, facts), id: "j" + key, from, to, count: 1 });
  }
  return [...joined.values()].map(({ count, ...edge }) => ({ ...edge, width: Math.min(8, 0.6 + Math.sqrt(count)) }));
}

/**
 * @param {Selection} selection
 * @param {Map<number, NodeId>} standsFor
 * @returns {NodeId[]}
 */
function pickedOf(selection, standsFor) {
  if (selection.kind === "group") return ["g" + selection.group];
  const node = selection.kind === "node" ? standsFor.get(selection.node) : undefined;
  return node === undefined ? [] : [node];
}
