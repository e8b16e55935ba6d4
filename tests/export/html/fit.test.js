import assert from "node:assert/strict";
import { test } from "node:test";
import { phrase, setLanguage } from "../../../kg/export/html/templates/i18n.js";
import { fitted } from "../../../kg/export/html/templates/scenes/fit.js";
import { badgeOf, placeLabels } from "../../../kg/export/html/templates/scenes/labels.js";
import { overlap } from "../../../kg/export/html/templates/scenes/boxes.js";
import { spreadOver } from "../../../kg/export/html/templates/scenes/spread.js";

const node = (id, x, y, more = {}) => ({
  id,
  label: "某某股份有限公司",
  x,
  y,
  size: 8,
  font: 17,
  shape: "dot",
  colour: "#000",
  community: 0,
  ...more,
});
const scene = (nodes, more = {}) => ({ nodes, edges: [], grounds: [], ...more });
const WIDE = { width: 1000, height: 500 };

test("a scene fits with the names that are written", () => {
  const made = scene([node(0, 0, 0), node(1, 3000, 0), node(2, 1500, 900)]);
  const { scale, box } = fitted(made, WIDE);
  assert.ok(scale < 1000 / 3000);
  assert.ok(placeLabels(made, scale).every(({ box: name }) => name.left >= box.left && name.right <= box.right));
  assert.ok(box.right - box.left <= WIDE.width * 1.02 && box.bottom - box.top <= WIDE.height * 1.02);
});

test("a small scene is not blown up; an arranged one that is too high keeps its size and is shown from its top", () => {
  assert.equal(fitted(scene([node(0, 0, 0)]), WIDE).scale, 1);
  const high = [node(0, 400, 0), node(1, 400, 2000)];
  const shown = fitted(scene(high, { isArranged: true }), WIDE);
  assert.deepEqual([shown.scale, shown.isHigh], [1, true]);
  assert.equal(fitted(scene(high), WIDE).isHigh, false);
});

test("a layout is turned for a high page and stretched to fill it, no more than twofold", () => {
  const flat = /** @type {[number, number][]} */ ([[0, 0], [400, 0], [400, 200], [0, 200]]); // prettier-ignore
  assert.deepEqual(spreadOver(flat, { width: 400, height: 300 })([400, 200]), { x: 400, y: 300 });
  assert.deepEqual(spreadOver(flat, { width: 200, height: 600 })([400, 200]), { x: 200, y: 600 });
  assert.equal(Math.round(spreadOver(flat, { width: 400, height: 390 })([400, 200]).y), 390);
  assert.deepEqual(spreadOver(flat, { width: 9000, height: 1000 })([400, 200]), { x: 800, y: 200 });
});

test("a name keeps off the badge that counts folded neighbours", () => {
  const made = scene([node(0, 0, 0, { folded: 31, side: "right" })]);
  const badge = badgeOf(made, made.nodes[0], 1);
  assert.equal(badge?.text, "+31");
  assert.equal(overlap(placeLabels(made, 1)[0].box, badge.box), 0);
  assert.equal(badgeOf({ ...made, isClear: true }, made.nodes[0], 1), undefined);
  assert.equal(badgeOf(made, made.nodes[0], 0.3), undefined);
});

test("a number agrees with its noun in English", () => {
  setLanguage("en");
  assert.equal(phrase("narticles", 1), "1 article");
  assert.equal(phrase("narticles", 2), "2 articles");
  assert.equal(phrase("showing", 3, 9, 1), "3 of 9 nodes, 1 link shown");
  setLanguage("zh");
  assert.equal(phrase("narticles", 1), "1 篇");
});
