"""Which body a name itself says it belongs to: the company in its unit's name, the zone of a 管委会, the 市政协 of a 提案委.

Works on the mentions of one article after all names are chosen; sets ``parent`` and implies a zone that only 区 points to. What the
page's city or county adds to a name is not decided here.
"""

from __future__ import annotations

import re

from kg import ontology
from kg.extract.draft import Draft
from kg.extract.mentions.candidates import Candidate
from kg.extract.mentions.rules import name_rule
from kg.model import Mention

OWNED = (*ontology.organisations(), "facility")
OF_ZONE = re.compile(r"区[\u3400-\u9fff]{2,}")
ORGANS = {
    re.compile(r"(?:文史|提案|经济|社法|农业农村|教科卫体|民宗)委$"): re.compile(r"政协"),
    re.compile(r"(?:组织|宣传|统战)部$|政法委$|政研室$"): re.compile(r"[市县区省州]委"),
}
ZONE_OFFICES = (
    "党工委",
    "管委会",
    "管理委员会",
    "纪工委",
    "监察工委",
    "党政办",
    "经发局",
    "经济发展局",
    "社会事业局",
    "规划建设局",
    "招商局",
    "投促局",
)
"""Offices that a zone has; printed alone on a zone's page they are the zone's."""

NEAR = 120
"""Characters back in which an organ's body is looked for; newspapers name it in the same sentence."""


def set_parents(draft: Draft, chosen: list[Candidate]) -> None:
    """Set the parents of an article's names: those the finder saw, those inside the name, those just before it."""
    at = {(m.start, m.end): m for m in draft.mentions if m.is_name}
    parents = {(*c.span, c.type): c.parent for c in reversed(chosen) if c.parent}
    for mention in list(draft.mentions):
        if mention.type not in OWNED or mention.kind != "name" or name_rule(mention.rule).is_twin:
            continue
        parent = (
            at.get(parents.get((mention.start, mention.end, mention.type), (-1, -1)))
            or inside(draft, mention)
            or organ(draft, mention)
            or zone_of(draft, mention)
        )
        if parent is not None and parent.id != mention.id:
            draft.set_parent(mention, parent)


def inside(draft: Draft, mention: Mention) -> Mention | None:
    """Return the longest body that the name opens with: 许昌供电公司 in 许昌供电公司薛坡运维班."""
    found = [
        m
        for m in draft.within(mention.start, mention.end, *ontology.organisations(), kinds=("name",), outer=False)
        if m.start == mention.start and m.end < mention.end
    ]
    return max(found, key=lambda m: m.end, default=None)


def organ(draft: Draft, mention: Mention) -> Mention | None:
    """Return the body of an organ printed alone: 市政协 for 提案委, 市委 for 宣传部."""
    if mention.type != "agency":
        return None
    for suffix, body in ORGANS.items():
        if suffix.fullmatch(mention.surface):
            found = [
                m
                for m in draft.within(max(0, mention.start - NEAR), mention.start, "agency", kinds=("name",), outer=False)
                if body.search(m.surface)
            ]
            return max(found, key=lambda m: (m.start, -m.end), default=None)
    return None


def zone_of(draft: Draft, mention: Mention) -> Mention | None:
    """Return the zone of an office on a zone's own page, implied at the 区 of 区应急管理局 or at 管委会 itself."""
    zone = draft.article.locality.zone
    if not zone or mention.type != "agency":
        return None
    if mention.surface.startswith("区") and OF_ZONE.fullmatch(mention.surface):
        return draft.imply(mention.start, mention.start + 1, "zone", zone, "zone-own", score=name_rule("zone-own").score)
    if mention.surface in ZONE_OFFICES:
        return draft.imply(mention.start, mention.end, "zone", zone, "zone-of-office", score=name_rule("zone-of-office").score)
    return None
