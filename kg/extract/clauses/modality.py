"""Whether a thing is said to be so: denied, planned, signed, under way or stated."""

from __future__ import annotations

import re

from kg.extract.clauses.patterns import ANY

NEGATION = re.compile(r"(?:未|没有|并非|并未|尚未|从未|不再|不会|不存在|不是|无关|取消|终止|暂停|未能|没能|没谈成|没有谈成)")
DENIAL = re.compile(r"否认|谣言|传闻|网传|不实|辟谣|虚假信息|不存在.{0,6}关系|没有.{0,12}关系|澄清|子虚乌有")
PLAN = re.compile(r"(?:拟|计划|将|预计|有意|意向|准备|打算|力争|争取|规划|谋划|论证)$|(?:拟|计划|将|有意)[^，。；]{0,10}$")


INTENDED = re.compile(
    r"拟|计划|将(?:于|在|会同|联合|携手|继续|进一步|陆续|共同)|有意|即将|打算|力争|(?<![主需重只首概摘提纲简必])要(?=[与同和跟向在把将])"
)
"""What inside a clause says that it is meant to be: 要与某公司对接; not 主要与, 需要与."""


def is_denied(sentence: str) -> bool:
    """Whether a sentence tells a thing only to deny it: 针对“甲是乙下属门店”的说法，甲予以否认."""
    return bool(DENIAL.search(sentence))


def status_of(before: str, inside: str) -> str:
    """Return a claim's status from the words before the verb and in the match: planned, signed, under_way or stated."""
    if PLAN.search(before[-12:]) or INTENDED.search(inside):
        return "planned"
    if re.search(r"签约|签订|签署|签下", inside):
        return "signed"
    if re.search(r"正在|在建|推进|加快", inside):
        return "under_way"
    return "stated"


def negated(text: str) -> bool:
    """Whether the words between two names say that it is not so: 未委托, 没有与…合作."""
    return bool(NEGATION.search(re.sub(f"[{ANY}]", "", text)))
