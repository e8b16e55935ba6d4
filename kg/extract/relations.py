"""Relations between bodies, works, programmes and places: runs the families of rules over one article, in a fixed order.

The rules themselves are in relations_structure, relations_works, relations_money, relations_partners, relations_programmes and
relations_honours; each states the sentence it was made for.
"""

from __future__ import annotations

from kg.extract import relations_structure
from kg.extract.draft import Draft
from kg.extract.relation_base import Scene
from kg.extract.rules import Rule

RULES: tuple[Rule, ...] = (*relations_structure.RULES,)


def find_relations(draft: Draft) -> None:
    """Write the relations of one article; ``find_posts`` must have run before."""
    scene = Scene(draft)
    relations_structure.find_structure(scene)
