"""A clause of an event sentence, with what its finders ask: its words, its parties, its subjects. Knows no event's words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.extract.events.event import EventBuilder, Participant, Range
from kg.extract.events.parties import mentions, sentence_subjects, subjects
from kg.extract.events.sentence import EventSentence, Party
from kg.model import Mention


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause, cut where somebody begins to speak (强调, 要求 …).

    ``start:end`` are indices of the sentence's text. ``listed`` are the indices of those that the clauses before only list
    (Ⓟ，｜Ⓟ分别参加调研); ``range`` is the article range of the whole clause from the first of them on. ``events`` are the events that
    the article has reported so far.
    """

    sentence: EventSentence
    start: int
    end: int
    listed: tuple[int, ...]
    range: Range
    events: tuple[EventBuilder, ...] = ()

    @property
    def text(self) -> str:
        """The folded text of the clause."""
        return self.sentence.text[self.start : self.end]

    @property
    def rest(self) -> str:
        """The folded text of the sentence after the clause."""
        return self.sentence.text[self.end :]

    def before(self, index: int) -> str:
        """Return the text of the clause up to an index of the sentence."""
        return self.sentence.text[self.start : index]

    def search(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Return the first match in the clause, its indices those of the sentence; lookbehinds see the clauses before."""
        return pattern.search(self.sentence.text, self.start, self.end)

    def parties(self, match: re.Match[str], group: str) -> list[Party]:
        """Return the parties in a group of a match, in printed order."""
        return self.sentence.among(*match.span(group))

    def mentions(self, match: re.Match[str], group: str) -> tuple[Mention, ...]:
        """Return the mentions in a group of a match, in printed order."""
        return mentions(self.parties(match, group))

    def subjects(self, stop: int) -> list[Party]:
        """Return who stands before the verb at ``stop``, those listed by the clauses before included."""
        return subjects(self.sentence, self.start, stop, self.listed)

    def earlier_subjects(self) -> list[Party]:
        """Return the subject of the nearest clause before this one in the sentence."""
        return sentence_subjects(self.sentence, self.start)

    def inspections(self) -> list[EventBuilder]:
        """Return the inspections that the article has reported so far."""
        return [event for event in self.events if event.kind == "inspection"]

    def give(
        self, who: Sequence[Mention], role: str, *, by: re.Match[str] | None = None, replaces: tuple[str, ...] = ()
    ) -> list[Participant]:
        """Return mentions as participants in a role; the evidence is the words of the match ``by`` or else the clause."""
        range_ = self.sentence.span(*by.span()) if by else self.range
        return [Participant(mention, role, range_, replaces) for mention in who]
