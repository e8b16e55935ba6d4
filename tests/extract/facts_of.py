"""Events and attributes of a text in the notation of rule examples, its article of 4 March 2021."""

from __future__ import annotations

from kg.extract import examples
from kg.extract.attributes.find import find_attributes
from kg.extract.draft import Draft
from kg.extract.events.find import find_events


def draft_of(body: str, headline: str = "") -> Draft:
    """Return the draft of a body (and headline) with its marked names as mentions."""
    return examples.draft_of("[date=2021-03-04] " + (f"#{headline}¶" if headline else "") + body)


def events(body: str, headline: str = "") -> list[tuple[str, str | None, list[str]]]:
    """Return each event of a text as (kind, date, ["name:role", …]), roles in printed order."""
    draft = draft_of(body, headline)
    find_events(draft)
    return [(e.kind, e.date, [f"{draft.mention(r.who).surface}:{r.role}" for r in e.roles]) for e in draft.events]


def attributes(body: str) -> list[tuple[str, str, str | None]]:
    """Return the attributes of a text as (owner, key, value)."""
    draft = draft_of(body)
    find_attributes(draft)
    return [(draft.mention(c.subject).surface, c.predicate, c.value) for c in draft.claims]
