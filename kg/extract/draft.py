"""The working copy of one article's reading: what the extractors write into, frozen at the end.

It knows sentences, clauses and where mentions lie; it knows no word list and no rule. All offsets are article offsets.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.extract.faults import Fault, is_debugging, reason_of, where
from kg.extract.ranges import Overlaps, Range, united
from kg.model import BREAK, Article, Claim, Event, Mention, Reading, Rejected, Role
from kg.reading import Sight

if TYPE_CHECKING:
    from kg.extract.clauses.folded import Folded

SENTENCE_END = re.compile(r"[。！？!?；;](?:[”’」』）)]*)|\n")
LONGEST_SENTENCE = 1000
"""Code points; a list of a hundred names fits. What is longer is a page without stops, and is read in pieces."""
CLAUSE_END = re.compile(r"[，。！？；：\n]|(?<!\d)[,;:!?]|[,;:!?](?!\d)")
"""A mark between digits ends none (1,200; 2:51)."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A sentence or clause: article offsets, half-open, end mark included; ``section`` is the kind of its section."""

    start: int
    end: int
    text: str
    section: str


def cut(article: Article, pattern: re.Pattern[str], start: int, end: int, section: str) -> list[Stretch]:
    """Cut ``article.text[start:end]`` after every match of ``pattern``; empty stretches are left out."""
    found, at = [], start
    for match in pattern.finditer(article.text, start, end):
        if article.text[at : match.end()].strip():
            found.append(Stretch(at, match.end(), article.text[at : match.end()], section))
        at = match.end()
    if article.text[at:end].strip():
        found.append(Stretch(at, end, article.text[at:end], section))
    return [piece for stretch in found for piece in (shortened(stretch) if len(stretch.text) > LONGEST_SENTENCE else (stretch,))]


def shortened(stretch: Stretch) -> Iterator[Stretch]:
    """Cut a stretch that no writer means as one sentence after its last comma within LONGEST_SENTENCE, or right there."""
    at, text = stretch.start, stretch.text
    while text:
        end = (
            len(text)
            if len(text) <= LONGEST_SENTENCE
            else max(text.rfind(mark, 0, LONGEST_SENTENCE) for mark in "，,、") + 1 or LONGEST_SENTENCE
        )
        yield Stretch(at, at + end, text[:end], stretch.section)
        at, text = at + end, text[end:]


def in_print(mention: Mention) -> tuple[int, int, str]:
    """Order mentions by start, longer first."""
    return mention.start, -mention.end, mention.id


class Draft:
    """One article while it is being read.

    Extractors call ``name``, ``point``, ``imply``, ``claim``, ``event`` and ``reject``; ``freeze`` returns the Reading.
    ``folded`` keeps the sentences folded so far (``kg.extract.clauses.folded.fold``), by article range.
    """

    def __init__(self, article: Article, mentions: Iterable[Mention] = ()) -> None:
        self.article = article
        self.text = article.text
        self.claims: list[Claim] = []
        self.events: list[Event] = []
        self._said: dict[Event, list[tuple[int, int]]] = {}
        self.rejected: list[Rejected] = []
        self.faults: list[Fault] = []
        self._mentions: dict[str, Mention] = {m.id: m for m in mentions}
        self._sorted: list[Mention] | None = None
        self.folded: dict[tuple[int, int], Folded] = {}
        self._foldings: Overlaps[Range] = Overlaps()
        self.sight: Sight | None = None
        self.sentences = [s for part in article.sections for s in cut(article, SENTENCE_END, part.start, part.end, part.kind)]

    @property
    def mentions(self) -> list[Mention]:
        """All mentions by start, longer first."""
        if self._sorted is None:
            self._sorted = sorted(self._mentions.values(), key=in_print)
        return self._sorted

    def mention(self, id_: str) -> Mention:
        """Return the mention of this id; KeyError if there is none."""
        return self._mentions[id_]

    def name_of(self, mention: Mention) -> str:
        """Return what a mention names: its antecedent's name if it is an anaphor."""
        if mention.antecedent:
            return self.name_of(self.mention(mention.antecedent))
        return mention.name or mention.surface

    def add(self, mention: Mention) -> Mention:
        """Put a mention in, or replace the one of the same id; sentences that it lies in must be folded anew."""
        replaced = self._mentions.get(mention.id)
        self._mentions[mention.id] = mention
        for range_ in self._foldings.over(mention.start, mention.end):
            self.folded.pop(range_, None)
        if self._sorted is not None:
            self._sorted = self._sorted.copy()  # whoever goes through the mentions while he adds some goes through those of before
            at = bisect_left(self._sorted, in_print(mention), key=in_print)
            if replaced is None:
                self._sorted.insert(at, mention)
            elif in_print(replaced) == in_print(mention):
                self._sorted[at] = mention
            else:
                self._sorted = None
        return mention

    def keep(self, start: int, end: int, folded: Folded) -> Folded:
        """Keep a stretch as folded until a mention is added there."""
        range_ = Range(start, end)
        self.folded[range_] = folded
        self._foldings.add(range_)
        return folded

    def name(
        self, start: int, end: int, type_: str, rule: str, *, name: str | None = None, parent: str | None = None, score: float = 1.0
    ) -> Mention:
        """Record a printed name at ``text[start:end]``."""
        return self.add(Mention(self.article.id, start, end, self.text[start:end], type_, rule, "name", name, None, parent, score))

    def share(self, start: int, end: int, type_: str, name: str, rule: str, *, score: float = 1.0) -> Mention:
        """Record that a printed name stands for the entity called ``name`` among others (许昌市、长葛市两级人民法院)."""
        return self.add(Mention(self.article.id, start, end, self.text[start:end], type_, rule, "shared", name, None, None, score))

    def point(self, start: int, end: int, antecedent: Mention, rule: str, *, score: float = 1.0) -> Mention:
        """Record an anaphor at ``text[start:end]`` that stands for ``antecedent``."""
        return self.add(
            Mention(
                self.article.id,
                start,
                end,
                self.text[start:end],
                antecedent.type,
                rule,
                "anaphor",
                antecedent.name,
                antecedent.id,
                None,
                score,
            )
        )

    def imply(self, start: int, end: int, type_: str, name: str, rule: str, *, score: float = 1.0) -> Mention:
        """Record that the words at ``text[start:end]`` imply the thing called ``name`` (市长 implies the city)."""
        return self.add(Mention(self.article.id, start, end, self.text[start:end], type_, rule, "implied", name, None, None, score))

    def set_parent(self, mention: Mention, parent: Mention) -> Mention:
        """Record that the name of ``mention`` says that it belongs to ``parent``."""
        return self.add(replace(self._mentions[mention.id], parent=parent.id))

    def within(
        self, start: int, end: int, *types: str, kinds: tuple[str, ...] = ("name", "shared", "anaphor", "implied"), outer: bool = True
    ) -> list[Mention]:
        """Return the mentions that lie in ``start:end``, in order.

        ``outer`` leaves out those that lie inside a longer one of the range (the 国务院 of 国务院标准化联席会议).
        """
        first = bisect_left(self.mentions, start, key=lambda m: m.start)
        found: list[Mention] = []
        widest = (-1, -1)
        for at in range(first, len(self.mentions)):
            mention = self.mentions[at]
            if mention.start >= end:
                break
            if mention.end > end or mention.kind not in kinds:
                continue
            is_inner = mention.end < widest[0] or (mention.end == widest[0] and mention.start > widest[1])
            if not (outer and is_inner):
                found.append(mention)
            if mention.end > widest[0]:
                widest = (mention.end, mention.start)
        return [m for m in found if not types or m.type in types]

    def clauses(self, stretch: Stretch) -> list[Stretch]:
        """Cut a sentence at its commas, colons and stops."""
        return cut(self.article, CLAUSE_END, stretch.start, stretch.end, stretch.section)

    def sentence_at(self, offset: int) -> Stretch:
        """Return the sentence that holds this article offset; LookupError if none does."""
        at = bisect_right(self.sentences, offset, key=lambda s: s.start) - 1
        if at >= 0 and offset < self.sentences[at].end:
            return self.sentences[at]
        raise LookupError(f"{self.article.id}: no sentence at {offset}")

    def sentence_before(self, offset: int) -> Stretch | None:
        """Return the last sentence that ends at or before this article offset, None if there is none."""
        at = bisect_right(self.sentences, offset, key=lambda s: s.end) - 1
        return self.sentences[at] if at >= 0 else None

    def claim(
        self,
        subject: Mention,
        predicate: str,
        target: Mention | None,
        ranges: Iterable[tuple[int, int]],
        rule: str,
        *,
        value: str | None = None,
        qualifiers: Mapping[str, str] | None = None,
        confidence: float = 0.8,
        status: str = "stated",
    ) -> Claim:
        """Record a claim with its evidence sliced from the page; the only maker of claims.

        ``ranges`` are article ranges of the words that say it. Raises ClaimError if the page does not bear them out.
        """
        made = Claim(
            self.article.id,
            subject.id,
            predicate,
            target.id if target else None,
            self.article.evidence(self._tidy(ranges)),
            rule,
            value,
            tuple(sorted((qualifiers or {}).items())),
            confidence,
            status,
        )
        self.claims.append(made)
        return made

    def event(
        self,
        kind: str,
        label: str,
        roles: Iterable[tuple[Mention, str]],
        ranges: Iterable[tuple[int, int]],
        rule: str,
        *,
        date: str | None = None,
        place: Mention | None = None,
        confidence: float = 0.8,
        status: str = "stated",
    ) -> Event:
        """Record an event with its evidence sliced from the page; the only maker of events."""
        seen: dict[tuple[str, str], Role] = {}
        for who, role in roles:
            seen.setdefault((who.id, role), Role(who.id, role))
        where = self._tidy(ranges)
        made = Event(
            self.article.id,
            kind,
            label,
            tuple(seen.values()),
            self.article.evidence(where),
            rule,
            date,
            place.id if place else None,
            confidence,
            status,
        )
        self.events.append(made)
        self._said[made] = where
        return made

    def join_event(self, number: int, roles: Iterable[tuple[Mention, str]], ranges: Iterable[tuple[int, int]]) -> None:
        """Add participants to event ``number`` of this draft, with the article ranges that say so."""
        event = self.events[number]
        more = dict.fromkeys([*event.roles, *(Role(who.id, role) for who, role in roles)])
        where = united([*self._said[event], *self._tidy(ranges)])
        joined = replace(event, roles=tuple(more), evidence=self.article.evidence(where))
        self.events[number] = joined
        self._said[joined] = where

    def set_roles(self, number: int, roles: Iterable[Role]) -> None:
        """Give event ``number`` of this draft these parts instead of its own; its evidence stays."""
        event = self.events[number]
        self.events[number] = replace(event, roles=tuple(dict.fromkeys(roles)))
        self._said[self.events[number]] = self._said[event]

    def reject(self, what: str, surface: str, reason: str, start: int = -1) -> None:
        """Record something proposed and not taken."""
        self.rejected.append(Rejected(self.article.id, what, surface, reason, start))

    @contextmanager
    def spared(self, rule: str = "") -> Iterator[None]:
        """Guard a finder (or one ``rule`` of it): what it raises is kept as a fault, once, and ends it alone.

        With KG_DEBUG=1 it is raised.
        """
        try:
            yield
        except Exception as error:
            if is_debugging():
                raise
            place = f"{rule}, {where(error)}" if rule else where(error)
            fault = Fault(self.article.page.name, self.article.id, self.article.number, place, reason_of(error))
            if fault not in self.faults:
                self.faults.append(fault)

    def freeze(self) -> Reading:
        """Return what was read, in a fixed order."""
        return Reading(
            self.article, tuple(map(self._as_printed, self.mentions)), tuple(self.claims), tuple(self.events), tuple(self.rejected)
        )

    def _as_printed(self, mention: Mention) -> Mention:
        """Return a mention with its surface as printed, where that differs."""
        shown = self.article.shown[mention.start : mention.end]
        return mention if shown == mention.surface else replace(mention, printed=shown)

    def _tidy(self, ranges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
        """Trim breaks off both ends of each range."""
        tidy = []
        for start, end in ranges:
            while start < end and self.text[end - 1] == BREAK:
                end -= 1
            while start < end and self.text[start] == BREAK:
                start += 1
            tidy.append((start, end))
        return tidy
