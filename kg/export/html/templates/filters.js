"use strict";
// The panel of switches on the left: it shows the state and asks for another.

function sideBar() {
  const count = (key) => FACTS.reduce((sums, fact) => sums.set(key(fact), (sums.get(key(fact)) || 0) + 1), new Map());
  const byPredicate = count(predicateKey),
    byType = NODES.reduce((sums, n) => sums.set(n.t, (sums.get(n.t) || 0) + 1), new Map());
  const hiddenTypes = new Set(listOf("ht")),
    hidden = new Set(listOf("hp"));
  const kinds = [
    ["p", PREDICATES, "relations"],
    ["r", ROLES, "events"],
    ["a", ATTRIBUTES, "attributes"],
  ];
  const relationList = kinds.map(([f, known, word]) => {
    const rows = [...known.values()].filter((term) => byPredicate.get(f + ":" + term.id));
    return rows.length
      ? [
          el("h3", {}, w(word)),
          rows.map((term) =>
            checkRow(`show-${f}-${term.id}`, both(term), byPredicate.get(f + ":" + term.id), !hidden.has(f + ":" + term.id), (on) =>
              go({ hp: toggled("hp", f + ":" + term.id, !on) }),
            ),
          ),
        ]
      : null;
  });
  put(
    $("side"),
    el(
      "div",
      { class: "row" },
      S.grp === "1" || NODES.length <= LARGE
        ? button(S.all === "1" ? w("fold") : w("unfold"), () => go(S.all === "1" ? { all: "", open: "" } : { all: "1", grp: "" }), {
            class: "grow",
            id: "unfold",
          })
        : null,
      button(w("groups"), () => go({ grp: S.grp === "1" ? "" : "1", open: "", v: "graph" }), {
        class: "grow",
        "aria-pressed": String(S.grp === "1"),
        id: "groups",
      }),
    ),
    el(
      "fieldset",
      { id: "types" },
      el("legend", {}, w("legend")),
      [...TYPES.values()]
        .filter((t) => byType.get(t.id))
        .map((term) =>
          checkRow(
            "show-" + term.id,
            [symbol(term.shape, term.colour), el("span", { class: "grow", title: term.about && term.about[language] }, both(term))],
            byType.get(term.id),
            !hiddenTypes.has(term.id),
            (on) => go({ ht: toggled("ht", term.id, !on) }),
            () => go({ ht: [...TYPES.keys()].filter((t) => t !== term.id).join(",") }),
          ),
        ),
    ),
    el(
      "details",
      {
        id: "relations",
        open: S.hp !== "" || relationsOpen,
        ontoggle: (e) => {
          relationsOpen = e.target.open;
        },
      },
      el("summary", {}, w("relations")),
      relationList,
    ),
    el(
      "fieldset",
      {},
      el("legend", {}, w("article")),
      el(
        "select",
        { id: "article", "aria-label": w("article"), onchange: (e) => go({ art: e.target.value }) },
        el("option", { value: "" }, w("everyarticle")),
        ARTICLES.map((a) =>
          el("option", { value: a.id, selected: S.art === a.id }, cut(`${DATA.pages[a.page].name.slice(0, 6)}·${a.no} ${headline(a)}`, 40)),
        ),
      ),
    ),
    el(
      "fieldset",
      { class: "dates" },
      el("legend", {}, w("dates")),
      dateBox("from"),
      dateBox("to"),
      el(
        "label",
        { class: "check" },
        el("input", { type: "checkbox", id: "und", checked: S.und === "1", onchange: (e) => go({ und: e.target.checked ? "1" : "0" }) }),
        w("undated"),
      ),
    ),
    el(
      "fieldset",
      {},
      el("legend", {}, w("confidence"), " ", el("output", { id: "conf-out" }, S.conf + "%")),
      el("input", {
        id: "conf",
        type: "range",
        min: 0,
        max: 100,
        step: 5,
        value: S.conf,
        "aria-label": w("confidence"),
        oninput: (e) => {
          $("conf-out").textContent = e.target.value + "%";
        },
        onchange: (e) => go({ conf: e.target.value }),
      }),
    ),
    el(
      "fieldset",
      {},
      el("legend", {}, w("sources")),
      el("input", {
        id: "src",
        type: "number",
        min: 1,
        max: 99,
        value: S.src,
        "aria-label": w("sources"),
        onchange: (e) => go({ src: String(Math.max(1, Math.round(Number(e.target.value)) || 1)) }),
      }),
    ),
    button(w("reset"), () => go({ ht: "", hp: "", art: "", from: "", to: "", conf: "0", src: "1", und: "1" }), {
      class: "wide",
      id: "reset",
    }),
    el("p", { class: "note" }, w("source", DATA.pages.length, ARTICLES.length, FACTS.length), " ", w("measured")),
  );
}
let relationsOpen = false;

const checkRow = (id, content, n, on, onchange, only) =>
  el(
    "div",
    { class: "check" },
    el("label", {}, el("input", { type: "checkbox", id, checked: on, onchange: (e) => onchange(e.target.checked) }), content),
    el("span", { class: "count" }, n),
    only && button(w("only"), only, { class: "only" }),
  );
const dateBox = (key) =>
  el(
    "label",
    {},
    w(key),
    " ",
    el("input", {
      id: key,
      type: "text",
      inputmode: "numeric",
      placeholder: "2022-11",
      pattern: "(\\d{4}(-\\d{2}){0,2}|\\d{2}-\\d{2})",
      value: S[key],
      onchange: (e) => e.target.checkValidity() && go({ [key]: e.target.value }),
    }),
  );
