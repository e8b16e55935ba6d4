"""Relations between bodies, works, programmes and places: the table of rules, run over one article in a fixed order.

The rules themselves are in the modules and folders beside this one, a predicate each; each carries the sentence it was made for.
"""

from __future__ import annotations

from kg.extract.draft import Draft
from kg.extract.relations import (
    assists,
    cooperates_with,
    invests_in,
    notices,
    oversees,
    participates_in,
    passives,
    recognised_by,
    supplies,
)
from kg.extract.relations.base import RelationArticle
from kg.extract.relations.located_in import seats
from kg.extract.relations.part_of import stated, units
from kg.extract.relations.runs import readings
from kg.extract.relations.table import Entry, rules_of, run
from kg.extract.relations.undertakes import active, apart, owners
from kg.extract.rules import Rule

TABLE = (
    Entry(stated.RULES, stated.find_parts),
    Entry(seats.RULES, seats.find_places),
    Entry(units.RULES, units.find_units),
    Entry(passives.RULES, passives.find_passives),
    Entry(active.RULES, active.find_works),
    Entry(owners.RULES, owners.find_owners),
    Entry(apart.RULES, apart.find_builders),
    Entry(supplies.RULES, supplies.find_supplies),
    Entry(invests_in.RULES, invests_in.find_money),
    Entry(cooperates_with.RULES, cooperates_with.find_partners),
    Entry(assists.PATTERNS),
    Entry(oversees.PATTERNS),
    Entry(assists.RULES, assists.find_help),
    Entry(oversees.RULES, oversees.find_oversight),
    Entry((*readings.RULES, *participates_in.RULES), readings.find_programmes),
    Entry(recognised_by.RULES, recognised_by.find_honours),
    Entry(notices.RULES, notices.find_notices),
    Entry((), seats.praised),
)
RULES: tuple[Rule, ...] = rules_of(TABLE)


def find_relations(draft: Draft) -> None:
    """Write the relations of one article; ``find_posts`` must have run before."""
    run(TABLE, RelationArticle(draft))
