"""The command line: one module per command, registered here."""

from __future__ import annotations

from typing import Annotated

import typer

from kg import __version__
from kg.cli.build import build
from kg.cli.check import check
from kg.cli.clippings.clip import clip
from kg.cli.evaluate import evaluate
from kg.cli.export import export, formats
from kg.cli.extract import extract
from kg.cli.pages import pages
from kg.cli.query import query
from kg.cli.review import review
from kg.cli.rules import rules
from kg.cli.serving.mcp import mcp
from kg.cli.serving.serve import serve
from kg.cli.show import show
from kg.cli.streams import guarded
from kg.cli.trace import trace
from kg.cli.why import why

app = typer.Typer(
    name="kg",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for command in (build, extract, pages, show, clip, trace, why, query, check, export, formats, review, serve, mcp, rules, evaluate):
    app.command()(command)


def version(asked: bool) -> None:
    """Print the version and exit."""
    if asked:
        typer.echo(f"kg {__version__}")
        raise typer.Exit


@app.callback()
def top(_: Annotated[bool, typer.Option("--version", callback=version, is_eager=True, help="Print the version.")] = False) -> None:
    """Knowledge graphs of organisations and projects from Chinese newspaper pages: offline, every link with its quote."""


def main() -> None:
    """Run the command line; bad input is one line on stderr and exit code 2."""
    guarded(app)


if __name__ == "__main__":
    main()
