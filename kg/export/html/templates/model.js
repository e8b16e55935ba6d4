"use strict";
// The data as the page uses it: nodes, facts, links and articles by number, and what each filter leaves alive.

const DATA = JSON.parse($("data").textContent);
const NET = JSON.parse($("net").textContent);
const NODES = DATA.nodes,
  FACTS = DATA.facts,
  ARTICLES = DATA.articles;
const LINKS = DATA.links.map(([a, b, cost, facts], id) => ({ id, a, b, cost, facts }));
const TIES = DATA.ties.map(([a, b, worth, via], id) => ({
  id,
  a,
  b,
  worth,
  via: via.map(([through, value, facts]) => ({ through, worth: value, facts })),
}));
const NUMBER = new Map(NODES.map((node, i) => [node.id, i]));
const ARTICLE_NUMBER = new Map(ARTICLES.map((article, i) => [article.id, i]));
const LARGE = 5000;

const table = (terms) => new Map(terms.map((term) => [term.id, term]));
const TYPES = table(DATA.terms.types),
  PREDICATES = table(DATA.terms.predicates),
  ATTRIBUTES = table(DATA.terms.attributes);
const ROLES = table(DATA.terms.roles),
  KINDS = table(DATA.terms.kinds),
  STATUSES = table(DATA.terms.statuses),
  QUALIFIERS = table(DATA.terms.qualifiers);
const PROJECT_ROLES = table(DATA.terms.project_roles);

NODES.forEach((node, i) => {
  Object.assign(node, { number: i, facts: [], links: [] });
  const drawn = NET.nodes[i];
  Object.assign(node, { label: drawn.label, size: drawn.size, font: drawn.font.size, shape: drawn.shape, colour: drawn.color });
});
FACTS.forEach((fact, i) => {
  fact.number = i;
  NODES[fact.s].facts.push(i);
  if (fact.o !== undefined && fact.o !== fact.s) NODES[fact.o].facts.push(i);
});
LINKS.forEach((link) => {
  link.width = NET.edges[link.id].width;
  NODES[link.a].links.push(link);
  NODES[link.b].links.push(link);
});
const LINK_OF = new Map(LINKS.map((link) => [link.a + "~" + link.b, link]));
const linkBetween = (a, b) => LINK_OF.get(a + "~" + b) || LINK_OF.get(b + "~" + a);
const TIE_OF = new Map(TIES.map((tie) => [tie.a + "~" + tie.b, tie]));
const tieBetween = (a, b) => TIE_OF.get(a + "~" + b) || TIE_OF.get(b + "~" + a);
const otherEnd = (item, end) => (item.a === end ? item.b : item.a);
const articlesOf = (facts) => new Set(facts.map((i) => FACTS[i].a));
const nodeName = (number) => NODES[number].n || " ";

function predicate(fact) {
  const known = fact.f === "a" ? ATTRIBUTES : fact.f === "r" && fact.o !== undefined && NODES[fact.o].t === "event" ? ROLES : PREDICATES;
  return known.get(fact.p) || { id: fact.p, zh: fact.p, en: fact.p };
}
const family = (fact) => (fact.f === "a" ? "a" : NODES[fact.o ?? fact.s].t === "event" ? "r" : "p");
const predicateKey = (fact) => family(fact) + ":" + fact.p;

function qualifierText(fact) {
  return (fact.q || [])
    .map(([key, value]) => {
      const term = QUALIFIERS.get(key),
        role = key === "role" && PROJECT_ROLES.get(value);
      return (term ? termLabel(term) : key) + (language === "zh" ? "：" : ": ") + (role ? termLabel(role) : value);
    })
    .join(language === "zh" ? "；" : "; ");
}

function tell(fact) {
  const subject = nodeName(fact.s),
    term = termLabel(predicate(fact));
  if (fact.f === "a") return w("attribute", subject, term, fact.v);
  const target = fact.o === undefined ? "" : nodeName(fact.o),
    more = qualifierText(fact);
  if (family(fact) === "r") return w("directed", subject, target, term);
  const open = language === "zh" ? "（" : " (",
    close = language === "zh" ? "）" : ")";
  return `${subject} ${term} ${target}`.trim() + (more ? open + more + close : "");
}

// --- what is derived over articles -------------------------------------------------------------------------------

const SAME = new Map(),
  CLASHES = new Map();
for (const group of DATA.same)
  for (const event of group)
    SAME.set(
      event,
      group.filter((other) => other !== event),
    );
for (const clash of DATA.clashes) for (const fact of clash[1].flat()) CLASHES.set(fact, [...(CLASHES.get(fact) || []), clash]);
const LIVES = new Map(DATA.lives.map(([number, whole, steps]) => [number, { whole, steps }]));

// --- filters: a fact is alive when everything asked of it holds --------------------------------------------------

const monthDay = (date) => (/^\d{4}/.test(date) ? date.slice(5) : date);
function before(a, b) {
  const years = /^\d{4}/.test(a) && /^\d{4}/.test(b);
  const [x, y] = years ? [a, b] : [monthDay(a), monthDay(b)];
  const most = Math.min(x.length, y.length);
  return x.slice(0, most) <= y.slice(0, most);
}

function factTest(state) {
  const types = new Set(state.ht.split(",")),
    hidden = new Set(state.hp.split(","));
  const article = state.art ? ARTICLE_NUMBER.get(state.art) : undefined;
  const least = Number(state.conf) / 100,
    sources = Number(state.src);
  return (fact) =>
    !hidden.has(predicateKey(fact)) &&
    (article === undefined || fact.a === article) &&
    fact.c >= least &&
    (fact.n || 1) >= sources &&
    !types.has(NODES[fact.s].t) &&
    (fact.o === undefined || !types.has(NODES[fact.o].t)) &&
    inDates(ARTICLES[fact.a].d, state);
}

function inDates(date, state) {
  if (!state.from && !state.to) return true;
  if (!date) return state.und === "1";
  return (!state.from || before(state.from, date)) && (!state.to || before(date, state.to));
}
const narrowed = (state) => Boolean(state.art || state.from || state.to || Number(state.conf) || Number(state.src) > 1);
