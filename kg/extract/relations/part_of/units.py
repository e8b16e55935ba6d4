"""part_of: units printed without their parent belong to the nearest body of the right kind before them.

大队党委 after 消防救援大队 → the brigade      集团公司修配总厂 after 某集团 → the group
"""

from __future__ import annotations

import re

from kg import ontology
from kg.extract.clauses.subjects import coordinated
from kg.extract.ranges import united
from kg.extract.relations.base import RelationArticle
from kg.extract.rules import Rule
from kg.lexicon import alternatives
from kg.model import Mention
from kg.names.heads import head_of_organ, is_head, opening_head

ZONE_ORGAN = Rule(
    "part-zone-organ",
    "part_of",
    "[zone=云岭市高新区] 〔A区住建局〕、〔A财政局〕负责人参加调研。 => 区住建局、财政局 > 云岭市高新区",
    "[city=云岭市] 〔A区住建局〕、〔A财政局〕负责人参加调研。",
    0.9,
)

PARTY = Rule(
    "part-party",
    "part_of",
    "〔A消防救援大队〕值守，〔A大队党委〕送上慰问信。 => 大队党委 > 消防救援大队",
    "〔A消防救援大队〕值守，〔A县党委〕送上慰问信。",
    0.8,
)

HEADED = Rule(
    "part-headed",
    "part_of",
    "〔C云原煤业集团有限公司〕党委开会，〔C集团公司修配总厂〕代表〔P甲一〕发言。 => 集团公司修配总厂 > 云原煤业集团有限公司",
    "〔C云原煤业有限公司〕党委开会，〔C集团公司修配总厂〕代表〔P甲一〕发言。",
    0.9,
)

RULES = (ZONE_ORGAN, PARTY, HEADED)

UNIT = re.compile(
    r"^(?!.*(?:(?<!分)公司|集团|有限|银行$|合作社|经营部$)).{1,10}"
    rf"(?:[一二三四五六七八九十]班|{alternatives('bare_unit_ends')})$"
)


def find_units(article: RelationArticle) -> None:
    """Write the parents of units whose names and finders tell none."""
    told = {c.subject for c in article.draft.claims if c.predicate == "part_of"}
    bare = [m for m in article.draft.mentions if m.is_name and m.id not in told and m.parent is None and m.type in ontology.bodies()]
    for mention in bare:
        rule, parent = parent_of(article, mention)
        if parent and rule and not article.same(parent, mention):
            article.draft.claim(
                mention,
                "part_of",
                parent,
                united([(parent.start, parent.end), (mention.start, mention.end)]),
                rule.id,
                confidence=rule.confidence,
            )


def parent_of(article: RelationArticle, mention: Mention) -> tuple[Rule | None, Mention | None]:
    """Return the rule that knows this kind of unit and the parent it finds; (None, None) for what is no bare unit."""
    surface = mention.surface
    if in_zone(article, mention):
        return ZONE_ORGAN, zone_of_article(article, mention)
    of_organ = head_of_organ(surface)
    if of_organ:
        return PARTY, before(article, mention, ontology.organisations(), ending=of_organ.endings)
    head = opening_head(surface)
    if head:
        return HEADED, before(article, mention, ontology.bodies(), ending=head.endings)
    return None, None


def in_zone(article: RelationArticle, mention: Mention) -> bool:
    """Whether a body is one of the page's own zone: 区住建局, or a bare 财政局 in a list that begins with one."""
    if not zone_name(article) or mention.surface.startswith(("市", "省", "县")):
        return False
    if re.match(r"区(?!.*(?:公司|集团)有限)", mention.surface):
        return True
    if re.match(r".{2,}[省市县区州]", mention.surface):
        return False
    members = coordinated(article.draft, mention, types=("agency", "company"))
    return bool(members) and members[0].surface.startswith("区") and mention.end - mention.start <= 10


def zone_name(article: RelationArticle) -> str | None:
    """Return the zone whose own page this is, if it is one's."""
    return article.draft.article.locality.zone


def zone_of_article(article: RelationArticle, mention: Mention) -> Mention | None:
    """Return the page's zone as the article prints it, else as 区 implies it."""
    name = zone_name(article)
    named = [
        m
        for m in article.draft.mentions
        if m.type == "zone" and m.kind != "implied" and (m.name == name or (name or "").endswith(m.surface))
    ]
    if named:
        earlier = [m for m in named if m.start <= mention.start]
        return (earlier or named)[-1 if earlier else 0]
    return article.draft.imply(mention.start, mention.start + 1, "zone", name, "part-zone-organ") if name else None


def before(article: RelationArticle, mention: Mention, types: tuple[str, ...], ending: str | tuple[str, ...] = "") -> Mention | None:
    """Return the last body of these types named before a unit that is no bare unit itself; its name ends in one of ``ending``.

    Without one before it the first of the article is taken (a headline may be read later)."""
    whole = [
        m
        for m in article.draft.mentions
        if m.type in types
        and m.kind != "implied"
        and article.name(m).endswith(ending)
        and not (m.type == "company" and UNIT.match(m.surface))
        and not head_of_organ(m.surface)
        and not is_head(m.surface)
    ]
    earlier = [m for m in whole if m.end <= mention.start]
    return (earlier or whole[:1])[-1] if whole else None
