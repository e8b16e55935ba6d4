"use strict";
// The best evidenced paths between two names. Prices of steps and passings come with the data, so that this page and
// `kg trace` find the same ways: the cheapest, not through a place or a newspaper unless there is no other.

const TRIES = 40;

class Heap {
  constructor() {
    this.items = [];
  }
  push(item) {
    const h = this.items;
    let i = h.push(item) - 1;
    while (i && h[(i - 1) >> 1][0] > h[i][0]) {
      [h[i], h[(i - 1) >> 1]] = [h[(i - 1) >> 1], h[i]];
      i = (i - 1) >> 1;
    }
  }
  pop() {
    const h = this.items,
      top = h[0],
      last = h.pop();
    if (h.length) {
      h[0] = last;
      for (let i = 0, c; (c = 2 * i + 1) < h.length; i = c) {
        if (c + 1 < h.length && h[c + 1][0] < h[c][0]) c += 1;
        if (h[i][0] <= h[c][0]) break;
        [h[i], h[c]] = [h[c], h[i]];
      }
    }
    return top;
  }
}

// What is only denied links nobody: its price is -1 in the data.
const stepPrice = (link) => (link.cost < 0 ? Infinity : link.cost + (NODES[link.a].p + NODES[link.b].p) / 2);

function distancesTo(target, allowed) {
  const far = new Map([[target, 0]]),
    heap = new Heap(),
    done = new Set();
  heap.push([0, target]);
  while (heap.items.length) {
    const [d, at] = heap.pop();
    if (done.has(at)) continue;
    done.add(at);
    for (const link of NODES[at].links) {
      const next = otherEnd(link, at),
        price = d + stepPrice(link);
      if (price < Infinity && allowed(next) && price < (far.get(next) ?? Infinity)) {
        far.set(next, price);
        heap.push([price, next]);
      }
    }
  }
  return far;
}

// Cheapest way from `start` to `target` that avoids some nodes and first steps; distances to the target guide it (A*).
function cheapest(start, target, far, avoid, barred) {
  const spent = new Map([[start, 0]]),
    came = new Map(),
    heap = new Heap(),
    done = new Set();
  if (!far.has(start)) return null;
  heap.push([far.get(start), start]);
  while (heap.items.length) {
    const [, at] = heap.pop();
    if (at === target) {
      const path = [at];
      while (path[0] !== start) path.unshift(came.get(path[0]));
      return { path, price: spent.get(at) };
    }
    if (done.has(at)) continue;
    done.add(at);
    for (const link of NODES[at].links) {
      const next = otherEnd(link, at),
        price = spent.get(at) + stepPrice(link);
      if (
        price === Infinity ||
        avoid.has(next) ||
        !far.has(next) ||
        (at === start && barred.has(next)) ||
        price >= (spent.get(next) ?? Infinity) - 1e-9
      )
        continue;
      spent.set(next, price);
      came.set(next, at);
      heap.push([price + far.get(next), next]);
    }
  }
  return null;
}

function* paths(start, target, allowed) {
  const far = distancesTo(target, allowed),
    found = [],
    waiting = [],
    seen = new Set();
  const offer = (item) => {
    const key = item && item.path.join();
    if (item && !seen.has(key)) {
      seen.add(key);
      waiting.push(item);
    }
  };
  offer(cheapest(start, target, far, new Set(), new Set()));
  while (waiting.length) {
    waiting.sort((a, b) => a.price - b.price || a.path.length - b.path.length);
    const best = waiting.shift();
    found.push(best);
    yield best;
    let spent = 0;
    for (let i = 0; i < best.path.length - 1; i += 1) {
      const root = best.path.slice(0, i + 1),
        barred = new Set(found.filter((p) => root.every((n, j) => p.path[j] === n)).map((p) => p.path[i + 1]));
      const rest = cheapest(root[i], target, far, new Set(root.slice(0, -1)), barred);
      if (rest) offer({ path: [...root.slice(0, -1), ...rest.path], price: spent + rest.price });
      spent += stepPrice(linkBetween(best.path[i], best.path[i + 1]));
    }
  }
}

function bestPaths(a, b, top = 5) {
  for (const hub of [false, true]) {
    const kept = [];
    let tries = 0;
    for (const item of paths(a, b, (n) => hub || n === a || n === b || !NODES[n].h)) {
      const inner = new Set(item.path.slice(1, -1));
      if (!kept.some((p) => p.path.slice(1, -1).every((n) => inner.has(n)))) kept.push({ ...item, hub });
      if (kept.length === top || (tries += 1) >= TRIES) break;
    }
    if (kept.length) return kept;
  }
  return [];
}

const surest = (link) =>
  link.facts
    .slice()
    .sort(
      (x, y) =>
        (FACTS[x].st === "denied") - (FACTS[y].st === "denied") ||
        FACTS[y].c - FACTS[x].c ||
        (FACTS[x].w || 0) - (FACTS[y].w || 0) ||
        x - y,
    );

// --- the view: two names, the paths told step by step; each can be drawn -------------------------------------------

let traced = { key: "", found: [] };
function tracedPaths() {
  const key = S.a + "~" + S.b,
    a = NUMBER.get(S.a),
    b = NUMBER.get(S.b);
  if (traced.key !== key) traced = { key, found: a === undefined || b === undefined || a === b ? [] : bestPaths(a, b) };
  return traced.found;
}

function drawTrace() {
  const a = NUMBER.get(S.a),
    b = NUMBER.get(S.b),
    found = tracedPaths(),
    chosen = Math.min(Number(S.p) || 0, Math.max(found.length - 1, 0));
  put(
    $("trace"),
    el("h1", {}, w("trace")),
    el("p", { class: "note" }, w("tracehelp")),
    el(
      "div",
      { class: "pick" },
      nameBox("trace-a", w("first"), a, (n) => go({ a: NODES[n].id, p: "" })),
      button("⇄", () => go({ a: S.b, b: S.a, p: "" }), { "aria-label": w("swap"), title: w("swap") }),
      nameBox("trace-b", w("second"), b, (n) => go({ b: NODES[n].id, p: "" })),
    ),
    a === undefined || b === undefined
      ? el("p", { class: "empty" }, w("pickboth"))
      : a === b
        ? el("p", { class: "empty" }, w("samename"))
        : found.length
          ? null
          : el("p", { class: "empty" }, w("nopath")),
    el(
      "ol",
      { class: "paths" },
      found.map((item, i) =>
        el(
          "li",
          { class: i === chosen ? "chosen" : null },
          el(
            "div",
            { class: "bar" },
            button(w("path", i + 1), () => go({ p: String(i) }), { "aria-pressed": String(i === chosen) }),
            el("span", {}, w("steps", item.path.length - 1)),
            item.hub && el("span", { class: "chip low" }, w("hubpath")),
          ),
          el(
            "p",
            { class: "way" },
            item.path.map((n, j) => [j ? el("span", { class: "amp" }, "→") : null, thing(n, 30)]),
          ),
          el(
            "ol",
            { class: "steps" },
            item.path
              .slice(1)
              .map((n, j) => stepLine(linkBetween(item.path[j], n), i === chosen, j && linkBetween(item.path[j - 1], item.path[j]))),
          ),
        ),
      ),
    ),
  );
}

// Two steps through one event rest on one quote: it is shown once.
const sameQuote = (fact, other) => other && fact.a === other.a && String(fact.r) === String(other.r);

function stepLine(link, open, before) {
  const facts = surest(link),
    fact = FACTS[facts[0]],
    again = before && sameQuote(fact, FACTS[surest(before)[0]]);
  return el(
    "li",
    {},
    el("p", { class: "said" }, tell(fact), chips(fact)),
    again
      ? el("p", { class: "note" }, w("samequote"))
      : open
        ? quoteBlock(fact)
        : el("details", {}, el("summary", {}, w("quote")), quoteBlock(fact)),
    facts.length > 1 &&
      el(
        "details",
        { class: "rest" },
        el("summary", {}, w("more", facts.length - 1)),
        facts.slice(1).map((i) => factLine([i], tell(FACTS[i]))),
      ),
  );
}

function traceScene() {
  const found = tracedPaths(),
    chosen = Math.min(Number(S.p) || 0, Math.max(found.length - 1, 0)),
    at = new Map(),
    rows = found.length;
  const spread = Math.max(3, ...found.map((p) => p.path.length - 1)) * 230;
  found.forEach(({ path }, row) =>
    path.forEach((n, i) => {
      const spot = { x: (i / (path.length - 1)) * spread, y: i === 0 || i === path.length - 1 ? 0 : (row - (rows - 1) / 2) * 120, row };
      if (!at.has(n)) at.set(n, spot);
    }),
  );
  if (!found.length) for (const id of [S.a, S.b]) if (NUMBER.has(id)) at.set(NUMBER.get(id), { x: id === S.a ? 0 : 400, y: 0, row: -1 });
  const lit = new Set(found[chosen]?.path),
    edges = new Map();
  found.forEach(({ path }, row) =>
    path.slice(1).forEach((n, i) => {
      const link = linkBetween(path[i], n),
        on = row === chosen;
      if (!edges.has(link.id) || on)
        edges.set(link.id, { ...edgeOf(link, link.facts), picked: on, dim: false, label: edgeLabel({ facts: link.facts }) });
    }),
  );
  const nodes = [...at].map(([i, spot]) => ({
    ...drawn(i),
    ...spot,
    size: Math.max(14, NODES[i].size * 0.8),
    font: 17,
    picked: lit.has(i),
  }));
  return { nodes, edges: [...edges.values()], grounds: [] };
}
