"use strict";
// Evidence: the sentence that says a thing, marked, with its source; and the whole article behind it.

const STOPS = "。！？!?；;\n";

function sentenceRange(text, start, end) {
  let from = start,
    to = end;
  while (from > 0 && !STOPS.includes(text[from - 1])) from -= 1;
  while (to < text.length && !STOPS.includes(text[to - 1])) to += 1;
  return [from, to];
}

function marked(text, from, to, ranges) {
  const parts = [];
  let at = from;
  for (const [start, end] of ranges) {
    const x = Math.max(start, at),
      y = Math.min(end, to);
    if (x >= y) continue;
    parts.push(text.slice(at, x).replaceAll("\n", ""), el("mark", {}, text.slice(x, y).replaceAll("\n", "")));
    at = y;
  }
  parts.push(text.slice(at, to).replaceAll("\n", ""));
  return parts;
}

// Offsets of the page count characters, those of a script UTF-16 units: rare characters beyond the BMP are counted here.
function units(article) {
  if (article.units === undefined)
    article.units = /[\ud800-\udfff]/.test(article.t)
      ? Array.from(article.t).reduce(
          (sums, c) => {
            sums.push(sums.at(-1) + c.length);
            return sums;
          },
          [0],
        )
      : null;
  return article.units;
}
const inUnits = (article, ranges) => {
  const sums = units(article);
  return sums ? ranges.map(([s, e]) => [sums[s], sums[e]]) : ranges;
};
const quoteText = (fact) =>
  inUnits(ARTICLES[fact.a], fact.r)
    .map(([s, e]) => ARTICLES[fact.a].t.slice(s, e).replaceAll("\n", ""))
    .join("…");

// An article without a headline is called by its opening words.
function headline(article) {
  return (
    article.h ||
    `${w("noheadline")} ${cut(
      article.t
        .trim()
        .split("\n")[0]
        .replace(/^本报讯(（[^）]*）)?/, ""),
      14,
    )}`
  );
}

function sourceLine(number) {
  const article = ARTICLES[number],
    page = DATA.pages[article.page];
  const by = (article.by || []).map(([role, who]) => `${role} ${who}`).join("、");
  return [
    article.h ? `《${article.h}》` : headline(article),
    by,
    article.d,
    [page.newspaper, page.name].filter(Boolean).join(" "),
    w("item", article.no),
  ]
    .filter(Boolean)
    .join(" · ");
}

function quoteBlock(fact) {
  const article = ARTICLES[fact.a],
    ranges = inUnits(article, fact.r);
  const groups = [];
  for (const [start, end] of ranges) {
    const [from, to] = sentenceRange(article.t, start, end);
    const last = groups.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else groups.push([from, to]);
  }
  const copied = el("span", { class: "note", role: "status" });
  return el(
    "figure",
    { class: "quote" },
    el(
      "blockquote",
      { lang: "zh" },
      groups.map(([from, to], i) => [i ? " … " : "", marked(article.t, from, to, ranges)]),
    ),
    el(
      "figcaption",
      {},
      sourceLine(fact.a),
      " · ",
      w("offset", fact.at + 1),
      el(
        "span",
        { class: "actions" },
        button(w("readall"), () => go({ sel: `@${article.id}~${fact.id}` })),
        button(w("copy"), async () => {
          copied.textContent = (await copyText(`“${quoteText(fact)}”\n—— ${sourceLine(fact.a)}`)) ? " " + w("copied") : "";
        }),
        copied,
      ),
    ),
  );
}

async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    /* a file opened from disk may have no clipboard */
  }
  const area = el("textarea", { class: "unseen", value: text });
  document.body.append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  return done;
}

function chips(fact) {
  const sources = fact.n || 1,
    least = fact.c < 0.6;
  return el(
    "span",
    { class: "chips" },
    fact.st && el("span", { class: "chip status" }, termLabel(STATUSES.get(fact.st)) || fact.st),
    el("span", { class: "chip" + (least ? " low" : "") }, w("sure", Math.round(fact.c * 100) + "%")),
    el("span", { class: "chip" + (sources > 1 ? " good" : "") }, sources > 1 ? w("many", sources) : w("single")),
    CLASHES.has(fact.number) && el("span", { class: "chip low", title: w("clashtip") }, "≠ " + w("clash")),
    fact.w && el("span", { class: "chip low", title: w("weaktip") }, "⚠ " + w("weak")),
  );
}

function articlePanel(number, fact) {
  const article = ARTICLES[number],
    ranges = fact && fact.a === number ? inUnits(article, fact.r) : [];
  const sections = article.sec.map(([kind, s, e]) => [kind, ...inUnits(article, [[s, e]])[0]]);
  const names = inUnits(
    article,
    (article.m || []).map(([s, e]) => [s, e]),
  ).map(([s, e], i) => [s, e, article.m[i][2]]);
  const body = [];
  for (const [kind, start, end] of sections) {
    let at = start;
    for (const line of article.t.slice(start, end).split("\n")) {
      if (line)
        body.push(
          el(kind === "headline" ? "h2" : kind === "body" ? "p" : "h3", {}, linked(article.t, at, at + line.length, ranges, names)),
        );
      at += line.length + 1;
    }
  }
  const panel = el("article", { class: "paper", lang: "zh" }, el("p", { class: "source" }, sourceLine(number)), body);
  const strong = () => panel.querySelector("mark")?.scrollIntoView({ block: "center" });
  requestAnimationFrame(strong);
  return [panel, button(w("article") + " → " + w("graph"), () => go({ v: "graph", art: article.id, sel: "" }), { class: "wide" })];
}

// The text with names as links and the quote marked; names nest in nothing, a quote may begin or end inside a name.
function linked(text, from, to, ranges, names) {
  const parts = [];
  let at = from;
  for (const [start, end, node] of names) {
    if (start < at || end > to) continue;
    parts.push(marked(text, at, start, ranges));
    parts.push(
      el(
        "a",
        { class: "name", href: hashOf({ ...S, sel: NODES[node].id }), title: termLabel(TYPES.get(NODES[node].t)) },
        marked(text, start, end, ranges),
      ),
    );
    at = end;
  }
  parts.push(marked(text, at, to, ranges));
  return parts;
}
