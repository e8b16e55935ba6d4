"""Units printed without their parent: 付庄运维班 in a power company's article, 区住建局、财政局 on a zone's page, 宣传部 after 市委.

Only for mentions whose finder set no parent and whose name holds none; the parent is the nearest body of the right kind before it.
"""

from __future__ import annotations

import re

from kg.extract.relation_base import Scene, merged
from kg.extract.rules import Rule
from kg.extract.syntax import coordinated
from kg.model import Mention

ZONE_ORGAN = Rule(
    "part-zone-organ", "part_of", "区领导甲某及区住建局、财政局负责人参加调研。", "区住建局 on a city's page (a district's)", 0.9
)
ZONE_BODY = Rule("part-zone-body", "part_of", "高新区召开党工委、管委会班子会议。", "管委会 with no zone in the article", 0.9)
TEAM = Rule("part-team", "part_of", "供电公司组织巡视，付庄运维班班长方某说…", "付庄运维班 before any company is named", 0.8)
PARTY = Rule("part-party", "part_of", "消防救援大队春节值守，大队党委送上慰问信。", "县党委 (a committee of a place)", 0.8)
OFFICE = Rule(
    "part-office",
    "part_of",
    "市委常委、宣传部部长甲某，市政协文史委主任乙某、提案委主任丙某。",
    "市委宣传部 (its name holds the parent)",
    0.9,
)
RULES = (ZONE_ORGAN, ZONE_BODY, TEAM, PARTY, OFFICE)

UNIT = re.compile(
    r"^(?!.*(?:(?<!分)公司|集团|有限|银行$|合作社)).{1,10}(?:队|科|室|处|分公司|支行|分理处|服务站|变电"
    r"站|收费站|分厂|班|班组|[一二三四五六七八九十]班|供电所|供电站|车间|营业厅|营业部|项目部|生产部|建"
    r"设部|营销部|安监部|运检部|工程部"
    r"|调控中心|运检中心|控制中心|客服中心|管理中心|作业队|服务队|抢修队|分厂|工区|部|加油站|网点)$"
)
PARTY_BODY = re.compile(
    r"^(?P<of>大队|支队|中队|总队|局|所|院|校|园区|学校|医院|公司|集团|厂|站)(?:党委|党支部|党总支|党组"
    r"|工会|团委|团支部|妇联)$"
)
COMMITTEE_OFFICE = re.compile(r"^(?:宣传部|组织部|统战部|政法委|政研室|办公室|网信办|编办|老干部局|党校|巡察办|社会工作部)$")
CPPCC_OFFICE = re.compile(r"^[^省市县区州旗]{1,6}委$")
BARE_ORGAN = re.compile(r"^(?:管委会|党工委|管理委员会|工委)$")


def find_units(scene: Scene) -> None:
    """Write the parents of units whose names and finders tell none."""
    told = {c.subject for c in scene.draft.claims if c.predicate == "part_of"}
    bare = [
        m
        for m in scene.draft.mentions
        if m.is_name and m.id not in told and m.parent is None and m.type in ("agency", "company", "institution")
    ]
    for mention in bare:
        rule, parent = parent_of(scene, mention)
        if parent and rule and not scene.same(parent, mention):
            scene.draft.claim(
                mention,
                "part_of",
                parent,
                merged([(parent.start, parent.end), (mention.start, mention.end)]),
                rule.id,
                confidence=rule.confidence,
            )


def parent_of(scene: Scene, mention: Mention) -> tuple[Rule | None, Mention | None]:
    """Return the rule that knows this kind of unit and the parent it finds; (None, None) for what is no bare unit."""
    surface = mention.surface
    if BARE_ORGAN.match(surface):
        return ZONE_BODY, zone_before(scene, mention)
    if in_zone(scene, mention):
        return ZONE_ORGAN, zone_of_article(scene, mention)
    party = PARTY_BODY.match(surface)
    if party:
        return PARTY, before(scene, mention, ("agency", "company", "institution", "zone"), ending=party["of"])
    if COMMITTEE_OFFICE.match(surface):
        return OFFICE, committee_before(scene, mention, r"[省市县区州旗]委$")
    if mention.type == "agency" and CPPCC_OFFICE.match(surface):
        return OFFICE, committee_before(scene, mention, r"政协")
    if mention.type == "company" and UNIT.match(surface):
        return TEAM, before(scene, mention, ("company",))
    return None, None


def in_zone(scene: Scene, mention: Mention) -> bool:
    """Whether a body is one of the page's own zone: 区住建局, or a bare 财政局 in a list that begins with one."""
    if not zone_name(scene) or mention.surface.startswith(("市", "省", "县")):
        return False
    if re.match(r"区(?!.*(?:公司|集团)有限)", mention.surface):
        return True
    if re.match(r".{2,}[省市县区州]", mention.surface):
        return False
    members = coordinated(scene.draft, mention, types=("agency", "company"))
    return bool(members) and members[0].surface.startswith("区") and mention.end - mention.start <= 10


def zone_name(scene: Scene) -> str | None:
    """Return the zone whose own page this is, if it is one's."""
    return scene.draft.article.locality.zone


def zone_of_article(scene: Scene, mention: Mention) -> Mention | None:
    """Return the page's zone as the article prints it, else as 区 implies it."""
    name = zone_name(scene)
    named = [
        m for m in scene.draft.mentions if m.type == "zone" and m.kind != "implied" and (m.name == name or (name or "").endswith(m.surface))
    ]
    if named:
        earlier = [m for m in named if m.start <= mention.start]
        return (earlier or named)[-1 if earlier else 0]
    return scene.draft.imply(mention.start, mention.start + 1, "zone", name, "part-zone-organ") if name else None


def zone_before(scene: Scene, mention: Mention) -> Mention | None:
    """Return the zone named last before a bare 管委会, inside another name or not."""
    zones = [m for m in scene.draft.mentions if m.type == "zone" and m.kind != "implied" and m.end <= mention.start]
    return zones[-1] if zones else zone_of_article(scene, mention)


def before(scene: Scene, mention: Mention, types: tuple[str, ...], ending: str = "") -> Mention | None:
    """Return the last body of these types named before a unit that is no bare unit itself; its name ends in ``ending``.

    Without one before it the first of the article is taken (a headline may be read later)."""
    whole = [
        m
        for m in scene.draft.mentions
        if m.type in types
        and m.kind != "implied"
        and scene.name(m).endswith(ending)
        and not (m.type == "company" and UNIT.match(m.surface))
        and not PARTY_BODY.match(m.surface)
    ]
    earlier = [m for m in whole if m.end <= mention.start]
    return (earlier or whole[:1])[-1] if whole else None


def committee_before(scene: Scene, mention: Mention, ending: str) -> Mention | None:
    """Return the last committee named before an office of the same sentence."""
    floor = scene.draft.sentence_at(mention.start).start
    found = [
        m
        for m in scene.draft.mentions
        if m.type == "agency" and m.is_name and floor <= m.start and m.end <= mention.start and re.search(ending, m.surface)
    ]
    shortest = [m for m in found if not any(o.start <= m.start and m.end <= o.end and o is not m for o in found)]
    inner = [m for m in found if re.fullmatch(rf".*{ending}" if "$" in ending else r".*政协", m.surface)]
    return (inner or shortest)[-1] if found else None
