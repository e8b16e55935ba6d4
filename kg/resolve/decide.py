"""decisions.yaml: a user's decisions about identity, replayed over every build; they never edit a claim.

    - merge: [森源电气, 河南森源电气股份有限公司]      two names are one thing
      type: company
      who: 王编辑
      when: 2024-03-01
      why: the annual report says so
    - split: [{name: 周立平, locality: 滁州市}, {name: 周立平, locality: 盐城市}]
    - rename: 开发区            - retype: 荣贤变           - reject: 西北风
      to: 国家许昌经济技术开发区      to: facility

A name matches what is printed or filed; ``type``, ``locality`` (city) and ``page`` (file name) narrow it, for the whole decision or for
one name. A decision that matches nothing is reported; two that contradict each other are a DecisionError that names both.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import Any

import yaml

from kg import ontology
from kg.errors import DecisionError
from kg.names.anatomy import plain

KINDS = ("merge", "split", "rename", "retype", "reject")
SEVERAL = ("merge", "split")
"""The kinds that take two names or more; the others take one."""
NARROWING = ("type", "locality", "page")
FIELDS = frozenset({*KINDS, *NARROWING, "to", "who", "when", "why"})


@dataclass(frozen=True, slots=True)
class Target:
    """What one name of a decision points at."""

    name: str
    type: str | None = None
    locality: str | None = None
    page: str | None = None

    def __str__(self) -> str:
        narrow = ", ".join(str(part) for part in (self.type, self.locality, self.page) if part)
        return f"{self.name} ({narrow})" if narrow else self.name


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision: ``kind`` is applied to ``targets``; ``to`` is the new name or type; who, when and why it was made."""

    kind: str
    targets: tuple[Target, ...]
    to: str | None = None
    who: str = ""
    when: str = ""
    why: str = ""

    def __str__(self) -> str:
        text = f"{self.kind} {' + '.join(map(str, self.targets))}" + (f" to {self.to}" if self.to else "")
        return text + (f" [{', '.join(part for part in (self.who, self.when) if part)}]" if self.who or self.when else "")

    @property
    def reason(self) -> str:
        """The reason given for a join or refusal made by this decision."""
        by = " ".join(part for part in (self.who, self.when) if part)
        return f"decided{' by ' + by if by else ''}{': ' + self.why if self.why else ''}"


@dataclass(frozen=True, slots=True)
class Decisions:
    """All decisions of a file, in its order."""

    items: tuple[Decision, ...] = ()
    path: str = field(default="", compare=False)

    def of(self, *kinds: str) -> list[Decision]:
        """Return the decisions of these kinds."""
        return [item for item in self.items if item.kind in kinds]


def load_decisions(path: Path) -> Decisions:
    """Read a decisions file; an empty file decides nothing. Raises DecisionError with every fault of the file at once."""
    try:
        found = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise DecisionError(f"{path}: cannot be read as YAML: {' '.join(str(error).split())}") from error
    if found is not None and not isinstance(found, list):
        raise DecisionError(f"{path}: a decisions file is a list of decisions, each beginning with one of {', '.join(KINDS)}")
    items: list[Decision] = []
    faults: list[str] = []
    for number, row in enumerate(found or [], 1):
        fault = fault_of(row)
        if fault:
            faults.append(f"decision {number}: {fault}")
        else:
            items.append(read_row(row))
    if faults:
        raise DecisionError(f"{path}: {'; '.join(faults)}")
    return check(Decisions(tuple(items), str(path)))


def fault_of(row: Any) -> str:
    """Return what is wrong with one entry of the file; empty if nothing is."""
    if not isinstance(row, dict):
        return "is not a mapping; begin it with '- merge: [A, B]' or the like"
    kinds = [kind for kind in KINDS if kind in row]
    unknown = sorted(str(name) for name in row if name not in FIELDS)
    if len(kinds) != 1:
        return f"needs exactly one of {', '.join(KINDS)}"
    if unknown:
        return f"has unknown fields {', '.join(unknown)}"
    return fault_of_names(kinds[0], listed(row[kinds[0]])) or fault_of_new_value(kinds[0], row.get("to"))


def fault_of_names(kind: str, names: Sequence[Any]) -> str:
    """Return what is wrong with the names of a decision of this kind; empty if nothing is."""
    if not all(isinstance(name.get("name") if isinstance(name, dict) else name, str) for name in names):
        return f"{kind} holds something that is not a name; write a name or {{name: …, locality: …}}"
    if kind in SEVERAL:
        return "" if len(names) > 1 else f"{kind} needs two names or more"
    return "" if len(names) == 1 else f"{kind} takes one name"


def fault_of_new_value(kind: str, value: Any) -> str:
    """Return what is wrong with the field ``to`` of a decision of this kind; empty if nothing is."""
    if kind in ("rename", "retype") and not isinstance(value, str):
        return f"{kind} needs 'to'"
    types = ontology.load().types
    return f"there is no type {value}; the types are {', '.join(types)}" if kind == "retype" and value not in types else ""


def listed(value: Any) -> list[Any]:
    """Return a value that may stand alone or in a list as a list."""
    return value if isinstance(value, list) else [value]


def read_row(row: dict[str, Any]) -> Decision:
    """Make a decision of an entry without faults."""
    kind = next(k for k in KINDS if k in row)
    shared = {part: str(row[part]) for part in NARROWING if row.get(part)}
    targets = []
    for one in listed(row[kind]):
        own = {"name": one} if isinstance(one, str) else {key: str(value) for key, value in one.items() if key in ("name", *NARROWING)}
        targets.append(Target(**shared | own))
    return Decision(kind, tuple(targets), row.get("to"), *(str(row.get(part) or "") for part in ("who", "when", "why")))


def check(decisions: Decisions) -> Decisions:
    """Return the decisions; raise DecisionError that names both of every two that contradict each other."""
    faults = [f"«{one}» contradicts «{other}»" for one, other in combinations(decisions.items, 2) if contradict(one, other)]
    faults += merged_and_split(decisions)
    if faults:
        raise DecisionError(f"{decisions.path or 'decisions'}: {'; '.join(dict.fromkeys(faults))}; keep one of them")
    return decisions


def contradict(one: Decision, other: Decision) -> bool:
    """Whether two decisions contradict each other, merges and splits aside."""
    kinds = {one.kind, other.kind}
    shared = {(plain(t.name), t.type, t.locality, t.page) for t in one.targets} & {
        (plain(t.name), t.type, t.locality, t.page) for t in other.targets
    }
    if not shared:
        return False
    if one.kind == other.kind and one.kind in ("rename", "retype"):
        return one.to != other.to
    return "reject" in kinds and len(kinds) == 2


def merged_and_split(decisions: Decisions) -> list[str]:
    """Return the splits of names that merges make one, over any number of merges."""
    group: dict[Target, set[Target]] = {}
    source: dict[Target, list[Decision]] = {}
    for merge in decisions.of("merge"):
        whole = set().union(*(group.get(t, {t}) for t in merge.targets))
        for target in whole:
            group[target] = whole
        for target in merge.targets:
            source.setdefault(target, []).append(merge)
    return [
        f"«{split}» contradicts «{source[one][0]}»"
        for split in decisions.of("split")
        for one, other in combinations(split.targets, 2)
        if other in group.get(one, ()) and one != other
    ]


def dump_decision(decision: Decision) -> str:
    """Return one decision as the YAML that ``load_decisions`` reads back."""
    targets = [filled(target, "name", *NARROWING) for target in decision.targets]
    names: list[Any] = [t["name"] if len(t) == 1 else t for t in targets]
    row: dict[str, Any] = {decision.kind: names if decision.kind in SEVERAL else names[0]}
    row |= filled(decision, "to", "who", "when", "why")
    return yaml.safe_dump([row], allow_unicode=True, sort_keys=False, default_flow_style=None, width=200)


def filled(record: Target | Decision, *names: str) -> dict[str, str]:
    """Return the fields of a record that are not empty."""
    return {name: value for name in names if (value := getattr(record, name))}


def append_decisions(path: Path, made: Iterable[Decision]) -> Decisions:
    """Append decisions to a file and return all it now holds; nothing is written if they contradict it."""
    before = load_decisions(path) if path.exists() else Decisions(path=str(path))
    new: Sequence[Decision] = [d for d in made if d not in before.items]
    after = check(Decisions((*before.items, *new), str(path)))
    if new:
        old = path.read_text(encoding="utf-8") if path.exists() else ""
        path.write_text(old + ("" if not old or old.endswith("\n") else "\n") + "".join(map(dump_decision, new)), encoding="utf-8")
    return after
