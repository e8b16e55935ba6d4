"""The status that heads a list of works and is said of them all: 开工项目包括Ⓙ、Ⓙ等5个; 本次签约的项目分别是：Ⓒ投资2亿元建设Ⓙ；…."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.extract.attributes.attribute import Attribute, Owner
from kg.extract.draft import Draft, Stretch
from kg.model import Mention

HEADS = re.compile(
    "(?P<status>开工|竣工|签约|投产|在建|续建|投运)(?:的)?(?:[^，。；]{0,4}个)?(?:重大|重点|产业|工业|建设)*(?:项目|工程)"
    "(?:主要|共有|分别|具体)?(?:包括|涵盖|涉及|分别为|分别是|有|为|是)[:：]?"
)
"""A head with the status in it, right before its list; 签约项目涉及｜新材料等领域 has no work after it and claims nothing."""
NOT_YET = re.compile("拟|计划|将|待|未|原定|去年|此前|谋划|储备|争取|确保$")


def listed_statuses(draft: Draft, sentences: Sequence[Stretch]) -> Iterator[Attribute]:
    """Find the status at the head of each list of works for every work of the list, across semicolons."""
    heading: re.Match[str] | None = None
    for sentence in sentences:
        head = HEADS.search(draft.text, sentence.start, sentence.end)
        if head and not NOT_YET.search(draft.text[sentence.start : head.start()][-8:]):
            heading = head
        elif head:
            heading = None
        if heading:
            start = max(sentence.start, heading.end())
            for mention in listed_works(draft, start, sentence.end):
                yield Attribute(Owner(mention, "sentence"), "status", heading["status"], heading.span("status"), "attribute-status")
        if not sentence.text.endswith(("；", ";")):
            heading = None


def listed_works(draft: Draft, start: int, end: int) -> list[Mention]:
    """Return the works of a list: joined by 、 and 和, or each the object of its own 投资…建设."""
    works = draft.within(start, end, "project")
    if not works or (works[0].start - start > 2 and not re.search("投资|建设|实施|的$", draft.text[start : works[0].start])):
        return []
    found = [works[0]]
    for mention in works[1:]:
        gap = draft.text[found[-1].end : mention.start]
        if not re.fullmatch("(?:项目|工程|[^，。；、]{0,6}期)?(?:[、，和与及]|以及)[^。；]{0,24}", gap):
            break
        found.append(mention)
    return found
