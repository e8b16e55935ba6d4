// Finding a name by characters, pinyin or initials.

/** @import { Model, Node } from "./model.js" */

const NO_MATCH = 9;

/**
 * The nodes that `text` may mean: whole keys before beginnings before parts, entities before events, then by importance.
 * @param {Model} model
 * @param {string} text
 */
export function findNames(model, text, most = 12) {
  const wanted = text.toLowerCase().replace(/[\s'’]/g, "");
  if (!wanted) return [];
  return model.nodes
    .map((node) => ({ node, rank: rankOf(node, wanted) }))
    .filter(({ rank }) => rank < NO_MATCH)
    .sort((x, y) => x.rank - y.rank || y.node.importance - x.node.importance || x.node.number - y.node.number)
    .slice(0, most)
    .map(({ node }) => node);
}

/**
 * @param {Node} node
 * @param {string} wanted
 */
function rankOf(node, wanted) {
  let best = NO_MATCH;
  for (const key of node.keys) {
    const at = key.indexOf(wanted);
    if (at >= 0) best = Math.min(best, key === wanted ? 0 : at === 0 ? 1 : 2);
  }
  return best < NO_MATCH && node.type === "event" ? best + 0.5 : best;
}
