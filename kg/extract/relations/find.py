"""Relations between bodies, works, programmes and places: the table of rules, run over one article in a fixed order.

The rules themselves are in the modules beside this one, a predicate each; each states the sentence it was made for.
"""

from __future__ import annotations

from kg.extract.draft import Draft
from kg.extract.relations import (
    assists,
    cooperates_with,
    invests_in,
    located_in,
    oversees,
    part_of,
    passives,
    recognised_by,
    runs,
    supplies,
    undertakes,
)
from kg.extract.relations.base import ArticleClauses
from kg.extract.relations.table import Entry, rules_of, run
from kg.extract.rules import Rule

TABLE = (
    Entry(part_of.RULES, part_of.find_parts),
    Entry(located_in.RULES, located_in.find_places),
    Entry(located_in.SITE_RULES, located_in.find_sites),
    Entry(part_of.UNIT_RULES, part_of.find_units),
    Entry(passives.RULES, passives.find_passives),
    Entry(undertakes.RULES, undertakes.find_works),
    Entry(undertakes.BUILDER_RULES, undertakes.find_builders),
    Entry(supplies.RULES, supplies.find_supplies),
    Entry(invests_in.RULES, invests_in.find_money),
    Entry(cooperates_with.RULES, cooperates_with.find_partners),
    Entry((cooperates_with.ASKED, supplies.SERVES, cooperates_with.MOVED)),
    Entry(assists.PATTERNS),
    Entry(oversees.PATTERNS),
    Entry(assists.RULES, assists.find_help),
    Entry(oversees.RULES, oversees.find_oversight),
    Entry(runs.RULES, runs.find_programmes),
    Entry(recognised_by.RULES, recognised_by.find_honours),
    Entry((), located_in.praised),
)
RULES: tuple[Rule, ...] = rules_of(TABLE)


def find_relations(draft: Draft) -> None:
    """Write the relations of one article; ``find_posts`` must have run before."""
    run(TABLE, ArticleClauses(draft))
