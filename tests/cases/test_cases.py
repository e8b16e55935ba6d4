"""The cases of trust: how many are read right. A floor only ever rises (``make scores`` prints which are)."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus import marked
from tests.cases.judge import covers, is_right, right

HERE = Path(__file__).parent
FLOORS = {("faults", "full"): 29, ("kinds", "full"): 97}


@pytest.mark.score
@pytest.mark.parametrize(("name", "reader"), FLOORS)
def test_cases_are_read_right(name: str, reader: str, tmp_path: Path) -> None:
    passages = marked.read(HERE / f"{name}.txt")
    found = right(passages, tmp_path, reader)
    print(f"\n{name}, {reader}: {len(found)} of {len(passages)} right: {' '.join(found)}")
    assert len(found) >= FLOORS[name, reader]


CASE = """== one 云南 2020
{p1|苗一禾}，{c1|望川重工有限公司}董事长，占地20亩的{f1|青河水厂}由{c1|望川重工}建。
> p1 holds_post c1 title=董事长
> f1.area = 20亩
"""


def test_a_case_is_right_only_if_everything_is_said_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "case.txt"
    path.write_text(CASE, encoding="utf-8")
    gold = marked.page_json(marked.read(path)[0])
    assert is_right(gold, gold)
    extra = {
        "attributes": {"of": "c1", "key": "area", "value": "20亩"},
        "entities": {"id": "x", "type": "place", "name": "青河", "surfaces": ["青河"]},
    }
    for key, row in extra.items():
        more = {"articles": [gold["articles"][0] | {key: [*gold["articles"][0][key], row]}]}
        assert not is_right(gold, more)
        assert not is_right(more, gold)
    shorter = {"articles": [gold["articles"][0] | {"relations": []}]}
    assert not is_right(gold, shorter)


def test_one_name_shared_makes_two_things_one() -> None:
    whole, short = ("company", frozenset({"望川重工有限公司", "望川重工"})), ("company", frozenset({"望川重工"}))
    other = ("agency", frozenset({"望川重工"}))
    assert covers([(whole, "area", "20亩")], [(short, "area", "20亩")])
    assert not covers([(whole, "area", "20亩")], [(other, "area", "20亩")])
