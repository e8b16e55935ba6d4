"""Printed quantities, days and stages that are no value of a fact: nodes without links, so that the network learns to leave them alone.

The reader proposes values of which only some belong to a fact; had it seen right ones alone it would give every one of them an owner.
"""

from __future__ import annotations

import random
import re

from kg.reader import labels
from train.examples import KIND, Example

NUMBER = r"(?:\d[\d.,]*|[一二三四五六七八九十百两]+)[余多]?[十百千万亿]*[余多]?"
PRINTED = {
    "money": rf"{NUMBER}(?:元|美元|港元|港币|欧元|日元)",
    "area": rf"{NUMBER}(?:亩|公顷|平方米|平方公里|平米)",
    "capacity": rf"{NUMBER}(?:吨|千瓦|兆瓦|立方米|辆|台|套|千伏安|标箱|张床位)",
    "count": rf"{NUMBER}(?:余?人|余?名|余?家|余?户|个|项|件|所|位)",
    "time": r"(?:\d{4}年|今年|明年|去年)?(?:\d{1,2}月)?(?:\d{1,2}[日号]|底|初)?(?<=[年月日号底初])",
    "stage": "开工|动工|奠基|启动|签约|在建|竣工|完工|投产|投运|投用|通车|验收|封顶|并网|合龙|试运行|落地|核准",
}
MOST = 6
"""Decoys of one text."""


def decoys(example: Example, rng: random.Random) -> list[tuple[int, int, int]]:
    """Return ranges (start, end, kind) that look like values and are none: they overlap no value of the text, nor one another."""
    taken = [(n[0], n[1]) for n in example.nodes if n[2] >= len(labels.TYPES) + len(labels.REFERENCES)]
    kinds = [kind for kind in PRINTED if kind != "time" or not example.events]  # a day may be that of an event, filed in another form
    found = [(m.start(), m.end(), KIND[kind]) for kind in kinds for m in re.finditer(PRINTED[kind], example.text) if m[0]]
    rng.shuffle(found)
    chosen: list[tuple[int, int, int]] = []
    for start, end, kind in found:
        if len(chosen) < MOST and not any(a < end and start < b for a, b in taken):
            chosen.append((start, end, kind))
            taken.append((start, end))
    return chosen
