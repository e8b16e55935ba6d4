"""What every family of relation rules shares: the clauses of one article, who may stand at either end, evidence, status.

It knows the types that a predicate joins and how a missing subject or work is recovered; it knows no rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.extract.clauses.folded import Folded, fold
from kg.extract.clauses.modality import is_denied, status_of
from kg.extract.clauses.patterns import ANY, GROUPS, LETTER, compiled
from kg.extract.clauses.subjects import subjects_before
from kg.extract.draft import Draft
from kg.extract.rules import Rule
from kg.model import BREAK, Mention

SPEAKER = re.compile(rf"(?:^|[”，。])(?P<body>[ⒸⒾⒶ])[^{ANY}，。；”]{{1,16}}Ⓟ[^{ANY}，。；”]{{0,8}}(?:说|表示|介绍|告诉|坦言|透露)")
LOT = re.compile(r"标段?$|[一二三四五六七八九十0-9A-Z]标")

ENDS: Mapping[str, tuple[str, str]] = {
    "part_of": ("ⒸⒶⒾⒻ", "ⒸⒶⒾⓏ"),
    "located_in": ("ⒸⒶⒾⒿⒻⓏ", "ⓁⓏ"),
    "undertakes": ("ⒸⒶⒾⓏⓁ", "ⒿⓏⒻ"),
    "supplies": ("ⒸⒶⒾ", "ⒸⒶⒾⓏⒿⒻ"),
    "invests_in": ("ⒸⒶⒾⓏⓁ", "ⒸⒾⓏⒿ"),
    "cooperates_with": ("ⒸⒶⒾⓏ", "ⒸⒶⒾⓏ"),
    "oversees": ("ⒶⓏⓁⒾ", "ⒸⒶⒾⓏⒿⒼ"),
    "assists": ("ⒸⒶⒾⓏⓁ", "ⒸⒶⒾⓏⓁ"),
    "runs": ("ⒸⒶⒾⓏⓁ", "Ⓖ"),
    "participates_in": ("ⒸⒶⒾⓅⓏ", "ⒼⒿ"),
    "recognised_by": ("ⒸⒶⒾⒿⓅⓏⓁ", "ⒶⒾⒸ"),
}
"""The letters that may stand at the subject's and the object's end of each predicate."""


@dataclass(frozen=True, slots=True)
class Extent:
    """Where a fact is said: a folded sentence and the indices of the words that say it."""

    folded: Folded
    start: int
    end: int

    @property
    def text(self) -> str:
        """The words themselves, folded."""
        return self.folded.text[self.start : self.end]


class ArticleClauses:
    """One article under the relation rules."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.written: set[tuple[str, str, str]] = set()
        self.sentences = [fold(draft, s.start, s.end) for s in draft.sentences]

    def matches(self, rule: Rule) -> Iterator[tuple[Folded, re.Match[str]]]:
        """Yield every match of a rule's pattern, sentence by sentence."""
        pattern = compiled(rule.pattern)
        for folded in self.sentences:
            for match in pattern.finditer(folded.text):
                yield folded, match

    def write(
        self,
        rule: Rule,
        extent: Extent,
        subjects: Iterable[Mention],
        objects: Iterable[Mention],
        *,
        predicate: str = "",
        qualifiers: Mapping[str, str | None] | None = None,
        status: str = "",
        extra_ranges: Iterable[tuple[int, int]] = (),
        confidence: float = 0.0,
    ) -> None:
        """Write subject × object, types permitting; ``extra_ranges`` are article ranges that the evidence needs besides the clause;
        ``confidence`` overrides the rule's where the reading is weaker than usual."""
        predicate = predicate or rule.predicate
        subject_letters, object_letters = ENDS[predicate]
        ranges = [*extra_ranges, extent.folded.clause(extent.start, extent.end)]
        kept = {k: v.strip(BREAK) for k, v in (qualifiers or {}).items() if v}
        if not status:
            status = "denied" if is_denied(extent.folded.text) else status_of(extent.folded.text[: extent.start], extent.text)
        for subject in subjects:
            for target in objects:
                fits = LETTER[subject.type] in subject_letters and LETTER[target.type] in object_letters
                identity = (subject.id, predicate, target.id)
                if not fits or identity in self.written or self.same(subject, target):
                    continue
                self.written.add(identity)
                self.draft.claim(
                    subject,
                    predicate,
                    target,
                    merged(ranges),
                    rule.id,
                    qualifiers=kept,
                    confidence=confidence or rule.confidence,
                    status=status,
                )

    def name(self, mention: Mention) -> str:
        """Return what a mention names: its antecedent's name if it is an anaphor."""
        if mention.antecedent:
            return self.name(self.draft.mention(mention.antecedent))
        return mention.name or mention.surface

    def same(self, one: Mention, other: Mention) -> bool:
        """Whether two mentions plainly are one thing."""
        return one.type == other.type and self.name(one) == self.name(other)

    def subject(self, folded: Folded, index: int, group: str = "actor") -> tuple[list[Mention], list[tuple[int, int]]]:
        """Return the subject in force at ``index`` and the range that names it if that is another clause."""
        letters = GROUPS[group]
        speaker = self.speaker(folded, index)
        if speaker:
            return speaker, [(speaker[0].start, speaker[0].end)]
        found = subjects_before(folded, index, letters)
        if not found:
            at = next((n for n, m in enumerate(self.sentences) if m is folded), 0)
            for earlier in reversed(self.sentences[max(0, at - 2) : at]):
                found = subjects_before(earlier, len(earlier.text), letters)
                if found or earlier.text.endswith(BREAK):
                    break
        if not found:
            found = self.lead(letters)
        return found, [(found[0].start, found[-1].end)] if found else []

    def speaker(self, folded: Folded, index: int) -> list[Mention]:
        """Return whose 我们 it is in a quotation: the body of the one who is said to speak right after it, at most one."""
        quoted = folded.text.rfind("“", 0, index + 1)
        if quoted < 0 or "”" in folded.text[quoted:index] or "我们" not in folded.text[quoted : index + 8]:
            return []
        at = next((n for n, m in enumerate(self.sentences) if m is folded), 0)
        for later in self.sentences[at : at + 4]:
            told = SPEAKER.search(later.text, index if later is folded else 0)
            if told:
                return list(later.at[told.start("body")])
        return []

    def lead(self, letters: str) -> list[Mention]:
        """Return the first actor that the article prints (its headline's), as a list of at most one."""
        for folded in self.sentences:
            found = folded.mentions(0, len(folded.text), letters)
            if found:
                return found[:1]
        return []

    def work(
        self, folded: Folded, index: int, letters: str = "Ⓙ", *, paragraph: bool = False
    ) -> tuple[list[Mention], list[tuple[int, int]]]:
        """Return the works spoken of at ``index``: the last named before it in the sentence, else in the article.

        ``paragraph`` asks for the topic instead: the first works of this paragraph's earlier sentences, lots (…标段) last.
        """
        found = folded.mentions(0, index, letters)[-1:]
        if not found:
            before = [m for m in self.draft.mentions if LETTER[m.type] in letters and m.end <= folded.starts[index] and m.kind != "implied"]
            if paragraph:
                floor = self.draft.text.rfind(BREAK, 0, folded.starts[index]) + 1
                here = [m for m in before if m.start >= floor]
                wholes = [m for m in here if not LOT.search(self.name(m))] or [m for m in before if not LOT.search(self.name(m))]
                before = (wholes or here or before)[:1] if here else before
            found = before[-1:]
        return found, [(found[0].start, found[0].end)] if found else []


def merged(ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join ranges that touch or overlap, drop those inside others."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
