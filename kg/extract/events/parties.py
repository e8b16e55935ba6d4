"""Who stands where in a clause: subjects, places, things visited. Knows no event."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extract.clauses.cases import open_phrase
from kg.extract.events.sentence import EventSentence, Party
from kg.model import Mention

ACTORS = "ⓅⒸⒶⒾⓏⓁ"
SITES = "ⒸⒶⒾⓏⓁⒿⒻⒼⓅ"
ANAPHOR_PLACES = ("区", "市", "县", "省", "镇", "乡", "村")

TAKING = "应(?=[^，]*邀)|带领|率领?(?![先团队])|陪同|听取|要求|(?:查看|察看|参观|考察|走访|观摩|视察|看望|慰问)了"
"""Verbs of events whose object is named after them."""
PARTNER = rf"(?:是|(?<![{ACTORS}])[与同来])[^{SITES}，]{{0,8}}(?:[{SITES}](?:的|[、和与及]|[上内里]的?)?)*$"  # 与Ⓐ、Ⓒ的…
TAKEN = re.compile(rf"(?:{TAKING})[^，]*$|{PARTNER}")
"""Before a name that is the object of such a verb, or a partner."""
LISTED = re.compile(
    rf"^(?:其中|会上|由|以及|和|及)?[{ACTORS}](?:(?:[、和与及]|以及|等|联合|会同)*[{ACTORS}])*(?:等"
    rf"|[^{SITES}到在对了]{{0,8}}?(?:负责人|负责同志|领导|代表|人员)|[^{SITES}到在对了说，]{{1,2}})?$"
)
UNKNOWN = re.compile(
    rf"[{ACTORS}]?[^{SITES}到在对了将把为是有说，]{{0,14}}(?:书记|主任|主席|长|经理|总裁|委员|秘书长)"
    rf"[\u4e00-\u9fff·]{{2,4}}"
)


def mentions(parties: Sequence[Party]) -> tuple[Mention, ...]:
    """Return the mentions of parties, in order."""
    return tuple(m for p in parties for m in p.mentions)


def is_list(clause: str) -> bool:
    """Whether a clause only names people and bodies, to be followed by what they do: Ⓟ，｜Ⓟ分别参加调研.

    A title with a name that nobody knows (开发区主任某某某) does not end a list.
    """
    return bool(LISTED.match(clause) or UNKNOWN.fullmatch(clause))


def is_oblique(sentence: EventSentence, start: int, index: int) -> bool:
    """Whether a letter stands in a place or object phrase of the clause that begins at ``start``: 在Ⓩ, 位于Ⓛ的Ⓒ, 为Ⓒ."""
    before = sentence.text[start:index]
    return bool(open_phrase().search(before) or TAKEN.search(before))


def subjects(sentence: EventSentence, start: int, stop: int, pending: Sequence[int] = ()) -> list[Party]:
    """Return who stands before the verb at ``stop``: the list carried over, then the clause's own names but those after 在, 到, 对."""
    own = [i for i in range(start, stop) if i in sentence.parties and sentence.text[i] in ACTORS and not is_oblique(sentence, start, i)]
    return [
        sentence.parties[i]
        for i in [*pending, *own]
        if not is_level(sentence.parties[i]) and not is_parent(sentence, i) and not sentence.text.startswith("邀请的", i + 1)
    ]


def is_parent(sentence: EventSentence, index: int) -> bool:
    """Whether an anaphor only says whose the next name is: 该局｜执法稽查支队."""
    return sentence.parties[index].mentions[0].kind == "anaphor" and sentence.text[index + 1 : index + 2] in tuple("ⒸⒶⒾⓏ")


def is_level(party: Party) -> bool:
    """Whether the party is only a level of government that a lone character points to: 区直有关部门."""
    return party.mentions[0].kind == "anaphor" and party.mentions[0].surface in ANAPHOR_PLACES


def sentence_subjects(sentence: EventSentence, start: int) -> list[Party]:
    """Return the subject of the nearest clause before ``start`` in the sentence: Ⓟ带领Ⓐ负责人，｜到Ⓒ检查.

    Who accompanies is none, however many clauses they fill: Ⓟ一行在Ⓟ，Ⓟ的陪同下，｜对Ⓒ进行了检查.
    """
    beside = False
    for begin, end in reversed([c for c in sentence.clauses() if c[1] <= start]):
        beside = (beside or sentence.text[begin:end].endswith("陪同下")) and "在" not in sentence.text[begin:end]
        if beside:
            continue
        found = subjects(sentence, begin, end)
        if found:
            return [p for p in found if sentence.text[begin:end].find("带领") < 0 or p is found[0]]
    return []


MODIFIED = re.compile(
    rf"[^，。、和与及{SITES}]{{0,5}}的[^，。、{SITES}]{{0,12}}[{SITES}]|(?:境内|辖区)?[{SITES}]|(?:各|部分|辖区"
    rf"|境内)?\d+(?:余|多)?[家个户处名]|部分|各|内?企业|辖区"
)
THANKED = re.compile(rf"(?:受到|得到|获得|赢得)了?[{SITES}、和]*$")
"""What stands before the body that receives or praises, which is no site: 考察了Ⓒ，受到了｜Ⓐ、Ⓐ的热情接待."""
DESCRIBED = re.compile("[、，。和与及等一附交]|进行|开展|实地|现场|调研|视察|考察|督导|检查|走访|察看|$")


def is_modifier(sentence: EventSentence, index: int, end: int) -> bool:
    """Whether a place letter only says where the next one is: Ⓩ的Ⓕ, Ⓛ上的Ⓒ, 位于Ⓛ西段的Ⓛ."""
    rest = sentence.text[index + 1 : end]
    return sentence.text[index] in "ⓏⓁ" and bool(MODIFIED.match(rest))


def sites(sentence: EventSentence, start: int, end: int, *, object_of_look: bool = False) -> list[Party]:
    """Return what is visited in an index range: every thing but the places that only say where another is.

    As the object of a verb of looking, a place that a noun follows only describes that: 视察涪江流域｜水环境治理工作.
    """
    found = []
    for index in range(start, end):
        if index not in sentence.parties or is_modifier(sentence, index, end) or is_level(sentence.parties[index]):
            continue
        if THANKED.search(sentence.text[start:index]):
            continue
        if object_of_look and sentence.text[index] in "ⓏⓁ" and not DESCRIBED.match(sentence.text[index + 1 : end]):
            continue
        found.append(sentence.parties[index])
    return found


def place_of(sentence: EventSentence, start: int, end: int) -> Mention | None:
    """Return the place that an index range prints as such: 在Ⓩ举行, 位于Ⓛ的Ⓒ, Ⓛ上的Ⓒ; None if none."""
    for index in range(start, end):
        if sentence.text[index] in "ⓏⓁⒻⒸⒾ" and re.search("(?:在|位于|于)$", sentence.text[start:index]):
            return sentence.parties[index].mentions[0]
    for index in range(start, end):
        if is_modifier(sentence, index, end):
            return sentence.parties[index].mentions[0]
    return None
