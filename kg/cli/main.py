"""The command line: one module per command, listed here and imported when it is called."""

from __future__ import annotations

import io
import os
import re
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from kg import __version__
from kg.cli.streams import guarded
from kg.lexicon.messages import LANGUAGES, chosen, entries, in_chinese, say

SETTINGS: dict[str, Any] = {"help_option_names": ["-h", "--help"]}
COMMANDS = {
    "build": ("kg.cli.build", "Read newspaper pages and write the graph extracted from them."),
    "watch": (
        "kg.cli.news.watch",
        "Build what arrives in a folder, and print one line for each edition: its pages, and what is new by them; Ctrl-C ends it.",
    ),
    "extract": ("kg.cli.extract", "Write each page's articles, entities, relations, events and attributes as JSON, with page spans."),
    "pages": (
        "kg.cli.pages",
        "Show how pages are understood: articles in order, headlines, credits, dates, places, seams with scores, leftover text.",
    ),
    "show": (
        "kg.cli.show",
        "Print everything known about a person, organisation, project, place or event, with the quote behind each line.",
    ),
    "clip": (
        "kg.cli.clippings.clip",
        "Cut out of the printed pages what says each fact about a name, with its words marked; one PNG for each quote.",
    ),
    "trace": ("kg.cli.trace", "Print the best-evidenced paths between two names, each step with its quote; exit 1 if nothing links them."),
    "why": ("kg.cli.why", "Explain why two names were joined, or why not, with quotes from the pages."),
    "diff": ("kg.cli.news.diff", "Tell what is new between two archives, or between two days of one: by name, with quotes."),
    "query": ("kg.cli.query", "Query the graph in SPARQL: SELECT, ASK, CONSTRUCT or DESCRIBE."),
    "check": ("kg.cli.check", "Check an exported graph: SHACL shapes, a claim behind every link, and every quote against its page."),
    "export": (
        "kg.cli.export",
        "Write the graph in other formats: CSV, GraphML, GEXF, JSON-LD, N-Quads, Neo4j, FollowTheMoney and more (kg formats).",
    ),
    "formats": ("kg.cli.export", "List the formats that kg export can write."),
    "review": (
        "kg.cli.review",
        "List the joins, names, facts and events that the program is least sure of, with quotes, and write your answers to decisions.yaml.",
    ),
    "serve": (
        "kg.cli.serving.serve",
        "Serve what kg build wrote as a workbench: search, dossiers, pages, review, SPARQL at /sparql, JSON at /api.",
    ),
    "mcp": (
        "kg.cli.serving.mcp",
        "Answer an assistant over standard input and output (Model Context Protocol), each answer with its quotes.",
    ),
    "rules": (
        "kg.cli.rules",
        "Print the rules that make claims: id, predicate, confidence, a text that each fires on and a near one that it does not.",
    ),
    "evaluate": ("kg.cli.evaluate", "Score extraction against gold pages, with a table of how reliable the confidence is."),
}
"""The module of each command, which has a function of the command's name, and the first sentence of its help."""


LANGUAGE_KEY = "KG_LANG"
USAGE_ERROR: type[Any] = next(kind for kind in typer.BadParameter.__mro__ if kind.__name__ == "UsageError")
"""What a wrong command line raises: click's class, or that of the click which typer brings of its own."""


class Commands(TyperGroup):
    """The commands; of those that are not called only the line of help is known."""

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        windows_expand_args: bool = True,
        **extra: Any,
    ) -> Any:
        """Run a command line; what is wrong with it is told in the language chosen.

        The environment's choice counts before any option is read, so that ``kg -h`` is in it too.
        """
        chosen.set("")
        if os.environ.get(LANGUAGE_KEY) == "zh":
            chosen.set("zh")
            translate_help(self, "kg")
        try:
            returned = super().main(args, prog_name, complete_var, False, windows_expand_args, **extra)
        except USAGE_ERROR as error:
            if not standalone_mode:
                raise
            sys.stderr.write(told_wrong(error))
            sys.exit(error.exit_code)
        if standalone_mode:
            sys.exit(returned if isinstance(returned, int) else 0)
        return returned

    def list_commands(self, _ctx: Any) -> list[str]:
        """Return the names of the commands."""
        return list(COMMANDS)

    def get_command(self, _ctx: Any, cmd_name: str) -> Any:
        """Return a command, None if there is none of this name."""
        if cmd_name not in COMMANDS:
            return None
        alone = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False, context_settings=SETTINGS, add_completion=False)
        alone.command(cmd_name)(getattr(import_module(COMMANDS[cmd_name][0]), cmd_name))
        command = typer.main.get_command(alone)
        if chosen.get() == "zh":
            translate_help(command, f"kg {cmd_name}")
        return command

    def format_commands(self, _ctx: Any, formatter: Any) -> None:
        """Write the list of commands without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, help_line(name, about)) for name, (_, about) in COMMANDS.items()])


app = typer.Typer(
    name="kg",
    cls=Commands,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings=SETTINGS,
)


def version(asked: bool) -> None:
    """Print the version and exit."""
    if asked:
        typer.echo(f"kg {__version__}")
        raise typer.Exit


LINE, EXAMPLE = "¶", "\b\nExample:"


def choose(context: typer.Context, language: str) -> str:
    """Set the language of this run; in Chinese the help is too. Raises typer.BadParameter if there is no such language."""
    if language and language not in LANGUAGES:
        raise typer.BadParameter(f"{language}: choose one of {', '.join(LANGUAGES)}")
    chosen.set(language)
    if language == "zh":
        translate_help(context.command, "kg")
    return language


def translate_help(command: Any, name: str) -> None:
    """Put the help of a command into Chinese, its example as it is. ``command`` is a click.Command, which typer may bring of its own."""
    text = entries().get(name)
    if text:
        example = (command.help or "").partition(EXAMPLE)
        paragraphs = ("\b\n" + part.replace(LINE, "\n") for part in text.split(LINE + LINE))
        command.help = "\n\n".join((*paragraphs, *([EXAMPLE + example[2]] if example[1] else [])))
    for parameter in command.params:
        if getattr(parameter, "help", None):
            parameter.help = in_chinese(parameter.help)
    printed = command.get_help
    command.get_help = lambda context: HEADS.sub(lambda found: in_chinese(found.group()), printed(context))


HEADS = re.compile(
    r"(?:^Usage:(?= )|^ *(?:Arguments|Options|Commands|Example):$|(?<=\[)(?:default:(?=\s)|required)|Show this message and exit\.)", re.M
)
"""What click itself prints in the help of a command."""


def told_wrong(error: Any) -> str:
    """Return what a usage error prints (how a command is used, where its help is, what is wrong) in the language chosen."""
    printed = io.StringIO()
    error.show(printed)
    return "".join(say(line.rstrip("\n")) + line[len(line.rstrip("\n")) :] for line in printed.getvalue().splitlines(keepends=True))


def help_line(name: str, english: str) -> str:
    """Return the line of help of a command in the language chosen."""
    return entries().get(f"kg {name}", english).split(LINE)[0] if chosen.get() == "zh" else english


@app.callback()
def top(
    _: Annotated[bool, typer.Option("--version", callback=version, is_eager=True, help="Print the version.")] = False,
    _lang: Annotated[
        str, typer.Option("--lang", envvar=LANGUAGE_KEY, callback=choose, is_eager=True, help="Language of all messages: zh or en.")
    ] = "",
) -> None:
    """Knowledge graphs of organisations and projects from Chinese newspaper pages: offline, every link with its quote."""


def main() -> None:
    """Run the command line; bad input is one line on stderr and exit code 2."""
    guarded(app)


if __name__ == "__main__":
    main()
