"""A draft in one line: names marked in the text by their type, as in ``〔person:甲某〕到〔company:乙公司〕调研。``"""

from __future__ import annotations

import re

from kg.extract.draft import Draft
from kg.model import BREAK, Article, Mention, Page, Section

MARK = re.compile(r"〔(?P<type>[a-z]+):(?P<name>[^〕]+)〕")


def draft_of(body: str, *, headline: str = "", date: str | None = "2021-03-04") -> Draft:
    """Return a Draft of this body (and headline) with the marked names as mentions; a line break ends a paragraph."""
    marked = (headline + BREAK if headline else "") + body + BREAK
    text, found, at = "", [], 0
    for match in MARK.finditer(marked):
        text += marked[at : match.start()]
        found.append((len(text), match["name"], match["type"]))
        text += match["name"]
        at = match.end()
    text += marked[at:]
    edge = text.index(BREAK) + 1 if headline else 0
    sections = ((Section("headline", 0, edge),) if headline else ()) + (Section("body", edge, len(text)),)
    page = Page("p", "made.txt", text)
    offsets = tuple(-1 if c == BREAK else i for i, c in enumerate(text))
    article = Article("p-a", page, 0, text, offsets, sections, headline or None, date=date)
    return Draft(article, [Mention("p-a", start, start + len(name), name, type_, "made") for start, name, type_ in found])


def told(draft: Draft) -> list[tuple[str, str | None, list[str]]]:
    """Return each event of a draft as (kind, date, ["name:role", …]), roles in printed order."""
    return [(e.kind, e.date, [f"{draft.mention(r.who).surface}:{r.role}" for r in e.roles]) for e in draft.events]


def values(draft: Draft) -> list[tuple[str, str, str | None]]:
    """Return the attributes of a draft as (owner, key, value)."""
    return [(draft.mention(c.subject).surface, c.predicate, c.value) for c in draft.claims]
