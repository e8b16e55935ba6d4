"""No story has two headlines while another could have one."""

from __future__ import annotations

import numpy as np

from kg.text.learned.owners import settle


def test_the_less_sure_headline_gives_way() -> None:
    chance = np.log(np.array([[0.9, 0.05, 0.05], [0.6, 0.35, 0.05]], np.float32))
    assert settle(chance, [True, True]) == [0, 1]


def test_a_kicker_may_share_its_story_with_a_headline() -> None:
    chance = np.log(np.array([[0.9, 0.05, 0.05], [0.6, 0.35, 0.05]], np.float32))
    assert settle(chance, [True, False]) == [0, 0]


def test_what_no_story_has_is_left() -> None:
    assert settle(np.log(np.array([[0.1, 0.9]], np.float32)), [True]) == [-1]


def test_it_ends_whatever_the_chances_are() -> None:
    draw = np.random.default_rng(1)
    for _ in range(50):
        owner = settle(np.log(draw.dirichlet(np.ones(5), size=12)).astype(np.float32), [True] * 12)
        assert len([o for o in owner if o >= 0]) == len({o for o in owner if o >= 0})
