"""Development zones and parks that a page names short: 开发区, 示范区（高新区）, 生物医药产业园.

A bare form is a name only on a page that has its full form, says 以下简称, names an office of it, or is the zone's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.extract.mentions.candidates import Candidate, made
from kg.extract.mentions.tagged import TaggedArticle
from kg.lexicon import alternatives

BARE = (
    r"(?:高新技术产业开发区|经济技术开发区|经济开发区|高新技术产业园区|高新技术产业园|先进制造业开发区|城乡一体化示范区|一体化示范区|"
    r"产业集聚区|产业集聚园区|"
    r"开发区|高新区|经开区|示范区|集聚区|新区|保税区|综保区|自贸区|航空港区|港区|度假区|商务区)"
)
TWIN = re.compile(rf"(?P<first>{BARE})[（(](?P<second>{BARE})[）)]")
NOT_BEFORE = re.compile(
    r"(?:国家|国家级|省级|级|各|全国|全省|百强|类|个|多|创新|创建|先行|改革|试验|综合|农业|生态|文明|标准化|产业|经济|技术|强|等|新型|"
    r"合作|特区|老|建|旅游|风景|保护|城市|核心|功能)$"
)
OFFICE = re.compile(
    r"(?:党工委|管委会|管理委员会|工委|应急管理局|财政局|社会事业局|经济发展局|建设局|住建局|消防救援大队|公安分局|税务局|"
    r"国土空间规划委员会|城市管理|人力资源)"
)


def bare_forms(tagged_articles: Sequence[TaggedArticle], full: Sequence[str]) -> frozenset[str]:
    """Return the bare forms that name a zone on this page: each has a full form here, an office, or is the page's own zone."""
    zone = next((article.draft.article.locality.zone for article in tagged_articles if article.draft.article.locality.zone), None) or ""
    forms: set[str] = set()
    for article in tagged_articles:
        with article.draft.spared():
            forms.update(own_forms(article, zone, full))
    return frozenset(forms)


def own_forms(article: TaggedArticle, zone: str, full: Sequence[str]) -> Iterator[str]:
    """Yield the bare forms in an article that name a zone; ``zone`` is the page's own, "" if it is of none."""
    for match in re.finditer(BARE, article.text):
        form = match.group()
        if not NOT_BEFORE.search(article.text, max(0, match.start() - 4), match.start()) and (
            form in zone or is_own(article, match) or any(is_longer(name, form) for name in full)
        ):
            yield form


def is_longer(name: str, form: str) -> bool:
    """Whether a name ends with a bare form and has more."""
    return name.endswith(form) and name != form


def is_own(article: TaggedArticle, match: re.Match[str]) -> bool:
    """Whether a bare form names one zone by itself: 高新区, one with an office, in the headline's front, after 简称."""
    headline = next((article.text[s.start : s.end] for s in article.draft.article.sections if s.kind == "headline"), "")
    return (
        match.group() in ("高新区", "经开区")
        or headline.startswith(match.group())
        or bool(OFFICE.match(article.text, match.end()))
        or (match.start() > 4 and article.text[match.start() - 1] == "称")
    )


def find_bare(article: TaggedArticle, forms: frozenset[str]) -> list[Candidate]:
    """Return where an article prints the page's bare forms, and 示范区（高新区） as one zone with both names inside."""
    found = [made("zone-twin", m.start(), m.end()) for m in TWIN.finditer(article.text) if m["first"] in forms or m["second"] in forms]
    for match in re.finditer(BARE, article.text):
        form = match.group()
        if LEVEL.search(article.text, max(0, match.start() - 1), match.start()):
            if article.is_edge(match.start() - 1) and match.group() != "新区":
                found.append(made("zone-of-city", match.start() - 1, match.end()))
            continue
        twin = any(c.start <= match.start() and match.end() <= c.end for c in found)
        if (form in forms or twin) and not NOT_BEFORE.search(article.text, max(0, match.start() - 4), match.start()):
            found.append(made("zone-bare", match.start(), match.end()))
    return found


LEVEL = re.compile(r"(?<![\u3400-\u9fff])[市县]$|(?<=[，。、：；到在与和对赴由从）)])[市县]$")
"""Before a bare form: the page's own city, 市|经开区; not the end of a city's name."""


def find_trade_parks(article: TaggedArticle) -> list[Candidate]:
    """Return parks named by their trade alone, on a page about a zone: 生物医药产业园, 电子商务产业园."""
    pattern = re.compile(
        rf"(?!建设|投资|开发|运营|管理|打造|服务)(?:(?:{alternatives('trades')}|装备|合作|高端){{1,3}})(?:产业园区|产业园|科技园|"
        rf"创业园|服务园区|物流园)|"
        rf"[\u3400-\u9fff]{{2}}园区?(?=[，。、的发]|内)"
    )
    return [
        made("zone-trade-park", m.start(), m.end())
        for m in pattern.finditer(article.text)
        if m.start() in article.edges and PARK.search(m.group()) and PARK.sub("", m.group()) not in COMMON
    ]


COMMON = (
    "产业",
    "现代农业",
    "农业",
    "工业",
    "科技",
    "高新技术",
    "现代",
    "综合",
    "智能",
    "专业",
    "创业",
    "园区",
    "产业园区",
    "新兴产业",
    "企业",
    "高端",
)
PARK = re.compile(r"(?:产业园区?|科技园|创业园|服务园区|物流园)$|^(?:火炬|星火|双创|科创)园$")
