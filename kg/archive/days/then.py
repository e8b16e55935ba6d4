"""What held on a day, by the last that was printed until then: who had which post, which works were under way.

A post is held by whoever was last said to hold it, until a page says that he did (former) or, where one person holds it at a time, that
another does. A work is under way if the last step printed of it is its start or that it is being built. Where no page says more, what
was last said is taken to hold on: ``said`` tells how old that is.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.archive.part import Gathered, head
from kg.graph.facts import Fact, Facts
from kg.graph.lifelines import HELD_UP, LIVES, STAGES
from kg.lexicon import words
from kg.model import Article

if TYPE_CHECKING:
    from kg.archive.archive import Archive

POST = "holds_post"
HELD, LEFT = "stated", "former"
GOING_ON = ("started", "under_way")
STEPS = """
SELECT s.entity, n.name, s.stage, s.printed, s.date, s.reported, e.quote, a.number
FROM steps s JOIN entities n ON n.id = s.entity LEFT JOIN claims c ON c.number = s.claim LEFT JOIN events v ON v.number = s.event
JOIN evidence e ON e.number = coalesce(c.evidence, v.evidence) JOIN articles a ON a.number = coalesce(c.article, v.article)
WHERE NOT s.planned AND coalesce(c.status, v.status) NOT IN ('denied', 'planned') AND s.entity IN (%s) ORDER BY s.number"""


@dataclass(frozen=True, slots=True)
class Held:
    """A post that somebody held: the fact that said so last, with the day on which it was printed (None if unknown)."""

    person: str
    title: str
    body: str
    said: str | None
    fact: Fact


@dataclass(frozen=True, slots=True)
class UnderWay:
    """A work that was under way: its last step as printed, when that was (an ISO prefix, None if unknown), and where it stands."""

    id: str
    name: str
    stage: str
    printed: str
    date: str | None
    quote: str
    article: Article


def posts_held(archive: Archive, thing: str) -> tuple[Facts, tuple[Held, ...]]:
    """Return the posts that a person held, or that were held at a body, by what the archive answers with; and all that is said of them.

    ``thing`` is an id. In order of body, title and person.
    """
    facts = Gathered(archive.connection, []).part(sorted(posts_of(archive.connection, thing)), [])
    last: dict[tuple[str, str, str], Fact] = {}
    for fact in sorted(
        (fact for fact in facts.facts if fact.status in (HELD, LEFT)),
        key=lambda one: (facts.articles[one.article].printed_on, one.status == LEFT),
    ):
        last[fact.object or "", dict(fact.qualifiers).get("title", ""), fact.subject] = fact
    held = [(post, fact) for post, fact in last.items() if fact.status == HELD and not is_superseded(facts, post, last)]
    found = (
        Held(post[2], post[1], post[0], facts.articles[fact.article].printed_on or None, fact)
        for post, fact in held
        if thing in (post[0], post[2])
    )
    return facts, tuple(sorted(found, key=lambda h: (facts.things[h.body].name, h.title, facts.things[h.person].name, h.person)))


def posts_of(connection: sqlite3.Connection, thing: str) -> set[int]:
    """Return the numbers of the claims of posts of a thing, and of all other holders of posts at the bodies where it has one."""
    own = connection.execute("SELECT number, object FROM claims WHERE subject = ? AND predicate = ?", (thing, POST)).fetchall()
    found = {number for number, _ in own}
    for body in {body for _, body in own if body} | {thing}:
        at_body = connection.execute("SELECT number FROM claims WHERE object = ? AND predicate = ?", (body, POST))
        found |= {number for (number,) in at_body}
    return found


def is_superseded(facts: Facts, post: tuple[str, str, str], last: dict[tuple[str, str, str], Fact]) -> bool:
    """Whether a post that one person holds at a time was said later to be another's."""
    body, title, person = post
    if title not in words("titles_single"):
        return False
    own = facts.articles[last[post].article].printed_on
    others = (fact for (where, what, who), fact in last.items() if (where, what) == (body, title) and who != person)
    return any(fact.status == HELD and facts.articles[fact.article].printed_on > own for fact in others)


def under_way(archive: Archive, thing: str) -> tuple[UnderWay, ...]:
    """Return the works that were under way, by what the archive answers with: a thing itself, if it is one, and those that it is tied to.

    ``thing`` is an id. In order of their names.
    """
    itself = archive.connection.execute("SELECT id, type FROM entities WHERE id = ?", (thing,))
    works = {id_ for id_, type_ in itself if type_ in LIVES} | {one.id for one in archive.neighbours(thing) if one.type in LIVES}
    return tuple(sorted(last_steps(archive.connection, works), key=lambda work: (work.name, work.id)))


def last_steps(connection: sqlite3.Connection, works: Iterable[str]) -> Iterator[UnderWay]:
    """Yield those of some works whose last step says that they are under way."""
    rank = {stage: number for number, stage in enumerate((HELD_UP, *STAGES))}
    steps = defaultdict(list)
    for entity, name, stage, printed, date, reported, quote, article in Gathered(connection, []).each(STEPS, sorted(works)):
        when = next((day for day in (date, reported) if day and day[:4].isdigit()), "")
        steps[entity].append(((when, rank[stage]), UnderWay(entity, name, stage, printed, when or None, quote, head(connection, article))))
    for told in steps.values():
        last = max(told, key=lambda step: step[0])[1]
        if last.stage in GOING_ON:
            yield last
