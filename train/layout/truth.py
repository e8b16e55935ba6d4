"""What is true of the lines of a page that ``train.layout.noise`` made: kind, article, place in the article's reading order."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.text.learned.lines import KINDS
from kg.text.learned.segments import Sheet

HEADS = ("kicker", "headline", "subhead")


@dataclass(frozen=True)
class Truth:
    """Of every line: ``kind`` (index into KINDS), ``article`` (-1: none), ``first`` and ``last`` order, ``repeat``."""

    kind: list[int]
    article: list[int]
    first: list[int]
    last: list[int]
    repeat: list[bool]

    def follows(self, at: int) -> bool:
        """Whether line ``at + 1`` goes on where line ``at`` ends: the text, or the headings of one story."""
        here, below = KINDS[self.kind[at]], KINDS[self.kind[at + 1]]
        if self.article[at] != self.article[at + 1] or self.repeat[at] != self.repeat[at + 1]:
            return False
        if here == "furniture" or below == "furniture":
            return here == below
        if here in HEADS or below in HEADS:
            return here in HEADS and below in HEADS
        return here == below and self.first[at + 1] == self.last[at] + 1


def read(path: Path) -> dict[str, Any]:
    """Read a page's truth file."""
    data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return data


def truth_of(page: dict[str, Any], sheet: Sheet) -> Truth:
    """Return what is true of each line of a sheet: of most of its characters."""
    articles = {a["id"]: (n, a) for n, a in enumerate(page["articles"])}
    told: dict[int, tuple[str, int, int, bool]] = {}
    for run in page["runs"]:
        number, article = articles.get(run["article"], (-1, None))
        order = run["order"] if run["order"] is not None else -1
        for at in range(run["start"], run["end"]):
            if page["text"][at].isspace():
                continue
            kind = run["part"]
            if article is not None and kind in ("body", "byline", "caption"):
                inside = article["body"][0] <= order < article["body"][1]
                kind = ("caption" if article["kind"] == "caption" else "body") if inside else "byline"
            told[at] = (kind, number, order, bool(run.get("repeat")))
            order += order >= 0
    rows: list[tuple[int, int, int, int, bool]] = []
    for line in sheet.lines:
        seen = [told[at] for at in line.chars.offsets if at in told]
        (kind, number), _ = Counter((k, n) for k, n, _, _ in seen).most_common(1)[0] if seen else (("furniture", -1), 0)
        own = [row for row in seen if row[:2] == (kind, number)] or [("", 0, -1, False)]
        rows.append((KINDS.index(kind), number, own[0][2], own[-1][2], own[0][3]))
    return Truth(*(list(column) for column in zip(*rows, strict=True)))
