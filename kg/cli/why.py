"""kg why: why two names are one entity, or two."""

from __future__ import annotations

from typing import Annotated

import typer

from kg.archive.archive import Archive
from kg.cli.console import EXPORTS, From, fail, out, store
from kg.errors import KgError
from kg.lexicon.messages import say
from kg.resolve.explain import explain, known


def why(
    one: Annotated[str, typer.Argument(help="A printed or canonical name, or an entity's id.", metavar="A")],
    other: Annotated[str, typer.Argument(help="Another name; the same name again to see its namesakes.", metavar="B")],
    from_: From = EXPORTS,
) -> None:
    """Explain why two names were joined, or why not, with quotes from the pages.

    \b
    Example:
      kg why 开发区 国家许昌经济技术开发区
    """
    try:
        with store(from_) as archive:
            lines = explain(archive.corpus, meant(archive, one), meant(archive, other))
    except KgError as error:
        fail(error)
    for line in lines:
        out.print(say(line), markup=False)


def meant(archive: Archive, name: str) -> str:
    """Return a name that entities have as it is; else the id of what ``kg show`` finds by it, or NameLookupError."""
    return name if known(archive.corpus, name) else archive.find(name).id
