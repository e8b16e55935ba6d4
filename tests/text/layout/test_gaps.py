from kg.text.layout.gaps import may_begin, most_alike
from tests.text.factory import body, columns, read

TALK = "城北水厂扩建工程座谈会在河州召开，与会人员就工程进度、管网改造和水价调整交换了意见，会议要求各单位确保明年十月通水。"
VISIT = "3月9日上午，青石县委书记白云溪到云溪镇察看油菜长势，走进田间地头同农户交谈，了解种子、化肥供应，叮嘱农技人员做好春季田间管理。"
HARVEST = "9月20日，河州师范学校迎来新生，校长田小禾带领教师在校门口迎接，学生们领取被褥后入住新宿舍楼，食堂当晚准备了家乡风味菜肴。"


def paragraphs(*texts: str) -> str:
    """Paragraphs one under the other, as a page prints them that has no white space inside a story."""
    return "\n".join(columns(text) for text in texts)


def test_white_space_parts_stories_on_a_page_that_has_none_inside_them():
    found = read("\n\n".join([paragraphs(VISIT, TALK[:40] + "。", TALK[3:38] + "。"), paragraphs(HARVEST, TALK[9:44] + "。")])).articles
    assert [body(a)[:8] for a in found] == ["3月9日上午，青", "9月20日，河州"]


def test_a_paragraph_that_takes_up_what_was_told_does_not_begin_a_story():
    assert most_alike("田小禾说，学校今年新开三个专业。", HARVEST) == 0.0
    assert not may_begin("据悉，该校今年新开三个专业。")
    assert may_begin(VISIT)


def test_a_block_that_opens_with_a_far_day_is_a_story_of_its_own():
    found = read("\n\n".join(["本报讯（记者 田小禾）" + columns(HARVEST), columns(VISIT)])).articles
    assert [(a.date, body(a)[-4:]) for a in found] == [("09-20", "味菜肴。"), ("03-09", "间管理。")]
