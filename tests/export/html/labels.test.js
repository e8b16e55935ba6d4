import assert from "node:assert/strict";
import { test } from "node:test";
import { arrange } from "../../../kg/export/html/templates/scenes/arrange.js";
import { crosses, labelBox, overlap } from "../../../kg/export/html/templates/scenes/boxes.js";
import { LEAST_FONT, placeLabels } from "../../../kg/export/html/templates/scenes/labels.js";

const node = (id, x, y, more = {}) => ({
  id,
  label: "某某公司",
  x,
  y,
  size: 8,
  font: 17,
  shape: "dot",
  colour: "#000000",
  community: 0,
  ...more,
});
const edge = (id, from, to) => ({ id, from, to, width: 1, weak: false });
const scene = (nodes, edges = [], more = {}) => ({ nodes, edges, grounds: [], ...more });

test("a line passes through a box or beside it", () => {
  const box = { left: 0, top: 0, right: 10, bottom: 10 };
  assert.equal(crosses({ from: { x: -5, y: 5 }, to: { x: 15, y: 5 } }, box), true);
  assert.equal(crosses({ from: { x: -5, y: 5 }, to: { x: -1, y: 5 } }, box), false);
  assert.equal(crosses({ from: { x: -5, y: -1 }, to: { x: 15, y: -1 } }, box), false);
  assert.equal(crosses({ from: { x: -5, y: 3 }, to: { x: 3, y: -5 } }, box), false);
  assert.equal(crosses({ from: { x: -4, y: 6 }, to: { x: 6, y: -4 } }, box), true);
  assert.equal(crosses({ from: { x: -5, y: 5 }, to: { x: 5, y: -5 } }, box), true);
  assert.equal(crosses({ from: { x: 4, y: 4 }, to: { x: 4, y: 4 } }, box), true);
});

test("names keep off one another at every zoom, the larger first", () => {
  const crowd = Array.from({ length: 40 }, (_, i) => node(i, (i % 8) * 60, Math.floor(i / 8) * 40, { font: 17 + (i % 5) }));
  for (const scale of [0.05, 0.3, 1, 3]) {
    const labels = placeLabels(scene(crowd), scale);
    assert.ok(labels.length > 0);
    assert.ok(labels.every(({ font }) => font >= LEAST_FONT));
    labels.forEach((a, i) => labels.slice(0, i).forEach((b) => assert.equal(overlap(a.box, b.box), 0)));
  }
  assert.equal(placeLabels(scene(crowd), 0.05)[0].of, 4);
});

test("a name moves to the side where no line passes; in a clear scene it is left out where there is none", () => {
  const below = [edge("e", 0, 1)],
    pair = [node(0, 0, 0), node(1, 0, 300)];
  assert.equal(placeLabels(scene(pair, below), 1).find(({ of }) => of === 0)?.side, "above");
  const star = [node(0, 0, 0), ...[[0, 90], [0, -90], [90, 0], [-90, 0]].map(([x, y], i) => node(i + 1, x, y, { label: " " }))]; // prettier-ignore
  const rays = [1, 2, 3, 4].map((end) => edge("r" + end, 0, end));
  assert.equal(placeLabels(scene(star, rays), 1).length, 1);
  assert.equal(placeLabels(scene(star, rays, { isClear: true }), 1).length, 0);
});

test("what is dimmed bears no name", () => {
  assert.deepEqual(placeLabels(scene([node(0, 0, 0, { dim: true })]), 1), []);
});

test("an arrangement leaves every name free, and is the same every time", () => {
  const things = Array.from({ length: 24 }, (_, i) => ({ radius: 9, width: 90, height: 30, isMark: i > 20 }));
  const links = Array.from({ length: 23 }, (_, i) => /** @type {[number, number]} */ ([i + 1, Math.floor(i / 3)]));
  const page = { width: 1000, height: 700 };
  const spots = arrange(things, links, page);
  const boxes = things.map((thing, i) => labelBox(spots[i], thing.radius, thing, spots[i].side));
  boxes.forEach((box, i) => {
    boxes.slice(0, i).forEach((other) => assert.equal(overlap(box, other), 0));
    links.forEach(([a, b]) => assert.equal(crosses({ from: spots[a], to: spots[b] }, box), false));
    assert.ok(box.left >= 0 && box.top >= 0 && box.right <= page.width && box.bottom <= page.height);
  });
  assert.deepEqual(arrange(things, links, page), spots);
});

test("what is still in the way after the first moves is moved again: stars on a page hardly larger than their names", () => {
  const things = Array.from({ length: 36 }, () => ({ radius: 8, width: 110, height: 30, isMark: false }));
  const links = Array.from({ length: 32 }, (_, i) => /** @type {[number, number]} */ ([i + 4, i % 4]));
  const page = { width: 340, height: 1000 };
  const spots = arrange(things, links, page);
  const boxes = things.map((thing, i) => labelBox(spots[i], thing.radius, thing, spots[i].side));
  const faults = boxes.filter((box, i) => {
    const isCrossed = links.some(([a, b]) => crosses({ from: spots[a], to: spots[b] }, box));
    return isCrossed || boxes.some((other, j) => i !== j && overlap(box, other)) || box.left < 0 || box.right > page.width;
  });
  assert.deepEqual(faults, []);
});
