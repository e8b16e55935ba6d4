import pytest

from kg.names.surnames import split_names
from kg.text.bylines import read_credit
from kg.text.layout.credits import is_credit
from tests.text.factory import body, read

CASES = {
    "spaces set names apart": ("记者 朱兆浩 通讯员 赵晓黎", [("记者", "朱兆浩"), ("通讯员", "赵晓黎")]),
    "a line breaks in a name": ("记者 朱兆浩 通讯员 赵晓\n黎", [("记者", "朱兆浩"), ("通讯员", "赵晓黎")]),
    "a line breaks in the role": ("本报记\n者 贺兰雪 摄", [("记者", "贺兰雪")]),
    "two names under one role": ("通讯员 白树\n伟 晁艳玲", [("通讯员", "白树伟"), ("通讯员", "晁艳玲")]),
    "commas": ("通讯员张喆、王森", [("通讯员", "张喆"), ("通讯员", "王森")]),
    "a name of two spaced characters": ("本报通讯员 李晓光 郭 飞 摄影报道", [("通讯员", "李晓光"), ("通讯员", "郭飞")]),
    "the role before the name counts": ("本报记者 乔利峰 摄", [("记者", "乔利峰")]),
    "only a photographer": ("朱兆浩 摄", [("摄", "朱兆浩")]),
    "a body that sent it in": ("高新区经济发展局供图", [("供图", "高新区经济发展局")]),
    "a body broken over lines": ("（市“四个一百”专项行动联席会\n办公室供稿）", [("供稿", "市“四个一百”专项行动联席会办公室")]),
    "a bare name": ("（张炬）", [("作者", "张炬")]),
    "a pen name": ("□号 角", [("作者", "号角")]),
    "letter-spaced throughout": ("记 者 高 轶 鹏 通 讯 员\n\n张 拉", [("记者", "高轶鹏"), ("通讯员", "张拉")]),
    "words and pictures": ("记者 王培钦 通讯员 朱永彬 文/图", [("记者", "王培钦"), ("通讯员", "朱永彬")]),
    "names of other peoples": ("记者 曲木石布 通讯员 阿依努尔·\n吐尔逊", [("记者", "曲木石布"), ("通讯员", "阿依努尔·吐尔逊")]),
}


@pytest.mark.parametrize(("printed", "rows"), CASES.values(), ids=CASES.keys())
def test_a_credit_is_read_into_roles_and_names(printed, rows):
    assert [(b.role, b.name) for b in read_credit(printed, 0, len(printed))] == rows


def test_spans_lie_on_the_names():
    page = "前文。（记者 赵晓\n黎）"
    (byline,) = read_credit(page, 3, len(page))
    assert "".join(page[s.start : s.end] for s in byline.spans) == "赵晓黎"


def test_names_run_together_are_cut_at_surnames():
    assert split_names("刘亚豪熊骥一") == ["刘亚豪", "熊骥一"]


def test_four_characters_are_one_name():
    assert split_names("沙马木果") == ["沙马木果"]


@pytest.mark.parametrize("line", ["记者走进国家经济技术开发区", "发货仪式现场", "市交通运输局", "全力确保“两个稳定”", "记者从市局获悉"])
def test_text_is_no_credit(line):
    assert not is_credit(line)


def test_another_house_s_reporter_opens_a_story_and_the_house_is_no_author():
    (article,) = read("河州网讯（河州日报全媒体记者 田小禾）11月6日，河州水务公司启动城北水厂扩建工程，工程计划明年十月通水。").articles
    assert [(b.role, b.name) for b in article.bylines] == [("记者", "田小禾")]
    assert body(article)[:4] == "河州网讯"


def test_names_listed_after_their_roles_in_the_opening_are_all_read():
    (article,) = read("本报讯 记者田小禾、通讯员白云溪、李方报道：11月6日，河州水务公司启动城北水厂扩建工程。").articles
    assert [(b.role, b.name) for b in article.bylines] == [("记者", "田小禾"), ("通讯员", "白云溪"), ("通讯员", "李方")]


def test_a_credit_at_the_end_of_a_block_is_not_the_next_story_s():
    first = "11月6日，河州水务公司启动城北水厂扩建工程，工程总投资三亿元，计划明年十月通水，水厂扩建期间供水不受影响。"
    second = "2月7日，青石县云溪镇举行油菜花节，三千名游客走进田间，镇里准备了农家菜和民歌表演，家家户户摆起长桌。"
    found = read(first + "\n（记者 田小禾）\n\n" + second).articles
    assert [[b.name for b in a.bylines] for a in found] == [["田小禾"], []]


def test_house_and_name_in_brackets_are_a_credit_and_a_house_alone_is_none():
    assert is_credit("（青石县供电公司 罗向晚）")
    assert not is_credit("（青石县供电公司）")
