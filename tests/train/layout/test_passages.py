"""Headed passages of the corpus as plain articles."""

from __future__ import annotations

from pathlib import Path

from train.layout.passages import CORPUS, articles, heads

TEXT = """== a 江西 2020
# {c1|明川重工}建新厂
本报讯 {c1|明川重工}昨日宣布在{l1|清江}建设第二座工厂，厂区占地二百亩，明年底投产，工人三百名左右。
总经理{p1|何远}说，订单排到了后年。
> c1 located_in l1

== b 江西 2020
无题的一段话，足有四十个字那么长，讲的是一座水库怎样在冬天清淤，又怎样在春天开闸放水的事情。
> none

== c 江西 2020
清淤之后，水库的库容恢复到两千万立方米，下游三个乡镇的灌溉从此有了保证，乡亲们都来看开闸的一刻。
# 冬天清淤
> none
"""


def test_an_article_is_a_headline_with_its_paragraphs_without_marks(tmp_path: Path) -> None:
    path = tmp_path / "p01.txt"
    path.write_text(TEXT, encoding="utf-8")
    first, second = articles(path)
    assert first["headline"] == "明川重工建新厂"
    assert first["body"] == [
        "本报讯 明川重工昨日宣布在清江建设第二座工厂，厂区占地二百亩，明年底投产，工人三百名左右。",
        "总经理何远说，订单排到了后年。",
    ]
    assert second["headline"] == "冬天清淤"
    assert len(second["body"]) == 1  # type: ignore[arg-type]


def test_an_article_has_the_kicker_subhead_and_printed_lines_that_the_table_gives_it() -> None:
    known = {(path.stem, str(article["headline"])): article for path in sorted(CORPUS.glob("p[0-9]*.txt")) for article in articles(path)}
    table = heads()
    assert table
    for (file, headline), more in table.items():
        assert more.keys() <= {"kicker", "subhead", "headline_lines"}
        assert more.items() <= known[file, headline].items()
        assert "".join(map(str, more.get("headline_lines") or [headline])) == headline
