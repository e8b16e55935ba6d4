"""A sentence as events need it: mentions folded to letters, every person's titles folded into the person. Knows no event.

    folded   市委常委、副市长、Ⓐ书记Ⓟ，Ⓐ主任Ⓟ分别参加调研
    read     Ⓟ，Ⓟ分别参加调研            each Ⓟ remembers the bodies that its titles name

so that a list of attendees is a list of letters. Indices into it are its own; ``span`` leads back to the article.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from kg.extract.clauses.bounds import clauses, is_stop
from kg.extract.clauses.folded import Folded, fold_chosen
from kg.extract.clauses.patterns import ANY
from kg.extract.draft import Draft, Stretch
from kg.lexicon import alternatives
from kg.model import Mention

BODIES = "ⒸⒶⒾⓏⓁ"
LEADERS = "(?:省|市|县|区|州|旗|镇|乡|街道)(?:委|政府|级)?领导"
WORKERS = "[\u4e00-\u9fff]{0,6}(?:人员|队员|员|师傅|技工|干部|户主)"


@dataclass(frozen=True, slots=True)
class Party:
    """Who may take part: the mentions of one letter and, for a person, those of the bodies that the titles before it name.

    ``title`` is the folded text of the titles, "" if none is printed.
    """

    mentions: tuple[Mention, ...]
    bodies: tuple[Mention, ...] = ()
    title: str = ""

    @property
    def type(self) -> str:
        """The type of the first mention."""
        return self.mentions[0].type


@dataclass(frozen=True, slots=True)
class EventSentence:
    """A folded sentence: ``text``, the folded index of each of its characters, its parties by index."""

    folded: Folded
    text: str
    at: tuple[int, ...]
    parties: dict[int, Party] = field(hash=False)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the article range of ``text[start:end]``; titles folded into a person belong to the person's letter."""
        begin = self.at[start - 1] + 1 if start else 0
        return self.folded.span(begin, self.at[end - 1] + 1)

    @property
    def range(self) -> tuple[int, int]:
        """The article range of the sentence."""
        return self.span(0, len(self.text))

    def clauses(self) -> list[tuple[int, int]]:
        """Return the clauses as index ranges, without their end marks; 、 does not end one."""
        return clauses(self.text)

    def among(self, start: int, end: int, letters: str = ANY) -> list[Party]:
        """Return the parties in an index range, in printed order."""
        return [self.parties[i] for i in range(start, end) if self.text[i] in letters and i in self.parties]


def fold_sentence(draft: Draft, stretch: Stretch) -> EventSentence:
    """Fold one sentence."""
    folded = printed_only(draft, stretch.start, stretch.end)
    swallowed: dict[int, int] = {}
    bodies: dict[int, tuple[tuple[Mention, ...], str]] = {}
    for index, char in enumerate(folded.text):
        if char == "Ⓟ":
            start, named = titled(folded, index)
            bodies[index] = named, folded.text[start:index]
            swallowed.update((i, index) for i in range(start, index))
            after = after_name().match(folded.text, index + 1)
            if after:
                swallowed.update((i, index) for i in range(after.start(), after.end()))
    kept = [i for i in range(len(folded.text)) if i not in swallowed]
    parties = {n: Party(folded.at[i], *bodies.get(i, ((), ""))) for n, i in enumerate(kept) if i in folded.at}
    return EventSentence(folded, "".join(folded.text[i] for i in kept), tuple(kept), parties)


def printed_only(draft: Draft, start: int, end: int) -> Folded:
    """Fold the names and anaphors of a range, but not what a title merely implies (市长 stays 市长)."""
    outer: dict[tuple[int, int], list[Mention]] = {}
    reach = start
    for mention in draft.within(start, end, kinds=("name", "shared", "anaphor", "implied")):
        if mention.kind == "implied" and not is_ours(draft.text, mention):
            continue
        if mention.start >= reach or (mention.start, mention.end) in outer:
            outer.setdefault((mention.start, mention.end), []).append(mention)
            reach = max(reach, mention.end)
    return fold_chosen(draft, start, end, outer)


def is_ours(text: str, mention: Mention) -> bool:
    """Whether an implied place is said, not only implied by a title: 我｜市举办推介会."""
    return mention.surface in ("市", "县", "区", "省", "州") and text[max(0, mention.start - 1) : mention.start] in ("我", "全", "本")


@cache
def title_end() -> re.Pattern[str]:
    """Return the pattern of a title that ends where a name begins, with what may stand between."""
    return re.compile(rf"(?:{alternatives('titles')}|{LEADERS}|{WORKERS})(?:[、]|兼|及|暨|和|（[^）]{{1,8}}）)?$")


@cache
def after_name() -> re.Pattern[str]:
    """Return the pattern of a title right after a name: Ⓟ院长介绍."""
    return re.compile(
        r"(?:院长|校长|书记|主任|局长|董事长|总经理|经理|所长|站长|教授|镇长|县长|市长|区长|乡长|会长|部长|主席"
        r"|总裁)(?![的一])"
    )


def titled(folded: Folded, index: int) -> tuple[int, tuple[Mention, ...]]:
    """Return where the titles before the person at ``index`` begin and the bodies they name, nearest last."""
    start = index
    named: list[Mention] = []
    while True:
        floor = max(0, start - 30)
        match = title_end().search(folded.text[floor:start])
        if not match:
            return start, tuple(named)
        edge = floor + match.start()
        while edge > 0 and folded.text[edge - 1] not in "、“”" + ANY and not is_stop(folded.text, edge - 1) and floor < edge:
            edge -= 1
        words = folded.text[edge:start]
        if re.search(DONE_TO, words):
            return floor + match.start(), tuple(named)
        if edge > 0 and folded.text[edge - 1] in BODIES:
            edge -= 1
            named[:0] = folded.at[edge]
        elif clause_like(words):
            return floor + match.start(), tuple(named)
        start = edge
        if start == 0 or folded.text[start - 1] not in "、兼及暨和":
            return start, tuple(named)


DONE_TO = "拜访|会见|会晤|接见|接待|陪同|带领|率领|看望|慰问|邀请|欢迎|走访|约见|约谈|^率(?!先)"
"""Verbs whose object is a person with a title: 赴Ⓒ｜拜访｜董事长Ⓟ."""


def clause_like(words: str) -> bool:
    """Whether the words before a title are a clause rather than a part of the title: 当天，由…局长."""
    return len(words) > 14 or bool(re.search(r"[到在由为与对向被把是的了]|\d", words))
