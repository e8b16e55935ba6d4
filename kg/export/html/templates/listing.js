"use strict";
// The same view as a table: for screen readers, narrow windows and print.

function drawList() {
  const next = S.grp === "1" ? { ...graphSceneAll() } : graphScene();
  const rows = next.nodes.filter((n) => typeof n.id === "number").sort((x, y) => x.id - y.id),
    most = 500;
  put(
    $("list"),
    el("h1", {}, w("list")),
    el(
      "table",
      {},
      el(
        "thead",
        {},
        el(
          "tr",
          {},
          ["typecol", "namecol", "tiescol", "articlescol", "dates"].map((key) => el("th", { scope: "col" }, w(key))),
        ),
      ),
      el(
        "tbody",
        {},
        rows.slice(0, most).map(({ id }) => {
          const node = NODES[id];
          return el(
            "tr",
            {},
            el("td", {}, symbol(node.shape, node.colour), " ", termLabel(TYPES.get(node.t))),
            el("th", { scope: "row" }, el("a", { href: hashOf({ ...S, sel: node.id }) }, name(node.n, 60))),
            el("td", { class: "number" }, node.links.length),
            el("td", { class: "number" }, articlesOf(node.facts).size),
            el("td", {}, node.d ? node.d[0] : ""),
          );
        }),
      ),
    ),
    rows.length > most && el("p", {}, w("more", rows.length - most)),
  );
  return next;
}
const graphSceneAll = () => {
  const was = S;
  S = { ...S, grp: "", all: "1" };
  try {
    return graphScene();
  } finally {
    S = was;
  }
};
