"""Pictures become the text of a page in reading order, with the place of every character."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("PIL")
from PIL import Image

from kg.model import Area, Sheet, Span
from kg.pool import spread
from kg.text.input import ocr
from kg.text.input.pages import load
from tests.text.input.pictures import STEP, STORY, Seen, drawn, instead


def at(text: str, x: float, y: float, high: float = 30, confidence: float = 0.99) -> tuple[str, tuple[float, float, float, float], float]:
    return text, (x, y, x + high * len(text), y + high), confidence


COLUMNS = [
    at("开工仪式。", 400, 140),
    at("河州集中开工", 40, 20, 60),
    at("市长陈平原宣布", 400, 100),
    at("11月6日河州市", 70, 100),
    at("举行重点项目", 40, 140),
]


def see(monkeypatch: pytest.MonkeyPatch, lines: list[tuple[str, tuple[float, float, float, float], float]]) -> ocr.Scan:
    instead(monkeypatch, Seen(lines))
    return ocr.read_picture(Image.new("RGB", (800, 400), "white"))


def test_lines_found_in_any_order_make_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "河州集中开工\n\n11月6日河州市\n举行重点项目\n\n市长陈平原宣布\n开工仪式。\n"
    assert see(monkeypatch, COLUMNS).printed.text == text
    assert see(monkeypatch, COLUMNS[::-1]).printed.text == text


def test_a_line_set_in_by_two_characters_begins_a_paragraph(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [at("11月6日河州", 100, 100), at("举行重点项目", 40, 140), at("开工仪式。", 40, 180)]
    assert see(monkeypatch, lines).printed.text.startswith("\u3000\u300011月6日河州\n举行")


def test_every_character_has_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    scan = see(monkeypatch, COLUMNS)
    start = scan.printed.text.index("陈平原")
    sheet = Sheet("f", 1, *scan.size, scan.printed.runs(scan.size[1]))
    assert [box for _, box in sheet.boxes([Span(start, start + 3)])] == [Area(460, 100, 550, 130)]


def test_a_doubtful_line_is_left_out_and_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    scan = see(monkeypatch, [at("河州市举行", 40, 100), at("口口口口口", 40, 140, confidence=0.3)])
    assert scan.printed.text == "河州市举行\n"
    assert (scan.unread, scan.confidence) == (1, 0.645)


def test_an_empty_picture_is_an_empty_page(monkeypatch: pytest.MonkeyPatch) -> None:
    scan = see(monkeypatch, [])
    assert (scan.printed.text, scan.confidence, scan.unread) == ("", 0.0, 0)


@pytest.mark.parametrize(("slope", "turn"), [(0.0, 0.0), (0.001, 0.0), (0.0175, 1.0), (-0.0349, -2.0), (0.2, 0.0)])
def test_the_skew_is_that_of_the_long_lines(slope: float, turn: float) -> None:
    def quad(left: float, top: float, width: float, slope: float) -> list[tuple[float, float]]:
        return [(left, top), (left + width, top + slope * width), (left + width, top + slope * width + 30), (left, top + 30)]

    lines = [quad(0, 40 * n, 600, slope) for n in range(9)] + [quad(700, 40 * n, 50, -0.5) for n in range(9)]
    assert ocr.skew(lines) == pytest.approx(turn, abs=0.02)


class TestRapidOcr:
    """The networks themselves, on a page small enough to be read in a second or two."""

    @pytest.fixture(autouse=True)
    def there(self) -> None:
        pytest.importorskip("rapidocr")

    def test_two_columns_and_a_headline_set_down_are_read(self) -> None:
        scan = ocr.read_picture(drawn([STORY, ["云岭望川重工有限公司与河州学院签约，", "共建齿轮箱研究中心。"]], stacked="河州开工"))
        blocks = [block.replace("\n", "").replace(" ", "").replace("\u3000", "") for block in scan.printed.text.split("\n\n")]
        assert blocks == ["".join(STORY).replace(" ", ""), "云岭望川重工有限公司与河州学院签约，共建齿轮箱研究中心。", "河州开工"]
        assert scan.confidence > 0.9

    def test_a_picture_turned_by_a_degree_is_straightened_and_its_characters_stand_where_they_are_printed(self) -> None:
        upright = drawn([STORY])
        scan = ocr.read_picture(upright.rotate(-1.5, Image.Resampling.BICUBIC, expand=True, fillcolor="white"))
        assert scan.turn == pytest.approx(1.5, abs=0.25)
        start = scan.printed.text.index("清源")
        sheet = Sheet("f", 1, *scan.size, scan.printed.runs(scan.size[1]))
        ((_, box),) = sheet.boxes([Span(start, start + 2)])
        margin = ((scan.size[0] - upright.width) / 2, (scan.size[1] - upright.height) / 2)
        assert box.left - margin[0] == pytest.approx(40 + 32 * (STORY[2].index("清源") - 0.5), abs=24)
        assert box.top - margin[1] == pytest.approx(40 + 2 * STEP, abs=16)

    @pytest.mark.parametrize("turn", [0, 90, 180, 270])
    def test_a_page_on_its_side_or_upside_down_is_set_upright(self, turn: int) -> None:
        lying = drawn([STORY]).rotate(-turn, expand=True)
        assert ocr.lying(lying, ocr.find_lines(lying)) == turn

    def test_a_picture_gives_the_same_page_in_any_process(self, tmp_path: Path) -> None:
        paths = [tmp_path / f"{number}.png" for number in range(2)]
        for number, path in enumerate(paths):
            drawn([STORY[number:]]).save(path)
        alone = [load(path) for path in paths]
        assert list(spread(load, paths * 2, 2, list)) == alone * 2
