"""What linking must know of a page, told by that page alone: its names, completed, and what it says of them. It holds no text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.model import Claim, Locality, Reading, ReadPage
from kg.names import places
from kg.names.anatomy import leading_place
from kg.resolve.complete.find import complete_page
from kg.resolve.complete.page_names import Filed, former_names, merged, stated_aliases


@dataclass(frozen=True, slots=True)
class Saying:
    """That a page says of two names that they are one (以下简称, 前身是, 更名为), and how, as a reason.

    The first of ``shorts`` and the first of ``fulls`` (ids of mentions) of which linking has a unit are meant; if ``is_former``, both are
    names of one body, of which the shorter is the short one.
    """

    shorts: tuple[str, ...]
    fulls: tuple[str, ...]
    why: str
    is_former: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """One page, as linking sees it.

    ``name`` is the file's, None if only readings of the page are known; ``localities`` are those used for each article; ``printed`` are the
    places that the page names, alone or at the head of other names, without the words for what they are; ``posts`` are the ids of the
    mentions of a person and of the body at which a claim says the post is; ``shares`` are those of two firms of which the words say that
    the first holds shares of the second or founds it.
    """

    page: str
    name: str | None
    filed: tuple[Filed, ...]
    localities: Mapping[str, Locality]
    sayings: tuple[Saying, ...]
    printed: frozenset[str]
    posts: tuple[tuple[str, str], ...]
    shares: tuple[tuple[str, str], ...] = ()


def tell_all(pages: Iterable[ReadPage], readings: Iterable[Reading]) -> list[Told]:
    """Return what linking must know of these pages, and of those of which there are readings alone."""
    known = {page.page.id: page for page in pages}
    by_page: dict[str, list[Reading]] = {id_: [] for id_ in known}
    for reading in readings:
        by_page.setdefault(reading.article.page.id, []).append(reading)
    return [tell(known.get(id_), found) for id_, found in by_page.items()]


def tell(page: ReadPage | None, readings: Sequence[Reading]) -> Told:
    """Complete the names of a page, and gather what it says of them; ``readings`` are those of its articles, in any order."""
    ordered = sorted(readings, key=lambda r: (r.article.number, r.article.id))
    home = with_city(page.locality if page else Locality(), ordered)
    return Told(
        page.page.id if page else ordered[0].article.page.id,
        page.page.name if page else None,
        tuple(complete_page(ordered, home)),
        {r.article.id: merged(r.article.locality, home) for r in ordered},
        tuple(saying for reading in readings for saying in sayings(reading)),
        printed_places(readings),
        tuple((c.subject, c.object) for r in readings for c in r.claims if c.predicate == "holds_post" and c.object),
        tuple((c.subject, c.object) for r in readings for c in r.claims if is_of_shares(c) and c.object),
    )


def is_of_shares(claim: Claim) -> bool:
    """Whether a claim says of shares what a rule reads in its words; what a network supposes of two names keeps them no two things."""
    return claim.predicate == "invests_in" and not claim.rule.startswith("learned:")


def with_city(home: Locality, readings: Sequence[Reading]) -> Locality:
    """Return a page's locality; if it is unknown, the only city whose bodies the page names: 大同市委 … 市委副书记."""
    if home.city or any(r.article.locality.city for r in readings):
        return home
    agencies = [m.surface for r in readings for m in r.mentions if m.is_name and m.type == "agency"]
    cities = {lead for name in agencies if places.level(lead := leading_place(name)) == "市"}
    known = sorted(city for city in cities if any(d.county is None and d.name == city for d in places.fulls(city)))
    return replace(home, city=known[0], province=places.province_of(known[0])) if len(cities) == 1 and known else home


def sayings(reading: Reading) -> Iterator[Saying]:
    """Yield what an article says of two names: 以下简称 and the like, then 前身是, 更名为."""
    stated = list(stated_aliases(reading))
    surfaces: dict[tuple[str, str], list[str]] = {}
    names: dict[tuple[str, str], list[str]] = {}
    for mention in reading.mentions if stated else ():
        if mention.is_name:
            surfaces.setdefault((mention.type, mention.surface), []).append(mention.id)
            for name in {mention.surface, mention.name or mention.surface}:
                names.setdefault((mention.type, name), []).append(mention.id)
    for (type_, short), long in stated:
        shorts, fulls = surfaces.get((type_, short), ()), names.get((type_, long), ())
        if shorts and fulls:
            yield Saying(tuple(shorts), tuple(fulls), f"the page says {long}（以下简称{short}）")
    for one, other, words in former_names(reading):
        yield Saying((one.id,), (other.id,), f"the page says {one.surface}{words}{other.surface}", is_former=True)


def printed_places(readings: Iterable[Reading]) -> frozenset[str]:
    """Return the places that a page names."""
    return frozenset(
        places.bare(lead)
        for reading in readings
        for m in reading.mentions
        if m.is_name and (lead := m.surface if m.type == "place" else leading_place(m.surface))
    )
