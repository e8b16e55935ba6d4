"""A person's name that took the first character of the next word: 吕沛实|地察看 on a page that names 吕沛 elsewhere.

The page settles it: the shorter name stands if it is printed oftener as a person's and the last character of the longer makes an
ordinary word with what follows (实地); two people of whom one's name begins the other's (王建, 王建国) stay two.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from kg.extract.mentions.candidates import Candidate
from kg.extract.mentions.tagged import TaggedArticle
from kg.names.vocabulary import ordinary_words

LEAST = 2
"""Characters of a person's name."""


def settled(views: Sequence[TaggedArticle], chosen: Sequence[list[Candidate]]) -> list[list[Candidate]]:
    """Return the names of each article of a page with the people's names that run on cut to those that the page knows."""
    times = Counter(
        article.text[c.start : c.end] for article, found in zip(views, chosen, strict=True) for c in found if c.type == "person"
    )
    return [
        [replace(c, end=c.end - 1) if runs_on(article, c, times) else c for c in found]
        for article, found in zip(views, chosen, strict=True)
    ]


def runs_on(article: TaggedArticle, candidate: Candidate, times: Counter[str]) -> bool:
    """Whether a person's name holds the first character of the next word, on a page that knows the name without it."""
    name = article.text[candidate.start : candidate.end]
    if candidate.type != "person" or len(name) <= LEAST or times[name[:-1]] <= times[name]:
        return False
    at = candidate.end - 1
    return any(article.text[at : at + size] in ordinary_words() for size in (2, 3, 4))
