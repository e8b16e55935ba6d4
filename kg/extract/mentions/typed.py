"""Which type a unit has that the network reads: what it belongs to says, or what it is called (GUIDELINES.md).

A firm's offices are firms, a hospital's departments institutions; only the organs of party, union and league are agencies everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from kg import ontology
from kg.extract.mentions.candidates import Candidate
from kg.extract.mentions.rules import LEARNED
from kg.lexicon import alternatives
from kg.names import organs
from kg.names.heads import opening_head

OFFICE = re.compile("[科处部室局办队班组厂]$|中心$|公司$|车间$")
TRADE_BUREAU = re.compile(alternatives("trade_bureaus"))
"""What makes a bureau an employer and no office: 供电局, 铁路分局, 航务工程局."""
PLAIN = 0.8
"""From this probability on a bureau is the firm that the network takes it for."""
DEPARTMENT = re.compile("[\u4e00-\u9fff]{2,4}(?:科|车间)")
CALLED = (
    (re.compile("第[一二三四五六七八九十百\\d]+(?:管理区|作业区|生产队|分场|工区)"), ("zone", "facility"), "company"),
    (re.compile(f".*(?:{alternatives('wards')})科$"), ontology.bodies(), "institution"),
    (re.compile(f".*(?:{alternatives('functions')})委员会$"), ("institution",), "agency"),
    (re.compile(".*(?:[改扩新迁]建|改造|升级|提升|整治|治理|修缮)(?:项目|工程)$"), ("facility",), "project"),
)
"""What a name opens with, the types the network may give it and the one it has: parts of a farm (第二管理区), departments of
hospitals, commissions of a government's business, works of rebuilding."""


def typed(text: str, candidate: Candidate, bodies: Iterable[Candidate]) -> Candidate:
    """Return a candidate of the network as what its body is: 农场畜牧科 is the firm's, 清远分局 an office; ``bodies`` are the others."""
    if candidate.rule is not LEARNED:
        return candidate
    surface = text[candidate.start : candidate.end]
    type_ = next((type_ for pattern, of, type_ in CALLED if candidate.type in of and pattern.match(surface)), "")
    if candidate.type == "company" and surface.endswith("局") and candidate.score < PLAIN and not TRADE_BUREAU.search(surface):
        type_ = "agency"
    if not type_ and candidate.type == "agency" and not organs.agency().search(surface):
        type_ = of_body(text, candidate, surface, bodies)
    return replace(candidate, type=type_) if type_ else candidate


def of_body(text: str, candidate: Candidate, surface: str, bodies: Iterable[Candidate]) -> str:
    """Return the type of the body that an office belongs to by its name or, a department, by what stands before it; "" if neither says."""
    head = opening_head(surface)
    if head is not None:
        return head.type if OFFICE.search(surface) else ""
    if not DEPARTMENT.fullmatch(surface):
        return ""
    before = max((b for b in bodies if b.end <= candidate.start), key=lambda b: b.end, default=None)
    return before.type if before is not None and not DEPARTMENT.fullmatch(text, before.start, before.end) else ""
