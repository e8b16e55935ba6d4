"""Cut a page's lines into pieces of one kind each: body text, headings, credits, furniture.

The geometry decides as far as it can: a line of body text fills its column unless a sentence ends on it; a heading does not fill it,
or runs beyond it, and ends no sentence. It knows nothing of which heading belongs to which body.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.text.layout.credits import WROTE, balanced, is_credit, names_writer, split_tails
from kg.text.layout.labels import META, record, with_rows
from kg.text.layout.lines import SENTENCE_END, Line, measure, read_lines, usual_gap
from kg.text.layout.marks import EDITORS, FOLIO, JUMP, LEAD, NEVER_HEADING, OPENER, RULE, UNFINISHED
from kg.text.squeeze import Squeezed, is_letter_spaced, join

BODY, HEAD, CREDIT, FURNITURE = "body", "head", "credit", "furniture"
MAX_HEADING_LINES, MAX_HEADING = 5, 90


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
    def raw(self) -> str:
        """The lines as printed."""
        return raw_of(self.lines)

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
        return bool(SENTENCE_END.search(self.text[-60:]))


def read_pieces(text: str) -> list[Piece]:
    """Cut a page into pieces in printed order."""
    titles, fields, lines = record(read_lines(text))
    usual = usual_gap(lines)
    measured = measure(blocks(split_tails(with_rows(lines)), usual))
    rows = frozenset(line.start for block in measured for line in block if line.row)
    marked = heading_lines([line for block in measured for line in block], usual) - rows
    pieces = [Piece(HEAD, (line,), -1) for line in titles] + [Piece(of_top(line), (line,), -1) for line in fields]
    for number, block in enumerate(measured):
        if not (titles or number) and usual == 0 and len(measured) > 1 and is_top(block):
            pieces += [Piece(of_top(line), (line,), number) for line in block]
        else:
            add_block(pieces, block, number, marked, rows, usual == 0)
    return promote(pieces, rows)


def add_block(
    pieces: list[Piece], block: Sequence[Line], number: int, marked: frozenset[int], rows: frozenset[int], is_tight: bool
) -> None:
    """Add the pieces of a block; ``is_tight``: no white space stands between the lines of a block on this page."""
    unbroken = len(block) <= MAX_HEADING_LINES and not any(line.ends_sentence for line in block)
    for run in cut(block, runs_on(pieces), marked):
        alone = is_tight and (unbroken or len(run) == len(block))
        kind = BODY if run[0].start in rows else kind_in_place(run, block, pieces, marked, alone=alone)
        pieces.append(Piece(kind, tuple(run), number))


def is_top(block: Sequence[Line]) -> bool:
    """Whether the first block of a typed text, white space below it, is its headings: a few lines, none set in."""
    is_text = any("。" in line.text or UNFINISHED.search(line.text) or line.is_indented for line in block)
    return len(block) <= MAX_HEADING_LINES and not is_text


def of_top(line: Line) -> str:
    """Return the kind of a line among the headings on top of a typed text."""
    if is_credit(line.raw):
        return CREDIT
    return FURNITURE if is_furniture(line.text) or META.match(line.text) else HEAD


def runs_on(pieces: Sequence[Piece]) -> bool:
    """Whether the text so far stops in mid-sentence."""
    return bool(pieces) and pieces[-1].kind == BODY and not pieces[-1].ends_sentence


def kind_in_place(run: Sequence[Line], block: Sequence[Line], before: Sequence[Piece], marked: frozenset[int], *, alone: bool) -> str:
    """Return the kind of a run of a block's lines below the pieces before it.

    Lines that can only be a heading are one; a heading in a column where the text above it stops in mid-sentence is text.
    """
    is_open = runs_on(before)
    below_head = bool(before) and before[-1].kind == HEAD and len(run) <= 2
    kind = kind_of(run, alone=alone, is_open=is_open, below_head=below_head)
    if kind == BODY and run[0].start in marked:
        return HEAD
    if kind == HEAD and is_open and run[0] is not block[0] and run[0].column > 0:
        return BODY
    return kind


DATED = re.compile(r"^(?:\d{4}|[一二][〇○零Ｏ一二三四五六七八九]{3})年[\d一二三四五六七八九十]{1,2}月[\d一二三四五六七八九十]{1,3}日$")
"""The line under the name that signs a notice: ``河州市人民政府`` / ``2008年6月16日``."""


def heading_lines(lines: Sequence[Line], usual: int) -> frozenset[int]:
    """Return the starts of lines that can only be headings: between a sentence's end and a story's beginning no sentence ends.

    ``…推动企业高质量发展。`` / ``魏都高新技术产业园`` / ``召开提质发展第五次推进会`` / ``7 月 3 号，…``. A block right above
    an opener is a heading even when the block above it stops in mid-sentence: that one runs on somewhere else.
    """
    return frozenset(line.start for at in range(len(lines)) for line in lines[at : heading_end(lines, at, usual)])


def heading_end(lines: Sequence[Line], at: int, usual: int) -> int:
    """Return the index after the last line of the heading that begins with line ``at``; ``at`` itself if none does."""
    end = at
    while end < len(lines) and end - at <= MAX_HEADING_LINES and is_heading_line(lines[end]):
        end += 1
    run = lines[at:end]
    if not run or not may_follow(lines, at, end, usual):
        return at
    is_heading = may_be_heading(run, "".join(line.text for line in run)) and not fills_column(run)
    return end if is_heading and begins_story(lines, end) else at


def may_follow(lines: Sequence[Line], at: int, end: int, usual: int) -> bool:
    """Whether the lines ``at`` to ``end`` can follow what stands above: a sentence's end, or any text if they lead to an opener."""
    if at == 0 or lines[at - 1].ends_sentence or stands_alone(lines[at - 1]):
        return True
    if lines[at].gap <= usual or end == len(lines):
        return False
    return lines[end].gap > usual and OPENER.match(lines[end].text) is not None


def is_heading_line(line: Line) -> bool:
    """Whether a line could stand in a heading: no sentence ends in it, no comma at its end, no credit and no opener."""
    text = line.text
    if not balanced(text) or text[0] in "（(" or WROTE.fullmatch(line.raw.strip()):
        return False
    if line.ends_sentence or "。" in text or UNFINISHED.search(text) or len(text) > MAX_HEADING // 2:
        return False
    return not (OPENER.match(text) or LEAD.match(text) or is_credit(line.raw) or is_furniture(text))


def fills_column(lines: Sequence[Line]) -> bool:
    """Whether lines are as wide as their column and hold a comma, as running text does; a heading is broken where it makes sense."""
    wide = len(lines) > 1 and len(lines) * lines[0].column >= LONG_TEXT and all(abs(line.slack) <= EVEN for line in lines)
    return wide and bool(re.search("[，,、；;]", "".join(line.text for line in lines)))


def begins_story(lines: Sequence[Line], at: int) -> bool:
    """Whether a story or its credit begins with line ``at``: an opener, a byline, a date after a gap; or the page ends."""
    if at >= len(lines):
        return True
    line = lines[at]
    if OPENER.match(line.text) or is_credit(line.raw) or WROTE.fullmatch(line.raw.strip()):
        return True
    return bool(LEAD.match(line.text)) and (line.gap > 0 or lines[at - 1].slack > FULL)


def promote(pieces: Sequence[Piece], rows: frozenset[int]) -> list[Piece]:
    """Make headings of the lines that stand before an opener and end no sentence: nothing can go on in an opener.

    The name above a line that is nothing but a date signs a notice and is furniture; ``rows`` are the starts of lines with a label.
    """
    found: list[Piece] = []
    for at, piece in enumerate(pieces):
        before = next((p for p in reversed(found) if p.kind != FURNITURE), None)
        after = next((p for p in pieces[at + 1 :] if p.kind != FURNITURE), None)
        if piece.kind == BODY and piece.lines[0].start not in rows and is_stranded(piece, before, after):
            piece = replace(piece, kind=HEAD)
        if piece.kind == HEAD and (DATED.match(piece.lines[-1].text) or (after is not None and DATED.match(pieces[at + 1].text))):
            piece = replace(piece, kind=FURNITURE)
        if piece.kind == HEAD and is_byline(piece, before, after):
            piece = replace(piece, kind=CREDIT)
        found.append(piece)
    return found


def is_byline(piece: Piece, before: Piece | None, after: Piece | None) -> bool:
    """Whether a piece is a line between a heading and the text that names who wrote it."""
    stands = before is not None and before.kind == HEAD and after is not None and after.kind == BODY
    return stands and len(piece.lines) == 1 and names_writer(piece.raw)


def is_stranded(piece: Piece, before: Piece | None, after: Piece | None) -> bool:
    """Whether text that could be a heading goes on neither from the piece before it nor in the one after it."""
    if before is not None and before.kind == BODY and not before.ends_sentence:
        return False
    if after is not None and after.kind not in (HEAD, CREDIT) and not OPENER.match(after.text):
        return False
    return may_be_heading(piece.lines, piece.text) and not fills_column(piece.lines)


def blocks(lines: Sequence[Line], usual: int) -> list[list[Line]]:
    """Group lines between which no more than the usual gap stands."""
    found: list[list[Line]] = []
    for line in lines:
        if not found or line.gap > usual:
            found.append([])
        found[-1].append(line)
    return found


def cut(block: Sequence[Line], is_open: bool, marked: frozenset[int]) -> list[list[Line]]:
    """Cut a block before openers, credits and wide lines and after lines that stop short.

    ``is_open`` says that the text before the block stops in mid-sentence.
    """
    runs: list[list[Line]] = []
    for at, line in enumerate(block):
        edge = at > 0 and (line.start in marked) != (block[at - 1].start in marked)
        if edge or is_cut(block, at, at > 0 and begins_paragraph(block, at - 1, is_open)):
            runs.append([])
        runs[-1].append(line)
    return runs


def begins_paragraph(block: Sequence[Line], at: int, is_open: bool) -> bool:
    """Whether line ``at`` may be a paragraph's first line, which is set in by two characters."""
    return not is_open if at == 0 else block[at - 1].ends_sentence or is_short(block, at - 1, True)


def is_short(block: Sequence[Line], at: int, first: bool) -> bool:
    """Whether line ``at`` stops before its column does; ``first`` allows for the two characters of a paragraph's indent.

    Such a first line is short only when what follows does not fill the column either. A number or a Latin word that begins the
    next line is never broken, and may have left room above it (``项目，中标金额`` / ``5380万元``).
    """
    line = block[at]
    following = block[at + 1] if at + 1 < len(block) else None
    room = line.slack - kept_whole(following.text if following else "") - (0.6 if LATIN.search(line.text) else 0)
    if not first or room <= FULL:
        return room > FULL
    runs_on = following is not None and not OPENER.match(following.text) and (following.slack <= FULL or following.ends_sentence)
    return line.slack > 4.4 or not runs_on


def kept_whole(text: str) -> int:
    """Return the length of the Latin word or number, or of the opening marks, that a line begins with."""
    match = re.match(r"[A-Za-z0-9.%]*[（《“‘(]*", text)
    return len(match[0]) if match else 0


LATIN = re.compile(r"[A-Za-z0-9]")
FULL, EVEN, LONG_TEXT = 2.1, 1.1, 30
"""A line that stops no more than this many characters before its column's edge fills it."""


def is_cut(block: Sequence[Line], at: int, first: bool) -> bool:
    """Whether a new piece begins with line ``at``; ``first`` says that the line before it may open a paragraph."""
    if at == 0:
        return True
    last, line = block[at - 1], block[at]
    if line.row or last.row == "cells":
        return True
    if any(OPENER.match(line.text) or stands_alone(each) for each in (line, last)):
        return True
    if last.column == 0:
        return True
    if is_short(block, at - 1, first) or (line.is_wide and not last.is_wide):
        return True
    return last.ends_sentence and line.is_indented


def is_furniture(text: str) -> bool:
    """Whether a line is masthead, folio, section title, jump line, a rule or the editors' names."""
    return bool(FOLIO.match(text) or JUMP.match(text) or RULE.match(text) or (len(text) <= 60 and EDITORS.search(text)))


def stands_alone(line: Line) -> bool:
    """Whether a line is a credit or furniture, or the first words of a credit."""
    return is_credit(line.raw) or bool(WROTE.fullmatch(line.raw.strip()) or is_furniture(line.text))


def raw_of(run: Sequence[Line]) -> str:
    """Return lines as printed."""
    return "\n".join(line.raw for line in run)


def kind_of(run: Sequence[Line], *, alone: bool, is_open: bool, below_head: bool) -> str:
    """Return the kind of a run of lines.

    ``alone``: it fills a block of its own; ``is_open``: the text before it stops in mid-sentence; ``below_head``: it is two
    lines at most, under a heading.
    """
    text = "".join(line.text for line in run)
    if len(run) <= 3 and is_credit(raw_of(run)):
        return CREDIT
    if is_furniture(text):
        return FURNITURE
    if looks_like_heading(run, text, alone=alone, is_open=is_open, below_head=below_head):
        return HEAD
    return BODY


def may_be_heading(run: Sequence[Line], text: str) -> bool:
    """Whether lines could be a heading by their words and number, wherever they stand."""
    if len(run) > MAX_HEADING_LINES or len(text) > MAX_HEADING or "。" in text or OPENER.match(text):
        return False
    if UNFINISHED.search(text) or len(re.findall("[，,]", text)) > 2 or NEVER_HEADING.match(text):
        return False
    if text.endswith("：") and len(text) > 20:
        return False
    return run[0].column > 0 or len(text) <= 25 or (len(text) <= 45 and not re.search("[，,、]", re.sub("“[^”]*”", "", text)))


def looks_like_heading(run: Sequence[Line], text: str, *, alone: bool, is_open: bool, below_head: bool) -> bool:
    """Whether lines are set like a heading: few, ending no sentence, and not filling the column unless they stand alone."""
    if not may_be_heading(run, text) or fills_column(run) or (re.search(r"[！？!?…]$", text) and not alone):
        return False
    has_comma = re.search("[，,]", text) is not None and not (alone and below_head)
    if fills_last_line(run) and (has_comma or is_open):
        return False
    if (is_open and is_letter_spaced(run[0].raw)) or is_set_in(run[0]):
        return False
    return alone or run[-1].column == 0 or run[-1].slack > FULL or run[-1].is_wide


def fills_last_line(run: Sequence[Line]) -> bool:
    """Whether the last line goes to the edge of its column; a single line may stop a little earlier."""
    last = run[-1]
    return last.column > 0 and last.slack <= (3.9 if len(run) == 1 else FULL) and not last.is_wide


def is_set_in(line: Line) -> bool:
    """Whether a line is indented and filled as a paragraph's first line is."""
    return line.is_indented and line.column > 0 and line.slack <= 4
