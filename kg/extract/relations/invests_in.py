"""Who puts money into what: sums spent on works, shares bought, held, sold and swapped for land or know-how."""

from __future__ import annotations

import re

from kg.extract.clauses.folded import Masked
from kg.extract.clauses.modality import negated
from kg.extract.clauses.patterns import MONEY, PERCENT
from kg.extract.clauses.subjects import is_elided
from kg.extract.relations.base import Place, Scene
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


def find_money(scene: Scene) -> None:
    """Write the active investments of one article (those of 由-passives are passives')."""
    spends(scene)
    for rule in (*SIMPLE, BUYS, TAKES, BUILDS_UP):
        for masked, match in scene.matches(rule):
            plain(scene, rule, masked, match)
    for rule in (TOGETHER, IN_KIND):
        for masked, match in scene.matches(rule):
            ventures(scene, rule, masked, match)
    sold(scene)
    lends(scene)


SPENDING = re.compile(r"追加投资|投资|投入|出资|斥资|耗资|收购|并购|认购|参股|入股|增资|注资|控股|以[0-9约近]|安排|设立")


def subjects_of(scene: Scene, masked: Masked, match: re.Match[str]) -> tuple[list[Mention], list[tuple[int, int]]]:
    """Return the printed subject of a match, else the one in force."""
    if match["s"] and masked.text[match.start("s") - 1 : match.start("s")] in ("在", "于", "到", "赴", "来"):
        return scene.subject(masked, match.start("s") - 1, "actor")
    if match["s"]:
        return masked.mentions(*match.span("s")), []
    verb = SPENDING.search(masked.text, match.start(), match.end())
    if verb and not is_elided(masked, verb.start()):
        return [], []
    return scene.subject(masked, match.start(), "actor")


def plain(scene: Scene, rule: Rule, masked: Masked, match: re.Match[str]) -> None:
    """Write one match whose ends are printed, or whose subject is the one in force."""
    if negated(match.group()):
        return
    subjects, said = subjects_of(scene, masked, match)
    groups = match.groupdict()
    scene.write(
        rule,
        Place(masked, *match.span()),
        subjects,
        masked.mentions(*match.span("o")),
        qualifiers={"amount": groups.get("amount") or groups.get("share")},
        said=said,
    )


def spends(scene: Scene) -> None:
    """Write 投资3.6亿元建设某项目: money in, and the works undertaken unless it is only support or an addition."""
    for masked, match in scene.matches(SPENDS):
        if negated(match.group()) or match["do"].endswith(("在", "到", "于", "入")):
            continue
        subjects, said = subjects_of(scene, masked, match)
        if not match["s"] and match["do"] == "的" and subjects and subjects[0].type in ("zone", "place"):
            continue
        place, objects = Place(masked, *match.span()), masked.mentions(*match.span("o"))
        scene.write(SPENDS, place, subjects, objects, qualifiers={"amount": match["amount"]}, said=said)
        supports = re.search(r"支持|扩建|扶持|参股|补助|资助|购", match["do"]) or "追加" in match.group()
        if not supports and objects[0].type in ("project", "zone"):
            role = (
                "planner" if re.search(r"拟|计划|有意", match.group() + masked.text[max(0, match.start() - 8) : match.start()]) else "owner"
            )
            scene.write(OWNER, place, subjects, objects, qualifiers={"role": role}, said=said)


def ventures(scene: Scene, rule: Rule, masked: Masked, match: re.Match[str]) -> None:
    """Write the founders of a joint company: each invests, and they are partners."""
    who = masked.mentions(*match.span("s")) + masked.mentions(*match.span("b"))
    place = Place(masked, *match.span())
    scene.write(rule, place, who, masked.mentions(*match.span("o")))
    pairs(scene, BY_PARTNERS, place, who)


def sold(scene: Scene) -> None:
    """Write who bought a share; the firm sold is printed after 所持, or is the one spoken of that is neither party."""
    for masked, match in scene.matches(SOLD_TO):
        buyers = masked.mentions(*match.span("s"))
        seller = masked.mentions(0, match.start(), "ⒸⒶⓁ")[-1:]
        firms = list(masked.at[match.start("firm")]) if match["firm"] else spoken_of(scene, masked, match.start(), [*buyers, *seller])
        said = [(firms[0].start, firms[0].end)] if firms else []
        scene.write(
            SOLD_TO, Place(masked, *match.span()), buyers, firms, qualifiers={"amount": match["amount"] or match["share"]}, said=said
        )


def spoken_of(scene: Scene, masked: Masked, index: int, parties: list[Mention]) -> list[Mention]:
    """Return the first company named in the sentence before ``index`` (or in the one before) that is none of the parties."""
    at = next((n for n, m in enumerate(scene.sentences) if m is masked), 0)
    earlier = scene.sentences[at - 1] if at else masked
    for found in (masked.mentions(0, index, "Ⓒ"), earlier.mentions(0, len(earlier.text), "Ⓒ")):
        others = [m for m in found if not any(scene.same(m, p) for p in parties)]
        if others:
            return others[:1]
    return []


def lends(scene: Scene) -> None:
    """Write a loan as an investment in the firm that it is given to, or in the one spoken of."""
    for masked, match in scene.matches(LENDS):
        firms = masked.mentions(*match.span("whom"), "Ⓒ")
        said: list[tuple[int, int]] = []
        if not firms and re.search("收购|项目|并购|建设", match["whom"]):
            clients = [m for s in reversed(scene.sentences[: scene.sentences.index(masked)][-6:]) for m in s.mentions(0, len(s.text), "Ⓒ")]
            lead = scene.lead("Ⓒ")
            firms = lead or clients[:1]
            said = [(firms[0].start, firms[0].end)] if firms else []
        scene.write(
            LENDS, Place(masked, *match.span()), masked.mentions(*match.span("s")), firms, qualifiers={"amount": match["amount"]}, said=said
        )


__all__ = ["BY_VENTURE", "RULES", "find_money"]
