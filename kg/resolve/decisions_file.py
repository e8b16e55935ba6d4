"""Reads decisions.yaml and adds to it: every fault of the file is told at once, with its line; what was meant is never guessed.

Scalars are text as written (2024, yes, 否), keys are read once, and anchors are not read.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import yaml

from kg import ontology
from kg.errors import DecisionError, spelled
from kg.resolve.decide import EVENTS, FACTS, FIELDS, KINDS, NARROWING, SEVERAL, Decision, Decisions, Target, check, dump_decision

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
DATE = re.compile(r"\d{4}(?:-\d\d){0,2}")
WORDS = ("to", "predicate", "value", "who", "when", "why", *NARROWING)
"""Fields whose value is text."""


class Fault(Exception):
    """What is wrong with one entry of the file, and on which line (from 1)."""

    def __init__(self, line: int, reason: str) -> None:
        self.line = line
        self.reason = reason
        super().__init__(f"line {line}: {reason}")


class Row(dict[str, Any]):
    """A mapping of the file with the line it begins on."""

    line = 0


def load_decisions(path: Path) -> Decisions:
    """Read a decisions file; an empty file decides nothing. Raises DecisionError with every fault of the file at once."""
    root = composed(path)
    if root is None or (isinstance(root, yaml.ScalarNode) and not root.value):
        return Decisions((), str(path))
    if not isinstance(root, yaml.SequenceNode):
        raise DecisionError(f"{spelled(path)}: a decisions file is a list of decisions, each beginning with one of {', '.join(KINDS)}")
    items: list[Decision] = []
    faults: list[str] = []
    seen: set[int] = set()
    for number, node in enumerate(root.value, 1):
        try:
            items.append(read_row(value_of(node, seen), node.start_mark.line + 1))
        except Fault as fault:
            faults.append(f"line {fault.line}, decision {number}: {fault.reason}")
    if faults:
        raise DecisionError(f"{spelled(path)}: {'; '.join(faults)}")
    return check(Decisions(tuple(items), str(path)))


def composed(path: Path) -> yaml.Node | None:
    """Return the root node of a file, None if it is empty. Raises DecisionError with the line that cannot be read."""
    try:
        root: yaml.Node | None = yaml.compose(path.read_text(encoding="utf-8"), Loader=LOADER)
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise DecisionError(f"{spelled(path)}: line {line}: is not UTF-8; save the file as UTF-8") from error
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = f"line {mark.line + 1}, column {mark.column + 1}: " if mark else ""
        raise DecisionError(f"{spelled(path)}: {place}cannot be read as YAML: {error.problem or error.context}") from error
    except (OSError, ValueError, yaml.YAMLError, RecursionError) as error:
        raise DecisionError(f"{spelled(path)}: cannot be read as YAML: {' '.join(str(error).split())}") from error
    return root


def value_of(node: yaml.Node, seen: set[int]) -> Any:
    """Return a node of YAML as text, list or Row. Raises Fault for a key written twice and for what stands in two places (an alias)."""
    line = node.start_mark.line + 1
    if id(node) in seen:
        raise Fault(line, "refers to another place of the file (*); write it out")
    seen.add(id(node))
    if isinstance(node, yaml.ScalarNode):
        return str(node.value)
    if isinstance(node, yaml.SequenceNode):
        return [value_of(one, seen) for one in node.value]
    row = Row()
    row.line = line
    for key, value in node.value:
        name = value_of(key, seen)
        if not isinstance(name, str) or name in row:
            raise Fault(key.start_mark.line + 1, f"{name} is written twice" if isinstance(name, str) else "has a field that is no word")
        row[name] = value_of(value, seen)
    return row


def read_row(row: Any, line: int) -> Decision:
    """Make a decision of an entry. Raises Fault."""
    if not isinstance(row, Row):
        raise Fault(line, "is not a mapping; begin it with '- merge: [A, B]' or the like")
    kinds = [kind for kind in KINDS if kind in row]
    if len(kinds) != 1:
        raise Fault(line, f"needs exactly one of {', '.join(KINDS)}")
    refuse_fields(row, FIELDS)
    kind = kinds[0]
    shared = {part: row[part] for part in NARROWING if row.get(part)}
    targets = tuple(read_target(one, kind, shared, line) for one in listed(row[kind]))
    refuse_number(kind, targets, line)
    refuse_new_value(kind, row.get("to", ""), line)
    refuse_predicate(kind, row.get("predicate", ""), line)
    refuse_types([target.type for target in targets], kind, line)
    refuse_date(row.get("when", ""), line)
    who, when, why, predicate, value = (row.get(part, "") for part in ("who", "when", "why", "predicate", "value"))
    return Decision(kind, targets, row.get("to"), who, when, why, predicate, value, line)


def listed(value: Any) -> list[Any]:
    """Return a value that may stand alone or in a list as a list."""
    return value if isinstance(value, list) else [value]


def read_target(one: Any, kind: str, shared: dict[str, str], line: int) -> Target:
    """Make the target of a name, or of a mapping with a name. Raises Fault."""
    row = one if isinstance(one, Row) else {"name": one}
    if isinstance(one, Row):
        refuse_fields(one, {"name", *NARROWING})
    if not isinstance(row.get("name"), str):
        raise Fault(line, f"{kind} holds something that is not a name; write a name or {{name: …, locality: …}}")
    if not is_name(row["name"]):
        raise Fault(line, f"{kind} holds an empty name")
    return Target(**shared | {key: value for key, value in row.items() if value})


def is_name(text: str) -> bool:
    """Whether a text holds a letter or a digit: invisible characters and marks alone name nothing."""
    return any(character.isalnum() for character in text)


def refuse_fields(row: Row, known: Iterable[str]) -> None:
    """Raise Fault if a mapping has a field that means nothing, or one of words that holds something else."""
    unknown = sorted(set(row) - set(known))
    if unknown:
        raise Fault(row.line, f"has unknown fields {', '.join(unknown)}")
    wrong = [name for name in WORDS if name in row and not isinstance(row[name], str)]
    if wrong:
        raise Fault(row.line, f"{wrong[0]} takes one word or text, not a list or mapping")


def refuse_number(kind: str, targets: Sequence[Target], line: int) -> None:
    """Raise Fault if a decision of this kind has too few or too many names."""
    if kind in SEVERAL and len(targets) < 2:
        raise Fault(line, f"{kind} needs two names or more")
    if len(set(targets)) < len(targets):
        raise Fault(line, f"{kind} holds {next(one for one in targets if targets.count(one) > 1)} twice")
    if kind not in SEVERAL and len(targets) != 1:
        raise Fault(line, f"{kind} takes one name")


def refuse_new_value(kind: str, value: str, line: int) -> None:
    """Raise Fault if the field ``to`` does not fit a decision of this kind."""
    types = ontology.load().types
    if kind in ("rename", "retype", "owner", "status") and not is_name(value):
        raise Fault(line, f"{kind} needs 'to'")
    if kind == "retype" and value not in types:
        raise Fault(line, f"there is no type {value}; the types are {', '.join(types)}")
    statuses = ontology.load().statuses
    if kind == "status" and value not in statuses:
        raise Fault(line, f"there is no status {value}; the statuses are {', '.join(statuses)}")


def refuse_predicate(kind: str, predicate: str, line: int) -> None:
    """Raise Fault if a decision about a fact does not say which, or one about a name does."""
    known = (*ontology.load().predicates, *ontology.load().attributes)
    if kind in EVENTS and predicate not in (*known, *ontology.load().event_kinds):
        raise Fault(line, f"{kind} needs a predicate or a kind of event; there are {', '.join((*known, *ontology.load().event_kinds))}")
    if kind in FACTS and kind not in EVENTS and predicate not in known:
        raise Fault(line, f"{kind} needs a predicate; the predicates are {', '.join(known)}")
    if kind not in FACTS and predicate:
        raise Fault(line, f"{kind} is about names and takes no predicate")


def refuse_types(found: Sequence[str | None], kind: str, line: int) -> None:
    """Raise Fault for a type that is none, and for a merge of things of two types."""
    types = ontology.load().types
    strange = [type_ for type_ in found if type_ and type_ not in types]
    if strange:
        raise Fault(line, f"there is no type {strange[0]}; the types are {', '.join(types)}")
    told = sorted({type_ for type_ in found if type_})
    if kind == "merge" and len(told) > 1:
        raise Fault(line, f"joins things of different types ({' and '.join(told)}); retype one of them first")


def refuse_date(when: str, line: int) -> None:
    """Raise Fault if ``when`` is no day, month or year."""
    if not when:
        return
    try:
        if not DATE.fullmatch(when):
            raise ValueError(when)
        datetime.date.fromisoformat(when + "-01" * (2 - when.count("-")))
    except ValueError as error:
        raise Fault(line, f"when is no date: {when}; write it as 2024-03-01") from error


def append_decisions(path: Path, made: Iterable[Decision]) -> Decisions:
    """Append decisions to a file and return all it now holds; nothing is written if they contradict it, or are dated by no date."""
    before = load_decisions(path) if path.exists() else Decisions(path=str(path))
    new: Sequence[Decision] = [d for d in made if d not in before.items]
    for decision in new:
        try:
            refuse_date(decision.when, 0)
        except Fault as fault:
            raise DecisionError(fault.reason) from fault
    after = check(Decisions((*before.items, *new), str(path)))
    if new:
        old = path.read_text(encoding="utf-8") if path.exists() else ""
        path.write_text(old + ("" if not old or old.endswith("\n") else "\n") + "".join(map(dump_decision, new)), encoding="utf-8")
    return after
