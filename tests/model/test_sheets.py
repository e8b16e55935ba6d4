"""Where characters stand on a sheet: kept in strips, found again by page offset."""

from __future__ import annotations

from kg.model import Area, Page, Sheet, Span, record, runs_of, to_dict

HIGH = 40


def line(text: str, at: int, left: float, top: float, wide: float = HIGH) -> list[tuple[int, Area]]:
    return [(at + n, Area(left + n * wide, top, left + (n + 1) * wide, top + HIGH)) for n in range(len(text))]


def sheet(characters: list[tuple[int, Area]]) -> Sheet:
    return Sheet("f", 1, 4000, 6000, runs_of(characters))


def test_characters_set_evenly_on_one_line_share_a_strip() -> None:
    assert sheet(line("河州市举行", 0, 100, 200)).runs == (0, 5, 100, 200, 300, 240)


def test_another_line_a_gap_in_the_text_and_another_width_begin_a_strip() -> None:
    characters = [*line("河州", 0, 100, 200), *line("开工", 3, 180, 200), *line("2021", 5, 260, 200, 20), *line("仪式", 9, 100, 250)]
    assert [(strip.start, strip.end) for strip in sheet(characters).strips()] == [(0, 2), (3, 5), (5, 9), (9, 11)]


def test_characters_set_down_the_page_have_a_strip_each() -> None:
    down = [(n, Area(100, 200 + n * HIGH, 140, 240 + n * HIGH)) for n in range(3)]
    assert [strip.start for strip in sheet(down).strips()] == [0, 1, 2]


def test_the_boxes_of_a_span_are_where_its_characters_were() -> None:
    made = sheet([*line("河州市举行重点", 0, 100, 200), *line("项目开工", 8, 100, 250)])
    assert [box for _, box in made.boxes([Span(5, 10)])] == [Area(300, 200, 380, 240), Area(100, 250, 180, 290)]
    assert made.boxes([Span(7, 8)]) == []


def test_a_line_of_any_length_is_cut_in_time() -> None:
    characters = line("河" * 5000, 0, 0, 0, 1.0)
    found = list(sheet(characters).strips())
    assert found[0].start == 0
    assert found[-1].end == 5000
    assert len(found) < 100


def test_a_page_keeps_its_sheet_as_plain_values_and_one_without_has_none() -> None:
    page = Page("p1", "a.png", "河州", sheet=sheet(line("河州", 0, 100, 200)))
    assert record(Page, to_dict(page)) == page
    assert "sheet" not in to_dict(Page("p1", "a.txt", "河州"))
