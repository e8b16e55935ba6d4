// Taking the visible part away: made here, saved by the browser, sent nowhere.

import { csvText } from "../files/csv.js";
import { graphmlText } from "../files/graphml.js";
import { svgText } from "../files/svg.js";
import { phrase } from "../i18n.js";
import { currentScene } from "./canvas.js";
import { colours, FACE } from "./colours.js";
import { announce, byId, el } from "./elements.js";
import { model } from "./embedded.js";
import { currentState } from "./navigation.js";
import { copyText } from "./quotes.js";

/** What there is to take, and how. */
export const DOWNLOADS = /** @type {const} */ ({
  png: savePng,
  svg: () => saveText(svgText(model, currentScene(), { ...colours, face: FACE }), "image/svg+xml", "svg"),
  csv: () => saveText(csvText(model, currentState(), currentScene()), "text/csv;charset=utf-8", "csv"),
  graphml: () => saveText(graphmlText(model, currentScene(), currentState().view === "who"), "application/xml", "graphml"),
  link: async () => {
    if (await copyText(location.href)) announce(phrase("copied"));
  },
  print: () => window.print(),
});

/**
 * @param {string} text
 * @param {string} type
 * @param {string} suffix
 */
const saveText = (text, type, suffix) => save(new Blob([text], { type }), suffix);

/**
 * @param {Blob} content
 * @param {string} suffix
 */
function save(content, suffix) {
  const url = URL.createObjectURL(content);
  const link = el("a", { href: url, download: `kg-${currentState().view}.${suffix}` });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

function savePng() {
  const canvas = /** @type {HTMLCanvasElement} */ (byId("canvas").querySelector("canvas")),
    copy = el("canvas", { width: canvas.width, height: canvas.height }),
    ctx = /** @type {CanvasRenderingContext2D} */ (copy.getContext("2d"));
  ctx.fillStyle = colours.surface;
  ctx.fillRect(0, 0, copy.width, copy.height);
  ctx.drawImage(canvas, 0, 0);
  copy.toBlob((image) => image && save(image, "png"), "image/png");
}
