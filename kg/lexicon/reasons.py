"""Why names are one or two, in the language wanted: the reasons that linking writes in English, read back into entry and slots.

reasons.tsv is the one catalogue. Records and exports hold the English, which is put together of the entries' English and of what
pages print; nothing of it is written twice. ``form`` gives a reason as its words in both languages and what fills them, ``in_chinese``
gives it in Chinese. Names and what somebody wrote in a decision stay as they are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import count

from kg import lexicon
from kg.lexicon.messages import chosen

SLOTS = re.compile(r"\{[+*]?\}")
SEVERAL, WORDS = "{+}", "{*}"
ENGLISH = re.compile("[a-z],? [a-z]")
"""What no slot holds, unless it is a reason itself or somebody's own words."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the catalogue: its slots as written, and what its English has between them; a joint has no words."""

    english: str
    chinese: str
    pattern: re.Pattern[str]
    slots: tuple[str, ...]
    literals: tuple[str, ...]
    is_joint: bool


@dataclass(frozen=True, slots=True)
class Part:
    """A reason read: the entry, and for each slot a part or what was printed."""

    entry: Entry
    slots: tuple[Part | str, ...]


Form = tuple[str, str, tuple[str, ...]]
"""A reason in Chinese and in English, both with {0}, {1} …, and what stands for these."""


def say(reason: str) -> str:
    """Return a reason in the language chosen, English if none is."""
    return in_chinese(reason) if chosen.get() == "zh" else reason


def in_chinese(reason: str) -> str:
    """Return a reason in Chinese; what the catalogue lacks stays as it is."""
    chinese, _, slots = form(reason)
    return chinese.format(*slots)


def form(reason: str) -> Form:
    """Return a reason as its words in both languages and what fills them.

    开发区 is 甲开发区 → (“{0}”即{1}, {0} is {1}, (开发区, 甲开发区))
    """
    found: list[str] = []
    number = count()
    numbered = worded(read(reason) or reason, found, number)
    return numbered[0], numbered[1], tuple(found)


def worded(part: Part | str, found: list[str], number: count[int]) -> tuple[str, str]:
    """Return a part in Chinese and in English with its slots numbered on, and append what fills them to ``found``."""
    if isinstance(part, str):
        found.append(part)
        slot = f"{{{next(number)}}}"
        return slot, slot
    inner = [worded(slot, found, number) for slot in part.slots]
    return part.entry.chinese.format(*(zh for zh, _ in inner)), SLOTS.sub("{}", part.entry.english).format(*(en for _, en in inner))


@lru_cache(maxsize=1 << 14)
def read(text: str) -> Part | None:
    """Read a reason; None if it is none."""
    for entry in entries():
        if all(literal in text for literal in entry.literals):
            found = entry.pattern.fullmatch(text)
            slots = filling(entry, found.groups()) if found else None
            if slots is not None:
                return Part(entry, slots)
    return None


def filling(entry: Entry, texts: tuple[str, ...]) -> tuple[Part | str, ...] | None:
    """Return what fills the slots of an entry, None if these texts cannot: they are English and no reasons."""
    slots = tuple(map(filled, entry.slots, texts))
    if entry.is_joint:
        return slots if any(isinstance(slot, Part) for slot in slots) else None
    return slots if all(map(holds, entry.slots, slots)) else None


def holds(mark: str, slot: Part | str) -> bool:
    """Whether a slot of an entry with words can hold this: a name, a reason that no joint makes, or whatever somebody wrote."""
    if isinstance(slot, str):
        return mark == WORDS or not ENGLISH.search(slot)
    return mark == SEVERAL or not slot.entry.is_joint


def filled(mark: str, text: str) -> Part | str:
    """Return what a text is in a slot."""
    head, comma, tail = text.partition("、") if mark == SEVERAL else (text, "", "")
    if mark == WORDS:
        return text
    return Part(listing(), (read(head) or head, filled(mark, tail))) if comma else read(text) or text


@cache
def entries() -> tuple[Entry, ...]:
    """Return the catalogue: the entries with most letters first, then those without words as they are listed."""
    made = [entry_of(*row) for row in lexicon.rows("reasons")]
    return tuple(sorted(made, key=lambda entry: (entry.is_joint, 0 if entry.is_joint else -sum(map(len, entry.literals)))))


@cache
def listing() -> Entry:
    """Return what makes one of several."""
    return entry_of("{}、{}", "{}、{}")


def entry_of(english: str, chinese: str) -> Entry:
    """Return an entry of the catalogue. A slot of one with words holds no mark that joins reasons."""
    is_joint = re.search("[A-Za-z]", english) is None
    plain = "(.+?)" if is_joint else r"((?:(?!; |: | \().)+?)"
    slots, literals = tuple(SLOTS.findall(english)), SLOTS.split(english)
    groups = [*("(.+)" if slot == WORDS else plain for slot in slots), ""]
    pattern = "".join(re.escape(literal) + group for literal, group in zip(literals, groups, strict=True))
    return Entry(english, chinese, re.compile(pattern, re.DOTALL), slots, tuple(filter(None, literals)), is_joint)
