"""The year of a page: what is given, its path, the full dates that it prints; never a guess."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import KgError, PageError
from kg.model import ReadPage
from kg.text.years import Dating, beside, dated, given, of_path, of_text
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
