"""undertakes: who builds, plans and promotes works in active clauses (the 由-passives are ``passives``').

乙公司承建石鹿溪工程                    → 乙 contractor
开发区谋划实施智能电梯产业园项目        → 开发区 planner
"""

from __future__ import annotations

import re

from kg.extract.clauses.folded import Folded
from kg.extract.clauses.modality import negated
from kg.extract.clauses.patterns import compiled
from kg.extract.relations.base import Extent, RelationArticle
from kg.extract.rules import Rule

CONTRACT = Rule(
    "works-contract",
    "undertakes",
    "〔C乙公司〕中标〔J设备采购项目〕。 => 乙公司 > 设备采购项目 [role=contractor]",
    "〔C乙公司〕中标〔J设备采购项目〕，将供应蝶阀780台。",
    0.92,
    r"<s:com>..(?:{verbs_contract})(?:了)?..<o:pro>",
)

WINNER = Rule(
    "works-winner",
    "undertakes",
    "评标委员会确定〔C乙公司〕为〔J水厂工程〕中标单位。 => 乙公司 > 水厂工程 [role=contractor]",
    "评标委员会推荐〔C乙公司〕为〔J水厂工程〕中标候选人。",
    0.92,
    r"(?:确定|确认|宣布|选定)(?:了)?<s:com>为<o:pro>(?:的)?中标(?:单位|人|方|供应商|企业)",
)

BUILDS = Rule(
    "works-build",
    "undertakes",
    "〔C甲公司〕将在〔Z高新区〕建设〔J电机项目〕。 => 甲公司 > 电机项目 [role=owner, status=planned]",
    "〔A市政府〕支持在〔Z高新区〕建设〔J电机项目〕。",
    0.88,
    r"<s:body>(?:日前|近日|已|将|正|正在|计划|拟|还|也|先后|全面|同步|共)*[^ⓅⒸⒶⒾⓏⒿⒻⓁ，。；]{0,8}?(?:在[ⓁⓏ])?"
    r"(?:上?规划|加快)?(?:{verbs_build})(?:了)?(?:的)?..<o:pro>",
)

PROMOTES = Rule(
    "works-promote",
    "undertakes",
    "〔Z开发区〕持续推进〔J医药产业园项目〕。 => 开发区 > 医药产业园项目 [role=promoter, status=under_way]",
    "〔Z开发区〕持续推进城市治理，〔J医药产业园项目〕完工。",
    0.75,
)

PLANS = Rule(
    "works-plan",
    "undertakes",
    "〔Z开发区〕谋划实施总投资48亿元的〔J电梯产业园项目〕。 => 开发区 > 电梯产业园项目 [role=planner]",
    "〔Z开发区〕谋划专项债项目17个，〔J电梯产业园项目〕完工。",
    0.85,
)

OWNS = Rule(
    "works-owner-before",
    "undertakes",
    "〔C甲公司〕〔J年产4万吨磷酸铁锂项目〕已试生产。 => 甲公司 > 年产4万吨磷酸铁锂项目 [role=owner]",
    "〔C甲公司〕、〔J年产4万吨磷酸铁锂项目〕受到关注。",
    0.9,
    r"<s:com1>的?<o:pro1>",
)

LANDING = Rule(
    "works-landing",
    "undertakes",
    "〔Z科技园〕招商，拟落地的〔J储能项目〕、〔J互感器项目〕互相配套。 => 科技园 > 储能项目、互感器项目 [role=promoter, status=planned]",
    "〔Z科技园〕积极招商，已落地的政策惠及〔J储能项目〕。",
    0.7,
    r"(?:拟落地|已签约|新引进|新签约|已落地|正在洽谈|引进|招引|招商引进)(?:的|了)<o:pro>",
)

ACTIVE = (CONTRACT, WINNER, OWNS)

RULES = (*ACTIVE, BUILDS, PROMOTES, PLANS, LANDING)


def find_works(article: RelationArticle) -> None:
    """Write who undertakes what in one article (the 由-passives are passives')."""
    for rule in ACTIVE:
        for folded, match in article.matches(rule):
            active(article, rule, folded, match)
    builds(article)
    promotes(article)
    landing(article)


def active(article: RelationArticle, rule: Rule, folded: Folded, match: re.Match[str]) -> None:
    """Write one match of a pattern whose ends are printed; a bid won to supply goods is a supply (supplies)."""
    if negated(match.group()) or (rule is CONTRACT and WINS.search(folded.text, match.end() - 1)):
        return
    role = "contractor" if rule in (CONTRACT, WINNER) else "owner"
    subjects, objects = folded.mentions(*match.span("s")), folded.mentions(*match.span("o"))
    article.write(rule, Extent(folded, *match.span()), subjects, objects, qualifiers={"role": role})


WINS = re.compile(r"[ⒿⒻ]，(?:将|并)?(?:供应|供货|提供)|[ⒿⒻ]以来")

WILL = re.compile(r"拟|计划|有意|正在论证|谋划|明年|预计")


def builds(article: RelationArticle) -> None:
    """Write 该公司将建设某项目, with 拟 as a planner, and the sum invested if the clause prints one."""
    for folded, match in article.matches(BUILDS):
        if negated(match.group()) or re.search(r"支持|帮助|要求|指导|推动|服务|签订|签约", match.group()):
            continue
        role = "planner" if WILL.search(match.group()) else "owner"
        article.write(
            BUILDS,
            Extent(folded, *match.span()),
            folded.mentions(*match.span("s")),
            folded.mentions(*match.span("o")),
            qualifiers={"role": role},
        )


PROMOTE = r"(?P<verb>{verbs_promote})(?:了|好)?[^ⓅⒸⒶⒾⓏⒿⒻⒼⓁ。；，]{0,14}<o:pro>"

PLAN = r"(?P<verb>{verbs_plan})(?:了|好)?[^ⓅⒸⒶⒾⓏⒿⒻⒼⓁ。；，]{0,14}<o:build>"

ADVANCED = r"<o:pro>(?:项目)?(?:顺利|加快|有序|稳步)推进"

FIRMS_SHOULD = re.compile(r"(?:企业|业主|施工方|各?施工单位|各?参建单位)(?:要|应|须|必须|需)[^，。；]{0,4}$")
"""A doer that is no name: 企业要加快锅炉项目前期工作 tells nothing of the county that asks it."""


def promotes(article: RelationArticle) -> None:
    """Write what a zone or an agency does to the works in its care: 谋划, 推进; the subject may stand clauses back."""
    for pattern, rule, role in ((PLAN, PLANS, "planner"), (PROMOTE, PROMOTES, "promoter"), (ADVANCED, PROMOTES, "promoter")):
        for folded in article.sentences:
            for match in compiled(pattern).finditer(folded.text):
                subjects, extra_ranges = article.subject(folded, match.start("o") if pattern is ADVANCED else match.start(), "actor")
                if FIRMS_SHOULD.search(folded.text[: match.start()]):
                    continue
                article.write(
                    rule,
                    Extent(folded, *match.span()),
                    subjects,
                    folded.mentions(*match.span("o")),
                    qualifiers={"role": role},
                    extra_ranges=extra_ranges,
                )


def landing(article: RelationArticle) -> None:
    """Write 拟落地的某项目: the zone spoken of promotes it."""
    for folded, match in article.matches(LANDING):
        subjects, extra_ranges = article.subject(folded, match.start(), "where")
        zones = [m for m in subjects if m.type == "zone"]
        article.write(
            LANDING,
            Extent(folded, *match.span()),
            zones,
            folded.mentions(*match.span("o")),
            qualifiers={"role": "promoter"},
            extra_ranges=extra_ranges,
        )
