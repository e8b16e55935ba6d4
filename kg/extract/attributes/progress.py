"""Dates and status of named things in one sentence: who began when, ended when, how far it is. Writes claims through ``Writer``."""

from __future__ import annotations

import re

from kg.extract.attributes.owner import Owner, Writer, owner
from kg.extract.draft import Draft, Stretch
from kg.model import Mention
from kg.values.progress import ADVERB, DAY, Dated, Status, dates, spans, statuses

DATED = ("project", "programme", "facility", "zone", "institution")
STATED = ("project", "programme", "facility", "institution", "zone")
FUTURE = re.compile(
    "(?<!比)计划(?!总?投资)|将|预计(?!总?投资)|"
    "力争|(?<![主需只])要|确保|加快|推动|争取|促进|早日|尽快|有望|目标|如期|推迟|待|保障"
    "|推进.{0,6}$|(?<!日)前$|能够|可以|即可|后(?!续)"
)
OPENS = re.compile("(?:该?(?:项目|工程|园区|产业园)|自|目前|其中|计划|预计|将|拟|已|于|力争|，|,)*")
"""What may stand before a date that goes on about the sentence before: 计划｜12月投运, but not 职工宿舍｜月底完工."""
FUTURE_DATE = re.compile("明年|后年|本月|下月|年底|年内|下半年")
ATTRIBUTIVE = re.compile("^(?:正在|在建|拟|建设中|施工中)")
BEGINS = re.compile(
    rf"^(?P<date>{DAY})(?P<since>以来|起)?[，,].*?(?P<verb>(?<!将)启动|开展|开工建设|批复[^，。]{{0,6}}开展)(?:了"
    rf"|为期[^，。]{{1,8}}的)?[“《]?$"
)
BUILDS = re.compile(rf"(?P<date>{DAY})(?:将|计划|拟)?投资[^，。]{{1,12}}(?:建设|新建|扩建)[“]?$")


def find_progress(draft: Draft, sentence: Stretch, writer: Writer) -> None:
    """Claim the dates and the status that a sentence tells."""
    for dated in dates(sentence.text, sentence.start):
        add_date(draft, sentence, dated, writer)
    for mention in draft.within(sentence.start, sentence.end, "programme", "project"):
        add_beginning(draft, sentence, mention, writer)
    add_spans(draft, sentence, writer)
    for clause in draft.clauses(sentence):
        for status in statuses(clause.text, clause.start):
            add_status(draft, sentence, clause, status, writer)


def add_date(draft: Draft, sentence: Stretch, dated: Dated, writer: Writer) -> None:
    """Claim a dated beginning or end: 一期工程2021年3月开工; 明年3月在丁开发区启动｜某基地项目."""
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
    if found is None or found.mention.type not in DATED:
        return
    clause = next(c for c in draft.clauses(sentence) if c.start <= dated.start < c.end)
    if found.near == "topic" and not OPENS.fullmatch(draft.text[clause.start : dated.start]):
        return
    writer.add(found, dated.key, draft.text[dated.start : dated.end], (clause.start, dated.verb_end), f"attribute-{dated.key}")


def add_beginning(draft: Draft, sentence: Stretch, mention: Mention, writer: Writer) -> None:
    """Claim when a programme or project was begun: 9月19日，市监局启动｜“护苗”行动; 10月以来，市局在全市开展｜…行动."""
    before = draft.text[sentence.start : mention.start]
    dateline = re.search(rf"(?:{DAY})(?:以来|起)?[，,]", before)
    match = BEGINS.match(before[dateline.start() :]) if dateline else None
    if match and (match["verb"] != "开展" or match["since"]):
        at = sentence.start + (dateline.start() if dateline else 0)
        writer.add(Owner(mention, "clause"), "start", match["date"], (at, mention.start), "attribute-start")
    built = BUILDS.search(before)
    if built:
        at = sentence.start + built.start()
        writer.add(Owner(mention, "clause"), "start", built["date"], (at, mention.start), "attribute-start")


def add_spans(draft: Draft, sentence: Stretch, writer: Writer) -> None:
    """Claim from when to when a programme runs: 自2020年11月18日至2021年1月10日，…开展｜“…”活动."""
    for start, end, key in spans(sentence.text, sentence.start):
        if inside_name(draft, start, end):
            continue
        found = next((m for m in draft.within(end, sentence.end, "programme") if runs(draft, m)), None)
        near = Owner(found, "clause") if found else owner(draft, start, end, "work")
        if re.match("[^，。]{0,3}完成", draft.text[end:]) and (found is None or found.start > end + 8):
            continue
        if near is None or near.mention.type != "programme" or (draft.text[end : end + 2] == "以来" and found is None):
            continue
        writer.add(near, key, draft.text[start:end], (start, end), f"attribute-{key}")


def runs(draft: Draft, mention: Mention) -> bool:
    """Whether a programme stands right after a verb that runs it: 开展｜…活动, 完成｜…工作."""
    return bool(re.search("(?:开展|启动|组织|举办|实施|完成|推进)(?:了)?[“《]?$", draft.text[max(0, mention.start - 8) : mention.start]))


def add_status(draft: Draft, sentence: Stretch, clause: Stretch, status: Status, writer: Writer) -> None:
    """Claim how far something has come: 二期项目尚未投产, 正在建设的生物医药产业园."""
    if inside_name(draft, status.start, status.end):
        return
    printed = draft.text[status.start : status.end]
    behind = object_of(draft, status, printed)
    if behind is None and not closes(draft, clause, status):
        return
    if is_plan(draft, sentence, clause, status):
        return
    found = Owner(behind, "behind") if behind else owner(draft, status.start, status.end, "work")
    if found is None or not is_owner(found, printed, sentence) or not is_close(draft, found, clause, status):
        return
    for mention in listed(draft, found.mention):
        writer.add(Owner(mention, found.near), "status", printed, (status.start, status.end), "attribute-status")


def closes(draft: Draft, clause: Stretch, status: Status) -> bool:
    """Whether the status is its clause's predicate (it closes the clause and is no weak word), or an attribute: 正在建设的某园."""
    after = draft.text[status.end : clause.end].rstrip("，。；,.;！!\n”")
    if after.startswith("的"):
        return bool(ATTRIBUTIVE.match(draft.text[status.start : status.end]))
    return after in ("", "阶段", "状态") and not status.weak


def object_of(draft: Draft, status: Status, printed: str) -> Mention | None:
    """Return the work that directly follows: 建成投产｜220千伏某变电站, 签约｜某项目, 正在制订｜《某标准》, 建设中的｜某项目."""
    words = draft.text[status.end : status.end + 3]
    gap = len(re.match("[了的]?[“《]?", words).group()) if words else 0  # type: ignore[union-attr]
    near = draft.within(status.end, status.end + 80, "project", "facility", "programme", "zone")
    found = next((m for m in near if m.start == status.end + gap), None)
    if found is None:
        return None
    if found.type == "programme":
        return found if re.match("正在(?:制订|制定|编制|起草|修订)", printed) else None
    if words.startswith("的"):
        signed = printed == "签约" and re.search("(?:这次|此次|本次|当天|现场)$", draft.text[status.start - 2 : status.start])
        return found if ATTRIBUTIVE.match(printed) or signed else None
    return found if re.match("签约|建成|竣工|正在建设|正在施工|正在加快建设", printed) else None


def is_plan(draft: Draft, sentence: Stretch, clause: Stretch, status: Status) -> bool:
    """Whether the clause only plans the status or dates it to come: 计划12月｜投运, 推迟至10月｜开工.

    A dated beginning without 已 says no more than its date: 2021年3月｜开工.
    """
    before = draft.text[clause.start : status.start]
    printed = draft.text[status.start : status.end]
    if re.match("拟|待|尚未|未|暂未|没有|仍未|资金", printed):
        return bool(re.search("如果|若|倘|因|由于|此前", before))
    if FUTURE.search(before) or FUTURE_DATE.search(before):
        return True
    if re.search("^在[^，]*中$", draft.text[clause.start : status.end]) or re.search("主体(?:工程|结构)?(?:已|已经|基本|全部)*$", before):
        return True
    if re.search(rf"(?:{DAY})(?:{ADVERB})*$", before) and "已" not in before[-12:] and not dates(before + printed, 0):
        return True
    told = dates(draft.text[sentence.start : sentence.end], sentence.start)
    dated = [d for d in told if d.verb_end == status.end and d.start >= clause.start]
    if not dated or "已" in before:
        return False
    return dated[0].key == "start" or is_to_come(draft, draft.text[dated[0].start : dated[0].end])


def is_to_come(draft: Draft, printed: str) -> bool:
    """Whether a printed month lies after the article's own: 明年9月, 12月 in an article of April; an unknown date is taken as past."""
    month, today = re.search(r"(\d{1,2})月", printed), re.search(r"(?:^|-)(\d{2})-(\d{2})$", draft.article.date or "")
    if re.match(r"去年|前年|\d{4}年", printed):
        return False
    return bool(month and today and int(month.group(1)) >= int(today.group(1)) and not re.search(r"\d[日号]", printed))


def is_owner(found: Owner, printed: str, sentence: Stretch) -> bool:
    """Whether this thing can have this status: projects all, institutions and zones only in their own clause and not 签约."""
    if found.mention.type not in STATED:
        return False
    if found.near == "topic":
        return found.mention.type == "project" and bool(re.match(rf"(?:其中[，,])?(?:{DAY})[，,]", sentence.text))
    if found.mention.type in ("zone", "institution", "facility", "programme"):
        return not re.match("签约|签订|开工|在建|稳步推进", printed)
    return True


ADVERBS = re.compile("(?:目前|至今|此次|仍|还|一直|但|已经|已|现|均|也|暂时|尚|其|，|,)*")


def is_close(draft: Draft, found: Owner, clause: Stretch, status: Status) -> bool:
    """Whether nothing but adverbs stands between a zone, or the subject of an unlisted negation, and its status.

    该区｜70余家企业｜复工复产 says nothing of the zone, 博物馆｜布展｜尚未完成 nothing of the museum.
    """
    if found.near == "behind" or not (status.free or found.mention.type == "zone"):
        return True
    begin = max(clause.start, found.mention.end if found.mention.end <= status.start else clause.start)
    return bool(ADVERBS.fullmatch(draft.text[begin : status.start]))


LINK = re.compile("(?:（[^（）]{1,24}）)?(?:[、，]?[和与及]|、|以及)(?:[^，。；、]{0,20}的)?")
"""What joins two works of a list, each with its own sum: 甲项目（2亿元）、｜总投资3亿元的｜乙项目."""


def listed(draft: Draft, mention: Mention) -> list[Mention]:
    """Return the thing and those of its type listed beside it: 鑫达电力、｜许继电气喷漆生产线等22个项目."""
    found = [mention]
    while True:
        start = found[0].start
        near = [m for m in draft.within(max(0, start - 80), start, mention.type) if LINK.fullmatch(draft.text[m.end : start])]
        if not near:
            break
        found.insert(0, near[-1])
    while True:
        end = found[-1].end
        near = [m for m in draft.within(end, end + 80, mention.type) if LINK.fullmatch(draft.text[end : m.start])]
        if not near:
            return found
        found.append(near[0])


def inside_name(draft: Draft, start: int, end: int) -> bool:
    """Whether the range lies in a printed name (年产30万台水泵项目)."""
    return any(m.is_name and m.start <= start and end <= m.end for m in draft.within(max(0, start - 60), end + 60))
