"""What the heads of the network tell apart; training and running share these tables, and their order is the weights' order."""

from __future__ import annotations

TYPES = ("person", "company", "agency", "institution", "zone", "project", "programme", "facility", "place")
VALUES = ("title", "money", "area", "capacity", "count", "time", "stage", "what", "honour")
REFERENCES = tuple(f"~{kind}" for kind in TYPES)
"""Anaphors (该公司, 我市) and words that imply a thing (市 in 市长), by the type of what they mean."""

KINDS = TYPES + REFERENCES + VALUES
"""Kinds of node: what may stand at an end of a link."""

LAYERS = (TYPES + REFERENCES, TYPES, VALUES)
"""Three layers of spans over one text: outermost names with references, names inside names, printed values."""


def tags(kinds: tuple[str, ...]) -> tuple[str, ...]:
    """Return the BIOES tags of a layer; "O" is the first."""
    return ("O", *(f"{place}-{kind}" for kind in kinds for place in "BIES"))


WIDTH = max(len(tags(kinds)) for kinds in LAYERS)
"""Tags of the widest layer; the others are padded to it."""

PREDICATES = ("holds_post", "part_of", "located_in", "undertakes", "supplies", "invests_in", "cooperates_with", "oversees",
              "assists", "runs", "participates_in", "recognised_by")  # fmt: skip
KEYS = ("total_investment", "completed_investment", "area", "floor_area", "capacity", "contract_amount", "funding", "start",
        "completion", "status", "members", "patents", "output")  # fmt: skip
LINKS = (*PREDICATES, "same", "event", "title_of", "title_at", "of_subject", "of_object", "honoured", "event_date", *KEYS)
"""Labels of an ordered pair of nodes. "same": an anaphor and the name it means; "event": two who take part in one event;
"title_of", "title_at": a title, its holder and where it is held; "of_subject", "of_object": a qualifier and the ends of its
relation; "honoured": an honour without a giver and who has it; keys: a value and its owner."""

STATUS = ("stated", "planned", "signed", "under_way", "former", "designate", "denied")
ROLES = ("none", "owner", "contractor", "developer", "planner", "promoter", "designer", "supervisor")
EVENT_ROLES = ("host", "speaker", "attendee", "guest", "inspector", "target", "presenter")
EVENT_KINDS = ("meeting", "inspection", "talks", "ceremony", "training", "other")

VALUE_OF_KEY = {"total_investment": "money", "completed_investment": "money", "contract_amount": "money", "funding": "money",
                "output": "money", "area": "area", "floor_area": "area", "capacity": "capacity", "members": "count", "patents": "count",
                "start": "time", "completion": "time", "status": "stage"}  # fmt: skip
VALUE_OF_QUALIFIER = {"title": "title", "amount": "money", "what": "what", "honour": "honour"}
