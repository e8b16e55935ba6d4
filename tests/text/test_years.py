"""The year of a page: what is given, its path, the full dates that it prints; never a guess."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import KgError, PageError
from kg.model import ReadPage
from kg.text.dates import article_date
from kg.text.years import Dating, beside, dated, given, of_file, of_path, of_text, of_weekdays
from kg.values.dates import iso
from tests.graph.small import Says, told


def read(text: str, date: str | None) -> ReadPage:
    return told({"云溪水厂": "project"}, (Says(text),), date=date).pages[0]


@pytest.mark.parametrize(
    ("path", "date"),
    [
        ("许昌日报/2021-02-19/A3.txt", "2021-02-19"),
        ("20210219_03.pdf", "2021-02-19"),
        ("2021/02/19/1.txt", "2021-02-19"),
        ("报2021年2月9日.txt", "2021-02-09"),
        ("2021/1.txt", "2021"),
        ("000_f8f61edb9dd622e5.txt", None),
        ("20211332.txt", None),
        ("2021/a/b/c/1.txt", None),
    ],
)
def test_a_path_tells_a_day_or_a_year(path: str, date: str | None) -> None:
    found = of_path(Path(path))
    assert (found.date if found else None) == date


def test_a_full_date_near_the_articles_day_gives_the_year() -> None:
    found = of_text(read("云溪水厂2020年11月18日启动活动。", "11-20").articles)
    assert found == Dating("2020", "it prints 2020年11月18日")


@pytest.mark.parametrize(
    "text", ["“十四五”期间，2025年12月31日前完成。", "云溪水厂2018年2月3日成立。", "到2022年11月19日，2020年11月18日起。"]
)
def test_plans_and_the_past_give_no_year(text: str) -> None:
    assert of_text(read(text, "11-20").articles) is None


def test_articles_get_the_year_of_their_page_with_the_reason() -> None:
    found = dated(read("云溪水厂投产。", "12-30"), Dating("2021-01-02", "--date 2021-01-02"))
    assert (found.page.year, found.page.dated_by, found.articles[0].date) == ("2021", "--date 2021-01-02", "2020-12-30")
    assert found.articles[0].page == found.page


def test_what_no_year_is_known_of_keeps_its_day() -> None:
    found = dated(read("云溪水厂投产。", "12-30"), None)
    assert (found.page.year, found.articles[0].date) == (None, "12-30")


def test_pages_yaml_names_day_and_paper_of_the_files_beside_it(tmp_path: Path) -> None:
    (tmp_path / "pages.yaml").write_text("A*.txt: {date: 2021-02-19, newspaper: 云溪日报}\nB1.txt: {year: 2020}\n", encoding="utf-8")
    assert beside(tmp_path / "A3.txt") == Dating("2021-02-19", "pages.yaml", "云溪日报")
    assert beside(tmp_path / "B1.txt") == Dating("2020", "pages.yaml")
    assert beside(tmp_path / "C1.txt") is None


@pytest.mark.parametrize("text", ["- A1.txt", "A1.txt: {day: 2021-02-19}", "A1.txt: {date: 2021-13-19}", "A1.txt: ["])
def test_a_wrong_pages_yaml_is_one_line(tmp_path: Path, text: str) -> None:
    (tmp_path / "pages.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(PageError, match=r"pages\.yaml"):
        beside(tmp_path / "A1.txt")


def test_a_given_date_is_a_day_of_the_calendar() -> None:
    assert given("2021-02-19", None) == Dating("2021-02-19", "--date 2021-02-19")
    with pytest.raises(KgError, match="month"):
        given("2021-13-01", None)


@pytest.mark.parametrize(
    ("text", "date", "year"),
    [
        ("3月5日（星期五），云溪水厂投产。2020年以来，客流增加。", "03-05", "2021"),
        ("3月5日，周五，云溪水厂投产，2019年动工。", "03-05", "2021"),
        ("3月5日 星期五，云溪水厂投产，2016年动工，2025年底前完成。", "03-05", None),
        ("3月5日星期五投产，3月7日星期六开放，2020年动工。", "03-05", None),
        ("3月5日星期五投产。", "03-05", None),
        ("2020年11月20日星期五投产，2018年动工。", "06-01", None),
        ("8月20日星期五投产，2020年动工。", "03-05", None),
        ("3月5日星期五投产，到2019年、预计2018年完成。", "03-05", None),
        ("2月29日星期四投产，2023年动工。", "02-29", "2024"),
        ("3月5日周五年会召开，2020年动工。", "03-05", None),
    ],
    ids=[
        "in brackets",
        "after a comma",
        "in none of five years",
        "two days that disagree",
        "no year printed",
        "the day has its year",
        "far from the article's day",
        "plans only",
        "a leap day",
        "another word",
    ],
)
def test_a_weekday_that_fits_one_year_alone_gives_it(text: str, date: str, year: str | None) -> None:
    found = of_weekdays(read(text, date).articles)
    assert (found.date if found else None) == year


def test_the_reason_of_a_weekday_says_among_which_years() -> None:
    found = of_weekdays(read("3月5日（星期五），云溪水厂投产。2020年以来，客流增加。", "03-05").articles)
    assert found == Dating("2021", "3月5日 is a 星期五 in 2021 alone of 2020 to 2024")


@pytest.mark.parametrize(
    ("day", "made", "year"),
    [("02-18", "2021-02-19", "2021"), ("12-30", "2021-01-02", "2020"), ("06-01", "2021-02-19", None), ("02-18", None, None)],
    ids=["the day before", "the year before", "made at another time", "not told"],
)
def test_the_day_on_which_a_file_was_made_gives_the_year_of_days_near_it(day: str, made: str | None, year: str | None) -> None:
    found = of_file(read("云溪水厂投产。", day).articles, made)
    assert found == (Dating(year, f"its file was made on {made}") if year else None)


def test_what_a_page_prints_counts_before_the_day_of_its_file() -> None:
    page = read("云溪水厂2020年11月18日启动活动。", "11-20")
    assert dated(page, None, "2021-11-20").page.year == "2020"
    assert dated(read("云溪水厂投产。", "11-20"), None, "2021-11-20").articles[0].date == "2021-11-20"


def test_a_five_year_plan_is_no_date() -> None:
    assert iso("“十四五”期间", "2021-03-05") is None
    assert iso("十四五末", "2021-03-05") is None
    assert article_date("“十四五”开局，云溪水厂投产。", "2021-03-05") is None
