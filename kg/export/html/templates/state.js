"use strict";
// What is looked at, kept in the URL's hash: a view can be sent to a colleague, and back and forward work.

const START = {
  v: "graph",
  sel: "",
  ht: "",
  hp: "",
  art: "",
  from: "",
  to: "",
  conf: "0",
  src: "1",
  und: "1",
  all: "",
  grp: NODES.length > LARGE ? "1" : "",
  open: "",
  a: "",
  b: "",
  p: "",
  l: "zh",
};
let S = readState();

function readState() {
  const state = { ...START };
  for (const [key, value] of new URLSearchParams(location.hash.slice(1))) if (key in START) state[key] = value;
  if (!["graph", "who", "trace", "list"].includes(state.v)) state.v = START.v;
  if (state.l !== "en") state.l = "zh";
  return state;
}

function hashOf(state) {
  const params = new URLSearchParams();
  for (const key of Object.keys(START)) if (state[key] !== START[key]) params.set(key, state[key]);
  return "#" + params.toString();
}

function go(patch, replace = false) {
  const hash = hashOf({ ...S, ...patch });
  if (hash === hashOf(S)) return;
  if (replace) location.replace(hash);
  else location.hash = hash;
}

const listOf = (key) => S[key].split(",").filter(Boolean);
const toggled = (key, value, on) => {
  const rest = listOf(key).filter((item) => item !== value);
  return (on ? [...rest, value] : rest).join(",");
};

// A selection is a node's id, two of them with ~ between, @ and an article's id with an optional fact, or g and a community.
function selection() {
  const [head, tail] = S.sel.split("~");
  if (!S.sel) return { kind: "none" };
  if (S.sel.startsWith("@"))
    return ARTICLE_NUMBER.has(head.slice(1))
      ? { kind: "article", article: ARTICLE_NUMBER.get(head.slice(1)), fact: FACTS.find((f) => f.id === tail) }
      : { kind: "none" };
  if (/^g\d+$/.test(S.sel) && DATA.groups[Number(S.sel.slice(1))]) return { kind: "group", group: Number(S.sel.slice(1)) };
  if (!NUMBER.has(head)) return { kind: "none" };
  if (tail !== undefined) return NUMBER.has(tail) ? { kind: "pair", a: NUMBER.get(head), b: NUMBER.get(tail) } : { kind: "none" };
  return { kind: "node", node: NUMBER.get(head) };
}
const selectNode = (number) => go({ sel: NODES[number].id });
const selectPair = (a, b) => go({ sel: NODES[a].id + "~" + NODES[b].id });
