"""What an ordinary word is: the vocabulary of the installed jieba, read from its dictionary file without importing jieba.

It tells a brand (``某源``, which no dictionary has) from a common noun (``机械``), and knows the place names that the dictionary marks.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from kg.errors import KgError

NAME_TAGS = ("nr", "ns", "nt", "nz")
PLACE_TAG = "ns"
LEAST = 20
"""How often the dictionary must have counted a word for it to be an ordinary one."""


@cache
def _told() -> tuple[frozenset[str], frozenset[str]]:
    """Return the ordinary words and the places of two characters and more; KgError if jieba is not installed."""
    ordinary, places = set(), set()
    for word, count, tag in _entries():
        if len(word) > 1 and int(count) >= LEAST and not tag.startswith(NAME_TAGS):
            ordinary.add(word)
        elif len(word) > 1 and tag == PLACE_TAG:
            places.add(word)
    return frozenset(ordinary), frozenset(places)


def _entries() -> Iterator[Sequence[str]]:
    """Yield word, count and tag of every entry; KgError if jieba is not installed."""
    found = importlib.util.find_spec("jieba")
    for place in (found.submodule_search_locations or ()) if found else ():
        path = Path(place) / "dict.txt"
        if path.exists():
            with path.open(encoding="utf-8") as file:
                rows = (line.rstrip("\n").split(" ") for line in file)
                yield from (row for row in rows if len(row) == 3)
            return
    raise KgError("jieba's dictionary is not installed; pip install jieba==0.42.1")


def ordinary_words() -> frozenset[str]:
    """Return the words of the language that are no names, of two characters and more."""
    return _told()[0]


def place_names() -> frozenset[str]:
    """Return the places that the dictionary knows, of two characters and more."""
    return _told()[1]
