"""kg show: everything known about a name, with quotes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Annotated

import typer

from kg import ontology
from kg.archive.archive import Archive
from kg.cli.console import EXPORTS, From, fail, out, report
from kg.cli.news.at import At, Undated, store_at
from kg.cli.news.then import then_of
from kg.errors import KgError, NameLookupError
from kg.export.answers import thing_json
from kg.graph.facts import EVENT, Fact, Facts, Thing
from kg.graph.lifelines import LIVES, lifelines
from kg.graph.sentences import dated, doubts, predicate, sentence, source
from kg.lexicon.messages import facts_language, tell
from kg.text.plain import plain_name


def show(
    name: Annotated[str, typer.Argument(help="Any printed name, full or short, the name in pinyin, or an id.")],
    quotes: Annotated[bool, typer.Option(help="Print the quote of every fact.")] = True,
    as_json: Annotated[bool, typer.Option("--json", help="Print it as JSON.")] = False,
    at: At = None,
    undated: Undated = False,
    from_: From = EXPORTS,
) -> None:
    """Print everything known about a person, organisation, project, place or event, with the quote behind each line.

    A name of nothing in the graph is looked for among the reporters: their articles are listed. A mistyped name is read as the one
    that it must mean, and stderr says so. 所在地 is what a page states; 见于 names an article and its city, where no page states
    a place. 年份不明: no year is known. With --at, what was printed up to a day, and by it the posts held and the works under way then.

    \b
    Example:
      kg show 许昌供电公司
      kg show 许昌供电公司 --at 2021-02-19
    """
    try:
        with store_at(from_, at, undated=undated) as archive:
            facts, found = known(archive, name)
            then = then_of(archive, found) if at and isinstance(found, str) else None
    except KgError as error:
        fail(error)
    if isinstance(found, list):
        out.print(json.dumps(found, ensure_ascii=False, indent=1) if as_json else "\n".join(credit_lines(name, found)), markup=False)
        return
    thing = facts.things[found]
    if as_json:
        more = {"at": at, **then.as_json()} if then else {}
        out.print(json.dumps(thing_json(facts, thing) | more, ensure_ascii=False, indent=1), markup=False)
        return
    out.print("\n".join(lines(facts, thing, quotes=quotes)), markup=False)
    if then:
        out.print("\n".join(then.lines(at or "", quotes=quotes)), markup=False)


def known(archive: Archive, name: str) -> tuple[Facts, str | list[dict[str, str]]]:
    """Return the facts around the thing that a name means, and its id; if it means none, the articles that credit somebody of this name.

    Else the thing is meant that the name plainly misspells, and a line says so. Raises NameLookupError if there is none either.
    """
    try:
        id_ = archive.find(name).id
    except NameLookupError:
        credited = credits_of(archive, name)
        if credited:
            return archive.around(), credited
        meant = archive.nearest(name)
        if meant is None:
            raise
        report(f"{name}: not a name on these pages; read as {meant.name}")
        id_ = meant.id
    return archive.around(id_), id_


def credits_of(archive: Archive, name: str) -> list[dict[str, str]]:
    """Return the articles that credit somebody of this name, who is no thing of the graph: role and source of each."""
    wanted = "".join(name.split())
    return [
        {"name": credit.name, "role": credit.role, "article": credit.article.id, "source": source(credit.article, facts_language())}
        for credit in archive.credits(wanted, plain_name(wanted))
    ]


def credit_lines(name: str, credited: list[dict[str, str]]) -> Iterator[str]:
    """Yield the lines on somebody whom articles credit."""
    yield f"{name}  〔{'、'.join(dict.fromkeys(row['role'] for row in credited))}〕"
    yield tell("  {}: {}", tell("number of articles"), len(credited))
    yield from (f"  · {row['source']}" for row in credited)


def lines(facts: Facts, thing: Thing, *, quotes: bool) -> Iterator[str]:
    """Yield what it is, its names, then its facts by predicate in the order of the pages."""
    about = facts.by_thing[thing.id]
    yield f"{thing.name}  〔{type_label(thing)}〕  {thing.id}"
    for label, value in fields(facts, thing):
        if value:
            yield tell("  {}: {}", tell(label), value)
    yield from life(facts, thing)
    language = facts_language()
    said: dict[str, dict[str, list[Fact]]] = {}
    for fact in about:
        said.setdefault(predicate(fact, language), {}).setdefault(sentence(facts, fact, language), []).append(fact)
    for heading, same in said.items():
        yield f"\n{heading}"
        for told in same.values():
            yield from fact_lines(facts, told, quotes=quotes)


def fields(facts: Facts, thing: Thing) -> tuple[tuple[str, str], ...]:
    """Return entries of the catalogue, as labels, and values of what is known of a thing itself; a value may be empty."""
    language = facts_language()
    about = facts.by_thing[thing.id]
    others = [name for name in thing.names if name != thing.name]
    dates = facts.dates(about)
    return (
        ("also called", "、".join(others)),
        ("located in", "、".join(facts.things[place].name for place in facts.seats.get(thing.id, ()))),
        ("seen in", str(facts.seen_in.get(thing.id, ""))),
        ("date", (dated(thing.event.date, language) or "") if thing.event else ""),
        ("in print", " … ".join(dated(date, language) or "" for date in dict.fromkeys((dates[0], dates[-1]))) if dates else ""),
        ("number of articles", str(len({fact.article for fact in about}))),
    )


def life(facts: Facts, thing: Thing) -> Iterator[str]:
    """Yield a project's steps in the order of its life; a step still ahead when the article was printed is marked."""
    line = lifelines(facts.corpus).get(thing.id) if thing.type in LIVES else None
    if line and line.steps:
        yield "\n" + tell("course of the project")
        for step in line.steps:
            ahead = tell(" (expected)") if step.planned else ""
            parts = (tell(step.stage), step.date or step.reported, f"“{step.printed}”")
            yield "  · " + " ".join(part for part in parts if part) + ahead


def fact_lines(facts: Facts, same: list[Fact], *, quotes: bool) -> Iterator[str]:
    """Yield facts that say the same as one sentence, and below it each quote with its source."""
    yield f"  · {sentence(facts, same[0], facts_language())}"
    for fact in same if quotes else ():
        yield f"    “{fact.evidence.quote}”"
        yield f"    —— {source(facts.articles[fact.article], facts_language())}{doubts(fact, facts_language())}"


def type_label(thing: Thing) -> str:
    """Return what a thing is, in the language chosen."""
    known = ontology.load()
    term = known.event_kinds[thing.event.kind] if thing.type == EVENT and thing.event else known.types[thing.type]
    return term.label_zh if facts_language() == "zh" else term.label_en
