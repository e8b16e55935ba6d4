"""Facts as sentences in the ontology's words, Chinese or English; quote and source are given separately, never mixed in.

张三 任职于 某局（职务：局长）      张三 holds post at 某局 (title: 局长)
某项目的总投资：48亿元           某项目, total investment: 48亿元
张三在「座谈会」中为主持         张三, host of “座谈会”

``language`` is "zh" or "en" everywhere; names and printed values stay as they are.
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

PLACE_LABEL = {"zh": "发生地", "en": "place"}
UNKNOWN_YEAR = {"zh": "（年份不明）", "en": " (year unknown)"}
UNTITLED = {"zh": "（无标题）", "en": "(no headline)"}
NUMBER = {"zh": "第 {} 篇", "en": "article {}"}
OF_ATTRIBUTE = {"zh": "{}的{}：{}", "en": "{}, {}: {}"}
OF_ROLE = {"zh": "{}在「{}」中为{}", "en": "{0}, {2} of “{1}”"}
ASIDE = {"zh": "（{}）", "en": " ({})"}
MARK = {"zh": "〔{}〕", "en": " [{}]"}
COLON = {"zh": "：", "en": ": "}
STOP = {"zh": "；", "en": "; "}


def sentence(facts: Facts, fact: Fact, language: str = "zh") -> str:
    """Return one fact as a sentence; what is not simply stated says so (〔计划〕, 〔曾经〕)."""
    subject, label = facts.things[fact.subject].name, predicate(fact, language)
    mark = "" if fact.status == "stated" else MARK[language].format(_label(ontology.load().statuses, fact.status, language))
    more = ASIDE[language].format(qualifiers(fact, language)) if fact.qualifiers else ""
    target = facts.things[fact.object].name if fact.object else ""
    if fact.family == "attribute":
        return OF_ATTRIBUTE[language].format(subject, label, fact.value) + more + mark
    if fact.family == "role":
        return OF_ROLE[language].format(subject, target, label) + mark
    return " ".join(part for part in (subject, label, target) if part) + more + mark


def predicate(fact: Fact, language: str = "zh") -> str:
    """Return the label of a fact's predicate, attribute or role."""
    known = ontology.load()
    if fact.predicate == PLACE_ROLE:
        return PLACE_LABEL[language]
    table: Mapping[str, ontology.Term] = {"attribute": known.attributes, "role": known.event_roles}.get(fact.family, known.predicates)
    return _label(table, fact.predicate, language)


def qualifiers(fact: Fact, language: str = "zh") -> str:
    """Return a fact's qualifiers: `职务：局长；金额：3亿元`."""
    known = ontology.load()
    return STOP[language].join(
        _label(known.qualifiers, key, language)
        + COLON[language]
        + (_label(known.project_roles, value, language) if key == "role" else value)
        for key, value in fact.qualifiers
    )


def source(article: Article, language: str = "zh") -> str:
    """Return where an article stands: headline, bylines, date, page."""
    by = "、".join(f"{byline.role} {byline.name}" for byline in article.bylines)
    paper = " ".join(part for part in (article.page.newspaper, article.page.name) if part)
    return " · ".join(
        part
        for part in (
            f"《{article.headline}》" if article.headline else UNTITLED[language],
            by,
            dated(article.date, language),
            paper,
            NUMBER[language].format(article.number + 1),
        )
        if part
    )


DOUBT = {"zh": " · 可信度 {}", "en": " · confidence {}"}
WEAK = {"zh": "，跨弱接缝", "en": ", across a weak seam"}


def doubts(fact: Fact, language: str = "zh") -> str:
    """Return confidence and doubts, for the end of a source line."""
    return DOUBT[language].format(f"{fact.confidence:.0%}") + (WEAK[language] if fact.evidence.crosses_weak_seam else "")


def dated(date: str | None, language: str = "zh") -> str | None:
    """Return a date as shown: one without a year says so."""
    return date + UNKNOWN_YEAR[language] if date and not re.match(r"\d{4}", date) else date


def way(facts: Facts, path: Path) -> str:
    """Return the things of a path in a row: `张三 → 某会 → 某公司`."""
    return " → ".join(facts.things[id_].name for id_ in path.things)


def _label(table: Mapping[str, ontology.Term], key: str, language: str) -> str:
    if key not in table:
        return key
    return table[key].label_zh if language == "zh" else table[key].label_en
