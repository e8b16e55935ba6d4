"""kg evaluate: score extraction against gold pages."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any

import typer

from kg.cli.console import ReaderOption, fail, out, run
from kg.errors import KgError
from kg.evaluate import FAMILIES, Evaluation, narrow, reliability
from kg.evaluate import evaluate as compare
from kg.export.pages import PageWriter
from kg.lexicon.messages import say
from kg.stages import READERS


def evaluate(
    gold: Annotated[Path, typer.Argument(help="Folder of gold JSON files.", metavar="GOLD_DIR")],
    pages: Annotated[Path, typer.Option(help="Folder with the text of the pages.")],
    system: Annotated[Path | None, typer.Option(help="Score these page JSON files instead of running kg.")] = None,
    detail: Annotated[list[str] | None, typer.Option(help="Also list the misses of one kind; 'all' lists the kinds.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
    reader: ReaderOption = READERS[0],
) -> None:
    """Score extraction against gold pages, with a table of how reliable the confidence is.

    \b
    Example:
      kg evaluate tests/gold/pages --pages seeds
    """
    try:
        wanted = read_folder(gold)
        texts = {
            name: narrow(path.read_text(encoding="utf-8")) for name, data in wanted.items() if (path := pages / data["document"]).is_file()
        }
        if not texts:
            fail(f"{pages}: holds none of the gold pages; give their folder with --pages")
        ours = read_folder(system) if system else extracted(pages, wanted, reader)
    except KgError as error:
        fail(error)
    made = compare(wanted, ours, texts)
    if as_json:
        print(json.dumps({name: score.to_dict() for name, score in made.scores.items()}, ensure_ascii=False, indent=1))  # noqa: T201
        return
    print_scores(made, detail or [])
    if all("confidence" in row for data in ours.values() for article in data["articles"] for family in FAMILIES for row in article[family]):
        tell_reliability(wanted, ours)


def read_folder(folder: Path) -> dict[str, dict[str, Any]]:
    """Return the JSON files of a folder by name; exit with one line if there are none or one cannot be read."""
    found = sorted(folder.glob("*.json")) if folder.is_dir() else []
    if not found:
        fail(f"{folder}: no JSON file in this folder")
    read: dict[str, dict[str, Any]] = {}
    for path in found:
        try:
            read[path.name] = json.loads(path.read_text(encoding="utf-8"))
        except (ValueError, OSError) as error:
            fail(f"{path}: not a JSON file ({error})")
    return read


def extracted(pages: Path, wanted: dict[str, dict[str, Any]], reader: str = READERS[0]) -> dict[str, dict[str, Any]]:
    """Run kg over the gold's pages and return their JSON by the gold's file names."""
    made = run([pages / data["document"] for data in wanted.values()], reader=reader)
    names = {data["document"]: name for name, data in wanted.items()}
    writer = PageWriter(made.corpus)
    return {names[read.page.name]: writer.write(read) for read in made.corpus.pages}


def print_scores(made: Evaluation, detail: list[str]) -> None:
    """Print the figures as the gold's score.py does, then the misses asked for."""
    for name, score in made.scores.items():
        line = f"{name:28s} {score.f1:.3f}" + (f"  P {score.p:.3f}  R {score.r:.3f}" if score.p is not None else "")
        out.print(line + (f"  n={score.n}" if score.n is not None else ""), markup=False)
    for kind in sorted(made.misses) if "all" in detail else detail:
        if kind not in made.misses:
            fail(f"no misses of kind {kind!r}; there are: {', '.join(sorted(made.misses))}")
        out.print(f"\n{kind}:", markup=False)
        for row in made.misses[kind]:
            out.print("   ", *(str(cell) for cell in row), markup=False)


def tell_reliability(wanted: dict[str, dict[str, Any]], ours: dict[str, dict[str, Any]]) -> None:
    """Print what share of the facts of each family and tenth of confidence is right."""
    for family, judged in FAMILIES.items():
        out.print("\n" + say(f"reliability of confidence ({family}):"), markup=False)
        for row in reliability(judged(wanted, ours)):
            told = f"  {row.low:.1f}–{row.low + 0.1:.1f}  {row.right:4d} of {row.n:4d} right  {row.right / row.n:.2f}"
            out.print(say(f"{told}, stated {row.stated:.2f}"), markup=False)
