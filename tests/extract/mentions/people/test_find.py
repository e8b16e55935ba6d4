"""People with titles, in lists and again."""

import pytest

from tests.extract.naming import names, read


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("副市长耿直致辞，区卫健局局长桂林通报了情况。", ["耿直", "桂林"]),
        ("区领导陈立平、周文远、同德明、仵卫民参加会议。", ["陈立平", "周文远", "同德明", "仵卫民"]),
        ("市长欧阳克勤、副市长诸葛伟陪同调研。", ["欧阳克勤", "诸葛伟"]),
        ("市长会见了首席执行官马库斯·埃勒曼一行，医生古丽娜·吐尔洪参加。", ["马库斯·埃勒曼", "古丽娜·吐尔洪"]),
        ("陈立平校长、周文副校长陪同参与。", ["陈立平", "周文"]),
    ],
    ids=["ordinary words as names", "a list", "double surnames", "names with a dot", "the title behind"],
)
def test_people_are_found(text: str, wanted: list[str]) -> None:
    assert names(text, "person") == wanted


@pytest.mark.parametrize(
    "text",
    [
        "切实维护广大农民利益，做好职工安置工作。",
        "本报讯（记者陈立平通讯员周文远）昨日下雨。",
        "本报记者陈立平摄",
        "李院长说，医院去年新增了床位。",
        "110千伏荣贤变顺利投运，荣贤变主变容量2台。",
        "设计单位正在抓紧施工，监理单位已进场。",
    ],
    ids=["interests", "a byline", "a photo credit", "a surname and a title", "a substation", "units"],
)
def test_these_are_no_people(text: str) -> None:
    assert names(text, "person") == []


def test_a_name_found_once_is_found_everywhere() -> None:
    text = "市委书记上官立平到县里调研。上官立平强调，要抓好落实。当天，上官立平还走访了群众。"
    assert len([m for m in read(text)[0].mentions if m.surface == "上官立平"]) == 3


def test_a_name_before_a_count_of_people_is_a_person() -> None:
    assert names("大会表彰了先进，陈启安等12名同志受到表扬。", "person") == ["陈启安"]


def test_notes_in_brackets_do_not_end_a_list_of_names() -> None:
    assert names("获奖的是柏远帆、任玲（女）、陈敏（女）、周清、李远山。", "person") == ["柏远帆", "任玲", "陈敏", "周清", "李远山"]


def test_a_city_in_one_character_and_a_visit_are_no_name() -> None:
    assert names("考察团来陈考察学习，并赴任检查。", "person") == []


@pytest.mark.parametrize(
    "text",
    ["市委书记强调，要加快项目建设。", "市长和政协主席出席会议。", "书记曾多次到现场。"],
    ids=["a verb", "and another body", "an adverb"],
)
def test_ordinary_words_after_a_title_are_no_people(text: str) -> None:
    assert names(text, "person") == []


def test_a_name_that_begins_like_a_word_is_one_where_it_has_the_shape() -> None:
    assert names("县委书记强立诚说，路修好了。", "person") == ["强立诚"]
