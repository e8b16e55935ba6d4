"""Notices of tenders and site boards as records: labels with their values, and the work that each is of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.clauses.fields import Field, runs
from kg.extract.draft import Draft
from kg.model import Mention

WORK = re.compile("(?:项目|工程|标段|采购项目)名称")
WORKS = ("project", "facility", "zone")
UNDER = re.compile("[\\s（）()：:]*")
"""What may stand between the name of a work and the labels under it."""
WON, FIRST = "中标(?:人|单位|供应商|企业)|成交(?:人|供应商|单位)", "第一(?:中标)?候选人"
"""The labels of who has won a tender, and of who is to."""
NOTICE = re.compile("(?:中标|成交|候选人|招标|采购|评标|开标)[^，。]{0,8}(?:公示|公告|结果|名单)$")
"""How the headline of a notice ends that names its work: ``…工程施工中标候选人公示``."""


def records(draft: Draft) -> Iterator[tuple[Field, Mention | None]]:
    """Yield every label of an article's body with the one work it is of, None if that is not told.

    A work is named under a label of its own in the same run, right before a label, or else in the headline of the notice.
    """
    heading = titled(draft)
    for run in runs(draft):
        works = [m for field in run if WORK.fullmatch(field.label) for m in named(draft, field, *WORKS)]
        for field in run:
            heading = headed(draft, field, heading)
            yield field, heading if not works else works[0] if len(works) == 1 else None


def titled(draft: Draft) -> Mention | None:
    """Return the one work that a notice's headline names."""
    end = draft.article.body.start
    lines = draft.text[:end].strip().split("\n")
    works = draft.within(0, end, *WORKS, kinds=("name", "shared"))
    return works[0] if len(works) == 1 and any(NOTICE.search(line) for line in lines) else None


def headed(draft: Draft, field: Field, heading: Mention | None) -> Mention | None:
    """Return the work that a label stands under: named right before it, else that of the label before if no other is named since."""
    body = draft.article.body.start
    since = max(heading.end, body) if heading else body
    last = max(draft.within(since, field.at, *WORKS, kinds=("name", "shared")), key=lambda m: m.end, default=None)
    if last is None:
        return heading
    return last if UNDER.fullmatch(draft.text, last.end, field.at) else None


def named(draft: Draft, field: Field, *types: str) -> list[Mention]:
    """Return the names of these types that a value lists, those inside others left out."""
    return [m for m in draft.within(field.start, field.end, kinds=("name", "shared")) if m.type in types]
