"""What is said to be so, and what is denied."""

from __future__ import annotations

from kg.extract.clauses.modality import is_denied


def test_a_sentence_that_denies_is_known() -> None:
    assert is_denied("针对网传的说法，甲公司予以否认。")
    assert not is_denied("甲公司予以确认。")
