"""Which cases kg reads right: every marked name, relation (with its title) and attribute is found, and nothing else is said."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from corpus import marked
from kg.evaluate import plain
from kg.export.pages import page_json
from kg.pipeline import build

Thing = tuple[str, frozenset[str]]
Fact = tuple[Any, ...]


def right(passages: Sequence[marked.Passage], folder: Path, reader: str) -> list[str]:
    """Return the names of the passages that are read right; each is a page of its own, laid down in ``folder``."""
    for passage in passages:
        (folder / f"{passage.id}.txt").write_text(marked.page_text(passage), encoding="utf-8")
    made = build([folder / f"{passage.id}.txt" for passage in passages], workers=1, reader=reader)
    ours = {read.page.name: page_json(made.corpus, read) for read in made.corpus.pages}
    return [p.genre for p in passages if is_right(marked.page_json(p), ours.get(f"{p.id}.txt", {"articles": []}))]


def is_right(gold: dict[str, Any], ours: dict[str, Any]) -> bool:
    """Whether a page says what the gold says and nothing else."""
    wanted, found = facts_of(gold), facts_of(ours)
    return names_of(gold) == names_of(ours) and covers(wanted, found) and covers(found, wanted)


def names_of(page: dict[str, Any]) -> set[tuple[str, str]]:
    """Return the names that a page prints, with their types."""
    return {(e["type"], plain(surface)) for article in page["articles"] for e in article["entities"] for surface in e["surfaces"]}


def facts_of(page: dict[str, Any]) -> list[Fact]:
    """Return the relations and attributes of a page; a thing is its type and all its names."""
    found: list[Fact] = []
    for article in page["articles"]:
        of: dict[str | None, Thing | None] = {
            e["id"]: (e["type"], frozenset(plain(name) for name in (*e["surfaces"], e["name"]))) for e in article["entities"]
        }
        found += [(of[r["s"]], r["p"], of.get(r.get("o")), plain(r["qualifiers"].get("title", ""))) for r in article["relations"]]
        found += [(of[a["of"]], a["key"], plain(a["value"])) for a in article["attributes"]]
    return found


def covers(some: Iterable[Fact], others: Sequence[Fact]) -> bool:
    """Whether each of some facts is among others."""
    return all(any(len(one) == len(other) and all(map(meet, one, other)) for other in others) for one in some)


def meet(one: Any, other: Any) -> bool:
    """Whether two parts of facts are alike: things if they share type and a name."""
    if isinstance(one, tuple) and isinstance(other, tuple):
        return one[0] == other[0] and bool(one[1] & other[1])
    return bool(one == other)
