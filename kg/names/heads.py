"""Nouns that open a unit's name and mean a body named before it: 集团公司 in 集团公司工会, 本院 in 本院刑一庭."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kg.lexicon import rows


@dataclass(frozen=True, slots=True)
class Head:
    """What opens a name: so many characters, and the endings of the names of bodies that it may mean."""

    size: int
    endings: tuple[str, ...]


@cache
def endings() -> dict[str, tuple[str, ...]]:
    """Return the endings of what each noun may mean; 本院 stands for 本, 我 and 该 before it."""
    found: dict[str, tuple[str, ...]] = {}
    for noun, *more in rows("unit_heads"):
        ends = tuple(more[0].split()) if more else (noun,)
        found |= {pointer + noun: ends for pointer in "本我该"}
        if len(more) < 2:
            found[noun] = ends
    return found


@cache
def pattern() -> re.Pattern[str]:
    """Return the pattern of a name that opens with a head; what opens a body's own name (管理局, 有限) does not follow it."""
    heads = "|".join(sorted(endings(), key=lambda head: (-len(head), head)))
    return re.compile(rf"({heads})(?!公司$|管理局|管理处|有限|股份)..")


def opening_head(name: str) -> Head | None:
    """Return the head that a unit's name opens with, None if it opens with none."""
    found = pattern().match(name)
    return Head(len(found[1]), endings()[found[1]]) if found else None


def is_head(name: str) -> bool:
    """Whether a name is nothing but such a noun: 集团公司, 该院."""
    return name in endings()
