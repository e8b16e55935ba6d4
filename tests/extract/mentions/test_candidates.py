"""Which of overlapping names stand."""

import pytest

from tests.extract.naming import names


@pytest.mark.parametrize(
    ("text", "type_", "wanted"),
    [
        ("许昌供电公司薛坡运维班连夜抢修。", "company", ["许昌供电公司薛坡运维班", "许昌供电公司"]),
        ("河南森源电气股份有限公司投产。", "company", ["河南森源电气股份有限公司"]),
        ("国务院标准化协调推进部际联席会议办公室发来通知。", "agency", ["国务院标准化协调推进部际联席会议办公室", "国务院"]),
        ("我市印发《关于支持云岭市生态环境局工作的意见》。", "agency", []),
    ],
    ids=["a company in its unit's name", "no company in its own full name", "a body in its office's name", "a word of a title"],
)
def test_a_name_inside_a_longer_one_stands_only_if_it_is_one_of_its_own(text: str, type_: str, wanted: list[str]) -> None:
    assert names(text, type_) == wanted


def test_a_name_does_not_run_over_a_paragraphs_end() -> None:
    assert names("总投资3亿元\n云岭水厂二期扩建工程开工。", "project") == ["云岭水厂二期扩建工程"]
