"""What the setting of a page settles of its lines, whatever a network makes of them: certain headings, credits, text."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from kg.names.surnames import has_common_surname
from kg.text.layout.credits import is_credit
from kg.text.layout.headings import SUBHEAD
from kg.text.layout.labels import ISSUED
from kg.text.layout.lines import Line
from kg.text.layout.pieces import DATED, HEAD
from kg.text.learned.lines import BULLET, KINDS, RULE
from kg.text.learned.net import Array
from kg.text.learned.segments import Sheet

RULED, ABOVE, NEVER = 3.0, 6.0, 20.0
"""What it adds to the logits of headings that the rules of ``kg.text.layout.pieces`` make one of a line, to those of a headline that it
stands right above a subhead with a dash, and to those of a kind that a line is certainly of, or takes from them."""
HEADS, TEXTS = ("kicker", "headline", "subhead"), ("body", "caption")
LONGEST_HEAD, LONGEST_NAME, SHORT = 30, 24, 8
CLOSING = re.compile("特此(?:公告|通知|通告|公示|声明|启事|函告|证明)[。！]?")
"""The words that close a notice, on a line of their own."""
SHORTEST_BRIEF = 25
"""The characters with which a sentence behind a bullet is a brief and no entry of a list."""
PEN_NAME = frozenset("老小阿")
"""What a pen name begins with where no surname does: ``老 渡``."""


def settled(sheet: Sheet, kinds: Array) -> Array:
    """Return the logits of KINDS of every line with what its setting says; (lines, kinds)."""
    told = [KINDS[int(at)] for at in kinds.argmax(1)]
    signed = signatures(sheet)
    evidence: tuple[tuple[float, tuple[str, ...], Callable[[int], bool]], ...] = (
        (RULED, HEADS, lambda at: sheet.ruled[at] == HEAD),
        (-NEVER, HEADS, lambda at: is_no_heading(sheet, at)),
        (NEVER, TEXTS, lambda at: sheet.lines[at].row == "cells"),
        (NEVER, ("body",), lambda at: at in signed),
        (NEVER, ("subhead",), lambda at: ISSUED.match(sheet.lines[at].text) is not None),
        (NEVER, ("byline",), lambda at: at > 0 and told[at - 1] in HEADS and is_writer(sheet.lines[at])),
        (ABOVE, ("headline",), lambda at: told[at + 1 : at + 2] == ["subhead"] and leads(sheet.lines[at], sheet.lines[at + 1])),
    )
    found = kinds.copy()
    for more, names, holds in evidence:
        columns = [KINDS.index(name) for name in names]
        for at in filter(holds, range(len(sheet.lines))):
            found[at, columns] += more
    return found


def is_no_heading(sheet: Sheet, at: int) -> bool:
    """Whether a line is certainly no heading: marks alone, words in brackets, a credit, a label, 特此公告, running text beside a column."""
    line = sheet.lines[at]
    is_bracketed = line.text[0] in "（(" and line.text[-1] in "）)" and not ISSUED.match(line.text)
    is_columned = line.start in sheet.columned and len(line.text) > SHORT
    is_label = line.row == "label" or CLOSING.fullmatch(line.text) is not None
    return is_bracketed or is_columned or is_label or is_credit(line.raw) or RULE.match(line.text) is not None


def is_writer(line: Line) -> bool:
    """Whether a line under a heading is who wrote the text, the characters set apart: ``温 良``, ``老 渡``."""
    words = line.raw.split()
    spaced = len(words) in (2, 3) and all(len(word) == 1 and word.isalpha() for word in words)
    return spaced and (words[0] in PEN_NAME or has_common_surname("".join(words)))


def leads(line: Line, below: Line) -> bool:
    """Whether a line stands over a subhead with a dash as a headline does: ``路灯为什么不亮`` / ``——问市政工程处``."""
    is_whole = not line.ends_sentence or line.text[-1] in "？?！!"
    return SUBHEAD.match(below.text) is not None and is_whole and line.text[-1] not in "，,、：" and len(line.text) <= LONGEST_HEAD


def signatures(sheet: Sheet) -> frozenset[int]:
    """Return the numbers of the lines that sign a notice, its text too: right under its last sentence a name and a date, nothing else."""
    lines, found = sheet.lines, set()
    for at in range(2, len(lines)):
        above, name, date = lines[at - 2 : at + 1]
        is_name = len(name.text) <= LONGEST_NAME and not re.search("[，。；：！？]", name.text)
        if DATED.match(date.text) and is_name and above.ends_sentence and max(name.gap, date.gap) <= sheet.usual:
            found |= {at - 1, at}
    return frozenset(found)


def briefs(sheet: Sheet, kinds: Array) -> frozenset[int]:
    """Return the numbers of the lines at which briefs under a column's name begin, each with a bullet; ``kinds`` as in ``settled``.

    The first stands under a heading, a credit or furniture, the others follow it; a list in a story follows its text.
    """
    found: set[int] = set()
    is_text = [KINDS[int(at)] in TEXTS for at in kinds.argmax(1)]
    goes_on = False
    for at, line in enumerate(sheet.lines):
        follows = at > 0 and is_text[at - 1]
        goes_on = goes_on and follows
        if BULLET.match(line.text) and is_brief(sheet.lines[at : at + LONGEST_BRIEF]) and (goes_on or not follows):
            found.add(at)
            goes_on = True
    return frozenset(found if len(found) > 1 else ())


def is_brief(lines: Sequence[Line]) -> bool:
    """Whether the lines from one with a bullet on hold a sentence long enough for a brief, before the next bullet."""
    size = 0
    for line in lines:
        if size and BULLET.match(line.text):
            return False
        size += len(line.text)
        if line.ends_sentence and size >= SHORTEST_BRIEF:
            return True
    return False


LONGEST_BRIEF = 12
"""The lines in which the first long sentence of a brief ends."""
