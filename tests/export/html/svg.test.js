import assert from "node:assert/strict";
import { test } from "node:test";
import { svgText } from "../../../kg/export/html/templates/files/svg.js";
import { graphScene } from "../../../kg/export/html/templates/scenes/graph.js";
import { smallModel } from "./small_model.js";

const STYLE = { surface: "#ffffff", ink: "#000000", line: "#bbbbbb", accent: "#ff0000", face: '"Some Sans", sans-serif' };

test("every node is a symbol with its name, every edge a line between two", () => {
  const { model, state } = smallModel({ nodes: { "甲<b>": {}, 乙: {} }, facts: [["甲<b>", "乙", { confidence: 0.3 }]] });
  const text = svgText(model, graphScene(model, state({ everything: "1" })), STYLE);
  assert.equal(text.match(/<path /g)?.length, 2);
  assert.match(text, /<title>甲&#60;b&#62;<\/title>/);
  assert.match(text, /<line x1="0" y1="20" x2="400" y2="20" stroke="#bbbbbb" stroke-width="1.9" stroke-dasharray="6 5"\/>/);
  assert.match(text, /font-family="&#34;Some Sans&#34;, sans-serif"/);
});
