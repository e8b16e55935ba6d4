"""Where an article begins: each verdict on a joint of two parts."""

from __future__ import annotations

from kg.text.layout.boundary import is_boundary
from kg.text.layout.lines import Line
from kg.text.layout.parts import Gap, Part, weights
from kg.text.layout.pieces import BODY, CREDIT, HEAD, Piece
from kg.text.squeeze import squeeze

ROAD = "3月9日上午，青石县委书记白云溪到云溪镇察看公路建设，要求施工单位抓紧工期，确保公路国庆前通车，沿线村民出行方便。" * 3
MORE_ROAD = "白云溪要求公路建设单位抓紧工期，保证公路质量，确保国庆前通车，让沿线村民出行方便，青石县交通局负责人参加察看。" * 3
SCHOOL = "9月20日，河州师范学校迎来新生，校长田小禾带领教师在门口迎接，学生领取被褥后入住新宿舍楼，食堂准备了家乡菜肴。" * 3


def piece(text: str, kind: str = BODY, block: int = 0) -> Piece:
    return Piece(kind, (Line(text, squeeze(text, 0), 1, 0, 20.0),), block)


def begins(before: str, gap: list[Piece], after: str, *, block: int = 0) -> bool:
    parts = [Part([piece(before)]), Part([piece(after, block=block)])]
    return is_boundary(parts[:1], Gap(gap), parts[1], weights(parts))


def test_an_opener_or_a_credit_begins_an_article_whatever_the_words() -> None:
    assert begins(ROAD, [], "本报讯（记者田小禾）" + MORE_ROAD)
    assert begins(ROAD, [piece("本报记者 田小禾", CREDIT)], MORE_ROAD)


def test_text_about_the_same_things_goes_on() -> None:
    assert not begins(ROAD, [], MORE_ROAD)
    assert not begins(ROAD, [piece("抓紧公路建设", HEAD)], MORE_ROAD)


def test_text_about_something_else_below_a_heading_begins_an_article() -> None:
    assert begins(ROAD, [piece("师范学校迎来新生", HEAD)], SCHOOL)


def test_a_block_of_a_far_day_about_something_else_begins_an_article() -> None:
    assert begins(ROAD, [], SCHOOL, block=1)


def test_four_headings_or_a_long_one_are_no_crosshead() -> None:
    assert begins(ROAD, [piece("抓紧公路建设", HEAD)] * 4, MORE_ROAD)
    assert begins(ROAD, [piece("抓紧公路建设" * 8, HEAD)], MORE_ROAD)
