"""An import only ever points up the layout (design.md §3)."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import kg

ROOT = Path(kg.__file__).parent
LAYERS = ("errors", "model", "ids", "ontology", "lexicon", "text", "extract", "resolve", "graph", "export", "pipeline", "evaluate", "cli")
"""From the top down; design.md puts lexicon below text, but a byline is only read with the surnames at hand."""
MODULES = sorted(ROOT.rglob("*.py"))


def layer_of(module: str) -> int:
    return LAYERS.index(module.split(".")[1])


def imported(path: Path) -> set[str]:
    """Modules of kg that run on import of ``path``; names under TYPE_CHECKING and inside functions do not count."""
    found: set[str] = set()
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "kg":
            found |= {f"kg.{alias.name}" for alias in node.names} if node.module == "kg" else {node.module}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names if alias.name.startswith("kg.")}
    return {name for name in found if name.split(".")[1] in LAYERS}


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_imports_point_up(path: Path) -> None:
    parts = ("kg", *path.relative_to(ROOT).with_suffix("").parts)
    if parts[1] == "__init__":
        return
    downward = {name for name in imported(path) if layer_of(name) > layer_of(".".join(parts))}
    assert not downward


def test_every_module_has_a_layer() -> None:
    strangers = {path.relative_to(ROOT).parts[0].removesuffix(".py") for path in MODULES} - set(LAYERS) - {"__init__"}
    assert not strangers


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_nothing_imports_the_command_line(path: Path) -> None:
    if path.relative_to(ROOT).parts[0] == "cli":
        return
    assert "kg.cli" not in path.read_text(encoding="utf-8")
