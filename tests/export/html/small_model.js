// A model in a few lines: nodes by name and type, facts between them. For the tests only.

import { createModel } from "../../../kg/export/html/templates/model/model.js";
import { initialState } from "../../../kg/export/html/templates/model/state.js";

const term = (id) => ({ id, zh: "〔" + id + "〕", en: id });

/**
 * `nodes`: what differs from a plain company named by its key. `facts`: subject, object, what differs from a plain fact.
 * `links`: costs that differ from 1, by the names of both ends with ~ between.
 */
export function smallModel({ nodes, facts = [], costs = {}, articles, ties = [], ...rest }) {
  const names = Object.keys(nodes);
  const number = (name) => names.indexOf(name);
  const made = facts.map(([subject, object, more = {}], i) => ({
    id: "fact" + i,
    family: object === undefined ? "attribute" : "relation",
    subject: number(subject),
    predicate: "supplies",
    article: 0,
    ranges: [[0, 2]],
    confidence: 0.8,
    offset: 0,
    ...(object === undefined ? {} : { object: number(object) }),
    ...more,
  }));
  const pairs = new Map();
  made.forEach((fact, i) => {
    if (fact.object === undefined || fact.object === fact.subject) return;
    const key = [fact.subject, fact.object].sort((a, b) => a - b).join("~");
    pairs.set(key, [...(pairs.get(key) || []), i]);
  });
  const links = [...pairs].map(([key, between]) => {
    const [a, b] = key.split("~").map(Number);
    return [a, b, costs[`${names[a]}~${names[b]}`] ?? 1, between];
  });
  const data = {
    terms: {
      types: ["company", "person", "event", "place"].map((id) => ({ ...term(id), colour: "#0072b2", shape: "dot" })),
      predicates: [{ ...term("supplies"), symmetric: false }],
      attributes: [term("capacity")],
      roles: [term("host")],
      kinds: [],
      statuses: [term("planned")],
      qualifiers: [term("what"), term("role")],
      projectRoles: [term("builder")],
    },
    pages: [{ name: "page.txt", newspaper: null }],
    articles: articles || [{ id: "article", page: 0, number: 1, headline: "标题", date: "2022-11-30", text: "正文。" }],
    nodes: Object.entries(nodes).map(([name, more], i) => ({
      id: "id-" + name,
      type: "company",
      name,
      keys: [name.toLowerCase()],
      importance: 0.5,
      community: 0,
      passing: 0,
      hub: false,
      positions: { unfolded: [i * 400, 10], who: [i * 500, 20] },
      isMain: true,
      ...more,
    })),
    facts: made,
    links,
    ties: ties.map(([a, b, via]) => [
      number(a),
      number(b),
      1,
      via.map(([through, those]) => [through === undefined ? -1 : number(through), 1, those]),
    ]),
    reasons: [],
    sameEvents: [],
    clashes: [],
    lifeLines: [],
    divisions: [],
    communities: [[0]],
    betweenness: "exact",
    ...rest,
  };
  const model = createModel(data, data.nodes.map((node) => [node.name, 10, 17])); // prettier-ignore
  const state = (changes = {}) => ({ ...initialState(model), ...changes });
  return { model, state, number };
}
