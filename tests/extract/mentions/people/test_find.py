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


@pytest.mark.parametrize(
    "text",
    [
        "云岭日报讯（记者陈立平）昨日下雨。",
        "本报讯（云岭日报全媒体记者陈立平）昨日下雨。",
        "云岭融媒体中心讯【记者陈立平】昨日下雨。",
        "◎云岭都市报记者陈立平\n昨日下雨。",
    ],
    ids=["a dateline", "a paper in brackets", "square brackets", "a line of its own"],
)
def test_papers_in_datelines_and_credits_are_no_names(text: str) -> None:
    assert names(text, "person", "institution") == []


def test_a_name_is_not_cut_short_within_a_list() -> None:
    assert names("县领导柏明川、薛远安、柏勇、李相林参加活动。", "person") == ["柏明川", "薛远安", "柏勇", "李相林"]


def test_a_name_before_a_count_of_people_is_a_person() -> None:
    assert names("大会表彰了先进，陈启安等12名同志受到表扬。", "person") == ["陈启安"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("副书记柏广和、主任任立平参加。", ["柏广和", "任立平"]),
        ("会长柏广和说，今年好。", ["柏广和"]),
        ("市长柏广宇和副市长任立平参加。", ["柏广宇", "任立平"]),
    ],
    ids=["before a mark", "before a verb of saying", "a conjunction"],
)
def test_a_name_may_end_like_a_conjunction(text: str, wanted: list[str]) -> None:
    assert names(text, "person") == wanted


def test_notes_in_brackets_do_not_end_a_list_of_names() -> None:
    assert names("获奖的是柏远帆、任玲（女）、陈敏（女）、周清、李远山。", "person") == ["柏远帆", "任玲", "陈敏", "周清", "李远山"]


def test_a_city_in_one_character_and_a_visit_are_no_name() -> None:
    assert names("考察团来陈考察学习，并赴任检查。", "person") == []
