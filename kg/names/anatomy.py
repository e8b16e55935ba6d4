"""The anatomy of a name: what is place, what is brand and trade, what is form; and the key under which a name is one.

    河南森源电气股份有限公司   河南 | 森源电气 | 股份有限公司
    许昌市市场监管局          key 许昌市市场监督管理局
    “四个一百”专项行动        wrapping marks stay inside, 《…管理办法》 loses them

``dissect`` asks the table of divisions and the list of company forms; ``split_trades`` the words of trade, so that the core of a
company's name falls into brand | trade.

Knows names alone: no article, no page, no other name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from kg.lexicon import ordered, rows, words
from kg.names import places

QUOTES = str.maketrans("", "", "“”‘’\"'《》〈〉「」『』")
NARROW = str.maketrans("（），：；！？—－–·•", "(),:;!?---··")
WRAPS = (("《", "》"), ("“", "”"), ("〈", "〉"), ("「", "」"), ("『", "』"), ("‘", "’"))
GROUPS = ("国家电网公司", "国家电网", "国网", "南方电网", "中国石化", "中国石油", "中共", "共青团")
BRACKET = re.compile(r"[(（]([^()（）]{1,8})[)）]")


DOUBLED = re.compile(r"^([一-龥]县)县(?=委)")
"""隰县县委 and 隰县委 are one."""
SESSION = re.compile(r"第?[一二三四五六七八九十]{1,3}届(?=人民代表大会|人大|委员会|政协)")
"""Which term a congress serves: 大同市第十五届人民代表大会 is 大同市人民代表大会."""


@dataclass(frozen=True, slots=True)
class Anatomy:
    """A name taken apart; ``place + core + form`` is the name without its bracketed place."""

    name: str
    place: str
    core: str
    form: str


def unwrap(name: str) -> str:
    """Return a name without the marks that wrap the whole of it: 《管理办法》 → 管理办法, “标准化+”战略 as it is."""
    for left, right in WRAPS:
        if name.startswith(left) and name.endswith(right) and name.find(right) == len(name) - 1:
            return name[1:-1]
    return name


@lru_cache(maxsize=1 << 16)
def plain(name: str) -> str:
    """Return a name as it is compared: no quotation or title marks, full-width marks folded, Latin in one case, 第3 as 第三."""
    return numbered(name.translate(QUOTES).translate(NARROW).casefold())


NUMBERED = re.compile(r"(?<=第)\d{1,2}(?!\d)|(?<=[\u4e00-\u9fff])(?<!第)\d{1,2}(?=局|院|中学|小学|冶|处|公司|建)")
DIGITS = "零一二三四五六七八九"


def numbered(name: str) -> str:
    """Return a name with the number that distinguishes it in Chinese numerals: 第3中学 → 第三中学, 中铁11局 → 中铁十一局."""
    return NUMBERED.sub(lambda match: numeral(int(match.group())), name)


def numeral(number: int) -> str:
    """Return a number below 100 in Chinese numerals: 11 → 十一, 20 → 二十."""
    tens, ones = divmod(number, 10)
    lead = ("" if tens == 1 else DIGITS[tens]) + "十" if tens else ""
    return lead + (DIGITS[ones] if ones or not tens else "")


@cache
def forms() -> tuple[str, ...]:
    """Return the forms of enterprises, longest first."""
    return tuple(sorted(ordered("link_company_forms"), key=lambda form: (-len(form), form)))


@cache
def abbreviations() -> tuple[tuple[str, str], ...]:
    """Return (short suffix, full suffix) of bodies, longest short suffix first."""
    return tuple(sorted(((row[0], row[1]) for row in rows("agency_abbreviations")), key=lambda row: (-len(row[0]), row)))


@lru_cache(maxsize=1 << 16)
def full_suffix(name: str) -> str:
    """Return an agency's name with its suffix written out: 许昌市市场监管局 → 许昌市市场监督管理局."""
    for short, full in abbreviations():
        if name.endswith(short) and not name.endswith(full):
            return name[: -len(short)] + full
    return name


@lru_cache(maxsize=1 << 16)
def key(name: str, type_: str) -> str:
    """Return what two names of a type must share to be the same name; never shown."""
    told = plain(unwrap(name))
    if type_ == "agency":
        told = full_suffix(SESSION.sub("", DOUBLED.sub(r"\1", told.removeprefix("中共"))))
    if type_ == "programme":
        told = campaign(name, told)
    if type_ in ("facility", "project"):
        told = re.sub(r"线路$", "线", re.sub(r"(核|火|水|热|光伏|风)电厂", r"\1电站", told))
        told = re.sub(r"(?<=.....)(?:项目|工程)$", "", told) if type_ == "project" else told
    if type_ == "institution":
        told = re.sub(r"(?<=中心|完全|实验|职业)校$", "学校", told)
    return told.replace("(", "").replace(")", "") if type_ in ("zone", "agency", "company") else told


PROGRAMME_SUFFIXES = re.compile(r"((专项|集中|综合)?(行动|活动|工程|计划|工作|建设|创建|战略|整治|治理|政策|方案|制度|机制))+$")
QUOTED = re.compile(r"^[^“”]{0,4}“([^”]+(?:“[^”]*”[^”]*)*)”")


def campaign(name: str, told: str) -> str:
    """Return a campaign's key without what kind it is: “空心院”整治 and “空心院”治理, …创建工作 and …创建活动 are one."""
    told = re.sub(r"(?<=[a-z0-9])-(?=[a-z0-9])", "", told)
    core = PROGRAMME_SUFFIXES.sub("", told)
    quoted = QUOTED.match(name)
    return core if len(core) >= 6 or (quoted and core == plain(quoted[1])) else told


@lru_cache(maxsize=1 << 16)
def leading_place(name: str) -> str:
    """Return the place that a name opens with, as printed: 河南省, 许昌, 许昌市建安区; empty if it opens with none."""
    end = 0
    while True:
        step = next((size for size in range(min(len(name) - end, 9), 1, -1) if places.known(name[end : end + size])), 0)
        if not step:
            return name[:end]
        end += step


def without_place(name: str) -> str:
    """Return a name without the place it opens with: 船山区石鹿溪综合治理工程 → 石鹿溪综合治理工程."""
    lead = leading_place(name)
    return name[len(lead) :] if lead and len(name) - len(lead) >= 3 else name


@lru_cache(maxsize=1 << 16)
def dissect(name: str) -> Anatomy:
    """Take an enterprise's name apart: 津药瑞达（许昌）生物科技有限公司 → place 许昌, core 津药瑞达生物科技, form 有限公司."""
    told = plain(name)
    inner = BRACKET.search(told)
    place = ""
    if inner:
        told = told[: inner.start()] + told[inner.end() :]
        place = inner[1] if places.known(inner[1]) else ""
    form = next((f.casefold() for f in forms() if told.endswith(f.casefold()) and len(told) > len(f)), "")
    core = told[: len(told) - len(form)] if form else told
    lead = leading_place(core)
    if lead and len(core) - len(lead) >= 2:
        core, place = core[len(lead) :], lead
    elif not lead and form and len(core) >= 6 and any((d.county or "").endswith("县") for d in places.fulls(core[:2])):
        core, place = core[2:], core[:2]
    return Anatomy(name, place, core, form)


def has_legal_form(name: str) -> bool:
    """Whether a name is a registered name in full, so that no second enterprise of the country bears it."""
    anatomy = dissect(name)
    return (
        anatomy.form.endswith(("有限公司", "有限责任公司", "合作社", "gmbh", "ag", "sas", "ltd", "ltd.", "inc", "inc."))
        and len(anatomy.core) >= 2
    )


def without_form(text: str) -> str:
    """Return a company's name, or the end of one, without its form and the bracketed place before it: （许昌）有限公司 → ""."""
    form = next((form for form in forms() if text.endswith(form)), "")
    rest = text[: len(text) - len(form)]
    return BRACKET_END.sub("", rest) if form else text


BRACKET_END = re.compile(r"[(（][\u3400-\u9fff]{2,6}[)）]$")


def split_trades(text: str) -> tuple[str, tuple[str, ...]]:
    """Return the shortest brand of two characters or more after which all is words of trade, and these words; a bare brand has none."""
    for size in range(2, len(text)):
        cut = trade_words(text[size:])
        if cut:
            return text[:size], cut
    return text, ()


def trade_words(text: str) -> tuple[str, ...] | None:
    """Return the text as words of trade, longest first; None if it is not made of them."""
    if not text:
        return ()
    for size in range(min(6, len(text)), 1, -1):
        if text[:size] in words("trades") or (size <= 3 and text[:size] in ("集团", "中心")):
            rest = trade_words(text[size:])
            if rest is not None:
                return (text[:size], *rest)
    return None
