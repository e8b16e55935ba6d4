"""Labels with their values, as notices, name lists and site boards print them: 招标人：甲局；中标人：乙公司; 总经理：李某　监事：何某.

It finds where each label and value stands; what they mean is their readers' business. All offsets are article offsets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from kg.extract.draft import Draft

LABEL = re.compile(r"[\u4e00-\u9fff]{2,40}(?=[：:])")
LONGEST = 10
EDGE = tuple("\n；;。，,　 \t）)、”》")
STOP = re.compile(r"[；;。\n\t　]|  ")
BETWEEN = re.compile(r"[；;。，,\n\s　]*")


@dataclass(frozen=True, slots=True)
class Field:
    """A label at ``at`` and its value at ``start:end``."""

    label: str
    at: int
    start: int
    end: int


def fields(draft: Draft) -> list[Field]:
    """Return the labels of an article's body with their values, in order; a value ends at a stop, a wide blank or the next label."""
    body = draft.article.body
    found = [label for match in LABEL.finditer(draft.text, body.start, body.end) if (label := label_at(draft, *match.span()))]
    made = []
    for (at, colon), (end, _) in pairwise([*found, (body.end, 0)]):
        stop = STOP.search(draft.text, colon + 1, end)
        made.append(Field(draft.text[at:colon], at, colon + 1, stop.start() if stop else end))
    return made


def label_at(draft: Draft, start: int, colon: int) -> tuple[int, int] | None:
    """Return where the label before a colon begins and ends: after a mark, or after the name that a lost blank glued to it."""
    names = [m.end for m in draft.within(max(0, start - LONGEST), colon, kinds=("name", "shared")) if start < m.end <= colon - 2]
    at = max(names, default=start)
    is_edge = bool(names) or start == 0 or draft.text[start - 1] in EDGE or any(m.end == start for m in draft.within(start - 40, start))
    return (at, colon) if is_edge and 2 <= colon - at <= LONGEST else None


def runs(draft: Draft) -> Iterator[list[Field]]:
    """Yield the fields that follow one another with nothing but marks between them."""
    every = fields(draft)
    run = every[:1]
    for before, after in pairwise(every):
        if BETWEEN.fullmatch(draft.text, before.end, after.at):
            run.append(after)
        else:
            yield run
            run = [after]
    if run:
        yield run
