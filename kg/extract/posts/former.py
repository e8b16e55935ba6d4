"""The words before a post that say it is over: 原市教育局局长, 时任, 曾任, 已退休的, 前; a post's status, and no part of a name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.extract.posts.chains import Link

OVER = r"(?:已经?)?(?:退休|离任|卸任|离职|离休|去世|落马|被免)(?:多年)?的|已故的?|时任|曾任|历任|曾是|曾担任|前任|原任"
LEFT = re.compile(rf"(?:(?:{OVER})+[原前]?|(?<![^\W\d_])[原前]|(?<=[由被和与及向将是请的])[原前])$")
"""原 and 前 count where no word runs on into them (太原, 目前): after a mark, or a word that ends before a name."""
OF_PLACE = re.compile(r"(?<![^\W\d_])[原前][\u4e00-\u9fff]{2,3}$")
"""The same before the place of a bare level: 原云岭|市委书记."""
REACH = 12


def before(text: str, start: int) -> int:
    """Return where the words begin that end before ``start`` and make the post there a former one; ``start`` if none do."""
    lead = text[max(0, start - REACH) : start]
    match = LEFT.search(lead) or (OF_PLACE.search(lead) if text[start : start + 1] in tuple("省市县区州旗") else None)
    return start - len(match.group()) if match else start


def carried(chain: Sequence[Link], leads: bool) -> list[Link]:
    """Return a chain with what is over carried on to the posts after it, up to 现任, or another body where no word leads.

    ``leads``: such words stand before the chain. 原党组书记、局长 are over; of 甲局原局长、乙局局长 the first is.
    """
    found: list[Link] = []
    over = leads
    for link in chain:
        title = link.title
        if not leads and link.body >= 0 and found:
            over = False
        over = over or title.status == "former"
        found.append(
            replace(link, title=replace(title, status="former")) if over and title.status == "stated" and not title.is_now else link
        )
        over = over and not title.is_now
    return found
