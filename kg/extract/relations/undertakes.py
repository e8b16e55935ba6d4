"""Who builds, designs, supervises and supplies works: 由-passives, active clauses, labels (施工单位), owners in names, phases.

    石鹿溪工程由甲公司投资建设、乙公司施工   → 甲 owner, 乙 contractor
    乙公司承建石鹿溪工程                    → 乙 contractor
    该镇与甲公司就交易中心项目成功签约      → 甲 owner (the works stand apart from their builder)
    为确保河道工程如期推进，乙公司组织…     → 乙 developer

Money in the same clause is written here too (投资3.6亿元建设…): the sum belongs to ``invests_in``.
"""

from __future__ import annotations

import re
from functools import cache

from kg import lexicon
from kg.extract.clauses.folded import Folded
from kg.extract.clauses.modality import is_denied, negated
from kg.extract.clauses.patterns import ANY, COMMA_AND, MONEY, compiled
from kg.extract.relations.base import ArticleClauses, Extent, merged
from kg.extract.relations.passives import SUPERVISED
from kg.extract.rules import Rule
from kg.model import Mention

CONTRACT = Rule(
    "works-contract",
    "undertakes",
    "〔C乙公司〕中标〔J设备采购项目〕。 => 乙公司 > 设备采购项目 [role=contractor]",
    "〔C乙公司〕中标〔J设备采购项目〕，将供应蝶阀780台。",
    0.92,
    r"<s:com>..(?:{verbs_contract})(?:了)?..<o:pro>",
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
SIGNS = Rule(
    "works-signed",
    "undertakes",
    "〔A县政府〕与〔C甲公司〕签约〔J胶膜基地项目〕。 => 甲公司 > 胶膜基地项目 [role=owner, status=signed]",
    "〔A县政府〕与〔C甲公司〕签约，〔J胶膜基地项目〕另议。",
    0.9,
    r"(?:与|和|同|跟)<s:com1>(?:成功)?(?:签约|签下|签订|签署)(?:了)?(?:总投资[0-9.]+[^ⓅⒸⒶⒾⓏⒿⒻⓁ，。；]{1,5}的)?..<o:pro>",
)
NAMED = Rule(
    "works-owner-named",
    "undertakes",
    "〔J〔C许甲电气〕喷漆生产线〕已建设完工。 => 许甲电气 > 许甲电气喷漆生产线 [role=owner]",
    "〔J〔L青川〕供热工程〕已建设完工。",
    0.9,
)
OWNS = Rule(
    "works-owner-before",
    "undertakes",
    "〔C甲公司〕〔J年产4万吨磷酸铁锂项目〕已试生产。 => 甲公司 > 年产4万吨磷酸铁锂项目 [role=owner]",
    "〔C甲公司〕、〔J年产4万吨磷酸铁锂项目〕受到关注。",
    0.9,
    r"<s:com1>的?<o:pro1>",
)
LABELLED = Rule(
    "works-labelled",
    "undertakes",
    "〔J输水工程〕进展顺利，施工单位〔C丙公司〕优化工序。 => 丙公司 > 输水工程 [role=contractor]",
    "〔J输水工程〕进展顺利，施工单位和〔C丙公司〕开会。",
    0.9,
)
PHASE = Rule(
    "works-phase",
    "undertakes",
    "〔J水厂工程〕由〔C甲公司〕建设，分两期实施，〔J一期工程〕已完工。 => 甲公司 > 一期工程 [role=owner]",
    "〔J水厂工程〕由〔C甲公司〕建设，〔J一期河道清淤工程〕已完工。",
    0.8,
)
ITS_WORKS = Rule(
    "works-its",
    "undertakes",
    "〔C乙公司〕由〔C甲公司〕控股，其〔J植入物生产线〕将试产。 => 乙公司 > 植入物生产线 [role=owner]",
    "〔C乙公司〕由〔C甲公司〕控股，其他〔J植入物生产线〕将试产。",
    0.85,
    r"其<o:pro1>",
)
ON_SITE = Rule(
    "works-on-site",
    "undertakes",
    "在〔J停车场项目〕施工现场，〔A某镇〕组织人员抓进度。 => 某镇 > 停车场项目 [role=promoter]",
    "在〔J停车场项目〕施工现场，记者看到〔A某镇〕组织的志愿者。",
    0.75,
    r"在<o:pro1>(?:的)?(?:施工|建设)?(?:现场|工地)，<s:actor1>(?:正)?(?:组织|抓|加快|抢)",
)
LANDS = Rule(
    "works-lands",
    "undertakes",
    "要努力让〔J康养项目〕落地〔Z示范区〕。 => 示范区 > 康养项目 [role=promoter]",
    "〔J康养项目〕落地〔Z示范区〕。",
    0.75,
    r"(?:让|推动|促成|力争|争取|推进|确保)<o:pro>(?:早日|尽快|尽早)?(?:落地|落户)<s:where1>",
)
LANDING = Rule(
    "works-landing",
    "undertakes",
    "〔Z科技园〕招商，拟落地的〔J储能项目〕、〔J互感器项目〕互相配套。 => 科技园 > 储能项目、互感器项目 [role=promoter, status=planned]",
    "〔Z科技园〕积极招商，已落地的政策惠及〔J储能项目〕。",
    0.7,
    r"(?:拟落地|已签约|新引进|新签约|已落地|正在洽谈|引进|招引|招商引进)(?:的|了)<o:pro>",
)
ACTIVE = (CONTRACT, SIGNS, OWNS)
RULES = (*ACTIVE, BUILDS, PROMOTES, PLANS, NAMED, LABELLED, PHASE, ITS_WORKS, ON_SITE, LANDS, LANDING)


def find_works(article: ArticleClauses) -> None:
    """Write who undertakes what in one article (the 由-passives are passives')."""
    for rule in ACTIVE:
        for folded, match in article.matches(rule):
            active(article, rule, folded, match)
    builds(article)
    promotes(article)
    spoken_of(article)
    labels(article)
    named_owners(article)
    phases(article)


def active(article: ArticleClauses, rule: Rule, folded: Folded, match: re.Match[str]) -> None:
    """Write one match of a pattern whose ends are printed; a bid won to supply goods is a supply (supplies)."""
    if negated(match.group()) or (rule is CONTRACT and WINS.search(folded.text, match.end() - 1)):
        return
    role = "contractor" if rule is CONTRACT else "owner"
    subjects, objects = folded.mentions(*match.span("s")), folded.mentions(*match.span("o"))
    article.write(rule, Extent(folded, *match.span()), subjects, objects, qualifiers={"role": role})


WINS = re.compile(r"[ⒿⒻ]，(?:将|并)?(?:供应|供货|提供)|[ⒿⒻ]以来")
WILL = re.compile(r"拟|计划|有意|正在论证|谋划|明年|预计")


def builds(article: ArticleClauses) -> None:
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


def promotes(article: ArticleClauses) -> None:
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


def spoken_of(article: ArticleClauses) -> None:
    """Write works whose doer stands elsewhere: 其生产线, 在某项目现场，该镇…, 让某项目落地示范区, 拟落地的某项目."""
    for folded, match in article.matches(ITS_WORKS):
        owners = folded.mentions(0, match.start(), "Ⓒ")[:1]
        extra_ranges = [(m.start, m.end) for m in owners]
        article.write(
            ITS_WORKS,
            Extent(folded, *match.span()),
            owners,
            folded.mentions(*match.span("o")),
            qualifiers={"role": "owner"},
            extra_ranges=extra_ranges,
        )
    for rule in (ON_SITE, LANDS):
        for folded, match in article.matches(rule):
            article.write(
                rule,
                Extent(folded, *match.span()),
                folded.mentions(*match.span("s")),
                folded.mentions(*match.span("o")),
                qualifiers={"role": "promoter"},
            )
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


@cache
def label_pattern() -> re.Pattern[str]:
    """Return the pattern of a label before a name: 施工单位(为)甲公司."""
    labels_ = sorted((row[0] for row in lexicon.rows("unit_labels")), key=lambda w: (-len(w), w))
    return re.compile(rf"(?P<label>{'|'.join(labels_)})(?:为|是|系|——)?(?P<s>[ⒸⒶⒾ](?:{COMMA_AND}?[ⒸⒶⒾ])*)")


def labels(article: ArticleClauses) -> None:
    """Write 施工单位甲公司: a part in the works spoken of."""
    roles = {row[0]: row[1] for row in lexicon.rows("unit_labels")}
    for folded in article.sentences:
        for match in label_pattern().finditer(folded.text):
            works, extra_ranges = article.work(folded, match.start(), "Ⓙ", paragraph=True)
            role = roles[match["label"]]
            who = folded.mentions(*match.span("s"))
            if role == "supervisor":
                article.write(SUPERVISED, Extent(folded, *match.span()), who, works, qualifiers={"role": "监理"}, extra_ranges=extra_ranges)
            else:
                article.write(LABELLED, Extent(folded, *match.span()), who, works, qualifiers={"role": role}, extra_ranges=extra_ranges)


def named_owners(article: ArticleClauses) -> None:
    """Write the owner that a project's name begins with: 许继电气机柜产品加工喷漆生产线."""
    draft = article.draft
    for work in [m for m in draft.mentions if m.type in ("project", "zone") and m.is_name]:
        owner = owner_in_name(article, work) or (owner_by_name(article, work) if work.type == "project" else None)
        if owner:
            draft.claim(
                owner,
                "undertakes",
                work,
                merged([(work.start, work.end)]),
                NAMED.id,
                qualifiers={"role": "owner"},
                confidence=NAMED.confidence,
            )


REBUILT = re.compile(
    "(?:整体)?(?:改造|迁建|搬迁|扩建|改扩建|新建|提升|维修|修缮|[新老东南西北]?.{0,3}[校院馆]区|分[校院馆]|[一二三]期|门诊|综合楼|大楼)"
)
"""What after a school's or museum's name makes it the thing built, not the builder: 青川一中迁建."""


def owner_in_name(article: ArticleClauses, work: Mention) -> Mention | None:
    """Return who is printed inside the name: at its beginning, or a firm after the place it begins with (青川华泽水泥生产线).

    A park in the name stands between: 某大学科技园二期项目 is the park's, and a university's park is not told to be built by it.
    """
    inside = article.draft.within(work.start, work.end, "company", "institution", kinds=("name", "shared"), outer=False)
    if work.type == "zone" or article.draft.within(work.start, work.end - 1, "zone", outer=False):
        inside = [m for m in inside if m.type == "company"]
    inside = [m for m in inside if m.type == "company" or not REBUILT.match(article.draft.text, m.end)]
    owners = [m for m in inside if m.end < work.end and m.start - work.start in ((0, 2, 3) if m.type == "company" else (0,))]
    return max(owners, key=lambda m: m.end, default=None)


def owner_by_name(article: ArticleClauses, work: Mention) -> Mention | None:
    """Return the company of the article whose printed name the project's printed name begins with."""
    for mention in article.draft.mentions:
        if mention.type == "company" and mention.is_name and len(mention.surface) > 2 and work.surface.startswith(mention.surface):
            return mention
    return None


BARE_PHASE = re.compile(r"(?P<of>项目|工程|园区|[^，]{0,4})?[一二三四五]期(?:项目|工程)?")


def phases(article: ArticleClauses) -> None:
    """Give a bare phase (一期工程, 项目二期) the owners of the works it is a phase of."""
    draft = article.draft
    works = [m for m in draft.mentions if m.type == "project" and m.kind != "implied"]
    owned = [c for c in draft.claims if c.predicate == "undertakes" and c.qualifier("role") == "owner" and c.object]
    for work in works:
        bare = BARE_PHASE.fullmatch(work.surface)
        if work.kind != "name" or not bare:
            continue
        whole = next((m for m in reversed([w for w in works if w.start < work.start]) if not BARE_PHASE.fullmatch(m.surface)), None)
        if whole is None or (bare["of"] and bare["of"] not in ("项目", "工程") and bare["of"] not in whole.surface):
            continue
        for claim in owned:
            if article.name(draft.mention(claim.object or "")) == article.name(whole):
                owner = draft.mention(claim.subject)
                draft.claim(
                    owner,
                    "undertakes",
                    work,
                    merged([(whole.start, whole.end), (work.start, work.end), (owner.start, owner.end)]),
                    PHASE.id,
                    qualifiers={"role": "owner"},
                    confidence=PHASE.confidence,
                    status="denied" if is_denied(draft.text[work.start : work.end]) else "stated",
                )


GAP = rf"[^{ANY}，。；：\n]"
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
BUILDER_RULES = (SIGNED_ON, SIGNING, INCLUDING, FUNDED, FUNDS, ENSURED, ACROSS, PARKS)

OTHERS_WORK = re.compile(r"支持|帮助|要求|指导|服务|希望|争取|督促|会议|强调|指出|表示|听取|参观|考察|调研|视察|检查|企业|公司|集团")


def find_builders(article: ArticleClauses) -> None:
    """Write who undertakes works named apart from their doer in one article."""
    for rule, role in ((SIGNED_ON, "owner"), (ENSURED, "developer")):
        for folded, match in article.matches(rule):
            if not negated(match.group()):
                objects = folded.mentions(*match.span("o"))
                article.write(rule, Extent(folded, *match.span()), folded.mentions(*match.span("s")), objects, qualifiers={"role": role})
    signings(article)
    elided(article)
    funded(article)


def signings(article: ArticleClauses) -> None:
    """Write the firms that sign for works at a ceremony of their own; an agency only brings them."""
    for folded, match in article.matches(SIGNING):
        firms = folded.mentions(*match.span("s"), "Ⓒ")
        article.write(SIGNING, Extent(folded, *match.span()), firms, folded.mentions(*match.span("o")), qualifiers={"role": "owner"})


def elided(article: ArticleClauses) -> None:
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


def doer(article: ArticleClauses, folded: Folded, index: int) -> tuple[list[Mention], list[tuple[int, int]]]:
    """Return the subject in force if nothing between it and ``index`` speaks, visits or asks; of this sentence only."""
    subjects, extra_ranges = article.subject(folded, index, "actor")
    if not extra_ranges or not folded.starts[0] <= extra_ranges[0][0]:
        return [], []
    between = folded.text[folded.index_of(extra_ranges[0][1]) : index]
    return ([], []) if OTHERS_WORK.search(between) or "Ⓟ" in between else (subjects, extra_ranges)


def owned(article: ArticleClauses, works: list[Mention]) -> bool:
    """Whether a plainer sentence has already said who undertakes these works."""
    names = {(m.type, article.name(m)) for m in works}
    for claim in article.draft.claims:
        if claim.predicate == "undertakes" and claim.object:
            target = article.draft.mention(claim.object)
            if (target.type, article.name(target)) in names:
                return True
    return False


def funded(article: ArticleClauses) -> None:
    """Write 为某工程投入1500万元: the firm in force owns the works and has put the sum in them."""
    for folded, match in article.matches(FUNDED):
        subjects, extra_ranges = doer(article, folded, match.start())
        extent, works = Extent(folded, *match.span()), folded.mentions(*match.span("o"))
        article.write(FUNDS, extent, subjects, works, qualifiers={"amount": match["amount"]}, extra_ranges=extra_ranges)
        firms = [m for m in subjects if m.type == "company"]
        article.write(FUNDED, extent, firms, works, qualifiers={"role": "owner"}, extra_ranges=extra_ranges)
