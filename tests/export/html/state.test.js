import assert from "node:assert/strict";
import { test } from "node:test";
import { isNotAfter } from "../../../kg/export/html/templates/model/filter.js";
import { listOf, toggled } from "../../../kg/export/html/templates/model/lists.js";
import { findNames } from "../../../kg/export/html/templates/model/search.js";
import { readHash, selectionOf, writeHash } from "../../../kg/export/html/templates/model/state.js";
import { smallModel } from "./small_model.js";

const { model, state } = smallModel({ nodes: { 甲: {}, 乙: {} }, facts: [["甲", "乙"]] });

test("links that people have sent keep their meaning", () => {
  const hash = "#v=who&sel=id-%E7%94%B2&ht=person&hp=p%3Asupplies&conf=80&a=x&b=y&p=2&l=en";
  const read = readHash(hash, state());
  assert.equal(writeHash(read, state()), hash);
  assert.deepEqual([read.view, read.selected, read.confidence, read.language], ["who", "id-甲", "80", "en"]);
});

test("a hash holds only what differs from the start", () => {
  assert.equal(writeHash(state(), state()), "#");
  assert.deepEqual(readHash("", state()), state());
});

test("a broken hash is read as far as it goes", () => {
  const read = readHash("#v=nothing&l=de&other=1&__proto__=x", state());
  assert.deepEqual(read, state());
});

test("a selection is a node, a pair, a community, an article, or nothing", () => {
  const kind = (selected) => selectionOf(model, state({ selected })).kind;
  assert.deepEqual(["", "id-甲", "id-甲~id-乙", "g0", "@article", "@article~fact0"].map(kind), [
    "none",
    "node",
    "pair",
    "group",
    "article",
    "article",
  ]);
  assert.deepEqual(["id-丙", "id-甲~id-丙", "g9", "@none", "<script>"].map(kind), Array(5).fill("none"));
});

test("lists are switched item by item", () => {
  assert.deepEqual(listOf(toggled("a,b", "c", true)), ["a", "b", "c"]);
  assert.deepEqual(listOf(toggled("a,b", "a", false)), ["b"]);
  assert.deepEqual(listOf(""), []);
});

test("dates are compared as far as both are known", () => {
  assert.ok(isNotAfter("2022-11", "2022-11-30"));
  assert.ok(isNotAfter("2022-11-30", "2022-11"));
  assert.ok(!isNotAfter("2022-12-01", "2022-11-30"));
  assert.ok(isNotAfter("11-30", "2021-12-01"));
  assert.ok(!isNotAfter("12-01", "2022-11-30"));
});

test("a name is found by whole keys, beginnings, then parts; entities before events", () => {
  const { model: names } = smallModel({
    nodes: {
      part: { keys: ["axjb"] },
      start: { keys: ["xjb"] },
      whole: { keys: ["xj"] },
      event: { keys: ["xj"], type: "event", importance: 1 },
    },
  });
  assert.deepEqual(findNames(names, "XJ ").map(({ name }) => name), ["whole", "event", "start", "part"]); // prettier-ignore
  assert.deepEqual(findNames(names, "  "), []);
});
