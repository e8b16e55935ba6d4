"""In which year a page was printed, with the reason: what is said of it, its file's name and folders, the dates that it prints, or
the day on which its file was made.

    given      --date 2021-02-19, --year 2021, or pages.yaml beside the pages
    path       许昌日报/2021-02-19/A3.txt, 20210219_03.pdf, 2021/02/19/1.txt
    text       an article of 11-20 beside one that prints 2020年11月18日
    weekday    11月20日（星期五） beside 2019年: the 20th of November is a Friday in 2020 alone of 2019 to 2023
    file       a PDF or DOCX made on 2020-11-19

An article's date without a year gets the page's; where no year is known it stays without one, and nothing is guessed.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from fnmatch import fnmatch
from pathlib import Path

import yaml

from kg.errors import KgError, PageError
from kg.model import Article, ReadPage
from kg.values.dates import with_year

DAY_IN_PATH = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<mark>[-_./年]?)(?P<month>0[1-9]|1[0-2]|[1-9](?=\D))(?:(?P=mark)|[-_./月])"
    r"(?P<day>0[1-9]|[12]\d|3[01]|[1-9])(?!\d)"
)
YEAR_IN_PATH = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)(?=年|/|$)")
FULL_DAY = re.compile(r"(?P<year>(?:19|20)\d\d)年(?P<month>1[0-2]|0?[1-9])月(?P<day>3[01]|[12]\d|0?[1-9])[日号]")
FOLDERS = 3
"""How many folders above a page may tell its day: 2021/02/19."""
WEEKDAY = re.compile(
    r"(?<![年\d])(?P<month>1[0-2]|[1-9])月(?P<day>3[01]|[12]\d|[1-9])[日号]\s*[（(，,]?\s*(?:星期|礼拜|周)(?P<weekday>[一二三四五六日天])(?![年岁刊])"
)
WEEKDAYS = {name: number for number, names in enumerate(("一", "二", "三", "四", "五", "六", "日天")) for name in names}
PAST_YEAR = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)年(?![^，。；]{0,6}前|底)")
AHEAD = re.compile(r"(?:[到至自从起—-]|预计|计划|力争|确保|将于|将在|规划|目标)$")
CYCLE = 5
"""A day falls on one weekday at most once in so many years."""
NEAR = 20
"""Days between a full date that a page prints and an undated article of it that make both of one issue."""
BESIDE = "pages.yaml"
FIELDS = ("date", "year", "newspaper")


@dataclass(frozen=True, slots=True)
class Dating:
    """What is known of a page's day: an ISO date or a year, and why; ``newspaper`` only if pages.yaml names it."""

    date: str
    reason: str
    newspaper: str | None = None


def given(date: str | None, year: int | None) -> Dating | None:
    """Return what the user says of all pages. Raises KgError if ``date`` is no day of the calendar."""
    if date:
        try:
            return Dating(datetime.date.fromisoformat(date).isoformat(), f"--date {date}")
        except ValueError as error:
            raise KgError(f"--date {date}: write a day as 2021-02-19 ({error})") from error
    return Dating(str(year), f"--year {year}") if year else None


def beside(path: Path) -> Dating | None:
    """Return what ``pages.yaml`` in a page's folder says of it: a mapping of file names or patterns to date, year and newspaper.

    The first pattern that fits counts. Raises PageError if the file cannot be read or says something else.
    """
    file = path.parent / BESIDE
    if not file.is_file():
        return None
    try:
        rows = yaml.safe_load(file.read_text(encoding="utf-8")) or {}
        row = next((said for pattern, said in rows.items() if fnmatch(path.name, str(pattern))), None)
        return None if row is None else said_of(row)
    except (OSError, UnicodeDecodeError, yaml.YAMLError, AttributeError, TypeError, ValueError) as error:
        advice = "write lines such as  'A*.txt: {date: 2021-02-19, newspaper: 许昌日报}'"
        raise PageError(file, f"is not understood ({' '.join(str(error).split())})", advice) from error


def said_of(row: Mapping[str, object]) -> Dating:
    """Return what one row of pages.yaml says. Raises ValueError for an unknown field or no day of the calendar."""
    unknown = [name for name in row if name not in FIELDS]
    if unknown:
        raise ValueError(f"unknown field {unknown[0]}; there are {', '.join(FIELDS)}")
    day = datetime.date.fromisoformat(str(row["date"])).isoformat() if row.get("date") else str(row.get("year") or "")
    return Dating(day, BESIDE, str(row["newspaper"]) if row.get("newspaper") else None)


def of_path(path: Path) -> Dating | None:
    """Return the day, else the year, that a file's name or its folders print; the file's name counts before its folders."""
    for text in (path.stem, "/".join((*path.parent.parts[-FOLDERS:], path.stem))):
        for match in reversed(list(DAY_IN_PATH.finditer(text))):
            if is_day(match):
                return Dating(iso(match), f"its path says {match.group()}")
    years = list(YEAR_IN_PATH.finditer("/".join(path.parent.parts[-FOLDERS:])))
    return Dating(years[-1]["year"], f"its folder says {years[-1]['year']}") if years else None


def iso(match: re.Match[str]) -> str:
    """Return a matched year, month and day as an ISO date."""
    return f"{match['year']}-{int(match['month']):02d}-{int(match['day']):02d}"


def is_day(match: re.Match[str]) -> bool:
    """Whether a matched date is one of the calendar."""
    try:
        datetime.date.fromisoformat(iso(match))
    except ValueError:
        return False
    return True


def of_text(articles: Iterable[Article]) -> Dating | None:
    """Return the year of the full dates that lie near the undated articles' days, if they are all of one year."""
    several = list(articles)
    days = undated(several)
    printed = [match for article in several for match in FULL_DAY.finditer(article.text) if is_day(match)]
    near = [match for match in printed if any(is_near(iso(match), day) for day in days)]
    years = {match["year"] for match in near}
    return Dating(years.pop(), f"it prints {near[0].group()}") if len(years) == 1 else None


def of_weekdays(articles: Iterable[Article]) -> Dating | None:
    """Return the one year, of the latest that the page prints as past and the next CYCLE - 1, in which its days fall on the weekdays
    printed with them; only days near an undated article's count."""
    several = list(articles)
    latest = latest_year(several)
    printed = [match for article in several for match in WEEKDAY.finditer(article.text)]
    years = [year for year in range(latest, latest + CYCLE) if all(falls(match, year) for match in printed)] if latest and printed else []
    if len(years) != 1 or not any(is_near(f"{years[0]}-{month_and_day(match)}", day) for match in printed for day in undated(several)):
        return None
    day = f"{printed[0]['month']}月{printed[0]['day']}日 is a 星期{printed[0]['weekday']}"
    return Dating(str(years[0]), f"{day} in {years[0]} alone of {latest} to {latest + CYCLE - 1}")


def latest_year(articles: Iterable[Article]) -> int:
    """Return the latest year that articles print as past, 0 if they print none."""
    found = [
        int(match["year"])
        for article in articles
        for match in PAST_YEAR.finditer(article.text)
        if not AHEAD.search(article.text[max(0, match.start() - 2) : match.start()])
    ]
    return max(found, default=0)


def undated(articles: Iterable[Article]) -> list[str]:
    """Return the articles' days that have no year."""
    return [article.date for article in articles if article.date and not re.match(r"\d{4}", article.date)]


def month_and_day(match: re.Match[str]) -> str:
    """Return a matched month and day as in an ISO date."""
    return f"{int(match['month']):02d}-{int(match['day']):02d}"


def falls(match: re.Match[str], year: int) -> bool:
    """Whether a printed month and day fall on the weekday printed with them in a year."""
    try:
        return datetime.date(year, int(match["month"]), int(match["day"])).weekday() == WEEKDAYS[match["weekday"]]
    except ValueError:
        return False


def of_file(articles: Iterable[Article], made: str | None) -> Dating | None:
    """Return the year that the undated articles' days have if they lie near the day on which the file was made (ISO)."""
    days = undated(articles)
    years = {(with_year(day, made) or "")[:4] for day in days if made and is_near(made, day)}
    return Dating(years.pop(), f"its file was made on {made}") if len(years) == 1 else None


def is_near(full: str, day: str) -> bool:
    """Whether a month and day lie within NEAR days of a full date, over the end of the year too."""
    first = datetime.date.fromisoformat(full)
    return any(
        abs((datetime.date.fromisoformat(f"{year}-{day}") - first).days) <= NEAR
        for year in (first.year - 1, first.year, first.year + 1)
        if day != "02-29" or year % 4 == 0
    )


def dated(read: ReadPage, known: Dating | None, made: str | None = None) -> ReadPage:
    """Return a page with its day or year and the reason, and its articles with theirs; what the page itself prints stays.

    ``made`` is the day on which its file says that it was made (ISO), the last thing asked.
    """
    page = read.page
    if known and known.newspaper and not page.newspaper:
        page = replace(page, newspaper=known.newspaper)
    if page.date:
        found: Dating | None = Dating(page.date, page.dated_by or "the page prints it")
    else:
        found = known if known and known.date else of_text(read.articles) or of_weekdays(read.articles) or of_file(read.articles, made)
    if found is None:
        return replace(read, page=page, articles=tuple(replace(a, page=page) for a in read.articles))
    page = replace(page, date=found.date if len(found.date) > len("2021") else page.date, year=found.date[:4], dated_by=found.reason)
    return replace(read, page=page, articles=tuple(replace(a, page=page, date=with_year(a.date, found.date)) for a in read.articles))
