"""Which articles are one text printed again: reprints on other pages, captions printed twice. Knows nothing of what they say.

Texts are compared by their shingles (runs of ``WIDTH`` characters, hashed with a fixed hash). Two articles are one if nearly all of
the shorter is in the longer; candidates share a shingle whose hash is divisible by ``SAMPLE``, so that a large corpus is not
compared pair by pair. The same corpus gives the same groups under any hash seed.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from zlib import crc32

from kg.model import Article

WIDTH = 6
SAMPLE = 4
CONTAINED = 0.7
"""Share of the shorter text's shingles that must be in the longer; a reprint is cut at its end more often than rewritten."""
SHORT = 40
"""Below this many shingles every shingle is a candidate: captions are short."""
NOT_TEXT = re.compile(r"本报讯|（[^）]*(?:记者|通讯员)[^）]*）|\([^)]*(?:记者|通讯员)[^)]*\)|[^\w]")


def shingles(text: str) -> frozenset[int]:
    """Return the hashed runs of characters of a text, without credits and punctuation."""
    plain = NOT_TEXT.sub("", text)
    return frozenset(crc32(plain[i : i + WIDTH].encode("utf-8")) for i in range(max(1, len(plain) - WIDTH + 1))) if plain else frozenset()


def groups(articles: Iterable[Article]) -> Mapping[str, str]:
    """Return article id → the id of the first article (in the given order) that prints the same text."""
    order = list(articles)
    texts = [shingles(a.text[a.body.start : a.body.end]) for a in order]
    first: dict[str, str] = {}
    seen: dict[int, list[int]] = defaultdict(list)
    for index, article in enumerate(order):
        keys = [h for h in texts[index] if len(texts[index]) < SHORT or h % SAMPLE == 0]
        near = sorted({other for h in keys for other in seen[h]})
        same = next((other for other in near if is_reprint(texts[index], texts[other])), None)
        first[article.id] = article.id if same is None else first[order[same].id]
        for h in texts[index]:
            if len(texts[index]) < SHORT or h % SAMPLE == 0:
                seen[h].append(index)
    return first


def is_reprint(left: frozenset[int], right: frozenset[int]) -> bool:
    """Whether nearly all of the shorter text is in the longer."""
    shorter = min(len(left), len(right))
    return shorter > 0 and len(left & right) / shorter >= CONTAINED
