"use strict";
// The drawing: vis-network with fixed positions, no physics; it is told what to show and never decides it.

const COLOURS = {};
const nodeSet = new vis.DataSet(),
  edgeSet = new vis.DataSet();
let network,
  scene = { nodes: [], edges: [] };
const calm = matchMedia("(prefers-reduced-motion: reduce)");

function readColours() {
  const style = getComputedStyle(document.documentElement);
  for (const key of ["surface", "ink", "faint", "line", "strong", "accent"]) COLOURS[key] = style.getPropertyValue("--" + key).trim();
}

function startCanvas() {
  readColours();
  network = new vis.Network(
    $("canvas"),
    { nodes: nodeSet, edges: edgeSet },
    {
      physics: { enabled: false },
      layout: { improvedLayout: false },
      autoResize: true,
      interaction: {
        hover: true,
        hideEdgesOnDrag: NODES.length > 1500,
        hideEdgesOnZoom: NODES.length > 1500,
        tooltipDelay: 1e6,
        keyboard: false,
        multiselect: false,
        selectConnectedEdges: false,
        dragNodes: true,
        zoomSpeed: 0.6,
      },
      nodes: { borderWidth: 1, borderWidthSelected: 3, labelHighlightBold: false, chosen: false, scaling: { label: { enabled: false } } },
      edges: { smooth: false, chosen: false, hoverWidth: 0, selectionWidth: 0, arrowStrikethrough: false },
    },
  );
  network.on("click", ({ nodes, edges }) => {
    if (nodes.length) pickNode(nodes[0]);
    else if (edges.length) pickEdge(edges[0]);
    else if (S.sel) go({ sel: "" });
  });
  network.on("doubleClick", ({ nodes }) => nodes.length && unfoldNode(nodes[0]));
  network.on("hoverNode", ({ node, pointer }) => tip(nodeTip(node), pointer.DOM));
  network.on("hoverEdge", ({ edge, pointer }) => tip(edgeTip(edge), pointer.DOM));
  for (const gone of ["blurNode", "blurEdge", "dragStart", "zoom"])
    network.on(gone, () => {
      $("tip").hidden = true;
    });
  network.on("beforeDrawing", drawGrounds);
  network.on("afterDrawing", drawBadges);
}

function drawScene(next, refit) {
  scene = next;
  const keep = new Set(next.nodes.map((n) => n.id)),
    keepEdges = new Set(next.edges.map((e) => e.id));
  edgeSet.remove(edgeSet.getIds().filter((id) => !keepEdges.has(id)));
  nodeSet.remove(nodeSet.getIds().filter((id) => !keep.has(id)));
  nodeSet.update(next.nodes.map(nodeLook));
  edgeSet.update(next.edges.map(edgeLook));
  if (refit) {
    fitScene();
    setTimeout(fitScene, 60);
  }
}

function fitScene() {
  if (!scene.nodes.length) return;
  const edge = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  for (const n of scene.nodes) {
    const [wide, high] = roomOf(n);
    Object.assign(edge, {
      left: Math.min(edge.left, n.x - wide / 2),
      right: Math.max(edge.right, n.x + wide / 2),
      top: Math.min(edge.top, n.y - n.size - 8),
      bottom: Math.max(edge.bottom, n.y + high - n.size),
    });
  }
  const box = $("canvas"),
    foot = 40,
    fits = Math.min(box.clientWidth / (edge.right - edge.left), (box.clientHeight - foot) / (edge.bottom - edge.top)) * 0.98;
  const scale = Math.max(0.03, Math.min(0.9, fits));
  network.moveTo({
    scale,
    position: { x: (edge.left + edge.right) / 2, y: (edge.top + edge.bottom) / 2 + foot / 2 / scale },
    animation: false,
  });
  const narrow = box.clientWidth < 600;
  if (narrow && network.getScale() < 0.34) network.moveTo({ scale: 0.34, position: nearestTo(scene.nodes[0]), animation: false });
}
const nearestTo = (node) => ({ x: node.x, y: node.y });

function tint(colour, share) {
  const [r, g, b] = [1, 3, 5].map((i) => parseInt(colour.slice(i, i + 2), 16));
  const [x, y, z] = [1, 3, 5].map((i) => parseInt(COLOURS.surface.slice(i, i + 2), 16));
  return `rgb(${[
    [r, x],
    [g, y],
    [b, z],
  ]
    .map(([c, s]) => Math.round(c * share + s * (1 - share)))
    .join(",")})`;
}

function nodeLook(n) {
  const hollow = HOLLOW.has(n.shape),
    own = n.shape === "box" || n.shape === "ellipse";
  const fill = hollow ? tint(n.colour, own ? 0.18 : 0) : n.colour;
  const border = n.picked ? COLOURS.strong : hollow ? n.colour : tint(n.colour, 0.75);
  const dim = n.dim ? 0.16 : 1;
  return {
    id: n.id,
    label: n.dim && !n.big ? undefined : n.label,
    x: n.x,
    y: n.y,
    size: n.picked ? n.size + 4 : n.size,
    shape: own ? "custom" : n.shape === "ring" ? "dot" : n.shape,
    opacity: dim,
    ctxRenderer: own ? (args) => ownShape(args, n, fill, border, dim) : undefined,
    color: { background: fill, border, highlight: { background: fill, border }, hover: { background: fill, border: COLOURS.strong } },
    borderWidth: n.picked ? 3 : hollow ? 2.5 : 1,
    font: {
      size: n.font,
      color: n.dim ? COLOURS.faint : COLOURS.ink,
      face: FACE,
      strokeWidth: 5,
      strokeColor: COLOURS.surface,
      vadjust: 0,
      bold: false,
    },
    scaling: { label: { drawThreshold: 6 } },
  };
}
// Boxes and ellipses of vis-network hold their label inside; ours stand above it like every other symbol.
function ownShape({ ctx, x, y, label }, n, fill, border, dim) {
  const r = n.size * 0.8;
  return {
    drawNode() {
      ctx.globalAlpha = dim;
      const path = new Path2D(outline(n.shape, x, y, r));
      ctx.fillStyle = fill;
      ctx.strokeStyle = border;
      ctx.lineWidth = n.picked ? 4 : 2.5;
      ctx.fill(path);
      ctx.stroke(path);
      ctx.globalAlpha = 1;
    },
    drawExternalLabel() {
      if (!label || n.font * network.getScale() < 6) return;
      ctx.font = `${n.font}px ${FACE}`;
      ctx.textAlign = "center";
      ctx.textBaseline = "top";
      ctx.lineJoin = "round";
      ctx.lineWidth = 5;
      ctx.strokeStyle = COLOURS.surface;
      ctx.fillStyle = n.dim ? COLOURS.faint : COLOURS.ink;
      label.split("\n").forEach((line, i) => {
        ctx.strokeText(line, x, y + r + 4 + i * n.font);
        ctx.fillText(line, x, y + r + 4 + i * n.font);
      });
    },
    nodeDimensions: { width: 2 * r, height: 2 * r },
  };
}

const FACE = 'system-ui, -apple-system, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif';

function edgeLook(e) {
  const strong = e.picked || e.near;
  const colour = e.picked ? COLOURS.accent : strong ? COLOURS.strong : COLOURS.line;
  return {
    id: e.id,
    from: e.from,
    to: e.to,
    width: e.picked ? e.width + 2 : e.width,
    dashes: e.weak ? [6, 5] : false,
    color: { color: colour, hover: COLOURS.accent, highlight: colour, opacity: e.dim ? 0.12 : strong ? 1 : 0.75, inherit: false },
    label: e.label || undefined,
    arrows: e.arrow ? { to: { enabled: true, scaleFactor: 0.5 } } : "",
    font: { size: 12, color: COLOURS.ink, face: FACE, strokeWidth: 4, strokeColor: COLOURS.surface, align: "horizontal" },
  };
}

// --- what lies behind and on top: grounds of communities, badges of folded neighbours -----------------------------

function hull(points) {
  const sorted = points.slice().sort((p, q) => p.x - q.x || p.y - q.y);
  const turn = (o, a, b) => (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x);
  const half = (list) =>
    list.reduce((kept, p) => {
      while (kept.length > 1 && turn(kept.at(-2), kept.at(-1), p) <= 0) kept.pop();
      kept.push(p);
      return kept;
    }, []);
  return [...half(sorted).slice(0, -1), ...half(sorted.reverse()).slice(0, -1)];
}

function drawGrounds(ctx) {
  for (const ground of scene.grounds || []) {
    ctx.beginPath();
    ground.points.forEach((p, i) => (i ? ctx.lineTo(p.x, p.y) : ctx.moveTo(p.x, p.y)));
    ctx.closePath();
    ctx.lineJoin = "round";
    ctx.lineWidth = 84;
    ctx.strokeStyle = ctx.fillStyle = tint(ground.colour, 0.07);
    ctx.stroke();
    ctx.fill();
  }
}

function drawBadges(ctx) {
  const scale = network.getScale();
  if (scale < 0.24) drawTitles(ctx, scale);
  if (scale < 0.42) return;
  for (const n of scene.nodes) {
    if (!n.folded || n.dim) continue;
    const at = network.getPosition(n.id),
      x = at.x + n.size * 0.85,
      y = at.y - n.size * 0.85;
    ctx.font = `600 11px ${FACE}`;
    const text = "+" + n.folded,
      width = ctx.measureText(text).width + 8;
    ctx.fillStyle = COLOURS.surface;
    ctx.strokeStyle = COLOURS.faint;
    ctx.lineWidth = 1;
    ctx.beginPath();
    ctx.arc(x - width / 2 + 8, y, 8, Math.PI / 2, 1.5 * Math.PI);
    ctx.arc(x + width / 2 - 8, y, 8, 1.5 * Math.PI, Math.PI / 2);
    ctx.closePath();
    ctx.fill();
    ctx.stroke();
    ctx.fillStyle = COLOURS.ink;
    ctx.textAlign = "center";
    ctx.textBaseline = "middle";
    ctx.fillText(text, x, y + 0.5);
  }
}

// From afar, where no label can be read, each community bears its name; of two that would touch, the larger's.
function drawTitles(ctx, scale) {
  const taken = [];
  for (const ground of scene.grounds || []) {
    const x = ground.points.reduce((s, p) => s + p.x, 0) / ground.points.length,
      y = Math.min(...ground.points.map((p) => p.y));
    const half = (ground.name.length * 7.5) / scale,
      high = 18 / scale;
    if (taken.some(([a, b, c]) => Math.abs(a - x) < half + c && Math.abs(b - y) < high)) continue;
    taken.push([x, y, half]);
    title(ctx, ground, scale);
  }
}

function title(ctx, ground, scale) {
  const x = ground.points.reduce((s, p) => s + p.x, 0) / ground.points.length,
    y = Math.min(...ground.points.map((p) => p.y));
  ctx.font = `600 ${13 / scale}px ${FACE}`;
  ctx.textAlign = "center";
  ctx.lineWidth = 4 / scale;
  ctx.strokeStyle = COLOURS.surface;
  ctx.fillStyle = COLOURS.ink;
  ctx.strokeText(ground.name, x, y);
  ctx.fillText(ground.name, x, y);
}

// --- pointing, keyboard ------------------------------------------------------------------------------------------

function tip(children, at) {
  if (!children) return;
  const box = $("tip"),
    stage = $("stage");
  put(box, children);
  box.hidden = false;
  box.style.left = Math.max(4, Math.min(at.x + 14, stage.clientWidth - box.offsetWidth - 8)) + "px";
  box.style.top = Math.max(4, Math.min(at.y + 14, stage.clientHeight - box.offsetHeight - 8)) + "px";
}

const motion = () => (calm.matches ? false : { duration: 350, easingFunction: "easeInOutQuad" });
const zoomBy = (factor) => network.moveTo({ scale: Math.min(4, Math.max(0.04, network.getScale() * factor)), animation: motion() });

function centre(ids) {
  const known = ids.filter((id) => nodeSet.get(id));
  if (!known.length) return;
  const box = known.map((id) => network.getPosition(id)),
    across = (key) => Math.max(...box.map((p) => p[key])) - Math.min(...box.map((p) => p[key])) + 220;
  const scale = Math.min($("canvas").clientWidth / across("x"), $("canvas").clientHeight / across("y"), 0.7);
  if (scale >= 0.45) network.fit({ nodes: known, maxZoomLevel: 0.7, animation: motion() });
  else network.focus(known[0], { scale: 0.55, animation: motion() });
}

function walk(dx, dy) {
  const sel = selection(),
    from = sel.kind === "node" && nodeSet.get(sel.node) ? network.getPosition(sel.node) : network.getViewPosition();
  let best,
    least = Infinity;
  for (const n of scene.nodes) {
    const at = network.getPosition(n.id),
      x = at.x - from.x,
      y = at.y - from.y;
    const along = x * dx + y * dy,
      aside = Math.abs(x * dy - y * dx);
    if (along > 1 && along + 2 * aside < least && n.id !== sel.node) {
      least = along + 2 * aside;
      best = n.id;
    }
  }
  if (best !== undefined) pickNode(best);
}
