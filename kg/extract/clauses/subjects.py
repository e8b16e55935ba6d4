"""Who acts: where a subject may stand in a news clause, who it is, and who shares a list with it.

It knows the grammar of a Chinese news clause (coordination, 由-passives, apposition); it knows no predicate and makes no claim.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from kg import lexicon
from kg.extract.clauses.bounds import clause_start, clauses
from kg.extract.clauses.folded import Folded, fold
from kg.extract.clauses.patterns import AND, ANY, LETTER
from kg.extract.draft import Draft
from kg.model import Mention

OPENING = re.compile(
    r"(?:.*(?:[日年月时许间来后前中下午晚里期段天说道称悉示出绍知解]|上|其中|同时|此外|目前|而|但|并|由于|因此|如今"
    r"|这是|还|又|也|让|使|即|与此|次|为此|同样|“|‘|—|①|[一二三四五六七八九十]是|[0-9]+)|.*记者从|)"
)
"""What may stand before the subject of a clause: nothing, a time, a connective."""

RELATIVE = re.compile(
    rf"(?:位于|地处|邻近|坐落于?|入驻|主营|来自|总部位于|落户)[^，。；{ANY}]{{0,8}}[{ANY}]?[^，。；{ANY}]{{0,6}}的$"
    rf"|[^，。；{ANY}]{{0,8}}(?:并入|划归|更名|改制|创办|创建|组建|成立|投产|上市)[^，。；{ANY}]{{0,4}}[{ANY}]?的$|邻近的$|作为|身为"
)
"""A clause of its own that stands before a subject: 位于高新区的(甲公司)."""

PIVOT = re.compile(
    r"(?:要求|希望|建议|督促|组织|邀请|动员|推动|指导|支持|批复|批准|同意|鼓励|引导|委托|责成|协调|提醒"
    r"|号召|请来?|敦促)(?:了|各)?$"
)
"""A verb whose object acts in turn: 要求市经信局主动上门."""

NOUN_NEXT = re.compile(
    r"(?:的|企业|居民|市民|群众|经济|人民|地区|境内|范围|市场|农业|工业|产业|各|有关|上下|城区|干部|党员|村民|农村"
    r"|旅游|文化|内|外|至|到|方向|[东南西北]部|民营|电网|籍|之|一带|全境|全域|人|路|段)"
)
"""What makes the place before it a mere attribute: 许昌市民营经济."""


def coordinated(draft: Draft, mention: Mention, *, types: Iterable[str] = ()) -> list[Mention]:
    """Return the mentions of the list that this one stands in, in printed order, itself among them.

    A list is names with nothing but 、 和 与 及 between them (and short forms in brackets): 到A公司、B公司和C厂.
    ``types`` restricts the members; by default those of the mention's own type.
    """
    allowed = set(types) or {mention.type}
    sentence = draft.sentence_at(mention.start)
    folded = fold(draft, sentence.start, sentence.end)
    here = next((i for i, found in folded.at.items() if any(m.start == mention.start for m in found)), None)
    if here is None:
        return [mention]
    letters = "".join(LETTER[t] for t in sorted(allowed))
    for match in re.finditer(f"[{letters}](?:{AND}?[{letters}])*", folded.text):
        if match.start() <= here < match.end():
            return folded.mentions(match.start(), match.end(), letters)
    return [mention]


def is_subject_at(folded: Folded, index: int, floor: int) -> bool:
    """Whether the name at ``index`` may be the subject of the clause that begins at ``floor``, or acts as asked (要求甲…)."""
    before = RELATIVE.sub("", folded.text[floor:index])
    if folded.text[index] == "Ⓛ" and NOUN_NEXT.match(folded.text, index + 1):
        return False
    if PIVOT.search(before):
        return True
    if any(letter in before for letter in ANY):
        return bool(re.fullmatch(rf"[{ANY}]?(?:{AND}?[{ANY}])*{AND}?", before))
    return len(before) <= 20 and bool(OPENING.fullmatch(before))


def clause_subject(folded: Folded, floor: int, end: int, letters: str) -> list[Mention]:
    """Return the subject names of one clause of folded text, empty if it prints none."""
    standing = [i for i in range(floor, end) if folded.text[i] in letters and is_subject_at(folded, i, floor)]
    asked = [i for i in standing if PIVOT.search(folded.text[floor:i])]
    if not standing:
        return []
    index = asked[-1] if asked else standing[0]
    stop = re.compile(f"[{letters}](?:{AND}?[{letters}])*").match(folded.text, index)
    return folded.mentions(index, stop.end() if stop else index + 1, letters)


def subjects_before(folded: Folded, end: int, letters: str) -> list[Mention]:
    """Return the subject of the nearest clause before ``end`` that prints one."""
    for floor, stop in reversed(clauses(folded.text[:end], "“")):
        found = clause_subject(folded, floor, stop, letters)
        if found:
            return found
    return []


WHEN = "[0-9]+(?:年|月|日)(?:初|底|末)?|[0-9一二三四五六七八九十]+年来"
MEANS = "(?:通过|利用|经由?|在|以|从)[^，。；ⒸⒶⒾⓏ]{1,12}?"


@cache
def fillers() -> re.Pattern[str]:
    """Return the pattern of what may stand between a clause's beginning and a verb or preposition whose subject is left out."""
    return re.compile(f"(?:{lexicon.alternatives('elided_adverbs', 'elided_nouns')}|{WHEN}|{MEANS})*")


def is_elided(folded: Folded, index: int) -> bool:
    """Whether the clause has no subject of its own before ``index``: nothing stands there but fillers (近日, 公司将, 通过改造)."""
    return bool(fillers().fullmatch(folded.text[clause_start(folded.text, index, "“、") : index]))
