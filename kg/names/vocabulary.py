"""What an ordinary word is: the vocabulary of the installed jieba, read from its dictionary file without importing jieba.

It tells a brand (``某源``, which no dictionary has) from a common noun (``机械``), and knows the place names that the dictionary marks.
"""

from __future__ import annotations

import importlib.util
from functools import cache, lru_cache
from pathlib import Path

from kg import lexicon
from kg.errors import KgError

NAME_TAGS = ("nr", "ns", "nt", "nz")
PLACE_TAG = "ns"
LEAST = 20
"""How often the dictionary must have counted a word for it to be an ordinary one."""


@cache
def _told() -> tuple[frozenset[str], frozenset[str]]:
    """Return the ordinary words and the places of two characters and more; KgError if jieba is not installed."""
    words, counts, tags = entries()
    often = {count for count in set(counts) if int(count) >= LEAST}
    named = {tag for tag in set(tags) if tag.startswith(NAME_TAGS)}
    ordinary = (w for w, count, tag in zip(words, counts, tags, strict=True) if count in often and tag not in named and len(w) > 1)
    places = (word for word, tag in zip(words, tags, strict=True) if tag == PLACE_TAG and len(word) > 1)
    return frozenset(ordinary), frozenset(places)


def entries() -> tuple[list[str], list[str], list[str]]:
    """Return the words of jieba's dictionary, their counts and their tags, side by side; KgError if jieba is not installed.

    Every process that reads a page needs them: all 349,000 lines ("word count tag") are cut at once, and what is made of them is kept,
    not they.
    """
    found = importlib.util.find_spec("jieba")
    for place in (found.submodule_search_locations or ()) if found else ():
        path = Path(place) / "dict.txt"
        if path.exists():
            fields = path.read_text(encoding="utf-8").split()
            return fields[0::3], fields[1::3], fields[2::3]
    raise KgError("jieba's dictionary is not installed; pip install jieba==0.42.1")


def ordinary_words() -> frozenset[str]:
    """Return the words of the language that are no names, of two characters and more."""
    return _told()[0]


def place_names() -> frozenset[str]:
    """Return the places that the dictionary knows, of two characters and more."""
    return _told()[1]


@lru_cache(maxsize=1 << 16)
def is_ordinary(text: str) -> bool:
    """Whether a text can be cut into ordinary words alone: 老旧小区改造项目, 污水处理厂."""
    reached = {0}
    for end in range(2, len(text) + 1):
        if any(
            end - size in reached and (text[end - size : end] in ordinary_words() or text[end - size : end] in lexicon.words("link_common"))
            for size in range(2, min(end, 6) + 1)
        ):
            reached.add(end)
    return len(text) in reached
