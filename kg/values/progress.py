"""How far a project has come, and when: status words (`尚未开工`, `建成投运`), start and completion dates. Knows no owner."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kg.lexicon import rows

NOT_YET = "尚未|暂未|仍未|未能|没有|还未|并未|未"
ASPECT = "正在|正式|正|拟|基本|顺利|有序|稳步|加快|全线|全面|全部|部分|陆续|成功|集中"
BARE = re.compile("^(?:(?:顺利|有序|稳步|全面|正在|正式|正|仍在|成功|集中|陆续)+)(?=.)")
YEAR = r"(?:\d{4}年|今年|明年|去年|后年|前年|当年)"
MONTH = r"\d{1,2}月(?:\d{1,2}[日号]|底前?|初|中旬|上旬|下旬|末)?"
HOUR = r"(?:上午|下午|晚)?(?:\d{1,2}时(?:\d{1,2}分)?)?"
SEASON = "上半年|下半年|年?底前?|年?初|第?[一二三四]季度|春节前"
HOLIDAY = "(?:元旦|春节|五一|国庆|中秋)节?(?:前夕?|后|期间)"
RELATIVE = "本月(?:底|初|中旬|上旬|下旬)?|下月(?:底|初|中旬|上旬|下旬)?|年底前?|年内|上半年|下半年|月底前?|即日起|[一二三四]季度"
DAY = rf"{YEAR}?(?:{MONTH}){HOUR}|{YEAR}(?:{SEASON})|{YEAR}?{HOLIDAY}|(?:\d{{4}}年|明年|后年)|{RELATIVE}"
"""When something begins or ends: 2021年3月5日上午, 明年上半年, 春节前夕, 年底前."""

START = "开工建设|开工(?!作)|(?<![行活])动工(?!作)|启动建设|启动|奠基|开建|进场施工|起施行|施行|起实施"
DONE = (
    "建成投产|建成投用|建成投运|建成通车|竣工投产|竣工投运|投产|试产|竣工|投运|投用|完工|建成|投入使用|投入运营|投入运行|通水|通车"
    "|通气|并网发电|并网"
    "|交工|贯通|达产|建成通水|建成使用"
    "|完工投产|验收通过|通过验收|通过竣工验收|交付使用|竣工送电|建成送电|全线通车|全线贯通|开馆|开园"
)
ADVERB = "将于|将|于|已于|已经于|已经|已|起|正式|顺利|全部|全线|计划|预计|可|即可|能|拟|底|前|全面|实现|整体|日前"


@dataclass(frozen=True, slots=True)
class Status:
    """A printed status in a clause: article offsets and the stage that it means; ``weak`` if it needs an aspect and has none.

    ``free`` is a negation with a verb that no list holds (暂未对外迎客): it counts only right after its subject.
    """

    start: int
    end: int
    stage: str
    weak: bool = False
    free: bool = False


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
    return {word: stage for stage, word, _ in rows("attribute_status")}


@cache
def weak_words() -> re.Pattern[str]:
    """Return the pattern of words that are a status only with an aspect or a negation: 规划, but 正在规划."""
    weak = sorted((word for _, word, strength in rows("attribute_status") if strength == "weak"), key=lambda w: (-len(w), w))
    return re.compile(f"(?:{'|'.join(weak)})+")


PAPERS = "(?:可研|初设|立项|环评|项目建议书|可行性研究报告|可研报告|初步设计|实施方案)"
APPROVED = "(?:获批复|获批|批复|通过评审|编制完成|批复完成)"
FIXED = (
    "(?:资金|用地|手续)(?:尚未|仍未|未)落实",
    "前期工作(?:(?:正在|正|有序|加快|稳步|扎实|全面|积极|顺利)*(?:推进|开展)|基本完成|已完成)",
    f"{PAPERS}(?:已|已经|均已)?{APPROVED}",
    "(?:转入|进入)[^，。；]{2,8}?(?=阶段)",
    "(?<=转为)(?:备用|运营)",
)
"""States that no single word says: 资金尚未落实, 环评已获批复, 转入电气安装｜阶段."""


@cache
def status_pattern() -> re.Pattern[str]:
    """Return the pattern of a printed status: a negation or an aspect, then status words; or a fixed phrase."""
    free = "[\u4e00-\u9fff]{2,8}?(?=[，。；,.;！\n”]|$)"
    words = "|".join(f"{w}(?!作)" if w.endswith("工") else w for w in sorted(stages(), key=lambda w: (-len(w), w)))
    negated = rf"(?P<no>(?<![并从])(?:{NOT_YET}))(?P<noword>(?:{words})(?:建设|正式协议|合同)?(?![\u4e00-\u9fff])|{free})"
    positive = rf"(?P<aspect>(?:{ASPECT})+地?)?(?P<word>(?:{words})+)(?P<tail>中)?"
    return re.compile("|".join((negated, *FIXED, positive)))


def statuses(text: str, offset: int) -> list[Status]:
    """Return the printed statuses of a clause; ``offset`` is where it starts in the article.

    顺利 and 正在 before a word that is a status by itself are no part of it: 顺利投运 → 投运, but 正在规划.
    """
    return [status for match in status_pattern().finditer(text) if (status := status_of(match, offset))]


def status_of(match: re.Match[str], offset: int) -> Status | None:
    """Return what a match of the pattern says; None for 没有 and 未来 before a word that is no status."""
    start, end = offset + match.start(), offset + match.end()
    word = match["noword"] or match["word"]
    if match["no"] and (match["no"] == "没有" or word.startswith("来")) and word not in stages():
        return None
    if word is None:
        return Status(start, end, "under_way")
    longest = next((w for w in sorted(stages(), key=len, reverse=True) if word.endswith(w)), "")
    if match["no"]:
        return Status(start, end, "held_up", free=not longest)
    is_weak = weak_words().fullmatch(word) is not None
    bare = BARE.match(match.group())
    if bare and not is_weak:
        start += bare.end()
    return Status(start, end, stages().get(longest, "under_way"), is_weak and not (match["aspect"] or match["tail"]))


@cache
def date_pattern() -> re.Pattern[str]:
    """Return the pattern of a date with the verb that says what began or ended then, in one clause or with a comma right after the date."""
    return re.compile(
        rf"(?P<date>{DAY})(?P<comma>[，,])?(?:{ADVERB})*(?P<gap>[^，,。；、]{{0,40}}?)(?P<verb>(?P<done>{DONE})"
        rf"|(?P<begun>{START}))"
    )


STAGED = re.compile("仪式|活动|典礼|动员|现场|大会|推进会|谋划|筹备|准备|计划|情况")
"""What makes the verb the name of a gathering: 6月3日，甲县举行乙项目开工｜仪式."""


def dates(text: str, offset: int) -> list[Dated]:
    """Return the dated beginnings and ends of a stretch: a word that only names a day says nothing about progress (5月16日，记者获悉)."""
    found = []
    for m in date_pattern().finditer(text):
        if (len(m["gap"]) > 14 and not m["comma"]) or UNRELATED.search(m["gap"]) or STAGED.match(text, m.end()):
            continue
        key = "completion" if m["done"] else "start"
        found.append(Dated(offset + m.start("date"), offset + m.end("date"), key, offset + m.end("verb")))
    return found


UNRELATED = re.compile("获悉|介绍|表示|说|了解到|以来|原定|主体|封顶|结构")
"""Words between a date and a verb that show the verb is not about the work: 5月16日，记者获悉…, 月底｜主体｜完工."""
SPAN = re.compile(rf"自?(?P<from>{DAY})(?:起)?(?:至|到)(?P<to>{DAY})")
LASTS = re.compile(rf"(?:持续|延续)(?:至|到)(?P<to>{DAY})")
FINISH = re.compile(rf"(?P<to>{DAY})(?:按计划|全面|如期|全部)?完成(?=[“《]?(?P<what>.))")
SINCE = re.compile(rf"(?P<from>{DAY})(?:以来|起)[，,]")


def spans(text: str, offset: int) -> list[tuple[int, int, str]]:
    """Return (start, end, key) of the dates between which something runs: 自A至B, 持续到B, 10月以来."""
    found = []
    for pattern in (SPAN, LASTS, FINISH, SINCE):
        for match in pattern.finditer(text):
            for group, key in (("from", "start"), ("to", "completion")):
                if match.groupdict().get(group):
                    found.append((offset + match.start(group), offset + match.end(group), key))
    return found
