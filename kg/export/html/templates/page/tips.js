// What is said of the node or edge under the pointer.

import { dateText, phrase, termLabel } from "../i18n.js";
import { sentence, viaText } from "../model/sentences.js";
import { communityName } from "../scenes/scene.js";
import { cut } from "../text.js";
import { el, nameText } from "./elements.js";
import { model } from "./embedded.js";

/** @import { NodeId, SceneEdge } from "../scenes/scene.js" */

const MOST_LINES = 5;

/** @param {NodeId} id */
export function nodeTip(id) {
  if (typeof id === "string") return [el("b", {}, communityName(model, Number(id.slice(1)))), el("br", {}), phrase("group")];
  const node = model.nodes[id],
    date = node.event?.date;
  return [
    el("b", {}, nameText(node.name, 80)),
    el("br", {}),
    termLabel(model.terms.types.get(node.type)),
    date && " · " + dateText(date),
    ` · ${node.links.length} ${phrase("tiescol")}`,
  ];
}

/** @param {SceneEdge} edge */
export function edgeTip({ via, facts = [] }) {
  const lines = via ? via.map((one) => viaText(model, one)) : [...new Set(facts.map((number) => sentence(model, model.facts[number])))];
  return [
    lines.slice(0, MOST_LINES).map((line) => el("div", {}, cut(line, 90))),
    lines.length > MOST_LINES && phrase("more", lines.length - MOST_LINES),
  ];
}
