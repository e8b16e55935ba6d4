"use strict";
// Putting it together: the bar on top, the keyboard, and drawing again whenever the hash changes.

const VIEWS = ["graph", "who", "trace", "list"];
let lastView = "";

function topBar() {
  put(
    $("top"),
    button("☰", () => document.body.classList.toggle("with-side"), { id: "menu", "aria-label": w("menu"), title: w("menu") }),
    el("p", { class: "brand" }, el("b", {}, w("title")), el("span", {}, w("subtitle"))),
    nameBox("search", w("search"), undefined, (n) => {
      openNode(n);
      $("search").value = "";
    }),
    el(
      "div",
      { class: "tabs", role: "group" },
      VIEWS.map((v) => button(w(v), () => go({ v, sel: v === S.v ? S.sel : "" }), { "aria-pressed": String(S.v === v), id: "view-" + v })),
    ),
    el(
      "details",
      { class: "menu", id: "take" },
      el("summary", {}, w("take")),
      el(
        "div",
        {},
        TAKE.map(([key, act]) =>
          button(
            w(key),
            () => {
              $("take").open = false;
              act();
            },
            { id: "take-" + key },
          ),
        ),
      ),
    ),
    button(w("language"), () => go({ l: S.l === "zh" ? "en" : "zh" }), { id: "language", lang: language === "zh" ? "en" : "zh" }),
    button("◐", () => theme(dark() ? "light" : "dark"), { id: "theme", "aria-label": w("theme"), title: w("theme") }),
    button("?", help, { id: "help", "aria-label": w("help"), title: w("help") }),
  );
  put(
    $("tools"),
    button("+", () => zoomBy(1.35), { "aria-label": w("zoomin"), title: w("zoomin") }),
    button("−", () => zoomBy(1 / 1.35), { "aria-label": w("zoomout"), title: w("zoomout") }),
    button("⤢", () => fitScene(), { "aria-label": w("fit"), title: w("fit") }),
  );
  put(document.querySelector(".skip"), w("skip"));
}

const dark = () =>
  (document.documentElement.dataset.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
function theme(value) {
  document.documentElement.dataset.theme = value;
  readColours();
  drawScene(scene, false);
}

function openNode(n) {
  const patch = { sel: NODES[n].id };
  if (S.v === "trace" || (S.v === "who" && !NODES[n].w) || S.v === "list") patch.v = "graph";
  go(patch);
}
function pickNode(id) {
  if (typeof id === "string") go({ sel: id });
  else if (S.v === "trace") go({ v: "graph", sel: NODES[id].id });
  else selectNode(id);
}
function pickEdge(id) {
  const e = scene.edges.find((item) => item.id === id);
  if (!e || typeof e.from === "string" || typeof e.to === "string") return;
  if (S.v === "trace") go({ v: "graph", sel: NODES[e.from].id + "~" + NODES[e.to].id });
  else selectPair(e.from, e.to);
}
function unfoldNode(id) {
  const key = typeof id === "string" ? id : NODES[id].id;
  if (S.v === "graph" && (S.grp !== "1" || typeof id === "string")) go({ open: toggled("open", key, !listOf("open").includes(key)) });
}

function nodeTip(id) {
  if (typeof id === "string") return [el("b", {}, groupName(Number(id.slice(1)))), el("br"), w("group")];
  const node = NODES[id];
  return [
    el("b", {}, name(node.n, 80)),
    el("br"),
    termLabel(TYPES.get(node.t)),
    node.ed ? " · " + node.ed : "",
    " · ",
    node.links.length,
    " ",
    w("tiescol"),
  ];
}
function edgeTip(id) {
  const e = scene.edges.find((item) => item.id === id);
  if (!e) return null;
  const lines = e.via ? e.via.map(viaText) : [...new Set((e.facts || []).map((i) => tell(FACTS[i])))];
  return [lines.slice(0, 5).map((line) => el("div", {}, cut(line, 90))), lines.length > 5 && w("more", lines.length - 5)];
}

function help() {
  put(
    $("dialog"),
    el(
      "div",
      { role: "dialog", "aria-modal": "true", "aria-label": w("help") },
      el("h1", {}, w("help")),
      el(
        "dl",
        {},
        HELP.map(([keys, zh, en]) => [el("dt", {}, el("kbd", {}, keys)), el("dd", {}, language === "zh" ? zh : en)]),
      ),
      button(w("close"), shut, { id: "shut" }),
    ),
  );
  $("dialog").hidden = false;
  $("shut").focus();
}
function shut() {
  $("dialog").hidden = true;
  $("canvas").focus();
}

function apply() {
  S = readState();
  language = S.l;
  document.documentElement.lang = S.l === "en" ? "en" : "zh-CN";
  document.title = w("title") + " · " + w("subtitle");
  const focused = document.activeElement && document.activeElement.id;
  topBar();
  sideBar();
  document.body.dataset.view = S.v;
  $("trace").hidden = S.v !== "trace";
  $("list").hidden = S.v !== "list";
  if (S.v === "trace") drawTrace();
  const view = [S.v, S.all, S.art, S.grp, S.v === "trace" ? S.a + S.b : "", narrowed(S)].join();
  const next = S.v === "who" ? whoScene() : S.v === "trace" ? traceScene() : S.v === "list" ? drawList() : graphScene();
  drawScene(next, view !== lastView);
  drawPanel();
  if (S.v !== "list" && S.v !== "trace") follow(view === lastView);
  lastView = view;
  const people = NODES.length;
  put(
    $("hint"),
    S.v === "trace"
      ? ""
      : next.nodes.length
        ? [w("showing", next.nodes.length, people, next.edges.length), next.nodes.length < people ? " · " + w("folded") : ""]
        : w("nothing"),
  );
  $("canvas").setAttribute("aria-label", w("canvas"));
  if (focused && document.activeElement === document.body) $(focused)?.focus({ preventScroll: true });
  document.documentElement.dataset.ready = "1";
}

function follow(same) {
  const sel = selection();
  const ids =
    sel.kind === "node"
      ? [sel.node, ...scene.nodes.filter((n) => !n.dim).map((n) => n.id)]
      : sel.kind === "pair"
        ? [sel.a, sel.b]
        : sel.kind === "group"
          ? ["g" + sel.group]
          : [];
  if (ids.length) setTimeout(() => centre(ids), same ? 30 : 90);
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    if (!$("dialog").hidden) shut();
    else if (document.body.classList.contains("with-side")) document.body.classList.remove("with-side");
    else if (S.sel) go({ sel: "" });
    return;
  }
  if (event.target.closest("input, select, textarea, [contenteditable]") || event.ctrlKey || event.metaKey || event.altKey) return;
  const inCanvas = event.target.closest("#canvas") || event.target === document.body;
  const arrows = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  if (event.key === "/") {
    event.preventDefault();
    $("search").focus();
  } else if (event.key === "?") help();
  else if ("1234".includes(event.key)) go({ v: VIEWS[Number(event.key) - 1], sel: "" });
  else if (inCanvas && arrows[event.key]) {
    event.preventDefault();
    walk(...arrows[event.key]);
  } else if (inCanvas && event.key === "Enter" && !$("panel").hidden) $("panel").focus();
  else if (inCanvas && (event.key === "e" || event.key === "E") && selection().kind === "node") unfoldNode(selection().node);
  else if (event.key === "+" || event.key === "=") zoomBy(1.35);
  else if (event.key === "-") zoomBy(1 / 1.35);
  else if (event.key === "0") fitScene();
});
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
  readColours();
  drawScene(scene, false);
});
window.addEventListener("hashchange", apply);
document.querySelector(".skip").addEventListener("click", () => $("canvas").focus());

// Paper is white: a dark view is printed light.
let themeBefore = "";
window.addEventListener("beforeprint", () => {
  themeBefore = document.documentElement.dataset.theme || "";
  theme("light");
});
window.addEventListener("afterprint", () => {
  if (themeBefore) theme(themeBefore);
  else {
    delete document.documentElement.dataset.theme;
    readColours();
    drawScene(scene, false);
  }
});
startCanvas();
apply();
