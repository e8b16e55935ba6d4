"""kg rules: every rule, the sentence it is for, what it must leave alone, and how often it was right on gold pages."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any

import typer

from kg.cli.console import fail, out
from kg.cli.evaluate import extracted, read_folder
from kg.errors import KgError
from kg.evaluate import precision_of_rules
from kg.extract.rules import Rule, rulebook


def rules(
    predicate: Annotated[str | None, typer.Option(help="Only the rules of this predicate.")] = None,
    gold: Annotated[Path | None, typer.Option(help="Folder of gold JSON files: also measure each rule on them.")] = None,
    pages: Annotated[Path | None, typer.Option(help="Folder with the text of the gold pages.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the table as JSON.")] = False,
) -> None:
    """Print the rules that make claims: id, predicate, confidence, the sentence each was made for and what it must not match.

    With --gold and --pages, also print how many claims each rule made on these pages and how many of them are in the gold.

    \b
    Example:
      kg rules --predicate invests_in
      kg rules --gold tests/gold/pages --pages seeds
    """
    if (gold is None) != (pages is None):
        fail("--gold and --pages go together: the annotations, and the texts they annotate")
    book = [rule for rule in rulebook() if predicate in (None, rule.predicate)]
    if not book:
        fail(f"no rule makes {predicate!r}; there are {', '.join(sorted({rule.predicate for rule in rulebook()}))}")
    try:
        measured = measure(gold, pages) if gold and pages else {}
    except KgError as error:
        fail(error)
    rows = [row_of(rule, measured) for rule in book]
    if as_json:
        print(json.dumps(rows, ensure_ascii=False, indent=1))  # noqa: T201
        return
    for row in rows:
        seen = f"  gold {row['right']}/{row['claims']}" if measured else ""
        out.print(f"{row['id']:24s} {row['predicate']:16s} {row['confidence']:.2f}{seen}", markup=False)
        out.print(f"    for: {row['example']}", markup=False)
        out.print(f"    not: {row['counter']}", markup=False)


def measure(gold: Path, pages: Path) -> dict[str, tuple[int, int]]:
    """Return rule → (claims that the gold has, claims made) on the gold pages."""
    wanted = read_folder(gold)
    return precision_of_rules(wanted, extracted(pages, wanted))


def row_of(rule: Rule, measured: dict[str, tuple[int, int]]) -> dict[str, Any]:
    """Return a rule as a row of the table."""
    right, claims = measured.get(rule.id, (0, 0))
    row: dict[str, Any] = {
        "id": rule.id,
        "predicate": rule.predicate,
        "confidence": rule.confidence,
        "example": rule.example,
        "counter": rule.counter,
    }
    return row | ({"right": right, "claims": claims} if measured else {})
