"""kg serve: the workbench in a browser, on this machine."""

from __future__ import annotations

import threading
import webbrowser
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.console import EXPORTS, ReaderOption, fail, report
from kg.errors import KgError
from kg.stages import READERS

EXTRA = "kg serve needs the extra [web]; install it with: pip install 'kg-newspaper[web]'"
ORIGIN_HELP = "Another web page that may ask, as OpenRefine's: http://127.0.0.1:3333."
OriginOption = Annotated[list[str] | None, typer.Option("--origin", help=ORIGIN_HELP, metavar="ORIGIN")]
PAGES_HELP = "Folder of the files that were read, to show the printed pages; may be repeated."
PagesOption = Annotated[list[Path] | None, typer.Option("--pages", help=PAGES_HELP)]
DecisionsOption = Annotated[Path, typer.Option("--decisions", help="File for the answers of the review; created if it does not exist.")]


def serve(
    folder: Annotated[Path, typer.Argument(help="A folder written by kg build.")] = EXPORTS,
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port.")] = 8321,
    host: Annotated[str, typer.Option(help="Address to listen on; any but this machine's own needs --token.")] = "127.0.0.1",
    token: Annotated[str, typer.Option(envvar="KG_TOKEN", help="Password that everybody must show.", show_default=False)] = "",
    origin: OriginOption = None,
    decisions: DecisionsOption = Path("decisions.yaml"),
    pages: PagesOption = None,
    reader: ReaderOption = READERS[0],
    open_: Annotated[bool, typer.Option("--open/--no-open", help="Open it in a browser.")] = True,
) -> None:
    """Serve what kg build wrote as a workbench: search, dossiers, pages, review, SPARQL at /sparql, JSON at /api.

    It listens on this machine alone, and on no other address without --token. Ctrl-C ends it.

    \b
    Example:
      kg serve
      kg serve exports/ --port 9000 --no-open
    """
    try:
        import uvicorn

        from kg.serve.app import application
        from kg.serve.settings import Settings
    except ImportError as error:
        fail(f"{EXTRA} ({error})")
    settings = Settings(folder, decisions, host, port, token, tuple(origin or ()), reader, tuple(pages or ()))
    try:
        app = application(settings)
    except KgError as error:
        fail(error)
    report(f"serving {folder} at {settings.url}; Ctrl-C ends it")
    if open_:
        timer = threading.Timer(1.0, webbrowser.open, [settings.url + (f"?token={token}" if token else "")])
        timer.daemon = True
        timer.start()
    listen = partial(uvicorn.Config, limit_concurrency=200, timeout_keep_alive=15, timeout_graceful_shutdown=3)
    uvicorn.Server(listen(app, host=host, port=port, log_level="warning", server_header=False)).run()
