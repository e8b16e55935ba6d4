"""What the words beside a printed value rule out, whoever proposes it.

Another key (注册资本｜3亿元), a value that is nobody's (10个项目，总投资｜53亿元), a date on which nothing ends (明年3月｜进场打桩).
"""

from __future__ import annotations

import re

from kg.extract.attributes.quantities import cue_of, is_refused
from kg.extract.draft import Draft, Stretch
from kg.values import quantities
from kg.values.progress import START

RISES = re.compile(r"[由从]\s*$")
TO = re.compile(r"[^，。；]{0,6}?(?:提高|提升|增加|增|扩大|扩|扩建|升|上升|改|缩短|降|减少|压缩)[^，。；]{0,3}?[到至为]")
"""What stands around a value that is no more: 由｜90万吨｜提高到300万吨."""
BEGUN = re.compile(rf"{START}|动了工|破土|打桩|打下|进场|进入现场|首[趟航班]|开行|试[运生营水产航]|封顶|招标|签约")
"""What follows a date on which works begin, are tried or are only roofed."""
LABEL = re.compile("(?:开工|动工|启动|奠基|进场)(?:日期|时间)[：:]?$")
"""A label before a date on which works begin: 开工日期：｜2019年3月8日."""
SO_FAR = re.compile("(?:截至|截止|截止到|到目前|记者)$")
GOAL = re.compile("[^，。；]{0,12}(?:打造|力争|达到|形成|实现)[^，。；]{0,24}(?:亿|万|百|千|级|区|城|基地|集群)")

APPLIES = re.compile("(?:申报|报名|参评|参选|候选)的?$")

MONEY_FOR = {"funding", "total_investment"}
"""Money raised for a work may be all that it costs: the words do not settle which of the two it is."""


def barred(draft: Draft, start: int, end: int, key: str) -> str:
    """Return why a value at an article range cannot be what ``key`` says, "" if nothing beside it rules that out."""
    clause = next((c for c in draft.clauses(draft.sentence_at(start)) if c.start <= start < c.end), None)
    if clause is None:
        return ""
    if key == "completion":
        return of_date(draft, clause, start, end)
    return of_quantity(draft, clause, start, end, key)


def of_date(draft: Draft, clause: Stretch, start: int, end: int) -> str:
    """Return why a date is no end: something begins then, or the sentence counts until then."""
    if SO_FAR.search(draft.text, clause.start, start):
        return "what is counted until a date does not end then"
    labelled = LABEL.search(draft.text, max(0, start - 8), start)
    if labelled or BEGUN.search(draft.text, end, clause.end) or GOAL.match(draft.text, end, clause.end):
        return "the words beside the date tell a beginning, a trial or a goal"
    return ""


def of_quantity(draft: Draft, clause: Stretch, start: int, end: int, key: str) -> str:
    """Return why a quantity is not of this key, or nobody's."""
    for match in quantities.pattern().finditer(clause.text):
        first, last = clause.start + match.start(), clause.start + match.end()
        if first >= end or last <= start:
            continue
        if RISES.search(clause.text[: match.start()]) and TO.match(clause.text, match.end()):
            return "a value that is no more"
        if key == "members" and APPLIES.search(clause.text[: match.start()]):
            return "of those that only apply"
        cue = cue_of(clause.text, match)
        if cue is not None and cue.key != key and {cue.key, key} != MONEY_FOR:
            return f"the words beside it say {'something else' if cue.key == '-' else cue.key}"
        if cue is not None and is_refused(draft, cue, first, last):
            return f"{key} of nothing named"
    return ""


WORKS_BEFORE = re.compile("(?:项目|工程)(?:共计|总计|共有|已有|共|有|达|约)*$")
WORKS_BEHIND = re.compile("[^，。；\\d]{0,8}?(?:项目|工程)")


def is_count_of_works(text: str, start: int, end: int) -> bool:
    """Whether a number counts works, which are members of a programme alone: 某园已开工项目｜15个, 某园｜6项｜重点工程."""
    if not text.startswith(("个", "项"), end - 1):
        return False
    return WORKS_BEFORE.search(text, max(0, start - 12), start) is not None or WORKS_BEHIND.match(text, end) is not None
