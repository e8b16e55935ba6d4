"""undertakes: works named apart from their doer: 乙公司按照计划，对柳河镇实施了电网改造工程."""

from __future__ import annotations

import re

from kg.extract.clauses.article import NOBODY, Spoken
from kg.extract.clauses.folded import Folded
from kg.extract.clauses.modality import negated
from kg.extract.clauses.patterns import GAP, MONEY
from kg.extract.relations.base import Extent, RelationArticle
from kg.extract.rules import Rule
from kg.model import Mention

ACROSS = Rule(
    "works-across",
    "undertakes",
    "〔C乙公司〕按照计划，对〔L柳河镇〕实施了〔J电网改造工程〕。 => 乙公司 > 电网改造工程 [role=owner]",
    "〔C乙公司〕召开会议，要求实施〔J电网改造工程〕。",
    0.75,
    rf"(?:投资{MONEY}|总投资{MONEY}的)?(?:实施|建设|新建|兴建|扩建|改造|打造|承建|建成)(?:了)?(?:的)?{GAP}{{0,8}}<o:pro>",
)

RULES = (ACROSS,)

OTHERS_WORK = re.compile(r"支持|帮助|要求|指导|服务|希望|争取|督促|会议|强调|指出|表示|听取|参观|考察|调研|视察|检查|企业|公司|集团")


def find_builders(article: RelationArticle) -> None:
    """Write works whose doer is the subject in force: 对该镇实施了某工程."""
    for folded, match in article.matches(ACROSS):
        found, extra_ranges = doer(article, folded, match.start())
        objects = folded.mentions(*match.span("o"))
        subjects = [m for m in found if m.type in ("company", "institution", "zone")]
        if subjects and not negated(match.group()) and not owned(article, objects):
            role = "owner" if subjects[0].type == "company" else "developer"
            article.write(ACROSS, Extent(folded, *match.span()), subjects, objects, qualifiers={"role": role}, extra_ranges=extra_ranges)


def doer(article: RelationArticle, folded: Folded, index: int) -> Spoken:
    """Return the subject in force if nothing between it and ``index`` speaks, visits or asks; of this sentence only."""
    found = article.subject_here(folded, index)
    between = folded.text[folded.index_of(found.ranges[0][1]) : index] if found.ranges else ""
    return NOBODY if OTHERS_WORK.search(between) or "Ⓟ" in between else found


def owned(article: RelationArticle, works: list[Mention]) -> bool:
    """Whether a plainer sentence has already said who undertakes these works."""
    names = {(m.type, article.name(m)) for m in works}
    for claim in article.draft.claims:
        if claim.predicate == "undertakes" and claim.object:
            target = article.draft.mention(claim.object)
            if (target.type, article.name(target)) in names:
                return True
    return False
