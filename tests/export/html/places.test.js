import assert from "node:assert/strict";
import { test } from "node:test";
import { factFilter } from "../../../kg/export/html/templates/model/filter.js";
import { places, PROVINCES } from "../../../kg/export/html/templates/model/places.js";
import { smallModel } from "./small_model.js";

const MADE = {
  nodes: { 甲: { at: [2, "stated"] }, 乙: { at: [1, "seen"] }, 丙: { at: [1, "name"] }, 丁: { type: "person" }, 戊: {}, 己: { at: [3, "name"] } },
  facts: [["甲", "乙"], ["丙", "丁"], ["戊", "甲", { confidence: 0.4 }], ["己", undefined, { value: "3" }]],
  divisions: [["河南省", -1], ["许昌市", 0], ["建安区", 1], ["广东省", -1]],
}; // prettier-ignore
const told = (model, area) => [
  area.name,
  area.count,
  area.things.map(({ node, basis }) => model.nodes[node].name + basis).join(),
  ...area.below.map((one) => told(model, one)),
];

test("things stand in their division, the surest basis first, and are counted in those above", () => {
  const { model, state } = smallModel(MADE);
  const { provinces } = places(model, factFilter(model, state()));
  assert.deepEqual(
    provinces.map((area) => told(model, area)),
    [
      ["河南省", 3, "", ["许昌市", 3, "丙name,乙seen", ["建安区", 1, "甲stated"]]],
      ["广东省", 1, "己name"],
    ],
  );
});

test("what nothing says the place of is told apart, people are not asked for", () => {
  const { model, state } = smallModel(MADE);
  assert.deepEqual(places(model, factFilter(model, state())).unplaced.map((number) => model.nodes[number].name), ["戊"]); // prettier-ignore
});

test("filters only remove", () => {
  const { model, state } = smallModel(MADE);
  assert.deepEqual(places(model, factFilter(model, state({ confidence: "50" }))).unplaced, []);
  const { provinces } = places(model, factFilter(model, state({ hiddenPredicates: "p:supplies" })));
  assert.deepEqual(provinces.map(({ name }) => name), ["广东省"]); // prettier-ignore
});

test("the sketch holds every province once, no two on one square", () => {
  assert.equal(new Set(PROVINCES.map(([name]) => name)).size, 34);
  assert.equal(new Set(PROVINCES.map(([, column, row]) => `${column} ${row}`)).size, 34);
});
