"""Who oversees what: supervision, firms called in, plans reported for approval."""

from __future__ import annotations

from kg.extract.relations.base import Extent, RelationArticle
from kg.extract.rules import Rule
from kg.model import Mention

CALLED_IN = Rule(
    "oversees-called-in",
    "oversees",
    "〔A市生态环境局〕约谈〔C甲公司〕、〔C乙公司〕。 => 市生态环境局 > 甲公司、乙公司",
    "〔A市生态环境局〕约访专家，〔C甲公司〕到场。",
    0.8,
    r"<s:age>[^ⓅⒸⒶⒾⓏⒿⒻⒼⓁ，。；]{0,10}?(?:约谈|挂牌督办|督办|责令|监管)(?:了)?<o:com>",
)
SUPERVISES = Rule(
    "oversees-supervises",
    "oversees",
    "〔A市水务局〕、〔A市住建局〕每周到现场督导〔J扩建工程〕进度和质量。 => 市水务局、市住建局 > 扩建工程",
    "〔A市水务局〕局长〔P张立〕到现场督导〔J扩建工程〕进度和质量。",
    0.82,
    r"(?P<verb>督导|督办|监管|监督|督促)(?:了)?<o:pro1>(?:的)?(?:进度|质量|建设|安全)",
)
REPORTED = Rule(
    "oversees-reported",
    "oversees",
    "〔Z科技园〕规划方案报请〔A市委〕、〔A市政府〕审核确认。 => 市委、市政府 > 科技园",
    "〔Z科技园〕规划方案在〔A市委〕、〔A市政府〕的网站公布。",
    0.7,
    r"(?:报请|报|提请|呈报)<s:age>(?:审核|审批|批准|审定|审议|同意|研究)",
)
FOLLOW_UP = Rule(
    "oversees-follow-up",
    "oversees",
    "〔P张立〕到〔C甲公司〕检查。其余3处由〔A区应急局〕跟踪督办。 => 区应急局 > 甲公司",
    "〔P张立〕到〔C甲公司〕检查。其余3处由〔A区应急局〕汇总。",
    0.75,
    r"由<s:age1>(?:负责)?(?:跟踪)?(?:督办|监管|督导|监督|查处)",
)
PATTERNS = (CALLED_IN,)
RULES = (SUPERVISES, REPORTED, FOLLOW_UP)


def find_oversight(article: RelationArticle) -> None:
    """Write supervision whose other end is spoken of before: the agency in force, the firms just checked, the zone reported on."""
    for folded, match in article.matches(SUPERVISES):
        if folded.mentions(0, match.start(), "Ⓟ"):
            continue
        subjects, extra_ranges = article.subject(folded, match.start(), "age")
        article.write(SUPERVISES, Extent(folded, *match.span()), subjects, folded.mentions(*match.span("o")), extra_ranges=extra_ranges)
    for folded, match in article.matches(REPORTED):
        zones: list[Mention] = [m for m in article.draft.mentions if m.type == "zone" and m.start < folded.starts[match.start()]][-1:]
        extra_ranges = [(zones[0].start, zones[0].end)] if zones else []
        article.write(REPORTED, Extent(folded, *match.span()), folded.mentions(*match.span("s")), zones, extra_ranges=extra_ranges)
    for folded, match in article.matches(FOLLOW_UP):
        found = [m for s in article.earlier(folded, 2) for m in s.mentions(0, len(s.text), "Ⓒ")]
        extra_ranges = [(found[0].start, found[-1].end)] if found else []
        article.write(FOLLOW_UP, Extent(folded, *match.span()), folded.mentions(*match.span("s")), found, extra_ranges=extra_ranges)
