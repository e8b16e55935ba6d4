"""located_in: what is said of many bodies or works at once.

射阳6个重大产业项目集中开工 … 甲项目总投资…，乙项目…   → 甲 and 乙 in 射阳
甲、乙、丙等一批知名企业相继落户青川市                  → all three in 青川市
"""

from __future__ import annotations

import re

from kg.extract.clauses.folded import Folded
from kg.extract.clauses.modality import negated
from kg.extract.clauses.patterns import ANY, COMMA_AND, GAP, compiled
from kg.extract.relations.base import Extent, RelationArticle
from kg.extract.relations.undertakes.owners import BARE_PHASE
from kg.extract.rules import Rule
from kg.model import Mention

SETTLE = r"(?:入驻|落户|落地|进驻|扎根|安家|布局|投资兴业)"

TOGETHER = Rule(
    "located-together",
    "located_in",
    "〔L青川〕6个重大产业项目集中开工¶〔J甲桨叶项目〕总投资3亿元。 => 甲桨叶项目 > 青川",
    "〔L青川〕推介会签约6个项目¶〔J甲桨叶项目〕总投资3亿元。",
    0.85,
    rf"<o:where1>{GAP}{{0,4}}?(?:举行|举办)?{GAP}{{0,16}}?(?:(?:项目|Ⓙ)(?:建设)?集中(?:开工|开竣工|竣工|开建|投产)|集中开工[^，。]{{0,6}}(?:项目|Ⓙ))",
)

SETTLED = Rule(
    "located-settled-works",
    "located_in",
    "5个重点招商项目落户〔L青川县〕¶〔J甲面料项目〕将于明年投产。 => 甲面料项目 > 青川县",
    "争取5个重点招商项目落户〔L青川县〕¶〔J甲面料项目〕将于明年投产。",
    0.85,
    rf"^{GAP}{{0,6}}?[0-9一二两三四五六七八九十]+(?:个|大)(?:重点|重大|招商|产业|工业|优质|亿元)*(?:项目|Ⓙ)(?:集中|签约|成功)?(?:落户|落地|开工)(?:于|在)?<o:where1>",
)

DREW = Rule(
    "located-drew",
    "located_in",
    "〔L青川市〕用优良的环境，吸引来〔C甲公司〕、〔C乙公司〕等一批知名企业落户。 => 甲公司、乙公司 > 青川市",
    "〔L青川市〕用优良的环境，吸引各地客商关注〔C甲公司〕。",
    0.85,
    rf"(?:吸引|引进|引入|迎来|招引)(?:来|了|到)*(?:包括)?<s:site>(?:等{GAP}{{0,18}})?{GAP}{{0,6}}?{SETTLE}|(?:引进|招引|引入|引来|引育)(?:了|到)?<s2:com>等{GAP}{{0,12}}(?:企业|公司|项目|Ⓙ)",
)

CAME = Rule(
    "located-came",
    "located_in",
    "〔C甲公司〕、〔C乙公司〕等国内众多行业领军企业相继落户〔L青川市〕。 => 甲公司、乙公司 > 青川市",
    "〔C甲公司〕、〔C乙公司〕等企业希望落户〔L青川市〕。",
    0.88,
    rf"<s:com>等{GAP}{{0,18}}(?:企业|公司|集团|巨头|品牌|商家){GAP}{{0,6}}?{SETTLE}(?:了|于|在|到)?<o:where1>",
)

FIRMS_OF = Rule(
    "located-firms-of",
    "located_in",
    "一行实地调研了〔C甲公司〕、〔C乙公司〕等〔Z高新区〕企业和项目。 => 甲公司、乙公司 > 高新区",
    "〔C甲公司〕、〔C乙公司〕等与〔Z高新区〕企业座谈。",
    0.85,
    rf"<s:site>等(?:[0-9一二两三四五六七八九十多余]+[家个])?<o:where1>{GAP}{{0,6}}?(?:企业|项目|Ⓙ)(?=和|、|及|，|。|进行|开展|实地|现场|调研|考察|$)",
)

STOPS = Rule(
    "located-stops",
    "located_in",
    "检查组观摩了〔Z开发区〕〔J甲基地〕、〔J乙基地〕四个项目。 => 乙基地 > 开发区",
    "检查组从〔Z开发区〕到〔J甲基地〕、〔J乙基地〕。",
    0.8,
    r"(?:参观|考察|观摩|察看|查看|深入|走进|来到|前往|走访|调研|(?:先后|分别|依次)到)(?:了|到)?<o:zon1>(?:的)?<s:site>",
)

NEIGHBOURS = Rule(
    "located-neighbours",
    "located_in",
    "一行参观了〔Z〔Z开发区〕商务区〕、〔Z乙产业园〕等项目现场。 => 乙产业园 > 开发区",
    "一行参观了〔Z开发区〕、〔Z乙产业园〕等项目现场。",
    0.75,
    r"(?:参观|考察|观摩|察看|查看|深入|走进|来到|前往|走访|(?:先后|分别|依次)[到对]|调研)(?:了|到)?<s:any>",
)

SURVEYED = Rule(
    "located-surveyed",
    "located_in",
    "一行先后到〔C甲公司〕、〔Z乙产业园〕等重点企业，深入了解〔Z高新区〕产业培育情况。 => 甲公司、乙产业园 > 高新区",
    "一行先后到〔C甲公司〕、〔Z乙产业园〕，了解产品在〔L青川市〕的销路。",
    0.75,
    rf"(?:参观|考察|观摩|察看|查看|深入|走进|来到|前往|走访|(?:先后|分别|依次)到)(?:了|到)?<s:site>{GAP}{{0,16}}，{GAP}{{0,12}}(?:了解|感受|察看)(?:了)?<o:zon1>",
)

THESE = Rule(
    "located-these",
    "located_in",
    "一行考察了〔C甲公司〕、〔C乙公司〕等。这些都是近年来〔L青川市〕招商引进的项目。 => 甲公司、乙公司 > 青川市",
    "一行考察了〔C甲公司〕、〔C乙公司〕等。这些都是〔L青川市〕的客户。",
    0.8,
    rf"^这(?:些|几个|几家){GAP}{{0,8}}?是{GAP}{{0,6}}?<o:where1>[^{ANY}。；]{{0,16}}(?:引进|招引|引来|落户|落地|承接)的(?:项目|企业|重点|Ⓙ)",
)

OF_ALL = Rule(
    "located-of-all",
    "located_in",
    "今年省列重大项目涉及〔L青川市〕的共有9个。〔J甲水库〕、〔J乙高速〕进展顺利。 => 甲水库、乙高速 > 青川市",
    "今年〔L青川市〕召开重点项目推进会。〔J甲水库〕、〔J乙高速〕进展顺利。",
    0.7,
    rf"(?:重大|重点|亿元以上|省列|省级|市级|省市|招商){GAP}{{0,6}}项目{GAP}{{0,4}}涉及<o:where1>|<o2:where1>{GAP}{{0,3}}(?:亿元以上|省市|重大|重点)+{GAP}{{0,4}}项目(?:建设)?(?:累计|共|呈现|共有|完成)",
)

RULES = (TOGETHER, SETTLED, DREW, CAME, FIRMS_OF, STOPS, NEIGHBOURS, SURVEYED, THESE, OF_ALL)

HOPED = re.compile(r"希望|欢迎|力争|争取|推动|促进|拟|计划|意向|邀请|确保")


def find_sites(article: RelationArticle) -> None:
    """Write the located_in of lists in one article; what is said of one name is find_places'."""
    for rule in (CAME, FIRMS_OF, STOPS, SURVEYED):
        for folded, match in article.matches(rule):
            if not negated(match.group()) and not HOPED.search(match.group()):
                article.write(rule, Extent(folded, *match.span()), folded.mentions(*match.span("s")), folded.mentions(*match.span("o")))
    drew(article)
    neighbours(article)
    these(article)
    begun(article)
    reviewed(article)


ANOTHER = re.compile(r"(?:[园区]区|园|区|基地|城|中心|港|镇|乡|村|该地)$")
"""A place that is no name right before the verb: 园区吸引甲公司入驻 says nothing of the county spoken of."""


def drew(article: RelationArticle) -> None:
    """Write 吸引来甲、乙等企业落户: the place is the subject in force."""
    for folded, match in article.matches(DREW):
        places, extra_ranges = article.subject(folded, match.start(), "where")
        if ANOTHER.search(folded.text[: match.start()]):
            continue
        drawn = [m for m in folded.mentions(*match.span("s" if match["s"] else "s2")) if not seated(article, m)]
        if len(places) == 1 and not negated(match.group()):
            article.write(DREW, Extent(folded, *match.span()), drawn, places, extra_ranges=extra_ranges)


def seated(article: RelationArticle, mention: Mention) -> bool:
    """Whether a nearer word has already said where this thing lies."""
    ids = {m.id for m in article.draft.mentions if article.same(m, mention)}
    return any(c.predicate == "located_in" and c.subject in ids for c in article.draft.claims)


def neighbours(article: RelationArticle) -> None:
    """Write that the stops after a zone's own body or park lie in that zone: 开发区中央商务区、乙产业园."""
    for folded, match in article.matches(NEIGHBOURS):
        stops = folded.mentions(*match.span("s"))
        zone = own_zone(article, stops[0])
        if zone and len(stops) > 1 and all(m.type in ("company", "institution", "project", "facility", "zone") for m in stops[1:]):
            others = [m for m in stops[1:] if not seated(article, m)]
            article.write(NEIGHBOURS, Extent(folded, *match.span()), others, [zone], status="stated")
            if stops[0].type in ("zone", "project", "facility") and not seated(article, stops[0]):
                article.write(NEIGHBOURS, Extent(folded, *match.span()), stops[:1], [zone], status="stated")


def own_zone(article: RelationArticle, mention: Mention) -> Mention | None:
    """Return the zone that the printed name of a body or park begins with, by the name or by one printed before; None if neither."""
    for zone in article.draft.within(mention.start, mention.end, "zone", outer=False):
        if zone.start == mention.start and zone.end < mention.end:
            return zone
    for zone in [m for m in article.draft.mentions if m.type == "zone" and m.end <= mention.start and len(m.surface) > 2]:
        if mention.surface.startswith(zone.surface) and mention.surface != zone.surface:
            return zone
    parent = article.draft.mention(mention.parent) if mention.parent else None
    return parent if parent and parent.type == "zone" and mention.type != "project" else None


def these(article: RelationArticle) -> None:
    """Write 这些都是青川市引进的项目 of the list in the sentence before."""
    for n, folded in enumerate(article.sentences[1:]):
        match = compiled(THESE.pattern).search(folded.text)
        if not match:
            continue
        earlier = article.sentences[n]
        lists = list(re.finditer(rf"[ⒸⒾⒿⒻⓏ](?:{COMMA_AND}?[ⒸⒾⒿⒻⓏ])+", earlier.text))
        if lists:
            found = earlier.mentions(*lists[-1].span())
            extra_ranges = [earlier.span(*lists[-1].span())]
            article.write(
                THESE, Extent(folded, *match.span()), found, folded.mentions(*match.span("o")), extra_ranges=extra_ranges, status="stated"
            )


def begun(article: RelationArticle) -> None:
    """Write that the works which an article on a joint start names lie where it was held; only its opening may say so."""
    for folded in article.sentences[:4]:
        for rule in (TOGETHER, SETTLED):
            match = compiled(rule.pattern).search(folded.text)
            if match and not HOPED.search(match.group()):
                where = folded.mentions(*match.span("o"))
                collect(article, rule, Extent(folded, *match.span()), where, 1)
                return


def reviewed(article: RelationArticle) -> None:
    """Write that the works listed in a report on all the works of a place lie there."""
    for folded, match in article.matches(OF_ALL):
        where = folded.mentions(*match.span("o")) if match["o"] else folded.mentions(*match.span("o2"))
        collect(article, OF_ALL, Extent(folded, *match.span()), where, 2)
        return


def collect(article: RelationArticle, rule: Rule, extent: Extent, where: list[Mention], least: int) -> None:
    """Write the works named from ``extent`` on, by lists of at least ``least``; a sentence on another place ends it."""
    extra_ranges = [extent.folded.clause(extent.start, extent.end)]
    for later in article.sentences[article.position(extent.folded) :]:
        for match in re.finditer(rf"Ⓙ(?:{COMMA_AND}?Ⓙ)*(?:等)?", later.text):
            listed = later.mentions(*match.span())
            if (len(listed) < least and not match.group().endswith("等")) or elsewhere(article, later, match.start(), where):
                continue
            works = [m for m in listed if m.kind == "name" and not BARE_PHASE.fullmatch(m.surface) and not seated(article, m)]
            if works:
                article.write(rule, Extent(later, *match.span()), works, where, extra_ranges=extra_ranges, status="stated")


def elsewhere(article: RelationArticle, folded: Folded, index: int, where: list[Mention]) -> bool:
    """Whether the sentence names another place before the works, or sets them apart: 原定同批开工的丙项目未能开工."""
    begin = max(folded.text.rfind(mark, 0, index) for mark in "。；\n") + 1
    others = [m for m in folded.mentions(begin, index, "ⓁⓏ") if not any(article.same(m, w) for w in where)]
    return bool(others or re.search("原定|此前|未能|邻县|配套", folded.text[begin:index]))
