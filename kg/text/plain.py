"""A page as it is read: every character in the form that names and rules are written in, one for one, so that every offset holds.

    as printed   ⾼⽴⽂出席云麓市３．２亿元项⽬；Ａ•Ｏ•史密斯﹐簽約
    as read      高立文出席云麓市3.2亿元项目；A·O·史密斯，签约

What is quoted is cut out of the page as printed. Forms with a meaning of their own (①, ², ㎡) stay.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from kg.lexicon import rows
from kg.text.input.traditional import is_traditional, simplified

COMPATIBILITY = ((0x2E80, 0x2FE0), (0xF900, 0xFB00), (0x2F800, 0x2FA20))
"""CJK and Kangxi radicals, and the two blocks of compatibility ideographs: code points, half-open."""
WIDE = "０１２３４５６７８９％＋＆＠／－＿＃＝" + "".join(map(chr, (*range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))))
"""Full-width forms that are folded; marks of Chinese text (，：（）～) are full-width by right."""
POINT = re.compile(r"(?<=[0-9A-Za-z])．")
"""A full-width point after a digit or initial."""
DOT = re.compile(r"(?<=[\w])[•‧・∙⋅･．](?=\w)")
"""The dot within a foreign name (阿依努尔•吐尔逊) or beside initials, in the forms that papers print it in."""
BRACKETS = re.compile(r"〔(?!\d{2,4}〕)([^〔〕\n]{1,40})〕")
"""Brackets around words; those around the year of a document (国发〔2021〕5号) stay."""


@cache
def forms() -> dict[int, str]:
    """Return what is folded wherever it stands: printed form -> plain form."""
    blocks = "".join(map(chr, (at for start, end in COMPATIBILITY for at in range(start, end)))) + WIDE
    folded = {ord(one): unicodedata.normalize("NFKC", one) for one in blocks}
    listed = {ord(printed): plain for name in ("radicals", "mark_forms") for printed, plain in rows(name)}
    return {at: plain for at, plain in (folded | listed).items() if len(plain) == 1 and plain != chr(at)}


QUOTES = str.maketrans("「」『』", "“”‘’")
"""A page in traditional characters quotes with these."""


def plain(text: str) -> str:
    """Return ``text`` as it is read, of the same length; traditional characters as simplified ones if it is set in them."""
    text = text.translate(forms())
    text = POINT.sub(".", text)
    text = DOT.sub("·", text)
    text = BRACKETS.sub(r"（\1）", text)
    return simplified(text).translate(QUOTES) if is_traditional(text) else text


def plain_name(name: str) -> str:
    """Return a name that somebody types as pages are read, whatever its characters are."""
    return simplified(plain(name))
