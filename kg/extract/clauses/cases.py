"""What the words before a name make of it: where, by whom, with whom, to whom. Such a name is no subject of its clause.

    在|高新区     place      位于|高新区   seat       由|甲公司   agent      与|乙公司   partner
    向|丙公司     recipient  支持|丁公司   object     从|戊市     basis      就|戊项目   topic     是|己公司   identity

The words are those of ``case_words.tsv``. It works on an article's text and on folded text alike, and knows no mention and no predicate.
"""

from __future__ import annotations

import re
from functools import cache

from kg import lexicon

PLACES = ("place", "seat")
ACTED_ON = ("partner", "recipient", "object")


@cache
def cases() -> dict[str, tuple[str, str]]:
    """Return the case of each word and the characters that it may not follow."""
    return {word: (case, "" if barred == "-" else barred) for word, case, barred, _ in lexicon.rows("case_words")}


@cache
def longest() -> int:
    """Return how many characters the longest of the words has."""
    return max(map(len, cases()))


def case_before(text: str, index: int) -> str:
    """Return the case that the word right before ``index`` gives what stands there, "" if none does; the longest word counts."""
    index -= text.endswith("了", 0, index)
    for size in range(min(longest(), index), 0, -1):
        case, barred = cases().get(text[index - size : index], ("", ""))
        if case and text[index - size - 1 : index - size] not in tuple(barred):
            return case
    return ""


def is_acted_on(text: str, index: int) -> bool:
    """Whether what stands at ``index`` is another than its clause's subject: 与|该公司, 收购|该公司; not 由|该公司, 在|该公司."""
    return case_before(text, index) in ACTED_ON


@cache
def phrase_words() -> str:
    """Return the words that take every name up to the next comma, as a regular expression's alternatives."""
    rows = sorted(lexicon.rows("case_words"), key=lambda row: (-len(row[0]), row[0]))
    return "|".join(word if barred == "-" else f"(?<![{barred}]){word}" for word, _, barred, reach in rows if reach == "clause")


@cache
def open_phrase() -> re.Pattern[str]:
    """Return the pattern of a phrase that such a word opens and no comma closes."""
    return re.compile(f"(?:{phrase_words()})[^，]*$")
