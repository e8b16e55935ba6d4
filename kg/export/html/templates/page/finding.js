// What the boxes find: names alone for a trace, everything for the search on top.

import { phrase, termLabel } from "../i18n.js";
import { headlineOf } from "../model/citations.js";
import { articleOf, nodeName } from "../model/model.js";
import { Finder, findNames } from "../model/search.js";
import { cut } from "../text.js";
import { model } from "./embedded.js";
import { finderBox } from "./finder_box.js";
import { go, openNode } from "./navigation.js";

/** @import { Node } from "../model/model.js" */
/** @import { Hit } from "../model/search.js" */
/** @import { Option } from "./finder_box.js" */

export const finder = new Finder(model, MiniSearchLibrary.default);

/** The search on top. */
export const searchBox = () =>
  finderBox("search", phrase("search"), "", (text) => finder.find(text).map((hit) => optionOf(hit, text.trim())));

/**
 * A box that holds one name.
 * @param {string} id
 * @param {string} label
 * @param {number | undefined} chosen
 * @param {(number: number) => void} onPick
 */
export const nameBox = (id, label, chosen, onPick) =>
  finderBox(id, label, chosen === undefined ? "" : nodeName(model, chosen), (text) =>
    findNames(model, text).map((node) => nameOption(node, text.trim(), onPick)),
  );

/**
 * @param {Node} node
 * @param {string} typed
 * @param {(number: number) => void} onPick
 * @returns {Option}
 */
function nameOption(node, typed, onPick) {
  const alias = node.aliases?.find((other) => typed && other.includes(typed) && !node.name.includes(typed));
  return {
    text: node.name + (alias ? `（${alias}）` : ""),
    aside: termLabel(model.terms.types.get(node.type)),
    look: node,
    pick: () => onPick(node.number),
  };
}

/**
 * @param {Hit} hit
 * @param {string} typed
 * @returns {Option}
 */
function optionOf(hit, typed) {
  if ("node" in hit) return nameOption(hit.node, typed, openNode);
  if ("fact" in hit) {
    const { fact } = hit,
      pick = () => go({ selected: `@${articleOf(model, fact).id}~${fact.id}`, ...inGraph() });
    return { text: `${cut(nodeName(model, fact.subject), 22)}：${hit.words}`, aside: phrase("said"), pick };
  }
  const article = model.articles[hit.article],
    pick = () => go({ selected: "@" + article.id, ...inGraph() });
  return { text: hit.words, aside: hit.words === article.headline ? phrase("article") : cut(headlineOf(article), 14), pick };
}

/** An article is read beside the graph. */
const inGraph = () => ({ view: /** @type {const} */ ("graph") });
