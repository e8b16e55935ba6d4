import assert from "node:assert/strict";
import { test } from "node:test";
import { factFilter } from "../../../kg/export/html/templates/model/filter.js";
import { timeline } from "../../../kg/export/html/templates/model/timeline.js";
import { smallModel } from "./small_model.js";

const article = (id, date) => ({ id, page: 0, number: 1, headline: id, date, text: "正文。" });
const event = (date) => ({ type: "event", event: { kind: "k", status: "stated", ...(date && { date }) } });
const role = (subject, happening, article_, predicate = "host") => [subject, happening, { family: "role", predicate, article: article_ }];

const MADE = {
  nodes: { 甲: {}, 乙: { type: "person" }, 庚: { type: "project" }, 会: event("2021-03-02"), 谈: event("11-29"), 访: event() },
  facts: [
    role("甲", "会", 1),
    role("乙", "会", 1, "attendee"),
    role("乙", "谈", 2),
    role("乙", "访", 3),
    ["甲", "庚", { article: 0, confidence: 0.4 }],
    ["庚", undefined, { predicate: "status", value: "签约", article: 0 }],
  ],
  articles: [article("a", "2021-01-05"), article("b", "2021-03-03"), article("c", "11-30"), article("d", undefined)],
  lifeLines: [[2, -1, [["signed", "签约", "2021", false, 5]]]],
};
const shown = (model, state) =>
  timeline(model, factFilter(model, state)).map(({ key, entries }) => [
    key,
    entries.map(({ line, article: said, facts }) => (line ? model.nodes[line.other].name : "《" + model.articles[said].id + "》" + facts.length)).join(),
  ]); // prettier-ignore

test("events and steps stand at their days, the rest at the day of its article; unknown years and days at the end", () => {
  const { model, state } = smallModel(MADE);
  assert.deepEqual(shown(model, state()), [
    ["2021", "庚"],
    ["2021-01", "《a》1"],
    ["2021-03", "会"],
    ["--11", "谈"],
    ["none", "访"],
  ]);
});

test("every fact that passes stands in the timeline once, and no other", () => {
  const { model, state } = smallModel(MADE);
  const facts = (changes) => timeline(model, factFilter(model, state(changes))).flatMap(({ entries }) => entries.flatMap((entry) => entry.facts)); // prettier-ignore
  assert.deepEqual(facts().sort(), [0, 1, 2, 3, 4, 5]);
  assert.deepEqual(facts({ confidence: "50" }).sort(), [0, 1, 2, 3, 5]);
  assert.deepEqual(facts({ hiddenTypes: "event,project" }), []);
  assert.deepEqual(facts({ hiddenTypes: "person" }).sort(), [0, 4, 5]);
});

test("an event names those whose part passes the filters", () => {
  const { model, state } = smallModel(MADE);
  const named = (changes) =>
    timeline(model, factFilter(model, state(changes)))
      .flatMap(({ entries }) => entries)
      .find(({ line }) => line?.other === 3)
      .line.named.map(({ node }) => model.nodes[node].name);
  assert.deepEqual(named(), ["甲", "乙"]);
  assert.deepEqual(named({ hiddenPredicates: "r:attendee" }), ["甲"]);
});

test("an event that two articles tell is one entry with the facts of both", () => {
  const { model, state } = smallModel({ ...MADE, sameEvents: [[3, 5]] });
  const entries = timeline(model, factFilter(model, state())).flatMap((period) => period.entries);
  assert.deepEqual(entries.find(({ line }) => line?.other === 3).facts, [0, 1, 3]);
  assert.equal(entries.filter(({ line }) => line?.other === 5).length, 0);
});
