"""decisions.yaml: a user's decisions about names and facts, replayed over every build (docs/decisions.md).

    - merge: [森源电气, 河南森源电气股份有限公司]      two names are one thing
      type: company
      who: 王编辑
      when: 2024-03-01
      why: the annual report says so
    - split: [{name: 周立平, locality: 滁州市}, {name: 周立平, locality: 盐城市}]
    - rename: 开发区            - retype: 荣贤变           - reject: 西北风
      to: 国家许昌经济技术开发区      to: facility
    - wrong: 云溪水厂            - owner: 青桐集团        - status: 云溪水厂
      predicate: area            predicate: patents     predicate: status
      value: 420亩               to: 禾晟建设            to: planned

A name matches what is printed or filed; ``type``, ``locality`` (city) and ``page`` (file name) narrow it, for the whole decision or for
one name. A decision that matches nothing is reported; two that contradict each other are a DecisionError that names both.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

import yaml
from networkx.utils import UnionFind

from kg.errors import DecisionError, spelled
from kg.names.anatomy import plain

FACTS = ("right", "wrong", "owner", "status")
"""The kinds that are about what is said of a name, not about the name."""
EVENTS = ("right", "wrong")
"""Those of them that may be about an event too: ``predicate`` is then its kind, ``value`` words of its quote."""
KINDS = ("merge", "split", "rename", "retype", "reject", *FACTS)
SEVERAL = ("merge", "split")
"""The kinds that take two names or more; the others take one."""
NARROWING = ("type", "locality", "page")
NAMED = 5
"""So many names of a decision are told in messages."""
FIELDS = frozenset({*KINDS, *NARROWING, "to", "predicate", "value", "who", "when", "why"})


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


def listed(targets: Sequence[Target], between: str) -> str:
    """Return names as messages list them: the first NAMED, and how many more there are."""
    more = f"{between}{len(targets) - NAMED:,} more" if len(targets) > NAMED else ""
    return between.join(map(str, targets[:NAMED])) + more


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision: ``kind`` is applied to ``targets``; ``to`` is the new name, type, owner or status.

    ``predicate`` and ``value`` say which fact is meant; who, when and why the decision was made. ``line`` is where it begins in its file
    (from 1), 0 if it is in none yet; two decisions that differ in it alone are one.
    """

    kind: str
    targets: tuple[Target, ...]
    to: str | None = None
    who: str = ""
    when: str = ""
    why: str = ""
    predicate: str = ""
    value: str = ""
    line: int = field(default=0, compare=False)

    def __str__(self) -> str:
        names = listed(self.targets, " + ")
        text = " ".join(part for part in (self.kind, names, self.predicate, self.value) if part) + (f" to {self.to}" if self.to else "")
        return text + (f" [{', '.join(part for part in (self.who, self.when) if part)}]" if self.who or self.when else "")

    @property
    def reason(self) -> str:
        """The reason given for a join or refusal made by this decision."""
        by = " ".join(part for part in (self.who, self.when) if part)
        if self.why:
            return f"decided by {by}: {self.why}" if by else f"decided: {self.why}"
        return f"decided by {by}" if by else "decided"


@dataclass(frozen=True, slots=True)
class Decisions:
    """All decisions of a file, in its order."""

    items: tuple[Decision, ...] = ()
    path: str = field(default="", compare=False)

    def of(self, *kinds: str) -> list[Decision]:
        """Return the decisions of these kinds."""
        return [item for item in self.items if item.kind in kinds]


def check(decisions: Decisions) -> Decisions:
    """Return the decisions; raise DecisionError that names both of every two that contradict each other."""
    faults = [against_each_other(*pair) for pair in (*contradictions(decisions.items), *merged_and_split(decisions))]
    if faults:
        raise DecisionError(f"{spelled(decisions.path) or 'decisions'}: {'; '.join(dict.fromkeys(faults))}; keep one of them")
    return decisions


def against_each_other(one: Decision, other: Decision) -> str:
    """Return what is said of two decisions that contradict each other, the later first: both, with their lines if they are in a file."""
    first, last = sorted((one, other), key=lambda decision: decision.line or math.inf)
    return f"{quoted(last)} contradicts {quoted(first)}"


def quoted(decision: Decision) -> str:
    """Return a decision in quotation marks with its line."""
    return f"«{decision}»" + (f" (line {decision.line})" if decision.line else "")


def about_names(decision: Decision) -> bool:
    """Whether a decision is about names, not about what is said of them."""
    return decision.kind not in FACTS


def contradictions(items: Sequence[Decision]) -> Iterator[tuple[Decision, Decision]]:
    """Yield the pairs of decisions on one name that contradict each other, merges and splits aside."""
    of_name: dict[tuple[str | None, ...], list[Decision]] = defaultdict(list)
    for item in filter(about_names, items):
        for key in dict.fromkeys((plain(t.name), t.type, t.locality, t.page) for t in item.targets):
            of_name[key].append(item)
    for same in of_name.values():
        yield from against(same)


def against(same: Sequence[Decision]) -> Iterator[tuple[Decision, Decision]]:
    """Yield the pairs of decisions on one name that contradict each other: two new names or types, a rejection and anything else."""
    for kind in ("rename", "retype"):
        given = [item for item in same if item.kind == kind]
        yield from ((given[0], item) for item in given if item.to != given[0].to)
    refused = [item for item in same if item.kind == "reject"]
    yield from ((refused[0], item) for item in same if refused and item.kind != "reject")


def merged_and_split(decisions: Decisions) -> list[tuple[Decision, Decision]]:
    """Return the splits of names that merges make one, over any number of merges, each with the first merge of one of its names."""
    source: dict[Target, Decision] = {}
    joined = UnionFind()
    for merge in decisions.of("merge"):
        joined.union(*merge.targets)
        for target in merge.targets:
            source.setdefault(target, merge)
    return [
        (split, source[one])
        for split in decisions.of("split")
        for one, other in combinations(split.targets, 2)
        if one != other and one in source and other in source and joined[one] == joined[other]
    ]


def dump_decision(decision: Decision) -> str:
    """Return one decision as the YAML that ``load_decisions`` reads back."""
    targets = [filled(target, "name", *NARROWING) for target in decision.targets]
    names: list[Any] = [t["name"] if len(t) == 1 else t for t in targets]
    row: dict[str, Any] = {decision.kind: names if decision.kind in SEVERAL else names[0]}
    row |= filled(decision, "predicate", "value", "to", "who", "when", "why")
    return yaml.safe_dump([row], allow_unicode=True, sort_keys=False, default_flow_style=None, width=200)


def filled(record: Target | Decision, *names: str) -> dict[str, str]:
    """Return the fields of a record that are not empty."""
    return {name: value for name in names if (value := getattr(record, name))}
