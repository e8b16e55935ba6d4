"""A day without a year gets that of its issue."""

from __future__ import annotations

import pytest

from kg.values.dates import with_year


def test_a_leap_day_needs_a_leap_year() -> None:
    assert [with_year("02-29", year) for year in ("2020", "2021")] == ["2020-02-29", "02-29"]


@pytest.mark.parametrize(
    ("day", "issue", "dated"),
    [
        ("12-30", "2021-01-04", "2020-12-30"),
        ("02-03", "2021-01-28", "2021-02-03"),
        ("12-30", "2021", "2021-12-30"),
        ("2019-05-01", "2021-01-04", "2019-05-01"),
        (None, "2021", None),
    ],
)
def test_a_day_is_the_last_that_its_issue_can_tell_of(day: str | None, issue: str, dated: str | None) -> None:
    assert with_year(day, issue) == dated
