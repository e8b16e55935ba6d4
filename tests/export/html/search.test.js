import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { distanceWithin } from "../../../kg/export/html/templates/model/closeness.js";
import { Finder, findNames, wordsOf } from "../../../kg/export/html/templates/model/search.js";
import { smallModel } from "./small_model.js";

const vendored = readFileSync(new URL("../../../kg/export/html/templates/vendor/minisearch.js", import.meta.url), "utf8");
const MiniSearch = new Function(vendored + "; return MiniSearchLibrary.default;")();

const nodes = { 许继集团: { keys: ["许继集团", "xujijituan", "xjjt"] }, 丁一: { type: "person", keys: ["丁一", "dingyi", "dy"] } };
const articles = [
  {
    id: "a",
    page: 0,
    number: 1,
    headline: "项目开工仪式举行",
    text: "项目开工仪式举行\n总投资四十八亿元。",
    bylines: [["记者", "王小二"]],
  },
];
const facts = [
  ["丁一", "许继集团", { predicate: "holds_post", qualifiers: [["title", "党委副书记"]] }],
  ["许继集团", undefined, { predicate: "capacity", value: "48亿元" }],
];
const { model } = smallModel({ nodes, facts, articles });
const finder = new Finder(model, MiniSearch);

test("a text's distance counts what is wrong in the best place", () => {
  assert.equal(distanceWithin("许继", "河南许继集团"), 0);
  assert.equal(distanceWithin("许纪集", "河南许继集团"), 1);
  assert.equal(distanceWithin("abc", ""), 3);
});

test("a wrong character of a name is forgiven, two of a short one are not", () => {
  assert.deepEqual(findNames(model, "许继集闭").map(({ name }) => name), ["许继集团"]); // prettier-ignore
  assert.deepEqual(findNames(model, "xujijltuan").map(({ name }) => name), ["许继集团"]); // prettier-ignore
  assert.deepEqual(findNames(model, "许记集闭"), []);
  assert.deepEqual(findNames(model, "丁二").map(({ name }) => name), ["丁一"]); // prettier-ignore
  assert.deepEqual(findNames(model, "甲一"), []);
});

test("Chinese is indexed by pairs of characters, the rest by words", () => {
  assert.deepEqual(wordsOf("总投资48亿元 ABC"), ["总投", "投资", "亿元", "48", "abc"]);
});

test("posts, sums, headlines, reporters and words are found, each as what it is", () => {
  assert.deepEqual(finder.find("党委副书计").map((hit) => hit.fact?.id), ["fact0"]); // prettier-ignore
  assert.deepEqual(finder.find("48亿元").map((hit) => hit.fact?.id), ["fact1"]); // prettier-ignore
  assert.deepEqual(finder.find("开工仪式").map((hit) => hit.article), [0]); // prettier-ignore
  assert.deepEqual(finder.find("王小二").map((hit) => hit.words), ["记者 王小二"]); // prettier-ignore
  assert.deepEqual(finder.find("四十八亿").map((hit) => hit.article), [0]); // prettier-ignore
  assert.deepEqual(finder.find("无此词"), []);
});
