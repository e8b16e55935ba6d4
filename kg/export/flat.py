"""The network as rows in a fixed order, made one at a time; characters that XML 1.0 cannot hold become U+FFFD."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from kg.graph.build import Rows, Values

FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def clean(value: Any) -> Any:
    """Return text without the characters that XML forbids; other values as they are."""
    return FORBIDDEN.sub("�", value) if isinstance(value, str) else value


def nodes(rows: Rows) -> Iterator[tuple[str, Values]]:
    """Yield the nodes of the network by id, with clean text; each is made when it is asked for."""
    for thing in sorted(rows.things, key=lambda thing: thing.id):
        yield thing.id, cleaned(rows.node(thing))


def edges(rows: Rows) -> Iterator[tuple[str, str, str, Values]]:
    """Yield subject, object, id of the claim and attributes of each edge, in their order, with clean text."""
    for fact in sorted(rows.ties, key=lambda fact: (fact.subject, fact.object or "", fact.id)):
        yield fact.subject, fact.object or "", fact.id, cleaned(rows.edge(fact))


def cleaned(values: Values) -> Values:
    """Return attributes with clean text."""
    return {key: clean(value) for key, value in values.items()}
