"""Credits: who wrote, photographed or sent in an article, as (role, name) rows.

It knows the forms in which papers print credits; what is a surname it asks ``kg.names.surnames``. Spaces are kept here, because in a
byline a space is a boundary (``记者 朱兆浩``) unless it sets one name apart (``郭 飞``) or a line breaks in it (``赵晓⏎黎``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from kg.model import Byline, Span
from kg.names.surnames import has_common_surname, split_names
from kg.text.layout.credits import is_name_list
from kg.text.layout.marks import OWN_PAPER, STAFF
from kg.text.squeeze import is_blank

PAPER = rf"(?:{OWN_PAPER})?"
MEDIUM = r"(?:(?:全|融|新)\s*媒\s*体)?"
RANK = r"(?:首\s*席|见\s*习|实\s*习|特\s*约|特\s*派|摄\s*影)?"
WRITER = rf"(?:{STAFF}|撰\s*稿\s*人?)"
BEFORE = re.compile(rf"{PAPER}\s*{MEDIUM}\s*(?P<role>{RANK}\s*{WRITER}|作\s*者|撰\s*文)\s*[：:]?")
"""A role printed before its names: 本报记者, 特约通讯员, 实习生; the medium (全媒体记者) is no part of the role."""

HOUSE = re.compile(r"^[\w·]{1,14}(?:[日晚早晨时商快新导周]报|都市报|报社|报业|网|电视台|广播台|电台|中心|传媒|客户端|频道)$")
"""Whose reporter it is: ``河州日报`` before ``记者``; not a name."""

PICTURE = r"摄\s*影\s*报\s*道|摄\s*影|图\s*[/／]\s*文|文\s*[/／、]\s*图|文\s*[/／、]\s*摄|图\s*文"
SENT = r"供\s*图|供\s*稿|提\s*供|报\s*道|整\s*理"
AFTER = re.compile(rf"(?P<role>{PICTURE}|{SENT}|[/／]\s*[文图摄]|摄|(?<=[/／])[文图]|(?<=\w\w[ 　])[文图])(?=[\s、，,；;/／)）]|$)")
"""A role printed after its names: 摄, 供图, 供稿, 文/图."""

LONGEST_NAME = 4
SILENT = ("报道", "整理")
SENDERS = ("供稿", "供图", "提供")
SEPARATOR = re.compile(r"[、，,；;/／|｜]")
MARKS = " 　\t□■◇◆○●◎△▲☆★＊*（(【[〔）)】]〕：:。—-"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of page text that holds names only: page offsets."""

    start: int
    end: int
    role: str


def read_credit(page: str, start: int, end: int) -> tuple[Byline, ...]:
    """Read the credit printed at ``page[start:end]``, brackets and 本报讯 left out.

    ``记者 朱兆浩 通讯员 赵晓⏎黎`` → 记者 朱兆浩, 通讯员 赵晓黎; a bare name has the role 作者; of a role on both sides the
    one before the name counts (本报记者 乔利峰 摄). Names count from the page start. Empty when nothing there is a name.
    """
    found: dict[tuple[str, str], Byline] = {}
    for run in runs(page, start, end):
        if run.role in SENDERS and (sender := sender_of(page, run)):
            found.setdefault((run.role, sender.name), sender)
            continue
        for spans in names(page, run):
            name = "".join(c for s in spans for c in page[s.start : s.end] if not is_blank(c))
            found.setdefault((run.role, name), Byline(run.role, name, spans))
    return tuple(found.values())


def sender_of(page: str, run: Run) -> Byline | None:
    """Read a body that sent a text or picture in (市“四个一百”专项行动联席会办公室 供稿); None if the run holds people's names."""
    pieces = tokens(page, run.start, run.end)
    name = "".join(page[p.start : p.end] for p in pieces)
    if not pieces or is_name_list(page[run.start : run.end]) or len(name) < 4:
        return None
    return Byline(run.role, name, tuple(pieces))


def runs(page: str, start: int, end: int) -> Iterator[Run]:
    """Cut a credit into runs of names, each with its role."""
    before = list(BEFORE.finditer(page, start, end))
    edges = [start, *(m.start() for m in before), end]
    for number, (left, right) in enumerate(pairwise(edges)):
        role = clean(before[number - 1]["role"]) if number else ""
        inner = before[number - 1].end() if number else left
        yield from after_roles(page, inner, right, role)


def after_roles(page: str, start: int, end: int, role: str) -> Iterator[Run]:
    """Cut what follows a role at the roles that come after names; a role already known wins."""
    at = start
    for match in AFTER.finditer(page, start, end):
        later = clean(match["role"]).strip("/／")
        if page[at : match.start()].strip(MARKS + "\n"):
            yield Run(at, match.start(), role or ("作者" if later in SILENT else later))
            role = ""
        at = match.end()
    if page[at:end].strip(MARKS + "\n"):
        yield Run(at, end, role or "作者")


def clean(role: str) -> str:
    """Return a role without white space and without 本报."""
    return re.sub(r"\s+", "", role)


def names(page: str, run: Run) -> Iterator[tuple[Span, ...]]:
    """Yield the names of a run, each as its page spans."""
    for part_start, part_end in parts(page, run):
        for pieces in joined(tokens(page, part_start, part_end), page):
            if not HOUSE.match("".join(page[p.start : p.end] for p in pieces)):
                yield from cut_names(page, pieces)


def parts(page: str, run: Run) -> Iterator[tuple[int, int]]:
    """Cut a run at commas."""
    at = run.start
    for match in SEPARATOR.finditer(page, run.start, run.end):
        yield at, match.start()
        at = match.end()
    yield at, run.end


def tokens(page: str, start: int, end: int) -> list[Span]:
    """Return the stretches between white space and marks."""
    return [Span(start + m.start(), start + m.end()) for m in re.finditer(TOKEN, page[start:end])]


TOKEN = re.compile(r"[^\s\u200b\ufeff" + re.escape(MARKS) + "]+")


def joined(found: list[Span], page: str) -> Iterator[list[Span]]:
    """Put together the pieces of one name: ``郭 飞``, ``赵晓⏎黎``, ``阿依努尔·⏎吐尔逊``."""
    pieces: list[Span] = []
    for token in found:
        if pieces and not belongs(pieces, token, page):
            yield pieces
            pieces = []
        pieces.append(token)
    if pieces:
        yield pieces


def belongs(pieces: list[Span], token: Span, page: str) -> bool:
    """Whether a token goes on with the name whose pieces stand before it."""
    left = "".join(page[p.start : p.end] for p in pieces)
    right = page[token.start : token.end]
    if left.endswith(("·", "•", "．")) or right[0] in "·•．":
        return True
    if all(p.end - p.start == 1 for p in pieces) and len(right) == 1:
        return True
    if "\n" in page[pieces[-1].end : token.start]:
        if len(left) == 1 or len(right) == 1:
            return len(left) + len(right) <= LONGEST_NAME
        return len(left) == len(right) == 2 and not (has_common_surname(left) and has_common_surname(right))
    return False


def cut_names(page: str, pieces: list[Span]) -> Iterator[tuple[Span, ...]]:
    """Cut pieces that hold several names run together (刘亚豪熊骥一); a text that can be no name is left out."""
    offsets = [at for piece in pieces for at in range(piece.start, piece.end)]
    text = "".join(page[at] for at in offsets)
    at = 0
    for name in split_names(text, spaced=len(pieces) > 3):
        spans: list[Span] = []
        for offset in offsets[at : at + len(name)]:
            if spans and spans[-1].end == offset:
                spans[-1] = Span(spans[-1].start, offset + 1)
            else:
                spans.append(Span(offset, offset + 1))
        at += len(name)
        yield tuple(spans)
