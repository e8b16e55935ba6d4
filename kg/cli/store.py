"""Where the commands that ask find what `kg build` wrote."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.export import facts
from kg.model import Corpus

From = Annotated[Path, typer.Option("--from", help="Folder that kg build wrote, or a facts.json.")]
EXPORTS = Path("exports")


def corpus_from(place: Path) -> Corpus:
    """Read the corpus of a build. Raises ExportError, which says to run kg build, if there is none."""
    return facts.read(place if place.suffix == ".json" else place / "facts.json")
