"""No stage's time may explode with the length of a page; bench/hostile.py measures it, here two sizes must keep their ratio."""

import pytest

from bench import hostile

TIMES = 4
BOUND = 9.0
"""Four times as long may take nine times as long: 4 is linear, 16 quadratic, the rest noise."""
FLOOR = 0.15
"""Seconds under which a stage's time is noise, at either size."""
SIZES = {"schools": 200, "table": 125, "letters": 500, "cities": 300, "people": 1000, "firms": 1000, "prose": 5000, "pages": 60}


@pytest.mark.parametrize("kind", sorted(SIZES))
def test_no_stage_grows_like_the_square_of_a_page(kind: str) -> None:
    make, size = hostile.KINDS[kind].make, SIZES[kind]
    hostile.run(hostile.schools(3), "fast")
    hostile.run(hostile.schools(3), "fast")
    small, large = (hostile.run(make(n), "fast") for n in (size, TIMES * size))
    steep = {stage: (small[stage], spent) for stage, spent in large.items() if spent > BOUND * max(small[stage], FLOOR / TIMES)}
    assert not steep
