"""Completes the names of zones and of the parks inside them."""

from __future__ import annotations

import re

from kg.lexicon import words
from kg.model import Mention
from kg.names import places
from kg.names.anatomy import leading_place
from kg.names.vocabulary import is_ordinary
from kg.resolve.complete.by_parent import by_chain, by_prefix, opening_with, with_parent
from kg.resolve.complete.levels import head_of, levelled
from kg.resolve.complete.page_names import ArticleNames, is_common
from kg.resolve.complete.rules import Completed, first_of
from kg.resolve.complete.zones import is_kind, last_of_kind, main_zone, page_zone, zone_name

ZONE_SUFFIX = re.compile(r"(产业园区?|创业园|科技园|工业园区?|物流园区?|园区|产业基地|集聚区|示范区|孵化园|孵化器|智造园|创新园|园)$")
KIND_ENDS = ("开发区", "高新区", "经开区", "示范区", "新区", "集聚区", "园区")


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


def zone(mention: Mention, name: str, names: ArticleNames) -> Completed:
    """高新区 → 平顶山高新区; 火炬园 on that zone's page → 平顶山高新区火炬园."""
    return first_of(ZONE_RULES, mention, name, names) or (name, [])


def known_zone(_: Mention, name: str, names: ArticleNames) -> Completed | None:
    """高新区 → 平顶山高新区: the page's own zone, a stated alias, one longer form, the one of its kind."""
    full, why = zone_name(name, names)
    if full == name:
        return None
    longer = by_prefix(full, names, "zone")
    return (longer[0], [why, *longer[1]]) if longer else (full, [why])


def zone_of_level(mention: Mention, name: str, names: ArticleNames) -> Completed | None:
    """市经开区 → 大同经开区; 区产业园 → with the division that 区 means."""
    read = levelled(mention, name, names, over=2)
    if read is None:
        return None
    if not read.division:
        return name, []
    if read.rest in words("link_zone_kinds"):
        return names.fuller(places.bare(read.division) + read.rest, "zone"), read.notes
    return read.division + read.rest, read.notes


def listed_park(mention: Mention, name: str, names: ArticleNames) -> Completed | None:
    """高新区智造园、创新园 → both of the same zone."""
    beside = names.joined(mention)
    if beside is None or beside.type != "zone" or not ZONE_SUFFIX.search(name) or leading_place(name):
        return None
    host = beside.name.removesuffix(without_kind(beside.mention.surface))
    is_plain = is_common(core_of(name)) or is_ordinary(core_of(name))
    if is_plain and host != beside.name and host.endswith(KIND_ENDS):
        return host + name, [f"a park in one list with {beside.mention.surface}"]
    return None


def common_park(_: Mention, name: str, names: ArticleNames) -> Completed | None:
    """火炬园, 金属加工产业园 → with the zone that article or page are about, or with the page's county."""
    core = core_of(name)
    if core == name or not is_common(core) or leading_place(name):
        return None
    host = names.locality.zone or main_zone(names) or page_zone(names)
    if host and not host.endswith(name):
        return host + name, [f"a park of {host}"]
    county = names.page.locality.county
    if county and county.endswith(("县", "旗")) and len(core) >= 2:
        return county + name, [f"a park of {county}, where the page is from"]
    return None


def core_of(name: str) -> str:
    """Return what a park's name says before what it is: 金属加工 of 金属加工产业园."""
    return ZONE_SUFFIX.sub("", name)


def without_kind(name: str) -> str:
    """Return a park's name without the kind of zone it opens with: 开发区机器人产业园 → 机器人产业园."""
    kind = opening_kind(name)
    return name[len(kind) :] if kind else name


def opening_kind(name: str) -> str:
    """Return the kind of zone that a name opens with: 经济开发区 of 经济开发区机器人产业园; empty if none or if that is all of it."""
    return max((kind for kind in words("link_zone_kinds") if name.startswith(kind) and len(name) > len(kind)), key=len, default="")


def by_kind(_: Mention, name: str, names: ArticleNames) -> Completed | None:
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


ZONE_RULES = (known_zone, zone_of_level, with_parent, by_chain, opening_with("zone"), by_kind, listed_park, common_park)
