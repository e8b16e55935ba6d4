"""Who oversees what: approval, supervision, money granted by an agency."""

from __future__ import annotations

from kg.extract.relations.base import Extent, RelationArticle
from kg.extract.rules import Rule
from kg.model import Mention

APPROVES = Rule(
    "oversees-approves",
    "oversees",
    "〔A甲厅〕批复〔J水厂工程〕。 => 甲厅 > 水厂工程",
    "〔J水厂工程〕待〔A甲厅〕批复。",
    0.85,
    r"<s:age1>(?:批复|批准|核准|审批|审核)(?:了|同意|通过)?(?:[ⓁⓏ])?[^ⓅⒸⒶⒾⓏⒿⒻⒼⓁ，。；]{0,6}<o:any>",
)
APPROVED_BY = Rule(
    "oversees-approved-by",
    "oversees",
    "〔Z工业园区〕于2013年经〔A省政府〕批准设立。 => 省政府 > 工业园区",
    "〔Z工业园区〕于2013年经专家论证，由〔A省政府〕宣布设立。",
    0.85,
    r"<o:any>[^ⓅⒸⒶⒾⓏⒿⒻⒼⓁ。；]{0,14}?(?:经|由|获|获得|得到|报)<s:age>(?:等部门)?(?:正式|研究)?(?:批复|批准|核准|审批|审定|备案)",
)
CALLED_IN = Rule(
    "oversees-called-in",
    "oversees",
    "〔A市生态环境局〕约谈〔C甲公司〕、〔C乙公司〕。 => 市生态环境局 > 甲公司、乙公司",
    "〔A市生态环境局〕约访专家，〔C甲公司〕到场。",
    0.8,
    r"<s:age>[^ⓅⒸⒶⒾⓏⒿⒻⒼⓁ，。；]{0,10}?(?:约谈|挂牌督办|督办|责令|监管)(?:了)?<o:com>",
)
WATCHES = Rule(
    "oversees-watches",
    "oversees",
    "〔A市住建局〕负责〔J水厂工程〕的质量监督。 => 市住建局 > 水厂工程",
    "〔A市住建局〕负责人介绍，〔J水厂工程〕已开工。",
    0.88,
    r"<s:age>(?:负责|承担)?(?:对)?<o:any>[^ⓅⒸⒶⒾⓏⒿⒻⒼⓁ，。；]{0,6}(?:监督|监管|督办|监察|验收|质量监督|安全监督)",
)
SUPERVISES = Rule(
    "oversees-supervises",
    "oversees",
    "〔A市水务局〕、〔A市住建局〕每周到现场督导〔J扩建工程〕进度和质量。 => 市水务局、市住建局 > 扩建工程",
    "〔A市水务局〕局长〔P张立〕到现场督导〔J扩建工程〕进度和质量。",
    0.82,
    r"(?P<verb>督导|督办|监管|监督|督促)(?:了)?<o:pro1>(?:的)?(?:进度|质量|建设|安全)",
)
PAYS = Rule(
    "oversees-funds",
    "oversees",
    "〔J大修工程〕总投资1.94亿元，其中〔A省交通厅〕补助9700万元。 => 省交通厅 > 大修工程",
    "〔J大修工程〕总投资1.94亿元，〔A省交通厅〕公布补助办法。",
    0.82,
    r"<s:age1>(?:补助|补贴|奖补|下达补助|拨付)(?:资金)?[0-9.]+(?:余|多)?(?:亿|万)?元",
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
REQUIRED = Rule(
    "oversees-required",
    "oversees",
    "〔A市交通局〕将根据〔A省交通厅〕要求，编制计划。 => 省交通厅 > 市交通局",
    "〔A市交通局〕将根据〔A省交通厅〕数据，编制计划。",
    0.6,
    r"<o:age1>[^ⓅⒸⒶⒾⓏⒿⒻⒼⓁ，。；]{0,4}(?:根据|按照|遵照)<s:age1>(?:的)?(?:要求|部署|安排)",
)
GUIDED = Rule(
    "oversees-guides",
    "oversees",
    "〔G消费节〕由〔A省文旅厅〕指导，〔A市文旅局〕主办。 => 省文旅厅 > 消费节",
    "〔G消费节〕由专家指导，〔A市文旅局〕主办。",
    0.75,
)
"""Written where a programme's runners are read (runs)."""
PATTERNS = (APPROVES, APPROVED_BY, CALLED_IN, WATCHES, REQUIRED)
RULES = (SUPERVISES, PAYS, REPORTED, FOLLOW_UP)


def find_oversight(article: RelationArticle) -> None:
    """Write supervision whose other end is spoken of before: the works in force, the firms just checked."""
    for folded, match in article.matches(SUPERVISES):
        if folded.mentions(0, match.start(), "Ⓟ"):
            continue
        subjects, extra_ranges = article.subject(folded, match.start(), "age")
        article.write(SUPERVISES, Extent(folded, *match.span()), subjects, folded.mentions(*match.span("o")), extra_ranges=extra_ranges)
    for folded, match in article.matches(PAYS):
        works, extra_ranges = article.work(folded, match.start())
        article.write(PAYS, Extent(folded, *match.span()), folded.mentions(*match.span("s")), works, extra_ranges=extra_ranges)
    for folded, match in article.matches(REPORTED):
        zones: list[Mention] = [m for m in article.draft.mentions if m.type == "zone" and m.start < folded.starts[match.start()]][-1:]
        extra_ranges = [(zones[0].start, zones[0].end)] if zones else []
        article.write(REPORTED, Extent(folded, *match.span()), folded.mentions(*match.span("s")), zones, extra_ranges=extra_ranges)
    for folded, match in article.matches(FOLLOW_UP):
        found = [m for s in article.earlier(folded, 2) for m in s.mentions(0, len(s.text), "Ⓒ")]
        extra_ranges = [(found[0].start, found[-1].end)] if found else []
        article.write(FOLLOW_UP, Extent(folded, *match.span()), folded.mentions(*match.span("s")), found, extra_ranges=extra_ranges)
