"""No stage's time may explode with the length of a page; bench/hostile.py measures it, here two sizes must keep their ratio."""

import gc

import pytest

from bench import hostile

pytestmark = pytest.mark.score  # times are taken where nothing else runs

TIMES = 4
BOUND = 9.0
"""Four times as long may take nine times as long: 4 is linear, 16 quadratic, the rest noise."""
FLOOR = 0.15
"""Seconds under which a stage's time is noise, at either size."""
SIZES = {
    "schools": 200,
    "table": 125,
    "letters": 500,
    "cities": 300,
    "people": 1000,
    "firms": 1000,
    "meeting": 250,
    "visits": 250,
    "prose": 5000,
    "aliases": 60,
    "posts": 60,
    "projects": 60,
    "villages": 60,
    "pages": 60,
}


def steep_stages(kind: str) -> dict[str, tuple[float, float]]:
    """Return the stages that grow too fast, with their seconds at both sizes."""
    make, size = hostile.KINDS[kind].make, SIZES[kind]
    gc.disable()  # what other tests left in memory is not searched while stages are timed
    try:
        small, large = (hostile.run(make(n), "fast") for n in (size, TIMES * size))
    finally:
        gc.enable()
    return {stage: (small[stage], spent) for stage, spent in large.items() if spent > BOUND * max(small[stage], FLOOR / TIMES)}


@pytest.mark.parametrize("kind", sorted(SIZES))
def test_no_stage_grows_like_the_square_of_a_page(kind: str) -> None:
    hostile.run(hostile.schools(3), "fast")
    hostile.run(hostile.schools(3), "fast")
    steep = steep_stages(kind)
    # another process may fall into one run; what grows too fast does so twice
    assert not (steep and steep.keys() & steep_stages(kind).keys())
