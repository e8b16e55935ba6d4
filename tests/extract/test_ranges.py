from kg.extract.ranges import CELL, Overlaps, Range, united


def test_all_that_overlaps_is_found_in_the_order_put_in_and_once():
    long = Range(0, 4 * CELL)
    inner, beside = Range(CELL - 2, CELL + 2), Range(CELL + 2, CELL + 4)
    held = Overlaps([beside, long, inner])
    assert held.over(CELL - 1, CELL + 2) == [long, inner]
    assert held.over(0, 2 * CELL) == [beside, long, inner]
    assert held.over(4 * CELL, 5 * CELL) == []


def test_ranges_that_only_touch_do_not_overlap():
    held = Overlaps([Range(3, 5)])
    assert not held.touches(1, 3)
    assert not held.touches(5, 9)
    assert held.touches(4, 5)
    held.add(Range(5, 6))
    assert held.touches(5, 9)


def test_ranges_that_overlap_or_touch_are_one() -> None:
    assert united([(5, 9), (0, 3), (3, 4), (6, 7)]) == [(0, 4), (5, 9)]
    assert united([]) == []
