"""No character of a page is lost in its sheet."""

from __future__ import annotations

from kg.text.learned.segments import read_sheet

BESIDE = "市水务局昨日启用新泵站   港务公司上月吞吐量增长\n日供水能力达到四万吨   一成二，创下历年新高\n"


def test_every_character_is_in_one_line() -> None:
    offsets = [at for line in read_sheet(BESIDE).lines for at in line.chars.offsets]
    assert sorted(offsets) == [at for at, c in enumerate(BESIDE) if not c.isspace()]
