import assert from "node:assert/strict";
import { test } from "node:test";
import { cell, csvText } from "../../../kg/export/html/templates/files/csv.js";
import { graphScene } from "../../../kg/export/html/templates/scenes/graph.js";
import { smallModel } from "./small_model.js";

function csv(made, changes = {}) {
  const { model, state } = smallModel(made);
  return csvText(model, state(changes), graphScene(model, state(changes)));
}

test("every visible fact is a row with its quote and its source", () => {
  const rows = csv({
    nodes: { 甲: {}, 乙: {} },
    facts: [["甲", "乙", { qualifiers: [["what", "电缆"]], ranges: [[0, 1]] }]],
  }).split("\r\n");
  assert.equal(
    rows[0],
    '\ufeff"subject","subject_type","predicate","label","object","object_type","qualifiers","status","confidence","sources","quote","headline","date","page","fact"',
  );
  assert.equal(
    rows[1],
    '"甲","company","supplies","〔supplies〕","乙","company","〔what〕：电缆","stated","0.8","1","正","标题","2022-11-30","page.txt","fact0"',
  );
  assert.deepEqual(rows.slice(2), [""]);
});

test("attributes follow, of visible nodes only", () => {
  const nodes = { 甲: {}, 乙: {}, 丙: {} };
  const attribute = { predicate: "capacity", value: "3吨" };
  const text = csv({
    nodes,
    facts: [
      ["甲", "乙"],
      ["甲", undefined, attribute],
      ["丙", undefined, attribute],
    ],
  });
  assert.match(text, /\r\n"甲","company","capacity","〔capacity〕","3吨","",/);
  assert.doesNotMatch(text, /"丙"/);
});

test("what the filters hide is no row", () => {
  const made = {
    nodes: { 甲: {}, 乙: {} },
    facts: [
      ["甲", "乙", { confidence: 0.9 }],
      ["甲", "乙", { confidence: 0.5 }],
      ["甲", undefined, { value: "1", confidence: 0.5 }],
    ],
  };
  assert.match(csv(made), /fact1.*fact2/s);
  assert.doesNotMatch(csv(made, { confidence: "80" }), /fact1|fact2/);
});

test("no cell is run as a formula, and quotes are doubled", () => {
  assert.equal(cell("=HYPERLINK(1)"), `"'=HYPERLINK(1)"`);
  for (const sign of ["+", "-", "@", "\t", "\r"]) assert.equal(cell(sign + "1")[1], "'");
  assert.equal(cell('甲"乙"'), '"甲""乙"""');
  assert.equal(cell(undefined), '""');
  assert.equal(cell(0), '"0"');
});

test("line breaks within a quote are no part of it", () => {
  const articles = [{ id: "a", page: 0, number: 1, text: "甲供\n乙。" }];
  assert.match(csv({ nodes: { 甲: {}, 乙: {} }, facts: [["甲", "乙", { ranges: [[0, 4]] }]], articles }), /"甲供乙"/);
});
