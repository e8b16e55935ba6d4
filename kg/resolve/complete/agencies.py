"""Completes the names of agencies: of the state, of the party, of villages and of zones."""

from __future__ import annotations

import re

from kg.lexicon import ordered, words
from kg.model import Mention
from kg.names import places
from kg.names.anatomy import leading_place
from kg.names.heads import head_of_office, head_of_organ
from kg.names.local import is_branch
from kg.names.organs import owner_suffix
from kg.resolve.complete.by_parent import by_chain, by_head, called, opening_with, with_parent
from kg.resolve.complete.levels import SMALL, head_of, levelled, whose
from kg.resolve.complete.page_names import ArticleNames
from kg.resolve.complete.parks import by_kind, zone_here
from kg.resolve.complete.rules import Completed, first_of

ZONE_BODIES = re.compile(r"^(党工委|管委会|管委|管理委员会|党工委管委会)")
FORM = re.compile(r"(局|委|委员会|办|办公室|厅|院|队|支队|大队|处|站|中心)$")
EVERY_CITY = re.compile(r"^(中级)?人民(法院|检察院)$|^公安(分)?局$|(交警|消防|消防救援|刑侦|特警|治安|巡警|禁毒|执法)(支队|大队)$")
"""Bodies that every city has, named without it."""
VILLAGE_UNITS = ("村委会", "村民委员会", "村支部", "社区居委会", "居委会")
PARTY = re.compile(r"(?<!管)(?<!工)委$|(?<=中共)委员会$")


def agency(mention: Mention, name: str, names: ArticleNames) -> Completed:
    """市委 → 焦作市委; 财政局 after 区住建局 → the same 区's; 宣传部 → 宝鸡市委宣传部; 管委会 → the zone's."""
    return first_of(AGENCY_RULES, mention, name, names) or (name, [])


def national(_: Mention, name: str, __: ArticleNames) -> Completed | None:
    """国家发展改革委 stays as it is."""
    return (name, []) if name.startswith(ordered("link_national")) else None


def village_body(mention: Mention, name: str, names: ArticleNames) -> Completed | None:
    """村委会 → 柳林村村委会."""
    if name not in VILLAGE_UNITS:
        return None
    village, why = whose("村" if name[0] == "村" or name == "居委会" else "社区", mention, names)
    return village + name.removeprefix("社区"), [why] if village else []


def agency_of_level(mention: Mention, name: str, names: ArticleNames) -> Completed | None:
    """市委 → 焦作市委."""
    read = levelled(mention, name, names)
    if read is None:
        return None
    return (in_division(read.division, read.level, read.rest), read.notes) if read.division else (name, [])


def in_division(division: str, level: str, rest: str) -> str:
    """Return a division with its body: 射阳县 and 委 are 射阳县委, but 隰县 and 委办 are 隰县县委办."""
    return division + (level if len(division) == 2 and rest.startswith("委") else "") + rest


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


def placed(_: Mention, name: str, __: ArticleNames) -> Completed | None:
    """许昌市财政局 says whose it is and stays as it is."""
    return (name, []) if leading_place(name) else None


def party_organ(mention: Mention, name: str, names: ArticleNames) -> Completed | None:
    """宣传部 → 宝鸡市委宣传部: an organ of the committee or body named before it, else of the city's committee."""
    suffix = owner_suffix(name)
    if not suffix:
        return None
    is_committee = suffix == "委"
    found = names.nearest(
        mention.start, lambda f: f.type == "agency" and (bool(PARTY.search(f.name)) if is_committee else suffix in f.name)
    )
    if found:
        base = names.fuller(found.name, "agency") if is_committee else found.name[: found.name.index(suffix) + len(suffix)]
        return base + name, [f"an organ of {base}"]
    if is_committee and name.endswith("部") and names.locality.city:
        return f"{names.locality.city}委{name}", [f"an organ of the party committee of {names.locality.city}"]
    return None


def part_of_head(mention: Mention, name: str, names: ArticleNames) -> Completed | None:
    """医院党委, 医院财务科 → with the hospital named before it."""
    head = head_of_organ(name) or head_of_office(name)
    found = names.nearest(mention.start, lambda f: f.name.endswith(head.endings) and f.type != "person") if head else None
    if head is None or found is None:
        return None
    full = names.fuller(found.name, found.type)
    return full + name[head.size :], [f"{name[: head.size]} is {full}"]


def zone_body(mention: Mention, name: str, names: ArticleNames) -> Completed | None:
    """管委会 → the one of the zone named before it."""
    if not ZONE_BODIES.match(name):
        return None
    zone_, why = zone_here(mention, names)
    return (zone_ + name, [why]) if zone_ else (name, [])


def branded(_: Mention, name: str, __: ArticleNames) -> Completed | None:
    """韩城街道办事处, 皇台街道 have a name of their own, which needs no list to be one."""
    return (name, []) if re.search(r"(街道|街道办事处|街道办|镇|乡|村)(政府|党委|党工委|人大|党支部|党总支)?$", name) else None


def listed_agency(mention: Mention, name: str, names: ArticleNames) -> Completed | None:
    """区住建局、财政局 → the same 区's, but 岑河海关 beside 岑河市港务局 stays; the last agency of the sentence counts as listed."""
    before = names.joined(mention) or names.nearest(
        mention.start,
        lambda f: f.type == "agency" and f.mention.kind != "anaphor" and not is_branch(f.mention.surface),
        after=names.sentence_start(mention.start),
    )
    if before is None or before.type not in ("agency", "company") or not are_peers(before.mention.surface, name):
        return None
    place = head_of(before)
    if place and name.startswith(places.bare(place)):
        return name, []
    return (place + name, [f"in one list with {before.mention.surface}"]) if place else None


DEPARTMENT = re.compile("厅$")


def are_peers(one: str, name: str) -> bool:
    """Whether two bodies may be of one division: no branch is any other's peer, and a department of a province none of a bureau."""
    return not is_branch(one) and not is_branch(name) and not (DEPARTMENT.search(one) and name.endswith("局"))


def agency_of_page(_: Mention, name: str, names: ArticleNames) -> Completed | None:
    """财政局 → the page's zone's, else the page's county's or city's if every one has such a body."""
    if names.locality.zone:
        return names.locality.zone + name, ["a body of the page's zone"]
    home = names.home
    if home and (FORM.sub("", name) in words("functions") or EVERY_CITY.search(name)):
        return home + name, [f"the one of {home}"]
    return None


AGENCY_RULES = (
    called,
    national,
    village_body,
    agency_of_level,
    with_parent,
    by_chain,
    street,
    opening_with("zone", "agency", "company", "institution"),
    by_kind,
    placed,
    party_organ,
    part_of_head,
    by_head,
    zone_body,
    branded,
    listed_agency,
    agency_of_page,
)
