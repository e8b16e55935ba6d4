"""Who supplies what to whom: goods and power, contracts of sale, purchases, suppliers by name (the 由-passives are in passives)."""

from __future__ import annotations

import re

from kg.extract.clauses.folded import Folded
from kg.extract.clauses.modality import negated
from kg.extract.clauses.subjects import is_elided
from kg.extract.relations.base import Extent, RelationArticle
from kg.extract.rules import Rule

GIVES = "供应|提供|供货|供电|供热|供水|供气|交付|输送|配套|生产|代工|定制|发货|配送"
NO_GOODS = "(?<=配套)的|了强|了有|便利|支持|保障|支撑|强劲|强有力|帮助|方便|贷款|服务|优质|有力|一对一|资金|指导|平台|机会"
"""After 提供: what is given is help, and no supply."""
FOR_SUPPLY = Rule(
    "supply-for",
    "supplies",
    "〔C甲公司〕为〔J水厂工程〕提供成套设备。 => 甲公司 > 水厂工程 [what=成套设备]",
    "〔C甲公司〕为〔J水厂工程〕提供便利。",
    0.85,
    rf"(?:<s:body1>(?!的))?[^ⓅⒸⒶⒾⓏⒿ。；]{{0,16}}?(?:为|向|给)(?:其[^ⓅⒸⒶⒾⓏⒿⒻⓁ，。；]{{0,8}})?<o:site>"
    rf"[^ⓅⒸⒶⒾⓏⒿⒻ。；，]{{0,6}}?(?:{GIVES})(?!{NO_GOODS})(?P<what>[^ⓅⒸⒶⒾⓏⒿⒻⓁ，。；]{{0,20}})",
)
GOODS = Rule(
    "supply-goods",
    "supplies",
    "〔C甲电气〕供货〔J供热工程〕。 => 甲电气 > 供热工程",
    "〔C甲电气〕产品供不应求，〔J供热工程〕开工。",
    0.85,
    r"<s:com1>(?:独家|成功)?(?:供货|供应)<o:site>",
)
DELIVERY = Rule(
    "supply-contract",
    "supplies",
    "〔C甲合作社〕与〔C乙超市〕签订购销协议，每周供应番茄8吨。 => 甲合作社 > 乙超市 [status=signed, what=番茄]",
    "〔C甲合作社〕与〔C乙超市〕签订合作协议，每周见面。",
    0.85,
    r"<s:body1?>[^ⓅⒸⒶⒾⓏⒿⒻ。；]{0,14}?(?:与|同|和|跟)<o:body1>(?:签订|签署|签|签了|达成)(?:了)?[^ⓅⒸⒶⒾⓏⒿⒻ。；，]{0,6}?"
    r"(?P<kind>供货|购销|直供|供应|采购|订单|供销)[^，。；]{0,6}"
    r"(?:，[^。；，]{0,12}(?P<verb>供应|采购|供货|发货)(?P<what>[^0-9，。；]{2,12}))?",
)
BUYS_FROM = Rule(
    "supply-bought",
    "supplies",
    "〔C甲公司〕向〔C乙公司〕采购钢材2000吨。 => 乙公司 > 甲公司 [what=钢材]",
    "〔C甲公司〕向〔C乙公司〕反映钢材质量。",
    0.85,
    r"<o:body1>[^ⓅⒸⒶⒾⓏⒿⒻ，。；]{0,14}?(?:向|从)<s:body1>(?:批量)?(?:采购|购买|购进|订购|购置|引进|采买"
    r"|定制)(?:了)?(?P<what>(?:[0-9][0-9.,]*[万亿]?)?[^ⓅⒸⒶⒾⓏⒿⒻⓁ，。；0-9]{1,16})",
)
ACTIVE = (FOR_SUPPLY, GOODS, BUYS_FROM)
RULES = (*ACTIVE, DELIVERY)

FOR = re.compile("[为向给]")
WEAK = 0.6


def deliveries(article: RelationArticle) -> None:
    """Write contracts of sale: the first party sells, unless it is said to buy (每年采购…)."""
    for folded, match in article.matches(DELIVERY):
        if negated(match.group()):
            continue
        extra_ranges: list[tuple[int, int]] = []
        sellers = folded.mentions(*match.span("s")) if match["s"] else []
        if not sellers and not is_elided(folded, match.start("o") - 1):
            continue
        if not sellers:
            sellers, extra_ranges = article.subject(folded, match.start(), "body")
        buyers = folded.mentions(*match.span("o"))
        if match["verb"] == "采购" or (match["kind"] == "采购" and not match["verb"]):
            sellers, buyers = buyers, sellers
        article.write(
            DELIVERY,
            Extent(folded, *match.span()),
            sellers,
            buyers,
            qualifiers={"what": match["what"]},
            extra_ranges=extra_ranges,
            status="signed",
        )


def find_supplies(article: RelationArticle) -> None:
    """Write the supplies of one article that clauses without 由 tell."""
    for rule in ACTIVE:
        for folded, match in article.matches(rule):
            sells(article, rule, folded, match)
    deliveries(article)


def sells(article: RelationArticle, rule: Rule, folded: Folded, match: re.Match[str]) -> None:
    """Write one match; a seller left out is the subject in force, with less confidence if other words stand there."""
    extra_ranges: list[tuple[int, int]] = []
    if negated(match.group()):
        return
    subjects = folded.mentions(*match.span("s")) if match["s"] else []
    verb = FOR.search(folded.text, match.start(), match.end()) if rule is FOR_SUPPLY else None
    weak = not subjects and verb is not None and not is_elided(folded, verb.start())
    if not subjects:
        subjects, extra_ranges = article.subject(folded, match.start(), "body")
    what = (match.groupdict().get("what") or "").removeprefix("了") or None
    article.write(
        rule,
        Extent(folded, *match.span()),
        subjects,
        folded.mentions(*match.span("o")),
        qualifiers={"what": what},
        extra_ranges=extra_ranges,
        confidence=WEAK if weak else 0.0,
    )
