"use strict";
// The panel on the right: an entity, the link of two, a community, an article. Every line opens its quotes.

function factLine(facts, text, extra, open = false) {
  const first = FACTS[facts[0]];
  return el(
    "details",
    { class: "fact", open },
    el(
      "summary",
      {},
      el("span", { class: "said" }, text),
      extra,
      chips(facts.map((i) => FACTS[i]).reduce((best, f) => (f.c > best.c ? f : best), first)),
      el("span", { class: "count" }, facts.length > 1 ? w("quotes", facts.length) : w("quote")),
    ),
    facts.map((i) => quoteBlock(FACTS[i])),
  );
}

const thing = (number, most = 60) =>
  el(
    "a",
    { class: "thing", href: hashOf({ ...S, sel: NODES[number].id, v: S.v === "trace" || S.v === "list" ? "graph" : S.v }) },
    symbol(NODES[number].shape, NODES[number].colour, 12),
    name(nodeName(number), most),
  );

// The same thing said in several articles is one line with several quotes.
function sayings(facts, key) {
  const groups = new Map();
  for (const i of facts) groups.set(key(FACTS[i]), [...(groups.get(key(FACTS[i])) || []), i]);
  return [...groups.values()];
}
const saying = (f) => [f.s, f.p, f.o, f.v, (f.q || []).join()].join("|");

function relationLine(facts, from) {
  const fact = FACTS[facts[0]],
    term = predicate(fact),
    more = qualifierText(fact);
  if (fact.f === "a") return factLine(facts, [el("b", {}, termLabel(term)), " ", fact.v]);
  if (fact.o === undefined) return factLine(facts, [el("b", {}, termLabel(term)), " ", more]);
  const outward = fact.s === from,
    other = outward ? fact.o : fact.s;
  const arrow = term.sym ? " ↔ " : outward ? " → " : " ← ";
  return factLine(
    facts,
    [
      el("b", {}, termLabel(term)),
      arrow,
      thing(other),
      more && el("span", { class: "more" }, more),
      NODES[other].ed && el("span", { class: "more" }, NODES[other].ed),
    ],
    figures(other, from),
  );
}

// A project's line tells its sums, dates and progress at once.
function figures(number, from) {
  if (!["project", "facility"].includes(NODES[number].t) || NODES[from].t === NODES[number].t) return null;
  const told = sayings(
    NODES[number].facts.filter((i) => FACTS[i].f === "a"),
    saying,
  ).map(([i]) => `${termLabel(predicate(FACTS[i]))} ${FACTS[i].v}`);
  return told.length ? el("span", { class: "figures" }, told.slice(0, 4).join(" · ")) : null;
}

const SECTIONS = [
  ["figures", (f) => f.f === "a" || f.o === undefined],
  ["posts", (f, n) => NODES[n].t === "person" && f.p === "holds_post"],
  ["people", (f, n, o) => o.t === "person"],
  ["projects", (f, n, o) => o.t === "project" || o.t === "facility"],
  ["organisations", (f, n, o) => ["company", "agency", "institution"].includes(o.t)],
  ["zones", (f, n, o) => o.t === "zone"],
  ["programmes", (f, n, o) => o.t === "programme"],
  ["happenings", (f, n, o) => o.t === "event"],
  ["places", () => true],
];

function nodePanel(number) {
  const node = NODES[number],
    groups = new Map();
  for (const i of node.facts) {
    const fact = FACTS[i],
      other = fact.o === undefined ? {} : NODES[fact.s === number ? fact.o : fact.s];
    const [section] = SECTIONS.find(([, test]) => test(fact, number, other));
    groups.set(section, [...(groups.get(section) || []), i]);
  }
  const dates = node.d ? (node.d[0] === node.d[1] ? node.d[0] : node.d.join(" – ")) : "";
  const open = listOf("open").includes(node.id),
    hidden = scene.nodes.find((n) => n.id === number)?.folded || 0;
  return [
    el(
      "p",
      { class: "kind" },
      symbol(node.shape, node.colour, 16),
      both(TYPES.get(node.t)),
      node.ek && el("span", {}, " · ", termLabel(KINDS.get(node.ek))),
      node.es && node.es !== "stated" && el("span", { class: "chip status" }, termLabel(STATUSES.get(node.es))),
    ),
    el("h1", {}, name(node.n)),
    el(
      "dl",
      {},
      fieldRow(
        w("also"),
        (node.ns || []).slice(0, 12).map((n) => el("span", { class: "alias" }, name(n, 60))),
      ),
      fieldRow(w("locality"), node.loc),
      fieldRow(w("dates"), node.ed),
      fieldRow(
        w("alsotold"),
        (SAME.get(number) || []).map((n) => el("span", { class: "alias" }, thing(n, 40))),
      ),
      fieldRow(w("seen"), [dates && dates + " · ", w("narticles", articlesOf(node.facts).size)]),
      node.j &&
        fieldRow(
          w("joined"),
          el(
            "details",
            {},
            el("summary", {}, w("njoined", node.j.length)),
            el(
              "ul",
              { class: "plain note" },
              node.j.slice(0, 30).map((reason) => el("li", {}, reason)),
            ),
          ),
        ),
    ),
    el(
      "div",
      { class: "row" },
      (hidden || open) &&
        S.v === "graph" &&
        S.grp !== "1" &&
        button(open ? w("foldone") : w("unfoldone", hidden), () => unfoldNode(number), { id: "unfold-one" }),
      button(w("tracefrom"), () => go({ v: "trace", a: node.id, b: "", p: "", sel: "" })),
    ),
    lifeOf(number),
    clashesOf(number),
    SECTIONS.filter(([section]) => groups.has(section)).map(([section]) => sectionOf(section, groups.get(section), number)),
    S.v === "who" && tiesOf(number),
  ];
}

// What was planned, signed, begun and finished, in that order; a step that lay ahead when it was told says so.
function lifeOf(number) {
  const life = LIVES.get(number),
    phases = [...LIVES].filter(([, other]) => other.whole === number).map(([phase]) => phase);
  if (!life && !phases.length) return null;
  return el(
    "section",
    {},
    el("h2", {}, w("life")),
    life && life.whole >= 0 && el("p", {}, w("phase"), " ", thing(life.whole)),
    phases.length > 0 &&
      el(
        "p",
        {},
        w("phases"),
        " ",
        phases.map((n) => [thing(n), " "]),
      ),
    life &&
      el(
        "ol",
        { class: "life" },
        life.steps.map(([stage, printed, date, ahead, fact]) =>
          el(
            "li",
            { class: ahead ? "ahead" : null },
            factLine(
              [fact],
              [
                el("b", {}, WORDS[stage] ? w(stage) : stage),
                " ",
                date,
                " ",
                el("span", { class: "more" }, cut(printed, 40)),
                ahead ? el("span", { class: "chip" }, w("ahead")) : null,
              ],
            ),
          ),
        ),
      ),
  );
}

function clashesOf(number) {
  const found = [...new Set(NODES[number].facts.flatMap((i) => CLASHES.get(i) || []))];
  return (
    found.length > 0 &&
    el(
      "section",
      {},
      el("h2", {}, "≠ " + w("clashes")),
      found.map(([, sides]) =>
        el(
          "div",
          { class: "via" },
          sides.map((side) => factLine(side, [tell(FACTS[side[0]])])),
        ),
      ),
    )
  );
}

const fieldRow = (label, value) =>
  value && (!Array.isArray(value) || value.some(Boolean)) ? [el("dt", {}, label), el("dd", {}, value)] : null;

function sectionOf(word, facts, number) {
  const lines = sayings(facts, saying),
    most = 25;
  const rest = lines.slice(most);
  return el(
    "section",
    {},
    el(
      "h2",
      {},
      NODES[number].t === "event" && word !== "figures" ? `${w("participants")} · ${w(word)}` : w(word),
      el("span", { class: "count" }, lines.length),
    ),
    lines.slice(0, most).map((group) => relationLine(group, number)),
    rest.length > 0 &&
      el(
        "details",
        {
          class: "rest",
          ontoggle: (e) => {
            if (e.target.open && e.target.children.length === 1)
              fill(
                e.target,
                rest.map((group) => relationLine(group, number)),
              );
          },
        },
        el("summary", {}, w("more", rest.length)),
      ),
  );
}

function pairPanel(a, b) {
  const link = linkBetween(a, b),
    tie = tieBetween(a, b);
  return [
    el("p", { class: "kind" }, w("between")),
    el("h1", { class: "pair" }, thing(a), el("span", { class: "amp" }, "↔"), thing(b)),
    link &&
      el(
        "section",
        {},
        sayings(link.facts, saying).map((facts, i) => factLine(facts, [told(FACTS[facts[0]])], null, i < 3)),
      ),
    tie &&
      tie.via.some((via) => via.through >= 0) &&
      el(
        "section",
        {},
        el("h2", {}, w("together")),
        tie.via
          .filter((via) => via.through >= 0)
          .map((via) =>
            el(
              "div",
              { class: "via" },
              el(
                "p",
                {},
                w("through"),
                " ",
                thing(via.through),
                NODES[via.through].t === "event" && el("span", { class: "chip", title: w("derivedtip") }, w("derived")),
              ),
              sayings(via.facts, saying).map((facts) => factLine(facts, [told(FACTS[facts[0]])])),
            ),
          ),
      ),
    !link && !tie && el("p", {}, w("none")),
    el(
      "div",
      { class: "row" },
      button(w("trace"), () => go({ v: "trace", a: NODES[a].id, b: NODES[b].id, p: "", sel: "" })),
    ),
  ];
}
const told = (fact) => tell(fact);

function groupPanel(c) {
  const members = NODES.filter((n) => n.c === c);
  const open = listOf("open").includes("g" + c);
  return [
    el("p", { class: "kind" }, w("group")),
    el("h1", {}, name(groupName(c))),
    button(open ? w("foldone") : w("opengroup"), () => go({ open: toggled("open", "g" + c, !open), grp: "1" }), {
      class: "wide",
      id: "open-group",
    }),
    el(
      "section",
      {},
      el("h2", {}, w("members"), el("span", { class: "count" }, members.length)),
      el(
        "ul",
        { class: "plain" },
        members.slice(0, 100).map((n) => el("li", {}, thing(n.number))),
      ),
      members.length > 100 && el("p", {}, w("more", members.length - 100)),
    ),
  ];
}

let panelShows = "";
function drawPanel() {
  const sel = selection(),
    panel = $("panel");
  const had = !panel.hidden;
  panel.hidden = sel.kind === "none";
  document.body.classList.toggle("with-panel", !panel.hidden);
  if (panel.hidden) {
    put(panel);
    if (had && panel.contains(document.activeElement)) $("canvas").focus();
    return;
  }
  const content =
    sel.kind === "node"
      ? nodePanel(sel.node)
      : sel.kind === "pair"
        ? pairPanel(sel.a, sel.b)
        : sel.kind === "group"
          ? groupPanel(sel.group)
          : articlePanel(sel.article, sel.fact);
  put(
    panel,
    el(
      "div",
      { class: "bar" },
      button("← " + w("back"), () => history.back(), { class: "quiet" }),
      el("span", { class: "grow" }),
      button("✕ " + w("close"), () => go({ sel: "" }), { class: "quiet", id: "close" }),
    ),
    content,
  );
  if (panelShows !== S.sel) panel.scrollTop = 0;
  panelShows = S.sel;
  if (sel.kind === "node") say(`${termLabel(TYPES.get(NODES[sel.node].t))} ${nodeName(sel.node)}`);
}
