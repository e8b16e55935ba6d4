"""Traditional characters matched as simplified ones, one for one, so that every offset holds.

The map is OpenCC's TSCharacters (Apache-2.0): of several readings the first. Words that OpenCC would rewrite are left alone.
"""

from __future__ import annotations

import functools
import importlib.util
from pathlib import Path

LEAST_SHARE = 0.02
"""A text counts as traditional when more than this share of its characters have another simplified form."""


@functools.cache
def table() -> dict[int, str]:
    """Return the map of traditional characters to simplified ones; empty where OpenCC is not installed."""
    found = importlib.util.find_spec("opencc")
    for place in (found.submodule_search_locations or ()) if found else ():
        path = Path(place) / "dictionary" / "TSCharacters.txt"
        if path.exists():
            pairs = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if "\t" in line)
            return {ord(old): new.split()[0] for old, new in pairs if len(old) == 1 and len(new.split()[0]) == 1 and old != new.split()[0]}
    return {}


@functools.cache
def telling() -> frozenset[str]:
    """Return the traditional characters that a simplified page does not print: those of GB 2312 it does (乾县, 徵)."""
    return frozenset(character for character in map(chr, table()) if not character.encode("gb2312", "ignore"))


def simplified(text: str) -> str:
    """Return ``text`` with traditional characters as simplified ones, of the same length: 本報訊 → 本报讯."""
    return text.translate(table())


def is_traditional(text: str) -> bool:
    """Whether a text is set in traditional characters: more of them than a simplified page prints by chance."""
    letters = [character for character in text if "\u4e00" <= character <= "\u9fff"]
    return bool(letters) and sum(character in telling() for character in letters) > LEAST_SHARE * len(letters)
