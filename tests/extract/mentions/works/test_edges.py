"""A project's name has no verb before it and no half pair of brackets or marks."""

from __future__ import annotations

import pytest

from kg.extract.mentions.works.edges import whole
from tests.extract.naming import names


@pytest.mark.parametrize(
    ("name", "left"),
    [
        ("云溪水厂（二期）项目", "云溪水厂（二期）项目"),
        ("二期）云溪水厂项目", "云溪水厂项目"),
        ("云溪水厂项目（二期", "云溪水厂项目"),
        ("”云溪水厂项目“", "云溪水厂项目"),
        ("）（", ""),
    ],
)
def test_half_a_pair_is_cut_off(name: str, left: str) -> None:
    start, end = whole(name)
    assert name[start:end] == left


def test_a_verb_of_promoting_is_no_part_of_the_name() -> None:
    found = names("云溪县加快推进云溪水厂改造项目，年底前完工。", "project")
    assert found
    assert not any(name.startswith(("推进", "加快")) for name in found)
