"""What a name says of whom a thing belongs to: the nearest owner in it, and nobody where it is a piece or the thing itself."""

from __future__ import annotations

import pytest

from tests.extract.marked import facts


@pytest.mark.parametrize(
    ("marked", "said"),
    [
        (
            "〔I〔I〔I沧河大学〕附属医院〕骨科〕搬迁。",
            ["沧河大学附属医院骨科 part_of 沧河大学附属医院", "沧河大学附属医院 part_of 沧河大学"],
        ),
        ("〔A〔A沧河街道〕办事处〕开会。", []),
        ("〔F〔F110千伏沧河线〕12号铁塔〕已经修好。", []),
        ("〔F〔C朗川重工〕12号车间〕投产。", ["朗川重工12号车间 part_of 朗川重工"]),
    ],
)
def test_the_nearest_owner_in_a_name(marked: str, said: list[str]) -> None:
    assert facts(marked) == said
