"use strict";
// Who works with whom: people and organisations only; a tie lives while a reason for it passes the filters.

function whoScene() {
  const alive = factTest(S),
    types = new Set(listOf("ht"));
  const ties = TIES.map((tie) => ({
    tie,
    via: tie.via.filter((v) => (v.through < 0 || !types.has(NODES[v.through].t)) && v.facts.some((i) => alive(FACTS[i]))),
  })).filter(({ tie, via }) => via.length && !types.has(NODES[tie.a].t) && !types.has(NODES[tie.b].t));
  const sel = selection(),
    picked = sel.kind === "node" ? [sel.node] : sel.kind === "pair" ? [sel.a, sel.b] : [];
  const most = S.all === "1" ? Infinity : 120;
  const strong = ties.filter(({ tie }, i) => i < most || picked.includes(tie.a) || picked.includes(tie.b));
  const count = new Map();
  for (const { tie } of strong) for (const end of [tie.a, tie.b]) count.set(end, (count.get(end) || 0) + 1);
  const alone = ({ tie }) => count.get(tie.a) === 1 && count.get(tie.b) === 1 && !picked.includes(tie.a) && !picked.includes(tie.b);
  const kept = S.all === "1" || strong.every(alone) ? strong : strong.filter((item) => !alone(item));
  const show = new Set(kept.flatMap(({ tie }) => [tie.a, tie.b]));
  const nodes = [...show].sort((a, b) => a - b).map((i) => ({ ...drawn(i), x: NODES[i].w[0], y: NODES[i].w[1] }));
  const edges = kept.map(({ tie, via }) => ({
    id: "t" + tie.id,
    from: tie.a,
    to: tie.b,
    width: Math.min(7, 0.7 + via.reduce((sum, v) => sum + v.worth, 0) * 1.5),
    weak: via.every((v) => v.worth < 0.3),
    via,
  }));
  return emphasise(
    { nodes, edges, grounds: [] },
    picked.filter((i) => show.has(i)),
  );
}

const viaText = (via) =>
  via.through < 0
    ? w("direct") + " · " + [...new Set(via.facts.map((i) => termLabel(predicate(FACTS[i]))))].join("、")
    : w("through") + " " + nodeName(via.through);

function tiesOf(number) {
  const ties = TIES.filter((tie) => tie.a === number || tie.b === number);
  return (
    ties.length > 0 &&
    el(
      "section",
      {},
      el("h2", {}, w("together"), el("span", { class: "count" }, ties.length)),
      ties.map((tie) => {
        const other = otherEnd(tie, number);
        return el(
          "details",
          { class: "fact" },
          el("summary", {}, thing(other), el("span", { class: "figures" }, cut(tie.via.map(viaText).join("；"), 80))),
          button(w("between"), () => selectPair(number, other)),
        );
      }),
      el("p", { class: "note" }, w("capped")),
    )
  );
}
