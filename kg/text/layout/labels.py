"""Rows of labels with what they label: in notices and tables (``招标人：…`` over ``监督部门：…``), and an archive's record above a text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.model import SIDES
from kg.text.layout.lines import Line
from kg.text.squeeze import squeeze

LABEL = re.compile(r"^[\u4e00-\u9fff、（）()]{2,10}[：:](?=.)")


ITEM = re.compile(r"^[一二三四五六七八九十]{1,2}、")
NEAR = 2
"""How many lines apart two labels are of one record: what one labels may run over a line."""


def labelled(lines: Sequence[Line]) -> frozenset[int]:
    """Return the starts of the lines that open with a label and stand near another that does, and of the numbered ones over them.

    Such a line is no heading.
    """
    held = [bool(LABEL.match(line.text)) for line in lines]
    rows = {at for at in range(len(lines)) if held[at] and any(held[max(0, at - NEAR) : at] + held[at + 1 : at + 1 + NEAR])}
    rows |= {at - 1 for at in rows if at and ITEM.match(lines[at - 1].text)}
    return frozenset(lines[at].start for at in rows)


CELLS = re.compile(rf"\t+|[ \u3000\u00a0]*[{SIDES}][ \u3000\u00a0{SIDES}]*|[ \u3000\u00a0]{{2,}}|\u3000")
BLANKS = f" \t\r\n\u3000\u00a0{SIDES}"
FEWEST = 4
"""How many cells a line must have to be a row of a table."""


WORD = re.compile(r"[\u4e00-\u9fff]{3,}")
ALIKE = 2
"""How many words of a row the next one must have too, in order, where one space parts the cells: ``… 总投资 3 亿元 累计完成 1 亿元``."""


def tabled(lines: Sequence[Line]) -> frozenset[int]:
    """Return the starts of the lines that are rows of a table: of several words far apart, beside a line of as many; a row is text.

    Or of words parted by a space of which the line beside it has some too.
    """
    cells = [CELLS.split(line.raw.strip(BLANKS)) for line in lines]
    sizes = [len(row) if sum(len(cell) > 1 for cell in row) >= FEWEST - 1 else 0 for row in cells]
    words = [WORD.findall(line.raw) if "。" not in line.raw and len(line.raw.split()) >= FEWEST else [] for line in lines]
    found: set[int] = set()
    for at in range(1, len(lines)):
        both = set(words[at - 1]) & set(words[at])
        above, here = ([word for word in words[n] if word in both] for n in (at - 1, at))
        if sizes[at - 1] == sizes[at] >= FEWEST or (above == here and len(here) >= ALIKE):
            found |= {lines[at - 1].start, lines[at].start}
    return frozenset(found)


def with_rows(lines: Sequence[Line]) -> list[Line]:
    """Return lines that say which of them are rows; those known as such stay rows."""
    cells, labels = tabled(lines), labelled(lines)
    return [replace(line, row=line.row or "cells" * (line.start in cells) or "label" * (line.start in labels)) for line in lines]


ISSUED = re.compile(
    r"^[（(](?:(?:数据|资料|信息)?来源[：:][^（）()。]{2,30}|[^（）()，。；：]{3,24}\d{4}年\d{1,2}月\d{1,2}日"
    r"|\d{4}年\d{1,2}月\d{1,2}日[^（）()，。；：]{3,50}(?:通过|公布|发布|印发|批准|修订|修正))[）)]$"
)
"""A line in brackets at a notice or table that tells whose it is and of what day: ``（市妇联 2011年3月2日）``, ``（数据来源：…）``."""

TITLE = re.compile(r"^\s*(?:标\s*题|题\s*目|主\s*题)\s*[：:]\s*(?=\S)")
META = re.compile(
    r"^(?:标题|题目|主题|引题|副题|肩题|日期|时间|来源|出处|作者|记者|通讯员|编辑|责任编辑|版次|版面|版名|报纸|媒体|栏目|刊期|字数|发布时间|发布日期|链接|网址)[：:]"
)
"""The fields of an archive's record of an article, as databases of newspapers export them."""


def record(lines: Sequence[Line]) -> tuple[list[Line], list[Line], list[Line]]:
    """Return the title of a record that opens a text, without its label, the other fields, and the lines below; no title, no record."""
    end = next((at for at, line in enumerate(lines) if not META.match(line.text)), len(lines))
    titles = [at for at in range(end) if TITLE.match(lines[at].raw)]
    if len(titles) != 1 or end == len(lines):
        return [], [], list(lines)
    label, title = parted(lines[titles[0]])
    return [title], [label, *(line for at, line in enumerate(lines[:end]) if at != titles[0])], list(lines[end:])


def parted(line: Line) -> tuple[Line, Line]:
    """Cut the label off a title's line; both keep their page offsets."""
    match = TITLE.match(line.raw)
    at = match.end() if match else 0
    return (
        Line(line.raw[:at], squeeze(line.raw[:at], line.start), line.gap, line.start),
        Line(line.raw[at:], squeeze(line.raw[at:], line.start + at), 0, line.start + at),
    )
