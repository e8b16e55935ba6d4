"""What texts have in common is weighed; of many texts only what most of them have."""

from __future__ import annotations

import pytest

from kg.text.learned import words

TOLD = ["青石港靠船", "青石港书屋", "老街书屋"]


def test_what_two_texts_have_is_a_column_and_what_one_has_counts_for_its_length() -> None:
    rows, rest = words.weighed(TOLD, 2)
    assert rows.shape == (3, 3)
    assert (rows > 0).tolist() == [[True, True, False], [True, True, True], [False, False, True]]
    assert (rest > 0).all()


def test_of_many_texts_what_most_of_them_have_is_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(words, "CELLS", 3)
    assert words.weighed(TOLD, 2)[0].shape == (3, 1)
