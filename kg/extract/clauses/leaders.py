"""Who is to act where a leader demands it: the place or zone that the leader's posts name, and the subject behind an aim.

    市委书记、市长甲强调，要持续开展Ⓖ      the city runs it
    为做好Ⓖ，市商务局…                    who the clause after the aim is about
    市委副书记甲率队开展Ⓖ                  the city, not its committee

It knows posts (``find_posts`` must have run) but makes no claim; a city that only 市委 names is implied.
"""

from __future__ import annotations

import re

from kg.extract.clauses.article import ArticleClauses, Spoken, named
from kg.extract.clauses.bounds import clause_end, clause_start
from kg.extract.clauses.folded import Folded
from kg.extract.clauses.patterns import GROUPS
from kg.extract.clauses.subjects import clause_subject
from kg.model import Mention

DEMANDS = re.compile(r"[^ⒸⒶⒾⓏⓁⒼⒿ，。]{0,8}(?P<person>Ⓟ)[^，。；]{0,8}(?:强调|指出|要求)")
AIM = re.compile(r"为了?(?!期|抓手|主)|围绕|结合|自|随着|按照|根据|通过|针对|对照|聚焦|以|在|依托|借助")
LED_BY = re.compile(r"[^ⓅⒸⓏⒿⒻⒼⓁ，。；]{1,16}(?P<person>Ⓟ)")
LEADING = ("委", "政府", "管委会")


def to_act(article: ArticleClauses, folded: Folded, at: int) -> Spoken:
    """Return who acts at index ``at``: whom a demand is made of, whom an aim leads to, else the subject in force or whom it leads."""
    return demanded(article, folded, at) or aimed(folded, at) or led_subject(article, folded, article.subject(folded, at))


def demanded(article: ArticleClauses, folded: Folded, at: int) -> Spoken | None:
    """Return the place or zone of the leader who demands in this sentence, unless another actor stands between."""
    speaker = DEMANDS.match(folded.text)
    led = led_place(article, folded.at[speaker.start("person")][0]) if speaker else None
    if led is None or speaker is None or folded.mentions(speaker.end(), at, GROUPS["actor"]):
        return None
    return Spoken([led], [folded.span(*speaker.span())])


def aimed(folded: Folded, at: int) -> Spoken | None:
    """Return the subject of the clause after one that only tells an aim or a basis: 为推进Ⓖ，甲局…"""
    begin = clause_start(folded.text, at)
    stop = folded.text.find("，", at)
    if not AIM.match(folded.text, begin) or stop < 0:
        return None
    ahead = clause_subject(folded, stop + 1, clause_end(folded.text, stop + 1), GROUPS["actor"])
    return named(ahead) if ahead else None


def led_subject(article: ArticleClauses, folded: Folded, found: Spoken) -> Spoken:
    """Return the place that a committee's or a government's leader named right after it leads, else the subject as it is."""
    if len(found.mentions) != 1 or not found.mentions[0].surface.endswith(LEADING):
        return found
    index = folded.index_of(found.mentions[0].start)
    leader = LED_BY.match(folded.text[index + 1 :])
    if leader is None or found.mentions[0] not in folded.at.get(index, ()):
        return found
    led = led_place(article, folded.at[index + 1 + leader.start("person")][0])
    return Spoken([led], found.ranges) if led else found


def led_place(article: ArticleClauses, person: Mention) -> Mention | None:
    """Return the place or zone that a leader's posts name: its 市长's city, its 党工委书记's zone."""
    draft = article.draft
    held = [
        draft.mention(c.object)
        for c in draft.claims
        if c.predicate == "holds_post" and c.object and article.name(draft.mention(c.subject)) == article.name(person)
    ]
    for body in held:
        if body.type in ("place", "zone"):
            return body
    for body in held:
        if re.fullmatch(r"市委|市政府", body.surface) and draft.article.locality.city:
            return draft.imply(body.start, body.start + 1, "place", draft.article.locality.city, "realm")
        parent = [m for m in draft.within(body.start, body.end, "zone", outer=False) if m.end < body.end]
        if parent and body.surface.endswith(("工委", "管委会")):
            return parent[0]
    return None
