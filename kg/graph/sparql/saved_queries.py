"""The saved queries in ontology/queries: titles, parameters, and the query with values filled in.

A file is SPARQL as it stands, so that any tool runs it; comment lines at its head say what it is:

    # title@zh: 与某人同场的人
    # title@en: Who was at the same events as a person
    # param person: ?p kg:name @zh | 人名，任一写法 | a person's name in any printed form
    # param min: ?min | 至少几个 | how many at least
    ...
      #: person
      VALUES ?min { 2 } #: min

The line that ends in ``#: person`` is where a value goes: it becomes ``?p kg:name "柳长河"@zh .``, and ``VALUES ?min { 3 }``
for a number. A parameter without a value leaves its line as it is, so that the query covers everybody; one marked ``person!`` is
required, because the query would otherwise compare everything with everything.

What keeps them below a second on a store of a million triples (bench/triples.py), seen by measure of pyoxigraph 0.5:

- A sub-query that ends after as many rows as are asked for, ordered as they are, each of which gives a row or more, comes first; the
  names and quotes of all the others are then never looked up. It also tells the planner where to begin.
- What is grouped is found once (the last day of each post), not looked for again for every row (FILTER NOT EXISTS with an inequality).
- The planner begins with the smallest part and takes VALUES for small: FILTER (?x IN (…)) where the values are common. It looks up one
  triple, or a UNION of single triples, for each row; a UNION or OPTIONAL of several is found whole first.
- An OPTIONAL on a variable that may be unbound (an aggregate, another OPTIONAL) compares everything with everything.
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
PARAMETER = re.compile(r"# param (?P<key>[\w-]+)(?P<needed>!)?: (?P<pattern>.+?) \| (?P<zh>.+?) \| (?P<en>.+)")
SLOT = re.compile(r"^(?P<indent>[ \t]*).*#: (?P<key>[\w-]+)[ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a saved query; ``pattern`` is a triple that ends in @zh, or the variable of a number."""

    key: str
    pattern: str
    needed: bool
    about_zh: str
    about_en: str

    def put(self, value: str) -> str:
        """Return the line of SPARQL that holds this value. Raises QueryError if a number is asked for and it is none."""
        if self.pattern.endswith("@zh"):
            return f"{self.pattern.removesuffix('@zh')}{json.dumps(value, ensure_ascii=False)}@zh ."
        if not re.fullmatch(r"-?\d+(?:\.\d+)?", value, re.ASCII):
            raise QueryError(f"{self.key} must be a number, not {value!r}")
        return f"VALUES {self.pattern} {{ {value} }}"


@dataclass(frozen=True, slots=True)
class Question:
    """One saved query: a file of ontology/queries."""

    name: str
    title_zh: str
    title_en: str
    parameters: tuple[Parameter, ...]
    text: str

    def fill(self, values: Mapping[str, str]) -> str:
        """Return the query with these values put in. Raises QueryError for an unknown key, a missing one or a bad number."""
        known = {parameter.key: parameter for parameter in self.parameters}
        unknown = sorted(set(values) - set(known))
        if unknown:
            takes = ", ".join(known) or "none"
            raise QueryError(f"saved query {self.name} has no parameter {', '.join(unknown)}; its parameters: {takes}")
        missing = [parameter.key for parameter in self.parameters if parameter.needed and parameter.key not in values]
        if missing:
            raise QueryError(f"saved query {self.name} needs " + " and ".join(f"--set {key}=…" for key in missing))
        return SLOT.sub(
            lambda slot: slot["indent"] + known[slot["key"]].put(values[slot["key"]]) if slot["key"] in values else slot[0], self.text
        )


def questions() -> tuple[Question, ...]:
    """Read all saved queries, by name. Raises QueryError if a file lacks a title."""
    return tuple(read(path) for path in queries())


def question(name: str) -> Question:
    """Return a saved query by name; QueryError that lists them if there is none of that name."""
    saved = {found.name: found for found in questions()}
    if name not in saved:
        raise QueryError(f"no saved query is called {name!r}; there are {', '.join(saved)}")
    return saved[name]


def read(path: Path) -> Question:
    """Read one .rq file."""
    text = path.read_text(encoding="utf-8")
    titles = dict(TITLE.findall(text))
    if set(titles) != {"zh", "en"}:
        raise QueryError(f"{path}: needs a '# title@zh: ' and a '# title@en: ' line")
    parameters = tuple(Parameter(m["key"], m["pattern"], bool(m["needed"]), m["zh"], m["en"]) for m in PARAMETER.finditer(text))
    return Question(path.stem, titles["zh"], titles["en"], parameters, text)
