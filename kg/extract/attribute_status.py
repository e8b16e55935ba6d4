"""How far a thing has come, and when: status words (`尚未开工`, `建成投运`), start and completion dates. Knows no owner."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kg.lexicon.tables import alternatives, rows

NOT_YET = "尚未|暂未|仍未|未能|没有|还未|并未|未列入|未"
ASPECT = "正在|正|基本|拟|即将|已|顺利|全面|全部|全线|正式|提前|有序|稳步|如期|转入|进入"
DAY = (r"(?:\d{4}年|今年|明年|去年|后年|前年|当年)?(?:\d{1,2}月(?:\d{1,2}[日号]|底前?|初|中旬|上旬|下旬|末)?)(?:上午|下午|晚)?(?:\d{1,2}时(?:\d{1,2}分)?)?"
       r"|(?:今年|明年|去年|后年|\d{4}年)(?:上半年|下半年|年?底前?|年?初|第?[一二三四]季度|春节前|内)?"
       r"|本月(?:底|初|中旬|上旬|下旬)?|下月(?:底|初|中旬|上旬|下旬)?|年底前?|年内|上半年|下半年|月底前?|即日起?|[一二三四]季度")
START = "开工建设|开工|动工|启动建设|启动|奠基|开建|进场施工|实施|施行|起施行|起实施|正式施行|开展"
DONE = "建成投产|建成投用|建成投运|建成通车|竣工投产|竣工投运|投产|试产|竣工|投运|投用|完工|建成|投入使用|投入运营|投入运行|通水|通车|通气|并网发电|并网|交工|贯通|达产"
ADVERB = "将于|将|于|已于|已经于|已经|已|起|正式|顺利|全部|全线|计划|预计|可|即可|能|拟|底|前|全面|实现|整体|主体"


@dataclass(frozen=True, slots=True)
class Status:
    """A printed status in a clause: article offsets and the stage that it means."""

    start: int
    end: int
    stage: str


@dataclass(frozen=True, slots=True)
class Dated:
    """A printed date of a beginning or an end: article offsets of the date, key "start" or "completion", end of the verb."""

    start: int
    end: int
    key: str
    verb_end: int


@cache
def stages() -> dict[str, str]:
    """Return status word → stage."""
    return {word: stage for stage, word, _ in rows("attribute_status.tsv")}


@cache
def weak_words() -> frozenset[str]:
    """Return the words that are a status only with an aspect or a negation: 规划, but 正在规划."""
    return frozenset(word for _, word, strength in rows("attribute_status.tsv") if strength == "weak")


@cache
def status_pattern() -> re.Pattern[str]:
    """Return the pattern of a printed status: negation or aspect, then status words."""
    words = alternatives("attribute_status.tsv", 1)
    return re.compile(rf"(?P<no>(?:{NOT_YET}))(?:[^，。；]{{0,3}}?)(?P<noword>{words})(?:建设|正式协议|合同)?"
                      rf"|(?P<aspect>(?:正在|正|仍在|基本|拟|顺利|有序|稳步|全线)+)?(?P<word>(?:{words})+)(?P<tail>中)?")


def statuses(text: str, offset: int) -> list[Status]:
    """Return the printed statuses of a clause; ``offset`` is where it starts in the article."""
    found = []
    for match in status_pattern().finditer(text):
        word = match["noword"] or match["word"]
        longest = next((w for w in sorted(stages(), key=len, reverse=True) if word.endswith(w)), word)
        found.append(Status(offset + match.start(), offset + match.end(), "held_up" if match["no"] else stages()[longest]))
    return found


@cache
def date_pattern() -> re.Pattern[str]:
    """Return the pattern of a date with the verb that says what began or ended then."""
    return re.compile(rf"(?P<date>{DAY})(?:{ADVERB})*(?P<gap>[^，。；、]{{0,14}}?)(?P<verb>(?P<done>{DONE})|(?P<begun>{START}))")


def dates(text: str, offset: int) -> list[Dated]:
    """Return the dated beginnings and ends of a clause."""
    return [Dated(offset + m.start("date"), offset + m.end("date"), "completion" if m["done"] else "start", offset + m.end("verb"))
            for m in date_pattern().finditer(text)]
