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


def lines(first: str, second: str) -> Draft:
    """Return the draft of an article whose headline is printed in two lines."""
    made = draft("正文。", headline=first + second)
    text = f"{first}\n{second}\n正文。"
    offsets = tuple(at + (at >= len(first)) if at >= 0 else at for at in made.article.offsets)
    page = replace(made.article.page, text=text)
    return Draft(replace(made.article, page=page, offsets=offsets))


def test_a_headlines_line_ends_what_is_told() -> None:
    made = lines("甲局与乙会签订备忘录", "四方护航小企业")
    assert until_line_end(made, 7, 17) == "备忘录"
    torn = lines("甲局与乙会签订战略合", "作协议")
    assert until_line_end(torn, 7, 13) == ""
    body = draft("甲局与乙会签订备忘录。", headline="动态")
    at = body.text.index("备")
    assert until_line_end(body, at, at + 3) == "备忘录"
