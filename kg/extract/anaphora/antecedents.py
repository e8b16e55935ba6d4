"""Chooses what an anaphor stands for: the names of the right kind before it, by sentence, subject and nearness.

Knows names, sentences and the nouns of anaphors.tsv; which words are anaphors is ``anaphora``'s business.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kg import ontology
from kg.extract.anaphora.tally import Tally
from kg.extract.clauses.bounds import clause_start
from kg.extract.clauses.cases import case_before, is_acted_on
from kg.extract.draft import Draft, Stretch
from kg.extract.ranges import Overlaps, Range
from kg.lexicon import rows
from kg.model import Mention

LITERAL = ("园区", "产业园", "产业园区", "中心", "研发中心", "大队", "支队", "集团", "工程")
"""Nouns that mean a name which ends in them, if there is one: 该园区 the 创新创业服务园区, not the 尼龙织造产业园."""
WIDER = {"园区": "开发区"}
"""What a noun may mean if nothing that is called so is there."""
MADE = re.compile(r"(?:成立|组建|设立|创办|注册|新设|建立|收购|引进|成立了|组建了|设立了|创立|更名为|改名为)(?:了)?(?:的)?[“]?$")
OWNER = re.compile(r"^(?:的)?(?:全资|控股|参股)?子公司|^的(?:全资|控股|参股|下属|成员)")


@dataclass(frozen=True, slots=True)
class Noun:
    """What a noun may stand for: types of mention, how the name must end, and what after the noun makes another word of it."""

    types: tuple[str, ...]
    suffix: re.Pattern[str]
    word: str = ""
    other: re.Pattern[str] = re.compile(r"(?!)")


@cache
def nouns() -> dict[str, Noun]:
    """Return the nouns that stand for names."""
    return {
        row[0]: Noun(
            tuple(row[1].split()),
            re.compile(f"^{row[2]}" if row[2].startswith("(?!") else f"(?:{row[2]})$"),
            row[0],
            re.compile(row[3]) if len(row) > 3 else re.compile(r"(?!)"),
        )
        for row in rows("anaphors")
    }


class Named:
    """Names in printed order, each with the range of the outermost name that it lies in."""

    def __init__(self) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.mentions: list[Mention] = []
        self._tally = Tally()

    def add(self, outer: Mention, mention: Mention) -> None:
        """Put the next one in."""
        self.starts.append(outer.start)
        self.ends.append(outer.end)
        self.mentions.append(mention)

    def between(self, since: int, offset: int) -> list[Mention]:
        """Return the names that lie in ``since:offset``."""
        return self.mentions[bisect_left(self.starts, since) : bisect_right(self.ends, offset)]

    def last(self, offset: int) -> Mention | None:
        """Return the last name that ends before an offset, None if there is none."""
        at = bisect_right(self.ends, offset)
        return self.mentions[at - 1] if at else None

    def most_named(self, offset: int) -> Mention | None:
        """Return the name that is printed most before an offset, None if there is none."""
        size = bisect_right(self.ends, offset)
        if size < self._tally.size:
            self._tally = Tally()
        for mention in self.mentions[self._tally.size : size]:
            self._tally.add(mention)
        return self._tally.top


class Finder:
    """Finds the anaphors of one article; candidates are names that lie in no longer name, in printed order."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.text = draft.text
        names = [m for m in draft.mentions if m.is_name]
        ends: dict[int, int] = {}
        for mention in names:
            ends[mention.start] = max(ends.get(mention.start, 0), mention.end)
        reach = 0
        self.names: list[Mention] = []
        self.nested: dict[str, list[Mention]] = {}
        for mention in sorted(names, key=lambda m: (m.start, -m.end, m.id)):
            if mention.end > reach or (self.names and mention.start == self.names[-1].start and mention.end == reach):
                self.names.append(mention)
            elif self.names[-1].type in ontology.organisations() and mention.start == self.names[-1].start:
                self.nested.setdefault(self.names[-1].id, []).append(mention)
            reach = max(reach, mention.end)
        self.taken: Overlaps[Mention | Range] = Overlaps(names)
        self._first: dict[tuple[str, str, str | None], Mention] = {}
        for mention in names:
            self._first.setdefault((mention.type, mention.surface, mention.name), mention)
        self._kinds: dict[Noun, tuple[Named, Named]] = {}

    def free(self, start: int, end: int) -> bool:
        """Whether no name overlaps a range."""
        return not self.taken.touches(start, end)

    def first_of(self, mention: Mention) -> Mention:
        """Return the first name of the article that is printed and filed as this one."""
        return self._first[mention.type, mention.surface, mention.name]

    def of_kind(self, noun: Noun) -> tuple[Named, Named]:
        """Return all names of the right kind, looked for once, and those of them that end in the noun itself if it is literal."""
        if noun not in self._kinds:
            every, literal = Named(), Named()
            for outer in self.names:
                inner = next(
                    (
                        m
                        for m in (outer, *self.nested.get(outer.id, ()))
                        if m.type in noun.types and noun.suffix.search(m.name or m.surface)
                    ),
                    None,
                )
                if inner is not None:
                    every.add(outer, inner)
                    if noun.word in LITERAL and inner.surface.endswith(noun.word):
                        literal.add(outer, inner)
            self._kinds[noun] = (every, literal)
        return self._kinds[noun]

    def before(self, offset: int, noun: Noun, since: int = 0) -> list[Mention]:
        """Return the names of the right kind that end before an offset, nearest last; of 许昌供电公司营销部 the company within."""
        every, literal = self.of_kind(noun)
        return literal.between(since, offset) or every.between(since, offset)

    def antecedent(self, start: int, noun: Noun) -> Mention | None:
        """Return what a noun at ``start`` stands for; 该园区 is a 开发区 only if no park is named before it."""
        found = self.nearest(start, noun)
        return found if found or noun.word not in WIDER else self.nearest(start, nouns()[WIDER[noun.word]])

    def nearest(self, start: int, noun: Noun) -> Mention | None:
        """Return what a noun stands for: in its sentence, else in the sentences before, nearest first."""
        sentence = self.draft.sentence_at(start)
        here = self.before(start, noun, sentence.start)
        if here:
            return self.in_sentence(start, here, noun)
        passed = None
        every = self.of_kind(noun)[0]
        all_before = len(self.before(start, noun))
        for earlier in self.sentences_with(every, sentence.start):
            found = self.before(earlier.end, noun, earlier.start)
            acting = [m for m in found if not is_acted_on(self.text, m.start)] if all_before > len(found) else found
            if acting or (found and MADE.search(self.text[earlier.start : found[-1].start])):
                return self.topic(earlier, acting or found)
            passed = passed or (found[-1] if found else None)
        return passed

    def sentences_with(self, named: Named, limit: int) -> Iterator[Stretch]:
        """Yield the sentences up to an offset that hold one of these names, the last first."""
        at = bisect_right(named.ends, limit)
        while at > 0:
            sentence = self.draft.sentence_at(named.starts[at - 1])
            if sentence.end <= limit:
                yield sentence
            at = min(at - 1, bisect_right(named.ends, sentence.start))

    def main(self, start: int, noun: Noun) -> Mention | None:
        """Return what a bare 公司 means: the first of the sentence, else the one that the article has named most before it."""
        sentence = self.draft.sentence_at(start)
        here = self.before(start, noun, sentence.start)
        if here:
            return here[0]
        return next((top for named in reversed(self.of_kind(noun)) if (top := named.most_named(start))), None)

    def in_sentence(self, start: int, here: list[Mention], noun: Noun) -> Mention | None:
        """Choose among the names of the sentence: the nearest, but no subject of the own clause and no mere owner.

        Nor is it who owns what it acts on: 甲公司的焚烧炉由｜该公司｜订购.
        """
        clause = clause_start(self.text, start)
        own = [m for m in here if m.start >= clause]
        of_first = bool(own) and case_before(self.text, start) == "agent" and self.text.startswith("的", own[0].end)
        if own and (of_first or is_acted_on(self.text, start)):
            others = [m for m in here if not same(m, own[0])]
            sentence = self.draft.sentence_at(start)
            return others[-1] if others else self.topic_before(sentence.start, noun, own[0])
        kept = [m for m in here if not OWNER.match(self.text[m.end : m.end + 12])] or here
        return kept[-1]

    def topic_before(self, offset: int, noun: Noun, but: Mention) -> Mention | None:
        """Return the nearest name of the kind in the sentences before that is not ``but``."""
        return next((m for m in reversed(self.before(offset, noun)) if not same(m, but)), None)

    def topic(self, sentence: Stretch, found: list[Mention]) -> Mention:
        """Return whom a sentence hands on: what it brings into being at its end, else whom it is about."""
        last = found[-1]
        if MADE.search(self.text[sentence.start : last.start]) and not re.search(r"[，,；;]", self.text[last.end : sentence.end]):
            return last
        return found[0]

    def point(self, start: int, end: int, antecedent: Mention | None, rule: str, score: float) -> None:
        """Record an anaphor, if something was found for it."""
        if antecedent is not None:
            self.draft.point(start, end, antecedent, rule, score=score)


def same(one: Mention, other: Mention) -> bool:
    """Whether two names are one in print: 荆驰重机股份有限公司 and 荆驰重机."""
    short, full = sorted((one.surface, other.surface), key=len)
    return one.type == other.type and (short in full or (one.name is not None and one.name == other.name))


def distinct(mentions: list[Mention]) -> list[Mention]:
    """Return the mentions with each name once, where it stands last."""
    kept: list[Mention] = []
    for mention in mentions:
        kept = [m for m in kept if not same(m, mention)] + [mention]
    return kept
