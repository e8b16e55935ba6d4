"""Units that an article prints without their body: 财务科, 职工医院, 救护大队. Whose they are the network tells best of all bodies named.

Such a name alone says that there is a body; of the bodies of the article the most probable one is it, though the network, to which every
pair of names is a question of its own, is seldom sure of it.
"""

from __future__ import annotations

import re

from kg import ontology
from kg.extract.learned.nodes import Linked
from kg.lexicon import alternatives, ordered
from kg.model import Mention
from kg.names import organs
from kg.names.anatomy import leading_place
from kg.names.heads import opening_head
from kg.names.vocabulary import is_ordinary

LEAST, HEADED = 0.1, 0.3
"""Least probability of the body of a bare unit, and of one whose name opens with a noun for it (公司工程处): of the most probable ones
above it three in four are right (docs/reader.md)."""
UNIT = re.compile(rf"(.*?)(?:[第0-9一二三四五六七八九十]*)(?:{alternatives('unit_kinds')})")
STANDS_ALONE = re.compile("(?:实验|工作|教研)室$|部队$|工业部$")
"""Names that end like a unit's and are those of bodies on their own."""
OF_ZONE = re.compile("区[^区]{2,12}(?:局|办|委|大队)")
"""An organ of the 区 that the article is about: of a zone, where the page is no district's."""
OF_OFFICE = re.compile("[科股室队庭]$")
"""What no zone or place has of its own, but a body in it."""


def is_bare(name: str) -> bool:
    """Whether a name is a unit's and says nothing of whose: 保卫科, 铸造车间, 工会; not 县公证处, 铁道部, 广州白云部, 某某生科."""
    if OF_ZONE.fullmatch(name):
        return True
    found = UNIT.fullmatch(name)
    if found is None or STANDS_ALONE.search(name) or name.startswith(ordered("link_national")):
        return name in organs.owners()
    head = opening_head(name)
    rest = found[1][head.size :] if head else found[1]
    return not rest or (rest[0] not in "省市县区州旗乡镇村国" and not leading_place(rest) and is_ordinary(rest))


def bodies_of_units(linked: Linked) -> list[tuple[int, int, float]]:
    """Return the nodes of bare units whose body no claim tells, each with the node of the body that is most probable, and how probable."""
    told = {c.subject for c in linked.draft.claims if c.predicate == "part_of"}
    found = []
    for unit, mentions in enumerate(linked.mentions):
        if any(m.type in ontology.bodies() and m.kind == "name" and m.id not in told and is_bare(m.surface) for m in mentions):
            chances = [(chance_of(linked, unit, other), -other) for other in range(len(linked.nodes))]
            chance, body = max(chances, default=(0.0, 0))
            if chance >= (HEADED if opening_head(linked.text(unit)) else LEAST):
                found.append((unit, -body, chance))
    return found


def chance_of(linked: Linked, unit: int, other: int) -> float:
    """Return how probable it is that a unit is the other node's, 0 where that is no body which may have it."""
    of_district = OF_ZONE.fullmatch(linked.text(unit)) and (linked.draft.article.locality.county or "").endswith("区")
    if other == unit or of_district or not any(has_units(m, linked.text(unit)) for m in linked.mentions[other]):
        return 0.0
    return linked.links.probability(unit, other, "part_of")


def has_units(mention: Mention, unit: str) -> bool:
    """Whether a mention is of a body that may have such a unit and is no bare unit itself."""
    if OF_ZONE.fullmatch(unit):
        return mention.type == "zone" and mention.surface.endswith("区")
    types = ontology.bodies() if OF_OFFICE.search(unit) else ontology.organisations()
    return mention.type in types and not is_bare(mention.surface)
