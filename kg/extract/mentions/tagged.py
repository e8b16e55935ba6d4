"""One article as the name finders see it: the reader's words and spans and the walk to a name's left edge.

It knows word boundaries and which words are never part of a name; it knows no kind of name. All offsets are article offsets.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import pairwise

from kg.extract.draft import Draft
from kg.lexicon import words
from kg.names.vocabulary import ordinary_words
from kg.reading import Reading, ReadSpan, Word

LONGEST_NAME = 34
"""Characters that a walk to the left may cover; registered company names end well below."""

HAN = re.compile(r"[\u3400-\u9fff]")
WORDLIKE = re.compile(r"[\u3400-\u9fffA-Za-z0-9]")
COUNT = re.compile(
    r"(?:近|约|逾|超|首批|这|那)?(?:\d+|[一二三四五六七八九十百千两多几]+)(?:余|多)?[个家项条座处名位批次件所只套辆台宗起场届]"
)
BRACKETED = re.compile(r"[（(]([\u3400-\u9fff]{2,6})[）)]")
ORGANISATION, PERSON, PLACE, TIME = "ORG", "PER", "LOC", "TIME"


@cache
def joints() -> frozenset[str]:
    """Words at which a name ends to the left, without those that also stand inside company names."""
    return words("joints") - words("trades")


@cache
def posts() -> frozenset[str]:
    """Return the posts at which a name ends to the left; 企业家 and 教师 stand in names of associations too."""
    return words("titles") - words("titles_weak")


def is_bare_verb(tag: str, piece: str) -> bool:
    """Whether this is a verb of one character, but those that a project's name holds (扩, 改)."""
    return tag == "v" and len(piece) == 1 and piece not in "延改扩迁建"


def is_verb_of_prose(tag: str, piece: str, *, coined: bool) -> bool:
    """Whether this is a verb of two characters and more; a ``coined`` one may be a brand that no dictionary has."""
    return tag == "v" and len(piece) > 1 and (not coined or piece in ordinary_words() or piece[-1] in "是为在与和到从请来")


CREDITED = ("记者", "通讯员")
"""What opens a credit in brackets, across which no name reaches: 本报讯（记者 田小禾）|某某公司."""


class TaggedArticle:
    """The draft of one article with what the reader proposes of it."""

    def __init__(self, draft: Draft, reading: Reading) -> None:
        self.draft = draft
        self.text = draft.text
        self.cells = draft.article.cell_edges
        self.spans = [part for span in reading.spans for part in self.within_cells(span)]
        self.words = reading.words
        self._printed: dict[str, bool] = {}
        self._proposed: dict[str, bytearray] = {}
        self.at: list[int] = [0] * (len(draft.text) + 1)
        self.edges = {0, len(draft.text)}
        for number, word in enumerate(self.words):
            self.at[word.start : word.end] = [number] * (word.end - word.start)
            self.edges.update((word.start, word.end))
        self.at[len(draft.text)] = len(self.words)

    def within_cells(self, span: ReadSpan) -> list[ReadSpan]:
        """Return a span cut at the edges of a table's cells: no name reaches from one into the next."""
        edges = [at for at in range(span.start + 1, span.end) if at in self.cells] if self.cells else []
        return [replace(span, start=a, end=b) for a, b in pairwise([span.start, *edges, span.end]) if edges == [] or b - a > 1]

    def is_torn(self, start: int, end: int) -> bool:
        """Whether a range runs over an edge of a table's cells."""
        return bool(self.cells) and any(at in self.cells for at in range(start + 1, end))

    def in_its_cell(self, span: ReadSpan) -> ReadSpan:
        """Return what is left of a span that runs over an edge of a table's cells: of a person what is before, else what is behind."""
        parts = self.within_cells(span)
        return parts[0 if span.kind == "person" else -1] if parts else span

    def word(self, offset: int) -> Word:
        """Return the word that holds this character."""
        return self.words[self.at[offset]]

    def of(self, word: Word | ReadSpan) -> str:
        """Return the characters of a word or span."""
        return self.text[word.start : word.end]

    def prints(self, piece: str) -> bool:
        """Whether the article prints these characters anywhere; looked for once."""
        if piece not in self._printed:
            self._printed[piece] = piece in self.text
        return self._printed[piece]

    def proposed(self, *kinds: str) -> list[ReadSpan]:
        """Return the spans of one of these kinds."""
        return [span for span in self.spans if span.kind in kinds]

    def proposes(self, kind: str, start: int, end: int) -> bool:
        """Whether a span of this kind shares characters with this range."""
        if kind not in self._proposed:
            self._proposed[kind] = bytearray(len(self.text))
            for span in self.proposed(kind):
                self._proposed[kind][span.start : span.end] = b"\1" * (span.end - span.start)
        return 1 in self._proposed[kind][start:end]

    def reach(self, start: int, floor: int = 0, *, strict: bool = False, coined: bool = False) -> int:
        """Return where the name begins that runs on at ``start``: walk left over words that can belong to it.

        ``strict`` is for names that hold no trade: there 建设 and 投资 are verbs that end the walk. ``coined`` lets a brand in that the
        tagger takes for a verb and no dictionary has.

        ``走进车间的|河南|某某|电力`` stops after 的. A word of the tagger that holds ``start`` is taken from its own start; an organisation
        in which two are joined (某局会同某队) is entered after the joint.
        """
        at = start
        limit = max(floor, start - LONGEST_NAME)
        while at > limit:
            before = self.step(at, start, strict=strict, coined=coined)
            if before == at:
                break
            at = max(before, limit)
            if at not in self.edges or at in self.cells:
                break
        return at

    def step(self, at: int, start: int, *, strict: bool, coined: bool) -> int:
        """Return the start of the word before ``at`` if a name may hold it, else ``at``."""
        mark = self.text[at - 1]
        if mark in "）)":
            found = self.bracket(at)
            return found if found is not None and at < start + 1 else at
        if mark == "”" and not strict and at <= start:
            return self.quotation(at)
        if not WORDLIKE.match(mark):
            return at
        word = self.word(at - 1)
        piece = self.text[word.start : at]
        if word.tag == ORGANISATION:
            return word.start + joint_end(piece)
        return (
            at
            if self.is_joint(word, piece, strict=strict, coined=coined)
            or (word.tag == PERSON and not self.is_brand_before(word, at, start))
            else word.start
        )

    def is_brand_before(self, word: Word, at: int, start: int) -> bool:
        """Whether what the tagger took for a person is the brand of the name to its right: 昱某|光伏|材料."""
        rest = self.text[at:start]
        lead = self.text[max(0, word.start - 1) : word.start]
        return (
            word.end - word.start <= 4
            and (not rest or rest[:2] in words("trades"))
            and (not WORDLIKE.match(lead or "，") or self.word(word.start - 1).tag in (PLACE, "p", "c", "v", "u"))
        )

    def quotation(self, at: int) -> int:
        """Return where the quoted brand that ends at ``at`` begins: “山某红”|农业发展有限公司; ``at`` if it is none."""
        quote = self.text.rfind("“", max(0, at - 8), at)
        return (
            quote if quote >= 0 and HAN.match(self.text[quote + 1]) and at - quote > 3 and self.text[at : at + 2] in words("trades") else at
        )

    def bracket(self, at: int) -> int | None:
        """Return where the word before a bracketed place begins: 某某科技（荆州）有限公司; None if the bracket holds none."""
        open_at = max(self.text.rfind(mark, max(0, at - 9), at) for mark in "（(")
        if open_at <= 0 or not BRACKETED.fullmatch(self.text, open_at, at) or not HAN.match(self.text[open_at - 1]):
            return None
        if self.text.startswith(CREDITED, open_at + 1):
            return None
        return self.word(open_at - 1).start

    def is_joint(self, word: Word, piece: str, *, strict: bool, coined: bool) -> bool:
        """Whether a name cannot reach over this word: 由, 的, 走进, a date, a post, a count (3个)."""
        if not strict and piece in words("trades"):
            return word.tag == "v" and self.tag_after(word) in (PLACE, ORGANISATION)
        if word.tag in (TIME, "u", "r", "xc", "w") or COUNT.fullmatch(piece) or piece in posts():
            return True
        if strict:
            return piece in words("joints") or word.tag in ("p", "c", "d") or is_bare_verb(word.tag, piece)
        return piece in joints() or is_verb_of_prose(word.tag, piece, coined=coined)

    def tag_after(self, word: Word) -> str:
        """Return the tag of the word after this one, "w" at the end."""
        return self.word(word.end).tag if word.end < len(self.text) else "w"

    def is_edge(self, offset: int) -> bool:
        """Whether a word of the tagger begins or ends here, or a mark stands on either side."""
        return offset in self.edges or not WORDLIKE.match(self.text[offset]) or not WORDLIKE.match(self.text[offset - 1])

    def follows(self, pattern: re.Pattern[str], offset: int) -> bool:
        """Whether the text at ``offset`` begins with the pattern."""
        return pattern.match(self.text, offset) is not None


JOINED = re.compile(
    r".*?(?:全资|控股|参股)?(?:子公司|股东)(?=.{4})|.*(?:会同|联合(?![社会体国总实大党村])|共建|委托|携手|牵手|联手|"
    r"(?<=[司团局委厅院会社队办心学校行店所厂部府联])[和与及])(?=..)|(?:所|将所|其)?持(?=.{4})"
)
"""Joints inside what the tagger took for one organisation: ``某某学院共建|某某检测中心``, ``某某局和|某某局``."""


OFFICE = re.compile("(?<=[现拟曾历时兼担出])任")


def office_end(text: str, start: int) -> int:
    """Return ``start`` or, if the 任 of 现任, 拟任 and the like stands there, where it ends: no name begins with it."""
    found = OFFICE.match(text, start)
    return found.end() if found else start


def joint_end(piece: str) -> int:
    """Return how many characters of the piece stand before and in its last joint, 0 if it has none that counts."""
    if piece.endswith(("共建", "委托", "会同")):
        return len(piece)
    found = JOINED.match(piece)
    return found.end() if found else 0
