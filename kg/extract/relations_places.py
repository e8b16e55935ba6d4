"""part_of and located_in: what names say of themselves, and what sentences say of seats, tenants and parents."""

from __future__ import annotations

import re

from kg.extract.relation_base import Place, Scene, is_elided, merged, negated
from kg.extract.rules import Rule
from kg.extract.syntax import Masked, compiled
from kg.model import Mention

MOVED_IN = Rule(
    "located-tenants",
    "located_in",
    "同批入驻的甲公司由乙公司与丙公司合资成立。",
    "入驻的专家",
    0.85,
    r"(?:入驻|入园)(?:的|企业中，|企业)<s:com>",
)
LOCATED = Rule(
    "located-at",
    "located_in",
    "甲公司位于高新区。",
    "甲公司的位于高新区的客户",
    0.93,
    r"<s:site?>(?:[^ⓅⒸⒶⒾⓏⒿⒻⓁ。；]{0,8}?)(?:位于|坐落于?|坐落在|地处|落户于?|落户在|落地|入驻|进驻|迁入"
    r"|设在|总部设在|总部位于|选址于?|选址在|建在|扎根于?|搬迁至|迁至|搬至|搬入|搬到|布局在|注册在|安家"
    r")(?:了)?<o:where1>(?![^，。；ⓅⒸⒶⒾⓏⒿⒻⓁ]{0,10}的|Ⓒ|Ⓐ|Ⓘ)",
)
LOCATED_OF = Rule(
    "located-of",
    "located_in",
    "位于高新区的甲公司车间内，工人正忙。",
    "位于高新区的两家企业",
    0.95,
    r"(?:位于|坐落于|坐落在|地处|落户|入驻|入园|进驻|扎根|同在|驻)<o:where1>..的<s:site>",
)
OF_PLACE = Rule(
    "located-whose",
    "located_in",
    "考察了高新区的某测试场和甲公司。",
    "高新区的支持让甲公司受益。",
    0.8,
    r"(?<!来自)<o:where1>(?:境内|区内|园内|辖区|上|内)?的<s:site>",
)
TOUR = Rule(
    "located-tour",
    "located_in",
    "在高新区，某某先后来到甲公司、乙公司。",
    "在高新区，某某强调要支持甲公司。",
    0.85,
    r"在<o:where1>(?:境内|辖区|调研|期间|考察|参观|区内|园内)*[，,](?:[^ⒸⒶⒾⓏⒿⒻⓁ。；]{0,12}?)(?:先后|分"
    r"别|依次|首先)?(?:来到|走进|考察|察看|查看|实"
    r"地查看|观摩|视察|督导|检查|看望|调研|走访|深入|到|参观)(?:了)?<s:site>",
)
TENANT = Rule(
    "located-tenant",
    "located_in",
    "生物医药产业园吸引了甲公司等企业入驻。",
    "产业园吸引了各方关注。",
    0.9,
    r"<o:where1>[，,]?..(?:吸引|引进|引入|迎来|签约|入驻了|进驻了)(?:了)?<s:site>(?:[^ⓅⒸⒶⒾⓏⒿⒻⓁ。；]{0,"
    r"10}?(?:入驻|落户|落地|进驻))?",
)
MOVE_IN = Rule(
    "located-move-in",
    "located_in",
    "产业园举行首批企业入驻仪式，甲公司、乙公司等12家单位领到钥匙。",
    "产业园入驻企业达到38家。",
    0.85,
    r"<o:zon1>[^ⒸⒶⒾⓏⒿⒻⓁ。；]{0,20}(?:入驻|落户)[^ⒸⒶⒾⓏⒿⒻⓁ。；]{0,8}[，,]<s:site>",
)
LOCAL_FIRM = Rule(
    "located-local-firm",
    "located_in",
    "高新区骨干企业甲公司正在扩产。",
    "高新区企业服务中心",
    0.8,
    r"<o:where1>[^ⓅⒸⒶⒾⓏⒿⒻⓁ，。；]{0,6}(?:企业|民企|工厂|厂商|商户|合作社)(?:——|—)?<s:com>",
)
ONE_OF = Rule(
    "located-one-of",
    "located_in",
    "甲公司是高新区的一家骨干企业。",
    "甲公司是高新区的合作伙伴。",
    0.8,
    r"<s:site1>，?(?:是|为|作为|系)<o:where1>(?:的)?[^ⓅⒸⒶⒾⓏⒿⒻⓁ，。；]{0,14}(?:企业|公司|工厂|项目|合作社|园区|学校|医院)",
)
BROUGHT_IN = Rule(
    "located-brought-in",
    "located_in",
    "高新区引进的甲公司已经投产。",
    "高新区引进的人才",
    0.82,
    r"<o:where1>[^ⓅⒸⒶⒾⓏⒿⒻⓁ，。；]{0,8}(?:招引|引进|培育|落地|入驻|签约|新建|在建)的<s:site>",
)
TOPIC = Rule(
    "located-topic",
    "located_in",
    "在高新区，甲公司的生产线开足马力。",
    "在高新区，市商务局召开会议。",
    0.7,
    r"(?:^|[。；“])(?:走进|在)<o:where1>，<s:com1>",
)
BUILT_IN = Rule(
    "located-built",
    "located_in",
    "该公司将在高新区建设电机项目。",
    "该公司将在高新区召开项目推介会。",
    0.9,
    r"(?:在|于|到)<o:where1>..(?:启动|建设|新建|兴建|实施|打造|投资设立|设立|成立|建成|揭牌|布局|投建|投资)..<s:site>",
)
SITED = Rule(
    "located-unveiled",
    "located_in",
    "研究院在经济开发区揭牌。",
    "甲公司在高新区举行签约仪式。",
    0.85,
    r"<s:site>[^ⓅⒸⒶⒾⓏⒿⒻⓁ。；，]{0,8}在<o:where1>(?:[^ⓅⒸⒶⒾⓏⒿⒻⓁ。；，]{0,6})(?:揭牌|开工|落成|建成|投产|"
    r"奠基|成立|挂牌|开业|投运|动工|破土|启用|建厂|设厂|办厂|落户|落地|扎根|安家|签约落地)",
)
AMONG = Rule(
    "located-among",
    "located_in",
    "在开发区100个重点项目中，甲项目、乙生产线等22个项目已完工。",
    "在开发区的会议中，甲项目获通报。",
    0.85,
    r"在<o:where1>[0-9多余]*(?:个|家)(?:[^ⓅⒸⒶⒾⓏⒿⒻⓁ。；，]{0,8})(?:项目|企业)中[^ⓅⒸⒶⒾⓏⒿⒻⓁ。；]{0,60}?[，,]<s:site>",
)
ADJACENT = Rule(
    "located-adjacent", "located_in", "开发区电梯产业园", "开发区、电梯产业园", 0.65, r"(?<![ⓁⓏ自产])(?<![发运销]往)<o:where1><s:site1>"
)
DISTRICT = Rule(
    "located-district",
    "located_in",
    "某某检查辖区企业安全生产工作。他先后到甲公司、乙公司检查。",
    "某某检查辖区安全生产工作，邀请甲公司介绍经验。",
    0.75,
)
LISTED = Rule(
    "located-praised", "located_in", "围绕产业转型升级，开发区实施改造。甲公司等4家企业入选隐形冠军。", "全省100家企业入选。", 0.6
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


def find_places(scene: Scene) -> None:
    """Write where bodies, works and parks lie in one article (what names say of it is relations_parts')."""
    for rule in PATTERNS:
        for masked, match in scene.matches(rule):
            if not negated(match.group()) and not (rule is LOCATED and BROUGHT.search(masked.text[: match.start("o")])):
                locate(scene, rule, masked, match)
    tenants(scene)
    district(scene)


def locate(scene: Scene, rule: Rule, masked: Masked, match: re.Match[str]) -> None:
    """Write one match; a subject left out is one of the same sentence, never of an earlier one."""
    said: list[tuple[int, int]] = []
    subjects = masked.mentions(*match.span("s")) if match["s"] else []
    seat = SEAT.search(masked.text, match.start())
    if not subjects and seat and is_elided(masked, seat.start()):
        subjects, said = scene.subject(masked, match.start(), "site")
        if said and said[0][0] < masked.starts[0]:
            return
    if rule is ADJACENT and masked.at[match.start("o")][0].kind != "name":
        return
    tenants_ = [firm_of(scene, m) for m in subjects]
    scene.write(rule, Place(masked, *match.span()), tenants_, masked.mentions(*match.span("o")), status=standing(match.group()), said=said)


SEAT = re.compile(r"位于|坐落|地处|落户|落地|入驻|进驻|迁入|设在|总部|选址|建在|扎根|搬迁|迁至|搬至|搬入|搬到|布局|注册|安家")
BROUGHT = re.compile(r"(?:让|推动|争取|促成|力争|推进|到|希望)[^，。；]{0,12}$")
DEPARTMENT = re.compile(r"(?:部|科|班|组|车间|处|室)$")


def firm_of(scene: Scene, mention: Mention) -> Mention:
    """Return the company that a department's name begins with (the tenant of a park is the firm, not its 生产部)."""
    if mention.type != "company" or not DEPARTMENT.search(mention.surface):
        return mention
    firms = [
        m
        for m in scene.draft.within(mention.start, mention.end, "company", outer=False)
        if m.start == mention.start and m.end < mention.end
    ]
    return max(firms, key=lambda m: m.end, default=mention)


def standing(text: str) -> str:
    """Return "planned" for what is still to come, "" (as the sentence says) for the rest."""
    return "planned" if re.search(r"将|拟|计划", text) else ""


def tenants(scene: Scene) -> None:
    """Write 同批入驻的甲公司: the park is the one spoken of."""
    for masked, match in scene.matches(MOVED_IN):
        parks = [m for m in scene.draft.mentions if m.type == "zone" and m.end <= masked.starts[match.start()]]
        parks = [m for m in parks if scene.name(m).endswith(("园", "园区", "基地", "城", "谷", "港", "区"))]
        said = [(parks[-1].start, parks[-1].end)] if parks else []
        scene.write(MOVED_IN, Place(masked, *match.span()), masked.mentions(*match.span("s")), parks[-1:], said=said)


DISTRICT_OF = re.compile(r"(?:辖区|区内|园区内)(?:内)?(?:部分|重点|多家|有关)*(?:企业|项目|工贸企业)")
VISITS = r"(?:先后|分别|依次)?(?:到|来到|深入|走进)<s:com>"


def district(scene: Scene) -> None:
    """Write that the firms of a tour of 辖区企业 lie in the zone whose tour it is."""
    for n, masked in enumerate(scene.sentences):
        printed = scene.draft.text[masked.starts[0] : masked.ends[-1]] if masked.text else ""
        heading = DISTRICT_OF.search(printed)
        if not heading:
            continue
        zone = zone_of(scene, masked)
        for later in scene.sentences[n : n + 3]:
            visit = compiled(VISITS).search(later.text)
            if zone and visit:
                said = [(masked.starts[0] + heading.start(), masked.starts[0] + heading.end())]
                scene.write(DISTRICT, Place(later, *visit.span()), later.mentions(*visit.span("s")), [zone], said=said, status="stated")
                break


def zone_of(scene: Scene, masked: Masked) -> Mention | None:
    """Return the zone that an article's 辖区 means: the last named before, else the article's first."""
    before = masked.mentions(0, len(masked.text), "Ⓩ")
    if before:
        return before[0]
    return next((m for m in scene.draft.mentions if m.type == "zone"), None)


def praised(scene: Scene) -> None:
    """Write that the firms whose honours a zone's own report lists lie in that zone; ``find_honours`` must have run before."""
    lead = scene.lead("ⒶⓏⓁⒸⒾ")
    if not lead or lead[0].type != "zone":
        return
    for claim in [c for c in scene.draft.claims if c.predicate == "recognised_by"]:
        holder = scene.draft.mention(claim.subject)
        zones = [m for m in scene.draft.mentions if m.type == "zone" and m.end <= holder.start and scene.same(m, lead[0])]
        if holder.type == "company" and zones:
            scene.draft.claim(
                holder,
                "located_in",
                zones[-1],
                merged([(zones[-1].start, zones[-1].end), (holder.start, holder.end)]),
                LISTED.id,
                confidence=LISTED.confidence,
            )
