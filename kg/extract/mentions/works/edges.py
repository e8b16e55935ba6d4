"""The edges of a project's name: it neither begins with a verb of planning or promoting nor holds half a pair of brackets or marks."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.mentions.candidates import Candidate
from kg.extract.mentions.tagged import TaggedArticle
from kg.lexicon import ordered

PAIRS = (("（", "）"), ("(", ")"), ("“", "”"), ("《", "》"), ("【", "】"), ("〔", "〕"), ("「", "」"))
VERBS = ("verbs_plan", "verbs_promote")
SHORTEST = 4
"""Characters that must be left of a name."""


def trimmed(article: TaggedArticle, candidate: Candidate) -> Candidate | None:
    """Return a project's name without a verb before it and without what stands before or after half a pair; None if too little is left."""
    start, end = candidate.start, candidate.end
    name = article.text[start:end]
    while verb := max((v for listed in VERBS for v in ordered(listed) if name.startswith(v)), key=len, default=""):
        start += len(verb)
        name = article.text[start:end]
    left, right = whole(name)
    start, end = start + left, start + right
    if (start, end) == candidate.span:
        return candidate
    return replace(candidate, start=start, end=end) if end - start >= SHORTEST else None


def whole(name: str) -> tuple[int, int]:
    """Return the part of a name that holds no half pair: after the last mark that closes nothing, before the first that is not closed."""
    left, right = 0, len(name)
    for opening, closing in PAIRS:
        open_at: list[int] = []
        for at, mark in enumerate(name):
            if mark == opening:
                open_at.append(at)
            elif mark == closing and open_at:
                open_at.pop()
            elif mark == closing:
                left = max(left, at + 1)
        if open_at:
            right = min(right, open_at[0])
    return (left, right) if left < right else (0, 0)
