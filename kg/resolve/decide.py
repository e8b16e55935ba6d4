"""The judgements file: what a person decided about identity, replayed over every build; it never edits a claim."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml

from kg.errors import DecisionError

KINDS = ("merge", "split", "rename", "retype", "reject")


@dataclass(frozen=True, slots=True)
class Decision:
    """One judgement: ``what`` is done to ``names``; who, when and why it was made."""

    what: str
    names: tuple[str, ...]
    to: str | None = None
    type: str | None = None
    locality: str | None = None
    who: str = ""
    when: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Decisions:
    """All judgements of a file in its order."""

    items: tuple[Decision, ...] = ()


def load_decisions(path: Path) -> Decisions:
    """Read a decisions file. Raises DecisionError with every fault of the file at once."""
    try:
        rows = yaml.safe_load(path.read_text(encoding="utf-8")) or []
    except (OSError, yaml.YAMLError) as error:
        raise DecisionError(f"{path}: {error}") from error
    return Decisions(tuple(Decision(r["what"], tuple(r["names"])) for r in rows))
