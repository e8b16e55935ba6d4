"""kg mcp: what kg build wrote, for an assistant that speaks the Model Context Protocol."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.console import EXPORTS, fail
from kg.errors import KgError


def mcp(folder: Annotated[Path, typer.Argument(help="A folder written by kg build.")] = EXPORTS) -> None:
    """Answer an assistant over standard input and output (Model Context Protocol), each answer with its quotes.

    Tools: search, dossier, trace, timeline, quote, what_is_new, sparql. Nothing is changed. Under kg serve the same is at /mcp.

    \b
    Example:
      kg mcp exports/
    """
    try:
        from kg.serve.assistant import assistant
        from kg.serve.settings import Settings
        from kg.serve.workspace import Workspace
    except ImportError as error:
        fail(f"kg mcp needs the extra [web]; install it with: pip install 'kg-newspaper[web]' ({error})")
    try:
        server = assistant(Workspace(folder), Settings(folder))
    except KgError as error:
        fail(error)
    if not hasattr(sys.stdout, "buffer"):
        fail("standard output is closed: no assistant would hear an answer; start kg mcp from the assistant")
    server.run("stdio")
