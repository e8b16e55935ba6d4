import pytest

from bench import cases
from kg.resolve.block import block_keys, may_compare
from tests.names.test_short import SAME


@pytest.mark.parametrize(("type_", "short", "full"), [row for row in SAME if row[0] not in ("person",)])
def test_a_short_form_shares_a_block_with_its_full_name(type_: str, short: str, full: str) -> None:
    assert may_compare(short, full, type_)


@pytest.mark.parametrize(
    "case", [c for c in cases.cases() if (c.expected == "same" and "short form" in c.kind) or "brand" in c.kind], ids=str
)
def test_the_table_of_pairs_shares_blocks(case: cases.Case) -> None:
    assert may_compare(case.left, case.right, case.type)


def test_two_brands_share_no_block() -> None:
    assert not may_compare("沐岑电气", "硕禾铸造", "company")


def test_block_keys_come_from_name_and_type_alone() -> None:
    assert block_keys("岑岚铸造", "company") == frozenset({"company:岑岚"})
