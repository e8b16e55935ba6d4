// The data that kg.export.html.data writes into the page, key by key. Things, facts and articles are referred to by their
// number, which is their place in the list. A test holds these keys to those that Python writes.

/** A stretch of an article's text: from the first character up to, not including, the second; in code points. */
export type Range = [start: number, end: number];

/** All that the page knows. */
export interface Data {
  /** Labels, colours and shapes out of the ontology. */
  terms: Terms;
  /** The newspaper pages that were read. */
  pages: Page[];
  /** The articles of the pages, in reading order. */
  articles: Article[];
  /** Entities and events, the most important first. */
  nodes: NodeData[];
  /** The words of the reasons for joining names, {0}, {1} … for what fills them. */
  reasons: Definition[];
  /** What the articles say, each with its evidence. */
  facts: Fact[];
  /** Which pairs of nodes facts tie, and at what cost a path takes such a step. */
  links: LinkRow[];
  /** Who works with whom: ties of people and organisations, the strongest first. */
  ties: TieRow[];
  /** Groups of event nodes that are one event reported more than once. */
  sameEvents: number[][];
  /** What contradicts what: the reason, then the facts of each side. */
  clashes: Clash[];
  /** The administrative divisions that things are in, and those above them. */
  divisions: DivisionRow[];
  /** Projects and facilities with a known life line. */
  lifeLines: LifeLineRow[];
  /** For each community the (up to three) nodes that name it; its place in the list is the community's number. */
  communities: number[][];
  /** How betweenness, a part of importance, was computed: "exact", or from a sample of a large graph. */
  betweenness: string;
}

/** The tables of labels, in the order of the ontology. */
export interface Terms {
  /** Types of nodes: how they are called and drawn. */
  types: TypeTerm[];
  /** Predicates of relations. */
  predicates: PredicateTerm[];
  /** Predicates of attributes. */
  attributes: Term[];
  /** Parts that one can have in an event. */
  roles: Term[];
  /** Kinds of events. */
  kinds: Term[];
  /** States of a fact or an event: planned, signed, denied … */
  statuses: Term[];
  /** Names of qualifiers. */
  qualifiers: Term[];
  /** Values of the qualifier "role". */
  projectRoles: Term[];
}

/** A label in both languages. */
export interface Term {
  /** Its name in the ontology. */
  id: string;
  /** Chinese label. */
  zh: string;
  /** English label. */
  en: string;
}

/** A type of nodes. */
export interface TypeTerm extends Term {
  /** Colour of its symbol, as #rrggbb. */
  colour: string;
  /** Shape of its symbol. */
  shape: string;
  /** Its definition; events have none. */
  about?: Definition;
}

/** A reason for joining names: the number of its words, and what fills them. */
export type JoinedBecause = [form: number, slots: string[]];

/** A text in both languages. */
export interface Definition {
  /** In Chinese. */
  zh: string;
  /** In English. */
  en: string;
}

/** A predicate of relations. */
export interface PredicateTerm extends Term {
  /** Whether it reads the same both ways. */
  symmetric: boolean;
}

/** A newspaper page. */
export interface Page {
  /** Name of its file. */
  name: string;
  /** The newspaper, where the page prints it. */
  newspaper: string | null;
}

/** An article as kg put it together. */
export interface Article {
  /** Its permanent id. */
  id: string;
  /** Number of its page. */
  page: number;
  /** Its place on the page, from 1. */
  number: number;
  /** Its headline. */
  headline?: string;
  /** Its date, as precise as known: 2022-11-30, 2022-11 or 11-30. */
  date?: string;
  /** Who wrote it: role and name. */
  bylines?: [role: string, name: string][];
  /** Its whole text, the headline included; sections end in line breaks. */
  text: string;
  /** Its parts: "headline", "subhead", "body" …, and where they stand in the text. */
  sections?: [kind: string, start: number, end: number][];
  /** Where it prints names: start, end, number of the node. */
  names?: [start: number, end: number, node: number][];
}

/** An entity or an event. */
export interface NodeData {
  /** Its permanent id, as in the other exports. */
  id: string;
  /** Type of the entity, or "event". */
  type: string;
  /** Its full name; of an event, what happened. */
  name: string;
  /** What it can be searched by: its names in characters, in pinyin and in initials. */
  keys: string[];
  /** How central it is in the graph, 0 to 1. */
  importance: number;
  /** Number of its community; 0 is the largest. */
  community: number;
  /** What a path pays for passing through it. */
  passing: number;
  /** Whether it is a place or newspaper that links all and nothing: paths go through it only if there is no other way. */
  hub: boolean;
  /** Where it stands in each layout that shows it. */
  positions: Positions;
  /** Present if it is one of the main points, which the page shows first and places itself. */
  isMain?: true;
  /** Its other names. */
  aliases?: string[];
  /** The administrative division that it is in, as far as known, and what says so. */
  at?: At;
  /** Numbers of the places where pages say that it is. */
  seats?: number[];
  /** Where no page says it: the article that names it and, in brackets, that article's city. */
  seenIn?: string;
  /** Dates of the first and the last article that mention it. */
  seen?: [first: string, last: string];
  /** Of an event: its kind, date and state. */
  event?: EventData;
  /** Why its names were joined to one entity. */
  joined?: JoinedBecause[];
}

/** Positions in two layouts, made by Python; the page runs no physics. */
export interface Positions {
  /** With everything unfolded. */
  unfolded: [x: number, y: number];
  /** In "who with whom"; only people and organisations with a tie have one. */
  who?: [x: number, y: number];
}

/** What is known of an event itself. */
export interface EventData {
  /** Its kind: meeting, visit, ceremony … */
  kind: string;
  /** When it took place, as precise as printed. */
  date?: string;
  /** Its state, as of a fact. */
  status: string;
}

/** One thing that one article says. */
export interface Fact {
  /** Its permanent id, as in the other exports. */
  id: string;
  /** What it is: a relation of two entities, an attribute with a printed value, or a part that someone had in an event. */
  family: "relation" | "attribute" | "role";
  /** Number of the node that it is about. */
  subject: number;
  /** The predicate, the attribute or the role. */
  predicate: string;
  /** Number of the article that says it. */
  article: number;
  /** The words that say it, in the article's text. */
  ranges: Range[];
  /** How sure kg is, 0 to 1. */
  confidence: number;
  /** Where its evidence begins on the page as printed, counted in code points from 0. */
  offset: number;
  /** Number of the other node; an attribute and a bare post have none. */
  object?: number;
  /** The printed value of an attribute. */
  value?: string;
  /** More of what is said: names of qualifiers and their values. */
  qualifiers?: [name: string, value: string][];
  /** Its state, unless it is plainly stated. */
  status?: string;
  /** Present if the quote crosses a join of columns that is not certain. */
  weak?: true;
  /** How many independent sources say the same, if more than one: different issues or papers, different reporters. */
  sources?: number;
  /** How many articles say the same, if more than there are independent sources. */
  tellings?: number;
  /** Present if several articles say the same, all of them on one page. */
  onePage?: true;
}

/** Two nodes with a fact between them; the cost is -1 if all that links them is denied. */
export type LinkRow = [a: number, b: number, cost: number, facts: number[]];

/** Two who work together, how strongly, and through what. */
export type TieRow = [a: number, b: number, worth: number, via: ViaRow[]];

/** One reason of a tie: the node that both are tied to (-1: they are linked directly), its worth, the facts. */
export type ViaRow = [through: number, worth: number, facts: number[]];

/** Accounts that differ: the reason and, for each side, its facts. */
export type Clash = [reason: string, sides: number[][]];

/** A division: its full name and, as its place in the list, the division above it; -1 above a province. */
export type DivisionRow = [name: string, above: number];

/** Where something is: the division's place in the list, and whether a page states it, its name says it or, no more than a hint, all
 * articles that name it are of that city. */
export type At = [division: number, basis: "stated" | "name" | "seen"];

/** A project's life: the project, the whole that it is a phase of (or -1), its steps in order. */
export type LifeLineRow = [node: number, whole: number, steps: LifeStep[]];

/** One step: its stage, the printed words, its date (null if the page gives none), whether it lay ahead when printed, the fact that says it. */
export type LifeStep = [stage: string, printed: string, date: string | null, ahead: boolean, fact: number];

/** How pyvis draws the nodes, in their order: the label, in at most two lines, the symbol's radius and the label's height at zoom 1. */
export type LookRow = [label: string, size: number, font: number];
