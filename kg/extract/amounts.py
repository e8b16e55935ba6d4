"""Attributes: sums, areas, capacities, members, patents, dates and status of projects and bodies, each with its owner.

A quantity is claimed only if the words around it say what it is (kg/lexicon/attribute_cues.tsv) and a named thing owns it
(attribute_owner). Counts of unnamed things, goals, growth rates and sums of several unnamed projects are not claimed:

    现场签约项目11个，总投资62.8亿元      nothing: no named thing
    此次集中开工的6个项目年度计划投资21亿元   nothing: a plan for a year
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kg.extract import amount_values
from kg.extract.attribute_owner import Owner, owner
from kg.extract.attribute_status import Dated, Status, dates, statuses, weak_words
from kg.extract.draft import Draft, Stretch
from kg.lexicon.tables import rows
from kg.model import Mention

REACHES = r"(?:约为?|为|达到?|高达|可达|将达|已达|近|共|共计|达成|超过?|突破|就达|可|至|到|了|有|能|增至|增加到|提高到|提升至|提升到|扩大到|:|：)*"
NEARNESS = {"behind": 0.9, "clause": 0.9, "sentence": 0.85, "topic": 0.7}
WORK_TYPES = ("project", "facility", "programme", "zone", "institution")
FUTURE = re.compile("将|计划|预计|力争|要|确保|加快|推动|争取|促进|早日|早|尽快|有望|推进.{0,6}$|目标|如期|后[，,]?$|前[，,]?$|以来|之后|期间|时|待|等")
INSIDE = re.compile(r"(?:年产|日产|日处理|年处理|年加工)?(?P<quantity>\d[\d.]*(?:×\d[\d.]*)?(?:万|亿|千)?(?:吨/时|吨/日|万吨|吨|吉瓦时|吉瓦|兆瓦时|兆瓦|千瓦|万千瓦|台套|台|套|只|件|辆|平方米|立方米|片|支|米))")


@dataclass(frozen=True, slots=True)
class Cue:
    """One row of the table: what a quantity is if ``words`` stand at its ``side``."""

    key: str
    side: str
    words: re.Pattern[str]
    dimensions: tuple[str, ...]
    preferred: str


@cache
def cues() -> tuple[Cue, ...]:
    """Return the table of cues in its order."""
    made = []
    for key, side, words, dimensions, preferred in rows("attribute_cues.tsv"):
        pattern = f"(?:{words}){REACHES}$" if side == "left" else f"(?:{words})"
        made.append(Cue(key, side, re.compile(pattern), tuple(dimensions.split("|")), preferred))
    return tuple(made)


def find_attributes(draft: Draft) -> None:
    """Add the attribute claims of one article to its draft."""
    seen: set[tuple[str, str, str]] = set()
    for sentence in draft.sentences:
        if sentence.section != "body":
            continue
        for clause in draft.clauses(sentence):
            find_quantities(draft, clause, seen)
            find_dates(draft, clause, seen)
            find_status(draft, clause, seen)
    find_capacity_names(draft, seen)


def find_quantities(draft: Draft, clause: Stretch, seen: set[tuple[str, str, str]]) -> None:
    """Claim the quantities of a clause whose surroundings say what they are."""
    for match in amount_values.pattern().finditer(clause.text):
        start, end = clause.start + match.start(), clause.start + match.end()
        if inside_name(draft, start, end):
            continue
        cue = cue_of(clause.text, match)
        if cue is None or cue.key == "-":
            continue
        preferred = "body" if cue.preferred in ("body", "supported") else "work"
        found = owner(draft, start, end, preferred)
        if found is None or (cue.preferred in ("built", "supported") and not fits(cue, found)):
            draft.reject("attribute", match.group(), f"{cue.key} of nothing named", start)
            continue
        claim(draft, found, cue.key, match.group(), (clause.start, end), f"attribute-{cue.key}", seen)


def fits(cue: Cue, found: Owner) -> bool:
    """Whether a bare 投资V or 出资V is about this owner: a work, not the body that pays."""
    return found.mention.type in WORK_TYPES


def inside_name(draft: Draft, start: int, end: int) -> bool:
    """Whether the range is part of a printed name (年产60万台伺服电机项目)."""
    return any(m.is_name and m.start <= start and end <= m.end for m in draft.within(max(0, start - 40), end + 40))


def cue_of(text: str, match: re.Match[str]) -> Cue | None:
    """Return the first cue that fits the quantity at ``match`` of a clause."""
    quantity = amount_values.read(match.group())
    if quantity is None:
        return None
    left, right = text[: match.start()], text[match.end() :]
    for cue in cues():
        if "*" not in cue.dimensions and quantity.dimension not in cue.dimensions:
            continue
        if cue.words.search(left) if cue.side == "left" else cue.words.match(right):
            return cue
    return None


def claim(draft: Draft, found: Owner, key: str, value: str, span: tuple[int, int], rule: str, seen: set[tuple[str, str, str]]) -> None:
    """Record one attribute once; the evidence runs from the owner (if it stands in the sentence) to the value."""
    mark = (found.mention.antecedent or found.mention.id, key, value)
    if mark in seen:
        return
    seen.add(mark)
    draft.claim(found.mention, key, None, evidence(draft, found, span), rule, value=value, confidence=NEARNESS[found.near])


def evidence(draft: Draft, found: Owner, span: tuple[int, int]) -> list[tuple[int, int]]:
    """Return the fewest ranges that name the owner and say the value."""
    owner_span = (found.mention.start, found.mention.end)
    if found.near == "topic":
        return [owner_span, span]
    return [(min(owner_span[0], span[0]), max(owner_span[1], span[1]))]


def find_dates(draft: Draft, clause: Stretch, seen: set[tuple[str, str, str]]) -> None:
    """Claim when something began or ended: 一期工程2021年3月开工, 明年9月竣工."""
    for dated in dates(clause.text, clause.start):
        found = date_owner(draft, dated)
        if found is None:
            continue
        claim(draft, found, dated.key, draft.text[dated.start : dated.end], (clause.start, dated.verb_end), f"attribute-{dated.key}", seen)


def date_owner(draft: Draft, dated: Dated) -> Owner | None:
    """Return the work that a date is about."""
    found = owner(draft, dated.start, dated.verb_end, "work")
    return found if found and found.mention.type in WORK_TYPES else None


def find_status(draft: Draft, clause: Stretch, seen: set[tuple[str, str, str]]) -> None:
    """Claim how far something has come: 二期项目尚未投产, 正在建设的生物医药产业园."""
    for status in statuses(clause.text, clause.start):
        if inside_name(draft, status.start, status.end) or not is_predicate(draft, clause, status):
            continue
        printed = draft.text[status.start : status.end]
        found = owner(draft, status.start, status.end, "work")
        if found is None or found.mention.type not in WORK_TYPES or found.near == "topic":
            continue
        span = (status.start, status.end)
        for mention in (found.mention, *coordinated(draft, found.mention)):
            claim(draft, Owner(mention, found.near), "status", printed, span, "attribute-status", seen)


def is_predicate(draft: Draft, clause: Stretch, status: Status) -> bool:
    """Whether the status is told as a fact: it closes its clause or describes what follows, and no plan stands before it."""
    printed = draft.text[status.start : status.end]
    after = draft.text[status.end : clause.end].rstrip("，。；,.;！!\n")
    if after and not after.startswith("的"):
        return False
    if printed in weak_words():
        return False
    return not FUTURE.search(draft.text[clause.start : status.start])


def coordinated(draft: Draft, mention: Mention) -> list[Mention]:
    """Return the things listed before ``mention`` with 、 or 和: 鑫达电力、｜许继电气喷漆生产线."""
    found: list[Mention] = []
    at = mention.start
    while at > 0 and draft.text[at - 1] in "、和与及":
        before = [m for m in draft.within(max(0, at - 60), at - 1) if m.end == at - 1 and m.type == mention.type]
        if not before:
            return found
        found.append(before[0])
        at = before[0].start
    return found


def find_capacity_names(draft: Draft, seen: set[tuple[str, str, str]]) -> None:
    """Claim the capacity that a project's name prints: 年产60万台伺服电机项目."""
    for mention in draft.mentions:
        if mention.type != "project" or mention.kind != "name":
            continue
        match = INSIDE.search(mention.surface)
        if match:
            start = mention.start + match.start("quantity")
            if amount_values.read(match["quantity"]):
                claim(draft, Owner(mention, "clause"), "capacity", match["quantity"], (start, mention.start + match.end()), "attribute-name", seen)
