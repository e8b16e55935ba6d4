"""part_of: what names say of themselves, and what sentences say of parents and subsidiaries.

A zone, project or facility whose name begins with a zone lies in it (located_in); an organ of the zone is part of it.
"""

from __future__ import annotations

import re

from kg import ontology
from kg.extract.clauses.modality import negated
from kg.extract.ranges import united
from kg.extract.relations.base import Extent, RelationArticle, fits
from kg.extract.rules import Rule
from kg.model import NAME_KINDS, Mention

NESTED = Rule(
    "part-nested",
    "part_of",
    "〔C〔C许州供电公司〕东坡运维班〕正在巡视。 => 许州供电公司东坡运维班 > 许州供电公司",
    "〔A〔L云岭市〕人民政府〕正在开会。",
    0.97,
)

PARENT = Rule(
    "part-parent",
    "part_of",
    "〔C许州供电公司〕值守，〔C东坡维护站<许州供电公司〕巡视。 => 东坡维护站 > 许州供电公司",
    "〔C许州供电公司〕值守，〔C东坡维护站〕巡视。",
    0.9,
)

OF_ANAPHOR = Rule(
    "part-anaphor",
    "part_of",
    "〔C甲公司〕投产。〔C该公司=甲公司〕〔C建设部〕组织施工。 => 建设部 > 甲公司",
    "〔C甲公司〕投产。〔C该公司=甲公司〕与〔C建设部〕合作。",
    0.95,
    "<o:org1><s:body1>",
)

SUBSIDIARY = Rule(
    "part-subsidiary",
    "part_of",
    "〔C甲公司〕是〔C乙集团〕的全资子公司。 => 甲公司 > 乙集团",
    "〔C甲公司〕是〔C乙集团〕的客户。",
    0.95,
    r"<s:body>，?(?:都|均|将|已|现|原)*(?:是|为|成为|系|作为)<o:org1>的?(?:全资|控股|核心|下属|二级|三级|旗下)*"
    r"(?:子公司|分公司|企业|公司|单位|机构|部门)",
)

OWNED = Rule(
    "part-owned",
    "part_of",
    "〔C乙集团〕下属企业〔C甲公司〕召开推进会。 => 甲公司 > 乙集团",
    "〔C乙集团〕下属企业共12家，〔C甲公司〕到会。",
    0.93,
    r"<o:org1>(?:的)?(?:全资|控股)?(?:下属|旗下|所属|所辖|管辖|麾下|直管|局属|市属|辖下|下辖|属下|直属"
    r"|子公司)的?(?:全资|控股)?(?:子公司|分公司|企业|单位|公司|门店|机构|学校|医院)?<s:body>",
)

TAILED = Rule(
    "located-nested",
    "located_in",
    "〔Z〔Z高新区〕织造产业园〕厂房内一片繁忙。 => 高新区织造产业园 > 高新区",
    "〔A〔Z高新区〕应急管理局〕大楼内一片繁忙。",
    0.95,
)

PATTERNS = (OF_ANAPHOR, SUBSIDIARY, OWNED)

RULES = (*PATTERNS, NESTED, PARENT, TAILED)


def find_parts(article: RelationArticle) -> None:
    """Write who belongs to whom in one article."""
    nested(article)
    for rule in PATTERNS:
        for folded, match in article.matches(rule):
            objects = folded.mentions(*match.span("o"))
            if negated(match.group()) or (rule is OF_ANAPHOR and objects[0].kind != "anaphor"):
                continue
            status = "planned" if re.search("将|拟|计划", match.group()) else ""
            article.write(rule, Extent(folded, *match.span()), folded.mentions(*match.span("s")), objects, status=status)


WHOLE = re.compile(r"(?:集团|控股|股份|有限|责任|总)*(?:公司|集团)|社|校|集团")
"""What makes a name whole and no part of the shorter one: 甲日报|社, 乙集团|有限公司."""


def nested(article: RelationArticle) -> None:
    """Write what a name says of itself: the body, zone or owner named inside it, or set as its parent, the nearest of them."""
    draft = article.draft
    for mention in [m for m in draft.mentions if m.is_name]:
        inside = owners_in(article, mention)
        parent = draft.mention(mention.parent) if mention.parent else None
        nearer = [m for m in inside if parent and m.start <= parent.start and m.end > parent.end]
        if nearer:
            own(article, mention, nearer[0], PARENT)
        elif parent is not None:
            own(article, mention, parent, PARENT)
        elif inside:
            own(article, mention, inside[0], NESTED)


def owners_in(article: RelationArticle, mention: Mention) -> list[Mention]:
    """Return whom a name may say to own the thing, the longest first."""
    inside = [
        m
        for m in article.draft.within(mention.start, mention.end, kinds=NAME_KINDS, outer=False)
        if m.end - m.start < mention.end - mention.start
        and not WHOLE.fullmatch(mention.surface[m.end - mention.start :] if m.start == mention.start else "")
        and (m.type in ontology.organisations() or m.type == mention.type == "facility")
    ]
    return sorted(inside, key=lambda m: (m.start - m.end, m.start))


OWN_TAIL = r"(?:项目|工程|建设项目|建设工程|区|内|里|办事处|[^\d]{0,3}\d+号(?:杆塔|铁塔|塔|杆|桩)?)"
"""What after a name makes no unit of it: the works themselves, a spot in it, the office that is the street, a tower of the line."""


def own(article: RelationArticle, mention: Mention, parent: Mention, rule: Rule) -> None:
    """Write the relation of a thing to the parent in its name, by the types of both."""
    draft = article.draft
    apart = parent.kind != "implied" and not (mention.start <= parent.start and parent.end <= mention.end)
    span = united([(parent.start, parent.end), (mention.start, mention.end)] if apart else [(mention.start, mention.end)])
    if article.same(mention, parent):
        return
    if re.fullmatch(re.escape(parent.surface) + OWN_TAIL, mention.surface):
        return
    if (mention.type == "zone" and parent.type == "zone") or (mention.type in ("project", "facility") and parent.type == "zone"):
        draft.claim(mention, "located_in", parent, span, TAILED.id, confidence=TAILED.confidence)
    elif mention.type != "zone" and fits(mention, rule.predicate, parent):
        draft.claim(mention, "part_of", parent, span, rule.id, confidence=rule.confidence)
