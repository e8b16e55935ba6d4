"""Nouns that open a unit's name and mean a body named before it: 集团公司 in 集团公司工会, 本院 in 本院刑一庭."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kg.lexicon import rows


@dataclass(frozen=True, slots=True)
class Head:
    """A noun at the front of a name: its length in characters, the type of body that it means and how that body's name may end.

    ``is_alone`` says that the staff of such a body call it by nothing else: 总局, 分局.
    """

    size: int
    type: str
    endings: tuple[str, ...]
    is_alone: bool


@cache
def heads() -> dict[str, Head]:
    """Return what each noun may mean; 本院 stands for 本, 我 and 该 before it."""
    found: dict[str, Head] = {}
    for noun, type_, ends, *trait in rows("unit_heads"):
        endings = (noun,) if ends == "-" else tuple(ends.split())
        found |= {pointer + noun: Head(1 + len(noun), type_, endings, False) for pointer in "本我该"}
        if trait != ["pointed"]:
            found[noun] = Head(len(noun), type_, endings, trait == ["alone"])
    return found


@cache
def pattern() -> re.Pattern[str]:
    """Return the pattern of a name that opens with a head; what opens a body's own name (管理局, 有限) does not follow it."""
    nouns = "|".join(sorted(heads(), key=lambda head: (-len(head), head)))
    return re.compile(rf"({nouns})(?!公司$|管理局|管理处|有限|股份)..")


def opening_head(name: str) -> Head | None:
    """Return the head that a unit's name opens with, None if it opens with none."""
    found = pattern().match(name)
    return heads()[found[1]] if found else None


def is_head(name: str) -> bool:
    """Whether a name is nothing but such a noun: 集团公司, 该院."""
    return name in heads()
