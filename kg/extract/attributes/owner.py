"""Whose quantity, date or status it is: the nearest thing that governs a place in an article. Knows no key and no number.

Order of asking, for the place ``at``:

    behind   总投资48亿元的智能电梯产业园项目 · 投资2600万元建设智能温室项目
    before   in the same clause, then clause by clause back to the start of the sentence
    topic    the things the sentences before were about, at most ``REACH`` sentences back, within the paragraph

A thing that only stands in another's description (由X承建, 位于X, 与X) governs nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from kg.extract.attributes.attribute import Owner
from kg.extract.clauses.cases import PLACES, case_before
from kg.extract.draft import Draft, Stretch
from kg.model import BREAK, Mention

WORK = ("project", "programme", "facility", "zone")
FUND = ("programme", "project", "institution", "facility", "zone", "company", "agency")
BODY = ("company", "zone", "institution", "project", "facility", "programme", "agency")
REACH = 4
BEHIND = re.compile(
    r"^(?:、[^，。；]{1,14}的|，(?:用于)?(?:启动|实施|建设|用于)[^，。]{0,12}$|的|(?:在[^，。；、]{1,14})?(?:兴建|新建"
    r"|扩建|改建|建设|实施"
    r"|启动|打造|支持|用于|建起|建成|启动建设)(?:的|了)?)(?:[^，。；：]{0,10}?)$"
)
PLURAL = ("双方", "三方", "各方", "多方", "两地", "两家")


def owner(draft: Draft, start: int, end: int, preferred: str) -> Owner | None:
    """Return what owns the words at ``start:end``; ``preferred`` is "work" (projects first), "fund" (programmes first) or "body"."""
    behind = owner_behind(draft, end)
    if behind is not None:
        return Owner(behind, "behind")
    found = owner_before(draft, start, preferred)
    return None if found is None or (preferred == "work" and hides_work(draft, found, start)) else found


UNKNOWN_WORK = re.compile(r"(?<![该此本这个类\d])[\u4e00-\u9fff]{2,12}(?:项目|工程|生产线)(?=[^，。]{0,10}$)")
COMMON_WORK = re.compile(
    r"\d[^，。]*(?:项目|工程)"
    r"|(?:重点|产业|签约|招商|在建|级|类|民生|专项债|投资|建设|所有|其他|该|此|续建|新建|储备|谋划)(?:项目|工程)"
)


def hides_work(draft: Draft, found: Owner, start: int) -> bool:
    """Whether a work that nobody has recognised stands between the owner and its value: 甲公司｜风电叶片项目｜总投资3亿元.

    A count of works (8个省级重点项目完成投资) and common words (重点项目) are no work of their own.
    """
    clause = next(s for near, s in contexts(draft, start) if near == "clause")
    floor = max(clause.start, found.mention.end) if found.mention.end <= start else clause.start
    match = UNKNOWN_WORK.search(draft.text, floor, start)
    if not match or COMMON_WORK.search(draft.text[floor : match.end()]):
        return False
    return not any(m.start < match.end() <= m.end for m in draft.within(clause.start, start))


def owner_before(draft: Draft, start: int, preferred: str) -> Owner | None:
    """Return what governs the place ``start`` among the things named before it (see the module's order)."""
    types = {"work": WORK, "fund": FUND}.get(preferred, BODY)
    fallback: Owner | None = None
    for near, stretch in contexts(draft, start):
        mentions = [m for m in draft.within(stretch.start, min(stretch.end, start), *BODY) if governs(draft, m) or m.end == start]
        if near == "topic" and fallback is not None:
            return fallback
        best = choose(mentions, types, last=near == "clause", head=head_of(draft, stretch) if near != "clause" else None)
        if best is not None and near == "topic" and in_list(draft, best):
            return None
        if best is not None and best.type in types[:4]:
            return Owner(best, near)
        if best is not None and fallback is None and near != "topic":
            fallback = Owner(best, near)
    return fallback


def owner_behind(draft: Draft, end: int) -> Mention | None:
    """Return the thing that the words up to ``end`` describe: 投资12亿元的｜钠电储能系统项目."""
    window = draft.text[end : end + 40].split(BREAK)[0]
    if not window:
        return None
    for mention in draft.within(end, end + len(window) + 40, *BODY):
        if mention.start - end > len(window):
            return None
        gap = draft.text[end : mention.start]
        if re.search("[。；：]", gap) or "，" in gap[1:]:
            return None
        if BEHIND.match(gap) and mention.type != "company" and not is_modifier(draft, mention):
            return mention
    return None


def is_modifier(draft: Draft, mention: Mention) -> bool:
    """Whether the mention only places another: 在｜滁州高新区｜建设…, 盐城高新区｜的鲲洋测试场."""
    return case_before(draft.text, mention.start) in PLACES


def governs(draft: Draft, mention: Mention) -> bool:
    """Whether the mention can be what a later word is about, and is not an agent, a partner or a place: 由X承建."""
    case = case_before(draft.text, mention.start - draft.text.endswith(("《", "“"), 0, mention.start))
    is_free = case in ("", "place", "topic") or (case == "seat" and mention.type in ("project", "facility"))
    return is_free and mention.surface not in PLURAL and not is_agent(draft, mention)


AGENT = re.compile("(?:负责|联合|共同)?(?:施工总|总)?(?:承包|承建|施工|监理|勘察|代建)(?=[，,；;。])")


def is_agent(draft: Draft, mention: Mention) -> bool:
    """Whether a firm only does the works of what is told of: 由甲公司投资建设、｜乙公司｜总承包，占地210亩."""
    return mention.type == "company" and AGENT.match(draft.text, mention.end) is not None


def in_list(draft: Draft, mention: Mention) -> bool:
    """Whether the mention is one of several works listed: what a later sentence says is said of them all."""
    others = [m for m in draft.within(mention.end, mention.end + 60, mention.type) if 0 < m.start - mention.end <= 12]
    return any("、" in draft.text[mention.end : m.start] for m in others) or draft.text[mention.start - 1] == "、"


def head_of(draft: Draft, clause: Stretch) -> Mention | None:
    """Return the thing that a clause is a mere description of: 公司与学院共建的｜智能配电联合实验室，; None if it is a full clause."""
    end = clause.start + len(clause.text.rstrip("，,：:"))
    last = next((m for m in reversed(draft.within(clause.start, end, *BODY)) if m.end == end), None)
    return last if last is not None and draft.text[last.start - 1] == "的" else None


def choose(mentions: list[Mention], types: tuple[str, ...], *, last: bool, head: Mention | None = None) -> Mention | None:
    """Return the mention of the best type: the last one of the value's own clause, the first (the subject) of an earlier one.

    The first four types are good, a zone among works only if no work is named. ``head`` is what the earlier clause describes.
    """
    if head is not None and head in mentions:
        return head
    good = [m for m in mentions if m.type in types[:4]] or mentions
    if types[0] != "company":
        good = [m for m in good if m.type != "zone"] or good
    return good[-1 if last else 0] if good else None


def contexts(draft: Draft, at: int) -> Iterator[tuple[str, Stretch]]:
    """Yield the stretches to ask, nearest first: the clause up to ``at``, the clauses before it, the sentences before."""
    index = bisect_right(draft.sentences, at, key=lambda s: s.start) - 1
    sentence = draft.sentences[index]
    clauses = [c for c in draft.clauses(sentence) if c.start <= at]
    for number, clause in enumerate(reversed(clauses)):
        yield ("clause" if number == 0 else "sentence"), clause
    for earlier in reversed(draft.sentences[max(0, index - REACH) : index]):
        if sentence.section == "body" and (earlier.section != "body" or earlier.text.endswith(BREAK)):
            return
        yield "topic", earlier


def inside_name(draft: Draft, start: int, end: int) -> bool:
    """Whether the range lies in a printed name (年产30万台水泵项目)."""
    return any(m.is_name and m.start <= start and end <= m.end for m in draft.within(max(0, start - 60), end + 60))
