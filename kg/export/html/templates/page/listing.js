// The same view as a table: for screen readers, narrow windows and print.

import { phrase, termLabel } from "../i18n.js";
import { articleCount } from "../model/model.js";
import { byId, el, nameText, put, symbol } from "./elements.js";
import { model } from "./embedded.js";
import { hrefOf } from "./navigation.js";

/** @import { Node } from "../model/model.js" */
/** @import { Scene } from "../scenes/scene.js" */

const MOST_ROWS = 500;
const COLUMNS = /** @type {const} */ (["typecol", "namecol", "tiescol", "articlescol", "dates"]);

/** @param {Scene} scene */
export function drawListing(scene) {
  const ids = scene.nodes.map(({ id }) => id).filter((id) => typeof id === "number");
  const nodes = ids.sort((a, b) => a - b).map((number) => model.nodes[number]);
  const heads = COLUMNS.map((key) => el("th", { scope: "col" }, phrase(key)));
  put(
    byId("list"),
    el("h1", {}, phrase("list")),
    el("table", {}, el("thead", {}, el("tr", {}, heads)), el("tbody", {}, nodes.slice(0, MOST_ROWS).map(row))),
    nodes.length > MOST_ROWS && el("p", {}, phrase("more", nodes.length - MOST_ROWS)),
  );
}

/** @param {Node} node */
const row = (node) =>
  el(
    "tr",
    {},
    el("td", {}, symbol(node), " ", termLabel(model.terms.types.get(node.type))),
    el("th", { scope: "row" }, el("a", { href: hrefOf({ selected: node.id }) }, nameText(node.name, 60))),
    el("td", { class: "number" }, node.links.length),
    el("td", { class: "number" }, articleCount(model, node.facts)),
    el("td", {}, node.seen?.[0]),
  );
