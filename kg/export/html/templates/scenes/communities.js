// The scene of communities: one node each until opened; what a graph too large to show opens on.

import { listOf } from "../model/lists.js";
import { openedCommunities, selectionOf } from "../model/state.js";
import { arrangedOn } from "./arranged.js";
import { drawn, edgeOf, emphasise, groundsOf } from "./scene.js";
import { unfoldedPlaces } from "./spread.js";

/** @import { Model } from "../model/model.js" */
/** @import { Selection, State } from "../model/state.js" */
/** @import { Page } from "./arranged.js" */
/** @import { Place } from "./hull.js" */
/** @import { NodeId, Passing, PassingLink, Scene, SceneEdge, SceneNode } from "./scene.js" */

const MOST_COMMUNITIES = 150;
const MOST_MEMBERS = 250;
const AREA = 9500;

/**
 * @param {Model} model
 * @param {State} state
 * @param {Passing} passing
 * @param {Page} page
 * @returns {Scene}
 */
export function communityScene(model, state, { links, neighbours }, page) {
  const opened = new Set(openedCommunities(state));
  /** @type {SceneNode[]} */
  const nodes = [];
  /** Which node of the scene a node of the model is in. @type {Map<number, NodeId>} */
  const standsFor = new Map();
  const passes = passingNode(model, state, neighbours),
    placeOf = unfoldedPlaces(model, page),
    standing = opened.size ? undefined : arrangedCommunities(model, page);
  for (const [number, { members: all }] of communitiesOf(model, opened)) {
    const members = all.filter(passes);
    if (!members.length) continue;
    if (opened.has(number))
      for (const member of all.slice(0, MOST_MEMBERS).filter(passes)) {
        standsFor.set(member, member);
        nodes.push({ ...drawn(model, member), ...placeOf(member) });
      }
    else {
      for (const member of members) standsFor.set(member, "g" + number);
      const { x, y, side } = standing?.get("g" + number) ?? { ...middleOf(all.map(placeOf)), side: undefined };
      nodes.push({ ...communityNode(model, number, members.length, opened.size > 0), x, y, side });
    }
  }
  const grounds = groundsOf(nodes.filter((node) => typeof node.id === "number"));
  const scene = { nodes, edges: joinedEdges(model, links, standsFor), grounds, isArranged: !opened.size };
  return emphasise(model, scene, pickedOf(selectionOf(model, state), standsFor));
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
 * The communities while none is opened, arranged for the page.
 * @param {Model} model
 * @param {Page} page
 */
const arrangedCommunities = (model, page) =>
  arrangedOn(model, "communities", page, {
    area: AREA,
    pieces: () => {
      const all = communitiesOf(model, new Set()),
        standsFor = new Map(all.flatMap(([number, { members }]) => members.map((member) => [member, "g" + number])));
      const links = model.links.map(({ a, b }) => [standsFor.get(a), standsFor.get(b)]).filter(([a, b]) => a && b && a !== b);
      return {
        pieces: all.map(([number, { members }]) => communityNode(model, number, members.length, false)),
        links: [...new Map(links.map((pair) => [pair.sort().join("~"), /** @type {[string, string]} */ (pair)])).values()],
      };
    },
  });

/** @param {Place[]} places @returns {Place} */
const middleOf = (places) => ({
  x: places.reduce((sum, { x }) => sum + x, 0) / places.length,
  y: places.reduce((sum, { y }) => sum + y, 0) / places.length,
});

/**
 * A community as one node; among the members of others it is larger, for one sees them from farther away.
 * @param {Model} model
 * @param {number} number
 * @param {number} count
 * @param {boolean} isAmongMembers
 */
function communityNode(model, number, count, isAmongMembers) {
  const lead = model.nodes[model.communities[number][0]];
  return {
    id: "g" + number,
    label: `${lead.label}\n(${count})`,
    size: isAmongMembers ? 14 + 7 * Math.sqrt(count) : 7 + 2.5 * Math.sqrt(count),
    font: Math.min(64, (isAmongMembers ? 26 : 17) + (isAmongMembers ? 3 : 1.5) * Math.sqrt(count)),
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
