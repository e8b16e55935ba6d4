"""Whether a thing is said to be so: denied, planned, signed, under way or stated."""

from __future__ import annotations

import re

from kg.extract.clauses.patterns import ANY
from kg.lexicon import alternatives

NEGATION = re.compile(r"(?:未|没有|并非|并未|尚未|从未|不再|不会|不存在|不是|无关|取消|终止|暂停|未能|没能|没谈成|没有谈成)")
DENIAL = re.compile(r"否认|谣言|传闻|网传|不实|辟谣|虚假信息|不存在.{0,6}关系|没有.{0,12}关系|澄清|子虚乌有")
PLAN = re.compile(r"(?:拟|计划|将|预计|有意|意向|准备|打算|力争|争取|规划|谋划|论证)$|(?:拟|计划|将|有意)[^，。；]{0,10}$")


INTENDED = re.compile(r"拟|计划|有意|即将|打算|力争|(?<![主需重只首概摘提纲简必])要(?=[与同和跟向在把将])")
"""What inside a clause says that it is meant to be: 要与某公司对接; not 主要与, 需要与."""
VERBS = alternatives(
    *(f"verbs_{list_}" for list_ in ("act", "build", "build_jointly", "contract", "follow", "join", "order", "partner", "promote", "run"))
)
WILL = re.compile(
    r"将(?:于|在|会同|联合|携手|继续|进一步|陆续|共同|[由与向]|从(?!业)|对(?!口)|为(?!期)|以(?![上下内外])"
    rf"|(?:{alternatives('adverbs_act', 'elided_adverbs')})*(?:{VERBS}|投资|出资|提供|供应)(?![方者款额权单人用协框的]))"
)
"""将 before a verb or its preposition, when it tells what is to come: 将｜落实, 将｜为某站供应; not 将｜设备交给, 将｜投资款转给."""
SIGNED = re.compile("签约|签订|签署|签下")


def is_denied(sentence: str) -> bool:
    """Whether a sentence tells a thing only to deny it: 针对“甲是乙下属门店”的说法，甲予以否认."""
    return bool(DENIAL.search(sentence))


DEMANDS = re.compile("(?:要求|强调|指出|希望|提出)说?[，：]")
MUST = re.compile("(?<![主需重只首概摘提纲简必])要(?![求素点闻目])|务必|必须|应当|应该")
"""What makes the rest of a sentence a demand, after who demands it: 副市长要求，市经信局｜要｜靠前服务，帮助甲公司."""


def is_demanded(before: str) -> bool:
    """Whether the words before a verb make it part of what somebody demands, which is not yet done."""
    item = re.split("[。；]", before)[-1]
    demands = DEMANDS.search(item)
    return demands is not None and MUST.search(item, demands.end()) is not None


def is_to_come(text: str) -> bool:
    """Whether words that tell a thing say that it is yet to be done; what follows a signing says no more of that (签订协议，将建设…)."""
    signed = SIGNED.search(text)
    return bool(INTENDED.search(text) or WILL.search(text, 0, signed.start() if signed else len(text)))


def status_of(before: str, inside: str) -> str:
    """Return a claim's status from the words before the verb and in the match: planned, signed, under_way or stated."""
    if PLAN.search(before[-12:]) or is_to_come(inside):
        return "planned"
    if SIGNED.search(inside):
        return "signed"
    if re.search(r"正在|在建|推进|加快", inside):
        return "under_way"
    return "stated"


UNSIGNED = re.compile("(?:尚未|仍未|还未|还没有?|未)(?:正式)?(?:签订|签署|签约|签下)|初步意向")


def borne_out(status: str, said: str, before_last: str) -> str:
    """Return the status of a relation that a reader proposes as the words have it: denied only where something is denied.

    ``said`` are its clauses to the end of the sentence, ``before_last`` what its last clause says before the second name.
    """
    if status in ("denied", "signed") and UNSIGNED.search(said):
        return "planned"
    if status == "denied" and not (NEGATION.search(said) or DENIAL.search(said)):
        return "stated"
    return "planned" if status in ("stated", "signed") and WILL.search(before_last) else status


def negated(text: str) -> bool:
    """Whether the words between two names say that it is not so: 未委托, 没有与…合作."""
    return bool(NEGATION.search(re.sub(f"[{ANY}]", "", text)))
