import assert from "node:assert/strict";
import { test } from "node:test";
import { Heap } from "../../../kg/export/html/templates/model/heap.js";

test("items come out by price, whatever the order they went in", () => {
  const heap = new Heap();
  const prices = Array.from({ length: 500 }, (_, i) => (i * 7919) % 101);
  for (const price of prices) heap.push(price, price);
  const out = [];
  while (!heap.isEmpty) out.push(heap.pop());
  assert.deepEqual(
    out,
    [...prices].sort((a, b) => a - b),
  );
});

test("it can be filled again after it was empty", () => {
  const heap = new Heap();
  heap.push(1, "a");
  assert.equal(heap.pop(), "a");
  heap.push(3, "c");
  heap.push(2, "b");
  assert.deepEqual([heap.pop(), heap.pop(), heap.isEmpty], ["b", "c", true]);
});
