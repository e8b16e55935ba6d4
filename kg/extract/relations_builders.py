"""undertakes where the works stand apart from their builder: a signing, a list after 包括, money put in, what is made sure of.

该镇与甲公司就交易中心项目成功签约      → 甲 owner
为确保河道工程如期推进，乙公司组织…     → 乙 developer
"""

from __future__ import annotations

import re

from kg.extract.relation_base import MONEY, Place, Scene, negated
from kg.extract.rules import Rule
from kg.extract.syntax import ANY, Masked
from kg.model import Mention

GAP = rf"[^{ANY}，。；：\n]"
SIGNED_ON = Rule(
    "works-signed-on",
    "undertakes",
    "该镇与甲公司就交易中心项目成功签约。",
    "该镇与甲公司就用工成功签约。",
    0.9,
    rf"(?:与|和|同|跟)<s:com1>就[^{ANY}。；]{{0,24}}<o:pro>{GAP}{{0,8}}(?:签约|签订|签署|达成)",
)
SIGNING = Rule(
    "works-signing",
    "undertakes",
    "县政府、甲公司、乙公司举行了生猪养殖项目签约仪式。",
    "甲公司参加某项目签约仪式。",
    0.8,
    rf"<s:body>(?:在[^，。；]{{1,14}}?)?(?:隆重|共同)?(?:举行|签署|签订)(?:了)?<o:pro>{GAP}{{0,6}}(?:签约|合作|投资)",
)
INCLUDING = Rule(
    "works-including",
    "undertakes",
    "江滨区还打造了4个教育组团，包括甲组团、乙组团。",
    "会议有4项议程，包括甲项目汇报。",
    0.8,
    rf"(?:打造|建设|建成|规划|谋划|实施|布局|推进|兴建|新建)(?:了)?[0-9一二两三四五六七八九十]+(?:个|大|项|座|处){GAP}{{1,12}}，(?:包括|分别是|分别为|即|有)<o:build>",
)
FUNDED = Rule(
    "works-funded",
    "undertakes",
    "甲供电公司为柳河镇农网改造投入1500万元。",
    "甲公司为灾区投入1500万元。",
    0.8,
    rf"(?:为|对|向|在)<o:pro1>{GAP}{{0,4}}(?:投入|投资)(?P<amount>{MONEY})",
)
FUNDS = Rule("invest-funded", "invests_in", "甲供电公司为柳河镇农网改造投入1500万元。", "甲公司投入1500万元。", 0.85)
ENSURED = Rule(
    "works-ensured",
    "undertakes",
    "为确保河道清淤工程如期推进，乙公司组织技术人员复核坐标。",
    "为确保甲项目用电，市供电公司巡线。",
    0.75,
    r"为(?:了)?(?:确保|保障|推进|加快|推动)<o:pro1>(?:建设)?(?:如期|按期|按时|早日|顺利|尽快)?(?:推进|开工|完工|竣工|投运|投产|建成|实施|进度)[^。；]{0,16}?，<s:body1>",
)
ACROSS = Rule(
    "works-across",
    "undertakes",
    "乙公司按照计划，对柳河镇实施了电网改造工程。",
    "市领导要求建设某项目。",
    0.75,
    rf"(?:投资{MONEY}|总投资{MONEY}的)?(?:实施|建设|新建|兴建|扩建|改造|打造|承建|建成)(?:了)?(?:的)?{GAP}{{0,8}}<o:pro>",
)
PARKS = Rule(
    "works-parks",
    "undertakes",
    "开发区要加快中央商务区建设步伐。",
    "开发区加快融入滨海新区建设。",
    0.75,
    rf"(?:加快|推进|推动|抓好|完善|启动|做好|加强)(?:了|好)?(?:推进|建设|抓好)?<o:zon1>{GAP}{{0,14}}(?:建设|开发|规划)",
)
RULES = (SIGNED_ON, SIGNING, INCLUDING, FUNDED, FUNDS, ENSURED, ACROSS, PARKS)

OTHERS_WORK = re.compile(r"支持|帮助|要求|指导|服务|希望|争取|督促|会议|强调|指出|表示|听取|参观|考察|调研|视察|检查|企业|公司|集团")


def find_builders(scene: Scene) -> None:
    """Write who undertakes works named apart from their doer in one article."""
    for rule, role in ((SIGNED_ON, "owner"), (ENSURED, "developer")):
        for masked, match in scene.matches(rule):
            if not negated(match.group()):
                objects = masked.mentions(*match.span("o"))
                scene.write(rule, Place(masked, *match.span()), masked.mentions(*match.span("s")), objects, qualifiers={"role": role})
    signings(scene)
    elided(scene)
    funded(scene)


def signings(scene: Scene) -> None:
    """Write the firms that sign for works at a ceremony of their own; an agency only brings them."""
    for masked, match in scene.matches(SIGNING):
        firms = masked.mentions(*match.span("s"), "Ⓒ")
        scene.write(SIGNING, Place(masked, *match.span()), firms, masked.mentions(*match.span("o")), qualifiers={"role": "owner"})


def elided(scene: Scene) -> None:
    """Write works whose doer is the subject in force: 还打造了4个组团，包括…; 对该镇实施了某工程; 加快商务区建设."""
    for rule in (INCLUDING, ACROSS, PARKS):
        for masked, match in scene.matches(rule):
            subjects, said = doer(scene, masked, match.start())
            objects = masked.mentions(*match.span("o"))
            if rule is not INCLUDING:
                types = ("zone", "place") if rule is PARKS else ("company", "institution", "zone")
                subjects = [m for m in subjects if m.type in types]
            if subjects and not negated(match.group()) and not owned(scene, objects):
                role = "owner" if subjects[0].type == "company" else "developer"
                scene.write(rule, Place(masked, *match.span()), subjects, objects, qualifiers={"role": role}, said=said)


def doer(scene: Scene, masked: Masked, index: int) -> tuple[list[Mention], list[tuple[int, int]]]:
    """Return the subject in force if nothing between it and ``index`` speaks, visits or asks; of this sentence only."""
    subjects, said = scene.subject(masked, index, "actor")
    if not said or not masked.starts[0] <= said[0][0]:
        return [], []
    between = masked.text[masked.index_of(said[0][1]) : index]
    return ([], []) if OTHERS_WORK.search(between) or "Ⓟ" in between else (subjects, said)


def owned(scene: Scene, works: list[Mention]) -> bool:
    """Whether a plainer sentence has already said who undertakes these works."""
    names = {(m.type, scene.name(m)) for m in works}
    for claim in scene.draft.claims:
        if claim.predicate == "undertakes" and claim.object:
            target = scene.draft.mention(claim.object)
            if (target.type, scene.name(target)) in names:
                return True
    return False


def funded(scene: Scene) -> None:
    """Write 为某工程投入1500万元: the firm in force owns the works and has put the sum in them."""
    for masked, match in scene.matches(FUNDED):
        subjects, said = doer(scene, masked, match.start())
        place, works = Place(masked, *match.span()), masked.mentions(*match.span("o"))
        scene.write(FUNDS, place, subjects, works, qualifiers={"amount": match["amount"]}, said=said)
        firms = [m for m in subjects if m.type == "company"]
        scene.write(FUNDED, place, firms, works, qualifiers={"role": "owner"}, said=said)
