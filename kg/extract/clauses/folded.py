"""Sentences of an article with their mentions folded to one letter.

It knows no grammar, no predicate, and makes no claim. Offsets into a ``Folded`` are its own; everything returned to callers is in
mentions or article offsets.

    article   由A电力公司投资建设、B送变电公司施工          (A…, B… are mentions)
    folded    由Ⓒ投资建设、Ⓒ施工
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.extract.clauses.bounds import clause_end, clause_start, is_stop
from kg.extract.clauses.patterns import ANY, LETTER
from kg.extract.draft import Draft, Stretch
from kg.model import Mention
from kg.names.aliases import STATED

CREDIT = re.compile(r"[（(][^（）()]{0,40}(?:记者|通讯员)[^（）()]{0,40}[）)]|本报讯|[□■]?本报(?:记者|通讯员)")
ASIDE = re.compile(r"[（(][^（）()]{1,30}[）)]")
WRAPS = {"“": "”", "《": "》", "‘": "’", "「": "」"}


ACTING = re.compile("代[省市州县区镇乡旗]")
"""What before 长 is no place's name but an acting post: 代县长."""

POST_WORDS = ("长", "领导", "书记", "主席", "主任")
"""What an implied place may lie on: its 市长 stays text, so that the title can be read."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A stretch of the article with every outer mention folded to its letter.

    ``starts[i]`` and ``ends[i]`` are the article offsets of what ``text[i]`` stands for; ``at`` maps the index of a
    letter to its mentions (several where one surface is shared, or 双方 stands for two).
    """

    draft: Draft
    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    at: dict[int, tuple[Mention, ...]] = field(hash=False)

    def mentions(self, start: int, end: int, letters: str = ANY) -> list[Mention]:
        """Return the mentions folded in ``text[start:end]``, in order, of the types that ``letters`` stand for."""
        return [m for i in range(start, end) if self.text[i] in letters for m in self.at.get(i, ())]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the article offsets of ``text[start:end]``."""
        return self.starts[start], self.ends[end - 1]

    def index_of(self, offset: int) -> int:
        """Return the index of the character that holds (or follows) an article offset."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def clause(self, start: int, end: int) -> tuple[int, int]:
        """Return the article range of the clauses that ``text[start:end]`` lies in, without the marks around them."""
        start, end = clause_start(self.text, start), clause_end(self.text, end)
        while end - 1 > start and is_stop(self.text, end - 1):
            end -= 1
        return self.span(start, max(end, start + 1))


def fold(draft: Draft, start: int, end: int) -> Folded:
    """Return ``draft.text[start:end]`` with its mentions folded, made once and kept on the draft until a mention is added there.

    Credits, short forms in brackets and asides after a name are dropped; quotation and title marks that wrap a whole mention go
    too: 开展“护苗”行动 → 开展Ⓖ.
    """
    kept = draft.folded.get((start, end))
    return kept or draft.keep(start, end, fold_chosen(draft, start, end, outer_mentions(draft, start, end)))


def outer_mentions(draft: Draft, start: int, end: int) -> dict[tuple[int, int], list[Mention]]:
    """Return the mentions that are folded, by their range: none inside another, no implied place that its title needs as text."""
    outer: dict[tuple[int, int], list[Mention]] = {}
    reach = start
    for mention in draft.within(start, end, kinds=("name", "shared", "anaphor", "implied")):
        if mention.kind == "implied" and mention.type != "person" and (len(mention.surface) < 2 or mention.surface.endswith(POST_WORDS)):
            continue
        if ACTING.fullmatch(mention.surface) and draft.text[mention.end : mention.end + 1] == "长":
            continue
        if mention.start >= reach or (mention.start, mention.end) in outer:
            outer.setdefault((mention.start, mention.end), []).append(mention)
            reach = max(reach, mention.end)
    return outer


def fold_chosen(draft: Draft, start: int, end: int, outer: dict[tuple[int, int], list[Mention]]) -> Folded:
    """Build the folded text from the chosen spans (see ``fold``)."""
    spans = {s: (e, found) for (s, e), found in outer.items()}
    text: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at: dict[int, tuple[Mention, ...]] = {}
    drop = dropped(draft.text, start, end)
    position = start
    while position < end:
        if position in drop:
            position = drop[position]
            continue
        stop, found = spans.get(position, (position + 1, []))
        if found:
            wrapped = bool(text) and WRAPS.get(text[-1]) == draft.text[stop : stop + 1] != ""
            if wrapped:
                for part in (text, starts, ends):
                    part.pop()
            at[len(text)] = tuple(found)
            text.append(LETTER[found[0].type])
            starts.append(position)
            ends.append(stop)
            position = skip_aside(draft.text, stop + wrapped, end, spans)
            continue
        text.append(wide(draft.text, position))
        starts.append(position)
        ends.append(stop)
        position = stop
    return Folded(draft, "".join(text), tuple(starts), tuple(ends), at)


WIDE = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？", "(": "（", ")": "）"}


def wide(text: str, position: int) -> str:
    """Return the character at ``position``, punctuation folded to full width unless it stands between digits (1,200; 2:51)."""
    mark = text[position]
    if mark in WIDE and not (text[position - 1 : position].isdigit() and text[position + 1 : position + 2].isdigit()):
        return WIDE[mark]
    return mark


def dropped(text: str, start: int, end: int) -> dict[int, int]:
    """Return start → end of what never belongs to a clause: 本报讯（记者…）, 本报记者."""
    return {m.start(): m.end() for m in CREDIT.finditer(text, start, end)}


WORKS = ("project", "zone", "facility", "programme")


def skip_aside(text: str, position: int, end: int, spans: dict[int, tuple[int, list[Mention]]]) -> int:
    """Return where the text goes on after a name's bracket: （以下简称…）, （左二）; a bracket that names works stays."""
    alias = STATED.match(text, position, end)
    if alias:
        return alias.end()
    aside = ASIDE.match(text, position, end)
    if aside and not any(at in spans and spans[at][1][0].type in WORKS for at in range(aside.start() + 1, aside.end())):
        return aside.end()
    return position


def sentences(draft: Draft) -> Iterator[tuple[Stretch, Folded]]:
    """Yield every sentence of the article with its folded text."""
    for sentence in draft.sentences:
        yield sentence, fold(draft, sentence.start, sentence.end)
