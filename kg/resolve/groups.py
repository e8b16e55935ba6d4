"""Units: what one page refers to by one name. They are the nodes that are joined into entities.

A unit is a page, a type and a completed name. Two mentions of one unit are one entity; whether two
units are one is decided in ``compare``. ``scope`` is where the name alone identifies its bearer: None if anywhere in the
country (a registered company, 许昌市交通运输局, 国务院), else the city of the page (人民医院, 滨河路, a person).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter
from sys import intern
from typing import Any

from kg.lexicon import ordered, words
from kg.model import Locality
from kg.names import places
from kg.names.anatomy import dissect, has_legal_form, key, leading_place, plain
from kg.names.vocabulary import is_ordinary
from kg.resolve.complete.levels import head_of
from kg.resolve.complete.page_names import Filed

DISTINCT = 8
"""A project's, facility's or programme's name of this many characters, marks excluded, is taken to have one bearer only."""
LONG = 12
"""A name this long is distinctive even if every word of it is ordinary."""
SEATED = ("agency", "zone")
"""Types whose posts belong to the leadership of a place."""


@dataclass(frozen=True, slots=True, eq=False)
class Unit:
    """The mentions of one page under one completed name; compared by identity, for there is one of each while its types are linked.

    ``first`` is the id of the mention that stands for the unit in joins: the first printed name, else the first mention. ``articles`` has a
    bit set for each article of the page that names it. ``surfaces`` are what is printed, in order; ``locality`` holds city and province
    alone. ``seat`` is the place that says whose body an agency or zone is, "" of other types. ``number`` is that of the unit among those of
    all pages, ``rank`` its place in the fixed order of the units that are linked together.
    """

    page: str
    type: str
    name: str
    key: str
    scope: str | None
    locality: Locality
    surfaces: tuple[str, ...]
    articles: int
    first: str
    n_mentions: int
    seat: str
    number: int
    rank: int = 0


LAID = attrgetter(
    "page", "type", "name", "key", "scope", "locality", "surfaces", "articles", "first", "n_mentions", "seat", "number"
)  # fmt: skip
"""A unit as the plain row that is laid aside until the units of its type are linked."""


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
        return is_firm_alone(name)
    if type_ in ("project", "facility", "programme"):
        bare = plain(name)
        if type_ == "programme" and "“" in name:
            return len(bare) >= DISTINCT - 2
        return len(bare) >= DISTINCT and (len(bare) >= LONG or not is_ordinary(bare))
    return bool(re.search(r"(大学|研究院|总院|总会)$", name)) and len(name) >= 5


def is_firm_alone(name: str) -> bool:
    """Whether a firm's name says by itself who is meant: by its legal form or place, in Latin letters, or since everybody knows it."""
    return name in words("companies_national") or has_legal_form(name) or bool(dissect(name).place) or plain(name).isascii()


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


def units_of_page(
    filed: Iterable[Filed], localities: Mapping[str, Locality], types: Mapping[str, str], numbers: Iterator[int]
) -> Iterator[tuple[Unit, list[Filed]]]:
    """Yield the units of one page with what is filed under each, in order; ``types`` are those of mentions that were retyped.

    ``localities`` are those of the page's articles, ``numbers`` what the units are to be numbered by.
    """
    groups: dict[tuple[str, str], list[Filed]] = {}
    for one in filed:
        type_ = types.get(one.mention.id, one.mention.type)
        groups.setdefault((type_, key(one.name, type_)), []).append(one)
    bits = {article: 1 << at for at, article in enumerate(localities)}
    for (type_, key_), found in groups.items():
        found.sort(key=lambda f: (f.mention.article, f.mention.start, f.mention.end, f.mention.id))
        name = fullest(found)
        locality = localities[found[0].mention.article]
        unit = Unit(
            found[0].page,
            type_,
            name,
            key_,
            scope_of(name, type_, locality),
            Locality(locality.province, locality.city),
            tuple(sorted({f.mention.surface for f in found if f.mention.is_name})),
            sum(bits[article] for article in {f.mention.article for f in found}),
            next((f.mention for f in found if f.mention.is_name), found[0].mention).id,
            len(found),
            (leading_place(name) or head_of(found[0])) if type_ in SEATED else "",
            next(numbers),
        )
        yield unit, found


def ranked(rows: Iterable[tuple[Any, ...]]) -> list[Unit]:
    """Return the units of rows as LAID, in their fixed order; of equal texts there is one, for most names are printed on many pages."""
    localities: dict[Locality, Locality] = {}
    units = []
    for rank, row in enumerate(sorted(rows, key=lambda row: (row[1], row[3], row[4] or "", row[0]))):
        page, type_, name, key_, scope, locality, surfaces, articles, first, n_mentions, seat, number = row
        named = (intern(page), intern(type_), intern(name), intern(key_), intern(scope) if scope else scope)
        shared = (localities.setdefault(locality, locality), tuple(map(intern, surfaces)))
        units.append(Unit(*named, *shared, articles, first, n_mentions, intern(seat), number, rank))
    return units
