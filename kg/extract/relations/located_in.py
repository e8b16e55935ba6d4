"""located_in: what sentences say of seats and tenants, one by one or of many at once.

射阳6个重大产业项目集中开工 … 甲项目总投资…，乙项目…   → 甲 and 乙 in 射阳
甲、乙、丙等一批知名企业相继落户青川市                  → all three in 青川市
"""

from __future__ import annotations

import re

from kg.extract.clauses.folded import Folded
from kg.extract.clauses.modality import negated
from kg.extract.clauses.patterns import ANY, COMMA_AND, compiled
from kg.extract.clauses.subjects import is_elided
from kg.extract.relations.base import ArticleClauses, Extent, merged
from kg.extract.relations.undertakes import BARE_PHASE
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
ONE_OF = Rule(
    "located-one-of",
    "located_in",
    "〔C甲公司〕是〔Z高新区〕的一家骨干企业。 => 甲公司 > 高新区",
    "〔C甲公司〕是〔Z高新区〕的合作伙伴。",
    0.8,
    r"<s:site1>，?(?:是|为|作为|系)<o:where1>(?:的)?[^ⓅⒸⒶⒾⓏⒿⒻⓁ，。；]{0,14}(?:企业|公司|工厂|项目|合作社|园区|学校|医院)",
)
BROUGHT_IN = Rule(
    "located-brought-in",
    "located_in",
    "〔Z高新区〕去年引进的〔C甲公司〕已经投产。 => 甲公司 > 高新区",
    "〔Z高新区〕去年引进的人才走进〔C甲公司〕。",
    0.82,
    r"<o:where1>[^ⓅⒸⒶⒾⓏⒿⒻⓁ，。；]{0,8}(?:招引|引进|培育|落地|入驻|签约|新建|在建)的<s:site>",
)
TOPIC = Rule(
    "located-topic",
    "located_in",
    "在〔Z高新区〕，〔C甲公司〕的生产线开足马力。 => 甲公司 > 高新区",
    "在〔Z高新区〕，〔A市商务局〕召开会议。",
    0.7,
    r"(?:^|[。；“])(?:走进|在)<o:where1>，<s:com1>",
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
ADJACENT = Rule(
    "located-adjacent",
    "located_in",
    "记者走进〔Z开发区〕〔Z电梯产业园〕。 => 电梯产业园 > 开发区",
    "记者走进〔Z开发区〕、〔Z电梯产业园〕。",
    0.65,
    r"(?<![ⓁⓏ自产])(?<![发运销]往)<o:where1><s:site1>",
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
    ONE_OF,
    BROUGHT_IN,
    TOPIC,
    BUILT_IN,
    SITED,
    AMONG,
    ADJACENT,
)
RULES = (*PATTERNS, MOVED_IN, DISTRICT, LISTED)


def find_places(article: ArticleClauses) -> None:
    """Write where bodies, works and parks lie in one article (what names say of it is part_of')."""
    for rule in PATTERNS:
        for folded, match in article.matches(rule):
            if not negated(match.group()) and not (rule is LOCATED and BROUGHT.search(folded.text[: match.start("o")])):
                locate(article, rule, folded, match)
    tenants(article)
    district(article)


def locate(article: ArticleClauses, rule: Rule, folded: Folded, match: re.Match[str]) -> None:
    """Write one match; a subject left out is one of the same sentence, never of an earlier one."""
    extra_ranges: list[tuple[int, int]] = []
    subjects = folded.mentions(*match.span("s")) if match["s"] else []
    seat = SEAT.search(folded.text, match.start())
    if not subjects and seat and is_elided(folded, seat.start()):
        subjects, extra_ranges = article.subject(folded, match.start(), "site")
        if extra_ranges and extra_ranges[0][0] < folded.starts[0]:
            return
    if rule is ADJACENT and folded.at[match.start("o")][0].kind != "name":
        return
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


def firm_of(article: ArticleClauses, mention: Mention) -> Mention:
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


def tenants(article: ArticleClauses) -> None:
    """Write 同批入驻的甲公司: the park is the one spoken of."""
    for folded, match in article.matches(MOVED_IN):
        parks = [m for m in article.draft.mentions if m.type == "zone" and m.end <= folded.starts[match.start()]]
        parks = [m for m in parks if article.name(m).endswith(("园", "园区", "基地", "城", "谷", "港", "区"))]
        extra_ranges = [(parks[-1].start, parks[-1].end)] if parks else []
        article.write(MOVED_IN, Extent(folded, *match.span()), folded.mentions(*match.span("s")), parks[-1:], extra_ranges=extra_ranges)


DISTRICT_OF = re.compile(r"(?:辖区|区内|园区内)(?:内)?(?:部分|重点|多家|有关)*(?:企业|项目|工贸企业)")
VISITS = r"(?:先后|分别|依次)?(?:到|来到|深入|走进)<s:com>"


def district(article: ArticleClauses) -> None:
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


def zone_of(article: ArticleClauses, folded: Folded) -> Mention | None:
    """Return the zone that an article's 辖区 means: the last named before, else the article's first."""
    before = folded.mentions(0, len(folded.text), "Ⓩ")
    if before:
        return before[0]
    return next((m for m in article.draft.mentions if m.type == "zone"), None)


def praised(article: ArticleClauses) -> None:
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
                merged([(zones[-1].start, zones[-1].end), (holder.start, holder.end)]),
                LISTED.id,
                confidence=LISTED.confidence,
            )


GAP = rf"[^{ANY}，。；：\n]"
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
SITE_RULES = (TOGETHER, SETTLED, DREW, CAME, FIRMS_OF, STOPS, NEIGHBOURS, SURVEYED, THESE, OF_ALL)

HOPED = re.compile(r"希望|欢迎|力争|争取|推动|促进|拟|计划|意向|邀请|确保")


def find_sites(article: ArticleClauses) -> None:
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


def drew(article: ArticleClauses) -> None:
    """Write 吸引来甲、乙等企业落户: the place is the subject in force."""
    for folded, match in article.matches(DREW):
        places, extra_ranges = article.subject(folded, match.start(), "where")
        if ANOTHER.search(folded.text[: match.start()]):
            continue
        drawn = [m for m in folded.mentions(*match.span("s" if match["s"] else "s2")) if not seated(article, m)]
        if len(places) == 1 and not negated(match.group()):
            article.write(DREW, Extent(folded, *match.span()), drawn, places, extra_ranges=extra_ranges)


def seated(article: ArticleClauses, mention: Mention) -> bool:
    """Whether a nearer word has already said where this thing lies."""
    ids = {m.id for m in article.draft.mentions if article.same(m, mention)}
    return any(c.predicate == "located_in" and c.subject in ids for c in article.draft.claims)


def neighbours(article: ArticleClauses) -> None:
    """Write that the stops after a zone's own body or park lie in that zone: 开发区中央商务区、乙产业园."""
    for folded, match in article.matches(NEIGHBOURS):
        stops = folded.mentions(*match.span("s"))
        zone = own_zone(article, stops[0])
        if zone and len(stops) > 1 and all(m.type in ("company", "institution", "project", "facility", "zone") for m in stops[1:]):
            others = [m for m in stops[1:] if not seated(article, m)]
            article.write(NEIGHBOURS, Extent(folded, *match.span()), others, [zone], status="stated")
            if stops[0].type in ("zone", "project", "facility") and not seated(article, stops[0]):
                article.write(NEIGHBOURS, Extent(folded, *match.span()), stops[:1], [zone], status="stated")


def own_zone(article: ArticleClauses, mention: Mention) -> Mention | None:
    """Return the zone that the printed name of a body or park begins with, by the name or by one printed before; None if neither."""
    for zone in article.draft.within(mention.start, mention.end, "zone", outer=False):
        if zone.start == mention.start and zone.end < mention.end:
            return zone
    for zone in [m for m in article.draft.mentions if m.type == "zone" and m.end <= mention.start and len(m.surface) > 2]:
        if mention.surface.startswith(zone.surface) and mention.surface != zone.surface:
            return zone
    parent = article.draft.mention(mention.parent) if mention.parent else None
    return parent if parent and parent.type == "zone" and mention.type != "project" else None


def these(article: ArticleClauses) -> None:
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


def begun(article: ArticleClauses) -> None:
    """Write that the works which an article on a joint start names lie where it was held; only its opening may say so."""
    for folded in article.sentences[:4]:
        for rule in (TOGETHER, SETTLED):
            match = compiled(rule.pattern).search(folded.text)
            if match and not HOPED.search(match.group()):
                where = folded.mentions(*match.span("o"))
                collect(article, rule, Extent(folded, *match.span()), where, 1)
                return


def reviewed(article: ArticleClauses) -> None:
    """Write that the works listed in a report on all the works of a place lie there."""
    for folded, match in article.matches(OF_ALL):
        where = folded.mentions(*match.span("o")) if match["o"] else folded.mentions(*match.span("o2"))
        collect(article, OF_ALL, Extent(folded, *match.span()), where, 2)
        return


def collect(article: ArticleClauses, rule: Rule, extent: Extent, where: list[Mention], least: int) -> None:
    """Write the works named from ``extent`` on, by lists of at least ``least``; a sentence on another place ends it."""
    extra_ranges = [extent.folded.clause(extent.start, extent.end)]
    at = next(n for n, folded in enumerate(article.sentences) if folded is extent.folded)
    for later in article.sentences[at:]:
        for match in re.finditer(rf"Ⓙ(?:{COMMA_AND}?Ⓙ)*(?:等)?", later.text):
            listed = later.mentions(*match.span())
            if (len(listed) < least and not match.group().endswith("等")) or elsewhere(article, later, match.start(), where):
                continue
            works = [m for m in listed if m.kind == "name" and not BARE_PHASE.fullmatch(m.surface) and not seated(article, m)]
            if works:
                article.write(rule, Extent(later, *match.span()), works, where, extra_ranges=extra_ranges, status="stated")


def elsewhere(article: ArticleClauses, folded: Folded, index: int, where: list[Mention]) -> bool:
    """Whether the sentence names another place before the works, or sets them apart: 原定同批开工的丙项目未能开工."""
    begin = max(folded.text.rfind(mark, 0, index) for mark in "。；\n") + 1
    others = [m for m in folded.mentions(begin, index, "ⓁⓏ") if not any(article.same(m, w) for w in where)]
    return bool(others or re.search("原定|此前|未能|邻县|配套", folded.text[begin:index]))
