"""The network as rows in a fixed order, made article by article and laid on the disk; memory holds one at a time.

Characters that XML 1.0 cannot hold become U+FFFD. What the rows hold is told in kg.graph.build.
"""

from __future__ import annotations

import pickle
import re
from collections.abc import Iterator
from operator import attrgetter
from typing import Any

from kg.graph.build import JOINED, Rows, Values, entity_node, printed
from kg.graph.whereabouts import seats, seen_in
from kg.model import Corpus, Reading
from kg.resolve.desk.outcome import by_id, in_order
from kg.scratch import Along, Scratch

FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
TABLES = """
CREATE TABLE named (entity TEXT);
CREATE TABLE printed (entity TEXT, attribute TEXT, value TEXT);
CREATE TABLE nodes (id TEXT, held BLOB);
CREATE TABLE edges (subject TEXT, object TEXT, id TEXT, held BLOB);
"""
"""``named`` has an entity once for each article that names it."""


class Network(Scratch):
    """The nodes and edges of a corpus; facts below the confidence ``cut`` and denied ones are left out."""

    def __init__(self, corpus: Corpus, cut: float) -> None:
        super().__init__(TABLES)
        self._corpus = corpus
        self._entities = by_id(corpus.entities)
        for reading in corpus.readings:
            self._lay(reading, cut)
        self._lay_entities()

    def nodes(self) -> Iterator[tuple[str, Values]]:
        """Yield the nodes by id, with clean text."""
        yield from ((id_, pickle.loads(held)) for id_, held in self.rows("SELECT id, held FROM nodes ORDER BY id"))

    def edges(self) -> Iterator[tuple[str, str, str, Values]]:
        """Yield subject, object, id of the claim and attributes of each edge, in their order, with clean text."""
        sql = "SELECT subject, object, id, held FROM edges ORDER BY subject, object, id"
        yield from ((subject, target, id_, pickle.loads(held)) for subject, target, id_, held in self.rows(sql))

    def _lay(self, reading: Reading, cut: float) -> None:
        """Lay down what an article says, and whom it names."""
        of = self._corpus.entity_of
        for entity in dict.fromkeys(of[m.id] for m in reading.mentions if m.id in of):
            self.put("named", entity)
        taking = dict.fromkeys(of[role.who] for event in reading.events for role in event.roles)
        rows = Rows(Corpus((), (reading,), tuple(self._entities[id_] for id_ in taking), of), cut)
        for thing in rows.things:
            if thing.event is not None:
                self.put("nodes", thing.id, packed(rows.node(thing)))
        for fact in rows.stated:
            for attribute, value in printed(fact):
                self.put("printed", fact.subject, attribute, value)
        for fact in rows.ties:
            self.put("edges", fact.subject, fact.object, fact.id, packed(rows.edge(fact)))

    def _lay_entities(self) -> None:
        """Lay down the entities, each with how many articles name it and what they print of it."""
        known, suggested = seats(self._corpus), seen_in(self._corpus)
        named = Along(self.rows("SELECT entity, count(*) FROM named GROUP BY entity ORDER BY entity"))
        values = Along(self.rows("SELECT entity, attribute, value FROM printed ORDER BY entity, rowid"))
        for entity in in_order(self._corpus.entities, attrgetter("id")):
            said: dict[str, dict[str, None]] = {}
            for _, attribute, value in values.of(entity.id):
                said.setdefault(attribute, {}).setdefault(value)
            located_in = JOINED.join(self._entities[place].name for place in known.get(entity.id, ()))
            n_articles = sum(n for _, n in named.of(entity.id))
            joined = {attribute: JOINED.join(found) for attribute, found in said.items()}
            self.put("nodes", entity.id, packed(entity_node(entity, located_in, suggested.get(entity.id), n_articles, joined)))


def packed(values: Values) -> bytes:
    """Return attributes with clean text as bytes that stay in this process."""
    return pickle.dumps({key: clean(value) for key, value in values.items()}, pickle.HIGHEST_PROTOCOL)


def clean(value: Any) -> Any:
    """Return text without the characters that XML forbids; other values as they are."""
    return FORBIDDEN.sub("\ufffd", value) if isinstance(value, str) else value
