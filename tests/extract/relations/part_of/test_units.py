"""Units printed without their parent: whose a noun, an organ or a committee is."""

from __future__ import annotations

import pytest

from tests.extract.marked import facts


@pytest.mark.parametrize(
    ("marked", "said"),
    [
        ("〔I沧河中学〕开学，〔A学校党委〕送来书籍。", ["学校党委 part_of 沧河中学"]),
        ("〔C朗川集团有限公司〕开会，〔A集团工会〕作报告。", ["集团工会 part_of 朗川集团有限公司"]),
        ("〔A沧河县公安局〕开会，〔A局党委〕作部署。", ["局党委 part_of 沧河县公安局"]),
        ("〔A沧河县政协〕开会，〔A纪委〕作报告。", []),
        ("〔A沧河县政协〕开会，〔A监委〕作报告。", []),
    ],
    ids=[
        "a school's",
        "a group's",
        "a bureau's",
        "any body's is not the conference's",
        "nor is a division's",
    ],
)
def test_whose_a_bare_organ_is(marked: str, said: list[str]) -> None:
    assert [line for line in facts(marked) if "part_of" in line] == said
