"""Look-ups by name: which thing is meant, and what is linked to it.

find(facts, "迅达")           the one thing with this name, else NameLookupError with candidates
neighbours(corpus, "迅达")    what is linked to it, strongest first, with the facts
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from rapidfuzz import fuzz, process

from kg.errors import NameLookupError
from kg.graph.facts import Fact, Facts, Thing
from kg.graph.trace import Path, Step, trace
from kg.lexicon.messages import called
from kg.model import Corpus
from kg.names.anatomy import plain
from kg.names.near import NEAR, likeness
from kg.text.plain import plain_name

CANDIDATES = 8
BETWEEN = "\n"
"""No name holds it."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A thing linked to the one asked for, with the facts that link them."""

    thing: Thing
    facts: tuple[Fact, ...]


def find(facts: Facts, name: str) -> Thing:
    """Return the one thing that ``name`` means: its id, its name or any printed name, also in pinyin, the only name that ends in it
    or holds it.

    Raises NameLookupError if nothing or several things answer; its ``candidates`` are written so that they can be typed back.
    """
    wanted = "".join(name.split())
    if not wanted:
        raise NameLookupError(name, (), "an empty name means nothing; give a printed name or an id")
    if wanted in facts.things:
        return facts.things[wanted]
    read = plain_name(wanted)
    for answers in chain(_readings(facts, wanted), _readings(facts, read) if read != wanted else ()):
        if len(answers) == 1:
            return answers[0]
        if answers:
            raise NameLookupError(
                name,
                tuple(_spell(facts, t) for t in answers[:CANDIDATES]),
                f"{name}: {len(answers)} things have this name; write one of: " + _listed(facts, answers),
            )
    near = _near(facts, wanted)
    advice = "; nearest: " + _listed(facts, near) if near else ""
    raise NameLookupError(name, tuple(_spell(facts, t) for t in near), f"{name}: not a name on these pages" + advice)


def neighbours(corpus: Corpus | Facts, name: str) -> tuple[Neighbour, ...]:
    """Return what is linked to the thing called ``name``: most facts first, then in the order of the pages."""
    facts = corpus if isinstance(corpus, Facts) else Facts.of(corpus)
    thing = find(facts, name)
    tied = [Neighbour(facts.things[other], facts.between(thing.id, other)) for other in facts.neighbours(thing.id)]
    return tuple(sorted(tied, key=lambda n: -len(n.facts)))


def paths(corpus: Corpus | Facts, a: str, b: str, top: int = 5) -> tuple[Path, ...]:
    """Return the best-evidenced paths between the things called ``a`` and ``b``; NameLookupError as ``find``."""
    facts = corpus if isinstance(corpus, Facts) else Facts.of(corpus)
    return trace(facts, find(facts, a).id, find(facts, b).id, top)


def _readings(facts: Facts, wanted: str) -> Iterator[Sequence[Thing]]:
    """Yield what answers: by name, by any printed name, by the end of an entity's name, by a part of it, by a part of an event's."""
    known = facts.named
    yield known.by_name.get(wanted, ())
    yield known.by_spelling.get(wanted, ())
    yield known.by_plain.get(plain(wanted), ())
    if len(wanted) > 1:
        yield known.by_sound.get(wanted.lower(), ()) if wanted.isascii() else ()
        yield _holding(known.ordered, wanted)
        yield [t for t in known.ordered if t.event and wanted in t.name + BETWEEN + t.event.label]


def _holding(things: Sequence[Thing], wanted: str) -> list[Thing]:
    """Return the entities with a name that holds a text; the one with a name that ends in it, if it is the only one."""
    holding = [t for t in things if t.entity and any(wanted in name for name in t.spellings)]
    ending = [t for t in holding if any(name.endswith(wanted) for name in t.spellings)]
    return ending if len(ending) == 1 else holding


def _near(facts: Facts, wanted: str) -> list[Thing]:
    """Return the things with a name like this one, or that holds all its characters, the likest first."""
    known, letters = facts.named, set(wanted)
    alike = process.extract_iter(wanted, known.spellings, scorer=fuzz.ratio, score_cutoff=NEAR)
    found = {known.owners[number] for _, _, number in alike} | {t for t in known.ordered if letters <= set(t.name)}
    scored = [(-max(likeness(wanted, name) for name in t.spellings), t.name, t.id) for t in found]
    return [facts.things[id_] for _, _, id_ in sorted(scored)[:CANDIDATES]]


def _spell(facts: Facts, thing: Thing) -> str:
    """Return what must be typed to mean this thing: its name, or its id where several share the name."""
    shared = sum(other.name == thing.name for other in facts.things.values()) > 1
    return thing.id if shared else thing.name


def _listed(facts: Facts, things: Sequence[Thing]) -> str:
    more = f" … ({len(things) - CANDIDATES} more)" if len(things) > CANDIDATES else ""
    return ", ".join(_told(facts, thing) for thing in things[:CANDIDATES]) + more


def _told(facts: Facts, thing: Thing) -> str:
    """Return what must be typed to mean a thing, and in brackets what it is."""
    spelled, kind = _spell(facts, thing), called(thing.type)
    return f"{spelled} ({kind})" if spelled == thing.name else f"{spelled} ({thing.name}, {facts.seen_in.get(thing.id) or kind})"


__all__ = ["Neighbour", "Path", "Step", "find", "neighbours", "paths", "trace"]
