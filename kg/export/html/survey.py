"""What a corpus holds, gone through once and laid on the disk: its things, how surely facts tie them, and what is tied to what.

The part of an archive that a file is to hold is chosen by it, so that memory holds the part alone.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping

from kg.graph.facts import EVENT, Fact, event_key, fact_of_claim, facts_of_event
from kg.graph.overview import BONUS
from kg.model import Article, Corpus, Reading
from kg.scratch import Scratch

TABLES = """
CREATE TABLE things (id TEXT, type TEXT);
CREATE TABLE ends (thing TEXT, sure INTEGER);
CREATE TABLE ties (one TEXT, other TEXT);
CREATE TABLE parties (event TEXT, who TEXT);
"""
"""``ends`` and ``ties`` (both ways) are of the articles asked for, ``things`` and ``parties`` of all."""
READY = (
    "CREATE TABLE strength AS SELECT thing, sum(sure) AS sure FROM ends GROUP BY thing",
    "CREATE INDEX strength_thing ON strength (thing)",
    "CREATE INDEX ties_one ON ties (one)",
    "CREATE INDEX parties_event ON parties (event)",
)
ALL = "things t LEFT JOIN strength s ON s.thing = t.id"
TOUCHED = "strength s JOIN things t ON t.id = s.thing"
SURE = 1_000_000
"""What a certain fact counts: a sum of whole numbers is the same in whatever order it is made."""


class Survey:
    """The things of a corpus; ``fits`` says which articles are asked for, ``is_tied`` that ``within`` will be. It counts all facts."""

    def __init__(self, corpus: Corpus, fits: Callable[[Article], bool], *, is_tied: bool) -> None:
        self.n_facts = 0
        self._desk = Scratch(TABLES)
        for entity in corpus.entities:
            self._desk.put("things", entity.id, entity.type)
        page, seen = "", set[str]()
        for reading in corpus.readings:
            if reading.article.page.id != page:
                page, seen = reading.article.page.id, set()
            is_asked = fits(reading.article)
            for fact in self._new(reading, corpus.entity_of, seen):
                self.n_facts += 1
                if is_asked:
                    self._lay(fact, is_tied=is_tied)
        for sql in READY:
            self._desk.run(sql)
        (self._most,) = next(self._desk.rows("SELECT ifnull(max(sure), 0) FROM strength"))
        self._desk.connection.create_function("telling", 2, self._telling, deterministic=True)

    def _new(self, reading: Reading, entity_of: Mapping[str, str], seen: set[str]) -> Iterator[Fact]:
        """Yield what an article says that its page has not said by the same words (``seen``), and lay its events down."""
        for claim in reading.claims:
            fact = fact_of_claim(claim, entity_of)
            if fact.id not in seen:
                seen.add(fact.id)
                yield fact
        for event in reading.events:
            key = event_key(event)
            if key not in seen:
                self._desk.put("things", key, EVENT)
            seen.add(key)
            for fact in facts_of_event(key, event, entity_of):
                if fact.id not in seen:
                    seen.add(fact.id)
                    self._desk.put("parties", key, fact.subject)
                    yield fact

    def _lay(self, fact: Fact, *, is_tied: bool) -> None:
        """Lay down which things a fact touches."""
        for end in {fact.subject, fact.object or fact.subject}:
            self._desk.put("ends", end, round(fact.confidence * SURE))
        if is_tied and fact.object is not None:
            self._desk.put("ties", fact.subject, fact.object)
            self._desk.put("ties", fact.object, fact.subject)

    def _telling(self, type_: str, sure: int | None) -> float:
        """Return how much a thing deserves to be seen first, as ``kg.graph.overview.rank`` does where no measure is at hand."""
        most = math.log1p(self._most / SURE) or 1.0
        return round(math.log1p((sure or 0) / SURE) / most + BONUS.get(type_, 0.0), 6)

    @property
    def by_type(self) -> Counter[str]:
        """The number of things of each type."""
        return Counter(dict(self._desk.rows("SELECT type, count(*) FROM things GROUP BY type ORDER BY type")))

    def ranked(self, *, is_of_some: bool) -> Iterator[tuple[str, str]]:
        """Yield the things (id, type), the most telling first; if ``is_of_some``, only those that the facts asked for touch."""
        source = TOUCHED if is_of_some else ALL
        yield from self._desk.rows(f"SELECT t.id, t.type FROM {source} ORDER BY telling(t.type, s.sure) DESC, t.id")

    def parties(self, event: str) -> set[str]:
        """Return who took part in an event, and where it was."""
        return {who for (who,) in self._desk.rows("SELECT who FROM parties WHERE event = ?", (event,))}

    def within(self, start: str, hops: int, is_end: Callable[[str], bool]) -> dict[str, int]:
        """Return the things within so many ties of one, with how many; no way leads on through what ``is_end``."""
        found, edge = {start: 0}, [start]
        for hop in range(1, hops + 1):
            ways = (other for id_ in edge if id_ == start or not is_end(id_) for other in self._tied(id_))
            edge = [other for other in dict.fromkeys(ways) if other not in found]
            found |= dict.fromkeys(edge, hop)
        return found

    def _tied(self, thing: str) -> list[str]:
        return [other for (other,) in self._desk.rows("SELECT other FROM ties WHERE one = ? ORDER BY rowid", (thing,))]


def taken(survey: Survey, ranked: Iterable[tuple[str, str]], nodes: int) -> set[str]:
    """Return the first things, at most ``nodes``; with an event all who took part in it."""
    kept: set[str] = set()
    for id_, type_ in ranked:
        more = {id_, *(survey.parties(id_) if type_ == EVENT else ())} - kept
        if len(kept) + len(more) <= nodes:
            kept |= more
        if len(kept) == nodes:
            break
    return kept
