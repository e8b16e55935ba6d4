// Who met whom: events of a node with those who were there, and whom it met more than once.

import { phrase, termLabel } from "../i18n.js";
import { articleOf, nodeName, pushTo } from "./model.js";
import { fewNamed } from "./story.js";
import { inTime, whenOf } from "./when.js";

/** @import { Fact } from "../data" */
/** @import { Model, Node } from "./model.js" */
/** @import { Line, Named } from "./story.js" */

/** Where officials hold their posts. */
const OFFICES = ["agency", "zone"];

/** Roles of being there; a place is where, not who. */
const isTakingPart = (/** @type {Fact} */ { family, predicate }) => family === "role" && predicate !== "place";

/**
 * When an event took place, as far as said.
 * @param {Model} model
 * @param {Node} event
 */
export function eventWhen(model, event) {
  const [first] = event.facts;
  return whenOf(event.event?.date, first === undefined ? {} : articleOf(model, model.facts[first]));
}

/**
 * The labels of roles.
 * @param {Model} model
 * @param {number[]} facts
 */
export const rolesText = (model, facts) =>
  [
    ...new Set(facts.map((number) => termLabel(model.terms.roles.get(model.facts[number].predicate)) || model.facts[number].predicate)),
  ].join(phrase("and"));

/**
 * The facts of taking part in an event, by who took part.
 * @param {Model} model
 * @param {number} event
 */
export function participants(model, event) {
  /** @type {Map<number, number[]>} */
  const found = new Map();
  for (const number of model.nodes[event].facts) if (isTakingPart(model.facts[number])) pushTo(found, model.facts[number].subject, number);
  return found;
}

/**
 * The events in which a node took part, each once.
 * @param {Model} model
 * @param {Node} node
 */
export const eventsOf = (model, node) => [
  ...new Set(node.facts.filter((number) => isTakingPart(model.facts[number])).map((number) => Number(model.facts[number].object))),
];

/**
 * What a node did at events, in time, with who else was there.
 * @param {Model} model
 * @param {Node} node
 * @returns {Line[]}
 */
export function encounterLines(model, node) {
  const lines = eventsOf(model, node).map((event) => {
    const there = participants(model, event),
      own = there.get(node.number) ?? [],
      others = [...there].filter(([who]) => who !== node.number).sort(([a], [b]) => a - b);
    const named = others.map(([who, facts]) => ({ node: who, aside: rolesText(model, facts) }));
    return {
      label: rolesText(model, own),
      other: event,
      when: eventWhen(model, model.nodes[event]),
      ...fewNamed(named),
      facts: [...own, ...others.flatMap(([, facts]) => facts)],
    };
  });
  return lines.sort((a, b) => inTime(a.when, b.when) || a.other - b.other);
}

/**
 * Whom a node met at more than one event; an event told by several articles counts once.
 * @param {Model} model
 * @param {Node} node
 * @returns {Line[]}
 */
export function companionLines(model, node) {
  /** @type {Map<number, { events: Set<number>, facts: number[] }>} */
  const met = new Map();
  for (const event of eventsOf(model, node)) {
    const there = participants(model, event),
      one = Math.min(event, ...(model.sameEvents.get(event) ?? []));
    for (const [who, facts] of there) {
      if (who === node.number) continue;
      const known = met.get(who) ?? { events: new Set(), facts: [] };
      known.events.add(one);
      known.facts.push(...(there.get(node.number) ?? []), ...facts);
      met.set(who, known);
    }
  }
  return [...met]
    .filter(([, { events }]) => events.size > 1)
    .sort(([a, left], [b, right]) => right.events.size - left.events.size || a - b)
    .map(([who, { events, facts }]) => ({
      label: phrase("times", events.size),
      other: who,
      ...fewNamed([...events].map((event) => ({ node: event }))),
      facts: [...new Set(facts)],
      isInferred: true,
    }));
}

/**
 * Those of a kind whom a body met at events, itself or through those who hold posts at it: who, at which events, as what.
 * @param {Model} model
 * @param {Node} body
 * @param {(who: Node) => number[] | undefined} standing the posts that make somebody one of those asked for; undefined: is none of them
 * @returns {Line[]}
 */
export function metLines(model, body, standing) {
  const staff = staffOf(model, body);
  /** @type {Map<number, { named: Named[], facts: number[] }>} */
  const met = new Map();
  for (const own of [body, ...[...staff.keys()].map((number) => model.nodes[number])])
    for (const event of eventsOf(model, own)) {
      const there = participants(model, event),
        through = own === body ? [] : (staff.get(own.number) ?? []);
      for (const [who, facts] of there) {
        const posts = standing(model.nodes[who]);
        if (who === body.number || staff.has(who) || !posts) continue;
        const known = met.get(who) ?? { named: [], facts: [...posts] };
        if (!known.named.some(({ node }) => node === event))
          known.named.push({
            node: event,
            aside: [own !== body && phrase("ontheirbehalf", nodeName(model, own.number)), rolesText(model, facts)]
              .filter(Boolean)
              .join(" · "),
          });
        known.facts.push(...facts, ...(there.get(own.number) ?? []), ...through);
        met.set(who, known);
      }
    }
  return [...met]
    .sort(([a, left], [b, right]) => right.named.length - left.named.length || a - b)
    .map(([who, { named, facts }]) => ({
      label: standingText(model, standing(model.nodes[who]) ?? []),
      other: who,
      ...fewNamed(named),
      facts: [...new Set(facts)],
      isInferred: true,
    }));
}

/**
 * Who holds a post at a body, and the facts that say so.
 * @param {Model} model
 * @param {Node} body
 */
function staffOf(model, body) {
  /** @type {Map<number, number[]>} */
  const found = new Map();
  for (const number of body.facts) {
    const { predicate, subject, object, status } = model.facts[number];
    if (predicate === "holds_post" && object === body.number && status !== "denied" && status !== "former") pushTo(found, subject, number);
  }
  return found;
}

/**
 * The posts that make somebody an official: those at an agency or a zone.
 * @param {Model} model
 * @returns {(who: Node) => number[] | undefined}
 */
export const officialPosts = (model) => (who) => {
  const posts = who.facts.filter((number) => {
    const { predicate, subject, object } = model.facts[number];
    return predicate === "holds_post" && subject === who.number && object !== undefined && OFFICES.includes(model.nodes[object].type);
  });
  return posts.length ? posts : undefined;
};

/**
 * The posts in a row: 某局局长、某委副主任.
 * @param {Model} model
 * @param {number[]} posts
 */
function standingText(model, posts) {
  const texts = posts.map((number) => {
    const { object, qualifiers = [] } = model.facts[number];
    const title = qualifiers.find(([name]) => name === "title")?.[1] ?? "";
    return object === undefined ? title : joinedText(nodeName(model, object), title);
  });
  return [...new Set(texts)].filter(Boolean).slice(0, 3).join(phrase("and"));
}

/**
 * A body and a title in one, what ends the one and begins the other once: 某区党工委 + 党工委书记 → 某区党工委书记.
 * @param {string} body
 * @param {string} title
 */
function joinedText(body, title) {
  for (let length = Math.min(body.length, title.length); length > 1; length -= 1)
    if (body.endsWith(title.slice(0, length))) return body + title.slice(length);
  return body + title;
}
