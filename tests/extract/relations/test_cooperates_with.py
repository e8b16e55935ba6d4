"""Who are no partners."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.extract.draft import Draft
from kg.extract.relations.cooperates_with import until_line_end
from tests.extract.marked import draft, facts, read


def test_committee_and_government_are_no_partners() -> None:
    assert facts("〔A青川市委〕、〔A市人民政府〕联合召开推进会。") == []


@pytest.mark.parametrize(
    ("marked", "what", "status"),
    [
        ("〔C甲光电〕与〔I沧河大学〕共建的精密实验室解决了漂移难题。", "共建的精密实验室", "stated"),
        ("〔C甲机械〕与〔I沧河研究院〕联合研制的密封件也将首次出口。", "研制的密封件", "stated"),
        ("〔C甲农场〕与〔I沧河大学〕签订的良种攻关协议日前生效。", "良种攻关协议", "signed"),
        ("〔I沧河大学〕与〔C红石合作社〕共建“红石科技小院”。", "共建“红石科技小院”", "stated"),
        ("祝贺〔C甲公司〕与〔C乙重机〕成功“牵手”表示祝贺。", None, "stated"),
        ("〔C甲电缆〕牵手〔I沧河学院〕", None, "stated"),
        ("听取了道路工程、〔C甲电子〕与〔I沧河大学〕合作等重点工作推进情况汇报。", None, "stated"),
        ("〔C甲重工〕与〔I沧河大学〕签订战略合作、人才培养等协议。", "战略合作、人才培养等协议", "signed"),
        ("〔A甲局〕、〔A乙局〕联合印发疏导要点等提示6个。", "印发疏导要点等提示", "stated"),
        ("〔C甲重工〕与〔I沧河大学〕签订便民服务协议。", "便民服务协议", "signed"),
        ("〔C甲重工〕与〔I沧河大学〕共建了两个车间。", "共建了两个车间", "stated"),
    ],
)
def test_what_a_partnership_is_about_is_told_whole_or_not_at_all(marked: str, what: str | None, status: str) -> None:
    (claim,) = (c for c in read(marked).claims if c.predicate == "cooperates_with")
    assert (claim.qualifier("what"), claim.status) == (what, status)


def lines(*printed: str) -> Draft:
    """Return the draft of an article whose headline is printed in several lines."""
    made = draft("正文。", headline="".join(printed))
    breaks = [sum(map(len, printed[:n])) for n in range(1, len(printed))]
    offsets = tuple(at + sum(at >= stop for stop in breaks) if at >= 0 else at for at in made.article.offsets)
    page = replace(made.article.page, text="\n".join([*printed, "正文。"]))
    return Draft(replace(made.article, page=page, offsets=offsets))


@pytest.mark.parametrize(
    ("printed", "what"),
    [
        (("甲局与乙会签订备忘录", "四方护航小企业"), "备忘录"),
        (("甲局与乙会签订备", "忘录", "四方护航小企业"), "备忘录"),
        (("甲局与乙会签订战略合", "作协议"), "战略合作协议"),
        (("甲局与乙会签订战略", "合作协议"), ""),
        (("甲局与乙会签订合作协议",), "合作协议"),
    ],
)
def test_a_headlines_line_ends_what_is_told(printed: tuple[str, ...], what: str) -> None:
    made = lines(*printed)
    assert until_line_end(made, 7, made.article.body.start - 1) == what


def test_the_lines_of_a_body_end_nothing() -> None:
    body = draft("甲局与乙会签订备忘录。", headline="动态")
    at = body.text.index("备")
    assert until_line_end(body, at, at + 3) == "备忘录"


def test_a_new_subject_behind_its_own_clause_acts_and_not_the_one_before_the_semicolon() -> None:
    found = facts("〔C甲机电〕2016年落户高新区；2019年并入集团的〔C乙动力〕拥有专利67项，与〔I丙院〕共建了实验室。")
    assert [fact for fact in found if "cooperates_with" in fact] == ["乙动力 cooperates_with 丙院"]
