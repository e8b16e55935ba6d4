import assert from "node:assert/strict";
import { test } from "node:test";
import { graphmlText } from "../../../kg/export/html/templates/files/graphml.js";
import { xml } from "../../../kg/export/html/templates/files/xml.js";
import { graphScene } from "../../../kg/export/html/templates/scenes/graph.js";
import { whoScene } from "../../../kg/export/html/templates/scenes/who_with_whom.js";
import { smallModel } from "./small_model.js";

const NODES = { 甲: {}, 乙: {}, 丙: {} };
const FACTS = [
  ["甲", "乙"],
  ["乙", "丙", { qualifiers: [["what", "<电缆>"]] }],
];

test("a fact is an edge between nodes that are there, with its quote", () => {
  const { model, state } = smallModel({ nodes: NODES, facts: FACTS });
  const text = graphmlText(model, graphScene(model, state()), false);
  const nodes = [...text.matchAll(/<node id="(n\d+)">/g)].map(([, id]) => id);
  const edges = [...text.matchAll(/<edge id="(\w+)" source="(n\d+)" target="(n\d+)">/g)];
  assert.deepEqual(nodes, ["n0", "n1", "n2"]);
  assert.deepEqual(
    edges.map(([, id, from, to]) => [id, from, to]),
    [
      ["fact0", "n0", "n1"],
      ["fact1", "n1", "n2"],
    ],
  );
  assert.match(text, /<data key="iri">id-甲<\/data><data key="name">甲<\/data><data key="type">company<\/data>/);
  assert.match(text, /<data key="quote">正文<\/data><data key="confidence">0.8<\/data><data key="article">article<\/data>/);
  assert.match(text, /<data key="qualifiers">〔what〕：&#60;电缆&#62;<\/data>/);
});

test("every key that is used is declared", () => {
  const { model, state } = smallModel({ nodes: NODES, facts: FACTS });
  const text = graphmlText(model, graphScene(model, state()), false);
  const declared = new Set([...text.matchAll(/<key id="(\w+)"/g)].map(([, id]) => id));
  for (const [, key] of text.matchAll(/<data key="(\w+)"/g)) assert.ok(declared.has(key), key);
});

test("in who with whom a tie is an edge that says through what", () => {
  const ties = [
    [
      "甲",
      "乙",
      [
        ["丙", [0]],
        [undefined, [0]],
      ],
    ],
  ];
  const { model, state } = smallModel({ nodes: NODES, facts: FACTS, ties });
  const text = graphmlText(model, whoScene(model, state({ view: "who" })), true);
  assert.match(text, /<edge id="t0" source="n0" target="n1"><data key="predicate">works_with<\/data>/);
  assert.match(text, /<data key="through">通过 丙; 直接关系 · 〔supplies〕<\/data>/);
});

test("a community is a node with its label", () => {
  const { model, state } = smallModel({ nodes: NODES, facts: FACTS });
  const text = graphmlText(model, graphScene(model, state({ grouped: "1" })), false);
  assert.match(text, /<node id="ng0"><data key="name">甲\n\(3\)<\/data><\/node>/);
});

test("text is as XML may hold it", () => {
  assert.equal(xml(`<a href="'">&`), "&#60;a href=&#34;&#39;&#34;&#62;&#38;");
  assert.equal(xml("甲\u0000\u001b乙\ud800丙𠮷"), "甲\ufffd\ufffd乙\ufffd丙𠮷");
  assert.equal(xml(undefined), "");
});
