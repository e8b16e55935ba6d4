"""The date an article tells of, as an ISO prefix as precise as it is printed."""

from __future__ import annotations

import re

FULL = re.compile(r"(?:(?P<year>(?:19|20)\d\d)年)?(?P<month>\d{1,2})月(?P<day>\d{1,2})[日号]")


def article_date(text: str, page_date: str | None) -> str | None:
    """Return the first day that the text names, None if it names none; ``02-18`` when no year is known."""
    match = FULL.search(text)
    if not match:
        return None
    year = match["year"] or (page_date or "")[:4]
    return f"{year}-" * bool(year) + f"{int(match['month']):02d}-{int(match['day']):02d}"
