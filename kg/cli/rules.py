"""kg rules: every rule with the texts that it was run on, and how often it was right on gold pages; one rule in full."""

from __future__ import annotations

import json
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any

import typer

from kg.cli.console import fail, out
from kg.cli.evaluate import extracted, read_folder
from kg.errors import KgError
from kg.evaluate import Judged, judged_claims
from kg.extract.examples import faults_of, is_runnable
from kg.extract.rules import Exampled, Rule, name_rules, rulebook
from kg.lexicon.messages import say
from kg.proposals import read_drafts


def rules(
    predicate: Annotated[str | None, typer.Option(help="Only the rules of this predicate.")] = None,
    explain: Annotated[str | None, typer.Option(help="Show one rule: its texts, and the gold lines that it is right and wrong on.")] = None,
    gold: Annotated[Path | None, typer.Option(help="Folder of gold JSON files: also measure each rule on them.")] = None,
    pages: Annotated[Path | None, typer.Option(help="Folder with the text of the gold pages.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the table as JSON.")] = False,
) -> None:
    """Print the rules that make claims: id, predicate, confidence, a text that each fires on and a near one that it does not.

    Both texts are run before they are printed. With --gold and --pages, also print how many claims each rule made on these pages
    and how many of them are in the gold.

    \b
    Example:
      kg rules --predicate invests_in
      kg rules --explain oversees-called-in --gold tests/gold/pages --pages seeds
    """
    if (gold is None) != (pages is None):
        fail("--gold and --pages go together: the annotations, and the texts they annotate")
    chosen = [rule_of(explain)] if explain else [rule for rule in rulebook() if predicate in (None, rule.predicate)]
    if not chosen:
        fail(f"no rule makes {predicate!r}; there are {', '.join(sorted({rule.predicate for rule in rulebook()}))}")
    try:
        judged = judge(gold, pages) if gold and pages else None
    except KgError as error:
        fail(error)
    rows = [row_of(rule, judged) for rule in chosen]
    if as_json:
        print(json.dumps(rows, ensure_ascii=False, indent=1))  # noqa: T201
        return
    for row, rule in zip(rows, chosen, strict=True):
        tell(row, rule)
    if explain:
        tell_lines(chosen[0], judged)


def rule_of(id_: str) -> Exampled:
    """Return the rule of this id; fails with the nearest ids if there is none."""
    every: tuple[Exampled, ...] = (*rulebook(), *name_rules())
    known = {rule.id: rule for rule in every}
    if id_ not in known:
        near = get_close_matches(id_, known, n=5, cutoff=0.4) or sorted(known)[:5]
        fail(f"no rule is called {id_!r}; the nearest are {', '.join(near)}; kg rules lists all")
    return known[id_]


def judge(gold: Path, pages: Path) -> list[Judged]:
    """Return every claim made on the gold pages with whether the gold has it."""
    wanted = read_folder(gold)
    return list(judged_claims(wanted, extracted(pages, wanted)))


def row_of(rule: Exampled, judged: Sequence[Judged] | None) -> dict[str, Any]:
    """Return a rule as a row of the table; ``right`` and ``claims`` only if pages were judged."""
    row: dict[str, Any] = {"id": rule.id}
    row |= {"predicate": rule.predicate, "confidence": rule.confidence} if isinstance(rule, Rule) else {}
    row |= {"example": rule.example, "counter": rule.counter}
    if judged is None:
        return row
    own = [claim for claim in judged if claim.row["rule"] == rule.id]
    return row | {"right": sum(claim.is_right for claim in own), "claims": len(own)}


def tell(row: dict[str, Any], rule: Exampled) -> None:
    """Print a rule with its two texts, if they hold; else what is wrong with them."""
    of = f" {row['predicate']:16s} {row['confidence']:.2f}" if "predicate" in row else ""
    seen = f"  gold {row['right']}/{row['claims']}" if "claims" in row else ""
    out.print(f"{row['id']:24s}{of}{seen}", markup=False)
    faults = faults_of(rule, read_drafts) if is_runnable(rule) else ["it has no example that can be run"]
    for line in [f"fault: {fault}" for fault in faults] or [f"for: {row['example']}", f"not: {row['counter']}"]:
        out.print(say(f"    {line}"), markup=False)


def tell_lines(rule: Exampled, judged: Sequence[Judged] | None) -> None:
    """Print what a rule claims on the gold pages, the right lines and the wrong ones with their quotes."""
    if judged is None:
        out.print(say("give --gold and --pages to see what it is right and wrong on"), markup=False)
        return
    own = [claim for claim in judged if claim.row["rule"] == rule.id]
    for word, is_right in (("right", True), ("wrong (not in the gold)", False)):
        lines = [claim for claim in own if claim.is_right is is_right]
        out.print(say(f"{word}: {len(lines)}"), markup=False)
        for claim in lines:
            out.print(f"    {claim.page}: {claim.said}", markup=False)
            out.print(f"        {claim.row['evidence']}", markup=False)
