"""undertakes: works named apart from their doer.

    该镇与甲公司就交易中心项目成功签约      → 甲 owner
    为确保河道工程如期推进，乙公司组织…     → 乙 developer

The sum of a funded work belongs to ``invests_in`` and is written here too.
"""

from __future__ import annotations

import re

from kg.extract.clauses.article import NOBODY, Spoken
from kg.extract.clauses.folded import Folded
from kg.extract.clauses.modality import negated
from kg.extract.clauses.patterns import ANY, GAP, MONEY
from kg.extract.relations.base import Extent, RelationArticle
from kg.extract.rules import Rule
from kg.model import Mention

SIGNED_ON = Rule(
    "works-signed-on",
    "undertakes",
    "〔L某镇〕与〔C甲公司〕就〔J交易中心项目〕成功签约。 => 甲公司 > 交易中心项目 [role=owner, status=signed]",
    "〔L某镇〕与〔C甲公司〕就用工成功签约，〔J交易中心项目〕开工。",
    0.9,
    rf"(?:与|和|同|跟)<s:com1>就[^{ANY}。；]{{0,24}}<o:pro>{GAP}{{0,8}}(?:签约|签订|签署|达成)",
)

SIGNING = Rule(
    "works-signing",
    "undertakes",
    "〔A县政府〕、〔C甲公司〕举行了〔J养殖项目〕签约仪式。 => 甲公司 > 养殖项目 [role=owner, status=signed]",
    "〔A县政府〕、〔C甲公司〕参加〔J养殖项目〕签约仪式。",
    0.8,
    rf"<s:body>(?:在[^，。；]{{1,14}}?)?(?:隆重|共同)?(?:举行|签署|签订)(?:了)?<o:pro>{GAP}{{0,6}}(?:签约|合作|投资)",
)

INCLUDING = Rule(
    "works-including",
    "undertakes",
    "〔L江滨区〕还打造了4个教育组团，包括〔Z甲组团〕、〔Z乙组团〕。 => 江滨区 > 甲组团、乙组团 [role=developer]",
    "〔L江滨区〕的会议有4项议程，包括〔Z甲组团〕、〔Z乙组团〕的汇报。",
    0.8,
    rf"(?:打造|建设|建成|规划|谋划|实施|布局|推进|兴建|新建)(?:了)?[0-9一二两三四五六七八九十]+(?:个|大|项|座|处){GAP}{{1,12}}，(?:包括|分别是|分别为|即|有)<o:build>",
)

FUNDED = Rule(
    "works-funded",
    "undertakes",
    "〔C甲供电公司〕为〔J柳河农网改造〕投入1500万元。 => 甲供电公司 > 柳河农网改造 [role=owner]",
    "〔A市政府〕为〔J柳河农网改造〕投入1500万元。",
    0.8,
    rf"(?:为|对|向|在)<o:pro1>{GAP}{{0,4}}(?:投入|投资)(?P<amount>{MONEY})",
)

FUNDS = Rule(
    "invest-funded",
    "invests_in",
    "〔C甲供电公司〕为〔J柳河农网改造〕投入1500万元。 => 甲供电公司 > 柳河农网改造 [amount=1500万元]",
    "〔C甲供电公司〕要求为〔J柳河农网改造〕投入1500万元。",
    0.85,
)

ENSURED = Rule(
    "works-ensured",
    "undertakes",
    "为确保〔J清淤工程〕如期推进，〔C乙公司〕组织技术人员复核坐标。 => 乙公司 > 清淤工程 [role=developer, status=under_way]",
    "为确保〔J清淤工程〕用电，〔C乙公司〕组织技术人员巡线。",
    0.75,
    r"为(?:了)?(?:确保|保障|推进|加快|推动)<o:pro1>(?:建设)?(?:如期|按期|按时|早日|顺利|尽快)?(?:推进|开工|完工|竣工|投运|投产|建成|实施|进度)[^。；]{0,16}?，<s:body1>",
)

ACROSS = Rule(
    "works-across",
    "undertakes",
    "〔C乙公司〕按照计划，对〔L柳河镇〕实施了〔J电网改造工程〕。 => 乙公司 > 电网改造工程 [role=owner]",
    "〔C乙公司〕召开会议，要求实施〔J电网改造工程〕。",
    0.75,
    rf"(?:投资{MONEY}|总投资{MONEY}的)?(?:实施|建设|新建|兴建|扩建|改造|打造|承建|建成)(?:了)?(?:的)?{GAP}{{0,8}}<o:pro>",
)

PARKS = Rule(
    "works-parks",
    "undertakes",
    "〔Z开发区〕要加快〔Z中央商务区〕建设步伐。 => 开发区 > 中央商务区 [role=developer, status=under_way]",
    "〔Z开发区〕要加快融入〔Z滨海新区〕建设。",
    0.75,
    rf"(?:加快|推进|推动|抓好|完善|启动|做好|加强)(?:了|好)?(?:推进|建设|抓好)?<o:zon1>{GAP}{{0,14}}(?:建设|开发|规划)",
)

RULES = (SIGNED_ON, SIGNING, INCLUDING, FUNDED, FUNDS, ENSURED, ACROSS, PARKS)

OTHERS_WORK = re.compile(r"支持|帮助|要求|指导|服务|希望|争取|督促|会议|强调|指出|表示|听取|参观|考察|调研|视察|检查|企业|公司|集团")


def find_builders(article: RelationArticle) -> None:
    """Write who undertakes works named apart from their doer in one article."""
    for rule, role in ((SIGNED_ON, "owner"), (ENSURED, "developer")):
        for folded, match in article.matches(rule):
            if not negated(match.group()):
                objects = folded.mentions(*match.span("o"))
                article.write(rule, Extent(folded, *match.span()), folded.mentions(*match.span("s")), objects, qualifiers={"role": role})
    signings(article)
    elided(article)
    funded(article)


def signings(article: RelationArticle) -> None:
    """Write the firms that sign for works at a ceremony of their own; an agency only brings them."""
    for folded, match in article.matches(SIGNING):
        firms = folded.mentions(*match.span("s"), "Ⓒ")
        article.write(SIGNING, Extent(folded, *match.span()), firms, folded.mentions(*match.span("o")), qualifiers={"role": "owner"})


def elided(article: RelationArticle) -> None:
    """Write works whose doer is the subject in force: 还打造了4个组团，包括…; 对该镇实施了某工程; 加快商务区建设."""
    for rule in (INCLUDING, ACROSS, PARKS):
        for folded, match in article.matches(rule):
            subjects, extra_ranges = doer(article, folded, match.start())
            objects = folded.mentions(*match.span("o"))
            if rule is not INCLUDING:
                types = ("zone", "place") if rule is PARKS else ("company", "institution", "zone")
                subjects = [m for m in subjects if m.type in types]
            if subjects and not negated(match.group()) and not owned(article, objects):
                role = "owner" if subjects[0].type == "company" else "developer"
                article.write(rule, Extent(folded, *match.span()), subjects, objects, qualifiers={"role": role}, extra_ranges=extra_ranges)


def doer(article: RelationArticle, folded: Folded, index: int) -> Spoken:
    """Return the subject in force if nothing between it and ``index`` speaks, visits or asks; of this sentence only."""
    found = article.subject_here(folded, index)
    between = folded.text[folded.index_of(found.ranges[0][1]) : index] if found.ranges else ""
    return NOBODY if OTHERS_WORK.search(between) or "Ⓟ" in between else found


def owned(article: RelationArticle, works: list[Mention]) -> bool:
    """Whether a plainer sentence has already said who undertakes these works."""
    names = {(m.type, article.name(m)) for m in works}
    for claim in article.draft.claims:
        if claim.predicate == "undertakes" and claim.object:
            target = article.draft.mention(claim.object)
            if (target.type, article.name(target)) in names:
                return True
    return False


def funded(article: RelationArticle) -> None:
    """Write 为某工程投入1500万元: the firm in force owns the works and has put the sum in them."""
    for folded, match in article.matches(FUNDED):
        subjects, extra_ranges = doer(article, folded, match.start())
        extent, works = Extent(folded, *match.span()), folded.mentions(*match.span("o"))
        article.write(FUNDS, extent, subjects, works, qualifiers={"amount": match["amount"]}, extra_ranges=extra_ranges)
        firms = [m for m in subjects if m.type == "company"]
        article.write(FUNDED, extent, firms, works, qualifiers={"role": "owner"}, extra_ranges=extra_ranges)
