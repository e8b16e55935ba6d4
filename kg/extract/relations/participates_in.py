"""participates_in: who takes part in a programme or works without running it."""

from __future__ import annotations

import re

from kg.extract.clauses.folded import Folded
from kg.extract.clauses.patterns import ANY, COMMA_AND
from kg.extract.relations.base import Extent, RelationArticle
from kg.extract.rules import Rule

FOLLOWS = Rule(
    "follows-verb",
    "participates_in",
    "〔A市文旅局〕要对照《〔G旅游提升三年方案〕》补齐短板。 => 市文旅局 > 旅游提升三年方案 [role=对照]",
    "〔A市文旅局〕要制定《〔G旅游提升三年方案〕》补齐短板。",
    0.8,
)

HELPED = Rule(
    "follows-helped",
    "participates_in",
    "〔G护苗行动〕由〔A甲局〕牵头，〔A乙局〕、〔A丙局〕配合实施。 => 乙局、丙局 > 护苗行动 [role=配合]",
    "〔G护苗行动〕由〔A甲局〕牵头，家长配合学校。",
    0.85,
)

TASK = Rule(
    "follows-task",
    "participates_in",
    "〔A甲局〕启动〔G护苗行动〕。〔I甲检测中心〕承担抽检任务。 => 甲检测中心 > 护苗行动 [role=抽检]",
    "〔A甲局〕启动〔G护苗行动〕。〔I甲检测中心〕承担社会责任。",
    0.75,
)

ATTEND = Rule(
    "follows-joins",
    "participates_in",
    "〔I甲学院〕将参与〔J研发中心〕的课题攻关。 => 甲学院 > 研发中心 [role=课题攻关]",
    "〔I甲学院〕将参观〔J研发中心〕的实验室。",
    0.8,
)

RULES = (FOLLOWS, HELPED, TASK, ATTEND)
"""FOLLOWS and HELPED are written where a programme's runners are read (``runs``)."""

TASKS = re.compile(r"(?P<s>[ⒸⒶⒾ])(?:已|还|将|共)?(?:承担|负责)(?P<role>[^ⓅⒸⒶⒾⓏⒿⒻⓁⒼ，。；]{2,10}?)(?:任务|工作|职责|[0-9]+场|养护)")


def task(article: RelationArticle, folded: Folded) -> None:
    """Write 甲中心承担抽检任务 as a part in the programme or the works spoken of in the sentences just before."""
    for match in TASKS.finditer(folded.text):
        earlier = [m for s in article.earlier(folded, 2) for m in s.mentions(0, len(s.text), "ⒼⒿ")]
        aims = folded.mentions(0, match.start(), "ⒼⒿ")[-1:] or earlier[-1:]
        extra_ranges = [(aims[0].start, aims[0].end)] if aims else []
        article.write(
            TASK,
            Extent(folded, *match.span()),
            folded.mentions(*match.span("s")),
            aims,
            qualifiers={"role": match["role"]},
            extra_ranges=extra_ranges,
        )


JOINS = re.compile(
    rf"(?P<s>[ⒸⒶⒾⓏ](?:{COMMA_AND}?[ⒸⒶⒾⓏ])*)[^{ANY}，。；]{{0,8}}(?:参与|参加|加入|参建)(?:了)?(?P<o>[ⒿⒼ])(?:的)?"
    rf"(?P<role>[^{ANY}，。；]{{0,8}})"
)


def joins(article: RelationArticle, folded: Folded) -> None:
    """Write 某学院将参与该中心的课题攻关."""
    for match in JOINS.finditer(folded.text):
        article.write(
            ATTEND,
            Extent(folded, *match.span()),
            folded.mentions(*match.span("s")),
            folded.mentions(*match.span("o")),
            qualifiers={"role": match["role"] or "参与"},
        )
