"""Who are no partners."""

from __future__ import annotations

from tests.extract.marked import facts


def test_committee_and_government_are_no_partners() -> None:
    assert facts("〔A青川市委〕、〔A市人民政府〕联合召开推进会。") == []
