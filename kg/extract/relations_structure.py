"""part_of and located_in: what names say of themselves, and what sentences say of seats, tenants and parents."""

from __future__ import annotations

import re

from kg.extract.relation_base import Place, Scene, is_elided, merged, negated
from kg.extract.rules import Rule
from kg.extract.syntax import LETTER, Masked, compiled
from kg.model import Mention

NESTED = Rule("part-nested", "part_of", "许昌供电公司薛坡运维班", "禹州市人民政府 (a place in a name is no parent)", 0.97)
PARENT = Rule("part-parent", "part_of", "付庄运维班 on a page about 许昌供电公司", "付庄运维班 with no company named", 0.9)
OF_ANAPHOR = Rule("part-anaphor", "part_of", "该公司建设部组织设计单位通力合作。", "该公司与建设部合作。", 0.95, "<o:org1><s:body1>")
SUBSIDIARY = Rule(
    "part-subsidiary",
    "part_of",
    "甲公司是乙集团的全资子公司。",
    "甲公司是乙集团的客户。",
    0.95,
    r"<s:body>，?(?:都|均|将|已|现|原)*(?:是|为|成为|系|作为)<o:org1>的?(?:全资|控股|核心|下属|二级|三"
    r"级|旗下)*(?:子公司|分公司|企业|公司|单位|机构|部门)",
)
OWNED = Rule(
    "part-owned",
    "part_of",
    "乙集团下属企业甲公司召开推进会。",
    "乙集团下属企业共12家。",
    0.93,
    r"<o:org1>(?:的)?(?:全资|控股)?(?:下属|旗下|所属|所辖|管辖|麾下|直管|局属|市属|辖下|下辖|属下|直属"
    r"|子公司)的?(?:全资|控股)?(?:子公司|分公司|企业|单位|公司|门店|机构|学校|医院)?<s:body>",
)
HAS_UNITS = Rule(
    "part-has-units",
    "part_of",
    "甲集团拥有乙公司、丙公司等8家子公司。",
    "甲集团拥有乙公司、丙公司等客户。",
    0.88,
    r"<o:org1>[^ⓅⒸⒶⒾⓏⒿⒻⓁ，。；]{0,6}(?:拥有|下辖|下设|设有|旗下有|辖有|旗下拥有|成立了?|设立了?|组建了"
    r"?)(?:全资|控股)*(?:子公司|分公司|下属企业)?(?:——|—)?<s:body>"
    r"(?=[^。；，]{0,10}(?:子公司|分公司|下属企业|控股公司|成员企业|分支机构|直属单位|[两三四五六七八九十]个部门))",
)
UNDER = Rule(
    "part-under",
    "part_of",
    "目前，旗下甲公司、乙公司均已投产。",
    "旗下品牌畅销。",
    0.8,
    r"(?<![ⒸⒶⒾⓏ])(?<!的)(?:旗下|下属|所属|所辖)(?:的)?(?:全资|控股)*(?:子公司|分公司|企业|单位)?(?:——)?<s:com>",
)
PARENT_OF = Rule("part-parent-company", "part_of", "其母公司乙集团主营铝材。", "母公司尚未回应。", 0.88, r"(?:其)?母公司<o:com1>")
ITS = Rule(
    "part-its",
    "part_of",
    "膜组件由其全资子公司甲公司生产。",
    "其合作伙伴甲公司",
    0.9,
    r"其(?:全资|控股|下属|旗下|的)*(?:子公司|分公司|分厂|下属企业)<s:com>",
)
BELONGS = Rule("part-belongs", "part_of", "该院隶属于某大学。", "该案属于民事纠纷。", 0.9, r"<s:body1>..(?:隶属|归属|从属)于?<o:org1>")
CONTROLLED = Rule(
    "part-controlled", "part_of", "甲公司由乙集团控股。", "甲公司由乙集团参股。", 0.9, r"<s:com1>由<o:org1>(?:绝对|相对|全资)?控股"
)
MOVED_IN = Rule(
    "located-tenants",
    "located_in",
    "同批入驻的甲公司由乙公司与丙公司合资成立。",
    "入驻的专家",
    0.85,
    r"(?:入驻|入园)(?:的|企业中，|企业)<s:com>",
)
WITHIN = Rule("part-within", "part_of", "郑某所在的配电一班接到指令。", "郑某所在的城市", 0.6, r"Ⓟ所在的<s:body1>")

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
ADJACENT = Rule("located-adjacent", "located_in", "开发区电梯产业园", "开发区、电梯产业园", 0.65, r"(?<![ⓁⓏ往自产])<o:where1><s:site1>")
TAILED = Rule("located-nested", "located_in", "高新区尼龙织造产业园", "高新区应急管理局 (an organ is part of its zone)", 0.95)
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
    OF_ANAPHOR,
    SUBSIDIARY,
    OWNED,
    HAS_UNITS,
    BELONGS,
    CONTROLLED,
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
RULES = (*PATTERNS, UNDER, PARENT_OF, MOVED_IN, NESTED, PARENT, ITS, WITHIN, TAILED, DISTRICT, LISTED)


def find_structure(scene: Scene) -> None:
    """Write part_of and located_in of one article."""
    nested(scene)
    for rule in PATTERNS:
        for masked, match in scene.matches(rule):
            objects = masked.mentions(*match.span("o"))
            subjects = masked.mentions(*match.span("s")) if match["s"] else []
            if rule is OF_ANAPHOR and objects[0].kind != "anaphor":
                continue
            if negated(match.group()) or (rule is LOCATED and BROUGHT.search(masked.text[: match.start("o")])):
                continue
            said: list[tuple[int, int]] = []
            if not match["s"] and not is_elided(masked, SEAT.search(masked.text, match.start()).start()):  # type: ignore[union-attr]
                continue
            if not match["s"]:
                subjects, said = scene.subject(masked, match.start(), "site")
                if said and said[0][0] < masked.starts[0]:
                    continue
            scene.write(
                rule,
                Place(masked, *match.span()),
                [firm_of(scene, m) for m in subjects] if rule.predicate == "located_in" else subjects,
                objects,
                status=standing(match.group()),
                said=said,
            )
    its(scene)
    under(scene)
    within(scene)
    tenants(scene)
    district(scene)


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


def nested(scene: Scene) -> None:
    """Write what a name says of itself: the body, zone or owner named inside it, or set as its parent."""
    draft = scene.draft
    names = [m for m in draft.mentions if m.is_name]
    for mention in names:
        inside = [
            m
            for m in names
            if mention.start <= m.start
            and m.end <= mention.end
            and m.end - m.start < mention.end - mention.start
            and (m.type in ("company", "agency", "institution", "zone") or m.type == mention.type == "facility")
        ]
        inside.sort(key=lambda m: (m.start - m.end, m.start))
        parent = draft.mention(mention.parent) if mention.parent else None
        if parent is None and inside:
            own(scene, mention, inside[0], NESTED)
        elif parent is not None:
            own(scene, mention, parent, PARENT)


def own(scene: Scene, mention: Mention, parent: Mention, rule: Rule) -> None:
    """Write the relation of a thing to the parent in its name, by the types of both."""
    draft = scene.draft
    kinds = LETTER[mention.type] + LETTER[parent.type]
    apart = parent.kind != "implied" and not (mention.start <= parent.start and parent.end <= mention.end)
    span = merged([(parent.start, parent.end), (mention.start, mention.end)] if apart else [(mention.start, mention.end)])
    if scene.same(mention, parent):
        return
    if re.fullmatch(re.escape(parent.surface) + r"(?:项目|工程|建设项目|建设工程|区|内|里)", mention.surface):
        return
    if (mention.type == "zone" and parent.type == "zone") or (mention.type in ("project", "facility") and parent.type == "zone"):
        draft.claim(mention, "located_in", parent, span, TAILED.id, confidence=TAILED.confidence)
    elif (kinds[0] in "ⒸⒶⒾⒻ" and kinds[1] in "ⒸⒶⒾⓏ") or kinds == "ⒻⒻ":
        draft.claim(mention, "part_of", parent, span, rule.id, confidence=rule.confidence)


def its(scene: Scene) -> None:
    """Write 其全资子公司甲公司: 其 is the last body named before it, but for the one it belongs to."""
    for masked, match in scene.matches(ITS):
        before = masked.mentions(0, match.start(), "ⒸⒶⒾ")
        owner = before[-1:] if before else scene.subject(masked, match.start(), "body")[0]
        said = [(owner[0].start, owner[0].end)] if owner else []
        scene.write(ITS, Place(masked, *match.span()), masked.mentions(*match.span("s")), owner, said=said)


def tenants(scene: Scene) -> None:
    """Write 同批入驻的甲公司: the park is the one spoken of."""
    for masked, match in scene.matches(MOVED_IN):
        parks = [m for m in scene.draft.mentions if m.type == "zone" and m.end <= masked.starts[match.start()]]
        parks = [m for m in parks if scene.name(m).endswith(("园", "园区", "基地", "城", "谷", "港", "区"))]
        said = [(parks[-1].start, parks[-1].end)] if parks else []
        scene.write(MOVED_IN, Place(masked, *match.span()), masked.mentions(*match.span("s")), parks[-1:], said=said)


def under(scene: Scene) -> None:
    """Write 旗下甲公司 and 其母公司乙集团, whose other end is the subject in force."""
    for masked, match in scene.matches(UNDER):
        owners, said = scene.subject(masked, match.start(), "body")
        scene.write(UNDER, Place(masked, *match.span()), masked.mentions(*match.span("s")), owners[:1], said=said)
    for masked, match in scene.matches(PARENT_OF):
        units, said = scene.subject(masked, match.start(), "com")
        scene.write(PARENT_OF, Place(masked, *match.span()), units[:1], masked.mentions(*match.span("o")), said=said)


def within(scene: Scene) -> None:
    """Write 郑某所在的配电一班: the team belongs to the body at which the person works."""
    for masked, match in scene.matches(WITHIN):
        person = masked.at[match.start()][0]
        for claim in [c for c in scene.draft.claims if c.predicate == "holds_post" and c.object]:
            if scene.name(scene.draft.mention(claim.subject)) == scene.name(person):
                body = scene.draft.mention(claim.object or "")
                scene.write(WITHIN, Place(masked, *match.span()), masked.mentions(*match.span("s")), [body], said=[(body.start, body.end)])
                break


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
