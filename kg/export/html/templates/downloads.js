"use strict";
// Taking the visible part away: PNG, SVG, CSV, GraphML. Made here, saved by the browser, sent nowhere.

function save(content, type, suffix) {
  const url = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  const link = el("a", { href: url, download: `kg-${S.v}.${suffix}` });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

function savePng() {
  const canvas = $("canvas").querySelector("canvas"),
    copy = document.createElement("canvas");
  copy.width = canvas.width;
  copy.height = canvas.height;
  const ctx = copy.getContext("2d");
  ctx.fillStyle = COLOURS.surface;
  ctx.fillRect(0, 0, copy.width, copy.height);
  ctx.drawImage(canvas, 0, 0);
  copy.toBlob((blob) => save(blob, "image/png", "png"), "image/png");
}

// Text as XML may hold it: no control characters, no half of a pair, marks as numbers.
const UNFIT = /^[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]$/;
const xml = (text) =>
  Array.from(String(text ?? ""), (c) => (UNFIT.test(c) ? "\ufffd" : /[<>&"']/.test(c) ? `&#${c.charCodeAt(0)};` : c)).join("");

function svgText() {
  const at = new Map(scene.nodes.map((n) => [n.id, n]));
  const xs = scene.nodes.map((n) => n.x),
    ys = scene.nodes.map((n) => n.y),
    pad = 120;
  const [x, y] = [Math.min(...xs) - pad, Math.min(...ys) - pad],
    [width, height] = [Math.max(...xs) - x + pad, Math.max(...ys) - y + pad];
  const lines = scene.edges.map((e) => {
    const a = at.get(e.from),
      b = at.get(e.to);
    return `<line x1="${a.x}" y1="${a.y}" x2="${b.x}" y2="${b.y}" stroke="${e.picked ? COLOURS.accent : COLOURS.line}" stroke-width="${e.width.toFixed(1)}"${e.weak ? ' stroke-dasharray="6 5"' : ""}/>`;
  });
  const nodes = scene.nodes.map((n) => {
    const hollow = HOLLOW.has(n.shape),
      rows = (n.label || "").split("\n");
    const text = rows.map(
      (row, i) =>
        `<text x="${n.x}" y="${(n.y + n.size + n.font * (1 + i * 1.15)).toFixed(1)}" font-size="${n.font}" text-anchor="middle" fill="${COLOURS.ink}" stroke="${COLOURS.surface}" stroke-width="4" paint-order="stroke" font-family="${xml(FACE)}">${xml(shown(row))}</text>`,
    );
    return `<g><title>${xml(shown(typeof n.id === "number" ? nodeName(n.id) : n.label))}</title><path d="${outline(n.shape, n.x, n.y, n.size)}" fill="${hollow ? COLOURS.surface : n.colour}" stroke="${n.colour}" stroke-width="${hollow ? 2.5 : 1}"/>${text.join("")}</g>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg" viewBox="${x} ${y} ${width} ${height}"><rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${COLOURS.surface}"/>\n${lines.join("\n")}\n${nodes.join("\n")}\n</svg>\n`;
}

const visibleFacts = () =>
  [...new Set(scene.edges.flatMap((e) => e.facts || (e.via || []).flatMap((v) => v.facts)))].sort((a, b) => a - b).map((i) => FACTS[i]);

// A cell that a spreadsheet would run as a formula gets an apostrophe in front.
const cell = (text) => {
  const t = String(text ?? "");
  return `"${(/^[=+\-@\t\r]/.test(t) ? "'" + t : t).replaceAll('"', '""')}"`;
};

function csvText() {
  const head = [
    "subject",
    "subject_type",
    "predicate",
    "label",
    "object",
    "object_type",
    "qualifiers",
    "status",
    "confidence",
    "sources",
    "quote",
    "headline",
    "date",
    "page",
    "fact",
  ];
  const ids = new Set(scene.nodes.map((n) => n.id));
  const own = FACTS.filter((f) => f.f === "a" && ids.has(f.s) && factTest(S)(f));
  const rows = [...visibleFacts(), ...own].map((f) => [
    nodeName(f.s),
    NODES[f.s].t,
    f.p,
    termLabel(predicate(f)),
    f.o === undefined ? f.v : nodeName(f.o),
    f.o === undefined ? "" : NODES[f.o].t,
    qualifierText(f),
    f.st || "stated",
    f.c,
    f.n || 1,
    quoteText(f),
    ARTICLES[f.a].h,
    ARTICLES[f.a].d,
    DATA.pages[ARTICLES[f.a].page].name,
    f.id,
  ]);
  return "\ufeff" + [head, ...rows].map((row) => row.map(cell).join(",")).join("\r\n") + "\r\n";
}

function graphmlText() {
  const key = (id, on) => `<key id="${id}" for="${on}" attr.name="${id}" attr.type="string"/>`;
  const data = (id, value) => (value === undefined || value === null || value === "" ? "" : `<data key="${id}">${xml(value)}</data>`);
  const nodes = scene.nodes.map(
    (n) =>
      `<node id="n${xml(n.id)}">${typeof n.id === "number" ? data("iri", NODES[n.id].id) + data("name", nodeName(n.id)) + data("type", NODES[n.id].t) : data("name", n.label)}</node>`,
  );
  const of = new Map(scene.nodes.map((n) => [n.id, n]));
  const facts = visibleFacts()
    .filter((f) => f.o !== undefined && of.has(f.s) && of.has(f.o))
    .map(
      (f) =>
        `<edge id="${xml(f.id)}" source="n${f.s}" target="n${f.o}">${data("predicate", f.p)}${data("qualifiers", qualifierText(f))}${data("quote", quoteText(f))}${data("confidence", f.c)}${data("article", ARTICLES[f.a].id)}</edge>`,
    );
  const ties = scene.edges
    .filter((e) => e.via)
    .map(
      (e) =>
        `<edge id="${e.id}" source="n${e.from}" target="n${e.to}">${data("predicate", "works_with")}${data("through", e.via.map(viaText).join("; "))}</edge>`,
    );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n${["iri", "name", "type"].map((k) => key(k, "node")).join("")}${["predicate", "qualifiers", "quote", "confidence", "article", "through"].map((k) => key(k, "edge")).join("")}\n<graph edgedefault="directed">\n${[...nodes, ...(S.v === "who" ? ties : facts)].join("\n")}\n</graph>\n</graphml>\n`;
}

const TAKE = [
  ["png", savePng],
  ["svg", () => save(svgText(), "image/svg+xml", "svg")],
  ["csv", () => save(csvText(), "text/csv;charset=utf-8", "csv")],
  ["graphml", () => save(graphmlText(), "application/xml", "graphml")],
  [
    "link",
    async () => {
      if (await copyText(location.href)) say(w("copied"));
    },
  ],
  ["print", () => window.print()],
];
