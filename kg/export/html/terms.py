"""The ontology's terms as the explorer's legend and sentences use them: id to labels, colour and shape."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kg import ontology
from kg.graph.facts import EVENT, PLACE_ROLE

EVENT_TERM = {"id": EVENT, "zh": "事件", "en": "event", "colour": "#5b6475", "shape": "ring"}
"""Events are no entity type of the ontology but are drawn as one: a ring, told apart from every solid symbol."""
PLACE_TERM = {"id": PLACE_ROLE, "zh": "发生地", "en": "place"}


def terms() -> dict[str, list[dict[str, Any]]]:
    """Return the tables of labels in the order of the ontology."""
    known = ontology.load()
    return {
        "types": [
            {**_term(t), "colour": t.colour, "shape": t.shape, "about": {"zh": t.definition_zh, "en": t.definition_en}}
            for t in known.types.values()
        ]
        + [EVENT_TERM],
        "predicates": [{**_term(p), "symmetric": p.symmetric} for p in known.predicates.values()],
        "attributes": [_term(a) for a in known.attributes.values()],
        "roles": [*_listed(known.event_roles), PLACE_TERM],
        "kinds": _listed(known.event_kinds),
        "statuses": _listed(known.statuses),
        "qualifiers": _listed(known.qualifiers),
        "projectRoles": _listed(known.project_roles),
    }


def _listed(table: Mapping[str, ontology.Term]) -> list[dict[str, Any]]:
    return [_term(term) for term in table.values()]


def _term(term: ontology.Term) -> dict[str, Any]:
    return {"id": term.id, "zh": term.label_zh, "en": term.label_en}
