"use strict";
// Which nodes and links the state lets through, and where they stand.

function graphScene() {
  const alive = factTest(S),
    types = new Set(listOf("ht"));
  const links = LINKS.map((link) => ({ link, facts: link.facts.filter((i) => alive(FACTS[i])) })).filter((item) => item.facts.length);
  const near = new Map();
  for (const { link } of links) for (const end of [link.a, link.b]) near.set(end, [...(near.get(end) || []), otherEnd(link, end)]);
  if (S.grp === "1") return groupScene(links, near, types);
  const sel = selection(),
    picked = sel.kind === "node" ? [sel.node] : sel.kind === "pair" ? [sel.a, sel.b] : [];
  const whole = S.all === "1" || narrowed(S);
  const opened = new Set(
    listOf("open")
      .map((id) => NUMBER.get(id))
      .filter((n) => n !== undefined),
  );
  const show = new Set(picked);
  NODES.forEach((node, i) => {
    if (types.has(node.t)) return;
    if (whole ? near.has(i) || (S.all === "1" && !narrowed(S)) : node.s && near.has(i)) show.add(i);
  });
  for (const open of opened)
    if (!types.has(NODES[open].t)) {
      show.add(open);
      (near.get(open) || []).forEach((n) => show.add(n));
    }
  for (const one of picked) if (!NODES[one].s && !whole) (near.get(one) || []).forEach((n) => NODES[n].s && show.add(n));
  const places = settle(show, whole ? "f" : "o", [...opened, ...picked], near);
  const nodes = [...show]
    .sort((a, b) => a - b)
    .map((i) => ({ ...drawn(i), ...places.get(i), folded: new Set((near.get(i) || []).filter((n) => !show.has(n))).size }));
  const edges = links.filter(({ link }) => show.has(link.a) && show.has(link.b)).map(({ link, facts }) => edgeOf(link, facts));
  return emphasise({ nodes, edges, grounds: groundsOf(nodes) }, picked);
}

const drawn = (i) => {
  const n = NODES[i];
  return { id: i, label: n.label, size: n.size, font: n.font, shape: n.shape, colour: n.colour, community: n.c };
};

function edgeOf(link, facts) {
  const sure = facts.map((i) => FACTS[i]);
  return {
    id: link.id,
    from: link.a,
    to: link.b,
    width: 0.8 + Math.min(5, articlesOf(facts).size * 0.8 + facts.length * 0.25),
    weak: sure.every((f) => f.w || f.c < 0.5 || f.st === "denied"),
    facts,
  };
}

// Nodes of the layout stand where Python put them; one that was folded finds a free spot around the node that unfolds it.
function settle(show, layout, openers, near) {
  const places = new Map(),
    taken = [];
  const stand = (i, x, y) => {
    places.set(i, { x, y });
    taken.push([x, y, ...roomOf(NODES[i])]);
  };
  for (const i of show) if (NODES[i][layout]) stand(i, ...NODES[i][layout]);
  const late = [...show].filter((i) => !places.has(i)).sort((a, b) => Number(openers.includes(b)) - Number(openers.includes(a)) || a - b);
  const aside = { x: 0, y: Math.max(0, ...taken.map(([, y]) => y)) + 160 };
  for (const i of late) {
    const host = openers.concat(near.get(i) || []).find((o) => places.has(o) && (near.get(i) || []).includes(o));
    const [wide, high] = roomOf(NODES[i]);
    const middle = host === undefined ? aside : places.get(host);
    let spot;
    for (let step = 1; !spot && step < 400; step += 1) {
      const turn = step * 2.39996,
        far = 70 + 22 * Math.sqrt(step),
        x = Math.round(middle.x + far * 1.25 * Math.cos(turn)),
        y = Math.round(middle.y + far * Math.sin(turn));
      if (!taken.some(([a, b, c, d]) => Math.abs(a - x) < (c + wide) / 2 && Math.abs(b - y) < (d + high) / 2)) spot = [x, y];
    }
    stand(i, ...(spot || [middle.x + 60, middle.y + 60]));
  }
  return places;
}

// The room that a symbol and its label take, as kg.export.html_places reckons it.
function roomOf(node) {
  const lines = (node.label || " ").split("\n");
  return [
    Math.max(2 * node.size, Math.max(...lines.map((line) => line.length)) * node.font) + 14,
    2 * node.size + lines.length * node.font * 1.2 + 16,
  ];
}

function groundsOf(nodes) {
  const groups = new Map();
  for (const n of nodes) groups.set(n.community, [...(groups.get(n.community) || []), n]);
  return [...groups]
    .filter(([, members]) => members.length > 3)
    .sort((a, b) => b[1].length - a[1].length)
    .map(([c, members]) => ({
      points: hull(members.map(({ x, y }) => ({ x, y }))),
      colour: members[0].colour,
      name: cut(groupName(c), 14),
    }));
}
const groupName = (c) => nodeName(DATA.groups[c][0]);

function emphasise(next, picked) {
  if (!picked.length) return next;
  const focus = new Set(picked),
    lit = new Set(picked);
  for (const e of next.edges) {
    const pair = picked.length === 2;
    e.picked = pair && focus.has(e.from) && focus.has(e.to);
    e.near = e.picked || (!pair && (focus.has(e.from) || focus.has(e.to)));
    if (e.near) {
      lit.add(e.from);
      lit.add(e.to);
    }
    e.dim = !e.near;
    if (e.near && next.edges.length < 3000) e.label = edgeLabel(e);
  }
  for (const n of next.nodes) Object.assign(n, { picked: focus.has(n.id), dim: !lit.has(n.id) });
  return next;
}

function edgeLabel(e) {
  if (!e.facts || scene.labels === false) return "";
  const names = [...new Set(e.facts.map((i) => termLabel(predicate(FACTS[i]))))];
  return names.slice(0, 2).join("·") + (names.length > 2 ? "…" : "");
}

// --- communities: one node each until opened; what a graph too large to show opens on -----------------------------

function groupScene(links, near, types) {
  const opened = new Set(
    listOf("open")
      .filter((id) => /^g\d+$/.test(id))
      .map((id) => Number(id.slice(1))),
  );
  const sum = new Map();
  NODES.forEach((node, i) => {
    if (types.has(node.t) || !near.has(i)) return;
    const g = sum.get(node.c) || { x: 0, y: 0, count: 0, members: [] };
    g.x += node.f[0];
    g.y += node.f[1];
    g.count += 1;
    g.members.push(i);
    sum.set(node.c, g);
  });
  const nodes = [],
    where = new Map(),
    near1 = opened.size ? 1 : 0.5;
  const most = [...sum].sort((a, b) => b[1].count - a[1].count || a[0] - b[0]).filter(([c], i) => i < 150 || opened.has(c));
  for (const [c, g] of most) {
    if (opened.has(c))
      for (const i of g.members.slice(0, 250)) {
        where.set(i, i);
        nodes.push({ ...drawn(i), x: NODES[i].f[0], y: NODES[i].f[1] });
      }
    else {
      const lead = NODES[DATA.groups[c][0]];
      for (const i of g.members) where.set(i, "g" + c);
      nodes.push({
        id: "g" + c,
        label: `${lead.label}\n(${g.count})`,
        x: (g.x / g.count) * near1,
        y: (g.y / g.count) * near1,
        size: 14 + 7 * Math.sqrt(g.count),
        font: Math.min(64, (opened.size ? 26 : 18) + 3 * Math.sqrt(g.count)),
        shape: "ring",
        colour: lead.colour,
        community: c,
      });
    }
  }
  const joined = new Map();
  for (const { link, facts } of links) {
    const a = where.get(link.a),
      b = where.get(link.b);
    if (a === undefined || b === undefined || a === b) continue;
    const key = [a, b].map(String).sort().join("~"),
      had = joined.get(key);
    if (had) {
      had.count += 1;
      had.facts = had.facts.concat(facts);
    } else joined.set(key, { ...edgeOf(link, facts), id: "j" + key, from: a, to: b, count: 1, facts });
  }
  const edges = [...joined.values()].map((e) => ({ ...e, width: Math.min(8, 0.6 + Math.sqrt(e.count)) }));
  const sel = selection();
  return emphasise(
    { nodes, edges, grounds: groundsOf(nodes.filter((n) => typeof n.id === "number")) },
    sel.kind === "group" ? ["g" + sel.group] : sel.kind === "node" ? [where.get(sel.node)].filter((x) => x !== undefined) : [],
  );
}
