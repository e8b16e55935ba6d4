"""Where things are: the places that pages state, and, apart from these, the city that the page of a name merely suggests.

    stated      某厂 located_in 某园区                a claim with a quote; several pages may state several places
    suggested   《某厂投产》, an article of 云岭市     no page says that the factory is there

A suggestion is made only where it is likely: for local bodies, works and places of one city's pages. National and foreign bodies,
guests and the bodies they come from, people, and whatever names another place get none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, replace

from kg import ontology
from kg.lexicon import ordered
from kg.model import Article, Corpus, Entity, Reading
from kg.names import places
from kg.names.anatomy import leading_place
from kg.names.divisions import short

SEAT = "located_in"
LOCAL = (*ontology.organisations(), "project", "programme", "facility", "place")
"""Types that are somewhere; a person is where its posts are."""
NATIONAL = ("link_national", "companies_national", "orgs_international")
"""Lists of how the names of bodies begin that belong to no city."""
GUEST = "guest"


@dataclass(frozen=True, slots=True)
class SeenIn:
    """What a page suggests of where a thing is: the first article that names it (without its text), and the full name of that article's
    city.
    """

    article: Article
    city: str

    def __str__(self) -> str:
        """Return it as shown: 《华能二期开工》（焦作）."""
        return f"《{self.article.headline or self.article.page.name}》（{short(self.city)}）"


def seats(corpus: Corpus, among: Container[str] | None = None) -> dict[str, tuple[str, ...]]:
    """Return entity id → ids of the places where pages say that it is, in order; what is denied, former or planned is left out.

    If some entities are given, only these are looked at.
    """
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for reading in corpus.readings:
        for subject, place in stated(reading, corpus.entity_of):
            if among is None or subject in among:
                found[subject].setdefault(place)
    return {id_: tuple(places) for id_, places in found.items()}


def stated(reading: Reading, entity_of: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield what an article says to be where: ids of entities."""
    for claim in reading.claims:
        if claim.predicate == SEAT and claim.object and claim.status not in ("denied", "former", "planned"):
            yield entity_of[claim.subject], entity_of[claim.object]


def seen_in(corpus: Corpus, among: Container[str] | None = None) -> dict[str, SeenIn]:
    """Return entity id → what its pages suggest, for the entities, or those given, of which no page states a place.

    Those who were somebody's guests at an event get none, nor do the bodies at which a guest holds a post.
    """
    strangers: set[str] = set()
    first: dict[str, SeenIn | None] = {}
    for reading in corpus.readings:
        named = dict.fromkeys(corpus.entity_of[m.id] for m in reading.mentions if m.id in corpus.entity_of)
        suggest([id_ for id_ in named if among is None or id_ in among], reading.article, first)
        first |= dict.fromkeys((subject for subject, _ in stated(reading, corpus.entity_of)), None)
        strangers.update(corpus.entity_of[role.who] for event in reading.events for role in event.roles if role.role == GUEST)
    strangers |= hosts(corpus, strangers)
    return {
        entity.id: seen
        for entity in corpus.entities
        if entity.id not in strangers and (seen := first.get(entity.id)) and may_be_in(entity, seen.city)
    }


def suggest(named: Iterable[str], article: Article, first: dict[str, SeenIn | None]) -> None:
    """Note what an article suggests of those it names: ``first`` holds what the first did, None once articles of two cities name them."""
    city = article.locality.city
    here = SeenIn(without_text(article), city) if city else None
    for id_ in named:
        before = first.setdefault(id_, here)
        if before and before.city != city:
            first[id_] = None


def without_text(article: Article) -> Article:
    """Return an article and its page without what is printed on it, to be held for many things."""
    return replace(article, page=replace(article.page, text="", sheet=None), text="", printed="", offsets=(), sections=(), seams=())


def may_be_in(entity: Entity, city: str) -> bool:
    """Whether a name allows that its bearer is of this city: 中路街道 is, 国家能源集团, ISO, 德国某厂 and 苏州市某厂 are not."""
    if entity.type not in LOCAL or entity.name.isascii() or entity.name == city:
        return False
    if any(name.startswith(ordered(listed)) for listed in NATIONAL for name in (entity.name, *entity.names)):
        return False
    lead = leading_place(entity.name) or (entity.name if places.fulls(entity.name) else "")
    at = cities_of(lead)
    return city in at or not (at or lead.startswith(ordered("regions")))


def cities_of(lead: str) -> frozenset[str | None]:
    """Return the cities of the divisions that a name opens with: 许昌市建安区 → 许昌市; none for 德国."""
    head = next((lead[:end] for end in range(len(lead), 1, -1) if places.fulls(lead[:end])), "")
    return frozenset(division.city for division in places.fulls(head))


def hosts(corpus: Corpus, guests: Set[str]) -> set[str]:
    """Return the bodies at which a guest holds a post."""
    return {
        corpus.entity_of[claim.object]
        for claim in corpus.claims()
        if claim.predicate == "holds_post" and claim.object and corpus.entity_of[claim.subject] in guests
    }
