"""Values that notices and site boards give the work they name under labels: 中标价：48653万元；开工日期：2019年3月8日."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.attributes.attribute import Attribute, Owner
from kg.extract.clauses.records import FIRST, WON, records
from kg.extract.draft import Draft
from kg.values import quantities
from kg.values.progress import DAY

SUMS = (
    (re.compile("(?:中标|成交|合同)(?:总)?(?:价|金额|价格|价款)"), "contract_amount"),
    (re.compile("总投资(?:额)?|工程总?造价|投资总额|项目总投资"), "total_investment"),
)
DAYS = ((re.compile("开工(?:日期|时间)"), "start"), (re.compile("(?:竣工|完工)(?:日期|时间)"), "completion"))


WINNER = re.compile(f"{FIRST}|{WON}")
PRICE = re.compile("[，,（(](?:投标|中标|成交)?(?:总)?(?:报价|价|金额)(?:为|：|:)?")
"""What stands before the sum at which a winner builds or sells: ``中标人：甲公司，投标报价380万元``."""


def noticed(draft: Draft) -> Iterator[Attribute]:
    """Find the sums and days that labels give of the work that they are of."""
    for field, work in records(draft):
        if work is None:
            continue
        for labels, pattern in ((SUMS, quantities.pattern()), (DAYS, re.compile(DAY))):
            key = next((key for label, key in labels if label.fullmatch(field.label)), None)
            value = pattern.match(draft.text, field.start, field.end) if key else None
            if key and value:
                yield Attribute(Owner(work, "sentence"), key, value.group(), (field.at, value.end()), f"attribute-{key}")
        if WINNER.fullmatch(field.label) and (price := PRICE.search(draft.text, field.start, field.end)):
            value = quantities.pattern().match(draft.text, price.end(), field.end)
            if value:
                owner = Owner(work, "sentence")
                yield Attribute(owner, "contract_amount", value.group(), (field.at, value.end()), "attribute-contract_amount")
