"""An import only ever points up the house (CONTRIBUTING.md), and rooms that stand side by side know nothing of one another."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import pytest

import kg

ROOT = Path(kg.__file__).parent
LAYERS = (
    "errors pool",
    "model",
    "scratch",
    "shelf",
    "reading",
    "ids",
    "ontology",
    "lexicon",
    "names values",
    "text reader extract resolve",
    "proposals proposers",
    "stages",
    "graph",
    "archive",
    "export",
    "cluster",
    "pipeline",
    "evaluate",
    "serve",
    "cli",
)
"""From the top down; rooms on one line stand side by side and import nothing of one another."""
RANK = {room: rank for rank, rooms in enumerate(LAYERS) for room in rooms.split()}
MODULES = sorted(ROOT.rglob("*.py"))


def layer_of(module: str) -> int:
    return RANK[module.split(".")[1]]


@cache
def imported(path: Path) -> set[str]:
    """Modules of kg that run on import of ``path``; names under TYPE_CHECKING and inside functions do not count."""
    found: set[str] = set()
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "kg":
            found |= {f"kg.{alias.name}" for alias in node.names} if node.module == "kg" else {node.module}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names if alias.name.startswith("kg.")}
    return {name for name in found if name.split(".")[1] in RANK}


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_imports_point_up(path: Path) -> None:
    parts = ("kg", *path.relative_to(ROOT).with_suffix("").parts)
    if parts[1] == "__init__":
        return
    own = layer_of(".".join(parts))
    assert not {name for name in imported(path) if layer_of(name) > own}
    assert not {name for name in imported(path) if layer_of(name) == own and name.split(".")[1] != parts[1]}


def test_every_room_has_a_layer_and_every_layer_is_there() -> None:
    assert {path.relative_to(ROOT).parts[0].removesuffix(".py") for path in MODULES} - {"__init__"} == set(RANK)


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_nothing_imports_the_command_line(path: Path) -> None:
    if path.relative_to(ROOT).parts[0] == "cli":
        return
    assert "kg.cli" not in path.read_text(encoding="utf-8")
