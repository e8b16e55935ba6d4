"""Names that differ in how their number is written are one; letters and digits before a name's first belong to it."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.names.anatomy import numbered, plain
from kg.pipeline import build


@pytest.mark.parametrize(
    ("printed", "compared"),
    [
        ("第3中学", "第三中学"),
        ("中铁11局集团", "中铁十一局集团"),
        ("中建20局", "中建二十局"),
        ("第10小学", "第十小学"),
        ("云岭5G基地", "云岭5G基地"),
        ("第2021号", "第2021号"),
        ("7-11便利店", "7-11便利店"),
    ],
)
def test_the_number_of_a_body_is_compared_in_chinese(printed: str, compared: str) -> None:
    assert numbered(printed) == compared
    assert plain(printed) == plain(compared)


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("A.O.史密斯（中国）有限公司董事长丁威到云岭市考察。", ["A.O.史密斯（中国）有限公司"]),
        ("A.O.史密斯〔中国〕有限公司董事长丁威到会。", ["A.O.史密斯（中国）有限公司"]),
        ("入围的有A.望川重工有限公司和1.照山工贸有限公司。", ["照山工贸有限公司", "望川重工有限公司"]),
        ("7-11便利店有限公司在云岭市开业。", ["7-11便利店有限公司"]),
        ("A•O•史密斯（中国）有限公司董事长丁威到云岭市考察。", ["A·O·史密斯（中国）有限公司"]),
        ("中铁11局集团有限公司和中铁十一局集团有限公司承建云岭大桥。", ["中铁十一局集团有限公司"]),
    ],
)
def test_companies_are_read_whole_and_once(sentence: str, names: list[str], tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(f"本报讯（记者 田小禾）3月12日，{sentence}\n", encoding="utf-8")
    made = build([path], workers=1, reader="fast")
    assert [e.name for e in made.entities if e.type == "company"] == names
