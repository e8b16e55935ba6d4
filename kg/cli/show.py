"""kg show: everything known about a name, with quotes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Annotated

import typer

from kg import ontology
from kg.archive.archive import Archive
from kg.cli.console import EXPORTS, From, fail, out, store
from kg.errors import KgError, NameLookupError
from kg.export.answers import thing_json
from kg.graph.facts import EVENT, Fact, Facts, Thing
from kg.graph.lifelines import LIVES, lifelines
from kg.graph.sentences import dated, doubts, predicate, sentence, source
from kg.text.plain import plain_name

STAGES_ZH = {
    "planned": "谋划",
    "prepared": "前期",
    "signed": "签约",
    "started": "开工",
    "under_way": "在建",
    "finished": "竣工",
    "running": "投产",
    "held_up": "停滞",
}
"""Chinese labels of the stages of a project (kg.graph.lifelines)."""


def show(
    name: Annotated[str, typer.Argument(help="Any printed name, full or short, the name in pinyin, or an id.")],
    quotes: Annotated[bool, typer.Option(help="Print the quote of every fact.")] = True,
    as_json: Annotated[bool, typer.Option("--json", help="Print it as JSON.")] = False,
    from_: From = EXPORTS,
) -> None:
    """Print everything known about a person, organisation, project, place or event, with the quote behind each line.

    A name of nothing in the graph is looked for among the reporters: their articles are listed. 所在地 is what a page
    states; 见于 names an article and its city, where no page states a place. 年份不明: no year is known.

    \b
    Example:
      kg show 许昌供电公司
    """
    try:
        with store(from_) as archive:
            facts, found = known(archive, name)
    except KgError as error:
        fail(error)
    if isinstance(found, list):
        out.print(json.dumps(found, ensure_ascii=False, indent=1) if as_json else "\n".join(credit_lines(name, found)), markup=False)
        return
    thing = facts.things[found]
    if as_json:
        out.print(json.dumps(thing_json(facts, thing), ensure_ascii=False, indent=1), markup=False)
        return
    out.print("\n".join(lines(facts, thing, quotes=quotes)), markup=False)


def known(archive: Archive, name: str) -> tuple[Facts, str | list[dict[str, str]]]:
    """Return the facts around the thing that a name means, and its id; if it means none, the articles that credit somebody of this name.

    Raises NameLookupError if there are none either.
    """
    try:
        id_ = archive.find(name).id
    except NameLookupError:
        credited = credits_of(archive, name)
        if not credited:
            raise
        return archive.around(), credited
    return archive.around(id_), id_


def credits_of(archive: Archive, name: str) -> list[dict[str, str]]:
    """Return the articles that credit somebody of this name, who is no thing of the graph: role and source of each."""
    wanted = "".join(name.split())
    return [
        {"name": credit.name, "role": credit.role, "article": credit.article.id, "source": source(credit.article)}
        for credit in archive.credits(wanted, plain_name(wanted))
    ]


def credit_lines(name: str, credited: list[dict[str, str]]) -> Iterator[str]:
    """Yield the lines on somebody whom articles credit."""
    yield f"{name}  〔{'、'.join(dict.fromkeys(row['role'] for row in credited))}〕"
    yield f"  篇数：{len(credited)}"
    yield from (f"  · {row['source']}" for row in credited)


def lines(facts: Facts, thing: Thing, *, quotes: bool) -> Iterator[str]:
    """Yield what it is, its names, then its facts by predicate in the order of the pages."""
    about = facts.by_thing[thing.id]
    yield f"{thing.name}  〔{type_label(thing)}〕  {thing.id}"
    for label, value in fields(facts, thing):
        if value:
            yield f"  {label}：{value}"
    yield from life(facts, thing)
    said: dict[str, dict[str, list[Fact]]] = {}
    for fact in about:
        said.setdefault(predicate(fact), {}).setdefault(sentence(facts, fact), []).append(fact)
    for heading, same in said.items():
        yield f"\n{heading}"
        for told in same.values():
            yield from fact_lines(facts, told, quotes=quotes)


def fields(facts: Facts, thing: Thing) -> tuple[tuple[str, str], ...]:
    """Return labels and values of what is known of a thing itself; a value may be empty."""
    about = facts.by_thing[thing.id]
    others = [name for name in thing.names if name != thing.name]
    dates = facts.dates(about)
    return (
        ("又称", "、".join(others)),
        ("所在地", "、".join(facts.things[place].name for place in facts.seats.get(thing.id, ()))),
        ("见于", str(facts.seen_in.get(thing.id, ""))),
        ("日期", (dated(thing.event.date) or "") if thing.event else ""),
        ("见报", " … ".join(dated(date) or "" for date in dict.fromkeys((dates[0], dates[-1]))) if dates else ""),
        ("篇数", str(len({fact.article for fact in about}))),
    )


def life(facts: Facts, thing: Thing) -> Iterator[str]:
    """Yield a project's steps in the order of its life; a step still ahead when the article was printed is marked."""
    line = lifelines(facts.corpus).get(thing.id) if thing.type in LIVES else None
    if line and line.steps:
        yield "\n进程"
        for step in line.steps:
            ahead = "（预期）" if step.planned else ""
            yield (
                "  · " + " ".join(part for part in (STAGES_ZH[step.stage], step.date or step.reported, f"“{step.printed}”") if part) + ahead
            )


def fact_lines(facts: Facts, same: list[Fact], *, quotes: bool) -> Iterator[str]:
    """Yield facts that say the same as one sentence, and below it each quote with its source."""
    yield f"  · {sentence(facts, same[0])}"
    for fact in same if quotes else ():
        yield f"    “{fact.evidence.quote}”"
        yield f"    —— {source(facts.articles[fact.article])}{doubts(fact)}"


def type_label(thing: Thing) -> str:
    """Return what a thing is, in Chinese."""
    known = ontology.load()
    if thing.type == EVENT and thing.event:
        return known.event_kinds[thing.event.kind].label_zh
    return known.types[thing.type].label_zh
