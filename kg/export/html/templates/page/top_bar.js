// The bar on top, and the tools of the drawing.

import { currentLanguage, phrase } from "../i18n.js";
import { VIEWS } from "../model/state.js";
import { fitScene, zoomBy } from "./canvas.js";
import { DOWNLOADS } from "./downloads.js";
import { button, byId, el, put } from "./elements.js";
import { searchBox } from "./finding.js";
import { showHelp } from "./help.js";

import { currentState, go } from "./navigation.js";
import { otherTheme } from "./theme.js";

/** @import { Phrase } from "../i18n.js" */

export const ZOOM_STEP = 1.35;

export function drawTopBar() {
  const language = currentLanguage() === "zh" ? "en" : "zh";
  put(
    byId("top"),
    symbolButton("☰", "menu", () => document.body.classList.toggle("with-side"), "menu"),
    el("p", { class: "brand" }, el("b", {}, phrase("title")), el("span", {}, phrase("subtitle"))),
    searchBox(),
    el("div", { class: "tabs", role: "group" }, VIEWS.map(viewButton)),
    downloadMenu(),
    button(phrase("language"), () => go({ language }), { id: "language", lang: language }),
    symbolButton("◐", "theme", () => go({ theme: otherTheme() }), "theme"),
    symbolButton("?", "help", showHelp, "help"),
  );
  put(
    byId("tools"),
    symbolButton("+", "zoomin", () => zoomBy(ZOOM_STEP), "zoomin"),
    symbolButton("−", "zoomout", () => zoomBy(1 / ZOOM_STEP), "zoomout"),
    symbolButton("⤢", "fit", fitScene, "fit"),
  );
  put(/** @type {Element} */ (document.querySelector(".skip")), phrase("skip"));
}

/**
 * A button that shows a symbol and is called by a phrase.
 * @param {string} text
 * @param {Phrase} key
 * @param {() => unknown} act
 * @param {string} [id]
 */
const symbolButton = (text, key, act, id) => button(text, act, { id, "aria-label": phrase(key), title: phrase(key) });

/** @param {(typeof VIEWS)[number]} view */
function viewButton(view) {
  const state = currentState(),
    isShown = view === state.view;
  return button(phrase(view), () => go({ view, selected: isShown ? state.selected : "" }), {
    "aria-pressed": String(isShown),
    id: "view-" + view,
  });
}

function downloadMenu() {
  const menu = el(
    "details",
    { class: "menu", id: "take" },
    el("summary", { title: phrase("take") }, el("span", { class: "unseen-narrow" }, phrase("take"))),
  );
  const buttons = /** @type {(keyof typeof DOWNLOADS)[]} */ (Object.keys(DOWNLOADS)).map((kind) => {
    const take = () => {
      menu.open = false;
      DOWNLOADS[kind]();
    };
    return button(phrase(kind), take, { id: "take-" + kind });
  });
  menu.append(el("div", {}, buttons));
  return menu;
}
