"""Completes the names of bodies: agencies, companies and their units, institutions, zones.

Each rule gives (name, notes): the name with what the article and the page add to it, and in words what was assumed.
"""

from __future__ import annotations

import re
from functools import cache

from kg.lexicon import ordered, rows
from kg.model import Mention
from kg.resolve import places
from kg.resolve.anatomy import dissect, leading_place, plain
from kg.resolve.context import ArticleNames, Filed, is_common

Completed = tuple[str, list[str]]

LEVEL = re.compile(r"^(?P<level>省|市|县|区|州|旗|镇|乡|村|街道|社区)(?!场|容|政(?!府|协)|域|际|振兴|村|镇|民|志|花)(?P<rest>.{1,})$")
NATIONAL = re.compile(r"^(国家|国务院|中央|中共中央|中国|全国|中华|最高人民|海关总署|中宣部|中组部|联合国|公安部|财政部|教育部|商务部|科技部|民政部|水利部|"
                      r"农业农村部|农业部|生态环境部|环境保护部|环保部|自然资源部|国土资源部|交通运输部|交通部|住房和城乡建设部|住建部|工业和信息化部|工信部|"
                      r"文化和旅游部|文旅部|文化部|卫生部|卫健委|应急管理部|人力资源和社会保障部|人社部|司法部|外交部|国防部|审计署|人民银行|银保监会|银监会|证监会|保监会|发改委$)")
ZONE_BODIES = re.compile(r"^(党工委|管委会|管委|管理委员会|党工委管委会)")
GENERIC_ZONE = re.compile(r"^(国家|省)?(级)?(高新区|高新技术(产业)?(开发)?区|经开区|经济(技术)?开发区|开发区|经济区|产业集聚区|示范区|工业园区?|工业区|新区|保税区|综合保税区|"
                          r"综保区|循环经济园|物流园区?|科技园|化工园区|产业园区?|商务中心区|度假区|旅游度假区|风景区|风景名胜区|先进制造业开发区)$")
ZONE_TAIL = re.compile(r"(产业园区?|创业园|科技园|工业园区?|物流园区?|园区|产业基地|集聚区|示范区|孵化园|孵化器|智造园|创新园|园)$")
HEADS = re.compile(r"^(?P<head>园区|大队|支队|总队|中队|公司|集团|学校|学院|医院|研究院|供电所|中心|协会|商会|银行|支行|分行|街道|厂)(?P<rest>党委|党支部|党总支|党组|工会|团委|纪委|"
                   r"妇联|办公室|[^局厅委]{2,8}(?:部|科|处|室|班|所))$")
VILLAGE_UNITS = ("村委会", "村民委员会", "村支部", "社区居委会", "居委会")
COMPANY_BODY = re.compile(r"(公司|集团|厂|银行|支行|分行|合作社|供电所)$")
PARTY = re.compile(r"(?<!管)(?<!工)委$|(?<=中共)委员会$")


SMALL = ("镇", "乡", "街道", "社区", "村")


@cache
def units() -> tuple[str, ...]:
    """Return the tails of units, longest first."""
    return tuple(sorted(ordered("link_units"), key=lambda tail: (-len(tail), tail)))


@cache
def organs() -> dict[str, str]:
    """Return the organ that belongs to a body named before it, and the tail of that body."""
    return {row[0]: row[1] for row in rows("link_party_organs")}


def head_of(found: Filed | None) -> str:
    """Return the place or zone that a filed name opens with, as far as it says whose body it is: 平顶山高新区应急管理局 → 平顶山高新区."""
    if found is None:
        return ""
    if found.type in ("place", "zone"):
        return found.name
    lead = leading_place(found.name)
    zone = re.match(r".{2,24}?(?:高新区|经开区|开发区|示范区（[^）]{2,8}）|示范区|新区|集聚区|园区|产业园)(?=.{2,})", found.name)
    return zone[0] if zone and len(zone[0]) > len(lead) else lead


def whose(level: str, mention: Mention, names: ArticleNames) -> tuple[str, str]:
    """Return the division that 市, 区, 县, 省, 镇 before a name stands for here, and what says so; ("", "") if nothing does."""
    here = names.locality
    if level in "省市" or (level == "州" and here.city):
        return province_or_city(level, mention, names)
    near = names.nearest(mention.start, lambda f: f.mention.kind != "anaphor" and divisional(f, level))
    if level == "区" and here.zone:
        return here.zone, "区 is the zone of the page"
    if near:
        return cut_to(near, level, names), f"{level} is that of {near.mention.surface} before it"
    if level in "区县旗" and here.county:
        return here.county, f"{level} is the county of the page"
    found = most_named(level, names)
    if not found and level == "区":
        return main_zone(names) or page_zone(names), "区 is the zone that the page is about"
    return found, f"the only {level} of the page"


def province_or_city(level: str, mention: Mention, names: ArticleNames) -> tuple[str, str]:
    """Return what 省 or 市 stands for: the list it stands in, then the page's."""
    here = names.locality
    before = names.joined(mention)
    if before and level == "市" and before.type == "agency":
        lead = leading_place(before.name)
        if places.level(lead) == "市" and lead != here.city and not before.mention.surface.startswith(("市", "区", "县")):
            return lead, f"市 is that of {before.mention.surface} before it"
    if level == "省":
        return here.province or "", f"the province of {here.city}"
    return here.city or "", "市 is the city of the page"


def divisional(filed: Filed, level: str) -> bool:
    """Whether a filed place or body says a division of this level: 射阳县委 says 县, 阿七镇镇长 (place 阿七镇) says 镇."""
    lead = filed.name if filed.type == "place" else leading_place(filed.name)
    return any(places.level(lead[:end]) == level for end in range(2, len(lead) + 1))


def cut_to(filed: Filed, level: str, names: ArticleNames) -> str:
    """Return the place chain of a name down to a level: 阿七镇格则村党支部 to 镇 → 阿七镇."""
    lead = filed.name if filed.type == "place" else leading_place(filed.name)
    for end in range(len(lead), 1, -1):
        if places.level(lead[:end]) == level:
            return names.page.chain(lead[:end]) if level in SMALL else last_link(lead[:end])
    return lead


def last_link(chain: str) -> str:
    """Return the last division of a chain: 台州市路桥区 → 路桥区."""
    starts = [at for at in range(2, len(chain) - 1) if places.level(chain[:at]) is not None and places.known(chain[at:])]
    return chain[max(starts):] if starts else chain


def most_named(level: str, names: ArticleNames) -> str:
    """Return the division of this level that the page names most; empty if it names none or two as often."""
    counts: dict[str, int] = {}
    for type_, printed in names.page.printed.items():
        for name, times in printed.items():
            lead = name if type_ == "place" else leading_place(name)
            if places.level(lead) == level:
                counts[lead] = counts.get(lead, 0) + times
    ranked = sorted(counts, key=lambda place: (-counts[place], place))
    return ranked[0] if len(ranked) == 1 or (ranked and counts[ranked[0]] > 2 * counts[ranked[1]]) else ""


def zone_here(mention: Mention, names: ArticleNames) -> tuple[str, str]:
    """Return the zone that an article means by 管委会 or 园区: the one named last, else the page's."""
    near = names.nearest(mention.start, lambda f: f.type == "zone" or (f.type == "agency" and bool(re.search("党工委|管委会|管委$", f.name))))
    if near and near.type == "zone":
        return names.fuller(near.name, "zone"), f"the zone named before it is {near.name}"
    if near and head_of(near):
        return re.split("党工委|管委", near.name)[0], f"the zone of {near.mention.surface} before it"
    if names.locality.zone:
        return names.locality.zone, "the zone of the page"
    return "", ""


def with_parent(name: str, mention: Mention, names: ArticleNames) -> Completed | None:
    """Complete by the body that the finder says the name belongs to, or by 该局 right before it."""
    parent = names.by_id.get(mention.parent or "")
    pointed = None if parent else names.pointed(mention)
    found = parent or pointed
    if found is None or found.type == "place":
        return None
    full = names.fuller(found.name, found.type)
    surface = found.mention.surface
    if name.startswith(full):
        return name, []
    if name.startswith(surface) and found.mention.is_name:
        return full + name[len(surface):], [f"{surface} is {full}"] if full != surface else []
    rest = name[1:] if name[0] in "区市县" and found.type == "zone" and LEVEL.match(name) else name
    return full + rest, [f"belongs to {full}"]


def by_prefix(name: str, names: ArticleNames, *types: str) -> Completed | None:
    """Complete a name that opens with another's short form: 常乐镇政府 → 蓬溪县常乐镇政府, 荆水集团管网部 → 荆门荆水水务集团有限公司管网部."""
    best = ""
    long = ""
    for type_ in types:
        for other in names.page.printed.get(type_, ()):
            if len(best) < len(other) < len(name) and name.startswith(other):
                full = names.fuller(other, type_) if type_ != "zone" else zone_name(other, names)[0]
                if full != other and not name.startswith(full) and shared_start(full, name) <= len(other):
                    best, long = other, full
    return (long + name[len(best):], [f"{best} is {long}"]) if best else None


def by_chain(name: str, names: ArticleNames) -> Completed | None:
    """Complete a name that opens with a town or village by the divisions the page prints before it: 常乐镇政府 → 蓬溪县常乐镇政府."""
    lead = leading_place(name)
    if not lead or places.level(lead) not in SMALL:
        return None
    full = names.page.chain(lead)
    return (full + name[len(lead):], [f"{lead} is {full} on this page"]) if full != lead else None


def shared_start(one: str, other: str) -> int:
    """Return how many characters two names share at their start."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def agency(mention: Mention, name: str, names: ArticleNames) -> Completed:
    """市委 → 焦作市委; 财政局 after 区住建局 → the same 区's; 宣传部 → 宝鸡市委宣传部; 管委会 → the zone's."""
    if NATIONAL.match(name):
        return name, []
    if name in VILLAGE_UNITS:
        village, why = whose("村" if name[0] == "村" or name == "居委会" else "社区", mention, names)
        return village + name.removeprefix("社区"), [why] if village else []
    level = LEVEL.match(name)
    if level and not leading_place(name):
        division, why = whose(level["level"], mention, names)
        if division:
            return division + level["rest"], [f"{why} ({division})"]
        return name, []
    told = with_parent(name, mention, names)
    if told:
        return told
    told = by_chain(name, names) or street(mention, name, names) or by_prefix(name, names, "zone", "agency", "company", "institution")
    if told or leading_place(name):
        return told or (name, [])
    return bare_agency(mention, name, names)


def bare_agency(mention: Mention, name: str, names: ArticleNames) -> Completed:
    """Complete a body that says neither level nor place."""
    if name in organs():
        tail = organs()[name]
        found = names.nearest(mention.start, lambda f: f.type == "agency" and (
            PARTY.search(f.name) is not None if tail == "委" else tail in f.name))
        if found:
            base = names.fuller(found.name, "agency") if tail == "委" else found.name[: found.name.index(tail) + len(tail)]
            return base + name, [f"an organ of {base}"]
        if tail == "委" and name.endswith("部") and names.locality.city:
            return f"{names.locality.city}委{name}", [f"an organ of the party committee of {names.locality.city}"]
    head = HEADS.match(name)
    if head:
        found = names.nearest(mention.start, lambda f: f.name.endswith(head["head"]) and f.type != "person")
        if found:
            full = names.fuller(found.name, found.type)
            return full + head["rest"], [f"{head['head']} is {full}"]
    if ZONE_BODIES.match(name):
        zone_, why = zone_here(mention, names)
        return (zone_ + name, [why]) if zone_ else (name, [])
    if leading_brand(name):
        return name, []
    before = names.joined(mention) or names.nearest(
        mention.start, lambda f: f.type == "agency" and f.mention.kind != "anaphor", after=names.sentence_start(mention.start))
    place_ = head_of(before) if before and before.type in ("agency", "company") else ""
    if place_:
        return place_ + name, [f"in one list with {before.mention.surface if before else ''}"]
    if names.locality.zone:
        return names.locality.zone + name, ["a body of the page's zone"]
    return name, []


def leading_brand(name: str) -> bool:
    """Whether a body's name opens with a name of its own (韩城街道办事处, 皇台街道), which needs no list to be one."""
    return bool(re.search(r"(街道|街道办事处|街道办|镇|乡|村)(政府|党委|党工委|人大|党支部|党总支)?$", name))


def street(mention: Mention, name: str, names: ArticleNames) -> Completed | None:
    """禹州市钧台街道办事处、韩城街道办事处 → 禹州市韩城街道办事处."""
    before = names.joined(mention)
    if before is None or before.type != "agency" or not name.endswith(before.mention.surface[-2:]):
        return None
    lead = leading_place(before.name)
    if leading_place(name) and places.level(leading_place(name)) not in SMALL:
        return None
    found = [lead[:end] for end in range(2, len(lead) + 1) if places.level(lead[:end]) in ("市", "县", "区")]
    return (found[-1] + name, [f"in one list with {before.mention.surface}"]) if found else None


def company(mention: Mention, name: str, names: ArticleNames) -> Completed:
    """市公交公司 → 许昌市公交公司; 付庄运维班 → 许昌供电公司付庄运维班; 城投公司 after 区财政局 → the 区's."""
    level = LEVEL.match(name)
    if level and not leading_place(name) and len(level["rest"]) > 2:
        division, why = whose(level["level"], mention, names)
        return (division + level["rest"], [f"{why} ({division})"]) if division else (name, [])
    unit = is_unit(name)
    told = (with_parent(name, mention, names) if unit or mention.parent else None) or by_prefix(name, names, "company")
    if told:
        return told
    if unit and not any(name.startswith(other) for other in names.page.printed.get("company", ()) if other != name):
        found = names.nearest(mention.start, lambda f: f.type == "company" and COMPANY_BODY.search(f.name) is not None)
        if found:
            full = names.fuller(found.name, "company")
            return full + name, [f"a unit of {full}, named before it"]
    anatomy = dissect(name)
    before = names.joined(mention)
    if before and before.type == "agency" and not anatomy.place and anatomy.form == "公司" and len(anatomy.core) <= 4 and head_of(before):
        return head_of(before) + name, [f"in one list with {before.mention.surface}"]
    return name, []


def is_unit(name: str) -> bool:
    """Whether a name is a department's or team's that cannot stand alone: 付庄运维班, 配电一班, 建设部."""
    return any(name.endswith(unit) for unit in units()) and not COMPANY_BODY.search(name[:-2] if len(name) > 2 else name) and not leading_place(name)


def institution(mention: Mention, name: str, names: ArticleNames) -> Completed:
    """区中医医院 → 鄠邑区中医医院; 月华医院骨科 → 西昌市月华医院骨科; 长三角研发中心 → its company's."""
    level = LEVEL.match(name)
    if level and not leading_place(name) and len(level["rest"]) > 1:
        division, why = whose(level["level"], mention, names)
        return (division + level["rest"], [f"{why} ({division})"]) if division else (name, [])
    told = with_parent(name, mention, names) or by_chain(name, names) or by_prefix(name, names, "institution", "company", "zone")
    if told:
        return told
    if name.endswith(("研发中心", "技术中心")) and "联合" not in name:
        found = names.subject(mention.start, "company")
        if found:
            full = names.fuller(found.name, "company")
            return full + name, [f"belongs to {full}, which the sentence is about"]
    return name, []


def zone(mention: Mention, name: str, names: ArticleNames) -> Completed:
    """高新区 → 平顶山高新区; 火炬园 on that zone's page → 平顶山高新区火炬园."""
    full, why = zone_name(name, names)
    if full != name:
        return full, [why]
    level = LEVEL.match(name)
    if level and not leading_place(name) and len(level["rest"]) > 2:
        division, why = whose(level["level"], mention, names)
        return (division + level["rest"], [f"{why} ({division})"]) if division else (name, [])
    told = with_parent(name, mention, names) or by_chain(name, names) or by_prefix(name, names, "zone")
    if told:
        return told
    core = ZONE_TAIL.sub("", name)
    if core != name and is_common(core) and not leading_place(name):
        host = names.locality.zone or main_zone(names) or page_zone(names)
        if host and not host.endswith(name):
            return host + name, [f"a park of {host}"]
    return name, []


def zone_name(name: str, names: ArticleNames) -> tuple[str, str]:
    """Return the fullest form of a zone's name here: the page's own zone, a stated alias, one longer form, else city and kind."""
    here = names.locality
    if here.zone and is_zone(name, here.zone):
        return here.zone, "the zone of the page"
    full = names.fuller(name, "zone")
    if full != name:
        return full, f"{name} is short for {full} here"
    if GENERIC_ZONE.match(name) and here.city and not here.county:
        return places.bare(here.city) + name, f"the one of {here.city}"
    return name, ""


def is_zone(name: str, zone_: str) -> bool:
    """Whether a printed name is a form of the page's zone: 示范区, 高新区, 示范区（高新区） of 焦作市示范区（高新区）."""
    told, whole = plain(name), plain(zone_)
    inner = re.findall(r"\(([^()]+)\)", whole)
    outer = re.sub(r"\([^()]+\)", "", whole)
    return told == whole or whole.endswith(told) or told in inner or (outer.endswith(told) and len(told) >= 2)


def main_zone(names: ArticleNames) -> str:
    """Return the zone that an article is about: the one it has named at least three times and more than all others together."""
    counts: dict[str, int] = {}
    for filed in names.filed:
        if filed.type == "zone":
            counts[filed.name] = counts.get(filed.name, 0) + 1
    ranked = sorted(counts, key=lambda zone_: (-counts[zone_], zone_))
    return ranked[0] if ranked and counts[ranked[0]] >= 3 and 2 * counts[ranked[0]] > sum(counts.values()) else ""


def page_zone(names: ArticleNames) -> str:
    """Return the zone that a page names most, if it names it three times and twice as often as any other."""
    counts: dict[str, int] = {}
    for name, times in names.page.printed.get("zone", {}).items():
        full = zone_name(name, names)[0]
        counts[full] = counts.get(full, 0) + times
    ranked = sorted(counts, key=lambda zone_: (-counts[zone_], zone_))
    return ranked[0] if ranked and counts[ranked[0]] >= max(3, 2 * (counts[ranked[1]] if len(ranked) > 1 else 0)) else ""
