"""Ends of a learned relation that stand apart: what is said of one item of a list is not said of what another is about.

甲局将启动某行动；委托乙中心提供疏导            乙 takes no part in the action
某光电园占地800亩；某食品园吸引甲公司入驻       甲 is not in the first
甲公司投资2亿元；又与丙大学共建研究院           and yet 甲 goes on
"""

from __future__ import annotations

import re

from kg import ontology
from kg.extract.draft import Draft
from kg.model import BREAK, Mention

ITEM = re.compile("[；;]")
SENTENCE = re.compile(f"[。！？{BREAK}]")
FOUNDED = re.compile("(?:成立|组建|设立|筹建|建起)了?$")
THIS_ONE = re.compile("这[家所个]|该|新公司")
THINGS = ("project", "facility", "programme", "zone")


def start_of(draft: Draft, offset: int, ends: re.Pattern[str]) -> int:
    """Return where what ends with one of some marks begins, for what holds an article offset."""
    return max((m.end() for m in ends.finditer(draft.text, 0, offset)), default=0)


def opens(draft: Draft, mention: Mention) -> bool:
    """Whether a mention is the first body or thing that its sentence names, its items taken together: what the sentence is about."""
    begin = start_of(draft, mention.start, SENTENCE)
    return not draft.within(begin, mention.start, *ontology.bodies(), *THINGS, kinds=("name", "shared", "anaphor"))


def goes_on(draft: Draft, earlier: Mention, later: Mention) -> bool:
    """Whether what stands before a semicolon is what the item of ``later`` is about as well.

    It opens its sentence or heads a list (…如下：), and the later item names nothing of its kind before ``later``; or it is the firm that
    the text speaks of (公司), or the later item points at it (这家新公司). The fields of a notice (招标人：…；中标人：…) are of one work.
    """
    if draft.text[later.start - 1] in "：:":
        return True
    between = draft.text[earlier.end : later.start]
    begin = earlier.end + max(m.end() for m in ITEM.finditer(between))
    if THIS_ONE.search(draft.text, begin, later.start) or (earlier.kind == "anaphor" and earlier.type == "company"):
        return True
    heads = "：" in ITEM.split(between)[0].replace(":", "：")
    own = draft.within(begin, later.start, earlier.type, kinds=("name", "shared"))
    return (heads or opens(draft, earlier)) and not own


def is_of_another_item(draft: Draft, predicate: str, subject: Mention, target: Mention) -> bool:
    """Whether two ends stand in different items of a list, and the first does not go on; a giver of honours does.

    Nor is it told of help to what the sentence before only founds: 村里成立了某协会。｜某学院｜的师生绘出管网图.
    """
    earlier, later = sorted((subject, target), key=lambda m: m.start)
    between = draft.text[earlier.end : later.start]
    if SENTENCE.search(between):
        return predicate == "assists" and FOUNDED.search(draft.text, max(0, earlier.start - 4), earlier.start) is not None
    return predicate != "recognised_by" and ITEM.search(between) is not None and not goes_on(draft, earlier, later)


def clause_of(draft: Draft, mention: Mention) -> tuple[int, int]:
    """Return the range of the clause in which a mention begins."""
    sentence = draft.sentence_at(mention.start)
    inside = ((c.start, c.end) for c in draft.clauses(sentence) if c.start <= mention.start < c.end)
    return next(inside, (sentence.start, sentence.end))


def is_seated_elsewhere(draft: Draft, predicate: str, subject: Mention, target: Mention) -> bool:
    """Whether a rule has read another seat in the subject's own clause: 某食品园，吸引｜甲公司｜入驻."""
    if predicate != "located_in":
        return False
    start, end = clause_of(draft, subject)
    if start <= target.start < end:
        return False
    seats = [
        c for c in draft.claims if c.predicate == predicate and c.object and c.subject == subject.id and not c.rule.startswith("learned")
    ]
    return any(draft.name_of(draft.mention(c.object or "")) != draft.name_of(target) for c in seats)


HELD = re.compile("所?持有?的?[^，。；]{0,24}$")
SELLS = re.compile("[^，。；]{0,24}?，?(?:转让|出售|卖给|让渡|剥离)")


def is_sold(draft: Draft, start: int, end: int) -> bool:
    """Whether an amount is what its owner gives away, no stake that it takes: 将所持｜15%｜的股份作价6300万元转让."""
    return HELD.search(draft.text, max(0, start - 30), start) is not None and SELLS.match(draft.text, end) is not None
