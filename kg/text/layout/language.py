"""How well a text runs on over a join, by words alone: what a reader feels when a column goes on in the wrong place.

It reads the word frequencies of jieba's dictionary (MIT) once; it knows nothing of pages, blocks or articles.
"""

from __future__ import annotations

import functools
import math
import re

from kg.names.vocabulary import entries

REACH = 6
LONGEST = 5
OPENING = {"“": "”", "（": "）", "(": ")", "《": "》", "‘": "’", "【": "】", "〈": "〉"}
CLOSING = {close: mark for mark, close in OPENING.items()}
NEVER_FIRST = "，。、；：！？）》】”’,;:!?)%％"
NEVER_LAST = "（(《“‘【"
UNITS = "年月日时分秒元万亿千百十个家人次件项名位户亩米吨台辆岁度座条种所万%％-—～.．,，、。；）)＋+×"


@functools.cache
def frequencies() -> tuple[dict[str, float], float]:
    """Return log frequencies of jieba's words of up to five characters and the log frequency of an unknown character."""
    words, printed, _ = entries()
    counts = {word: count for word, count in zip(words, printed, strict=True) if len(word) <= LONGEST}
    total = math.log(sum(map(int, counts.values())))
    logs = {count: math.log(int(count) or 1) - total for count in set(printed)}
    return {word: logs[count] for word, count in counts.items()}, -total


def likeliest(text: str, wall: int | None = None) -> float:
    """Return the log probability of the likeliest cut of ``text`` into words; no word may lie over offset ``wall``."""
    known, unknown = frequencies()
    best = [0.0] + [-math.inf] * len(text)
    for end in range(1, len(text) + 1):
        for start in range(max(0, end - LONGEST), end):
            if wall is not None and start < wall < end:
                continue
            word = text[start:end]
            value = known.get(word, unknown - 2.0 if len(word) == 1 else -math.inf)
            best[end] = max(best[end], best[start] + value)
    return best[-1]


@functools.lru_cache(maxsize=100_000)
def straddle(left: str, right: str) -> float:
    """Return how much likelier the text is when words may lie over the join; 0 when none does.

    ``…机电工程系教`` | ``师将分批`` gains much (教师), ``…出台了`` | ``支持小微企业`` nothing.
    """
    tail, head = left[-REACH:], right[:REACH]
    return likeliest(tail + head) - likeliest(tail + head, len(tail))


@functools.lru_cache(maxsize=100_000)
def raggedness(left: str, right: str) -> float:
    """Return how much the two edges of a join look like torn words, 0…2: single characters that are seldom words."""
    return torn(left[-REACH:], -1) + torn(right[:REACH], 0)


def torn(text: str, edge: int) -> float:
    """Return how much the first (0) or last (-1) word of a text looks like a piece of one, 0…1."""
    known, unknown = frequencies()
    if not text or not "\u4e00" <= text[edge] <= "\u9fff":
        return 0.0
    word = words(text)[edge]
    if len(word) > 1:
        return 0.0
    return min(1.0, max(0.0, (-7.5 - known.get(word, unknown)) / 4))


def words(text: str) -> list[str]:
    """Cut a short text into its likeliest words."""
    known, unknown = frequencies()
    best: list[tuple[float, list[str]]] = [(0.0, [])]
    for end in range(1, len(text) + 1):
        choices = []
        for start in range(max(0, end - LONGEST), end):
            word = text[start:end]
            if len(word) == 1 or word in known:
                choices.append((best[start][0] + known.get(word, unknown - 2.0), [*best[start][1], word]))
        best.append(max(choices))
    return best[-1][1]


def left_open(text: str) -> str:
    """Return the marks that ``text`` opens and does not close, in order: ``“`` for ``他说：“我们``."""
    stack: list[str] = []
    for character in text:
        if character in OPENING:
            stack.append(character)
        elif character in CLOSING and CLOSING[character] in stack:
            while stack.pop() != CLOSING[character]:
                pass
    return "".join(stack)


def first_closed(text: str) -> str:
    """Return the marks that ``text`` closes without having opened them, in order, as their opening forms."""
    stack: list[str] = []
    wanted: list[str] = []
    for character in text:
        if character in OPENING:
            stack.append(character)
        elif character in CLOSING:
            if stack and stack[-1] == CLOSING[character]:
                stack.pop()
            elif not stack:
                wanted.append(CLOSING[character])
    return "".join(wanted)


def numbers_agree(left: str, right: str) -> bool:
    """Whether digits at the join can go together: a number needs a unit or more digits after it (``2.7`` | ``万吨``)."""
    return not re.search(r"\d[.．]?$", left) or right[:1] in UNITS or re.match(r"[A-Za-z0-9]", right) is not None
