import assert from "node:assert/strict";
import { test } from "node:test";
import { graphScene, ungroupedScene } from "../../../kg/export/html/templates/scenes/graph.js";
import { hull } from "../../../kg/export/html/templates/scenes/hull.js";
import { traceScene } from "../../../kg/export/html/templates/scenes/trace.js";
import { whoScene } from "../../../kg/export/html/templates/scenes/who_with_whom.js";
import { smallModel } from "./small_model.js";

const folded = { positions: { unfolded: [9, 9] }, isMain: undefined };
const MADE = {
  nodes: { 甲: {}, 乙: {}, 丙: folded, 丁: { ...folded, type: "person" } },
  facts: [
    ["甲", "乙"],
    ["乙", "丙"],
    ["丙", "丁", { confidence: 0.4 }],
  ],
};
const names = ({ nodes }) => nodes.map(({ label }) => label).join("");

test("the overview shows the main points and counts what is folded", () => {
  const { model, state } = smallModel(MADE);
  const scene = graphScene(model, state());
  assert.equal(names(scene), "甲乙");
  assert.deepEqual(scene.nodes.map((node) => node.folded), [0, 1]); // prettier-ignore
  const again = graphScene(model, state({ confidence: "50" }));
  assert.deepEqual(again.nodes.map(({ x, y }) => [x, y]), scene.nodes.map(({ x, y }) => [x, y])); // prettier-ignore
});

test("an unfolded node brings its neighbours, each to a spot of its own", () => {
  const { model, state } = smallModel(MADE);
  const scene = graphScene(model, state({ opened: "id-乙,id-丙" }));
  assert.equal(names(scene), "甲乙丙丁");
  assert.equal(new Set(scene.nodes.map(({ x, y }) => `${x} ${y}`)).size, 4);
});

test("a filter only removes", () => {
  const { model, state } = smallModel(MADE);
  assert.equal(names(graphScene(model, state({ confidence: "50" }))), "甲乙");
  assert.equal(names(graphScene(model, state({ everything: "1", confidence: "50" }))), "甲乙丙");
  assert.equal(names(graphScene(model, state({ everything: "1", hiddenTypes: "person" }))), "甲乙丙");
  assert.equal(names(graphScene(model, state({ hiddenPredicates: "p:supplies" }))), "");
});

test("what is picked is lit with its neighbours, the rest is dimmed", () => {
  const { model, state } = smallModel(MADE);
  const scene = graphScene(model, state({ everything: "1", selected: "id-甲" }));
  assert.deepEqual(scene.nodes.map(({ dim }) => dim), [false, false, true, true]); // prettier-ignore
  assert.equal(scene.edges[0].label, "〔supplies〕");
  const pair = graphScene(model, state({ everything: "1", selected: "id-甲~id-乙" }));
  assert.deepEqual(pair.edges.map(({ picked }) => picked), [true, false, false]); // prettier-ignore
});

test("a community is one node until it is opened; a list shows its members", () => {
  const { model, state } = smallModel(MADE);
  assert.deepEqual(graphScene(model, state({ grouped: "1" })).nodes.map(({ id }) => id), ["g0"]); // prettier-ignore
  assert.equal(names(graphScene(model, state({ grouped: "1", opened: "g0" }))), "甲乙丙丁");
  assert.equal(names(ungroupedScene(model, state({ grouped: "1" }))), "甲乙丙丁");
});

test("who with whom leaves pairs out that are tied to nobody else, unless one is picked", () => {
  const nodes = { 甲: {}, 乙: {}, 丙: {}, 丁: {}, 戊: {} };
  const ties = [
    ["甲", "乙", [[undefined, [0]]]],
    ["乙", "丙", [[undefined, [0]]]],
    ["丁", "戊", [[undefined, [0]]]],
  ];
  const { model, state } = smallModel({ nodes, facts: [["甲", "乙"]], ties });
  assert.equal(names(whoScene(model, state({ view: "who" }))), "甲乙丙");
  assert.equal(names(whoScene(model, state({ view: "who", selected: "id-丁" }))), "甲乙丙丁戊");
  assert.equal(names(whoScene(model, state({ view: "who", confidence: "90" }))), "");
});

test("a trace draws its paths below one another", () => {
  const facts = [["甲", "乙"], ["乙", "丁"], ["甲", "丙"], ["丙", "丁"]]; // prettier-ignore
  const { model, state } = smallModel({ nodes: MADE.nodes, facts });
  const scene = traceScene(model, state({ view: "trace", first: "id-甲", second: "id-丁", path: "1" }));
  assert.equal(names(scene), "甲乙丁丙");
  assert.deepEqual(scene.edges.map(({ picked }) => picked), [false, false, true, true]); // prettier-ignore
});

test("the hull holds the outer places only", () => {
  const corners = [[0, 0], [4, 0], [4, 4], [0, 4]].map(([x, y]) => ({ x, y })); // prettier-ignore
  assert.equal(hull([...corners, { x: 2, y: 2 }]).length, 4);
});
