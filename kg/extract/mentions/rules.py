"""The rules of names: what each finds, how sure it is, and whether its names may stand inside longer ones.

The table is ``kg/lexicon/name_rules.tsv``, a rule a line with an example and a counter-example that one test runs. What another part
of the code wants to know of the rule that found a name is a field here, never its id.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from kg.errors import KgError
from kg.lexicon import rows

TRAITS = ("may_nest", "is_full", "is_short", "is_weak", "is_document", "is_quoted", "is_twin", "is_recall")
"""Fields that the table lists by name in one column."""


@dataclass(frozen=True, slots=True)
class NameRule:
    """One way of finding a name.

    ``type`` is "" where the finder says which of several types it is; ``score`` in 0…1 is how sure the rule is unless its finder knows
    better. ``example`` marks what the rule must find, ``counter`` is a text in which it must find nothing (``kg.extract.examples``).

    may_nest     its names may stand inside longer ones as names of their own (the 国务院 of 国务院标准化联席会议)
    is_full      it finds companies under their full names, whose regular short forms the page may use
    is_short     it finds such a short form, a guess from the page's full name
    is_weak      its names stand inside those of works, facilities and institutions only
    is_document  it finds titles, in which a name is one of its own only at the head
    is_quoted    its names open with quoted words, which may stand for the whole
    is_twin      it finds a zone under both its names: the names inside are its own
    is_recall    it finds again what another rule has found on the page
    """

    id: str
    type: str
    score: float
    example: str
    counter: str
    may_nest: bool = False
    is_full: bool = False
    is_short: bool = False
    is_weak: bool = False
    is_document: bool = False
    is_quoted: bool = False
    is_twin: bool = False
    is_recall: bool = False


LEARNED = NameRule("learned:names@1", "", 0.5, "", "", may_nest=True)
"""Names that only the network reads; it stands in no table, for its examples are the corpus."""


@cache
def name_rules() -> dict[str, NameRule]:
    """Return the rules by id. Raises KgError if a line of the table is none."""
    found: dict[str, NameRule] = {}
    for row in rows("name_rules"):
        if len(row) != 6 or row[0] in found or not set(row[3].split()) <= {*TRAITS, "-"}:
            raise KgError(f"name_rules.tsv: {row[0]}: want id, type, score, traits, example and counter-example, each id once")
        id_, type_, score, traits, example, counter = row
        found[id_] = NameRule(id_, type_.strip("-"), float(score), example, counter, **dict.fromkeys(set(traits.split()) - {"-"}, True))
    return found


def name_rule(id_: str) -> NameRule:
    """Return the rule of this id; KeyError if there is none."""
    return LEARNED if id_ == LEARNED.id else name_rules()[id_]
