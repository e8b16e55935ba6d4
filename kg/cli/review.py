"""kg review: decide what the program is least sure of; answers go to decisions.yaml."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from kg import ontology
from kg.cli.console import EXPORTS, From, fail, out, report, store
from kg.errors import KgError
from kg.export.gold import gold, write_gold
from kg.lexicon import reasons
from kg.lexicon.messages import chosen, say
from kg.resolve.decide import FACTS, Decision
from kg.resolve.decisions_file import append_decisions, load_decisions
from kg.resolve.review import Question, questions

ANSWERS = {"y": "yes", "n": "no", "o": "other owner", "t": "other status", "s": "skip", "q": "quit"}
OTHER = {"o": "owner", "t": "status"}
"""Answers to a question about a fact that need a word more: the kind of decision that each makes."""


def review(
    from_: From = EXPORTS,
    decisions: Annotated[Path, typer.Option(help="File for the answers; created if it does not exist.")] = Path("decisions.yaml"),
    accept: Annotated[list[int] | None, typer.Option(help="Answer yes to question N; may be repeated.", metavar="N")] = None,
    reject: Annotated[list[int] | None, typer.Option(help="Answer no to question N; may be repeated.", metavar="N")] = None,
    limit: Annotated[int, typer.Option(min=1, help="How many questions to show.")] = 20,
    who: Annotated[str, typer.Option(help="Who decides; recorded with the decision.")] = "",
    when: Annotated[str, typer.Option(help="Date of the decision; recorded with it.")] = "",
    why: Annotated[str, typer.Option(help="Reason; recorded with the decision.")] = "",
    gold_: Annotated[Path | None, typer.Option("--gold", help="Write what is decided as gold into this folder, and ask nothing.")] = None,
) -> None:
    """List the joins, names, facts and events that the program is least sure of, with quotes, and write your answers to decisions.yaml.

    In a terminal you are asked each question: y yes, n no, s skip, q stop; of a fact also o (true of another thing) and
    t (another status: planned, former, denied ...). Elsewhere they are listed, and --accept and --reject answer them by
    number. The next kg build applies the answers. With --gold what was judged right is written as gold pages instead.

    \b
    Example:
      kg review --limit 5
      kg review --accept 1 --who "city desk"
    """
    if gold_:
        write(from_, decisions, gold_)
        return
    try:
        with store(from_) as archive:
            asked = questions(archive.corpus, load_decisions(decisions) if decisions.is_file() else None)
        answers = numbered(asked, accept or [], reject or [])
        if not answers:
            show(asked[:limit])
            answers = ask(asked[:limit]) if sys.stdin.isatty() and sys.stdout.isatty() else []
        if answers:
            append_decisions(decisions, [replace(d, who=who, when=when, why=why) for d in answers])
    except KgError as error:
        fail(error)
    for decision in answers:
        out.print(say(f"wrote to {decisions}: {decision}"), markup=False)


def write(from_: Path, decisions: Path, folder: Path) -> None:
    """Write what is decided as gold, and say what could not be."""
    try:
        with store(from_) as archive:
            made = gold(archive.corpus, load_decisions(decisions))
        write_gold(made, folder)
    except KgError as error:
        fail(error)
    for line in made.left:
        report(f"not gold: {line}")
    out.print(say(f"wrote {made.facts} facts of {len(made.pages)} pages to {folder}"), markup=False)


def numbered(asked: Sequence[Question], accept: Sequence[int], reject: Sequence[int]) -> list[Decision]:
    """Return the decisions made by numbered answers; an unknown number, or both answers to one question, is a usage error."""
    wrong = [n for n in (*accept, *reject) if not 1 <= n <= len(asked)]
    if wrong:
        fail(f"there is no question {wrong[0]}; there are {len(asked)}")
    both = sorted(set(accept) & set(reject))
    if both:
        fail(f"question {both[0]} is both accepted and rejected; give one answer")
    return [asked[n - 1].yes for n in accept] + [asked[n - 1].no for n in reject]


def show(asked: Sequence[Question]) -> None:
    """Print the questions with their reasons and quotes."""
    if not asked:
        out.print(say("Nothing is in doubt."))
    for number, question in enumerate(asked, 1):
        out.print(f"{number}. {asked_as(question)}", markup=False)
        for line in (reasons.say(question.reason), *map(say, question.quotes)):
            out.print(f"     {line}", markup=False)


def asked_as(question: Question) -> str:
    """Return a question in the language chosen, English if none is."""
    return question.text_zh if chosen.get() == "zh" else question.text


def ask(asked: Sequence[Question]) -> list[Decision]:
    """Ask each question; y, n, of a fact o for another owner and t for another status, s to skip, q to stop."""
    answers = []
    for number, question in enumerate(asked, 1):
        answer = ""
        keys = "ynotsq" if question.yes.kind in FACTS and question.yes.predicate not in ontology.load().event_kinds else "ynsq"
        while not answer or answer not in keys:
            answer = typer.prompt(f"{number}. {asked_as(question)} [{'/'.join(keys)}]", default="s", show_default=False).strip().lower()[:1]
        if answer == "q":
            break
        if answer in OTHER:
            check = status_of if answer == "t" else str.strip
            answers.append(replace(question.no, kind=OTHER[answer], to=typer.prompt(say(ANSWERS[answer]), value_proc=check)))
        elif answer != "s":
            answers.append(question.yes if answer == "y" else question.no)
    return answers


def status_of(typed: str) -> str:
    """Return a status as typed; whoever types another word is told which there are and asked again."""
    statuses = ontology.load().statuses
    if typed.strip() not in statuses:
        raise typer.BadParameter(say(f"the statuses are {', '.join(statuses)}"))
    return typed.strip()
