"""The shelf of questions in ontology/queries: their titles, their parameters, and the query with values put in.

A file is SPARQL as it stands, so that any tool runs it; comment lines at its head say what it is:

    # title@zh: 与某人同场的人
    # title@en: Who was at the same events as a person
    # param person: ?personName@zh | 人名，任一写法 | a person's name in any printed form
    ...
      #: person

The line that ends in ``#: person`` is where a value goes: it becomes ``VALUES ?personName { "柳长河"@zh }``. A parameter
without a value leaves its line as it is, and so asks of everybody. ``?min`` without @zh is a number.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.errors import QueryError
from kg.ontology import queries

TITLE = re.compile(r"# title@(zh|en): (.+)")
PARAMETER = re.compile(r"# param (?P<key>[\w-]+): \?(?P<variable>\w+)(?P<language>@zh)? \| (?P<zh>.+?) \| (?P<en>.+)")
SLOT = re.compile(r"^(?P<indent>[ \t]*).*#: (?P<key>[\w-]+)[ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value that a question takes: the variable it binds; ``is_text`` False for a number."""

    key: str
    variable: str
    is_text: bool
    about_zh: str
    about_en: str


@dataclass(frozen=True, slots=True)
class Question:
    """One file of the shelf."""

    name: str
    title_zh: str
    title_en: str
    parameters: tuple[Parameter, ...]
    text: str

    def fill(self, values: Mapping[str, str]) -> str:
        """Return the query with these values put in. Raises QueryError for a key it does not know or a number that is none."""
        known = {parameter.key: parameter for parameter in self.parameters}
        unknown = sorted(set(values) - set(known))
        if unknown:
            takes = ", ".join(known) or "no parameter"
            raise QueryError(f"question {self.name} does not take {', '.join(unknown)}; it takes {takes}")
        return SLOT.sub(lambda slot: self._slot(slot, known, values), self.text)

    def _slot(self, slot: re.Match[str], known: Mapping[str, Parameter], values: Mapping[str, str]) -> str:
        if slot["key"] not in values:
            return slot[0]
        parameter, value = known[slot["key"]], values[slot["key"]]
        if not parameter.is_text and not re.fullmatch(r"-?\d+(?:\.\d+)?", value, re.ASCII):
            raise QueryError(f"question {self.name}: {parameter.key} is a number, not {value!r}")
        literal = json.dumps(value, ensure_ascii=False) + "@zh" if parameter.is_text else value
        return f"{slot['indent']}VALUES ?{parameter.variable} {{ {literal} }}"


def questions() -> tuple[Question, ...]:
    """Read the whole shelf, by name. Raises QueryError if a file lacks a title."""
    return tuple(read(path) for path in queries())


def question(name: str) -> Question:
    """Return one question; QueryError that lists the shelf if there is none of that name."""
    shelf = {found.name: found for found in questions()}
    if name not in shelf:
        raise QueryError(f"no question is called {name!r}; there are {', '.join(shelf)}")
    return shelf[name]


def read(path: Path) -> Question:
    """Read one .rq file."""
    text = path.read_text(encoding="utf-8")
    titles = dict(TITLE.findall(text))
    if set(titles) != {"zh", "en"}:
        raise QueryError(f"{path}: needs a '# title@zh: ' and a '# title@en: ' line")
    parameters = tuple(Parameter(m["key"], m["variable"], bool(m["language"]), m["zh"], m["en"]) for m in PARAMETER.finditer(text))
    return Question(path.stem, titles["zh"], titles["en"], parameters, text)
