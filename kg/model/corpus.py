"""What all articles together say: entities, why mentions were joined or kept apart, decisions, and the whole corpus."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kg.model.articles import ReadPage
from kg.model.readings import Claim, Event, Mention, Reading, Rejected


@dataclass(frozen=True, slots=True)
class Join:
    """Why two mentions are one entity (``same`` True) or were kept apart (False)."""

    left: str
    right: str
    same: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Entity:
    """A thing in the world as the pages know it; ``mentions`` are ids of all kinds, ``names`` printed names only.

    ``scope`` is the city that its name must be read in, where the name alone does not say who is meant; a part of its id, and no
    statement of where it is (graph.whereabouts).
    """

    id: str
    type: str
    name: str
    names: tuple[str, ...]
    mentions: tuple[str, ...]
    scope: str | None = None
    joins: tuple[Join, ...] = ()


@dataclass(frozen=True, slots=True)
class Decided:
    """A user's decision as it was replayed: one of the kinds of kg.resolve.decide, about ``names`` or what is said of them."""

    kind: str
    names: tuple[str, ...]
    to: str | None = None
    who: str = ""
    when: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Corpus:
    """Everything known: the store that graph, Turtle and HTML are views of.

    ``entity_of`` maps every mention id to the id of its entity. Of a large build pages and readings (kg.shelf), entities and refusals
    (kg.resolve.desk) lie on the disk: go through them in order, and hold none.
    """

    pages: Sequence[ReadPage]
    readings: Sequence[Reading]
    entities: Sequence[Entity]
    entity_of: Mapping[str, str]
    rejected: tuple[Rejected, ...] = ()
    refusals: Sequence[Join] = ()
    aliases: Mapping[str, str] = field(default_factory=dict)
    decisions: tuple[Decided, ...] = ()

    def claims(self) -> Iterator[Claim]:
        """Yield the claims of all readings, in order of page and article."""
        for reading in self.readings:
            yield from reading.claims

    def events(self) -> Iterator[Event]:
        """Yield the events of all readings, in order of page and article."""
        for reading in self.readings:
            yield from reading.events

    def mentions(self) -> Iterator[Mention]:
        """Yield the mentions of all readings, in order of page and article."""
        for reading in self.readings:
            yield from reading.mentions
