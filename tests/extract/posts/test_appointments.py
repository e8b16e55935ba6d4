"""What verbs say of posts."""

from __future__ import annotations

import pytest

from tests.extract.marked import posts, read


@pytest.mark.parametrize(
    ("marked", "status"),
    [
        ("〔A市经信委〕原副主任〔P甲一〕到会。", "former"),
        ("免去〔P甲一〕的〔A市水利局〕局长职务。", "former"),
        ("〔P甲一〕不再担任〔C某公司〕董事长。", "former"),
        ("〔P甲一〕，男，1975年生，现任〔A市发改委〕副主任。", "stated"),
        ("〔P甲一〕，男，1975年生，拟任〔A市商务局〕局长。", "designate"),
        ("会议任命〔P甲一〕为〔A市水利局〕局长。", "stated"),
    ],
)
def test_past_and_coming_posts_say_so(marked: str, status: str) -> None:
    made = read(marked)
    assert [c.status for c in made.claims if c.predicate == "holds_post"] == [status]


def test_a_pronoun_stands_for_the_person_named_last() -> None:
    assert posts("〔P伍甲〕正在检查设备。她是〔C龙门供电所〕所长。") == [("伍甲", "所长", "龙门供电所")]


def told(marked: str) -> list[tuple[str, str, str, str]]:
    made = read(marked)
    name = {m.id: m.name or m.surface for m in made.mentions}
    return [
        (name[c.subject], c.qualifier("title") or "", name[c.object or ""], c.status) for c in made.claims if c.predicate == "holds_post"
    ]


@pytest.mark.parametrize(
    ("marked", "said"),
    [
        (
            "〔P苗一禾〕，女，1974年生，历任〔A青河县审计局〕科长、副局长，〔A青河县统计局〕局长，现任〔A青河县政协〕党组成员、副主席。",
            {
                ("苗一禾", "科长", "青河县审计局", "former"),
                ("苗一禾", "副局长", "青河县审计局", "former"),
                ("苗一禾", "局长", "青河县统计局", "former"),
                ("苗一禾", "党组成员", "青河县政协", "stated"),
                ("苗一禾", "副主席", "青河县政协", "stated"),
            },
        ),
        (
            "〔P苗一禾〕先生，48岁，先后担任〔C望川证券〕分析师、副总裁，2021年起任〔C望川基金〕总经理，现兼任〔I青河基金协会〕理事。",
            {
                ("苗一禾", "分析师", "望川证券", "former"),
                ("苗一禾", "副总裁", "望川证券", "former"),
                ("苗一禾", "总经理", "望川基金", "stated"),
                ("苗一禾", "理事", "青河基金协会", "stated"),
            },
        ),
        ("〔P苗一禾〕，〔I青河民俗研究会〕秘书长，多年热心公益。", {("苗一禾", "秘书长", "青河民俗研究会", "stated")}),
        ("〔P苗一禾〕，〔C望川米业〕的老主顾，常来买米。", set()),
        (
            "〔P苗一禾〕近日由〔L青河县〕县长调任〔A望川市交通运输局〕局长。",
            {("苗一禾", "县长", "青河县", "former"), ("苗一禾", "局长", "望川市交通运输局", "stated")},
        ),
        (
            "〔P苗一禾〕从〔A青河县统计局〕局长任上调往〔I望川广播电视台〕，出任台长。",
            {("苗一禾", "局长", "青河县统计局", "former"), ("苗一禾", "台长", "望川广播电视台", "stated")},
        ),
        (
            "会议免去〔P苗一禾〕〔A青河县审计局〕副局长、〔A青河县统计局〕局长的职务。",
            {("苗一禾", "副局长", "青河县审计局", "former"), ("苗一禾", "局长", "青河县统计局", "former")},
        ),
        ("〔A青河县人大常委会〕没有通过免去〔P苗一禾〕〔A青河县民政局〕局长职务的议案。", {("苗一禾", "局长", "青河县民政局", "stated")}),
        ("〔C望川银行〕公告，〔P石开〕因个人原因辞去董事会秘书一职。", {("石开", "董事会秘书", "望川银行", "former")}),
        ("〔C望川银行〕公告，解除〔P石开〕独立董事职务。", {("石开", "独立董事", "望川银行", "former")}),
        ("〔P苗一禾〕获聘〔C望川银行〕首席风险官。", {("苗一禾", "首席风险官", "望川银行", "stated")}),
    ],
    ids=[
        "former and present lists",
        "since a year",
        "set behind",
        "a customer",
        "moved",
        "moved from an office",
        "taken of two",
        "not taken",
        "resigned for a reason",
        "dismissed",
        "engaged",
    ],
)
def test_every_post_of_a_list_has_its_status(marked: str, said: set[tuple[str, str, str, str]]) -> None:
    assert set(told(marked)) == said


def test_titles_before_the_next_person_are_that_persons() -> None:
    found = posts("〔P苗一禾〕任〔A青河县审计局〕局长，〔C望川重工〕董事长、总经理〔P石开〕到会。")
    assert [row for row in found if row[0] == "苗一禾"] == [("苗一禾", "局长", "青河县审计局")]


def test_heads_of_a_division_are_held_at_its_government_where_that_is_printed() -> None:
    said = posts("任命〔P王一〕为〔A云岭市人民政府〕副市长、代理市长。")
    assert said == [("王一", "副市长", "云岭市人民政府"), ("王一", "代理市长", "云岭市人民政府")]
    assert posts("任命〔P王一〕为〔L云岭市〕副市长。") == [("王一", "副市长", "云岭市")]


def test_who_takes_a_post_over_holds_it_and_who_had_it_held_it() -> None:
    said = told("〔P卓甲〕接替退休的〔P仝乙〕任〔A凤水县交通局〕副局长。")
    assert said == [("卓甲", "副局长", "凤水县交通局", "stated"), ("仝乙", "副局长", "凤水县交通局", "former")]
    assert told("退休的〔P仝乙〕任〔A凤水县交通局〕副局长。") == [("仝乙", "副局长", "凤水县交通局", "stated")]


def test_a_committee_printed_with_its_division_is_not_said_again_in_the_title() -> None:
    assert posts("〔P卓甲〕，男，1970年生，拟任〔A青河县委〕副书记。") == [("卓甲", "副书记", "青河县委")]
    assert posts("〔P卓甲〕，男，1970年生，拟任〔A县委〕副书记。") == [("卓甲", "县委副书记", "县委")]
