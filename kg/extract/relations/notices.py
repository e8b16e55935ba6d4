"""What notices of tenders and site boards say label by label: 项目名称：丙工程；招标人：甲局；中标人：乙公司（联合体）."""

from __future__ import annotations

import re

from kg import ontology
from kg.extract.clauses.fields import Field
from kg.extract.clauses.records import FIRST, WON, named, records
from kg.extract.relations.base import RelationArticle, fits
from kg.extract.rules import Rule
from kg.model import Mention

PARTY = Rule(
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
ACTS = Rule(
    "notice-acts",
    "assists",
    "项目名称：〔J云溪水厂工程〕；招标人：〔A云溪县水利局〕；招标代理机构：〔C衡正咨询〕。 => 衡正咨询 > 云溪县水利局 [what=招标代理机构]",
    "项目名称：〔J云溪水厂工程〕；招标人：〔A云溪县水利局〕；投诉人：〔C衡正咨询〕。",
    0.9,
)
SUPPLIES = Rule(
    "notice-supplies",
    "supplies",
    "项目名称：〔J云溪县医院彩超采购项目〕；成交供应商：〔C望川医疗〕。 => 望川医疗 > 云溪县医院彩超采购项目",
    "项目名称：〔J云溪水厂工程〕；成交供应商：〔C望川建工〕。",
    0.9,
)
OVERSEES = Rule(
    "notice-oversees",
    "oversees",
    "项目名称：〔J云溪水厂工程〕；招标人：〔C云溪水务〕；监督部门：〔A云溪县水利局〕。 => 云溪县水利局 > 云溪水厂工程",
    "项目名称：〔J云溪水厂工程〕；招标人：〔C云溪水务〕；受理部门：〔A云溪县水利局〕。",
    0.9,
)
RULES = (PARTY, AGENT, ACTS, SUPPLIES, OVERSEES)
NOTICED = frozenset(rule.id for rule in RULES)

ROLES = (
    (re.compile("招标(?:人|单位)|采购(?:人|单位)|建设单位|业主(?:单位)?|项目法人|项目业主"), "owner", ""),
    (re.compile(f"{WON}|施工(?:总承包)?单位|承建单位|总承包(?:单位|人)"), "contractor", ""),
    (re.compile(FIRST), "contractor", "planned"),
    (re.compile("(?:勘察)?设计单位"), "designer", ""),
)
"""Labels of those who undertake a work, their role, and a status if it is not simply so."""
OTHERS = re.compile("代理(?:机构|单位|人)|监理单位|检测单位|第[二三](?:中标)?候选人|投标(?:人|单位)")
"""Labels of those who take part in it besides; the label is the role."""
AGENCY = re.compile("(?:招标|采购)代理(?:机构|单位|人)?")
OVERSEER = re.compile("(?:行政|采购|招投标)?监督(?:部门|单位|机构)")
SUPPLIER = re.compile("(?:成交|中标)?供应商|成交(?:人|单位)")
BOUGHT = re.compile("采购(?:项目)?$")
"""What the name of a work ends in that is only bought: its supplier builds nothing."""


def find_notices(article: RelationArticle) -> None:
    """Write who has which part in the work that a label is of."""
    draft = article.draft
    told = [(field, work, named(draft, field, *ontology.organisations())) for field, work in records(draft)]
    owners: dict[str, list[Mention]] = {}
    works: dict[str, Mention] = {}
    for field, work, parties in told:
        if work is None:
            continue
        works.setdefault(draft.name_of(work), work)
        if ROLES[0][0].fullmatch(field.label):
            owners.setdefault(draft.name_of(work), []).extend(parties)
    for field, work, parties in told:
        for body in parties:
            if OVERSEER.fullmatch(field.label):
                for each in works.values():
                    claim(article, OVERSEES, body, each, field, {})
            elif work is not None:
                party(article, body, work, field, owners.get(draft.name_of(work), []))


def party(article: RelationArticle, body: Mention, work: Mention, field: Field, owners: list[Mention]) -> None:
    """Write the part that a body has in a work."""
    if AGENCY.fullmatch(field.label) and owners:
        for owner in owners:
            claim(article, ACTS, body, owner, field, {"what": field.label})
    elif SUPPLIER.fullmatch(field.label) and BOUGHT.search(work.surface):
        for each in (work, *owners):
            claim(article, SUPPLIES, body, each, field, {})
    elif known := next(((role, status) for label, role, status in ROLES if label.fullmatch(field.label)), None):
        claim(article, PARTY, body, work, field, {"role": known[0]}, known[1])
    elif OTHERS.fullmatch(field.label) or AGENCY.fullmatch(field.label):
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
