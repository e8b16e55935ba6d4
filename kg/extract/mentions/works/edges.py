"""The edges of a project's name: no verb of planning, promoting or building stands there, and no half pair of brackets or marks in it."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.extract.mentions.candidates import Candidate
from kg.extract.mentions.tagged import TaggedArticle
from kg.lexicon import ordered

PAIRS = (("（", "）"), ("(", ")"), ("“", "”"), ("《", "》"), ("【", "】"), ("〔", "〕"), ("「", "」"))
VERBS = ("verbs_plan", "verbs_promote", "verbs_build", "project_ends")
ENDS = ("project_ends",)
NAMED_SO = re.compile("[区路街镇村乡厂局里桥]|大道|大街|银行|兵团|小学|中学|大厦|集团|公司")
"""What makes a name of the verb before it: 建设路, 启动区."""
SHORTEST = 4
"""Characters that must be left of a name."""


def verb_before(article: TaggedArticle, start: int) -> int:
    """Return how many characters of a verb a name begins with, 0 if it begins with none or its first word is longer: 建设路…项目."""
    found = (v for listed in VERBS for v in ordered(listed) if article.text.startswith(v, start) and article.is_edge(start + len(v)))
    verb = max(found, key=len, default="")
    return 0 if NAMED_SO.match(article.text, start + len(verb)) else len(verb)


def verb_behind(article: TaggedArticle, end: int) -> int:
    """Return how many characters of a verb a name ends in: 云溪水厂项目｜开工; works named by what is done (扩建, 改造) keep it."""
    found = (v for listed in ENDS for v in ordered(listed) if article.text.startswith(v, end - len(v)) and article.is_edge(end - len(v)))
    return max(map(len, found), default=0)


def trimmed(article: TaggedArticle, candidate: Candidate) -> Candidate | None:
    """Return a project's name without verbs at its ends and without what stands before or after half a pair; None if too little is left."""
    start, end = candidate.start, candidate.end
    while end - start >= SHORTEST and (size := verb_before(article, start)):
        start += size
    while end - start >= SHORTEST and (size := verb_behind(article, end)):
        end -= size
    left, right = whole(article.text[start:end])
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
