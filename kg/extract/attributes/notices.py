"""Values that notices and site boards give the work they name under labels: 中标价：48653万元；开工日期：2019年3月8日."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.attributes.attribute import Attribute, Owner
from kg.extract.clauses.fields import runs
from kg.extract.draft import Draft
from kg.values import quantities
from kg.values.progress import DAY

WORK = re.compile("(?:项目|工程|标段|采购项目)名称")
SUMS = (
    (re.compile("(?:中标|成交|合同)(?:总)?(?:价|金额|价格|价款)"), "contract_amount"),
    (re.compile("总投资(?:额)?|工程总?造价|投资总额|项目总投资"), "total_investment"),
)
DAYS = ((re.compile("开工(?:日期|时间)"), "start"), (re.compile("(?:竣工|完工)(?:日期|时间)"), "completion"))


def noticed(draft: Draft) -> Iterator[Attribute]:
    """Find the sums and days that a run of labels gives of the one work that it names."""
    for run in runs(draft):
        named = [field for field in run if WORK.fullmatch(field.label)]
        works = [m for field in named for m in draft.within(field.start, field.end, "project", "facility", "zone", kinds=("name",))]
        if len(works) != 1:
            continue
        for field in run:
            for labels, pattern in ((SUMS, quantities.pattern()), (DAYS, re.compile(DAY))):
                key = next((key for label, key in labels if label.fullmatch(field.label)), None)
                value = pattern.match(draft.text, field.start, field.end) if key else None
                if key and value:
                    yield Attribute(Owner(works[0], "sentence"), key, value.group(), (field.at, value.end()), f"attribute-{key}")
