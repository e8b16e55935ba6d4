"""What notices of tenders and site boards say label by label: 项目名称：丙工程；招标人：甲局；中标人：乙公司（联合体）."""

from __future__ import annotations

import re

from kg import ontology
from kg.extract.clauses.fields import Field, runs
from kg.extract.relations.base import RelationArticle, fits
from kg.extract.rules import Rule
from kg.model import Mention

NOTICE = Rule(
    "notice-party",
    "undertakes",
    "项目名称：〔J云溪水厂工程〕；招标人：〔A云溪县水利局〕；中标人：〔C望川建工〕。 => 云溪县水利局 > 云溪水厂工程 [role=owner]; "
    "望川建工 > 云溪水厂工程 [role=contractor]",
    "项目名称：〔J云溪水厂工程〕；投诉人：〔C望川建工〕。",
    0.92,
)
AGENT = Rule(
    "notice-agent",
    "participates_in",
    "项目名称：〔J云溪水厂工程〕；监理单位：〔C信诚监理〕。 => 信诚监理 > 云溪水厂工程 [role=监理单位]",
    "项目名称：〔J云溪水厂工程〕；投诉人：〔C信诚监理〕。",
    0.9,
)
RULES = (NOTICE, AGENT)

WORK = re.compile("(?:项目|工程|标段|采购项目)名称")
ROLES = (
    (re.compile("招标(?:人|单位)|采购(?:人|单位)|建设单位|业主(?:单位)?|项目法人|项目业主"), "owner", ""),
    (re.compile("中标(?:人|单位|供应商|企业)|成交(?:人|供应商|单位)|施工(?:总承包)?单位|承建单位|总承包(?:单位|人)"), "contractor", ""),
    (re.compile("第一(?:中标)?候选人"), "contractor", "planned"),
    (re.compile("(?:勘察)?设计单位"), "designer", ""),
)
"""Labels of those who undertake a work, their role, and a status if it is not simply so."""
OTHERS = re.compile("(?:招标|采购)?代理(?:机构|单位|人)|监理单位|检测单位|第[二三](?:中标)?候选人|投标(?:人|单位)")
"""Labels of those who take part in it besides; the label is the role."""


def find_notices(article: RelationArticle) -> None:
    """Write who has which part in the work that a run of labels names or stands under, and the consortia."""
    heading: Mention | None = None
    for run in runs(article.draft):
        works = [m for field in run if WORK.fullmatch(field.label) for m in named(article, field, *WORKS)]
        for field in run:
            parties = named(article, field, *ontology.organisations())
            heading = headed(article, field, heading)
            work = heading if not works else works[0] if len(works) == 1 else None
            if work is not None:
                party(article, work, field, parties)


WORKS = ("project", "facility", "zone")
UNDER = re.compile("[\\s（）()：:]*")
"""What may stand between the name of a work and the labels under it."""


def headed(article: RelationArticle, field: Field, heading: Mention | None) -> Mention | None:
    """Return the work that a label stands under: named right before it, else that of the label before if no other is named since."""
    since = heading.end if heading else 0
    last = max(article.draft.within(since, field.at, *WORKS, kinds=("name", "shared")), key=lambda m: m.end, default=None)
    if last is None:
        return heading
    return last if UNDER.fullmatch(article.draft.text, last.end, field.at) else None


def named(article: RelationArticle, field: Field, *types: str) -> list[Mention]:
    """Return the names of these types that a value lists, those inside others left out."""
    inside = article.draft.within(field.start, field.end, kinds=("name", "shared"))
    return [m for m in inside if m.type in types]


def party(article: RelationArticle, work: Mention, field: Field, parties: list[Mention]) -> None:
    """Write the part that the bodies of one value have in a work."""
    for label, role, status in ROLES:
        if label.fullmatch(field.label):
            for body in parties:
                claim(article, NOTICE, body, work, field, {"role": role}, status)
            return
    if OTHERS.fullmatch(field.label):
        for body in parties:
            claim(article, AGENT, body, work, field, {"role": field.label})


def claim(
    article: RelationArticle, rule: Rule, subject: Mention, target: Mention, field: Field, more: dict[str, str], status: str = ""
) -> None:
    """Write one relation with the words of its label, and those that name the work."""
    identity = (subject.id, rule.predicate, target.id)
    if subject.id != target.id and fits(subject, rule.predicate, target) and identity not in article.written:
        article.written.add(identity)
        ranges = sorted({(target.start, target.end), (field.at, field.end)})
        if field.at <= target.start < field.end:
            ranges = [(field.at, field.end)]
        article.draft.claim(
            subject, rule.predicate, target, ranges, rule.id, qualifiers=more, confidence=rule.confidence, status=status or "stated"
        )
