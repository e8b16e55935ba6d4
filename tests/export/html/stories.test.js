import assert from "node:assert/strict";
import { test } from "node:test";
import { deviationLines, stageRow, stepsOf } from "../../../kg/export/html/templates/model/course.js";
import { storyOf } from "../../../kg/export/html/templates/model/stories.js";
import { smallModel } from "./small_model.js";

const article = (id, date) => ({ id, page: 0, number: 1, headline: id, date, text: "正文。" });
const role = (subject, event, predicate, more = {}) => [subject, event, { family: "role", predicate, ...more }];
const post = (person, body, title, more = {}) => [person, body, { predicate: "holds_post", qualifiers: [["title", title]], ...more }];

/** The lines of a section as text: when, label, other, detail, those named. */
function told(model, name, title) {
  const node = model.nodes.find((one) => one.name === name);
  const section = storyOf(model, node.number).sections.find((one) => one.title === title);
  return section?.lines.map(({ when, dates, label, other, detail, named = [] }) =>
    [dates || when?.date, label, other === undefined ? "" : model.nodes[other].name, detail, named.map(({ node: n, aside }) => model.nodes[n].name + (aside ?? "")).join()] // prettier-ignore
      .filter(Boolean)
      .join(" "),
  );
}

/** A project of the name 庚 whose steps are given as stage, printed, date, ahead, date of the article. */
function project(...steps) {
  const { model } = smallModel({
    nodes: { 庚: { type: "project" } },
    facts: steps.map((_, i) => ["庚", undefined, { predicate: "status", value: "v", article: i }]),
    articles: steps.map(([, , , , date], i) => article("a" + i, date)),
    lifeLines: [[0, -1, steps.map(([stage, printed, date, ahead], i) => [stage, printed, date ?? null, ahead ?? false, i])]],
  });
  return model;
}
const deviations = (model) => deviationLines(stepsOf(model, 0)).map(({ label }) => label);

test("a project's course is told in time, each step with its day or that of the report", () => {
  const model = project(
    ["running", "投产", "2022-06", false, "2022-07-01"],
    ["signed", "签约", undefined, false, "2021-02-01"],
    ["planned", "拟建", undefined, true, undefined],
    ["started", "开工", "03-05", false, "03-06"],
  );
  assert.deepEqual(told(model, "庚", "course"), ["2021-02-01 签约 “签约”", "2022-06 投产 “投产”", "03-05 开工 “开工”", "谋划 “拟建”"]);
});

test("the same step told by two articles of one day is one line with two facts", () => {
  const model = project(["signed", "签约", "2021-02-01", false, "2021-02-02"], ["signed", "签约", "2021-02-01", false, "2021-02-03"]);
  assert.deepEqual(stepsOf(model, 0).map(({ facts }) => facts), [[0, 1]]); // prettier-ignore
});

test("the word and the day of one stage in one article are one step, two days are two", () => {
  const steps = (...days) => stepsOf(project(...days.map((date, i) => ["running", "投产" + i, date, false, "2021-03-02"])), 0);
  const sameArticle = (model) => ((model.facts[1].article = 0), stepsOf(model, 0));
  const said = project(["running", "投运", undefined, false, "2021-03-02"], ["running", "3月1日", "2021-03-01", false, "2021-03-02"]);
  assert.deepEqual(sameArticle(said).map(({ printed, when }) => [printed.join(), when.date]), [["投运,3月1日", "2021-03-01"]]); // prettier-ignore
  assert.equal(steps("2021-03-01", "2021-03-02").length, 2);
});

test("a stage that has been reached counts before one that was expected; the others are not read", () => {
  const row = stageRow(stepsOf(project(["running", "年底投产", "2021-12", true, "2021-01-01"], ["running", "投产", "2021-11", false, "2021-12-01"]), 0)); // prettier-ignore
  assert.deepEqual(row.filter(({ step }) => step).map(({ stage, step }) => [stage, step.ahead]), [["running", false]]); // prettier-ignore
  assert.equal(row.length, 7);
});

test("an expectation that a later report puts later has moved", () => {
  const model = project(["running", "6月投产", "2021-06", true, "2021-01-05"], ["running", "12月投产", "2021-12", true, "2021-08-01"]);
  assert.deepEqual(deviations(model), ["投产：先说 2021-06，后说 2021-12"]);
});

test("what was expected and is still under way after that day is overdue; what came later than told is late", () => {
  assert.deepEqual(deviations(project(["running", "6月投产", "2021-06", true, "2021-01-05"], ["under_way", "在建", undefined, false, "2021-09-01"])), [
    "投产：原说 2021-06，到 2021-09-01 仍说“在建”",
  ]); // prettier-ignore
  assert.deepEqual(deviations(project(["running", "6月投产", "2021-06", true, "2021-01-05"], ["running", "投产", "2021-09", false, "2021-09-02"])), [
    "投产：原说 2021-06，实为 2021-09",
  ]); // prettier-ignore
});

test("nothing slips over unknown years, nor where a date is only less precise, nor before its day", () => {
  for (const [expected, later] of [
    [
      ["running", "6月投产", "06", true, "01-05"],
      ["running", "12月投产", "12", true, "08-01"],
    ],
    [
      ["running", "今年投产", "2021", true, "2021-01-05"],
      ["running", "12月投产", "2021-12", true, "2021-08-01"],
    ],
    [
      ["running", "6月投产", "2021-06", true, "2021-01-05"],
      ["under_way", "在建", undefined, false, "2021-05-01"],
    ],
    [
      ["running", "6月投产", "2021-06", true, "2021-01-05"],
      ["under_way", "在建", undefined, false, "09-01"],
    ],
  ])
    assert.deepEqual(deviations(project(expected, later)), []);
});

test("what stands still is told; what has not begun yet does not stand still", () => {
  const model = project(["held_up", "尚未开工", undefined, true, "2021-09-01"]);
  assert.deepEqual(deviations(model), []);
  assert.deepEqual(told(model, "庚", "course"), ["2021-09-01 尚未 “尚未开工”"]);
  assert.deepEqual(deviations(project(["held_up", "停工", undefined, true, "2021-09-01"])), ["停滞：“停工”"]);
});

test("who does what in a project is told by part, and which parts are not read", () => {
  const { model, number } = smallModel({
    nodes: { 庚: { type: "project" }, 甲: {}, 乙: {}, 丙: {} },
    facts: [
      ["乙", "庚", { predicate: "supplies", qualifiers: [["what", "电缆"], ["amount", "3亿元"]] }],
      ["甲", "庚", { predicate: "undertakes", qualifiers: [["role", "owner"]] }],
      ["丙", "庚", { predicate: "undertakes", qualifiers: [["role", "服务"]] }],
    ],
  }); // prettier-ignore
  assert.deepEqual(told(model, "庚", "parties"), [
    "2022-11-30 业主 甲",
    "2022-11-30 承担方（角色未说） 丙 〔role〕：服务",
    "2022-11-30 供应方 乙 〔what〕：电缆；amount：3亿元",
  ]);
  assert.deepEqual(told(model, "庚", "money"), ["2022-11-30 供应方 乙 3亿元"]);
  const { sections } = storyOf(model, number("庚"));
  assert.equal(sections.find(({ title }) => title === "parties").note, "未读到：承包方、出资方、监管方");
});

test("related projects share a party, an event or a zone, each named once and with the facts of both", () => {
  const { model, number } = smallModel({
    nodes: { 庚: { type: "project" }, 辛: { type: "project" }, 壬: { type: "project" }, 癸: { type: "facility" }, 甲: {}, 市: { hub: true }, 会: { type: "event" } },
    facts: [
      ["甲", "庚", { predicate: "undertakes" }],
      ["甲", "辛", { predicate: "supplies" }],
      role("庚", "会", "target"),
      role("壬", "会", "target"),
      role("辛", "会", "target"),
      ["市", "庚", { predicate: "undertakes" }],
      ["市", "癸", { predicate: "undertakes" }],
    ],
  }); // prettier-ignore
  assert.deepEqual(told(model, "庚", "related"), ["同一参与方 甲 辛", "同见于 会 壬"]);
  const { sections } = storyOf(model, number("庚"));
  assert.deepEqual(sections.find(({ title }) => title === "related").lines.map(({ facts }) => facts), [[0, 1], [2, 3]]); // prettier-ignore
});

test("a person's posts stand in time with the days of their reports, years unknown apart", () => {
  const { model } = smallModel({
    nodes: { 丁: { type: "person" }, 局: {}, 委: {} },
    facts: [
      post("丁", "委", "主任", { article: 1 }),
      post("丁", "局", "局长", { article: 0 }),
      post("丁", "委", "主任", { article: 2 }),
      post("丁", "委", "主任", { article: 3 }),
    ],
    articles: [article("a", "2019-05-01"), article("b", "2021-02-01"), article("c", "2022-03-01"), article("d", "12-05")],
  });
  assert.deepEqual(told(model, "丁", "career"), ["2019-05-01 见报 局长 局", "2021-02-01 至 2022-03-01、12-05（年份不明） 见报 主任 委"]);
});

test("an event tells who was there as what; who was met at two events is told with both, an event told twice is one", () => {
  const { model } = smallModel({
    nodes: {
      丁: { type: "person" },
      甲: {},
      会: { type: "event", event: { kind: "k", date: "2021-01-02", status: "stated" } },
      访: { type: "event" },
      再: { type: "event" },
    },
    facts: [role("丁", "会", "host"), role("甲", "会", "guest"), role("丁", "访", "guest"), role("甲", "访", "host"), role("丁", "再", "host")],
    sameEvents: [[3, 4]],
  }); // prettier-ignore
  assert.deepEqual(told(model, "丁", "encounters").slice(0, 2), ["2021-01-02 〔host〕 会 甲guest", "2022-11-30 guest 访 甲〔host〕"]);
  assert.deepEqual(told(model, "丁", "companions"), ["2 次 甲 会,访"]);
});

test("a company's officials are those with a post at an agency whom it or its people met", () => {
  const { model } = smallModel({
    nodes: { 甲: {}, 丁: { type: "person" }, 戊: { type: "person" }, 己: { type: "person" }, 局: { type: "agency" }, 会: { type: "event" } },
    facts: [
      role("戊", "会", "guest"),
      role("丁", "会", "host"),
      role("己", "会", "host"),
      post("丁", "局", "局长"),
      post("戊", "甲", "董事长"),
    ],
  }); // prettier-ignore
  assert.deepEqual(told(model, "甲", "officials"), ["局局长 丁 会由 戊 · 〔host〕"]);
  assert.deepEqual(told(model, "甲", "staff"), ["2022-11-30 见报 董事长 戊"]);
  assert.deepEqual(told(model, "局", "businesses"), undefined);
});

test("a title that begins as its body ends is told once", () => {
  const { model } = smallModel({
    nodes: { 甲: {}, 丁: { type: "person" }, 某区党工委: { type: "agency" }, 会: { type: "event" } },
    facts: [role("甲", "会", "guest"), role("丁", "会", "host"), post("丁", "某区党工委", "党工委书记")],
  });
  assert.deepEqual(told(model, "甲", "officials"), ["某区党工委书记 丁 会〔host〕"]);
});

test("a company's projects tell its part and how far each has come, its owners who holds whom", () => {
  const { model } = smallModel({
    nodes: { 甲: {}, 母: {}, 子: {}, 庚: { type: "project" } },
    facts: [
      ["甲", "庚", { predicate: "undertakes", qualifiers: [["role", "contractor"]] }],
      ["庚", undefined, { predicate: "status", value: "投产" }],
      ["庚", undefined, { predicate: "capacity", value: "3万吨" }],
      ["甲", "母", { predicate: "part_of" }],
      ["子", "甲", { predicate: "part_of" }],
      ["甲", undefined, { predicate: "recognised_by", family: "relation", object: undefined, qualifiers: [["honour", "质量标杆"]] }],
    ],
    lifeLines: [[3, -1, [["running", "投产", "2021-06", false, 1]]]],
  });
  assert.deepEqual(told(model, "甲", "works"), ["2022-11-30 承包方 庚 〔capacity〕 3万吨；最近读到：投产（2021-06）"]);
  assert.deepEqual(told(model, "甲", "owners"), ["2022-11-30 隶属于 母", "2022-11-30 下属 子"]);
  assert.deepEqual(told(model, "甲", "honours"), ["2022-11-30 质量标杆"]);
});

test("every fact of a thing stands in its story or is left over, none in neither", () => {
  const { model, number } = smallModel({
    nodes: { 甲: {}, 乙: { type: "programme" }, 丙: {} },
    facts: [["甲", "乙", { predicate: "runs" }], ["甲", "丙", { predicate: "cooperates_with" }], ["甲", undefined, { value: "3" }]], // prettier-ignore
  });
  const { sections, rest } = storyOf(model, number("甲"));
  assert.deepEqual(sections.flatMap(({ lines }) => lines.flatMap(({ facts }) => facts)), [1]); // prettier-ignore
  assert.deepEqual(rest, [0, 2]);
});
