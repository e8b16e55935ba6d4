"""People: surnames, titles on either side, lists, the tagger, and names that a page has once for sure.

A person is never taken out of a byline or credit; a name needs a title, a list beside a sure one, or the tagger and a surname.
"""

from __future__ import annotations

import re
from functools import cache

from kg.extract.lens import HAN, PERSON, Candidate, Lens
from kg.lexicon import alternatives, words

NAME = r"[\u3400-\u9fff]"
CREDIT = re.compile(
    r"(?:本报)?(?:见习|特约|首席|实习|全媒体|融媒体)?(?:记者|通讯员|特约记者|特约通讯员|实习生|作者|编辑|校对|责编|版式|统筹|策划|供稿|撰稿|图/文|文/图|摄影|供图)[：:]?(?P<names>[^，。；：）)\n]{2,40})[）)\n]"
    r"|(?:本报)?(?:记者|通讯员)(?P<shot>[^，。；：）)\n]{2,20}?)(?:摄|文/图|供图|图)"
    r"|[（(](?P<bare>[\u3400-\u9fff·]{2,4})[）)](?=\n|$)|\n(?P<line>[\u3400-\u9fff·]{2,4})(?:摄|供图|文/图)\n")
OPENING = re.compile(r"(?:本报讯|讯|本报[^（()\n]{0,8}电)[（(](?P<names>[^）)\n]{2,40})[）)]|^(?:□)?本报记者[^\n，。]{2,30}\n", re.M)
FOREIGN = re.compile(r"[\u3400-\u9fff]{2,6}(?:[·][\u3400-\u9fff]{1,7})+")
AFTER = re.compile(
    r"[，。、；：,;:！!？?）)\n（(“”]|等|一行|同志|先生|女士|院长|书记|主任|总书记|主席|和|与|及|在|向|对|到|为|就|从|将|还|也|又|则|于|以|把|率|说|称|告诉|表示|指出|强调|要求|介绍|主持|出席|参加|参与|"
    r"致辞|讲话|发言|宣布|陪同|带领|率领|率队|带队|会见|调研|视察|考察|检查|督导|走访|看望|慰问|听取|分别|共同|一同|先后|首先|代表|作|通报|汇报|部署|安排|传达|认为|透露|坦言|感慨|回忆|笑着|高兴|激动|"
    r"正|已|曾|又|都|很|最|被|给|让|跟|用|的|当选|任|担任|当|是|有|来|去|走|家|人|一|自|今|每|连|一边|深入|实地|现场|详细|认真|随后|来到|赶到|前往|赴|接受|获|荣获|所|之|了|现|年|此|此时|因|由|经|提出|提醒|予以|明确|盼|请|怎")


@cache
def title_before() -> re.Pattern[str]:
    """Return the pattern of a title that a name follows."""
    return re.compile(rf"(?:{alternatives('titles')})")


def credits(lens: Lens) -> list[tuple[int, int]]:
    """Return the ranges of bylines and photo credits in the text."""
    return [m.span() for pattern in (CREDIT, OPENING) for m in pattern.finditer(lens.text)]


def surname_length(text: str, at: int) -> int:
    """Return 2, 1 or 0: how many characters at ``at`` are a surname."""
    if text[at : at + 2] in words("surnames"):
        return 2
    return int(text[at : at + 1] in words("surnames"))


def find_people(lens: Lens, taken: list[tuple[int, int]]) -> list[Candidate]:
    """Return the people of an article; ``taken`` are ranges of other sure names in which none is looked for."""
    barred = credits(lens)
    sure = titled(lens) + foreign(lens)
    found = {c.span: c for c in tagged(lens) + sure}
    found.update({c.span: c for c in listed(lens, list(found.values()))})
    return [c for c in found.values() if not any(s < c.end and c.start < e for s, e in barred)
            and not any(s <= c.start and c.end <= e for s, e in taken)]


def tagged(lens: Lens) -> list[Candidate]:
    """Return what the tagger calls a person and what opens with a surname."""
    return [Candidate(w.start, w.end, "person", "tagger and surname", 0.6) for w in lens.tagged(PERSON)
            if 2 <= w.end - w.start <= 4 and surname_length(lens.text, w.start) and w.end - w.start > surname_length(lens.text, w.start)
            and w.end - w.start <= surname_length(lens.text, w.start) + 2]


def titled(lens: Lens) -> list[Candidate]:
    """Return the names after a title: 副市长|耿直|致辞, 书记|阿尔某某."""
    found = []
    for match in title_before().finditer(lens.text):
        at = match.end()
        if at < len(lens.text) and HAN.match(lens.text[at]) and not title_before().match(lens.text, at):
            end = name_end(lens, at)
            if end:
                found.append(Candidate(at, end, "person", "name after a title", 0.9))
    return found


def name_end(lens: Lens, at: int) -> int:
    """Return where the name at ``at`` ends, 0 if there is none: the tagger's word, else a surname with one or two characters."""
    word = lens.word(at)
    if word.tag == PERSON and word.start == at and 2 <= word.end - at <= 6:
        return word.end
    known = surname_length(lens.text, at)
    if not known:
        return 0
    for length in (known + 2, known + 1):
        end = at + length
        if end <= len(lens.text) and all(HAN.match(c) for c in lens.text[at:end]) and AFTER.match(lens.text, end) and end in lens.edges:
            return end
    return 0


def foreign(lens: Lens) -> list[Candidate]:
    """Return names with a dot: 马库斯·某某; the left part is entered by the tagger's word or the walk to the left."""
    found = []
    for match in FOREIGN.finditer(lens.text):
        dot = match.start() + match.group().index("·")
        word = lens.word(dot - 1)
        start = word.start if word.tag == PERSON else max(match.start(), lens.reach(dot))
        end = word.end if word.tag == PERSON and word.end > dot + 1 else foreign_end(lens, dot)
        if 2 <= dot - start <= 6 and end > dot + 1:
            found.append(Candidate(start, end, "person", "name with a dot", 0.9))
    return found


def foreign_end(lens: Lens, dot: int) -> int:
    """Return where the part after the dot ends: at the first edge after which a name can end."""
    for end in range(dot + 2, min(dot + 8, len(lens.text))):
        if end in lens.edges and (AFTER.match(lens.text, end) or lens.word(end).tag in ("v", "w", "p", "c", "d", "n")):
            return end
    return 0


def listed(lens: Lens, known: list[Candidate]) -> list[Candidate]:
    """Return the names that go on a list of people: 王某、李某某、同某某 (one that the tagger does not know)."""
    found: list[Candidate] = []
    ends = {c.end for c in known}
    for end in sorted(ends):
        at = end
        while at < len(lens.text) - 2 and lens.text[at] in "、，" and surname_length(lens.text, at + 1):
            size = next((n for n in (3, 2, 4) if at + 1 + n < len(lens.text) and lens.text[at + 1 + n] in "、，。等参出分和一陪"
                         and all(HAN.match(c) for c in lens.text[at + 1 : at + 1 + n])), 0)
            if not size or (lens.text[at] == "，" and size > 3) or any(c.start == at + 1 for c in known):
                break
            if lens.text[at] == "，":
                break
            found.append(Candidate(at + 1, at + 1 + size, "person", "name in a list", 0.8))
            at += 1 + size
    return found
