"""What a page itself calls a thing for short: 国家许昌经济技术开发区（以下简称开发区）. Knows names alone."""

from __future__ import annotations

import re

ANY = r"[^“”\"「」（）()，。]{2,16}"


def stated(short: str = ANY) -> str:
    """Return the pattern of the bracket that states a short name right after the full one: （以下简称“开发区”）, （SRM，下称集团）.

    ``short`` is the pattern of short names to look for; the group of that name holds the one printed.
    """
    aside, verb = r"(?:[^（）()]{0,12}[，,；;])?", r"(?:以下|下)?(?:统一?|并)?(?:简称|统称|称)[:：为]?"
    return rf"[（(]{aside}{verb}[“\"「]?(?P<short>{short})[”\"」]?[）)]"


STATED = re.compile(stated())
