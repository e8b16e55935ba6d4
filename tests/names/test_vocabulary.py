"""The dictionary's ordinary words are no names, and its places are."""

from __future__ import annotations

import pytest

from kg.names.vocabulary import entries, ordinary_words, place_names


def test_an_entry_is_a_word_its_count_and_its_tag() -> None:
    words, counts, tags = entries()
    assert len(words) == len(counts) == len(tags) > 300_000
    assert (counts[words.index("机械")].isdigit(), tags[words.index("机械")]) == (True, "n")
    assert all(count.isdigit() for count in counts)


@pytest.mark.parametrize(("word", "is_ordinary", "is_place"), [("机械", True, False), ("北京", False, True), ("某源", False, False)])
def test_a_word_is_ordinary_or_a_place_or_unknown(word: str, is_ordinary: bool, is_place: bool) -> None:
    assert (word in ordinary_words(), word in place_names()) == (is_ordinary, is_place)
