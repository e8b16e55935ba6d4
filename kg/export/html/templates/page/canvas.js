// The drawing: vis-network holds the symbols, the view and the gestures, with fixed positions and no physics; lines and names are
// ours. It is told what to show and never decides it: whatever is drawn has its place in the scene, and nobody asks vis-network.

import { symbolBox } from "../scenes/boxes.js";
import { fitted, ZOOM } from "../scenes/fit.js";
import { readColours } from "./colours.js";
import { byId, put } from "./elements.js";
import { drawLines, forgetLines } from "./lines.js";
import { nodeLook } from "./looks.js";
import { drawGrounds, drawOverlays } from "./overlays.js";
import { under } from "./pointing.js";
import { drawLabels, forgetLabels, labelsOf } from "./writing.js";

/** @import { Place } from "../scenes/hull.js" */
/** @import { NodeId, Scene, SceneEdge, SceneNode } from "../scenes/scene.js" */
/** @import { Children } from "./elements.js" */

/** Where one looks: the middle of the view, and the zoom. @typedef {Place & { scale: number }} Camera */
/** What the drawing reports: what was clicked, and that the view has come to rest. The tips say what the pointer is on.
 * @typedef {{ pickNode: (id: NodeId) => void, pickEdge: (edge: SceneEdge) => void, pickNothing: () => void, unfold: (id: NodeId) => void,
 *   nodeTip: (id: NodeId) => Children, edgeTip: (edge: SceneEdge) => Children, rest: () => void }} Handlers */

/** A scene with more lines hides them while it moves. */
const MOST_MOVING = 2500;
/** Height of what lies over the foot of the drawing. */
const FOOT = 40;
/** Room kept between a scene that fills the view and its edge. */
const EDGE = 8;
/** How far inside the view a symbol is that needs not be brought there. */
const MARGIN = 20;
/** Milliseconds after which a turn of the wheel has ended. */
const REST = 160;
const calm = matchMedia("(prefers-reduced-motion: reduce)");

const nodeSet = new vis.DataSet();
/** @type {vis.Network} */
let network;
/** @type {Scene} */
let scene = { nodes: [], edges: [], grounds: [] };
let isMoving = false;
let room = { width: 0 };
/** @type {ReturnType<typeof setTimeout> | undefined} */
let resting;

export const currentScene = () => scene;
export const currentZoom = () => network.getScale();
export const currentLabels = () => labelsOf(scene, network.getScale());
/** The ids of the symbols that are drawn. */
export const drawnIds = () => nodeSet.getIds();
/** @returns {Camera} */
export const currentCamera = () => ({ ...network.getViewPosition(), scale: network.getScale() });

/**
 * Where on the page a place of the scene is.
 * @param {number} x
 * @param {number} y
 */
export function pagePlace(x, y) {
  const at = network.canvasToDOM({ x, y }),
    { left, top } = byId("canvas").getBoundingClientRect();
  return { x: at.x + left, y: at.y + top };
}

const OPTIONS = {
  physics: { enabled: false },
  layout: { improvedLayout: false },
  autoResize: true,
  interaction: { hover: false, tooltipDelay: 1e6, keyboard: false, multiselect: false, selectable: false, dragNodes: true, zoomSpeed: 0.6 },
  nodes: { borderWidth: 1, chosen: false, scaling: { label: { enabled: false } } },
};

/** @param {Handlers} handlers */
export function startCanvas(handlers) {
  readColours();
  network = new vis.Network(byId("canvas"), { nodes: nodeSet, edges: new vis.DataSet() }, OPTIONS);
  const at = (/** @type {Place} */ dom) => under(scene, network.DOMtoCanvas(dom), network.getScale());
  network.on("click", ({ pointer }) => {
    const { node, edge } = at(pointer.DOM);
    if (node !== undefined) handlers.pickNode(node);
    else if (edge) handlers.pickEdge(edge);
    else handlers.pickNothing();
  });
  network.on("doubleClick", ({ pointer }) => {
    const { node } = at(pointer.DOM);
    if (node !== undefined) handlers.unfold(node);
  });
  byId("canvas").addEventListener("pointermove", (event) => {
    if (event.buttons || event.pointerType === "touch") return;
    const { left, top } = byId("canvas").getBoundingClientRect(),
      dom = { x: event.clientX - left, y: event.clientY - top };
    const { node, edge } = at(dom);
    byId("canvas").style.cursor = node !== undefined || edge ? "pointer" : "";
    showTip(node !== undefined ? handlers.nodeTip(node) : edge ? handlers.edgeTip(edge) : null, dom);
  });
  byId("canvas").addEventListener("pointerleave", hideTip);
  watchMoves(handlers.rest);
  network.on("beforeDrawing", (ctx) => {
    drawGrounds(ctx, scene);
    if (!isMoving || scene.edges.length <= MOST_MOVING) drawLines(ctx, scene);
  });
  network.on("afterDrawing", (ctx) => {
    if (!isMoving || scene.edges.length <= MOST_MOVING) drawLabels(ctx, scene, network.getScale());
    drawOverlays(ctx, scene, network.getScale());
  });
}

/**
 * While the view or a symbol moves there is no tip; a moved symbol has its new place in the scene.
 * @param {() => void} rest
 */
function watchMoves(rest) {
  const settled = () => {
    isMoving = false;
    network.redraw();
    rest();
  };
  network.on("dragStart", () => {
    isMoving = true;
    hideTip();
  });
  network.on("dragging", ({ nodes }) => moveTogether(nodes));
  network.on("dragEnd", ({ nodes }) => {
    moveTogether(nodes);
    settled();
  });
  network.on("zoom", () => {
    isMoving = true;
    hideTip();
    clearTimeout(resting);
    resting = setTimeout(settled, REST);
  });
  network.on("animationFinished", rest);
}

/** @param {NodeId[]} ids */
function moveTogether(ids) {
  for (const id of ids) {
    const node = scene.nodes.find((other) => other.id === id);
    if (node) Object.assign(node, network.getPosition(id));
  }
  if (ids.length) forgetDrawn();
}

function forgetDrawn() {
  forgetLines();
  forgetLabels();
}

/**
 * Draw a scene in the place of the one before. The scene is whole before the first symbol changes: vis-network may draw at any
 * change, and what we draw over it comes from the scene alone.
 * @param {Scene} next
 * @param {Camera | "fit" | "stay"} look
 */
export function drawScene(next, look) {
  hideTip();
  keepEdge();
  scene = next;
  const ids = new Set(next.nodes.map(({ id }) => id));
  nodeSet.remove(nodeSet.getIds().filter((id) => !ids.has(id)));
  nodeSet.update(next.nodes.map(nodeLook));
  if (look === "fit") fitScene();
  else if (look !== "stay") network.moveTo({ scale: look.scale, position: { x: look.x, y: look.y }, animation: false });
  else network.redraw();
}

/** A panel opens or closes at the right: what stands at the left stays, at the same zoom; vis-network would shrink all. */
function keepEdge() {
  const { x, y, scale } = currentCamera(),
    { width } = room;
  network.setSize();
  room = { width: byId("canvas").clientWidth };
  if (width && width !== room.width) network.moveTo({ scale, position: { x: x + (room.width - width) / 2 / scale, y }, animation: false });
}

/** Draw the same scene in the colours of the theme. */
export function repaint() {
  readColours();
  forgetDrawn();
  drawScene(scene, "stay");
}

/** How much room a drawing has: the window without the bars and the filters, whether or not a panel is open. */
export function pageSize() {
  const side = byId("side"),
    isDocked = getComputedStyle(side).position !== "absolute";
  return { width: byId("shell").clientWidth - (isDocked ? side.offsetWidth : 0), height: byId("shell").clientHeight - FOOT };
}

/** Show the whole scene or, of an arranged one that a window is too small for, its top. */
export function fitScene() {
  if (!scene.nodes.length) return;
  const { clientWidth: width, clientHeight } = byId("canvas"),
    { scale, box, isHigh } = fitted(scene, { width: width - 2 * EDGE, height: clientHeight - FOOT - EDGE });
  const x = (box.left + box.right) / 2,
    y = isHigh ? box.top - EDGE + clientHeight / 2 : (box.top + box.bottom + FOOT - EDGE) / 2;
  network.moveTo({ scale, position: { x: x / scale, y: y / scale }, animation: false });
}

/**
 * @param {Children | null} children
 * @param {Place} at
 */
function showTip(children, at) {
  const tip = byId("tip"),
    stage = byId("stage");
  tip.hidden = !children;
  if (!children) return;
  put(tip, children);
  tip.style.left = Math.max(4, Math.min(at.x + 14, stage.clientWidth - tip.offsetWidth - 8)) + "px";
  tip.style.top = Math.max(4, Math.min(at.y + 14, stage.clientHeight - tip.offsetHeight - 8)) + "px";
}

function hideTip() {
  byId("tip").hidden = true;
}

const motion = () => (calm.matches ? false : { duration: 350, easingFunction: "easeInOutQuad" });

/** @param {number} factor */
export const zoomBy = (factor) =>
  network.moveTo({ scale: Math.min(ZOOM.most, Math.max(ZOOM.least, network.getScale() * factor)), animation: motion() });

/**
 * Bring nodes into view, if they are not: all of them or, if they are too far apart, the first.
 * @param {NodeId[]} ids
 */
export function centre(ids) {
  const places = ids.flatMap((id) => scene.nodes.filter((node) => node.id === id)),
    box = byId("canvas");
  if (!places.length || places.every(isInView)) return;
  const spread = (/** @type {number[]} */ values) => Math.max(...values) - Math.min(...values) + 220,
    middle = (/** @type {number[]} */ values) => (Math.max(...values) + Math.min(...values)) / 2;
  const xs = places.map(({ x }) => x),
    ys = places.map(({ y }) => y),
    scale = Math.min(box.clientWidth / spread(xs), box.clientHeight / spread(ys), 1),
    isWide = scale < 0.45;
  const position = isWide ? { x: places[0].x, y: places[0].y } : { x: middle(xs), y: middle(ys) };
  network.moveTo({ position, scale: isWide ? 0.7 : scale, animation: motion() });
}

/** Whether a node is in view, with its name if it has one. @param {SceneNode} node */
function isInView({ id, x, y }) {
  const scale = network.getScale(),
    at = network.canvasToDOM({ x: 0, y: 0 }),
    { clientWidth, clientHeight } = byId("canvas"),
    name = labelsOf(scene, scale).find(({ of }) => of === id)?.box;
  return [symbolBox({ x: x * scale, y: y * scale }, MARGIN), ...(name ? [name] : [])].every(
    ({ left, top, right, bottom }) =>
      at.x + left > 0 && at.y + top > 0 && at.x + right < clientWidth && at.y + bottom < clientHeight - FOOT && scale > 0.3,
  );
}

/**
 * The nearest node in a direction from the selected one, or from the middle of the view.
 * @param {NodeId | undefined} selected
 * @param {number} dx
 * @param {number} dy
 */
export function nodeTowards(selected, dx, dy) {
  const from = scene.nodes.find(({ id }) => id === selected) ?? network.getViewPosition();
  /** @type {NodeId | undefined} */
  let best;
  let least = Infinity;
  for (const { id, ...place } of scene.nodes) {
    const x = place.x - from.x,
      y = place.y - from.y,
      along = x * dx + y * dy,
      aside = Math.abs(x * dy - y * dx);
    if (along > 1 && along + 2 * aside < least && id !== selected) {
      least = along + 2 * aside;
      best = id;
    }
  }
  return best;
}
