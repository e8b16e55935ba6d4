"""Cut a page's lines into pieces of one kind each: body text, headings, credits, furniture.

The geometry decides as far as it can: a line of body text fills its column unless a sentence ends on it; a heading does not fill it,
or runs beyond it, and ends no sentence. It knows nothing of which heading belongs to which body.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.text.lines import SENTENCE_END, Line, measure, read_lines, usual_gap
from kg.text.squeeze import Squeezed, is_letter_spaced, join

BODY, HEAD, CREDIT, FURNITURE = "body", "head", "credit", "furniture"

OPENER = re.compile(
    r"^(?:【?本[报刊台网社]讯】?|【?\w{1,6}[报网台社]讯】?[（(]|本报\w{2,6}(?:\d+月)?\d+日(?:电|讯)|新华社\w{2,8}?\d+月\d+日(?:电|讯)|据新华社"
    r"|【[^】]{2,12}(?:讯|电)】|讯[（(](?:记者|通讯员))")
"""The words that open a news story: 本报讯, 新华社北京11月6日电, 【本报讯】."""

CREDIT_LINE = re.compile(
    r"^[□■◇◆○●◎△▲*（(]*(?:本[报刊台网社])?(?:首席|见习|实习|特约|特派|全媒体|融媒体|摄影)?"
    r"(?:(?:记者|通讯员|实习生|评论员)[：:]?[^，。！？；“”]{2,60}|[\w·、/／]{2,24}(?:摄|摄影|摄影报道|文/图|图/文|供图|供稿|图))[）)]*$")
SIGNED = re.compile(r"^[□■◇◆]\s*[\w·\s]{2,8}$")
EDITORS = re.compile(r"(?:责任?编辑?|责编|编辑|值班主任|版式|校对|校检|美编|组版|审读|电话|热线|邮箱|E-?mail)[：:／/]|^(?:责编|责任编辑)|^\w{0,4}(?:责任编辑|责编)")
FOLIO = re.compile(
    r"^(?:[A-Z]?\d{1,3}|第?[\dA-Z一二三四五六七八九十]{1,3}版|\d{4}年\d{1,2}月\d{1,2}日.{0,30}|星期[一二三四五六日].{0,12}|农历.{0,16}|国内统一.{0,40}|邮发代号.{0,20}"
    r"|总第?\d+期.{0,10}|短消息|短讯|简讯|要闻|综合新闻|本地新闻|国内统一连续出版物号.*|CN\d.{0,12}|第\d+期|今日\d+版|\w{2,6}日报社出版.{0,20}|\w{2,4}(?:日报|晚报)|http.{4,40}|www\..{4,40})$")


@dataclass(frozen=True, slots=True)
class Piece:
    """Lines that stand together: ``kind`` is body, head, credit or furniture; ``block`` numbers the block they stand in."""

    kind: str
    lines: tuple[Line, ...]
    block: int

    @property
    def chars(self) -> Squeezed:
        """All characters in order."""
        return join(line.chars for line in self.lines)

    @property
    def text(self) -> str:
        """All characters in order, without white space."""
        return "".join(line.text for line in self.lines)

    @property
    def start(self) -> int:
        """The page offset of the first character."""
        return self.lines[0].chars.offsets[0]

    @property
    def end(self) -> int:
        """The page offset after the last character."""
        return self.lines[-1].chars.offsets[-1] + 1

    @property
    def ends_sentence(self) -> bool:
        """Whether the last line ends a sentence."""
        return bool(SENTENCE_END.search(self.lines[-1].text))


def read_pieces(text: str) -> list[Piece]:
    """Cut a page into pieces in printed order."""
    lines = read_lines(text)
    usual = usual_gap(lines)
    pieces: list[Piece] = []
    for number, block in enumerate(measure(blocks(lines, usual))):
        is_open = bool(pieces) and pieces[-1].kind == BODY and not pieces[-1].ends_sentence
        for run in cut(block, is_open):
            kind = kind_of(run, alone=len(run) == len(block) and usual == 0, is_open=is_open)
            pieces.append(Piece(kind, tuple(run), number))
            is_open = kind == BODY and not pieces[-1].ends_sentence
    return pieces


def blocks(lines: Sequence[Line], usual: int) -> list[list[Line]]:
    """Group lines between which no more than the usual gap stands."""
    found: list[list[Line]] = []
    for line in lines:
        if not found or line.gap > usual:
            found.append([])
        found[-1].append(line)
    return found


def cut(block: Sequence[Line], is_open: bool) -> list[list[Line]]:
    """Cut a block before openers, credits and wide lines and after lines that stop short.

    ``is_open`` says that the text before the block stops in mid-sentence.
    """
    runs: list[list[Line]] = []
    for at, line in enumerate(block):
        if not runs or is_cut(block, at, is_open if at == 0 else begins_paragraph(block, at - 1, is_open)):
            runs.append([])
        runs[-1].append(line)
    return runs


def begins_paragraph(block: Sequence[Line], at: int, is_open: bool) -> bool:
    """Whether line ``at`` may be a paragraph's first line, which is set in by two characters."""
    return not is_open if at == 0 else block[at - 1].ends_sentence or is_short(block, at - 1, True)


def is_short(block: Sequence[Line], at: int, first: bool) -> bool:
    """Whether line ``at`` stops before its column does; ``first`` allows for the two characters of a paragraph's indent.

    Such a first line is short only when what follows does not fill the column either.
    """
    line = block[at]
    if not first:
        return line.slack > 1.9
    if line.slack <= 1.9:
        return False
    following = block[at + 1] if at + 1 < len(block) else None
    runs_on = following is not None and not OPENER.match(following.text) and (following.slack <= 1.9 or following.ends_sentence)
    return line.slack > 4 or not runs_on


def is_cut(block: Sequence[Line], at: int, first: bool) -> bool:
    """Whether a new piece begins with line ``at``; ``first`` says that the line before it may open a paragraph."""
    if at == 0:
        return True
    last, line = block[at - 1], block[at]
    if OPENER.match(line.text) or is_credit(line) or is_credit(last) or FOLIO.match(line.text) or FOLIO.match(last.text):
        return True
    if last.column == 0:
        return last.ends_sentence or line.ends_sentence
    if is_short(block, at - 1, first) or (line.is_wide and not last.is_wide):
        return True
    return last.ends_sentence and line.is_indented


def is_credit(line: Line) -> bool:
    """Whether a line holds nothing but credits."""
    return bool(len(line.text) <= 60 and CREDIT_LINE.match(line.text) or SIGNED.match(line.raw.strip()))


def kind_of(run: Sequence[Line], *, alone: bool, is_open: bool) -> str:
    """Tell what a run of lines is; ``alone``: it fills a block of its own; ``is_open``: the text before it stops in mid-sentence."""
    text = "".join(line.text for line in run)
    if len(text) <= 60 and (CREDIT_LINE.match(text) or SIGNED.match(run[0].raw.strip())):
        return CREDIT
    if FOLIO.match(text) or (EDITORS.search(text) and len(text) <= 60):
        return FURNITURE
    if looks_like_heading(run, text, alone=alone, is_open=is_open):
        return HEAD
    return BODY


def looks_like_heading(run: Sequence[Line], text: str, *, alone: bool, is_open: bool) -> bool:
    """Whether lines are set like a heading: few, ending no sentence, and not filling the column unless they stand alone."""
    if len(run) > 5 or len(text) > 90 or "。" in text or OPENER.match(text):
        return False
    if re.search(r"[。；;，,、：]$", text) and not (text.endswith("：") and len(text) <= 20):
        return False
    if re.search(r"[！？!?…]$", text) and not alone:
        return False
    fills = run[-1].column > 0 and run[-1].slack <= (3.9 if len(run) == 1 else 1.9) and not run[-1].is_wide
    if fills and (re.search("[，,]", text) or is_open):
        return False
    if is_open and is_letter_spaced(run[0].raw):
        return False
    return alone or run[-1].column == 0 or run[-1].slack > 1.9 or run[-1].is_wide
