"""Completes the names of bodies: agencies, companies and their units, institutions, zones.

Each rule gives (name, notes): the name with what the article and the page add to it, and in words what was assumed.
"""

from __future__ import annotations

import re
from functools import cache

from kg.lexicon import ordered, rows, words
from kg.model import Mention
from kg.names import places
from kg.names.anatomy import dissect, leading_place
from kg.resolve.complete.by_parent import Completed, by_chain, by_prefix, with_parent
from kg.resolve.complete.levels import LEVEL, SMALL, head_of, whose
from kg.resolve.complete.page_names import ArticleNames, is_common, is_ordinary
from kg.resolve.complete.zones import is_kind, last_of_kind, main_zone, page_zone, zone_name

ZONE_BODIES = re.compile(r"^(党工委|管委会|管委|管理委员会|党工委管委会)")
ZONE_SUFFIX = re.compile(r"(产业园区?|创业园|科技园|工业园区?|物流园区?|园区|产业基地|集聚区|示范区|孵化园|孵化器|智造园|创新园|园)$")
HEADS = re.compile(
    r"^(?P<head>园区|大队|支队|总队|中队|公司|集团|学校|学院|医院|研究院|供电所|中心|协会|商会|银行|支行|分行|街道|厂)(?P<rest>党委|党支部|党总支|党组|工会|团委|纪委|"
    r"妇联|办公室|[^局厅委]{2,8}(?:部|科|处|室|班|所))$"
)
PUBLIC = re.compile(r"(医院|中学|小学|幼儿园|图书馆|博物馆|文化馆|体育馆|党校|福利院|敬老院|疾控中心|保健院|电视台)$")
"""What every city has one of: 第一人民医院 without a name of its own is the page's city's."""
FORM = re.compile(r"(局|委|委员会|办|办公室|厅|院|队|支队|大队|处|站|中心)$")
EVERY_CITY = re.compile(r"^(中级)?人民(法院|检察院)$|^公安(分)?局$|(交警|消防|消防救援|刑侦|特警|治安|巡警|禁毒|执法)(支队|大队)$")
"""Bodies that every city has, named without it."""
VILLAGE_UNITS = ("村委会", "村民委员会", "村支部", "社区居委会", "居委会")
COMPANY_BODY = re.compile(r"(公司|供电局|电力局|电业局|集团|厂|银行|支行|分行|合作社|供电所)$")
DEPARTMENT = re.compile(r"[^、，。]{3,8}(?:部|科|处|室)|[^、，。]{2,6}(?:中心|车间)")
"""计划建设部, 新闻中心: a department, if the words before its kind are ordinary ones."""
PARTY = re.compile(r"(?<!管)(?<!工)委$|(?<=中共)委员会$")


@cache
def units() -> tuple[str, ...]:
    """Return the suffixes of units, longest first."""
    return tuple(sorted(ordered("link_units"), key=lambda suffix: (-len(suffix), suffix)))


@cache
def organs() -> dict[str, str]:
    """Return the organ that belongs to a body named before it, and the suffix of that body."""
    return {row[0]: row[1] for row in rows("link_party_organs")}


def zone_here(mention: Mention, names: ArticleNames) -> tuple[str, str]:
    """Return the zone that an article means by 管委会 or 园区: the one named last, else the page's."""
    near = names.nearest(
        mention.start, lambda f: f.type == "zone" or (f.type == "agency" and bool(re.search("党工委|管委会|管委$", f.name)))
    )
    if near and near.type == "zone":
        return names.fuller(near.name, "zone"), f"the zone named before it is {near.name}"
    if near and head_of(near):
        return re.split("党工委|管委", near.name)[0], f"the zone of {near.mention.surface} before it"
    if names.locality.zone:
        return names.locality.zone, "the zone of the page"
    return "", ""


def agency(mention: Mention, name: str, names: ArticleNames) -> Completed:
    """市委 → 焦作市委; 财政局 after 区住建局 → the same 区's; 宣传部 → 宝鸡市委宣传部; 管委会 → the zone's."""
    if name.startswith(ordered("link_national")):
        return name, []
    if name in VILLAGE_UNITS:
        village, why = whose("村" if name[0] == "村" or name == "居委会" else "社区", mention, names)
        return village + name.removeprefix("社区"), [why] if village else []
    level = LEVEL.match(name)
    if level and not leading_place(name):
        division, why = whose(level["level"], mention, names)
        if division:
            return in_division(division, level["level"], level["rest"]), [f"{why} ({division})"]
        return name, []
    told = with_parent(name, mention, names)
    if told:
        return told
    told = (
        by_chain(name, names)
        or street(mention, name, names)
        or by_prefix(name, names, "zone", "agency", "company", "institution")
        or by_kind(name, names)
    )
    if told or leading_place(name):
        return told or (name, [])
    return bare_agency(mention, name, names)


def in_division(division: str, level: str, rest: str) -> str:
    """Return a division with its body: 射阳县 and 委 are 射阳县委, but 隰县 and 委办 are 隰县县委办."""
    return division + (level if len(division) == 2 and rest.startswith("委") else "") + rest


def bare_agency(mention: Mention, name: str, names: ArticleNames) -> Completed:
    """Complete a body that says neither level nor place."""
    if name in organs():
        suffix = organs()[name]
        found = names.nearest(
            mention.start, lambda f: f.type == "agency" and (PARTY.search(f.name) is not None if suffix == "委" else suffix in f.name)
        )
        if found:
            base = names.fuller(found.name, "agency") if suffix == "委" else found.name[: found.name.index(suffix) + len(suffix)]
            return base + name, [f"an organ of {base}"]
        if suffix == "委" and name.endswith("部") and names.locality.city:
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
        mention.start, lambda f: f.type == "agency" and f.mention.kind != "anaphor", after=names.sentence_start(mention.start)
    )
    place_ = head_of(before) if before and before.type in ("agency", "company") else ""
    if place_:
        return place_ + name, [f"in one list with {before.mention.surface if before else ''}"]
    if names.locality.zone:
        return names.locality.zone + name, ["a body of the page's zone"]
    home = names.home
    if home and (FORM.sub("", name) in words("functions") or EVERY_CITY.search(name)):
        return home + name, [f"the one of {home}"]
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
        printed = places.bare(division) + level["rest"]
        if printed in names.page.printed.get("company", ()):
            return printed, [f"{why} ({division})", f"printed as {printed}"]
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
    ordinary = DEPARTMENT.fullmatch(name) is not None and is_ordinary(re.sub("中心$|车间$|.$", "", name))
    return (
        (ordinary or any(name.endswith(unit) for unit in units()))
        and not COMPANY_BODY.search(name[:-2] if len(name) > 2 else name)
        and not leading_place(name)
    )


def institution(mention: Mention, name: str, names: ArticleNames) -> Completed:
    """区中医医院 → 鄠邑区中医医院; 月华医院骨科 → 西昌市月华医院骨科; 长三角研发中心 → its company's."""
    if name.startswith(ordered("link_national")):
        return name, []
    level = LEVEL.match(name)
    if level and not leading_place(name) and len(level["rest"]) > 1:
        division, why = whose(level["level"], mention, names)
        return (division + level["rest"], [f"{why} ({division})"]) if division else (name, [])
    told = with_parent(name, mention, names) or by_chain(name, names) or by_prefix(name, names, "institution", "zone")
    if told:
        return told
    home = names.home
    if home and not names.locality.zone and PUBLIC.search(name) and is_ordinary(name):
        return home + name, [f"the one of {home}"]
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
        told = by_prefix(full, names, "zone")
        return (told[0], [why, *told[1]]) if told else (full, [why])
    level = LEVEL.match(name)
    if level and not leading_place(name) and len(level["rest"]) > 2:
        division, why = whose(level["level"], mention, names)
        if division and level["rest"] in words("link_zone_kinds"):
            return zone_of(division, level["rest"], names), [f"{why} ({division})"]
        return (division + level["rest"], [f"{why} ({division})"]) if division else (name, [])
    told = with_parent(name, mention, names) or by_chain(name, names) or by_prefix(name, names, "zone") or by_kind(name, names)
    if told:
        return told
    beside = names.joined(mention)
    if beside and beside.type == "zone" and ZONE_SUFFIX.search(name) and not leading_place(name):
        host = beside.name.removesuffix(without_kind(beside.mention.surface))
        plain_core = is_common(core_of(name)) or is_ordinary(core_of(name))
        if plain_core and host and host != beside.name and host.endswith(KIND_ENDS):
            return host + name, [f"a park in one list with {beside.mention.surface}"]
    core = core_of(name)
    if core != name and is_common(core) and not leading_place(name):
        host = names.locality.zone or main_zone(names) or page_zone(names)
        if host and not host.endswith(name):
            return host + name, [f"a park of {host}"]
        county = names.page.locality.county
        if county and county.endswith(("县", "旗")) and len(core) >= 2:
            return county + name, [f"a park of {county}, where the page is from"]
    return name, []


def core_of(name: str) -> str:
    """Return what a park's name says before what it is: 金属加工 of 金属加工产业园."""
    return ZONE_SUFFIX.sub("", name)


KIND_ENDS = ("开发区", "高新区", "经开区", "示范区", "新区", "集聚区", "园区")


def without_kind(name: str) -> str:
    """Return a park's name without the kind of zone it opens with: 开发区机器人产业园 → 机器人产业园."""
    kind = opening_kind(name)
    return name[len(kind) :] if kind else name


def opening_kind(name: str) -> str:
    """Return the kind of zone that a name opens with: 经济开发区 of 经济开发区机器人产业园; empty if none or if that is all of it."""
    return max((kind for kind in words("link_zone_kinds") if name.startswith(kind) and len(name) > len(kind)), key=len, default="")


def by_kind(name: str, names: ArticleNames) -> Completed | None:
    """开发区党工委 → 酒泉经济技术开发区党工委, 经济开发区机器人产业园 → with the one zone of that kind that is meant here."""
    kind = opening_kind(name)
    if not kind or not re.match(r"党|管|纪|工|人大|政|机关|.{2,}(?:园|区|局|办|部|院|公司|中心)", name[len(kind) :]):
        return None
    near = last_of_kind(kind, names)
    full, why = (near, f"the {kind} named before it is {near}") if near else zone_name(kind, names)
    for whole in (full, main_zone(names), page_zone(names)):
        if whole and whole != kind and is_kind(whole, kind):
            return whole + name[len(kind) :], [why or f"{kind} is {whole} here"]
    return None


def zone_of(division: str, kind: str, names: ArticleNames) -> str:
    """Return the zone of a division as it is called: 市经开区 → 大同经开区, or its fuller name on the page."""
    told = places.bare(division) + kind
    return names.fuller(told, "zone")
