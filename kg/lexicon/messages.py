"""What the command line says, in the language ``chosen``; where none is, messages are in English and facts in Chinese.

messages.tsv is the one catalogue. Messages are written in English where they arise, also deep in the house, where nobody knows
of languages; ``say`` turns them into Chinese on their way out, by the longest entries that they are made of. What is printed of facts is
asked for by its entry (``tell``). Names and quotes stay as pages print them.
"""

from __future__ import annotations

import re
from contextvars import ContextVar
from functools import cache

from kg import lexicon, ontology

LANGUAGES = ("zh", "en")
SLOT = "{}"
JOINTS = (("; ", "；"), (": ", "："), (" and ", "和"), (" = ", " = "))
"""What stands between the parts of a message, and what does in Chinese."""
COMMAND = re.compile("kg( [a-z]+)?")
"""An entry that is a command holds the help of it."""
chosen: ContextVar[str] = ContextVar("language", default="")


def facts_language() -> str:
    """Return the language of what is printed of facts."""
    return chosen.get() or "zh"


def say(message: str) -> str:
    """Return a message in the language chosen, English if none is."""
    return in_chinese(message) if chosen.get() == "zh" else message


def tell(entry: str, *values: object) -> str:
    """Return an entry of the catalogue in the language of facts, its slots filled. Raises KeyError if there is no such entry."""
    return (entries()[entry] if facts_language() == "zh" else entry).format(*values)


def called(type_: str) -> str:
    """Return how messages call a type of things: by its label if Chinese is chosen, else by its name."""
    known = ontology.load().types
    return known[type_].label_zh if chosen.get() == "zh" and type_ in known else say(type_)


def worded(entry: str, *slots: tuple[str, str]) -> tuple[str, str]:
    """Return an entry in English and in Chinese, each slot filled by what is given for that language. Raises KeyError as ``tell`` does."""
    english, chinese = zip(*slots, strict=True)
    return entry.format(*english), entries()[entry].format(*chinese)


@cache
def entries() -> dict[str, str]:
    """Return the catalogue, English to Chinese; later entries of one text do not count."""
    found: dict[str, str] = {}
    for english, chinese in lexicon.rows("messages"):
        found.setdefault(english, chinese)
    return found


@cache
def patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return the entries as patterns of messages, the one with most letters first."""
    ordered = sorted(entries().items(), key=lambda entry: (-len(entry[0].replace(SLOT, "")), entry[0]))
    return tuple(
        (re.compile("(.*?)".join(map(re.escape, english.split(SLOT))), re.DOTALL), chinese)
        for english, chinese in ordered
        if re.search("[A-Za-z]", english) and not COMMAND.fullmatch(english)
    )


def in_chinese(message: str) -> str:
    """Return a message in Chinese; the parts that the catalogue lacks stay as they are."""
    for pattern, chinese in patterns():
        found = pattern.fullmatch(message)
        if found:
            return chinese.format(*map(in_chinese, found.groups()))
    for joint, printed in JOINTS:
        head, mark, tail = message.partition(joint)
        if mark and (said := (in_chinese(head), in_chinese(tail))) != (head, tail):
            return printed.join(said)
    return message
