"""Lines are mended by what a single line does not show: columns, and Chinese marks."""

from __future__ import annotations

import pytest

from kg.text.input.scanned.lines import Line, cut_at_gutters, in_chinese

HIGH = 30


def line(text: str, left: float, bottom: float, gap_before: str = "", gap: float = 0) -> Line:
    parts, x = [], left
    for at, character in enumerate(text):
        x += gap if character == gap_before else 0
        parts.append((at, (x, bottom, x + HIGH, bottom + HIGH)))
        x += HIGH
    return Line(text, 0.99, parts)


COLUMNS = [line("河州市举行重点项目", x, 500 - 40 * n) for n in range(4) for x in (0, 320)]


def test_headlines_side_by_side_are_two_lines() -> None:
    both = line("市场监管亮剑行动开变电站投运", 0, 600, "变", 50)
    texts = [each.text for each in cut_at_gutters([both, *COLUMNS])]
    assert texts[:2] == ["市场监管亮剑行动开", "变电站投运"]
    assert len(texts) == 2 + len(COLUMNS)
    assert cut_at_gutters([both, *COLUMNS])[1].parts[0] == (0, (320, 600, 350, 630))


@pytest.mark.parametrize(("text", "before"), [("河州开工三个项目仪式", "三"), ("市场监管亮剑行动开变电站投运", "")])
def test_a_gap_that_is_no_gutter_and_a_line_over_one_without_a_gap_stay(text: str, before: str) -> None:
    whole = line(text, 0, 600, before, 50)
    assert cut_at_gutters([whole, *COLUMNS])[0] == whole


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("《条例(草案)》", "《条例（草案）》"),
        ("深耕细分领域:曜橡", "深耕细分领域：曜橡"),
        ("12,500万元", "12,500万元"),
        ("比分3:2", "比分3:2"),
        ("ABB (China)", "ABB (China)"),
    ],
)
def test_marks_beside_chinese_characters_are_wide(read: str, meant: str) -> None:
    assert in_chinese(read) == meant
