"""The day an article reports on, as an ISO prefix as precise as it is printed. It knows dates, not events."""

from __future__ import annotations

import datetime
import re

DAY = re.compile(r"(?:(?P<year>(?:19|20)\d\d)年)?(?P<month>1[0-2]|0?[1-9])月(?P<day>3[01]|[12]\d|0?[1-9])[日号]")
BEFORE = re.compile(r"(?:截至|截止到?|预计|将于|定于|拟于|计划于?|自从|早在|出生于|成立于|始建于|印发|施行|至|到)$")
AFTER = re.compile(r"^(?:前|之前|起施行|起实施|起执行|印发)")
RELATIVE = re.compile(r"(?P<word>昨日|昨天|昨晚|今日|今天|前天|前日)")
SHIFT = {"昨日": 1, "昨天": 1, "昨晚": 1, "今日": 0, "今天": 0, "前天": 2, "前日": 2}
LEAD, OPENING = 400, 60


def article_date(text: str, issue: str | None) -> str | None:
    """Return the first day that a body reports on, None if it names none: ``02-18`` when no year is known.

    ``issue`` is the page's own ISO date: it gives the year, and the day that 昨日 counts from. A limit (截至10月14日) or a day to come
    (将于5月20日) is not the news date unless nothing else is printed.
    """
    days = list(DAY.finditer(text[:LEAD]))
    reported = [m for m in days if not BEFORE.search(text[: m.start()]) and not AFTER.match(text[m.end() :])]
    relative = RELATIVE.search(text[:LEAD]) if issue else None
    if relative and issue and (not reported or relative.start() < reported[0].start()):
        return shifted(issue, SHIFT[relative["word"]])
    return iso(reported[0], issue) if reported else None


def days_apart(left: str, right: str) -> int | None:
    """Return how many days of the year lie between the first days that two texts name, None if one names none.

    Only the first ``OPENING`` characters count, where a news story says when it was; years are ignored.
    """
    found = [DAY.search(text[:OPENING]) for text in (left, right)]
    if not found[0] or not found[1]:
        return None
    first, second = (30 * int(match["month"]) + int(match["day"]) for match in found if match)
    apart = abs(first - second)
    return min(apart, 365 - apart)


def shifted(issue: str, days: int) -> str:
    """Return the day so many days before the issue's."""
    return (datetime.date.fromisoformat(issue) - datetime.timedelta(days=days)).isoformat()


def iso(match: re.Match[str], issue: str | None) -> str:
    """Return a printed day as ISO; without a printed year the last such day up to a month after the issue's."""
    month, day = int(match["month"]), int(match["day"])
    if match["year"]:
        return f"{match['year']}-{month:02d}-{day:02d}"
    if not issue:
        return f"{month:02d}-{day:02d}"
    year, printed = int(issue[:4]), int(issue[5:7])
    return f"{year - (month > printed + 1)}-{month:02d}-{day:02d}"
