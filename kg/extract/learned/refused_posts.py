"""What rules out that a title is a person's at a body, however sure the network is: a place of another level, another holder, no post."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extract.draft import Draft
from kg.extract.posts.titles import is_above
from kg.model import Mention
from kg.names import places

HEADS = {"省长": "省区", "州长": "州", "盟长": "盟", "市长": "市", "县长": "县", "旗长": "旗", "区长": "区", "镇长": "镇", "乡长": "乡"}
"""Heads of a division's government → the last characters of the places that have one."""
DIVISIONS = "省州盟市县旗区镇乡村"
"""Last characters of the names of divisions; a name without one (江苏) may be of any."""


NO_DIVISION = re.compile("(?:流域|库区|林区|灌区|矿区|沿线|大桥|大道|[河湖路街])$")
"""How names of land and water end, which nobody governs, if no division is called so (漯河, 芜湖)."""

CUSTOMER = re.compile("(?:主顾|顾客|客户|常客|用户|粉丝|邻居|代言人|供应商)$")


def no_post(title: str) -> str:
    """Return why words are no post at a body, "" if they may be: who buys there (老主顾) holds none."""
    return "who buys or lives by holds no post" if CUSTOMER.search(title) else ""


OF_FIRMS = ("法定代表人", "法人代表")
"""Titles that a public office has nobody of."""


def is_anothers(draft: Draft, title: tuple[int, int], person: Mention, titles: Sequence[tuple[int, int]]) -> bool:
    """Whether a title is of another person: one stands between, with a title of his own behind him, or it is a label of what follows.

    党委书记｜甲某和纪委副书记｜乙某: 党委书记 is not 乙's; 厂长：甲某　副厂长：乙某: 副厂长 is not 甲's; nor is 总经理 in
    甲某离任，总经理一职由｜乙某兼任.
    """
    start, end = title
    if person.end <= start:
        return bool(re.match("[：:]|一?职务?由", draft.text[end : end + 4]))
    others = [m for m in draft.within(end, person.start, "person") if draft.name_of(m) != draft.name_of(person)]
    return any(m.end <= first and last <= person.start for m in others for first, last in titles)


def wrong_level(title: str, place: Mention, name: str) -> str:
    """Return why a place has no such post, "" if it may: no 县长 in a city, no 市长 of a river, no 驻村第一书记 in a town."""
    levels = HEADS.get(title[-2:], "")
    wrong = (
        is_above(title, name)
        or (title in OF_FIRMS and place.type == "agency")
        or (levels and place.type in ("place", "zone") and name[-1:] in DIVISIONS and name[-1:] not in levels)
        or (levels and place.type == "place" and NO_DIVISION.search(name) and not places.fulls(name))
    )
    return "a place of another level" if wrong else ""
