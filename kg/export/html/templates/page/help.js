// The dialogue that lists the keys.

import { phrase, shortcuts } from "../i18n.js";
import { button, byId, el, put } from "./elements.js";

export function showHelp() {
  const rows = shortcuts().map(([keys, meaning]) => [el("dt", {}, el("kbd", {}, keys)), el("dd", {}, meaning)]);
  put(
    byId("dialog"),
    el(
      "div",
      { role: "dialog", "aria-modal": "true", "aria-label": phrase("help") },
      el("h1", {}, phrase("help")),
      el("dl", {}, rows),
      button(phrase("close"), hideHelp, { id: "shut" }),
    ),
  );
  byId("dialog").hidden = false;
  byId("shut").focus();
}

export function hideHelp() {
  byId("dialog").hidden = true;
  byId("canvas").focus();
}
