import assert from "node:assert/strict";
import { test } from "node:test";
import {
  headlineOf,
  inUnits,
  joinedQuotes,
  quoteText,
  sentencesAround,
  sourceLine,
} from "../../../kg/export/html/templates/model/citations.js";
import { smallModel } from "./small_model.js";

test("offsets count characters, also those beyond the BMP", () => {
  const article = { id: "a", page: 0, number: 1, text: "𠮷野家供𠀋乙。" };
  assert.deepEqual(inUnits(article, [[0, 1], [4, 5]]), [[0, 2], [5, 7]]); // prettier-ignore
  const { model } = smallModel({ nodes: { 甲: {}, 乙: {} }, facts: [["甲", "乙", { ranges: [[0, 3], [4, 6]] }]], articles: [article] }); // prettier-ignore
  assert.equal(quoteText(model, model.facts[0]), "𠮷野家…𠀋乙");
});

test("a quote stands in its whole sentence; sentences that meet are one", () => {
  const text = "一句。甲供乙，乙谢甲。三句。四句";
  assert.deepEqual(sentencesAround(text, [[4, 5]]), [[3, 11]]);
  assert.deepEqual(sentencesAround(text, [[4, 5], [8, 9], [14, 15]]), [[3, 11], [14, 16]]); // prettier-ignore
});

test("facts of one sentence are quoted once, with the words of all", () => {
  const articles = [{ id: "a", page: 0, number: 1, text: "甲供乙，丙看。丁来。" }, { id: "b", page: 0, number: 2, text: "甲供乙，丙看。" }]; // prettier-ignore
  const ranges = [[[0, 3]], [[4, 6]], [[1, 4]], [[7, 8]]];
  const facts = [...ranges.map((those) => ["甲", "乙", { ranges: those }]), ["甲", "乙", { ranges: [[0, 3]], article: 1 }]];
  const { model } = smallModel({ nodes: { 甲: {}, 乙: {} }, facts, articles });
  const joined = joinedQuotes(model, [0, 1, 2, 3, 4]);
  assert.deepEqual(joined.map((fact) => [fact.id, fact.ranges]), [["fact0", [[0, 6]]], ["fact3", [[7, 8]]], ["fact4", [[0, 3]]]]); // prettier-ignore
  assert.deepEqual(model.facts[0].ranges, [[0, 3]]);
});

test("an article without a headline is called by its opening words", () => {
  assert.equal(headlineOf({ id: "a", page: 0, number: 1, text: "本报讯（记者甲）今天开工。\n二" }), "（无标题） 今天开工。");
});

test("a source line has what is known, and no more", () => {
  const { model } = smallModel({ nodes: {} });
  const known = { id: "a", page: 0, number: 2, headline: "标题", date: "11-30", bylines: [["记者", "甲"]], text: "" };
  assert.equal(sourceLine(model, known), "《标题》 · 记者 甲 · 11-30（年份不明） · page.txt · 第 2 篇");
});
