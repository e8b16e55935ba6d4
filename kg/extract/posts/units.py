"""The unit that a title names itself: 该厂|质检科|科长, 集团|工会|主席, 国家能源局|新能源司|司长 are posts at the unit, not at the body."""

from __future__ import annotations

import re
from dataclasses import replace

from kg import ontology
from kg.extract.draft import Draft
from kg.extract.posts.chains import Link
from kg.lexicon import alternatives
from kg.model import Mention

KINDS = {
    "股": "股长",
    "庭": "庭长",
    "科": "科长",
    "处": "处长",
    "室": "主任",
    "司": "司长",
    "办": "主任",
    "组": "组长",
    "队": "队长",
    "机组": "机长",
    "车间": "主任",
    "分厂": "厂长",
    "工会": "主席",
    "项目部": "经理",
    "事业部": "总经理",
    "中心": "主任",
    "班": "班长",
    "站": "站长",
    "系": "主任",
    "部": "部长",
}
"""Suffixes of units, each with the title of its head."""
UNIT = re.compile("|".join(rf"[\u4e00-\u9fff]{{{0 if kind == '工会' else 2},6}}{kind}(?=[副代原]?{head}$)" for kind, head in KINDS.items()))
OTHERS = re.compile(r"[党委常]|^(?:部门|项目|支部|总支)|办公室$")
"""Organs of the party, whose posts are the body's, and words that are no unit's own name."""


BARE = re.compile(rf"[\u4e00-\u9fff]{{2,4}}[股庭科](?=[副代原]?[股庭科]长$)|(?:{alternatives('wards')})科(?=[副代原]?主任$)")
"""A unit that a title names where no body stands before it: 稽查股|股长, 呼吸科|主任."""


def bare_unit(draft: Draft, item: Link, at: int) -> tuple[Link, tuple[Mention, ...]]:
    """Name the unit that a title at an article offset names with no body before it, of the type of the last body named if it tells none."""
    found = BARE.match(item.title.text)
    if not found or draft.text[at : at + len(item.title.text)] != item.title.text or OTHERS.search(found[0]):
        return item, ()
    before = max((m for m in draft.mentions if m.type in ontology.bodies() and m.end <= at), key=lambda m: m.end, default=None)
    type_ = "agency" if found[0][-1] in "股庭" or before is None else before.type
    if item.title.text.endswith("主任"):
        type_ = "institution"
    unit = draft.name(at, at + found.end(), type_, "post-unit", score=0.8)
    return replace(item, title=replace(item.title, text=item.title.text[found.end() :])), (unit,)


def at_unit(draft: Draft, item: Link, printed: tuple[Mention, ...]) -> tuple[Link, tuple[Mention, ...]]:
    """Name the unit that stands between a body, named or pointed at, and the title of the unit's head."""
    found = UNIT.match(item.title.text)
    body = printed[0] if printed else None
    if not found or body is None or body.type not in ontology.bodies() or OTHERS.search(found[0]):
        return item, printed
    if draft.text[body.end : body.end + len(item.title.text)] != item.title.text:
        return item, printed
    type_ = "agency" if found[0] == "工会" else body.type
    unit = draft.name(body.start, body.end + found.end(), type_, "post-unit", parent=body.id, score=0.8)
    return replace(item, title=replace(item.title, text=item.title.text[found.end() :])), (unit,)
