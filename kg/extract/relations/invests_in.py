"""Who puts money into what: sums spent on works, shares bought, held, sold and swapped for land or know-how."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.extract.clauses.article import NOBODY, Spoken
from kg.extract.clauses.folded import Folded
from kg.extract.clauses.modality import negated
from kg.extract.clauses.patterns import MONEY, PERCENT
from kg.extract.clauses.subjects import is_elided
from kg.extract.relations.base import Extent, RelationArticle
from kg.extract.relations.passives import BY_PARTNERS, BY_VENTURE, pairs
from kg.extract.rules import Rule
from kg.model import Mention

SPENDS = Rule(
    "invest-spends",
    "invests_in",
    "〔C甲公司〕拟投资1.2亿美元建设〔J传感器项目〕。 => 甲公司 > 传感器项目 [amount=1.2亿美元, status=planned]",
    "〔C甲公司〕总投资1.2亿美元的〔J传感器项目〕开工。",
    0.92,
    rf"<s:actor?>(?P<will>[^ⓅⒸⒶⒾⓏⒿⒻⓁ，。；]{{0,14}}?)(?<!完成)(?<!总)(?:追加投资|投资|投入|出资|斥资|耗资)"
    rf"(?P<amount>{MONEY})(?:在[ⓁⓏ])?(?P<do>[^ⓅⒸⒶⒾⓏⒿⒻⓁ，。；]{{0,14}}?)<o:build>",
)
OWNER = Rule(
    "works-invests",
    "undertakes",
    "〔C甲公司〕投资8000万元的〔J智能工厂项目〕将投产。 => 甲公司 > 智能工厂项目 [role=owner]",
    "〔C甲公司〕出资600万元支持〔J智能工厂项目〕。",
    0.9,
)
BUYS = Rule(
    "invest-buys",
    "invests_in",
    "〔C甲公司〕以3860万欧元收购〔C乙公司〕51%的股权。 => 甲公司 > 乙公司 [amount=3860万欧元]",
    "〔C甲公司〕收购〔C乙公司〕小麦3860吨。",
    0.92,
    rf"<s:actor?>[^ⓅⒸⒶⒾⓏⒿⒻⓁ，。；]{{0,12}}?(?:以(?P<amount>{MONEY}))?..(?:收购|并购|全资收购|认购)"
    rf"(?:(?P<holder>[ⒸⒶⒾⓁ]|后者|对方)?(?:所)?持有的)?<o:com1>[^。；，]{{0,4}}?(?P<share>{PERCENT})?的?(?:股权|股份)",
)
SOLD_TO = Rule(
    "invest-sold-to",
    "invests_in",
    "〔C甲公司〕将所持〔C乙物流〕35%的股权作价4200万元，转让给〔C丙集团〕。 => 丙集团 > 乙物流 [amount=4200万元]",
    "〔C甲公司〕将所持〔C乙物流〕35%的股权质押给〔C丙银行〕。",
    0.88,
    rf"将(?:其)?所?持有?的?(?P<firm>Ⓒ)?(?P<share>{PERCENT})的?(?:股权|股份)[^ⓅⒸⒶⒾⓏⒿⒻⓁ。；]{{0,10}}?(?P<amount>{MONEY})?"
    rf"[^ⓅⒸⒶⒾⓏⒿⒻⓁ。；]{{0,4}}转让给(?:了)?<s:actor1>",
)
TOGETHER = Rule(
    "invest-together",
    "invests_in",
    "〔C甲公司〕与〔C乙公司〕合资成立的〔C丙公司〕投产。 => 甲公司、乙公司 > 丙公司",
    "〔C甲公司〕与〔C乙公司〕共同举办的活动在〔C丙公司〕举行。",
    0.92,
    r"<s:actor1>(?:与|和|同|携手|联合)<b:actor>..(?:合资|共同出资|共同投资|联合出资|合作)..(?:组建|成立"
    r"|设立|创办)(?:的|了)?<o:com1>",
)
IN_KIND = Rule(
    "invest-in-kind",
    "invests_in",
    "〔C甲公司〕以技术入股，〔C乙合作社〕以土地入股，共同组建〔C丙公司〕。 => 甲公司、乙合作社 > 丙公司",
    "〔C甲公司〕以技术服务，〔C乙合作社〕以土地入股，共同支持〔C丙公司〕。",
    0.92,
    r"<s:actor1>以..入股，<b:actor1>以..入股，(?:双方)?(?:共同|合资)?(?:组建|成立|设立)(?:了)?<o:com1>",
)
BUILDS_UP = Rule(
    "invest-special-funds",
    "invests_in",
    "〔L云岭市〕投入专项资金建设〔I标准院〕。 => 云岭市 > 标准院",
    "〔L云岭市〕专项资金投入逐年增加，〔I标准院〕建成。",
    0.75,
    r"<s:actor?>[^ⓅⒸⒶⒾⓏⒿⒻⓁ，。；]{0,8}(?:投入|安排|设立)[^ⓅⒸⒶⒾⓏⒿⒻⓁ，。；]{0,4}资金(?:建设|支持|组建|成立)<o:ins>",
)

EACH = Rule(
    "invest-each",
    "invests_in",
    "〔C甲公司〕与〔C乙公司〕各持〔C丙公司〕50%股权。 => 甲公司、乙公司 > 丙公司 [amount=50%]",
    "〔C甲公司〕与〔C乙公司〕各持〔C丙公司〕50辆汽车。",
    0.9,
    rf"(?:<b:actor1>[与和同])?<s:actor>各(?:自)?持(?:有|股)?<o:com1>的?(?P<amount>{PERCENT})",
)

RULES = (SPENDS, OWNER, BUYS, EACH, SOLD_TO, TOGETHER, IN_KIND, BUILDS_UP)


def find_money(article: RelationArticle) -> None:
    """Write the active investments of one article (those of 由-passives are passives')."""
    spends(article)
    for rule in (EACH, BUYS, BUILDS_UP):
        for folded, match in article.matches(rule):
            plain(article, rule, folded, match)
    for rule in (TOGETHER, IN_KIND):
        for folded, match in article.matches(rule):
            ventures(article, rule, folded, match)
    sold(article)


SPENDING = re.compile(r"追加投资|投资|投入|出资|斥资|耗资|收购|并购|认购|参股|入股|增资|注资|控股|以[0-9约近]|安排|设立")


def subjects_of(article: RelationArticle, folded: Folded, match: re.Match[str]) -> Spoken:
    """Return the printed subject of a match, else the one in force."""
    if match["s"] and folded.text[match.start("s") - 1 : match.start("s")] in ("在", "于", "到", "赴", "来"):
        return article.subject(folded, match.start("s") - 1, "actor")
    if match["s"]:
        return Spoken(folded.mentions(*match.span("s")), [])
    verb = SPENDING.search(folded.text, match.start(), match.end())
    if verb and not is_elided(folded, verb.start()):
        return NOBODY
    return article.subject(folded, match.start(), "actor")


def plain(article: RelationArticle, rule: Rule, folded: Folded, match: re.Match[str]) -> None:
    """Write one match whose ends are printed, or whose subject is the one in force."""
    if negated(match.group()):
        return
    subjects, extra_ranges = subjects_of(article, folded, match)
    groups = match.groupdict()
    beside = folded.mentions(*match.span("b")) if groups.get("b") else []
    sellers = folded.mentions(*match.span("holder")) if groups.get("holder") else []
    article.write(
        rule,
        Extent(folded, *match.span()),
        [*beside, *buyers(article, subjects, groups.get("holder"), sellers)],
        folded.mentions(*match.span("o")),
        qualifiers={"amount": groups.get("amount") or groups.get("share")},
        extra_ranges=extra_ranges,
    )


def buyers(article: RelationArticle, parties: Iterable[Mention], holder: str | None, sellers: list[Mention]) -> list[Mention]:
    """Return who of the parties to a deal buys: not who holds the shares; 后者 and 对方 mean the last: 甲与乙签约，收购｜后者｜持有的…."""
    found = list(parties)
    last_sells = holder in ("后者", "对方") or any(m.surface in ("后者", "对方") for m in sellers)
    if last_sells and len(found) > 1:
        return found[:-1]
    return [m for m in found if not any(article.same(m, seller) for seller in sellers)]


def spends(article: RelationArticle) -> None:
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


def ventures(article: RelationArticle, rule: Rule, folded: Folded, match: re.Match[str]) -> None:
    """Write the founders of a joint company: each invests, and they are partners."""
    who = folded.mentions(*match.span("s")) + folded.mentions(*match.span("b"))
    extent = Extent(folded, *match.span())
    article.write(rule, extent, who, folded.mentions(*match.span("o")))
    pairs(article, BY_PARTNERS, extent, who)


def sold(article: RelationArticle) -> None:
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


def spoken_of(article: RelationArticle, folded: Folded, index: int, parties: list[Mention]) -> list[Mention]:
    """Return the first company named in the sentence before ``index`` (or in the one before) that is none of the parties."""
    before = [sentence.mentions(0, len(sentence.text), "Ⓒ") for sentence in article.earlier(folded, 1) or [folded]]
    for found in (folded.mentions(0, index, "Ⓒ"), *before):
        others = [m for m in found if not any(article.same(m, p) for p in parties)]
        if others:
            return others[:1]
    return []


__all__ = ["BY_VENTURE", "RULES", "find_money"]
