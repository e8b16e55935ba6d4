"""located_in: what sentences say of the seat of one body, works or park, and of tenants one by one.

    甲公司落户高新区                     → 甲公司 in 高新区
    考察了高新区的某测试场和甲公司       → both in 高新区

What names say of themselves is ``part_of.stated``'; what is said of many at once is ``lists``'.
"""

from __future__ import annotations

import re

from kg.extract.clauses.folded import Folded
from kg.extract.clauses.modality import negated
from kg.extract.clauses.patterns import compiled
from kg.extract.clauses.subjects import is_elided
from kg.extract.ranges import united
from kg.extract.relations.base import Extent, RelationArticle
from kg.extract.rules import Rule
from kg.model import Mention

MOVED_IN = Rule(
    "located-tenants",
    "located_in",
    "〔Z产业园〕二期交付。同批入驻的〔C甲公司〕投产。 => 甲公司 > 产业园",
    "〔Z产业园〕二期交付。入驻的专家走进〔C甲公司〕。",
    0.85,
    r"(?:入驻|入园)(?:的|企业中，|企业)<s:com>",
)

LOCATED = Rule(
    "located-at",
    "located_in",
    "〔C甲公司〕、〔C乙公司〕落户〔Z高新区〕。 => 甲公司、乙公司 > 高新区",
    "〔C甲公司〕与位于〔Z高新区〕的客户签约。",
    0.93,
    r"<s:site?>(?:[^ⓅⒸⒶⒾⓏⒿⒻⓁ。；]{0,8}?)(?:位于|坐落于?|坐落在|地处|落户于?|落户在|落地|入驻|进驻|迁入|设在|总部设在"
    r"|总部位于|选址于?|选址在|建在|扎根于?|搬迁至|迁至|搬至|搬入|搬到|布局在|注册在|安家)(?:了)?<o:where1>"
    r"(?![^，。；ⓅⒸⒶⒾⓏⒿⒻⓁ]{0,10}的|Ⓒ|Ⓐ|Ⓘ)",
)

LOCATED_OF = Rule(
    "located-of",
    "located_in",
    "位于〔Z高新区〕的〔C甲公司〕车间内，工人正忙。 => 甲公司 > 高新区",
    "位于〔Z高新区〕的两家企业与〔C甲公司〕签约。",
    0.95,
    r"(?:位于|坐落于|坐落在|地处|落户|入驻|入园|进驻|扎根|同在|驻)<o:where1>..的<s:site>",
)

OF_PLACE = Rule(
    "located-whose",
    "located_in",
    "考察了〔Z高新区〕的〔F测试场〕和〔C甲公司〕。 => 测试场、甲公司 > 高新区",
    "〔Z高新区〕的支持让〔C甲公司〕受益。",
    0.8,
    r"(?<!来自)<o:where1>(?:境内|区内|园内|辖区|上|内)?的<s:site>",
)

TOUR = Rule(
    "located-tour",
    "located_in",
    "在〔Z高新区〕，〔P张立〕先后来到〔C甲公司〕、〔C乙公司〕。 => 甲公司、乙公司 > 高新区",
    "在〔Z高新区〕，〔P张立〕强调要支持〔C甲公司〕。",
    0.85,
    r"在<o:where1>(?:境内|辖区|调研|期间|考察|参观|区内|园内)*[，,](?:[^ⒸⒶⒾⓏⒿⒻⓁ。；]{0,12}?)(?:先后|分别|依次|首先)?"
    r"(?:来到|走进|考察|察看|查看|实地查看|观摩|视察|督导|检查|看望|调研|走访|深入|到|参观)(?:了)?<s:site>",
)

TENANT = Rule(
    "located-tenant",
    "located_in",
    "〔Z产业园〕吸引了〔C甲公司〕等企业入驻。 => 甲公司 > 产业园",
    "〔Z产业园〕吸引了各方关注，〔C甲公司〕投产。",
    0.9,
    r"<o:where1>[，,]?..(?:吸引|引进|引入|迎来|签约|入驻了|进驻了)(?:了)?<s:site>"
    r"(?:[^ⓅⒸⒶⒾⓏⒿⒻⓁ。；]{0,10}?(?:入驻|落户|落地|进驻))?",
)

MOVE_IN = Rule(
    "located-move-in",
    "located_in",
    "〔Z产业园〕举行首批企业入驻仪式，〔C甲公司〕、〔C乙公司〕等12家单位领到钥匙。 => 甲公司、乙公司 > 产业园",
    "〔Z产业园〕举行企业座谈会，〔C甲公司〕、〔C乙公司〕等12家单位到场。",
    0.85,
    r"<o:zon1>[^ⒸⒶⒾⓏⒿⒻⓁ。；]{0,20}(?:入驻|落户)[^ⒸⒶⒾⓏⒿⒻⓁ。；]{0,8}[，,]<s:site>",
)

LOCAL_FIRM = Rule(
    "located-local-firm",
    "located_in",
    "〔Z高新区〕骨干企业〔C甲公司〕正在扩产。 => 甲公司 > 高新区",
    "〔Z高新区〕企业服务中心走访〔C甲公司〕。",
    0.8,
    r"<o:where1>[^ⓅⒸⒶⒾⓏⒿⒻⓁ，。；]{0,6}(?:企业|民企|工厂|厂商|商户|合作社)(?:——|—)?<s:com>",
)

BUILT_IN = Rule(
    "located-built",
    "located_in",
    "〔C甲公司〕将在〔Z高新区〕建设〔J电机项目〕。 => 电机项目 > 高新区 [status=planned]",
    "〔C甲公司〕将在〔Z高新区〕召开〔J电机项目〕推介会。",
    0.9,
    r"(?:在|于|到)<o:where1>..(?:启动|建设|新建|兴建|实施|打造|投资设立|设立|成立|建成|揭牌|布局|投建|投资)..<s:site>",
)

SITED = Rule(
    "located-unveiled",
    "located_in",
    "〔I研究院〕在〔Z开发区〕揭牌。 => 研究院 > 开发区",
    "〔C甲公司〕在〔Z开发区〕举行签约仪式。",
    0.85,
    r"<s:site>[^ⓅⒸⒶⒾⓏⒿⒻⓁ。；，]{0,8}在<o:where1>(?:[^ⓅⒸⒶⒾⓏⒿⒻⓁ。；，]{0,6})(?:揭牌|开工|落成|建成|投产|"
    r"奠基|成立|挂牌|开业|投运|动工|破土|启用|建厂|设厂|办厂|落户|落地|扎根|安家|签约落地)",
)

AMONG = Rule(
    "located-among",
    "located_in",
    "在〔Z开发区〕100个重点项目中，〔J甲项目〕、〔J乙生产线〕等22个项目已完工。 => 甲项目、乙生产线 > 开发区",
    "在〔Z开发区〕的会议中，〔J甲项目〕、〔J乙生产线〕获通报。",
    0.85,
    r"在<o:where1>[0-9多余]*(?:个|家)(?:[^ⓅⒸⒶⒾⓏⒿⒻⓁ。；，]{0,8})(?:项目|企业)中[^ⓅⒸⒶⒾⓏⒿⒻⓁ。；]{0,60}?[，,]<s:site>",
)

DISTRICT = Rule(
    "located-district",
    "located_in",
    "〔P张立〕检查〔Z示范区〕辖区部分企业。他先后到〔C甲公司〕、〔C乙公司〕检查。 => 甲公司、乙公司 > 示范区",
    "〔P张立〕检查〔Z示范区〕辖区部分企业。他邀请〔C甲公司〕介绍经验。",
    0.75,
)

LISTED = Rule(
    "located-praised",
    "located_in",
    "〔Z开发区〕实施改造。〔C甲公司〕入选市级“隐形冠军”企业。 => 甲公司 > 开发区",
    "〔A省工信厅〕公布名单。〔C甲公司〕入选市级“隐形冠军”企业。",
    0.6,
)

PATTERNS = (
    LOCATED,
    LOCATED_OF,
    OF_PLACE,
    TOUR,
    TENANT,
    MOVE_IN,
    LOCAL_FIRM,
    BUILT_IN,
    SITED,
    AMONG,
)

RULES = (*PATTERNS, MOVED_IN, DISTRICT, LISTED)


def find_places(article: RelationArticle) -> None:
    """Write where bodies, works and parks lie in one article (what names say of it is part_of')."""
    for rule in PATTERNS:
        for folded, match in article.matches(rule):
            if not negated(match.group()) and not (rule is LOCATED and BROUGHT.search(folded.text[: match.start("o")])):
                locate(article, rule, folded, match)
    tenants(article)
    district(article)


def locate(article: RelationArticle, rule: Rule, folded: Folded, match: re.Match[str]) -> None:
    """Write one match; a subject left out is one of the same sentence, never of an earlier one."""
    extra_ranges: list[tuple[int, int]] = []
    subjects = folded.mentions(*match.span("s")) if match["s"] else []
    seat = SEAT.search(folded.text, match.start())
    if not subjects and seat and is_elided(folded, seat.start()):
        subjects, extra_ranges = article.subject_here(folded, match.start(), "site")
    tenants_ = [firm_of(article, m) for m in subjects]
    article.write(
        rule,
        Extent(folded, *match.span()),
        tenants_,
        folded.mentions(*match.span("o")),
        status=standing(match.group()),
        extra_ranges=extra_ranges,
    )


SEAT = re.compile(r"位于|坐落|地处|落户|落地|入驻|进驻|迁入|设在|总部|选址|建在|扎根|搬迁|迁至|搬至|搬入|搬到|布局|注册|安家")

BROUGHT = re.compile(r"(?:让|推动|争取|促成|力争|推进|到|希望)[^，。；]{0,12}$")

DEPARTMENT = re.compile(r"(?:部|科|班|组|车间|处|室)$")


def firm_of(article: RelationArticle, mention: Mention) -> Mention:
    """Return the company that a department's name begins with (the tenant of a park is the firm, not its 生产部)."""
    if mention.type != "company" or not DEPARTMENT.search(mention.surface):
        return mention
    firms = [
        m
        for m in article.draft.within(mention.start, mention.end, "company", outer=False)
        if m.start == mention.start and m.end < mention.end
    ]
    return max(firms, key=lambda m: m.end, default=mention)


def standing(text: str) -> str:
    """Return "planned" for what is still to come, "" (as the sentence says) for the rest."""
    return "planned" if re.search(r"将|拟|计划", text) else ""


def tenants(article: RelationArticle) -> None:
    """Write 同批入驻的甲公司: the park is the one spoken of."""
    for folded, match in article.matches(MOVED_IN):
        parks = [m for m in article.draft.mentions if m.type == "zone" and m.end <= folded.starts[match.start()]]
        parks = [m for m in parks if article.name(m).endswith(("园", "园区", "基地", "城", "谷", "港", "区"))]
        extra_ranges = [(parks[-1].start, parks[-1].end)] if parks else []
        article.write(MOVED_IN, Extent(folded, *match.span()), folded.mentions(*match.span("s")), parks[-1:], extra_ranges=extra_ranges)


DISTRICT_OF = re.compile(r"(?:辖区|区内|园区内)(?:内)?(?:部分|重点|多家|有关)*(?:企业|项目|工贸企业)")

VISITS = r"(?:先后|分别|依次)?(?:到|来到|深入|走进)<s:com>"


def district(article: RelationArticle) -> None:
    """Write that the firms of a tour of 辖区企业 lie in the zone whose tour it is."""
    for n, folded in enumerate(article.sentences):
        printed = article.draft.text[folded.starts[0] : folded.ends[-1]] if folded.text else ""
        heading = DISTRICT_OF.search(printed)
        if not heading:
            continue
        zone = zone_of(article, folded)
        for later in article.sentences[n : n + 3]:
            visit = compiled(VISITS).search(later.text)
            if zone and visit:
                extra_ranges = [(folded.starts[0] + heading.start(), folded.starts[0] + heading.end())]
                article.write(
                    DISTRICT,
                    Extent(later, *visit.span()),
                    later.mentions(*visit.span("s")),
                    [zone],
                    extra_ranges=extra_ranges,
                    status="stated",
                )
                break


def zone_of(article: RelationArticle, folded: Folded) -> Mention | None:
    """Return the zone that an article's 辖区 means: the last named before, else the article's first."""
    before = folded.mentions(0, len(folded.text), "Ⓩ")
    if before:
        return before[0]
    return next((m for m in article.draft.mentions if m.type == "zone"), None)


def praised(article: RelationArticle) -> None:
    """Write that the firms whose honours a zone's own report lists lie in that zone; ``find_honours`` must have run before."""
    lead = article.lead("ⒶⓏⓁⒸⒾ")
    if not lead or lead[0].type != "zone":
        return
    for claim in [c for c in article.draft.claims if c.predicate == "recognised_by"]:
        holder = article.draft.mention(claim.subject)
        zones = [m for m in article.draft.mentions if m.type == "zone" and m.end <= holder.start and article.same(m, lead[0])]
        if holder.type == "company" and zones:
            article.draft.claim(
                holder,
                "located_in",
                zones[-1],
                united([(zones[-1].start, zones[-1].end), (holder.start, holder.end)]),
                LISTED.id,
                confidence=LISTED.confidence,
            )
