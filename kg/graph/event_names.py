"""What an event is called: kind, who or what, and date, never a clause of the page: 会见·深圳华侨城福美投资 11-29.

The kind is the noun or verb that the page itself uses (签约仪式, 督导), if event_names.tsv has it, else the ontology's word. What the page
prints of the event is its quote.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from kg.lexicon import rows
from kg.model import Entity, Event
from kg.names.anatomy import without_form
from kg.ontology import load

ABOUT = {
    "talks": ("guest", "host", "attendee"),
    "inspection": ("target", "inspector", "attendee"),
}
OTHERS = ("target", "host", "speaker", "attendee", "presenter")
"""Roles in the order in which their holders can name an event; for each the roles of its kind come first."""
TELLING = ("project", "facility", "programme", "company", "institution", "agency", "zone", "place", "person")
"""Types in the order in which they tell one event from another."""


def event_name(event: Event, entity_of: Mapping[str, str], entities: Mapping[str, Entity]) -> str:
    """Return kind, who or what, date; 等 says that several are named in that role."""
    about = next((found for role in (*ABOUT.get(event.kind, ()), *OTHERS) if (found := holders(event, role, entity_of, entities))), [])
    more = "等" if len(about) > 1 else ""
    what = f"·{shown(about[0])}{more}" if about else ""
    return f"{kind_of(event)}{what}" + (f" {event.date}" if event.date else "")


def holders(event: Event, role: str, entity_of: Mapping[str, str], entities: Mapping[str, Entity]) -> list[Entity]:
    """Return who has a role in an event, those of the most telling type first, each once."""
    found = dict.fromkeys(entity_of[one.who] for one in event.roles if one.role == role)
    return sorted((entities[id_] for id_ in found), key=lambda e: TELLING.index(e.type) if e.type in TELLING else len(TELLING))


def shown(entity: Entity) -> str:
    """Return an entity's name; a company's without its legal form."""
    return (without_form(entity.name) or entity.name) if entity.type == "company" else entity.name


def kind_of(event: Event) -> str:
    """Return the page's own word for what kind of event it is, else the ontology's."""
    words = "|".join(word for kind, word in rows("event_names") if kind == event.kind)
    found = re.search(words, event.label) if words else None
    return found.group() if found else load().event_kinds[event.kind].label_zh
