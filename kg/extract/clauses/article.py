"""One article as clauses: its sentences folded once, and who acts or what is built where a clause leaves it out.

It is the one notion of a clause's subject beyond the clause itself. Of one clause, ``subjects`` says who its subject is, ``cases`` which
names are none, ``bounds`` where it begins and ends. Order of asking:

    speaker     “我们供货。”乙公司总经理说      we in a quotation are the body of who is said to speak
    sentence    甲局聚焦所盼，扎实开展Ⓖ         the nearest clause before that prints a subject
    before      the two sentences before, within the paragraph
    lead        the first actor that the article prints, its headline's

It knows no predicate and makes no claim.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from kg.extract.clauses.bounds import clause_end
from kg.extract.clauses.folded import Folded, sentences
from kg.extract.clauses.patterns import ANY, GROUPS, LETTER
from kg.extract.clauses.subjects import clause_subject, subjects_before
from kg.extract.draft import Draft
from kg.model import BREAK, Mention

SPEAKER = re.compile(rf"(?:^|[”，。])(?P<body>[ⒸⒶⒾ])[^{ANY}，。；”]{{1,16}}Ⓟ[^{ANY}，。；”]{{0,8}}(?:说|表示|介绍|告诉|坦言|透露)")
LOT = re.compile(r"标段?$|[一二三四五六七八九十0-9A-Z]标")


class Spoken(NamedTuple):
    """Who or what is spoken of, and the article ranges (half-open) that name it if the clause itself does not."""

    mentions: list[Mention]
    ranges: list[tuple[int, int]]


NOBODY = Spoken([], [])


def named(found: list[Mention]) -> Spoken:
    """Return mentions with the range from the first to the last."""
    return Spoken(found, [(found[0].start, found[-1].end)] if found else [])


class ArticleClauses:
    """One article, its sentences folded, and the questions that go beyond one clause."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.sentences = [folded for _, folded in sentences(draft)]
        self._positions = {id(folded): n for n, folded in enumerate(self.sentences)}
        self._leads: dict[str, list[Mention]] = {}

    def position(self, folded: Folded) -> int:
        """Return which sentence of the article this is, 0 if it is none of them."""
        return self._positions.get(id(folded), 0)

    def earlier(self, folded: Folded, count: int) -> list[Folded]:
        """Return at most ``count`` sentences right before one, in order."""
        at = self.position(folded)
        return self.sentences[max(0, at - count) : at]

    def name(self, mention: Mention) -> str:
        """Return what a mention names (``Draft.name_of``)."""
        return self.draft.name_of(mention)

    def same(self, one: Mention, other: Mention) -> bool:
        """Whether two mentions plainly are one thing."""
        return one.type == other.type and self.name(one) == self.name(other)

    def subject(self, folded: Folded, index: int, group: str = "actor") -> Spoken:
        """Return the subject in force at ``index`` (see the module's order of asking); ``group`` is one of GROUPS."""
        letters = GROUPS[group]
        speaker = self.speaker(folded, index)
        if speaker:
            return Spoken(speaker, [(speaker[0].start, speaker[0].end)])
        found = subjects_before(folded, index, letters)
        if found:
            return named(found)
        for sentence in reversed(self.earlier(folded, 2)):
            found = subjects_before(sentence, len(sentence.text), letters)
            if found or sentence.text.endswith(BREAK):
                break
        return named(found or self.lead(letters))

    def subject_here(self, folded: Folded, index: int, group: str = "actor") -> Spoken:
        """Return the subject in force at ``index`` if no earlier sentence prints it."""
        found = self.subject(folded, index, group)
        return found if found.ranges and found.ranges[0][0] >= folded.starts[0] else NOBODY

    def subject_after(self, folded: Folded, index: int, group: str = "actor") -> Spoken:
        """Return the subject of the first clause after ``index`` that prints one: 《办法》将施行，该局将据此…"""
        start = folded.text.find("，", index)
        while start >= 0:
            found = clause_subject(folded, start + 1, clause_end(folded.text, start + 1), GROUPS[group])
            if found:
                return named(found)
            start = folded.text.find("，", start + 1)
        return NOBODY

    def speaker(self, folded: Folded, index: int) -> list[Mention]:
        """Return whose 我们 it is in a quotation: the body of the one who is said to speak right after it, at most one."""
        quoted = folded.text.rfind("“", 0, index + 1)
        if quoted < 0 or "”" in folded.text[quoted:index] or "我们" not in folded.text[quoted : index + 8]:
            return []
        at = self.position(folded)
        for later in self.sentences[at : at + 4]:
            told = SPEAKER.search(later.text, index if later is folded else 0)
            if told:
                return list(later.at[told.start("body")])
        return []

    def lead(self, letters: str) -> list[Mention]:
        """Return the first name of these letters that the article prints (its headline's), as a list of at most one."""
        if letters not in self._leads:
            every = (folded.mentions(0, len(folded.text), letters) for folded in self.sentences)
            self._leads[letters] = next((found[:1] for found in every if found), [])
        return self._leads[letters]

    def work(self, folded: Folded, index: int, letters: str = "Ⓙ", *, paragraph: bool = False) -> Spoken:
        """Return the works spoken of at ``index``: the last named before it in the sentence, else in the article.

        ``paragraph`` asks for the topic instead, where the sentence names none.
        """
        found = folded.mentions(0, index, letters)[-1:]
        if found:
            return named(found)
        before = [m for m in self.draft.mentions if LETTER[m.type] in letters and m.end <= folded.starts[index] and m.kind != "implied"]
        return named(self.topic(before, folded.starts[index]) if paragraph else before[-1:])

    def topic(self, works: list[Mention], offset: int) -> list[Mention]:
        """Return the first of these works in the paragraph before an article offset, lots (…标段) last; else the last of all."""
        floor = self.draft.text.rfind(BREAK, 0, offset) + 1
        here = [m for m in works if m.start >= floor]
        if not here:
            return works[-1:]
        wholes = [m for m in here if not LOT.search(self.name(m))] or [m for m in works if not LOT.search(self.name(m))]
        return (wholes or here)[:1]
