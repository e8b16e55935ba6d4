"""What can be asked of a snapshot, answered as plain values: the API, the assistant and the views say the same.

Every answer that states something carries its facts with quote, page and offsets (code points of the page as printed, half-open); where
nothing is known, ``known`` is False and ``say`` tells so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from kg.errors import KgError, NameLookupError
from kg.export.answers import about_itself, fact_json
from kg.graph.facts import Fact, Facts, Thing
from kg.graph.query import find
from kg.graph.sentences import source
from kg.graph.trace import Path
from kg.serve.searching import found_in
from kg.serve.workspace import Snapshot
from kg.text.plain import plain_name

NOTHING = "no page says anything of this"
DAY = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}")
AROUND = 60
"""Code points of the page shown before and behind a quote."""
NEIGHBOURS = 200
"""Names that are listed as linked to one, at most; the facts name them all."""
Answer = dict[str, Any]


class Unknown(KgError):
    """Something was asked by an id that nothing has."""


def brief(thing: Thing) -> Answer:
    """Return what a thing is in a word."""
    return {"id": thing.id, "type": thing.type, "name": thing.name}


def search(now: Snapshot, text: str, limit: int = 20, type_: str = "") -> Answer:
    """Return the names and articles that a text means, best first: printed in any form, in pinyin, or with a wrong character.

    Each name comes with the number of its facts and the first of them.
    """
    things, articles = found_in(now.names, now.facts, text, limit, type_)
    about = {thing.id: now.facts.by_thing[thing.id] for thing in things}
    return {
        "query": text,
        "known": bool(things or articles),
        "say": "" if things or articles else NOTHING,
        "names": [
            brief(thing) | {"names": list(thing.names), "facts": len(about[thing.id]), "first_facts": cited(now.facts, about[thing.id][:1])}
            for thing in things
        ],
        "articles": articles,
    }


def meant(now: Snapshot, name: str) -> Thing | Answer:
    """Return the one thing that a name means, or the answer that tells why there is none."""
    try:
        return find(now.facts, name)
    except NameLookupError as error:
        return {
            "known": False,
            "say": str(error),
            "name": name,
            "candidates": list(error.candidates),
            "credits": credits_of(now.facts, name),
        }


def dossier(now: Snapshot, name: str, limit: int = 1000, offset: int = 0) -> Answer:
    """Return everything known about a name, each fact with its quote; of ``total`` facts ``limit`` from ``offset`` on."""
    thing = meant(now, name)
    if not isinstance(thing, Thing):
        return thing
    about = now.facts.by_thing[thing.id]
    dates = now.facts.dates(about)
    return {
        "known": bool(about),
        "say": "" if about else NOTHING,
        **about_itself(now.facts, thing),
        "reported": [dates[0], dates[-1]] if dates else [],
        "articles": len({fact.article for fact in about}),
        "total": len(about),
        "facts": cited(now.facts, about[offset : offset + limit]),
        "neighbours": [brief(now.facts.things[id_]) for id_ in now.facts.neighbours(thing.id)[:NEIGHBOURS]],
    }


def cited(facts: Facts, chosen: Iterable[Fact]) -> list[Answer]:
    """Return facts as plain values with the names of their ends, the id of their page and whether that was read from print.

    The clipping of a printed quote is at ``/clip/<id of the fact>.png``.
    """
    return [
        fact_json(facts, fact)
        | {
            "family": fact.family,
            "subject_name": facts.things[fact.subject].name,
            "object_name": facts.things[fact.object].name if fact.object else None,
            "page_id": fact.evidence.page,
            "printed": facts.articles[fact.article].page.sheet is not None,
        }
        for fact in chosen
    ]


def trace(now: Snapshot, start: str, end: str, top: int = 5) -> Answer:
    """Return the best-evidenced paths between two names, every step with its quotes."""
    ends = meant(now, start), meant(now, end)
    for one in ends:
        if not isinstance(one, Thing):
            return one
    a, b = (one for one in ends if isinstance(one, Thing))
    paths = now.paths(a.id, b.id, top)
    say = "" if paths else "both names are one thing" if a.id == b.id else "no page links the two"
    return {"from": brief(a), "to": brief(b), "known": bool(paths), "say": say, "paths": [walked(now.facts, path) for path in paths]}


def walked(facts: Facts, path: Path) -> Answer:
    """Return a path as plain values, every fact of every step with its quote."""
    return {
        "things": [brief(facts.things[id_]) for id_ in path.things],
        "cost": path.cost,
        "through_hub": path.through_hub,
        "steps": [{"from": step.start, "to": step.end, "facts": cited(facts, step.facts)} for step in path.steps],
    }


def quote(now: Snapshot, id_: str) -> Answer:
    """Return the quote of one fact with what stands around it on the page. Raises Unknown."""
    fact = now.by_id.get(id_)
    if fact is None:
        raise Unknown(f"no fact has the id {id_!r}; ids of facts are in every answer about a name")
    return {"known": True, "say": "", **cited(now.facts, [fact])[0], **quoted(now, fact.evidence)}


def quoted(now: Snapshot, evidence: Any) -> Answer:
    """Return a quote, where it stands, and the page's own characters before and behind it."""
    text = now.pages[evidence.page].page.text
    first, last = evidence.spans[0].start, evidence.spans[-1].end
    return {
        "quote": evidence.quote,
        "page": now.pages[evidence.page].page.name,
        "page_id": evidence.page,
        "article": evidence.article,
        "spans": [[span.start, span.end] for span in evidence.spans],
        "before": text[max(0, first - AROUND) : first],
        "after": text[last : last + AROUND],
    }


def pages(now: Snapshot) -> Answer:
    """Return the pages, by name."""
    return {
        "pages": [
            {
                "id": read.page.id,
                "name": read.page.name,
                "newspaper": read.page.newspaper,
                "date": read.page.date,
                "articles": len(read.articles),
                "characters": len(read.page.text),
            }
            for read in now.pages.values()
        ]
    }


def page(now: Snapshot, id_: str) -> Answer:
    """Return one page: its text as printed and its articles, with the offsets of their text on the page. Raises Unknown."""
    read = now.pages.get(id_)
    if read is None:
        raise Unknown(f"no page has the id {id_!r}")
    return {
        "id": read.page.id,
        "name": read.page.name,
        "newspaper": read.page.newspaper,
        "date": read.page.date,
        "text": read.page.text,
        "articles": [
            {
                "id": article.id,
                "headline": article.headline,
                "date": article.date,
                "kind": article.kind,
                "text": article.shown,
                "facts": cited(now.facts, now.by_article.get(article.id, ())),
            }
            for article in read.articles
        ],
    }


def credits_of(facts: Facts, name: str) -> list[dict[str, str]]:
    """Return the articles that credit somebody of this name, who is no thing of the graph: role and source of each."""
    wanted = "".join(name.split())
    return [
        {"name": byline.name, "role": byline.role, "article": article.id, "source": source(article)}
        for article in facts.articles.values()
        for byline in article.bylines
        if wanted and byline.name in (wanted, plain_name(wanted))
    ]
