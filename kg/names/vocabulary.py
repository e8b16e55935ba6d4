"""What an ordinary word is: the vocabulary of the installed jieba, read from its dictionary file without importing jieba.

It tells a brand (``某源``, which no dictionary has) from a common noun (``机械``), and knows the place names that the dictionary marks.
"""

from __future__ import annotations

import importlib.util
from functools import cache
from pathlib import Path

from kg.errors import KgError

NAME_TAGS = ("nr", "ns", "nt", "nz")
PLACE_TAG = "ns"
LEAST = 20
"""How often the dictionary must have counted a word for it to be an ordinary one."""


@cache
def _entries() -> tuple[tuple[str, int, str], ...]:
    """Return word, count and tag of every entry; KgError if jieba is not installed."""
    found = importlib.util.find_spec("jieba")
    for place in (found.submodule_search_locations or ()) if found else ():
        path = Path(place) / "dict.txt"
        if path.exists():
            rows = (line.split(" ") for line in path.read_text(encoding="utf-8").splitlines())
            return tuple((row[0], int(row[1]), row[2]) for row in rows if len(row) == 3)
    raise KgError("jieba's dictionary is not installed; pip install jieba==0.42.1")


@cache
def ordinary_words() -> frozenset[str]:
    """Return the words of the language that are no names, of two characters and more."""
    return frozenset(word for word, count, tag in _entries() if count >= LEAST and len(word) > 1 and not tag.startswith(NAME_TAGS))


@cache
def place_names() -> frozenset[str]:
    """Return the places that the dictionary knows, of two characters and more."""
    return frozenset(word for word, _, tag in _entries() if tag == PLACE_TAG and len(word) > 1)
