"""Mentions of all pages to entities."""

from __future__ import annotations

from collections.abc import Sequence

from kg import ids
from kg.model import Corpus, Entity, Locality, Mention, Reading, ReadPage
from kg.resolve.decide import Decisions


def filed(mention: Mention, locality: Locality) -> str:
    """Return the name that a mention is filed under: as completed, else with the page's city for 市."""
    name = (mention.name or mention.surface).strip("《》“”")
    city, county = locality.city or "", locality.county or locality.zone
    if name.startswith("市") and city:
        return city + name[1:]
    if name[0] in "区县" and county and len(name) > 2:
        return county + name[1:]
    return name


def resolve(pages: Sequence[ReadPage], readings: Sequence[Reading], decisions: Decisions | None = None) -> Corpus:
    """Link the mentions of all pages into entities."""
    groups: dict[tuple[str, str, str], list[Mention]] = {}
    key_of: dict[str, tuple[str, str, str]] = {}
    for reading in readings:
        for m in reading.mentions:
            if m.kind != "anaphor":
                key = (m.type, reading.article.locality.city or "", filed(m, reading.article.locality))
                key_of[m.id] = key
                groups.setdefault(key, []).append(m)
    for reading in readings:
        for m in reading.mentions:
            if m.kind == "anaphor":
                key = key_of[m.antecedent or ""]
                key_of[m.id] = key
                groups[key].append(m)
    entities, entity_of = [], {}
    for (type_, city, name), found in sorted(groups.items()):
        id_ = ids.entity_id(type_, city or None, name)
        entities.append(Entity(id_, type_, name, tuple(sorted({m.surface for m in found if m.is_name})),
                               tuple(m.id for m in found), city or None))
        entity_of.update(dict.fromkeys((m.id for m in found), id_))
    return Corpus(tuple(pages), tuple(readings), tuple(entities), entity_of)
