"""Nouns that open a unit's name and mean a body named before it: 集团公司 in 集团公司工会, 本院 in 本院刑一庭, 医院 in 医院财务科."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from kg.lexicon import rows
from kg.names import organs

UNIT, OFFICE, ORGAN = "unit", "office", "organ"
"""What right after a noun makes it mean a body named before: any unit; an office; an organ of party, union or league."""
OFFICE_NAME = "[^局厅委]{2,8}[部科处室班所]"


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
def nouns(*before: str) -> dict[str, Head]:
    """Return the nouns that the list has for before such units (``UNIT``, ``OFFICE``, ``ORGAN``), with what each means."""
    return {
        noun: Head(len(noun), type_, (noun,) if ends == "-" else tuple(ends.split()), trait == ["alone"])
        for noun, type_, ends, unit, *trait in rows("unit_heads")
        if unit in before
    }


@cache
def heads() -> dict[str, Head]:
    """Return what each noun may mean whatever unit follows; 本院 stands for 本, 我 and 该 before it."""
    pointed = {noun for noun, *_, trait in rows("unit_heads") if trait == "pointed"}
    found = dict(nouns(UNIT))
    for noun, head in nouns(UNIT, OFFICE, ORGAN).items():
        if noun in found or noun in pointed:
            found |= {pointer + noun: Head(1 + len(noun), head.type, head.endings, False) for pointer in "本我该"}
    return found


def longest_first(nouns_: Iterable[str]) -> str:
    """Return nouns as a regular expression's alternatives."""
    return "|".join(sorted(nouns_, key=lambda noun: (-len(noun), noun)))


@cache
def pattern() -> re.Pattern[str]:
    """Return the pattern of a name that opens with a head; what opens a body's own name (管理局, 有限) does not follow it."""
    return re.compile(rf"({longest_first(heads())})(?!公司$|管理局|管理处|有限|股份)..")


def opening_head(name: str) -> Head | None:
    """Return the head that a unit's name opens with, None if it opens with none."""
    found = pattern().match(name)
    return heads()[found[1]] if found else None


@cache
def organ_pattern() -> re.Pattern[str]:
    """Return the pattern of names that are a noun and an organ (大队党委)."""
    return re.compile(rf"({longest_first(nouns(UNIT, OFFICE, ORGAN))})(?:{organs.alternatives(organs.ANY)})")


@cache
def office_pattern() -> re.Pattern[str]:
    """Return the pattern of names that are a noun and an office (医院财务科)."""
    return re.compile(rf"({longest_first(nouns(UNIT, OFFICE))}){OFFICE_NAME}")


def head_of_organ(name: str) -> Head | None:
    """Return the noun before an organ of party, union or league that ends a name: 大队 in 大队党委; None if it is no such name."""
    found = organ_pattern().fullmatch(name)
    return nouns(UNIT, OFFICE, ORGAN)[found[1]] if found else None


def head_of_office(name: str) -> Head | None:
    """Return the noun before an office that ends a name: 医院 in 医院财务科; None if it is no such name."""
    found = office_pattern().fullmatch(name)
    return nouns(UNIT, OFFICE)[found[1]] if found else None


def is_head(name: str) -> bool:
    """Whether a name is nothing but such a noun: 集团公司, 该院."""
    return name in heads()
