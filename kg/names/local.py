"""Short forms that only their article makes clear: what a reader takes for the one longer name that the article prints.

    四川岭峰实业 → 岭峰实业    沂丰机床 → 沂丰    唐州建达轧钢 → 建达    岑埠重型锻压 → 岑埠锻压    江油采气八厂 → 八厂
    岑山省市场监管局 → 省市场监管局    岑湾市总工会 → 总工会

No table of places or trades is asked: most firms that a paper names stand in none. What speaks for the pair is that the article prints one
longer name of that type which holds the short one; the caller sees to it that there is no second. A name that goes on with a unit
(沂丰机床二公司, 沂丰机床岑州分公司) is that unit's and no longer form of its company's.
"""

from __future__ import annotations

import re

from kg.lexicon import words
from kg.names import places
from kg.names.anatomy import leading_place, plain
from kg.names.short import BRANCH

UNIT = re.compile(
    r"(?:公司|集团|[厂行局院所队部站店社矿段室科组场班办]|中心|营业部|项目部|车间|工区|校区|院区|管理区|[一二三四五六七八九十百\d]+[期号]?)$"
)
"""What a unit of a body ends in. Written for this project from general knowledge of enterprises."""

HEADLESS = re.compile(r"[局委办厅部会院所团党盟社处站府队]")
"""A body in what a short agency's name leaves out: 市委 is no short form of 共青团岑湾市委, nor 宣传部 of 市委宣传部."""

OWN_BRANCH = re.compile(r"(?:第[一二三四五六七八九十\d]+)?(?P<own>.{2,})(?:分局|支局)$")

LEGAL = re.compile(r"(?:集团)?(?:股份)?(?:有限)?(?:责任)?公司$|集团$|株式会社$")
"""A legal form, which makes no unit of what stands before it."""

SHORTEST, PIECE, LONGEST_HEAD = 2, 2, 8


def is_local_form(short: str, full: str, type_: str) -> bool:
    """Whether ``short`` may stand for ``full`` where one article prints both; companies and agencies only."""
    one, other = plain(short), plain(full)
    if not SHORTEST <= len(one) < len(other):
        return False
    return company(one, other) if type_ == "company" else type_ == "agency" and agency(one, other)


def company(short: str, full: str) -> bool:
    """沂丰 of 沂丰机床: without the full name's beginning, end or both, or two pieces of it in order; not 沂丰集团 of 沂丰集团码头公司."""
    at = full.find(short)
    if at < 0:
        return in_two_pieces(short, full)
    rest = full[at + len(short) :]
    if not rest:
        return len(short) > SHORTEST or bool(UNIT.search(short))
    return not is_unit(rest) and not (at == 0 and UNIT.search(short) and LEGAL.sub("", rest))


def is_unit(rest: str) -> bool:
    """Whether what a name goes on with makes it a unit's and not the company's own: 二公司, 岑州分公司, 许昌公司, but not 机床有限公司."""
    return bool(leading_place(rest) or BRANCH.search(rest) or UNIT.search(LEGAL.sub("", rest)))


def in_two_pieces(short: str, full: str) -> bool:
    """岑埠锻压 of 岑埠重型锻压: what is left out in the middle is no body of its own."""
    for size in range(PIECE, len(short) - PIECE + 1):
        at = full.find(short[:size])
        if at >= 0:
            to = full.find(short[size:], at + size)
            if to >= 0 and not UNIT.search(full[at + size : to]) and not is_unit(full[to + len(short) - size :]):
                return True
    return False


def is_branch(name: str) -> bool:
    """Whether a name is a bureau's branch with a name of its own (东山分局): its whole is the bureau, which no place stands for."""
    branch = OWN_BRANCH.fullmatch(name)
    return branch is not None and branch["own"] not in words("functions")


def agency(short: str, full: str) -> bool:
    """省市场监管局 of 岑山省市场监管局, 水利厅 of 省水利厅: what is left out is a place or a level, or a branch has a name of its own."""
    head = full.removesuffix(short)
    if head == full or len(head) > LONGEST_HEAD:
        return False
    return places.level(head) is not None or not HEADLESS.search(head) or is_branch(short)
