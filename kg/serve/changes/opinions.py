"""Second opinions: who answered what in the review, asked again of others, and how far two reviewers agree. They decide nothing.

One line of JSON for each answer, beside decisions.yaml (``decisions.yaml`` → ``decisions.opinions.jsonl``); the last of one person counts.
"""

from __future__ import annotations

import json
import threading
from collections import Counter
from dataclasses import asdict, dataclass
from itertools import combinations
from pathlib import Path

from kg.errors import DecisionError

ANSWERS = ("yes", "no")
"""Answers that can be compared; what is of another thing or status is no."""


@dataclass(frozen=True, slots=True)
class Opinion:
    """What somebody answered to one question; ``answer`` is "yes", "no", or "" for one taken back."""

    key: str
    who: str
    answer: str
    text: str
    text_zh: str
    quotes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two reviewers agree: on how many of the questions that both answered, and Cohen's kappa (None if chance decides all)."""

    first: str
    second: str
    both: int
    same: int
    kappa: float | None


class Opinions:
    """The file of opinions; several people may write at once."""

    def __init__(self, decisions: Path) -> None:
        self.path = decisions.with_suffix(".opinions.jsonl")
        self._lock = threading.Lock()

    def add(self, opinion: Opinion) -> None:
        """Write an opinion down."""
        with self._lock, self.path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(asdict(opinion), ensure_ascii=False) + "\n")

    def last(self) -> dict[tuple[str, str], Opinion]:
        """Return the last opinion of each person on each question, by key and person. Raises DecisionError if the file is malformed."""
        if not self.path.is_file():
            return {}
        found: dict[tuple[str, str], Opinion] = {}
        for number, line in enumerate(self.path.read_text(encoding="utf-8").splitlines(), 1):
            try:
                row = json.loads(line)
                opinion = Opinion(**row | {"quotes": tuple(row["quotes"])})
            except (ValueError, TypeError, KeyError) as error:
                raise DecisionError(f"{self.path}: line {number} is no opinion ({error}); take it out") from error
            found.pop((opinion.key, opinion.who), None)
            found[opinion.key, opinion.who] = opinion
        return {place: opinion for place, opinion in found.items() if opinion.answer}

    def to_second(self, who: str) -> list[Opinion]:
        """Return the questions that others answered and this person did not, each once, in the order of their answers."""
        last = self.last()
        return list({key: opinion for (key, other), opinion in last.items() if other != who and (key, who) not in last}.values())

    def agreements(self) -> list[Agreement]:
        """Return how far each two people agree who answered a question both, by name."""
        last = self.last()
        people = sorted({who for _, who in last})
        found = []
        for first, second in combinations(people, 2):
            keys = [key for key, who in last if who == first and (key, second) in last]
            if keys:
                pairs = [(last[key, first].answer, last[key, second].answer) for key in keys]
                found.append(Agreement(first, second, len(pairs), sum(one == other for one, other in pairs), kappa(pairs)))
        return found


def kappa(pairs: list[tuple[str, str]]) -> float | None:
    """Return Cohen's kappa of pairs of answers; None where both gave one answer throughout, so that chance alone would agree."""
    seen = sum(one == other for one, other in pairs) / len(pairs)
    first, second = (Counter(answers) for answers in zip(*pairs, strict=True))
    by_chance = sum(first[answer] * second[answer] for answer in ANSWERS) / len(pairs) ** 2
    return None if by_chance == 1 else round((seen - by_chance) / (1 - by_chance), 3)
