"""Units: what one page refers to by one name. They are the nodes that are joined into entities.

A unit is a page, a type and a completed name. Two mentions of one unit are one entity; whether two
units are one is decided in ``compare``. ``scope`` is where the name alone identifies its bearer: None if anywhere in the
country (a registered company, 许昌市交通运输局, 国务院), else the city of the page (人民医院, 滨河路, a person).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from kg.lexicon import ordered, words
from kg.model import Locality, Mention
from kg.names import places
from kg.names.anatomy import dissect, has_legal_form, key, leading_place, plain
from kg.resolve.complete.page_names import Filed, is_ordinary

DISTINCT = 8
"""A project's, facility's or programme's name of this many characters, marks excluded, is taken to have one bearer only."""
LONG = 12
"""A name this long is distinctive even if every word of it is ordinary."""


@dataclass(frozen=True, slots=True, eq=False)
class Unit:
    """The mentions of one page under one completed name; compared by identity, for there is one of each.

    ``first`` stands for the unit in joins: the first printed name, else the first mention. ``articles`` name it; the set is one for all
    units of a page that the same articles name. ``surfaces`` are what is printed, in order.
    """

    page: str
    type: str
    name: str
    key: str
    scope: str | None
    locality: Locality
    filed: tuple[Filed, ...]
    surfaces: tuple[str, ...]
    articles: frozenset[str]
    first: Mention = field(init=False)

    def __post_init__(self) -> None:
        first = next((f.mention for f in self.filed if f.mention.is_name), self.filed[0].mention)
        object.__setattr__(self, "first", first)


def scope_of(name: str, type_: str, locality: Locality) -> str | None:
    """Return the city that a name must be read in, None if the name alone says who is meant."""
    return None if stands_alone(name, type_) else locality.city or locality.province


@lru_cache(maxsize=1 << 16)
def stands_alone(name: str, type_: str) -> bool:
    """Whether it is unlikely that a second entity in the country has this name."""
    if type_ == "person":
        return False
    if type_ == "place":
        return bool(places.table().get(name) and places.is_unique(name)) or name in words("regions")
    if name.startswith(ordered("link_national")) or opens_with_unique_place(name):
        return True
    if type_ == "company":
        return has_legal_form(name) or bool(dissect(name).place) or plain(name).isascii()
    if type_ in ("project", "facility", "programme"):
        bare = plain(name)
        if type_ == "programme" and "“" in name:
            return len(bare) >= DISTINCT - 2
        return len(bare) >= DISTINCT and (len(bare) >= LONG or not is_ordinary(bare))
    return bool(re.search(r"(大学|研究院|总院|总会)$", name)) and len(name) >= 5


def opens_with_unique_place(name: str) -> bool:
    """Whether a name opens with a province or city, or with a county that no other province has."""
    lead = leading_place(name)
    return (
        bool(lead)
        and lead != name
        and any(places.is_unique(place) and places.fulls(place) for place in (lead[:end] for end in range(2, len(lead) + 1)))
    )


def fullest(filed: Iterable[Filed]) -> str:
    """Return the fullest of some equal names; of two as full the one printed more, then the one with fewer marks."""
    times = Counter(f.name for f in filed)
    return max(times, key=lambda name: (len(plain(name).replace("-", "")), times[name], -len(name), name))


def make_units(filed: Iterable[Filed], localities: Mapping[str, Locality], types: Mapping[str, str]) -> tuple[Unit, ...]:
    """Group filed mentions into units; ``localities`` by article, ``types`` holds the types of mentions that were retyped."""
    groups: dict[tuple[str, str, str], list[Filed]] = {}
    for one in filed:
        type_ = types.get(one.mention.id, one.mention.type)
        groups.setdefault((one.page, type_, key(one.name, type_)), []).append(one)
    units = []
    shared: dict[frozenset[str], frozenset[str]] = {}
    for (page, type_, key_), found in groups.items():
        found.sort(key=lambda f: (f.mention.article, f.mention.start, f.mention.end, f.mention.id))
        name = fullest(found)
        locality = localities[found[0].mention.article]
        printed = tuple(sorted({f.mention.surface for f in found if f.mention.is_name}))
        articles = frozenset(f.mention.article for f in found)
        naming = shared.setdefault(articles, articles)
        units.append(Unit(page, type_, name, key_, scope_of(name, type_, locality), locality, tuple(found), printed, naming))
    return tuple(sorted(units, key=lambda u: (u.type, u.key, u.scope or "", u.page)))
