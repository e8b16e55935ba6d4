// The drawing: vis-network with fixed positions, no physics; it is told what to show and never decides it.

import { roomOf } from "../scenes/placement.js";
import { readColours } from "./colours.js";
import { byId, put } from "./elements.js";
import { edgeLook, nodeLook } from "./looks.js";
import { drawGrounds, drawOverlays } from "./overlays.js";

/** @import { NodeId, Scene, SceneEdge } from "../scenes/scene.js" */
/** @import { Children } from "./elements.js" */

/** What the drawing reports. The tips of nodes and edges say what the pointer is on.
 * @typedef {{ pickNode: (id: NodeId) => void, pickEdge: (edge: SceneEdge) => void, pickNothing: () => void, unfold: (id: NodeId) => void,
 *   nodeTip: (id: NodeId) => Children, edgeTip: (edge: SceneEdge) => Children }} Handlers */

/** A graph with more nodes hides its edges while it moves. */
const LARGE = 1500;
const ZOOM = { least: 0.04, most: 4 };
const calm = matchMedia("(prefers-reduced-motion: reduce)");

const nodeSet = new vis.DataSet();
const edgeSet = new vis.DataSet();
/** @type {vis.Network} */
let network;
/** @type {Scene} */
let scene = { nodes: [], edges: [], grounds: [] };

export const currentScene = () => scene;
export const currentZoom = () => network.getScale();

/** @param {number} nodeCount */
const optionsFor = (nodeCount) => ({
  physics: { enabled: false },
  layout: { improvedLayout: false },
  autoResize: true,
  interaction: {
    hover: true,
    hideEdgesOnDrag: nodeCount > LARGE,
    hideEdgesOnZoom: nodeCount > LARGE,
    tooltipDelay: 1e6,
    keyboard: false,
    multiselect: false,
    selectConnectedEdges: false,
    dragNodes: true,
    zoomSpeed: 0.6,
  },
  nodes: { borderWidth: 1, borderWidthSelected: 3, labelHighlightBold: false, chosen: false, scaling: { label: { enabled: false } } },
  edges: { smooth: false, chosen: false, hoverWidth: 0, selectionWidth: 0, arrowStrikethrough: false },
});

/**
 * @param {number} nodeCount
 * @param {Handlers} handlers
 */
export function startCanvas(nodeCount, { pickNode, pickEdge, pickNothing, unfold, nodeTip, edgeTip }) {
  readColours();
  network = new vis.Network(byId("canvas"), { nodes: nodeSet, edges: edgeSet }, optionsFor(nodeCount));
  network.on("click", ({ nodes, edges }) => {
    const edge = edgeOf(edges[0]);
    if (nodes.length) pickNode(nodes[0]);
    else if (edge) pickEdge(edge);
    else if (!edges.length) pickNothing();
  });
  network.on("doubleClick", ({ nodes }) => nodes.length && unfold(nodes[0]));
  network.on("hoverNode", ({ node, pointer }) => showTip(nodeTip(node), pointer.DOM));
  network.on("hoverEdge", ({ edge: id, pointer }) => {
    const edge = edgeOf(id);
    if (edge) showTip(edgeTip(edge), pointer.DOM);
  });
  for (const gone of ["blurNode", "blurEdge", "dragStart", "zoom"])
    network.on(gone, () => {
      byId("tip").hidden = true;
    });
  network.on("beforeDrawing", (ctx) => drawGrounds(ctx, scene));
  network.on("afterDrawing", (ctx) => drawOverlays(ctx, scene, network.getScale(), (id) => network.getPosition(id)));
}

/** @param {number | string | undefined} id */
const edgeOf = (id) => scene.edges.find((edge) => edge.id === id);

/**
 * Draw a scene in the place of the one before. Each change makes vis-network draw at once, and we draw over it what the scene
 * says: so the new nodes come first, then the scene, then the old nodes go.
 * @param {Scene} next
 * @param {boolean} refit
 */
export function drawScene(next, refit) {
  const nodeIds = new Set(next.nodes.map(({ id }) => id)),
    edgeIds = new Set(next.edges.map(({ id }) => id));
  edgeSet.remove(edgeSet.getIds().filter((id) => !edgeIds.has(id)));
  nodeSet.update(next.nodes.map((node) => nodeLook(node, currentZoom)));
  scene = next;
  nodeSet.remove(nodeSet.getIds().filter((id) => !nodeIds.has(id)));
  edgeSet.update(next.edges.map(edgeLook));
  if (refit) {
    fitScene();
    setTimeout(fitScene, 60);
  }
}

/** Draw the same scene in the colours of the theme. */
export function repaint() {
  readColours();
  drawScene(scene, false);
}

/** Show the whole scene or, in a narrow window that is too small for it, its first node. */
export function fitScene() {
  if (!scene.nodes.length) return;
  const { left, right, top, bottom } = boundsOf(scene);
  const box = byId("canvas"),
    foot = 40,
    fits = Math.min(box.clientWidth / (right - left), (box.clientHeight - foot) / (bottom - top)) * 0.98,
    scale = Math.max(0.03, Math.min(0.9, fits));
  network.moveTo({ scale, position: { x: (left + right) / 2, y: (top + bottom) / 2 + foot / 2 / scale }, animation: false });
  if (box.clientWidth < 600 && network.getScale() < 0.34) {
    const { x, y } = scene.nodes[0];
    network.moveTo({ scale: 0.34, position: { x, y }, animation: false });
  }
}

/** @param {Scene} scene */
function boundsOf({ nodes }) {
  const bounds = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  for (const node of nodes) {
    const { width, height } = roomOf(node);
    bounds.left = Math.min(bounds.left, node.x - width / 2);
    bounds.right = Math.max(bounds.right, node.x + width / 2);
    bounds.top = Math.min(bounds.top, node.y - node.size - 8);
    bounds.bottom = Math.max(bounds.bottom, node.y + height - node.size);
  }
  return bounds;
}

/**
 * @param {Children} children
 * @param {{ x: number, y: number }} at
 */
function showTip(children, at) {
  const tip = byId("tip"),
    stage = byId("stage");
  put(tip, children);
  tip.hidden = false;
  tip.style.left = Math.max(4, Math.min(at.x + 14, stage.clientWidth - tip.offsetWidth - 8)) + "px";
  tip.style.top = Math.max(4, Math.min(at.y + 14, stage.clientHeight - tip.offsetHeight - 8)) + "px";
}

const motion = () => (calm.matches ? false : { duration: 350, easingFunction: "easeInOutQuad" });

/** @param {number} factor */
export const zoomBy = (factor) =>
  network.moveTo({ scale: Math.min(ZOOM.most, Math.max(ZOOM.least, network.getScale() * factor)), animation: motion() });

/**
 * Bring nodes into view: all of them or, if they are too far apart, the first.
 * @param {NodeId[]} ids
 */
export function centre(ids) {
  const known = ids.filter((id) => nodeSet.get(id));
  if (!known.length) return;
  const places = known.map((id) => network.getPosition(id)),
    spread = (/** @type {number[]} */ values) => Math.max(...values) - Math.min(...values) + 220;
  const across = spread(places.map(({ x }) => x)),
    down = spread(places.map(({ y }) => y));
  const scale = Math.min(byId("canvas").clientWidth / across, byId("canvas").clientHeight / down, 0.7);
  if (scale >= 0.45) network.fit({ nodes: known, maxZoomLevel: 0.7, animation: motion() });
  else network.focus(known[0], { scale: 0.55, animation: motion() });
}

/**
 * The nearest node in a direction from the selected one, or from the middle of the view.
 * @param {NodeId | undefined} selected
 * @param {number} dx
 * @param {number} dy
 */
export function nodeTowards(selected, dx, dy) {
  const from = selected !== undefined && nodeSet.get(selected) ? network.getPosition(selected) : network.getViewPosition();
  /** @type {NodeId | undefined} */
  let best;
  let least = Infinity;
  for (const { id } of scene.nodes) {
    const place = network.getPosition(id),
      x = place.x - from.x,
      y = place.y - from.y;
    const along = x * dx + y * dy,
      aside = Math.abs(x * dy - y * dx);
    if (along > 1 && along + 2 * aside < least && id !== selected) {
      least = along + 2 * aside;
      best = id;
    }
  }
  return best;
}
