"""Attributes: sums, areas, capacities, members, patents, dates and status of projects and bodies, each with its owner.

A quantity is claimed only if the words around it say what it is (kg/lexicon/attribute_cues.tsv) and a named thing owns it
(owner). Counts of unnamed things, goals, growth rates and sums of several unnamed projects are not claimed:

    现场签约项目11个，总投资62.8亿元      nothing: no named thing
    此次集中开工的6个项目年度计划投资21亿元   nothing: a plan for a year

Finders return what they found; ``find_attributes`` alone writes it into the draft.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from kg.extract.attributes.attribute import Attribute, NotTaken
from kg.extract.attributes.dates import dates_of
from kg.extract.attributes.lists import listed_statuses
from kg.extract.attributes.notices import noticed
from kg.extract.attributes.quantities import capacities_in_name, quantities_of
from kg.extract.attributes.status import statuses_of
from kg.extract.draft import Draft
from kg.extract.rules import Rule

RULES = (
    Rule(
        "attribute-total_investment",
        "total_investment",
        "〔J云溪水厂项目〕由〔C甲公司〕承建，总投资6亿元。 => 云溪水厂项目.total_investment = 6亿元",
        "〔J云溪水厂项目〕等12个项目集中开工，总投资62亿元。",
        0.88,
    ),
    Rule(
        "attribute-completed_investment",
        "completed_investment",
        "〔J云溪水厂项目〕累计完成投资4亿元。 => 云溪水厂项目.completed_investment = 4亿元",
        "〔J云溪水厂项目〕年度计划投资4亿元。",
        0.9,
    ),
    Rule(
        "attribute-contract_amount",
        "contract_amount",
        "〔C甲公司〕中标〔J云溪水厂项目〕，中标金额5380万元。 => 云溪水厂项目.contract_amount = 5380万元",
        "〔C甲公司〕作价5380万元转让〔J云溪水厂项目〕股权。",
        0.88,
    ),
    Rule(
        "attribute-funding",
        "funding",
        "〔A市水务局〕争取资金960万元，启动〔J云溪供水工程〕。 => 云溪供水工程.funding = 960万元",
        "〔C甲公司〕新增贷款960万元，启动〔J云溪供水工程〕。",
        0.85,
    ),
    Rule(
        "attribute-area",
        "area",
        "〔Z青桐产业园〕占地420亩。 => 青桐产业园.area = 420亩",
        "〔Z青桐产业园〕征收葡萄420亩。",
        0.9,
    ),
    Rule(
        "attribute-floor_area",
        "floor_area",
        "〔Z青桐产业园〕总建筑面积15万平方米。 => 青桐产业园.floor_area = 15万平方米",
        "〔Z青桐产业园〕占地15万平方米。",
        0.9,
    ),
    Rule(
        "attribute-capacity",
        "capacity",
        "〔J云溪水厂项目〕日供水能力由10万吨提高到25万吨。 => 云溪水厂项目.capacity = 25万吨",
        "〔J云溪水厂项目〕年产25万吨纯净水项目开工。",
        0.88,
    ),
    Rule(
        "attribute-name",
        "capacity",
        "〔J年产30万台水泵项目〕落户本市。 => 年产30万台水泵项目.capacity = 30万台",
        "〔F220千伏云溪变电站〕投运。",
        0.95,
    ),
    Rule(
        "attribute-members",
        "members",
        "〔Z青桐产业园〕现有入园企业26家。 => 青桐产业园.members = 26家",
        "〔A市监局〕检查企业26家。",
        0.88,
    ),
    Rule(
        "attribute-patents",
        "patents",
        "〔C甲公司〕拥有发明专利37项。 => 甲公司.patents = 37项",
        "〔C甲公司〕解答专利问题37项。",
        0.88,
    ),
    Rule(
        "attribute-output",
        "output",
        "〔C甲公司〕去年实现产值4.2亿元。 => 甲公司.output = 4.2亿元",
        "〔C甲公司〕产值同比增长4.2亿元。",
        0.85,
    ),
    Rule(
        "attribute-start",
        "start",
        "〔J云溪水厂项目〕2021年3月开工。 => 云溪水厂项目.start = 2021年3月",
        "3月4日，云溪县举行〔J云溪水厂项目〕开工仪式。",
        0.9,
    ),
    Rule(
        "attribute-completion",
        "completion",
        "〔J110千伏云溪输变电工程〕已于今年1月投运。 => 110千伏云溪输变电工程.completion = 今年1月",
        "〔J110千伏云溪输变电工程〕今年1月主体完工。",
        0.88,
    ),
    Rule(
        "attribute-status",
        "status",
        "〔J云溪水厂项目〕尚未开工。 => 云溪水厂项目.status = 尚未开工",
        "要确保〔J云溪水厂项目〕早日投产。",
        0.92,
    ),
)
"""The confidence of a claim goes by how near its owner stands (NEARNESS), not by its rule."""

NEARNESS = {"behind": 0.92, "clause": 0.92, "sentence": 0.88, "topic": 0.7}
"""Confidence by how near the owner stands: shares right on the seeds and the invented pages p01…p08, read with our own names."""


def find_attributes(draft: Draft) -> None:
    """Add the attribute claims of one article to its draft; the same value is claimed once for an owner and key."""
    seen: set[tuple[str, str, str]] = set()
    for find in finders(draft):
        with draft.spared():
            write(draft, find(), seen)


def finders(draft: Draft) -> Iterator[Callable[[], Iterable[Attribute | NotTaken]]]:
    """Yield what is to be run over an article: finders clause by clause and sentence by sentence, then of lists and of names."""
    for sentence in draft.sentences:
        for clause in draft.clauses(sentence):
            yield partial(quantities_of, draft, clause)
        if sentence.section == "body":
            yield partial(dates_of, draft, sentence)
            yield partial(statuses_of, draft, sentence)
    yield partial(noticed, draft)
    yield partial(listed_statuses, draft, [sentence for sentence in draft.sentences if sentence.section == "body"])
    for mention in draft.mentions:
        if mention.type == "project" and mention.kind == "name":
            yield partial(capacities_in_name, mention)


def write(draft: Draft, results: Iterable[Attribute | NotTaken], seen: set[tuple[str, str, str]]) -> None:
    """Claim what is found and not yet ``seen`` as (owner, key, value); reject what is nobody's."""
    for found in results:
        if isinstance(found, NotTaken):
            draft.reject("attribute", found.value, found.reason, found.start)
            continue
        mention = found.owner.mention
        mark = (mention.antecedent or mention.name or mention.surface, found.key, found.value)
        if mark not in seen:
            seen.add(mark)
            counted = {"counted": found.counted} if found.counted else {}
            draft.claim(
                mention,
                found.key,
                None,
                found.ranges,
                found.rule,
                value=found.value,
                qualifiers=counted,
                confidence=NEARNESS[found.owner.near],
            )
