"""Printed dates as ISO prefixes: `今年6月`, `2021年3月`, `11月6日22时18分`, printed in an article of a known or unknown year.

A date whose year is not printed stays without one (`06`, `11-06`); one that needs a year that is not known (明年3月) is None.
"""

from __future__ import annotations

import re

YEAR = r"(?:(?P<year>\d{4})年|(?P<relative>今年|当年|本年|明年|后年|去年|前年))?"
MONTH = r"(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})[日号])?(?P<part>底|初|中旬|上旬|下旬|末)?"
SEASON = "(?P<half>上半年|下半年)|第?(?P<quarter>[一二三四1-4])季度|(?P<end>年?底|年?末)|(?P<begin>年?初)"
PRINTED = re.compile(f"{YEAR}(?:{MONTH}|{SEASON})?")
OFFSET = {"今年": 0, "当年": 0, "本年": 0, "明年": 1, "后年": 2, "去年": -1, "前年": -2}


def iso(printed: str, article_date: str | None, page_date: str | None = None) -> str | None:
    """Return a printed date as an ISO prefix as precise as it is printed, None if it is none or its year is relative and unknown.

    A half year or a quarter becomes its year: no month is invented. Example: iso("今年6月", "2021-10-16") == "2021-06".
    """
    match = PRINTED.match(printed.lstrip("自于在"))
    if not match or not match.group():
        return None
    year = year_of(match, article_date, page_date)
    if year is None and match["relative"] not in (None, "今年", "当年", "本年"):
        return None
    if match["month"]:
        tail = f"{int(match['month']):02d}" + (f"-{int(match['day']):02d}" if match["day"] else "")
        return f"{year}-{tail}" if year else tail
    return str(year) if year else None


def year_of(match: re.Match[str], article_date: str | None, page_date: str | None) -> int | None:
    """Return the year that a printed date lies in; None if neither it nor the article or page gives one."""
    if match["year"]:
        return int(match["year"])
    known = next((int(d[:4]) for d in (article_date, page_date) if d and re.match(r"\d{4}", d)), None)
    if known is None:
        return None
    return known + OFFSET.get(match["relative"] or "今年", 0)


def agree(left: str | None, right: str | None) -> bool:
    """Whether two ISO prefixes can be one day: equal as far as both go; an unknown date agrees with every date."""
    if not left or not right:
        return True
    if not (re.match(r"\d{4}", left) and re.match(r"\d{4}", right)):
        left, right = re.sub(r"^\d{4}-?", "", left), re.sub(r"^\d{4}-?", "", right)
    return left.startswith(right) or right.startswith(left)


def with_year(day: str | None, issue: str) -> str | None:
    """Return a day (12-30) with the year of the issue that prints it (2021, or 2021-01-04: 2020-12-30).

    Where the issue's day is known it is the last such day not more than a month after the issue's month. A day that has a year, or
    that its year does not have (02-29), stays as it is.
    """
    if day is None or not re.fullmatch(r"\d\d-\d\d", day):
        return day
    year = int(issue[:4])
    if len(issue) > len("2021") and int(day[:2]) > int(issue[5:7]) + 1:
        year -= 1
    return f"{year}-{day}" if day != "02-29" or year % 4 == 0 else day
