"""What a network sees of a printed line: its setting, its marks, the words it begins and ends with, how it runs on from the line above."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from kg.text.layout.credits import is_credit, is_name_list
from kg.text.layout.gaps import CARRIES_ON
from kg.text.layout.language import NEVER_FIRST, first_closed, left_open, numbers_agree, raggedness, straddle
from kg.text.layout.lines import Line
from kg.text.layout.marks import LEAD, NEVER_HEADING, OPENER, STRONG_LEAD
from kg.text.layout.pairs import bigrams
from kg.text.layout.pieces import is_furniture
from kg.text.learned.net import Array
from kg.text.learned.seams import Edges
from kg.text.learned.segments import Sheet
from kg.text.squeeze import is_letter_spaced

KINDS = ("kicker", "headline", "subhead", "byline", "body", "caption", "furniture")

ROLE = re.compile(r"记者|通讯员|实习生|作者|撰稿|评论员")
SHOT = re.compile(r"摄影?$|摄[）)]$|供图|摄影|图/|/图|供稿")
PHONE = re.compile(r"\d{7,}|电话|热线|邮编|邮箱|地址|社址|定价|零售|印刷|广告")
DESK = re.compile(r"责编|编辑|校对|版式|美编|组版|审读|值班|照排|制版|排版|视觉")
RULE = re.compile(r"^[^\w\u4e00-\u9fff]+$")
DASH = re.compile(r"^(?:——|--|—|──|－－)")
JUMP = re.compile(r"(?:下转|上接|紧接|转|接).{0,3}\d?[一二三四五六七八九十]*版")
DATE = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日|星期[一二三四五六日天]|农历|第\d+期|总第")
PICTURED = re.compile(r"图为|上图|下图|左图|右图|（[左右中前后][^）]{0,6}）")
BULLET = re.compile(r"^[▲▶►●◎■▪★◆○□◇·•※△☆①②③④⑤⑥⑦⑧⑨]")
VERBS = re.compile(r"召开|举行|启动|开工|签约|投产|说|表示|介绍|了解到")
RULED = ("body", "head", "credit", "furniture")


def matrix(sheet: Sheet) -> tuple[Array, NDArray[np.int32]]:
    """Return for every line its numbers (lines × features) and the hashed characters at its edges (lines × 6)."""
    lines, told = sheet.lines, Told(sheet)
    widths = [line.width for line in lines]
    usual = float(np.median([w for w in widths if w >= 7] or [15.0]))
    page, stands = of_page(sheet, usual), places(sheet)
    read_on, across = seams_of(lines), strides(widths)
    rows = [
        [
            *setting(line, sheet.usual),
            *stands[at],
            (line.width - usual) / 8 if abs(line.width - usual) < 24 else 3.0 * (1 if line.width > usual else -1),
            near(widths, at, -1),
            near(widths, at, 1),
            steady(widths, at),
            *words(line),
            *(float(sheet.ruled[at] == kind) for kind in RULED),
            *told.of(at),
            *join(lines[at - 1] if at else None, line),
            read_on[at],
            across[at],
            *told.over(at),
            *page,
        ]
        for at, line in enumerate(lines)
    ]
    hashed = np.array([edges(line.text) for line in lines], dtype=np.int32)
    return np.array(rows, dtype=np.float32), hashed


def of_page(sheet: Sheet, usual_width: float) -> list[float]:
    """Return how the lines of the whole page are set."""
    lines, n = sheet.lines, len(sheet.lines)
    return [
        sum(line.is_indented for line in lines) / n,
        float(sheet.usual > 0),
        sum(bool(OPENER.match(line.text)) for line in lines) / n * 10,
        sum(line.column == 0 for line in lines) / n,
        sum(line.gap > sheet.usual for line in lines) / n,
        min(usual_width, 40) / 20,
    ]


def places(sheet: Sheet) -> list[list[float]]:
    """Return where each line stands in its block and on the page."""
    size, n, found, at_line = Counter(sheet.block), len(sheet.lines), [], 0
    for at, number in enumerate(sheet.block):
        at_line = at_line + 1 if at and sheet.block[at - 1] == number else 0
        found.append([min(size[number], 12) / 6, min(at_line, 6) / 3, float(size[number] == 1), at / n, float(at < 4), float(at >= n - 4)])
    return found


def setting(line: Line, usual: int) -> list[float]:
    """Return how a line is set."""
    gap = min(line.gap, usual + 3) - usual if line.gap < 99 else 3
    slack = max(-6.0, min(line.slack, 12.0))
    lead = len(line.raw) - len(line.raw.lstrip(" \u3000\t\u00a0"))
    return [
        min(line.width, 40.0) / 15,
        math.log(1 + len(line.text)) / 2,
        float(gap),
        float(gap > 0),
        slack / 6,
        float(line.column > 0 and abs(slack) <= 1.1),
        float(slack > 2.1),
        float(line.is_wide),
        float(line.column == 0),
        min(line.column, 40.0) / 20,
        float(line.is_indented),
        min(lead, 8) / 4,
        float(lead > 2),
        float(is_letter_spaced(line.raw)),
        float(line.raw.rstrip() != line.raw),
        float("\u3000" in line.raw.strip() or "  " in line.raw.strip()),
    ]


def near(widths: list[float], at: int, step: int) -> float:
    """Return how much wider a line is than the next in a direction, cut off at ±8 characters."""
    other = at + step
    return max(-8.0, min(8.0, widths[at] - widths[other])) / 4 if 0 <= other < len(widths) else 0.0


def steady(widths: list[float], at: int) -> float:
    """Return the share of the six lines around a line that are as wide."""
    around = [widths[n] for n in range(max(0, at - 3), min(len(widths), at + 4)) if n != at]
    return sum(abs(w - widths[at]) <= 0.6 for w in around) / max(1, len(around))


def words(line: Line) -> list[float]:
    """Return what a line's own words say."""
    text = line.text
    size = len(text)
    return [
        float(line.ends_sentence),
        float(text[-1] in "，,、"),
        float(text[-1] in "：:"),
        float(text[0] in NEVER_FIRST),
        float("。" in text),
        min(sum(c in "，,、；" for c in text), 4) / 2,
        sum(c.isdigit() for c in text) / size,
        sum(c.isascii() and c.isalpha() for c in text) / size,
        float(bool(ROLE.search(text))),
        float(bool(SHOT.search(text))),
        float(is_credit(line.raw)),
        float(is_name_list(line.raw.strip().strip("（）()")) if size <= 16 else 0),
        float(is_furniture(text)),
        float(bool(PHONE.search(text))),
        float(bool(DESK.search(text))),
        float(bool(RULE.match(text))),
        float(bool(DASH.match(text))),
        float(bool(JUMP.search(text))),
        float(bool(DATE.search(text))),
        float(bool(PICTURED.search(text))),
        float(bool(BULLET.match(text))),
        float(bool(OPENER.match(text))),
        float(bool(LEAD.match(text))),
        float(bool(STRONG_LEAD.match(text))),
        float(bool(NEVER_HEADING.match(text))),
        float(bool(CARRIES_ON.match(text))),
        float(text[0] in "（("),
        float(text[-1] in "）)"),
        float(text[0] in "“‘《"),
        float(text[-1] in "”’》"),
        float(text[-1] in "！!？?"),
        float(bool(VERBS.search(text))),
        float(size <= 3),
        min(size, 30) / 15,
    ]


def join(above: Line | None, line: Line) -> list[float]:
    """Return how a line runs on from the line above it."""
    if above is None:
        return [0.0] * 6
    left, right = above.text, line.text
    opened, closed = left_open(left), first_closed(right)
    return [
        min(straddle(left[-6:], right[:6]), 10.0) / 5,
        raggedness(left[-6:], right[:6]),
        float(bool(opened) and bool(closed)),
        float(bool(opened) != bool(closed)),
        float(numbers_agree(left, right)),
        float(above.ends_sentence),
    ]


def seams_of(lines: Sequence[Line]) -> list[float]:
    """Return how well each line reads on from the one above it, by the words at both edges (``kg.text.learned.seams``); 0 for the first."""
    n = len(lines)
    if n < 2:
        return [0.0] * n
    texts = [line.text for line in lines]
    edges = Edges(["".join(texts[max(0, at - 2) : at + 1]) for at in range(n)], ["".join(texts[at : at + 3]) for at in range(n)])
    below = np.arange(1, n, dtype=np.int32)
    return [0.0, *(edges.read_on(below - 1, below) / 4).tolist()]


FULL = 5
"""How many lines on one side of a seam are looked at for the width of their column."""


def strides(widths: Sequence[float]) -> list[float]:
    """Return how much wider the full lines from each line on are than those above it, cut off at ±8 characters."""
    found = []
    for at in range(len(widths)):
        above, below = sorted(widths[max(0, at - FULL) : at]), sorted(widths[at : at + FULL])
        differ = full(below) - full(above) if above else 0.0
        found.append(max(-8.0, min(8.0, differ)) / 4)
    return found


def full(ordered: Sequence[float]) -> float:
    """Return the middle of the wider half of widths in order."""
    wider = ordered[len(ordered) // 2 :]
    return wider[len(wider) // 2]


COMMON = 40
"""Lines that hold a pair of characters which tells nothing."""


class Told:
    """How much of a line's words the page says elsewhere."""

    def __init__(self, sheet: Sheet) -> None:
        self.pairs = [bigrams(line.text) for line in sheet.lines]
        self.held: Counter[str] = Counter(pair for pairs in self.pairs for pair in pairs)
        self.where: dict[str, list[int]] = {}
        for at, pairs in enumerate(self.pairs):
            for pair in pairs:
                self.where.setdefault(pair, []).append(at)

    def of(self, at: int) -> list[float]:
        """Return the share of a line's pairs that other lines have, that lines near by have, and how often a telling one comes."""
        total = sum(self.pairs[at].values())
        if not total:
            return [0.0, 0.0, 0.0]
        elsewhere = close = often = 0.0
        for pair, times in self.pairs[at].items():
            is_common = len(self.where[pair]) >= COMMON  # then nothing is told by where it stands, and the line itself counts too
            others = self.where[pair] if is_common else [n for n in self.where[pair] if abs(n - at) > 1]
            elsewhere += times * bool(others)
            close += times * (is_common or any(abs(n - at) <= 15 for n in others))
            often += times * math.log(1 + len(others))
        return [elsewhere / total, close / total, often / total]

    def over(self, at: int) -> list[float]:
        """Return how much of the words of the lines above a line those from it on repeat, rare ones weighing more: a share, and in all."""
        above, below = (
            {pair for pairs in self.pairs[max(0, start) : end] for pair in pairs} for start, end in ((at - SPAN, at), (at, at + SPAN))
        )
        shared, size = self.weight(above & below), math.sqrt(self.weight(above) * self.weight(below))
        return [shared / (size or 1.0) * 4, math.log(1 + shared)]

    def weight(self, pairs: set[str]) -> float:
        """Return the sum of what pairs weigh, the same in any order."""
        return math.fsum(1 / math.log(2 + self.held[pair]) for pair in pairs)


SPAN = 6
"""Lines on each side of a seam whose words are compared."""

HASHED = 1021


def edges(text: str) -> list[int]:
    """Return the first three and the last three characters of a text, hashed; 0 where there is none."""
    found = [*text[:3].ljust(3, "\0"), *text[-3:].rjust(3, "\0")]
    return [0 if c == "\0" else 1 if c.isdigit() else 2 if c.isascii() and c.isalpha() else 3 + ord(c) % (HASHED - 3) for c in found]
