"""Status of named things in one sentence: how far a work has come (尚未开工, 建成投运), if the clause states it and does not plan it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kg.extract.attributes.attribute import Attribute, Owner
from kg.extract.attributes.owner import inside_name, owner
from kg.extract.draft import Draft, Stretch
from kg.model import Mention
from kg.values.progress import ADVERB, DAY, Status, dates, statuses

STATED = ("project", "programme", "facility", "institution", "zone")
ATTRIBUTIVE = re.compile("^(?:正在|在建|拟|建设中|施工中)")


@dataclass(frozen=True, slots=True)
class Stated:
    """A status in its clause and sentence, with the words of the clause before it."""

    draft: Draft
    sentence: Stretch
    clause: Stretch
    status: Status

    @property
    def before(self) -> str:
        """The text of the clause up to the status."""
        return self.draft.text[self.clause.start : self.status.start]

    @property
    def printed(self) -> str:
        """The status as printed."""
        return self.draft.text[self.status.start : self.status.end]


def statuses_of(draft: Draft, sentence: Stretch) -> Iterator[Attribute]:
    """Find the statuses that a sentence tells, each of its owner and of those listed beside it."""
    for clause in draft.clauses(sentence):
        for status in statuses(clause.text, clause.start):
            if not inside_name(draft, status.start, status.end):
                yield from status_of(Stated(draft, sentence, clause, status))


def status_of(it: Stated) -> Iterator[Attribute]:
    """Find how far something has come: 二期项目尚未投产, 正在建设的生物医药产业园."""
    behind = object_of(it)
    if is_plan(it) or not (behind or closes(it)):
        return
    found = Owner(behind, "behind") if behind else owner(it.draft, it.status.start, it.status.end, "work")
    if found is None or not is_owner(found, it) or not is_close(found, it):
        return
    for mention in listed(it.draft, found.mention):
        yield Attribute(Owner(mention, found.near), "status", it.printed, (it.status.start, it.status.end), "attribute-status")


def closes(it: Stated) -> bool:
    """Whether the status is its clause's predicate (it closes the clause and is no weak word), or an attribute: 正在建设的某园."""
    after = it.draft.text[it.status.end : it.clause.end].rstrip("，。；,.;！!\n”")
    if after.startswith("的"):
        return bool(ATTRIBUTIVE.match(it.printed))
    return after in ("", "阶段", "状态") and not it.status.weak


OPENER = re.compile("[了的]?[“《]?")


def object_of(it: Stated) -> Mention | None:
    """Return the work that directly follows: 建成投产｜220千伏某变电站, 签约｜某项目, 正在制订｜《某标准》, 建设中的｜某项目."""
    draft, end = it.draft, it.status.end
    gap = OPENER.match(draft.text, end)
    near = draft.within(end, end + 80, "project", "facility", "programme", "zone")
    found = next((m for m in near if gap and m.start == gap.end()), None)
    return found if found and takes_object(it, found, attributive=draft.text[end : end + 1] == "的") else None


def takes_object(it: Stated, mention: Mention, *, attributive: bool) -> bool:
    """Whether the status can be said of the thing behind it, ``attributive`` if 的 joins the two."""
    if mention.type == "programme":
        return bool(re.match("正在(?:制订|制定|编制|起草|修订)", it.printed))
    if attributive:
        signed = it.printed == "签约" and re.search("(?:这次|此次|本次|当天|现场)$", it.draft.text[: it.status.start][-2:])
        return bool(ATTRIBUTIVE.match(it.printed) or signed)
    return bool(re.match("签约|建成|竣工|正在建设|正在施工|正在加快建设", it.printed))


FUTURE = re.compile(
    "(?<!比)计划(?!总?投资)|将|预计(?!总?投资)|"
    "力争|(?<![主需只])要|确保|加快|推动|争取|促进|早日|尽快|有望|目标|如期|推迟|待|保障"
    "|推进.{0,6}$|(?<!日)前$|能够|可以|即可|后(?!续)|必须|务必|不会|暂缓|原定|定于|[就才]能$"
)
FUTURE_DATE = re.compile("明年|后年|本月|下月|年底|年内|下半年|明天|后天|下周")


def is_future(it: Stated) -> bool:
    """Whether words of plans or a date to come stand before it: 计划12月｜投运, 明年｜投产."""
    return bool(FUTURE.search(it.before) or FUTURE_DATE.search(it.before))


def is_while(it: Stated) -> bool:
    """Whether it only says during what something happens: 在项目建设｜中."""
    return bool(re.search("^在[^，]*中$", it.before + it.printed))


def is_of_structure(it: Stated) -> bool:
    """Whether it is the status of the main structure only: 主体工程已｜完工."""
    return bool(re.search("主体(?:工程|结构)?(?:已|已经|基本|全部)*$", it.before))


def is_after_bare_day(it: Stated) -> bool:
    """Whether a day without 已 stands right before it that dates nothing."""
    day = re.search(rf"(?:{DAY})(?:{ADVERB})*$", it.before)
    return day is not None and "已" not in it.before[-12:] and not dates(it.before + it.printed, 0)


def is_dated(it: Stated) -> bool:
    """Whether the clause dates it without 已: a beginning says no more than its date (2021年3月｜开工), an end may be to come."""
    found = dates(it.draft.text[it.sentence.start : it.sentence.end], it.sentence.start)
    own = [d for d in found if d.verb_end == it.status.end and d.start >= it.clause.start]
    if not own or "已" in it.before:
        return False
    return own[0].key == "start" or is_to_come(it.draft, it.draft.text[own[0].start : own[0].end])


PLANS: tuple[Callable[[Stated], bool], ...] = (is_future, is_while, is_of_structure, is_after_bare_day, is_dated)
NEGATED = re.compile("拟|待|尚未|未|暂未|没有|仍未|资金")


def is_plan(it: Stated) -> bool:
    """Whether the clause only plans the status or dates it to come; one that is negated is a plan only in a condition or a cause."""
    if NEGATED.match(it.printed):
        return bool(re.search("如果|若|倘|因|由于|此前", it.before))
    return any(is_one(it) for is_one in PLANS)


def is_to_come(draft: Draft, printed: str) -> bool:
    """Whether a printed year or month lies after the article's own: 2026年 in an article of 2024, 12月 in one of April.

    An unknown date is taken as past.
    """
    year, own = re.match(r"(\d{4})年", printed), re.match(r"\d{4}", draft.article.date or "")
    month, today = re.search(r"(\d{1,2})月", printed), re.search(r"(?:^|-)(\d{2})-(\d{2})$", draft.article.date or "")
    if year:
        return own is not None and year[1] > own[0]
    if re.match("去年|前年", printed):
        return False
    return bool(month and today and int(month.group(1)) >= int(today.group(1)) and not re.search(r"\d[日号]", printed))


def is_owner(found: Owner, it: Stated) -> bool:
    """Whether this thing can have this status: projects all, institutions and zones only in their own clause and not 签约."""
    if found.mention.type not in STATED:
        return False
    if found.near == "topic":
        return found.mention.type == "project" and bool(re.match(rf"(?:其中[，,])?(?:{DAY})[，,]", it.sentence.text))
    return found.mention.type == "project" or not re.match("签约|签订|开工|在建|稳步推进", it.printed)


ADVERBS = re.compile("(?:目前|至今|此次|仍|还|一直|但|已经|已|现|均|也|暂时|尚|其|，|,)*")


def is_close(found: Owner, it: Stated) -> bool:
    """Whether nothing but adverbs stands between a zone, or the subject of an unlisted negation, and its status.

    该区｜70余家企业｜复工复产 says nothing of the zone, 博物馆｜布展｜尚未完成 nothing of the museum.
    """
    if found.near == "behind" or not (it.status.free or found.mention.type == "zone"):
        return True
    begin = max(it.clause.start, found.mention.end if found.mention.end <= it.status.start else it.clause.start)
    return bool(ADVERBS.fullmatch(it.draft.text[begin : it.status.start]))


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
