"""Who works with, helps and oversees whom: contracts, joint action, help on the spot, supervision."""

from __future__ import annotations

import re

from kg.extract.relation_base import Place, Scene, is_elided, negated
from kg.extract.rules import Rule
from kg.extract.syntax import ANY, Masked
from kg.model import Mention

WITH = Rule(
    "partners-with",
    "cooperates_with",
    "开发区管委会与甲公司签订投资协议。",
    "甲公司与乙公司相距200米。",
    0.92,
    r"<s:org1?>(?P<gap>[^ⓅⒸⒶⒾⓏⒿⒻⓁⒼ，。；]{0,10}?)(?:与|同|和|跟)(?:[^ⓅⒸⒶⒾⒿⒻⒼ，。；]{0,8}的)?<o:org>(?P"
    r"<mid>[^ⓅⒸⒶⒾ。；，、]{0,10}?)(?P<verb>{verbs_partner})(?P<what>[^。；，]{0,24})",
)
SIGNED_FOR = Rule(
    "partners-signed-for",
    "cooperates_with",
    "李某代表县政府与甲公司董事长郭某进行了签约。",
    "李某代表县政府与甲公司董事长郭某座谈。",
    0.9,
    rf"代表<s:org1>(?:分别)?(?:与|同|和)<o:org1>(?:[^{ANY}，。；]{{0,12}}Ⓟ)?[^{ANY}，。；]{{0,8}}?(?P<verb>签约|签署|签订)(?P<what>[^。；，]{{0,24}})",
)
JOINS = Rule(
    "partners-join",
    "cooperates_with",
    "某支队联合市公安局支队、某区监管局突击检查。",
    "甲公司、乙公司联合体中标。",
    0.92,
    r"<s:org1?>(?P<gap>[^ⓅⒸⒶⒾⓏⒿⒻⓁⒼ，。；]{0,10}?)(?P<verb>{verbs_join})(?:了)?<o:org>(?!体)(?P<what>[^。；，]{0,24})",
)
BOTH = Rule(
    "partners-both",
    "cooperates_with",
    "市交通局、市卫健委联合开展便民行动。",
    "市领导甲、乙共同揭牌。",
    0.85,
    r"(?<![与同和合跟为对向在的])(?P<list>[ⒸⒶⒾⓏ](?:(?:、|和|与|及|以及)[ⒸⒶⒾⓏ])+)(?P<gap>[^ⓅⒸⒶⒾⓏⒿⒻⓁⒼ，。"
    r"；]{0,12}?)(?:，并)?(?:联合|共同|合力|携手|联手|三方共建|已?成立联合|双方签|三方签|签订|签署|签约"
    r"|达成|结成|结为|缔结|结对|共建|会签|组织(?=专场|开展|举办"
    r"|召开|实施)|印发|互为|(?:组成|成立|组建)了?(?!的)[^，。；ⓅⒸⒶⒾⓏ的]{0,8}(?:专班|检查组|工作组|调查"
    r"组|督导组|联合体|联盟|指挥部))(?P<what>[^。；，]{0,20})",
)
ASKED = Rule(
    "partners-commission",
    "cooperates_with",
    "甲铝业委托研究院开发新材料。",
    "甲铝业受市局委托承担监测 (a supply).",
    0.8,
    r"<s:body1>委托<o:body1>(?:开发|研发|研制|设计|编制)",
)
SERVES = Rule(
    "supply-service",
    "supplies",
    "甲检测公司受市生态环境局委托，承担18个断面的监测任务。",
    "甲公司受疫情影响停工。",
    0.85,
    r"<s:body1>(?:受|接受)<o:org1>委托[，,]?(?:承担|负责|开展|提供)?(?P<what>[^，。；]{2,20})",
)
MOVED = Rule(
    "partners-moved-in",
    "cooperates_with",
    "法院安排法官入驻市总商会。",
    "甲公司入驻产业园 (a tenant).",
    0.7,
    r"<s:age1>[^。；]{0,60}?(?:安排|选派|派)[^ⓅⒸⒶⒾⓏⒿⒻⓁⒼ，。；]{0,10}(?:入驻|进驻)<o:ins1>",
)

VISITS = Rule(
    "assists-visit",
    "assists",
    "某局负责人带队到甲公司、乙公司开展节后复工复产指导帮扶。",
    "某局负责人带队到甲公司检查。",
    0.85,
    r"<s:actor>[^ⓅⒸⒶⒾⓏⒿⒻⒼ，。；]{0,12}?(?:到|赴|走进|深入|前往)<o:org>[^ⓅⒸⒶⒾⓏⒿⒻⓁⒼ。；，]{0,12}(?:，为["
    r"^，。；]{2,16})?(?:帮扶|服务|慰问|宣讲|宣传|讲座|讲解|普法|送法|把脉|问诊|会诊|辅导|指导|义诊|支"
    r"教|助企|纾困|解难|培训|检查视力|体检|捐赠|检查身体)",
)
TO_THEM = Rule(
    "assists-to-them",
    "assists",
    "市税务局对甲公司、乙公司等企业开展政策辅导。",
    "市税务局对甲公司进行稽查。",
    0.82,
    r"<s:actor1?>[^ⓅⒸⒶⒾⓏⒿⒻⒼ，。；]{0,12}?对<o:org>[^ⓅⒸⒶⒾⓏⒿⒻⓁⒼ。；，]{0,6}?(?:开展|进行|实施)(?:了)?[^ⓅⒸⒶⒾⓏⒿⒻⓁⒼ。；，]{0,8}"
    r"(?:辅导|指导|帮扶|服务|培训|义诊|援助|扶持)",
)
HELPS = Rule(
    "assists-helps",
    "assists",
    "市经信局、市供电公司主动上门，帮助甲光伏解决用电问题。",
    "甲公司帮助村民增收 (no body is helped).",
    0.85,
    r"(?P<verb>帮助|协助|指导|扶持|结对帮扶|帮扶|驻点帮扶|对口支援|对口帮扶|服务)<o:org>(?!工作|机制)",
)
GIVES = Rule(
    "assists-for",
    "assists",
    "县行政审批局为产业园派驻帮办专员。",
    "甲公司为乙公司供应设备 (a supply).",
    0.85,
    r"<s:actor1>[^ⓅⒸⒶⒾⓏⒿⒻⒼ，。；]{0,12}?(?:为|给)<o:actor1>[^ⓅⒸⒶⒾⓏⒿⒻⓁⒼ。；，]{0,8}?(?:派驻|派出|选派|争"
    r"取|捐赠|送去|送来|解决|开通|提供[^，。；]{0,6}(?:服务|帮助|保障|指导)|定向培训|绘|培训|办理)",
)
BUILDS_FOR = Rule(
    "assists-sends",
    "assists",
    "射洪市经信科技局已派驻专班服务乙公司。",
    "某局派驻专班。",
    0.85,
    r"<s:actor1>[^ⓅⒸⒶⒾⓏⒿⒻⒼⓁ，。；]{0,12}(?:派驻|派出|选派|组织)[^ⓅⒸⒶⒾⓏⒿⒻⒼⓁ，。；]{0,8}(?:服务|帮扶|指导"
    r"|进驻|驻点|入驻)<o:org>",
)
PAIRED = Rule(
    "assists-paired",
    "assists",
    "市农业农村局与甲农业公司结对帮扶禾湾村。",
    "市农业农村局与甲公司合作。",
    0.88,
    r"<s:actor>(?:(?:与|和|同)<b:actor1>)?(?:结对帮扶|对口支援|对口帮扶|定点帮扶|帮扶|联系帮扶|包联)<o:actor1>",
)
GAVE_TO = Rule(
    "assists-aid",
    "assists",
    "路桥区向我市投入协作资金4200万元，选派教师43人。",
    "路桥区向我市出口机床。",
    0.82,
    r"<s:actor1>(?:累计|共|先后)?(?:向|给|为)<o:actor1>[^ⓅⒸⒶⒾⓏⒿⒻⒼⓁ，。；]{0,4}(?:投入|捐赠|捐助|援助|选派|拨付)",
)

APPROVES = Rule(
    "oversees-approves",
    "oversees",
    "某联席会议批复我市开展先行区创建活动。",
    "我市上报先行区方案待批复。",
    0.85,
    r"<s:age1>(?:批复|批准|核准|审批|审核)(?:了|同意|通过)?(?:[ⓁⓏ])?[^ⓅⒸⒶⒾⓏⒿⒻⒼⓁ，。；]{0,6}<o:any>",
)
APPROVED_BY = Rule(
    "oversees-approved-by",
    "oversees",
    "该园区经省政府批准设立。",
    "该园区经专家论证。",
    0.85,
    r"<o:any>[^ⓅⒸⒶⒾⓏⒿⒻⒼⓁ。；]{0,14}?(?:经|由|获|获得|得到|报)<s:age>(?:等部门)?(?:正式|研究)?(?:批复|批准|核准|审批|审定|备案)",
)
CALLED_IN = Rule(
    "oversees-called-in",
    "oversees",
    "市生态环境局约谈甲公司、乙公司。",
    "市生态环境局约访专家。",
    0.8,
    r"<s:age>[^ⓅⒸⒶⒾⓏⒿⒻⒼⓁ，。；]{0,10}?(?:约谈|挂牌督办|督办|责令|监管)(?:了)?<o:com>",
)
WATCHES = Rule(
    "oversees-watches",
    "oversees",
    "市住建局负责城北水厂工程的质量监督。",
    "市住建局负责人介绍，工程已开工。",
    0.88,
    r"<s:age>(?:负责|承担)?(?:对)?<o:any>[^ⓅⒸⒶⒾⓏⒿⒻⒼⓁ，。；]{0,6}(?:监督|监管|督办|监察|验收|质量监督|安全监督)",
)
SUPERVISES = Rule(
    "oversees-supervises",
    "oversees",
    "市水务局、市住建局每周到现场督导该工程进度和质量。",
    "副市长督导该工程 (an event).",
    0.82,
    r"(?P<verb>督导|督办|监管|监督|督促)(?:了)?<o:pro1>(?:的)?(?:进度|质量|建设|安全)",
)
PAYS = Rule(
    "oversees-funds",
    "oversees",
    "其中省交通运输厅补助9700万元。",
    "市民获补助9700元。",
    0.82,
    r"<s:age1>(?:补助|补贴|奖补|下达补助|拨付)(?:资金)?[0-9.]+(?:余|多)?(?:亿|万)?元",
)
REPORTED = Rule(
    "oversees-reported",
    "oversees",
    "初步方案报请市委、市政府审核确认。",
    "方案报纸刊登。",
    0.7,
    r"(?:报请|报|提请|呈报)<s:age>(?:审核|审批|批准|审定|审议|同意|研究)",
)
FOLLOW_UP = Rule(
    "oversees-follow-up",
    "oversees",
    "其余3处由区应急管理局跟踪督办。",
    "其余由企业自查。",
    0.75,
    r"由<s:age1>(?:负责)?(?:跟踪)?(?:督办|监管|督导|监督|查处)",
)
REQUIRED = Rule(
    "oversees-required",
    "oversees",
    "市交通局将根据省交通运输厅要求，及时编制分解计划。",
    "企业按照客户要求生产。",
    0.6,
    r"<o:age1>[^ⓅⒸⒶⒾⓏⒿⒻⒼⓁ，。；]{0,4}(?:根据|按照|遵照)<s:age1>(?:的)?(?:要求|部署|安排)",
)

RULES = (
    TO_THEM,
    WITH,
    JOINS,
    SIGNED_FOR,
    BOTH,
    ASKED,
    SERVES,
    MOVED,
    VISITS,
    HELPS,
    GIVES,
    BUILDS_FOR,
    PAIRED,
    GAVE_TO,
    APPROVES,
    APPROVED_BY,
    CALLED_IN,
    WATCHES,
    SUPERVISES,
    PAYS,
    REPORTED,
    FOLLOW_UP,
    REQUIRED,
)

SALE = re.compile(r"(?:供货|购销|直供|供应|采购|订单|供销)")
NO_DEAL = re.compile(r"商谈|洽谈|座谈|会谈|交流|竞争|比较|相比|距|不同|一样|之间|见面|合影|诉|纠纷")


TO = re.compile("[为给]")


def find_partners(scene: Scene) -> None:
    """Write cooperates_with, assists and oversees of one article."""
    for masked, match in scene.matches(WITH):
        partners(scene, WITH, masked, match)
    for rule in (JOINS, SIGNED_FOR):
        for masked, match in scene.matches(rule):
            partners(scene, rule, masked, match)
    for masked, match in scene.matches(BOTH):
        together(scene, masked, match)
    for rule in (ASKED, SERVES, MOVED, VISITS, TO_THEM, GIVES, BUILDS_FOR, GAVE_TO, APPROVES, APPROVED_BY, CALLED_IN, WATCHES, REQUIRED):
        for masked, match in scene.matches(rule):
            if not negated(match.group()):
                said: list[tuple[int, int]] = []
                subjects = masked.mentions(*match.span("s")) if match["s"] else []
                verb = TO.search(masked.text, match.start(), match.end())
                if not subjects and (verb is None or is_elided(masked, verb.start())):
                    subjects, said = scene.subject(masked, match.start(), "actor")
                scene.write(
                    rule,
                    Place(masked, *match.span()),
                    subjects,
                    masked.mentions(*match.span("o")),
                    qualifiers={"what": match.groupdict().get("what")},
                    said=said,
                )
    helps(scene)
    oversees(scene)


def what_of(masked: Masked, match: re.Match[str]) -> str | None:
    """Return what a partnership is about, as printed: from the verb on, without what hangs on after a stop."""
    verb = match.groupdict().get("verb")
    start = match.start("verb") if verb and not SIGNING.search(verb) else match.start("what")
    if match.end("what") <= start:
        return None
    begin, end = masked.span(start, match.end("what"))
    return re.sub(r"(?:要求|仪式)$", "", masked.draft.text[begin:end].strip("了的“”\n")) or None


SIGNING = re.compile("签|达成|建立|组建|成立|组成|结成|联合$|会同|携手|联手|依托|委托")


def partners(scene: Scene, rule: Rule, masked: Masked, match: re.Match[str]) -> None:
    """Write one party with each of the others; a contract of sale is no partnership but a supply (relations_works)."""
    if negated(match.group()) or NO_DEAL.search(match.group()) or SALE.search(match["what"][:8]):
        return
    objects = masked.mentions(*match.span("o"))
    said: list[tuple[int, int]] = []
    subjects = masked.mentions(*match.span("s")) if match["s"] else []
    if not subjects:
        if not is_elided(masked, match.end("gap")):
            return
        subjects, said = scene.subject(masked, match.start(), "actor")
        subjects = [m for m in subjects[:1] if m.type != "place"]
    place = Place(masked, *match.span())
    scene.write(rule, place, subjects, objects, qualifiers={"what": what_of(masked, match)}, said=said)


LEADS = re.compile("[省市州县区旗]委$|党工委$|(?:政府|管委会)$|[省市州县区旗]人大(?:常委会)?$|[省市州县区旗]政协$")
"""One place's leading bodies, which always act as one: 县委、县政府联合召开会议 tells of no partnership."""


def together(scene: Scene, masked: Masked, match: re.Match[str]) -> None:
    """Write the pairs of a list that acts as one: 甲、乙联合开展…; 甲与乙、丙… pairs 甲 with each of the others."""
    who = masked.mentions(*match.span("list"))
    if negated(match.group()) or len(who) > 6 or SALE.search(match["what"][:8]):
        return
    if re.search("组织|印发|互为", match.group()):
        who = who[:2]
    split = re.search("与|同", match["list"])
    left = masked.mentions(match.start("list"), match.start("list") + split.start()) if split else []
    left = left if len(left) == 1 else []
    for n, one in enumerate(left or who):
        for other in who[len(left) if left else n + 1 :]:
            if LEADS.search(one.surface) and LEADS.search(other.surface):
                continue
            scene.write(BOTH, Place(masked, *match.span()), [one], [other], qualifiers={"what": what_of(masked, match)})


def helps(scene: Scene) -> None:
    """Write who helps whom; the helper may stand clauses back."""
    for masked, match in scene.matches(PAIRED):
        who = masked.mentions(*match.span("s")) + (masked.mentions(*match.span("b")) if match["b"] else [])
        scene.write(PAIRED, Place(masked, *match.span()), who, masked.mentions(*match.span("o")))
    for masked, match in scene.matches(HELPS):
        subjects, said = scene.subject(masked, match.start(), "actor")
        scene.write(HELPS, Place(masked, *match.span()), subjects, masked.mentions(*match.span("o")), said=said)


def oversees(scene: Scene) -> None:
    """Write supervision whose other end is spoken of before: the works in force, the firms just checked."""
    for masked, match in scene.matches(SUPERVISES):
        if masked.mentions(0, match.start(), "Ⓟ"):
            continue
        subjects, said = scene.subject(masked, match.start(), "age")
        scene.write(SUPERVISES, Place(masked, *match.span()), subjects, masked.mentions(*match.span("o")), said=said)
    for masked, match in scene.matches(PAYS):
        works, said = scene.work(masked, match.start())
        scene.write(PAYS, Place(masked, *match.span()), masked.mentions(*match.span("s")), works, said=said)
    for masked, match in scene.matches(REPORTED):
        zones: list[Mention] = [m for m in scene.draft.mentions if m.type == "zone" and m.start < masked.starts[match.start()]][-1:]
        said = [(zones[0].start, zones[0].end)] if zones else []
        scene.write(REPORTED, Place(masked, *match.span()), masked.mentions(*match.span("s")), zones, said=said)
    for masked, match in scene.matches(FOLLOW_UP):
        at = scene.sentences.index(masked)
        found = [m for s in scene.sentences[max(0, at - 2) : at] for m in s.mentions(0, len(s.text), "Ⓒ")]
        said = [(found[0].start, found[-1].end)] if found else []
        scene.write(FOLLOW_UP, Place(masked, *match.span()), masked.mentions(*match.span("s")), found, said=said)
