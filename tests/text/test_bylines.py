import pytest

from kg.text.bylines import read_credit
from kg.text.credits import is_credit
from kg.text.surnames import split_names

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
