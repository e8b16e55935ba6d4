"""Which name a mistyped one was meant for: one that sounds the same, or is all but the same. It knows no pages."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TypeVar

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

NEAR = 50.0
"""Percent of likeness from which a name is offered instead of one that nothing has."""
LONG = 8
"""Names of so many characters may be mistyped in two of them, names of three and more in one."""
NUMERAL = re.compile(r"[\d一二三四五六七八九十百]")
Key = TypeVar("Key")


def likeness(typed: str, name: str) -> float:
    """Return how like two names are, in percent (rapidfuzz's ratio)."""
    return float(fuzz.ratio(typed, name))


def sounds(name: str) -> str:
    """Return a name in pinyin without tones and blanks: 许继 → xuji. pypinyin is imported here: most look-ups need none."""
    from pypinyin import lazy_pinyin

    return "".join(lazy_pinyin(name)).lower()


def meant(typed: str, named: Iterable[tuple[Key, str, str]]) -> Key | None:
    """Return the key of the one (key, type, name) that ``typed`` was meant for, None if there is none or several are as near.

    It sounds the same; or a character is wrong, left out, too many or has changed places with the next (two in a name of LONG
    characters), which makes another person of a person's name and another body of one with another number: those never.
    """
    several = list(named)
    heard = sounds(typed)
    alike = {key for key, _, name in several if len(typed) > 1 and sounds(name) == heard}
    if not alike:
        off: dict[Key, int] = {}
        for key, type_, name in several:
            if type_ != "person" and (apart := distance(typed, name)) is not None:
                off[key] = min(apart, off.get(key, apart))
        alike = {key for key, apart in off.items() if apart == min(off.values())}
    return alike.pop() if len(alike) == 1 else None


def distance(typed: str, name: str) -> int | None:
    """Return in how many characters a name differs from what was typed, in pinyin if that was; None if in too many to be meant."""
    own = sounds(name) if typed.isascii() and not name.isascii() else name
    if NUMERAL.findall(typed) != NUMERAL.findall(own):
        return None
    allowed = (len(typed) >= 3) + (len(typed) >= LONG)
    found = int(OSA.distance(typed.lower(), own.lower(), score_cutoff=allowed))
    return found if found <= allowed else None
