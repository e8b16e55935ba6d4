"""Who puts money into what: sums spent on works, shares bought, held, sold and swapped for land or know-how."""

from __future__ import annotations

import re

from kg.extract.clauses.folded import Folded
from kg.extract.clauses.modality import negated
from kg.extract.clauses.patterns import MONEY, PERCENT
from kg.extract.clauses.subjects import is_elided
from kg.extract.relations.base import ArticleClauses, Extent
from kg.extract.relations.passives import BY_PARTNERS, BY_VENTURE, pairs
from kg.extract.rules import Rule
from kg.model import Mention

SPENDS = Rule(
    "invest-spends",
    "invests_in",
    "后者拟投资1.2亿美元建设智能传感器项目。",
    "项目总投资1.2亿元。",
    0.92,
    rf"<s:actor?>(?P<will>[^ⓅⒸⒶⒾⓏⒿⒻⓁ，。；]{{0,14}}?)(?<!完成)(?<!总)(?:追加投资|投资|投入|出资|斥资|耗资)"
    rf"(?P<amount>{MONEY})(?:在[ⓁⓏ])?(?P<do>[^ⓅⒸⒶⒾⓏⒿⒻⓁ，。；]{{0,14}}?)<o:build>",
)
OWNER = Rule("works-invests", "undertakes", "公司投资8000万元建设的智能工厂项目将投产。", "公司出资600万元支持实验室。", 0.9)
BUYS = Rule(
    "invest-buys",
    "invests_in",
    "甲公司以3860万欧元收购乙公司51%的股权。",
    "甲公司收购小麦3860吨。",
    0.92,
    rf"<s:actor?>[^ⓅⒸⒶⒾⓏⒿⒻⓁ，。；]{{0,12}}?(?:以(?P<amount>{MONEY}))?..(?:收购|并购|全资收购|认购)"
    rf"(?:[ⒸⒶⒾⓁ]?(?:所)?持有的)?<o:com1>[^。；，]{{0,4}}?(?P<share>{PERCENT})?的?(?:股权|股份)",
)
TAKES = Rule(
    "invest-takes-share",
    "invests_in",
    "某国资公司出资1.5亿元参股甲公司，持股6.8%。",
    "甲公司参股股东大会。",
    0.92,
    rf"<s:actor?>[^ⓅⒸⒶⒾⓏⒿⒻⓁ，。；]{{0,12}}?(?:出资|投资|以)?(?P<amount>{MONEY})?..(?:参股|入股|增资|战略入股|注资|控股)"
    rf"(?:了)?<o:com1>",
)
HOLDS = Rule(
    "invest-holds",
    "invests_in",
    "某农旅集团仍持有乙公司34%股权。",
    "某集团持有商标34件。",
    0.92,
    rf"<s:actor1>(?:仍|现|共|合计|目前|直接|间接)*持有<o:com1>的?(?P<amount>{PERCENT})",
)
STAKE = Rule(
    "invest-stake",
    "invests_in",
    "甲投资持股比例降至32.4%，仍为乙食品第一大股东。",
    "甲投资持股比例降至32.4%。",
    0.85,
    rf"<s:actor1>持股比例?[^ⓅⒸⒶⒾⓏⒿⒻⓁ。；]{{0,8}}(?P<amount>{PERCENT})[^ⓅⒸⒶⒾⓏⒿⒻⓁ。；]{{0,4}}为<o:com1>[^。；，]{{0,6}}股东",
)
SOLD_TO = Rule(
    "invest-sold-to",
    "invests_in",
    "甲公司将所持乙物流公司35%的股权作价4200万元，转让给丙集团。",
    "甲公司将股权质押给丙银行。",
    0.88,
    rf"将(?:其)?所?持有?的?(?P<firm>Ⓒ)?(?P<share>{PERCENT})的?(?:股权|股份)[^ⓅⒸⒶⒾⓏⒿⒻⓁ。；]{{0,10}}?(?P<amount>{MONEY})?"
    rf"[^ⓅⒸⒶⒾⓏⒿⒻⓁ。；]{{0,4}}转让给(?:了)?<s:actor1>",
)
FOUNDS = Rule(
    "invest-founds",
    "invests_in",
    "某控股公司2015年在盐城投资设立某汽车电子公司。",
    "某控股公司设立投资者热线。",
    0.9,
    r"<s:actor1>[^ⓅⒸⒶⒾⓏⒿⒻⓁ，。；]{0,12}(?:在[ⓁⓏ])?(?:全资|独资|投资|出资)..(?:设立|成立|组建|创办|创建|建立)(?:了)?<o:com1>",
)
TOGETHER = Rule(
    "invest-together",
    "invests_in",
    "甲公司与乙公司合资成立的丙公司",
    "甲公司与乙公司共同举办活动。",
    0.92,
    r"<s:actor1>(?:与|和|同|携手|联合)<b:actor>..(?:合资|共同出资|共同投资|联合出资|合作)..(?:组建|成立"
    r"|设立|创办)(?:的|了)?<o:com1>",
)
IN_KIND = Rule(
    "invest-in-kind",
    "invests_in",
    "甲以技术入股，合作社以土地入股，共同组建丙公司。",
    "甲以技术服务丙公司。",
    0.92,
    r"<s:actor1>以..入股，<b:actor1>以..入股，(?:双方)?(?:共同|合资)?(?:组建|成立|设立)(?:了)?<o:com1>",
)
LAND = Rule(
    "invest-land",
    "invests_in",
    "瓦吾村也把葡萄园入股合作社。",
    "瓦吾村把合作社请来。",
    0.85,
    r"<s:actor1>[^ⓅⒸⒶⒾⓏⒿⒻⓁ，。；]{0,4}(?:把|将|以)[^ⓅⒸⒶⒾⓏⒿⒻⓁ，。；]{1,10}入股(?:到|了)?<o:com1>",
)
FUNDS = Rule(
    "invest-funds",
    "invests_in",
    "某区拿出协作资金1600万元，在村口建起冷链中心。",
    "某区争取资金960万元启动工程。",
    0.82,
    rf"<s:actor1>[^ⓅⒸⒶⒾⓏⒿⒻⓁ，。；]{{0,6}}(?:拿出|安排|投入|拨付)[^ⓅⒸⒶⒾⓏⒿⒻⓁ，。；]{{0,10}}?(?P<amount>{MONEY})"
    rf"，?[^ⓅⒸⒶⒾⓏⒿⒻⓁ。；]{{0,8}}(?:建起|建设|建成|修建|支持|用于)(?:了)?<o:build>",
)
BUILDS_UP = Rule(
    "invest-special-funds",
    "invests_in",
    "我市投入专项资金建设某标准院。",
    "我市专项资金投入逐年增加。",
    0.75,
    r"<s:actor?>[^ⓅⒸⒶⒾⓏⒿⒻⓁ，。；]{0,8}(?:投入|安排|设立)[^ⓅⒸⒶⒾⓏⒿⒻⓁ，。；]{0,4}资金(?:建设|支持|组建|成立)<o:ins>",
)
THEN_SPENDS = Rule(
    "invest-then",
    "invests_in",
    "该公司正在论证技改项目，计划投资8000万元。",
    "某项目总投资8000万元。",
    0.85,
    rf"<s:body1>[^ⓅⒸⒶⒾⓏⒿⒻ，。；]{{0,14}}<o:pro1>，(?:计划|拟|预计)投资(?P<amount>{MONEY})",
)
LENDS = Rule(
    "invest-lends",
    "invests_in",
    "某银行荆门分行为此次收购提供并购贷款2.1亿元。",
    "某银行为居民提供贷款服务。",
    0.7,
    rf"<s:com1>为(?P<whom>[^，。；]{{1,12}})(?:提供|发放|授信)[^ⓅⒸⒶⒾⓏⒿⒻⓁ，。；]{{0,6}}(?:贷款|融资|授信)(?P<amount>{MONEY})",
)

SIMPLE = (THEN_SPENDS, HOLDS, STAKE, FOUNDS, LAND, FUNDS)
RULES = (SPENDS, OWNER, BUYS, TAKES, *SIMPLE, SOLD_TO, TOGETHER, IN_KIND, BUILDS_UP, LENDS)


def find_money(article: ArticleClauses) -> None:
    """Write the active investments of one article (those of 由-passives are passives')."""
    spends(article)
    for rule in (*SIMPLE, BUYS, TAKES, BUILDS_UP):
        for folded, match in article.matches(rule):
            plain(article, rule, folded, match)
    for rule in (TOGETHER, IN_KIND):
        for folded, match in article.matches(rule):
            ventures(article, rule, folded, match)
    sold(article)
    lends(article)


SPENDING = re.compile(r"追加投资|投资|投入|出资|斥资|耗资|收购|并购|认购|参股|入股|增资|注资|控股|以[0-9约近]|安排|设立")


def subjects_of(article: ArticleClauses, folded: Folded, match: re.Match[str]) -> tuple[list[Mention], list[tuple[int, int]]]:
    """Return the printed subject of a match, else the one in force."""
    if match["s"] and folded.text[match.start("s") - 1 : match.start("s")] in ("在", "于", "到", "赴", "来"):
        return article.subject(folded, match.start("s") - 1, "actor")
    if match["s"]:
        return folded.mentions(*match.span("s")), []
    verb = SPENDING.search(folded.text, match.start(), match.end())
    if verb and not is_elided(folded, verb.start()):
        return [], []
    return article.subject(folded, match.start(), "actor")


def plain(article: ArticleClauses, rule: Rule, folded: Folded, match: re.Match[str]) -> None:
    """Write one match whose ends are printed, or whose subject is the one in force."""
    if negated(match.group()):
        return
    subjects, extra_ranges = subjects_of(article, folded, match)
    groups = match.groupdict()
    article.write(
        rule,
        Extent(folded, *match.span()),
        subjects,
        folded.mentions(*match.span("o")),
        qualifiers={"amount": groups.get("amount") or groups.get("share")},
        extra_ranges=extra_ranges,
    )


def spends(article: ArticleClauses) -> None:
    """Write 投资3.6亿元建设某项目: money in, and the works undertaken unless it is only support or an addition."""
    for folded, match in article.matches(SPENDS):
        if negated(match.group()) or match["do"].endswith(("在", "到", "于", "入")):
            continue
        subjects, extra_ranges = subjects_of(article, folded, match)
        if not match["s"] and match["do"] == "的" and subjects and subjects[0].type in ("zone", "place"):
            continue
        extent, objects = Extent(folded, *match.span()), folded.mentions(*match.span("o"))
        article.write(SPENDS, extent, subjects, objects, qualifiers={"amount": match["amount"]}, extra_ranges=extra_ranges)
        supports = re.search(r"支持|扩建|扶持|参股|补助|资助|购", match["do"]) or "追加" in match.group()
        if not supports and objects[0].type in ("project", "zone"):
            role = (
                "planner" if re.search(r"拟|计划|有意", match.group() + folded.text[max(0, match.start() - 8) : match.start()]) else "owner"
            )
            article.write(OWNER, extent, subjects, objects, qualifiers={"role": role}, extra_ranges=extra_ranges)


def ventures(article: ArticleClauses, rule: Rule, folded: Folded, match: re.Match[str]) -> None:
    """Write the founders of a joint company: each invests, and they are partners."""
    who = folded.mentions(*match.span("s")) + folded.mentions(*match.span("b"))
    extent = Extent(folded, *match.span())
    article.write(rule, extent, who, folded.mentions(*match.span("o")))
    pairs(article, BY_PARTNERS, extent, who)


def sold(article: ArticleClauses) -> None:
    """Write who bought a share; the firm sold is printed after 所持, or is the one spoken of that is neither party."""
    for folded, match in article.matches(SOLD_TO):
        buyers = folded.mentions(*match.span("s"))
        seller = folded.mentions(0, match.start(), "ⒸⒶⓁ")[-1:]
        firms = list(folded.at[match.start("firm")]) if match["firm"] else spoken_of(article, folded, match.start(), [*buyers, *seller])
        extra_ranges = [(firms[0].start, firms[0].end)] if firms else []
        article.write(
            SOLD_TO,
            Extent(folded, *match.span()),
            buyers,
            firms,
            qualifiers={"amount": match["amount"] or match["share"]},
            extra_ranges=extra_ranges,
        )


def spoken_of(article: ArticleClauses, folded: Folded, index: int, parties: list[Mention]) -> list[Mention]:
    """Return the first company named in the sentence before ``index`` (or in the one before) that is none of the parties."""
    at = next((n for n, m in enumerate(article.sentences) if m is folded), 0)
    earlier = article.sentences[at - 1] if at else folded
    for found in (folded.mentions(0, index, "Ⓒ"), earlier.mentions(0, len(earlier.text), "Ⓒ")):
        others = [m for m in found if not any(article.same(m, p) for p in parties)]
        if others:
            return others[:1]
    return []


def lends(article: ArticleClauses) -> None:
    """Write a loan as an investment in the firm that it is given to, or in the one spoken of."""
    for folded, match in article.matches(LENDS):
        firms = folded.mentions(*match.span("whom"), "Ⓒ")
        extra_ranges: list[tuple[int, int]] = []
        if not firms and re.search("收购|项目|并购|建设", match["whom"]):
            clients = [
                m for s in reversed(article.sentences[: article.sentences.index(folded)][-6:]) for m in s.mentions(0, len(s.text), "Ⓒ")
            ]
            lead = article.lead("Ⓒ")
            firms = lead or clients[:1]
            extra_ranges = [(firms[0].start, firms[0].end)] if firms else []
        article.write(
            LENDS,
            Extent(folded, *match.span()),
            folded.mentions(*match.span("s")),
            firms,
            qualifiers={"amount": match["amount"]},
            extra_ranges=extra_ranges,
        )


__all__ = ["BY_VENTURE", "RULES", "find_money"]
