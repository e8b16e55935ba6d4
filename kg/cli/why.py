"""kg why: why two names are one thing, or two."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.building import run
from kg.cli.console import fail, out
from kg.errors import KgError
from kg.resolve.explain import explain

DECISIONS = Path("decisions.yaml")


def why(
    one: Annotated[str, typer.Argument(help="A name as printed or filed, or an entity's id.", metavar="A")],
    other: Annotated[str, typer.Argument(help="Another; the same again to see its namesakes.", metavar="B")],
    paths: Annotated[list[Path], typer.Argument(help="Pages or folders of pages.", metavar="PATH...")],
    decisions: Annotated[Path | None, typer.Option(help="decisions.yaml to replay (default: the one in this folder, if any).")] = None,
) -> None:
    """Tell why two names were joined, or why not, with the words of the pages.

    \b
    Example:
      kg why 森源电气 河南森源电气股份有限公司 seeds/
    """
    try:
        made = run(paths, decisions=decisions or (DECISIONS if DECISIONS.is_file() else None))
        lines = explain(made.corpus, one, other)
    except KgError as error:
        fail(error)
    for line in lines:
        out.print(line, markup=False)
