"""Relations between bodies, works, programmes and places: runs the families of rules over one article, in a fixed order.

The rules themselves are in the modules relations_…, a family each; each states the sentence it was made for.
"""

from __future__ import annotations

from kg.extract import (
    relations_builders,
    relations_honours,
    relations_money,
    relations_partners,
    relations_parts,
    relations_passives,
    relations_places,
    relations_programmes,
    relations_sites,
    relations_supplies,
    relations_units,
    relations_works,
)
from kg.extract.draft import Draft
from kg.extract.relation_base import Scene
from kg.extract.rules import Rule

RULES: tuple[Rule, ...] = (
    *relations_parts.RULES,
    *relations_places.RULES,
    *relations_sites.RULES,
    *relations_units.RULES,
    *relations_passives.RULES,
    *relations_works.RULES,
    *relations_builders.RULES,
    *relations_supplies.RULES,
    *relations_money.RULES,
    *relations_partners.RULES,
    *relations_programmes.RULES,
    *relations_honours.RULES,
)


def find_relations(draft: Draft) -> None:
    """Write the relations of one article; ``find_posts`` must have run before."""
    scene = Scene(draft)
    relations_parts.find_parts(scene)
    relations_places.find_places(scene)
    relations_sites.find_sites(scene)
    relations_units.find_units(scene)
    relations_passives.find_passives(scene)
    relations_works.find_works(scene)
    relations_builders.find_builders(scene)
    relations_supplies.find_supplies(scene)
    relations_money.find_money(scene)
    relations_partners.find_partners(scene)
    relations_programmes.find_programmes(scene)
    relations_honours.find_honours(scene)
    relations_places.praised(scene)
