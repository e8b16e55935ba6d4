"""Facts as Chinese sentences in the ontology's words; quote and source are given separately, never mixed in.

张三 任职于 某局（职务：局长）
某项目的总投资：48亿元
张三在「座谈会」中为主持
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from kg import ontology
from kg.graph.facts import PLACE_ROLE, Fact, Facts
from kg.model import Article

if TYPE_CHECKING:
    from kg.graph.trace import Path

PLACE_LABEL = "发生地"
UNKNOWN_YEAR = "年份不明"


def sentence(facts: Facts, fact: Fact) -> str:
    """Return one fact as a sentence; what is not simply stated says so (〔计划〕, 〔曾经〕)."""
    subject, label = facts.things[fact.subject].name, predicate(fact)
    mark = "" if fact.status == "stated" else f"〔{_label(ontology.load().statuses, fact.status)}〕"
    if fact.family == "attribute":
        more = qualifiers(fact)
        return f"{subject}的{label}：{fact.value}" + (f"（{more}）" if more else "") + mark
    target = facts.things[fact.object].name if fact.object else ""
    if fact.family == "role":
        return f"{subject}在「{target}」中为{label}{mark}"
    more = qualifiers(fact)
    return " ".join(part for part in (subject, label, target) if part) + (f"（{more}）" if more else "") + mark


def predicate(fact: Fact) -> str:
    """Return the Chinese label of a fact's predicate, attribute or role."""
    known = ontology.load()
    if fact.predicate == PLACE_ROLE:
        return PLACE_LABEL
    table: Mapping[str, ontology.Term] = {"attribute": known.attributes, "role": known.event_roles}.get(fact.family, known.predicates)
    return _label(table, fact.predicate)


def qualifiers(fact: Fact) -> str:
    """Return a fact's qualifiers: `职务：局长；金额：3亿元`."""
    known = ontology.load()
    return "；".join(
        f"{_label(known.qualifiers, key)}：{_label(known.project_roles, value) if key == 'role' else value}"
        for key, value in fact.qualifiers
    )


def source(article: Article) -> str:
    """Return where an article stands: headline, bylines, date, page."""
    by = "、".join(f"{byline.role} {byline.name}" for byline in article.bylines)
    paper = " ".join(part for part in (article.page.newspaper, article.page.name) if part)
    return " · ".join(
        part
        for part in (
            f"《{article.headline}》" if article.headline else "（无标题）",
            by,
            dated(article.date),
            paper,
            f"第 {article.number + 1} 篇",
        )
        if part
    )


def doubts(fact: Fact) -> str:
    """Return confidence and doubts, for the end of a source line."""
    weak = "，跨弱接缝" if fact.evidence.crosses_weak_seam else ""
    return f" · 可信度 {fact.confidence:.0%}{weak}"


def dated(date: str | None) -> str | None:
    """Return a date as shown: one without a year says so."""
    return f"{date}（{UNKNOWN_YEAR}）" if date and not re.match(r"\d{4}", date) else date


def way(facts: Facts, path: Path) -> str:
    """Return the things of a path in a row: `张三 → 某会 → 某公司`."""
    return " → ".join(facts.things[id_].name for id_ in path.things)


def _label(table: Mapping[str, ontology.Term], key: str) -> str:
    return table[key].label_zh if key in table else key
