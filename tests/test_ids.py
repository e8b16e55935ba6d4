"""Ids are made of content alone, whatever characters it has."""

from __future__ import annotations

import os
from pathlib import Path

from kg.ids import digest
from kg.pipeline import build


def test_a_name_that_is_no_utf_8_has_an_id_of_its_own() -> None:
    one, other = (os.fsdecode(name.encode("gbk")) for name in ("旧档案.txt", "新档案.txt"))
    assert len({digest(one), digest(other), digest("旧档案.txt")}) == 3
    assert digest("页", length=16) == digest("页", length=16)
    assert len(digest("页", length=16)) == 16


def test_files_of_an_old_archive_are_built_and_built_again(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name, person in (("旧", "邱明远"), ("新", "罗佩兰")):
        text = f"本报讯（记者 田小禾）3月12日，河州市教育局局长{person}到河州远山机械有限公司调研。\n"
        (tmp_path / "in" / os.fsdecode(name.encode("gbk") + b".txt")).write_text(text, encoding="utf-8")
    for _ in range(2):
        made = build([tmp_path / "in"], workers=1, reader="fast")
        made.save(tmp_path / "out")
        assert made.failures == ()
        assert {e.name for e in made.entities if e.type == "person"} == {"邱明远", "罗佩兰"}
    assert sorted(path.name for path in (tmp_path / "out" / "pages").iterdir()) == ["%BE%C9.json", "%D0%C2.json"]
