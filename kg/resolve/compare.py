"""Evidence for and against two units being one entity: weighted features with reasons that add up to a verdict.

A feature looks at two units and returns a Finding or nothing. The weights of all findings are added; JOIN and more is one
thing, less is two, and what lies within DOUBT of the line is shown by ``kg review``. ``explain`` prints the sum.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from kg.names import places
from kg.names.anatomy import dissect, has_legal_form, leading_place
from kg.names.local import is_local_form
from kg.names.short import is_short_form
from kg.resolve.groups import Unit

JOIN = 1.0
DOUBT = 0.08


@dataclass(frozen=True, slots=True)
class Finding:
    """The result of one feature: its weight, and why, in words for a reader."""

    weight: float
    reason: str


@dataclass(frozen=True, slots=True)
class Known:
    """What is known beside the two units: stated aliases by (article, short key) and what a person belongs to by unit."""

    stated: Mapping[tuple[Unit, Unit], str]
    affiliations: Mapping[Unit, frozenset[str]]
    fulls: Mapping[Unit, tuple[Unit, ...]]
    printed_places: Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Verdict:
    """The sum of the findings on two units."""

    findings: tuple[Finding, ...]

    @property
    def score(self) -> float:
        return round(sum(f.weight for f in self.findings), 3)

    @property
    def same(self) -> bool:
        return self.score >= JOIN

    @property
    def doubtful(self) -> bool:
        return abs(self.score - JOIN) < DOUBT

    @property
    def reason(self) -> str:
        """The findings, heaviest first, and their sum."""
        ranked = sorted(self.findings, key=lambda f: (-abs(f.weight), f.reason))
        return "; ".join(f"{f.weight:+.2f} {f.reason}" for f in ranked) + f" = {self.score:.2f}"


Feature = Callable[[Unit, Unit, Known], "Finding | None"]


def stated_alias(one: Unit, other: Unit, known: Known) -> Finding | None:
    """The page says so: 国家许昌经济技术开发区（以下简称开发区）, 前身是, 更名为."""
    said = known.stated.get((one, other)) or known.stated.get((other, one))
    return Finding(1.5, said) if said else None


def equal_name(one: Unit, other: Unit, _: Known) -> Finding | None:
    """Both have the same completed name; full weight if the name alone identifies its bearer, less for 周立平 or 滨河路."""
    if one.key != other.key:
        return None
    if one.scope is None and other.scope is None:
        return Finding(1.2, f"the same name {one.name}, which says by itself who is meant")
    return Finding(0.6 if one.type == "person" else 0.7, f"the same name {one.name}")


def short_form(one: Unit, other: Unit, _: Known) -> Finding | None:
    """One is a regular short form of the other: 铎远铸造 of 滁州铎远精密铸造有限公司."""
    for short, full in ((one, other), (other, one)):
        if is_short_form(short.name, full.name, short.type) or printed_short(short, full):
            weight = 0.5 if is_weak(short, full) else 0.6
            return Finding(weight, f"{short.name} is a regular short form of {full.name}")
    for short, full in ((one, other), (other, one)):
        if is_local(short, full):
            return Finding(0.5, f"{short.name} is a short form of {full.name} where both are printed")
    return None


WORKS = ("project", "facility")
"""Types whose names open with a place or zone that a page leaves out."""
LOCAL = ("company", "agency")
"""Types of which one article may print a short form that is regular nowhere else (kg.names.local)."""
FAR_LOCAL = 4
"""Least length of such a form for a longer name of another article of the page."""


def is_local(short: Unit, full: Unit) -> bool:
    """Whether one unit's name is a short form of the other's for a reader of their articles, or of their page if it is no short one."""
    if short.type not in LOCAL or short.type != full.type or short.page != full.page or short.key == full.key:
        return False
    near = not short.articles & ~full.articles or len(short.name) >= FAR_LOCAL
    return near and is_local_form(short.name, full.name, short.type)


def printed_short(short: Unit, full: Unit) -> bool:
    """Whether works are called by a short form of what their page prints, or a zone is printed as a short form of another, if no place of
    its own speaks against it.

    酒泉经济开发区, printed 经济开发区 too, is no 大同岑东经济开发区; 散货码头二期 is 岑山港区散货码头二期工程, completed 岑河港岑山港区….
    """
    if short.type in WORKS:
        return short.page == full.page and any(is_short_form(short.name, surface, short.type) for surface in full.surfaces)
    lead = places.bare(leading_place(short.name))
    return (
        short.type == "zone"
        and (not lead or lead in full.name)
        and any(is_short_form(surface, full.name, short.type) for surface in short.surfaces if len(surface) > 2)
    )


def is_weak(short: Unit, full: Unit) -> bool:
    """Whether a short form is too short to be matched beyond its page: a brand of two characters, 轨道集团, 附二院."""
    if short.type == "company":
        left, right = dissect(short.name), dissect(full.name)
        return not left.place and (len(left.core) <= 2 or not right.core.startswith(left.core[:2]))
    return short.type in ("project", "facility", "institution") and len(short.name) <= 5


def rivals(one: Unit, other: Unit, known: Known) -> Finding | None:
    """A short form that fits several full names belongs to none of them: 沣垣 beside 安徽沣垣电缆 and 上海沣垣线缆."""
    for short, full in ((one, other), (other, one)):
        found = known.fulls.get(short, ())
        names = sorted({f.name for f in found if f.key != full.key})
        if names and full in found:
            return Finding(-1.0, f"{short.name} may also stand for {'、'.join(names)}")
    return None


def nearness(one: Unit, other: Unit, _: Known) -> Finding | None:
    """Named in one article, on one page, or in one city."""
    if one.page == other.page:
        if one.articles & other.articles:
            return Finding(0.6, "named in one article")
        return Finding(0.5, "named on one page")
    if one.locality.city and one.locality.city == other.locality.city:
        return Finding(0.4, f"both on pages of {one.locality.city}")
    return None


def distance(one: Unit, other: Unit, known: Known) -> Finding | None:
    """On pages of two cities: no finding for a name that says who is meant; a full name's place may still agree."""
    if one.page == other.page or one.locality.city == other.locality.city:
        return None
    if one.key == other.key and one.scope is None and other.scope is None:
        return None
    for short, full in ((one, other), (other, one)):
        lead = dissect(full.name).place if full.type == "company" else leading_place(full.name)
        if lead and one.key != other.key and agrees(lead, short, known):
            return Finding(0.4, f"{full.name} is of {lead}, which the page of {short.name} names")
    return Finding(-0.4, f"on pages of different cities: {one.locality.city or 'unknown'} and {other.locality.city or 'unknown'}")


def agrees(lead: str, unit: Unit, known: Known) -> bool:
    """Whether a name's place is the unit's city or province, or is named on its page."""
    bare = places.bare(lead)
    here = (unit.locality.city, unit.locality.province, places.province_of(unit.locality.city))
    return bare in known.printed_places.get(unit.page, ()) or bare in {places.bare(place) for place in here if place}


def sphere(one: Unit, other: Unit, known: Known) -> Finding | None:
    """People of one name: a body, company or place that both belong to speaks for one man, two with none in common against."""
    if one.type != "person":
        return None
    left, right = known.affiliations.get(one, frozenset()), known.affiliations.get(other, frozenset())
    shared = sorted(left & right)
    if shared:
        return Finding(0.8, f"both belong to {'、'.join(shared)}")
    if left and right:
        return Finding(-0.6, f"one belongs to {'、'.join(sorted(left))}, the other to {'、'.join(sorted(right))}")
    return None


def full_names(one: Unit, other: Unit, _: Known) -> Finding | None:
    """Two different registered names are two companies, whatever else agrees."""
    if one.type == "company" and one.key != other.key and has_legal_form(one.name) and has_legal_form(other.name):
        return Finding(-1.0, "both are registered names, and they differ")
    return None


FEATURES: tuple[Feature, ...] = (stated_alias, equal_name, short_form, rivals, nearness, distance, sphere, full_names)


def compare(one: Unit, other: Unit, known: Known) -> Verdict:
    """Return the verdict on two units of one type."""
    return Verdict(tuple(found for feature in FEATURES if (found := feature(one, other, known)) is not None))


def basis(verdict: Verdict) -> bool:
    """Whether anything in the names supports a join; without that the pair was not considered, so it is not refused either."""
    return any(f.weight > 0 and ("name" in f.reason or "form" in f.reason or f.weight >= 1.5) for f in verdict.findings)


__all__ = ["DOUBT", "FEATURES", "JOIN", "Finding", "Known", "Verdict", "basis", "compare"]
