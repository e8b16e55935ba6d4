"""Dates of named things in one sentence: when a work or programme began, ended, or from when to when it runs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.attributes.attribute import Attribute, Owner
from kg.extract.attributes.owner import inside_name, owner
from kg.extract.clauses.cases import PLACES, case_before
from kg.extract.draft import Draft, Stretch
from kg.model import Mention
from kg.values.progress import DAY, Dated, dates, spans

DATED = ("project", "programme", "facility", "zone", "institution")
OPENS = re.compile("(?:该?(?:项目|工程|园区|产业园)|自|目前|其中|计划|预计|将|拟|已|于|力争|，|,)*")
"""What may stand before a date that goes on about the sentence before: 计划｜12月投运, but not 职工宿舍｜月底完工."""
BEGINS = re.compile(
    rf"^(?P<date>{DAY})(?P<since>以来|起)?[，,].*?(?P<verb>(?<!将)启动|开展|开工建设|批复[^，。]{{0,6}}开展)(?:了"
    rf"|为期[^，。]{{1,8}}的)?[“《]?$"
)
BUILDS = re.compile(rf"(?P<date>{DAY})(?:将|计划|拟)?投资[^，。]{{1,12}}(?:建设|新建|扩建)[“]?$")


def dates_of(draft: Draft, sentence: Stretch) -> Iterator[Attribute]:
    """Find the dates of beginnings and ends that a sentence tells."""
    for dated in dates(sentence.text, sentence.start):
        yield from date_of(draft, sentence, dated)
    for mention in draft.within(sentence.start, sentence.end, "programme", "project"):
        yield from beginnings_of(draft, sentence, mention)
    yield from spans_of(draft, sentence)


def date_of(draft: Draft, sentence: Stretch, dated: Dated) -> Iterator[Attribute]:
    """Find a dated beginning or end: 一期工程2021年3月开工; 明年3月在丁开发区启动｜某基地项目."""
    if inside_name(draft, dated.start, dated.end) or inside_name(draft, dated.verb_end - 2, dated.verb_end):
        return
    behind = next(
        (
            m
            for m in draft.within(dated.verb_end, dated.verb_end + 60, *DATED)
            if re.fullmatch("了?[“《]?", draft.text[dated.verb_end : m.start])
        ),
        None,
    )
    between = next((m for m in draft.within(dated.end, dated.verb_end, *DATED)), None)
    named = behind or between
    found = Owner(named, "clause") if named else owner(draft, dated.start, dated.verb_end, "work")
    if found is None or found.mention.type not in DATED or is_of_set(draft, sentence, found.mention, dated):
        return
    clause = next(c for c in draft.clauses(sentence) if c.start <= dated.start < c.end)
    if found.near == "topic" and not OPENS.fullmatch(draft.text[clause.start : dated.start]):
        return
    yield Attribute(found, dated.key, draft.text[dated.start : dated.end], (clause.start, dated.verb_end), f"attribute-{dated.key}")


SET = re.compile(r"(?<![第\d])\d+(?:余|多)?[个项家座栋处条](?!月)[^，。；]{0,14}?(?:项目|工程|企业|厂房|电站|楼)")


def is_of_set(draft: Draft, sentence: Stretch, mention: Mention, dated: Dated) -> bool:
    """Whether a counted set begins or ends and the thing is only where: 12月19日，4个项目在｜某产业园｜集中开工."""
    located = case_before(draft.text, mention.start) in PLACES
    return located and mention.start < dated.verb_end and bool(SET.search(draft.text, sentence.start, mention.start))


def beginnings_of(draft: Draft, sentence: Stretch, mention: Mention) -> Iterator[Attribute]:
    """Find when a programme or project was begun: 9月19日，市监局启动｜“护苗”行动; 10月以来，市局在全市开展｜…行动."""
    before = draft.text[sentence.start : mention.start]
    dateline = re.search(rf"(?:{DAY})(?:以来|起)?[，,]", before)
    match = BEGINS.match(before[dateline.start() :]) if dateline else None
    if match and (match["verb"] != "开展" or match["since"]):
        at = sentence.start + (dateline.start() if dateline else 0)
        yield Attribute(Owner(mention, "clause"), "start", match["date"], (at, mention.start), "attribute-start")
    built = BUILDS.search(before)
    if built:
        at = sentence.start + built.start()
        yield Attribute(Owner(mention, "clause"), "start", built["date"], (at, mention.start), "attribute-start")


def spans_of(draft: Draft, sentence: Stretch) -> Iterator[Attribute]:
    """Find from when to when a programme runs: 自2020年11月18日至2021年1月10日，…开展｜“…”活动."""
    for start, end, key in spans(sentence.text, sentence.start):
        if inside_name(draft, start, end):
            continue
        found = next((m for m in draft.within(end, sentence.end, "programme") if runs(draft, m)), None)
        near = Owner(found, "clause") if found else owner(draft, start, end, "work")
        if re.match("[^，。]{0,3}完成", draft.text[end:]) and (found is None or found.start > end + 8):
            continue
        if near is None or near.mention.type != "programme" or (draft.text[end : end + 2] == "以来" and found is None):
            continue
        yield Attribute(near, key, draft.text[start:end], (start, end), f"attribute-{key}")


def runs(draft: Draft, mention: Mention) -> bool:
    """Whether a programme stands right after a verb that runs it: 开展｜…活动, 完成｜…工作."""
    return bool(re.search("(?:开展|启动|组织|举办|实施|完成|推进)(?:了)?[“《]?$", draft.text[max(0, mention.start - 8) : mention.start]))
