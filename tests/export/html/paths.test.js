import assert from "node:assert/strict";
import { test } from "node:test";
import { bestPaths, surest } from "../../../kg/export/html/templates/model/paths.js";
import { smallModel } from "./small_model.js";

/** The paths between two nodes as names. */
function found(made, a, b, top) {
  const { model, number } = smallModel(made);
  return bestPaths(model, number(a), number(b), top).map(({ nodes }) => nodes.map((one) => model.nodes[one].name).join(""));
}
const plain = (names) => Object.fromEntries([...names].map((name) => [name, {}]));
const links = (text) => text.split(" ").map(([a, b]) => [a, b]);

test("the cheapest path comes first, though it has more steps", () => {
  assert.deepEqual(found({ nodes: plain("ABC"), facts: links("AC AB BC"), costs: { "A~C": 5 } }, "A", "C"), ["AC", "ABC"].reverse());
});

test("a step pays half of what its ends cost to pass", () => {
  const { model, number } = smallModel({ nodes: { A: { passing: 2 }, B: { passing: 4 }, C: { passing: 0 } }, facts: links("AB BC") });
  assert.equal(bestPaths(model, number("A"), number("C"))[0].price, 1 + 3 + 1 + 2);
});

test("what is only denied links nobody", () => {
  assert.deepEqual(found({ nodes: plain("AB"), facts: links("AB"), costs: { "A~B": -1 } }, "A", "B"), []);
  assert.deepEqual(found({ nodes: plain("ABC"), facts: links("AB AC CB"), costs: { "A~B": -1 } }, "A", "B"), ["ACB"]);
});

test("no path leads through a place while there is one around it", () => {
  const nodes = { ...plain("ABC"), P: { hub: true, type: "place" } };
  assert.deepEqual(found({ nodes, facts: links("AP PB AC CB"), costs: { "A~C": 9 } }, "A", "B"), ["ACB"]);
});

test("where only a place links two, the path says so", () => {
  const { model, number } = smallModel({ nodes: { ...plain("AB"), P: { hub: true } }, facts: links("AP PB") });
  assert.deepEqual(bestPaths(model, number("A"), number("B")), [{ nodes: [0, 2, 1], price: 2, hub: true }]);
});

test("a place may be an end", () => {
  assert.deepEqual(found({ nodes: { A: {}, P: { hub: true } }, facts: links("AP") }, "A", "P"), ["AP"]);
});

test("a path that only adds a detour to another is left out", () => {
  assert.deepEqual(found({ nodes: plain("AXYD"), facts: links("AX XD XY YD") }, "A", "D"), ["AXD"]);
});

test("at most so many paths are given", () => {
  const inner = [..."BCDEFGH"];
  const facts = inner.flatMap((one) => [
    ["A", one],
    [one, "Z"],
  ]);
  assert.equal(found({ nodes: plain("ABCDEFGHZ"), facts }, "A", "Z").length, 5);
  assert.equal(found({ nodes: plain("ABCDEFGHZ"), facts }, "A", "Z", 3).length, 3);
});

test("no path has a loop and each is given once", () => {
  const names = [..."ABCDEF"];
  const facts = names.flatMap((a, i) => names.slice(i + 1).map((b) => [a, b]));
  const all = found({ nodes: plain(names.join("")), facts, costs: { "A~F": 10 } }, "A", "F", 40);
  assert.equal(new Set(all).size, all.length);
  for (const path of all) assert.equal(new Set(path).size, path.length);
});

test("two that nothing links have no path", () => {
  assert.deepEqual(found({ nodes: plain("ABC"), facts: links("AB") }, "A", "C"), []);
});

test("the surest fact of a link comes first, what is denied last", () => {
  const { model } = smallModel({
    nodes: plain("AB"),
    facts: [
      ["A", "B", { confidence: 0.9, status: "denied" }],
      ["A", "B", { confidence: 0.6 }],
      ["A", "B", { confidence: 0.8, weak: true }],
      ["A", "B", { confidence: 0.8 }],
    ],
  });
  assert.deepEqual(surest(model, model.links[0]), [3, 2, 1, 0]);
});
