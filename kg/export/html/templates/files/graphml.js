// The visible part as GraphML: a fact is an edge; in "who with whom" a tie is.

import { quoteText } from "../model/citations.js";
import { articleOf, nodeName } from "../model/model.js";
import { qualifierText, viaText } from "../model/sentences.js";
import { visibleFacts } from "../scenes/scene.js";
import { xml } from "./xml.js";

/** @import { Fact } from "../data" */
/** @import { Model } from "../model/model.js" */
/** @import { Scene, SceneEdge, SceneNode } from "../scenes/scene.js" */

const NODE_KEYS = ["iri", "name", "type"];
const EDGE_KEYS = ["predicate", "qualifiers", "quote", "confidence", "article", "through"];

/**
 * @param {Model} model
 * @param {Scene} scene
 * @param {boolean} isTies
 */
export function graphmlText(model, scene, isTies) {
  const keys = [...NODE_KEYS.map((id) => keyElement(id, "node")), ...EDGE_KEYS.map((id) => keyElement(id, "edge"))];
  const nodes = scene.nodes.map((node) => nodeElement(model, node));
  const edges = isTies ? scene.edges.map((edge) => tieElement(model, edge)) : factElements(model, scene);
  return `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
${keys.join("")}
<graph edgedefault="directed">
${[...nodes, ...edges].join("\n")}
</graph>
</graphml>
`;
}

/**
 * @param {string} id
 * @param {"node" | "edge"} on
 */
const keyElement = (id, on) => `<key id="${id}" for="${on}" attr.name="${id}" attr.type="string"/>`;

/** @param {Record<string, string | number>} values */
const dataElements = (values) =>
  Object.entries(values)
    .filter(([, value]) => value !== "")
    .map(([key, value]) => `<data key="${key}">${xml(value)}</data>`)
    .join("");

/**
 * @param {Model} model
 * @param {SceneNode} node
 */
function nodeElement(model, { id, label }) {
  const data =
    typeof id === "number"
      ? dataElements({ iri: model.nodes[id].id, name: nodeName(model, id), type: model.nodes[id].type })
      : dataElements({ name: label });
  return `<node id="n${xml(id)}">${data}</node>`;
}

/**
 * @param {Model} model
 * @param {Scene} scene
 */
function factElements(model, scene) {
  const shown = new Set(scene.nodes.map(({ id }) => id));
  return visibleFacts(model, scene)
    .filter((fact) => fact.object !== undefined && shown.has(fact.subject) && shown.has(fact.object))
    .map((fact) => factElement(model, fact));
}

/**
 * @param {Model} model
 * @param {Fact} fact
 */
const factElement = (model, fact) =>
  `<edge id="${xml(fact.id)}" source="n${fact.subject}" target="n${fact.object}">${dataElements({
    predicate: fact.predicate,
    qualifiers: qualifierText(model, fact),
    quote: quoteText(model, fact),
    confidence: fact.confidence,
    article: articleOf(model, fact).id,
  })}</edge>`;

/**
 * @param {Model} model
 * @param {SceneEdge} edge
 */
const tieElement = (model, { id, from, to, via = [] }) =>
  `<edge id="${id}" source="n${from}" target="n${to}">${dataElements({
    predicate: "works_with",
    through: via.map((reason) => viaText(model, reason)).join("; "),
  })}</edge>`;
