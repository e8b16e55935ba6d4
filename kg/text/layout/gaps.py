"""What the blank lines of a page mean: whether they separate stories, and whether a text after one begins a new one.

On a page that sets paragraphs one under the other, white space between two blocks stands for a new column or a new story; on one that
parts every paragraph so it says nothing. It knows no headings and decides no boundary.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from kg.names.surnames import has_common_surname
from kg.text.layout.marks import LEAD, STRONG_LEAD
from kg.text.layout.pieces import BODY, Piece

LEAST = 3
POINTING_BACK = "据[了介悉]|该|此|其|会[上议后]|座谈会|仪式[上后]|活动[中现]|现场|他|她|我|这|那|与会|双方|大家|听取|参加|出席|希望|共有"
LINKING = "为[了此]|通过|首先|其次|最后|一是|二是|三是|另外|此外|另据|然而|但|而|不过|作为|除了|不仅|正是|并|还|也|以及|各"
TIME_GOES_ON = (
    "同时|目前|随后|之后|期间|当[天日]|下一步|下阶段|接下来|近年来|多年来|今年，|今后|如今|现在|截至|截止|"
    r"\d{1,2}至\d{1,2}月"
)
PLACE_GOES_ON = "记者看到|记者了解到|记者在现场|[在从].{2,24}(?:现场|点|会上|处|后|里|上|中|内|时)[，,]"
CARRIES_ON = re.compile(f"^(?:{POINTING_BACK}|{LINKING}|{TIME_GOES_ON}|{PLACE_GOES_ON})")
"""How the next paragraph of a story begins: ``据悉，…``, ``在城西观摩点，…``, ``会议强调，…``."""

PERSON_ACTS = re.compile(r"^[\u4e00-\u9fff](?:代表|在|说|指出|强调|表示|要求|介绍|一行|对|充分|认为|首先|还|先后|宣布|希望|就|向)")
NOT_NEW = re.compile(r"^\d{1,2}日.{0,16}[还又也]")
OFFICE = re.compile(r"^[\u4e00-\u9fff（）()]{0,14}?(?:书记|主席|主任|局长|市长|县长|区长|省长|厅长|部长|院长|董事长|总经理|秘书长|领导)")
"""An officer who opens a paragraph: the story has named the occasion before (``副市长李一鸣主持…``), or gives the day at once."""

TIME = re.compile(r"[\d一二三四五六七八九十O○]+[年月日]|[昨今前][日天]|近日|日前|近期|以来|期间|当前|最近|[春夏秋冬]")
WEAK, PLAIN, QUOTED, DATED = 0.15, 0.1, 0.06, 0.35
LEAD_IN, FULL = 60, 120


def speak(pieces: Sequence[Piece]) -> bool:
    """Whether paragraphs mostly end inside blocks on this page, so that white space after a full stop parts stories."""
    ends = [(left.block == right.block) for left, right in pairwise(pieces) if left.kind == BODY == right.kind and left.ends_sentence]
    return sum(ends) >= max(LEAST, len(ends) / 2)


def may_begin(text: str) -> bool:
    """Whether a text can be the first paragraph of a story by how it begins."""
    return bool(STRONG_LEAD.match(text) or not (CARRIES_ON.match(text) or NOT_NEW.match(text)))


def most_alike(text: str, above: str) -> float:
    """Return how much a text after white space may have in common with the story ``above`` it and still be a new one, 0…1."""
    if STRONG_LEAD.match(text):
        return DATED
    if LEAD.match(text):
        return WEAK
    is_timed = bool(TIME.search(text[:LEAD_IN]))
    if takes_up(text, above) or (OFFICE.match(text) and not is_timed):
        return 0.0
    return (QUOTED if text[0] in '“"' else PLAIN) * (1.0 if is_timed else 0.5) * min(1.0, len(text) / FULL)


def takes_up(text: str, above: str) -> bool:
    """Whether a text begins with words that the story above it has: a person by name, a body that acts again."""
    if text[:4] in above or (has_common_surname(text) and text[:3] in above):
        return True
    return has_common_surname(text) and text[:2] in above and bool(PERSON_ACTS.match(text[1:]))
