// The data as the page uses it: nodes, facts, links and articles by number, with what each of them is tied to.

/** @import { Data, Fact, LookRow, NodeData, Term, TypeTerm } from "../data" */

/** @typedef {{ id: number, a: number, b: number, cost: number, facts: number[] }} Link */
/** @typedef {{ through: number, worth: number, facts: number[] }} Via */
/** @typedef {{ id: number, a: number, b: number, worth: number, via: Via[] }} Tie */
/** @typedef {{ number: number, facts: number[], links: Link[] }} Tied */
/** @typedef {{ label: string, size: number, font: number, shape: string, colour: string }} Look */
/** @typedef {NodeData & Tied & Look} Node */
/** @typedef {ReturnType<typeof createModel>} Model */

/**
 * @param {Data} data
 * @param {LookRow[]} looks
 */
export function createModel(data, looks) {
  const { facts, articles, pages, communities } = data;
  const links = data.links.map(([a, b, cost, between], id) => ({ id, a, b, cost, facts: between }));
  const ties = data.ties.map(tieOf);
  return {
    facts,
    articles,
    pages,
    communities,
    reasons: data.reasons,
    divisions: data.divisions,
    links,
    ties,
    nodes: nodesOf(data, looks, links),
    terms: termsOf(data),
    numberOf: new Map(data.nodes.map((node, number) => [node.id, number])),
    articleNumberOf: new Map(articles.map((article, number) => [article.id, number])),
    linkBetween: betweenOf(links),
    tieBetween: betweenOf(ties),
    sameEvents: new Map(data.sameEvents.flatMap((group) => group.map((event) => [event, group.filter((other) => other !== event)]))),
    clashes: clashesOf(data),
    isImportanceExact: data.betweenness === "exact",
    lifeLines: new Map(data.lifeLines.map(([number, whole, steps]) => [number, { whole, steps }])),
  };
}

/**
 * @param {Data["ties"][number]} row
 * @param {number} id
 * @returns {Tie}
 */
const tieOf = ([a, b, worth, via], id) => ({
  id,
  a,
  b,
  worth,
  via: via.map(([through, value, facts]) => ({ through, worth: value, facts })),
});

/**
 * @param {Data} data
 * @param {LookRow[]} looks
 * @param {Link[]} links
 */
function nodesOf(data, looks, links) {
  const types = table(data.terms.types);
  /** @type {Node[]} */
  const nodes = data.nodes.map((node, number) => ({
    ...node,
    number,
    facts: [],
    links: [],
    ...lookOf(looks[number], types.get(node.type)),
  }));
  data.facts.forEach((fact, number) => {
    nodes[fact.subject].facts.push(number);
    if (fact.object !== undefined && fact.object !== fact.subject) nodes[fact.object].facts.push(number);
  });
  for (const link of links) {
    nodes[link.a].links.push(link);
    nodes[link.b].links.push(link);
  }
  return nodes;
}

/**
 * @param {LookRow} row
 * @param {TypeTerm | undefined} type
 * @returns {Look}
 */
const lookOf = ([label, size, font], type) => ({ label, size, font, shape: type?.shape ?? "dot", colour: type?.colour ?? "#5b6475" });

/** @param {Data} data */
function termsOf({ terms }) {
  return {
    types: table(terms.types),
    predicates: table(terms.predicates),
    attributes: table(terms.attributes),
    roles: table(terms.roles),
    kinds: table(terms.kinds),
    statuses: table(terms.statuses),
    qualifiers: table(terms.qualifiers),
    projectRoles: table(terms.projectRoles),
  };
}

/**
 * @template {Term} T
 * @param {T[]} terms
 */
const table = (terms) => new Map(terms.map((term) => [term.id, term]));

/**
 * A look-up of what ties two nodes, whichever is named first.
 * @template {{ a: number, b: number }} T
 * @param {T[]} items
 */
function betweenOf(items) {
  const known = new Map(items.map((item) => [item.a + "~" + item.b, item]));
  return (/** @type {number} */ a, /** @type {number} */ b) => known.get(a + "~" + b) || known.get(b + "~" + a);
}

/** @param {Data} data */
function clashesOf(data) {
  /** @type {Map<number, Data["clashes"]>} */
  const found = new Map();
  for (const clash of data.clashes) for (const fact of clash[1].flat()) pushTo(found, fact, clash);
  return found;
}

/**
 * Add `item` to the list that `lists` holds for `key`.
 * @template K, T
 * @param {Map<K, T[]>} lists
 * @param {K} key
 * @param {T} item
 */
export function pushTo(lists, key, item) {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}

/**
 * @param {{ a: number, b: number }} item
 * @param {number} end
 */
export const otherEnd = (item, end) => (item.a === end ? item.b : item.a);

/**
 * How many articles these facts come from.
 * @param {Model} model
 * @param {number[]} facts
 */
export const articleCount = (model, facts) => new Set(facts.map((number) => model.facts[number].article)).size;

/**
 * @param {Model} model
 * @param {number} number
 */
export const nodeName = (model, number) => model.nodes[number].name || " ";

/**
 * @param {Model} model
 * @param {Fact} fact
 */
export const articleOf = (model, fact) => model.articles[fact.article];
