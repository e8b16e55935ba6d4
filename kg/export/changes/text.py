"""What is new as lines of text, in the language chosen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg import ontology
from kg.archive.changes import Change, Changes, Identity
from kg.export.changes.plain import Kept, counts
from kg.graph.facts import Fact
from kg.graph.sentences import doubts, sentence, source
from kg.lexicon.messages import facts_language, tell

QUOTES = 3
"""Quotes of one statement at most; the rest is counted."""
IDENTITY = {"renamed": "{} is now called {}", "joined": "{} is now one with {}", "split": "{} is now told apart: {}"}
AGAINST = "cannot hold beside"


def lines(changes: Changes, kept: Kept | None = None) -> Iterator[str]:
    """Yield what is new; of ``kept`` things only, if they are given."""
    told = changes.by_thing if kept is None else kept
    yield from summary(changes, told)
    if changes.identities and kept is None:
        yield "\n" + tell("things filed otherwise")
        for one in changes.identities:
            yield from identity_lines(changes, one)
    for id_, about in told.items():
        yield "\n" + heading(changes, id_)
        for change in about:
            yield from change_lines(changes, change)


def summary(changes: Changes, told: Kept) -> Iterator[str]:
    """Yield what was compared and how much is new."""
    if changes.printed:
        first, last = changes.printed
        yield tell("printed after {} until {}: {} pages", first.day, until(last.day), last.pages - first.pages)
        if last.undated:
            yield tell("{} pages of unknown date are left out; --undated counts them as printed before", last.undated)
    else:
        yield tell("{} pages added, {} pages gone", len(changes.pages_added), len(changes.pages_gone))
    number = [tell("{}: {}", tell(kind), count) for kind, count in counts(told).items() if count]
    again = [tell("said again without a new source: {}", changes.n_repeated)] if changes.n_repeated else []
    yield " · ".join(number + again) or tell("nothing is new")


def until(day: str) -> str:
    """Return the later of two days as shown."""
    return tell("today") if day.startswith("9999") else day


def heading(changes: Changes, id_: str) -> str:
    """Return a thing's name, what it is, and whether it was known before."""
    thing = changes.facts.things[id_]
    mark = tell(" (not known before)") if id_ in changes.appeared else tell(" (no longer known)") if id_ in changes.gone else ""
    return f"{thing.name}  〔{type_label(thing.type)}〕  {id_}{mark}"


def type_label(type_: str) -> str:
    """Return what an entity is."""
    term = ontology.load().types[type_]
    return term.label_zh if facts_language() == "zh" else term.label_en


def identity_lines(changes: Changes, one: Identity) -> Iterator[str]:
    """Yield what became of a thing itself, and one place where it is named."""
    names = (f"{one.old_name}〔{type_label(one.old_type)}〕", f"{one.new_name}〔{type_label(one.new_type)}〕")
    yield "  · " + tell(IDENTITY[one.kind], *names) + f"  {one.old} → {one.new}"
    yield f"    “{one.left}[{one.surface}]{one.right}”"
    yield f"    —— {source(changes.facts.articles[one.article], facts_language())}"


def change_lines(changes: Changes, change: Change) -> Iterator[str]:
    """Yield what became of one statement, with quotes."""
    number = tell(" ({} → {} independent sources)", change.before, change.now) if change.before and change.now else ""
    yield f"  {tell(change.kind)}{number}  {said(changes, change.fact)}"
    yield from quotes(changes, change.new or change.old)
    for others in apart(changes, change.against):
        yield "    " + tell("{}: {}", tell(AGAINST), said(changes, others[0]))
        yield from quotes(changes, others)


def said(changes: Changes, fact: Fact) -> str:
    """Return a fact as a sentence."""
    return sentence(changes.facts, fact, facts_language())


def apart(changes: Changes, facts: Iterable[Fact]) -> list[list[Fact]]:
    """Return facts that say the same together, in their order."""
    found: dict[str, list[Fact]] = {}
    for fact in facts:
        found.setdefault(said(changes, fact), []).append(fact)
    return list(found.values())


def quotes(changes: Changes, facts: Iterable[Fact]) -> Iterator[str]:
    """Yield the first quotes with their sources, and how many more there are."""
    listed = list(facts)
    for fact in listed[:QUOTES]:
        yield f"    “{fact.evidence.quote}”"
        yield f"    —— {source(changes.facts.articles[fact.article], facts_language())}{doubts(fact, facts_language())}"
    if len(listed) > QUOTES:
        yield "    " + tell("({} more)", len(listed) - QUOTES)
