"""What a whole sentence adds to an event that the article has reported: lists of those present, organisers, companions, sites.

``BEFORE_CLAUSES`` read a sentence that is only a list, ``AT_CLAUSE`` a clause with the one after it, ``AFTER_CLAUSES`` the sentence
once its clauses are read, ``AFTER_TRIGGER`` the same if one of them opened an event.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kg.extract.events.clause import Clause
from kg.extract.events.event import EVERY_ROLE, EventBuilder, Participant, RoleRule
from kg.extract.events.parties import mentions, sites

LIST_OF_PEOPLE = re.compile("(?:Ⓟ[，、和]?)+[；;]")
DELEGATION = re.compile("代表团|考察团|一行")


def delegates(sentence: Clause, event: EventBuilder) -> Iterable[Participant]:
    """Find the people of a list that ends in a semicolon after a delegation's visit without named inspectors.

    甲市党政代表团来我市考察。甲市委书记Ⓟ，市长Ⓟ；｜我市领导Ⓟ，Ⓟ参加活动。
    """
    led = any(m.type == "person" for m in event.who("inspector"))
    if led or not LIST_OF_PEOPLE.fullmatch(sentence.text) or not DELEGATION.search(event.label):
        return []
    return sentence.give(mentions(sentence.sentence.among(sentence.start, sentence.end, "Ⓟ")), "inspector")


STOP_AT = re.compile("(?:随后|接着|最后|之后|当天|期间)?[，]?在(?P<what>[^，。]*)")


def site_of_meeting(clause: Clause, event: EventBuilder) -> Iterator[Participant]:
    """Find the site where a known inspector stops, and who is met there: 在位于Ⓛ的Ⓒ，｜Ⓟ与Ⓟ深入交流."""
    match = STOP_AT.fullmatch(clause.text)
    after = [c for c in clause.sentence.clauses() if c[0] > clause.end]
    if not match or not after:
        return
    people = [p for p in clause.sentence.among(*after[0]) if p.type == "person"]
    if not any(event.role_of(p.mentions[0]) == "inspector" for p in people):
        return
    range_ = clause.range[0], clause.sentence.span(*after[0])[1]
    for mention in mentions(sites(clause.sentence, clause.start + match.start("what"), clause.end)):
        yield Participant(mention, "target", range_)
    if re.search("[与同和]Ⓟ", clause.sentence.text[slice(*after[0])]):
        for mention in mentions(people[1:]):
            yield Participant(mention, "attendee", range_)


PRESENT = re.compile("(?:出席|参加)[^，。Ⓟ]{0,14}的[^，。Ⓟ]{0,8}(?:有|为|包括|是)[：:]?(?P<who>.*)")


def present(sentence: Clause, _: EventBuilder) -> Iterable[Participant]:
    """Find a list of those present after its verb: 出席开工仪式的领导有：Ⓟ，Ⓟ."""
    match = sentence.search(PRESENT)
    found = sentence.parties(match, "who") if match else []
    return sentence.give(mentions([p for p in found if p.type != "place"]), "attendee", by=match)


ORGANISED = re.compile(
    "(?:由)?(?P<who>[ⒶⒸⒾⓏⓁ](?:[、和与及]+[^，。ⒶⒸⒾⓏⓁ]{0,6}?[ⒶⒸⒾⓏⓁ])*)[^，。ⒶⒸⒾⓏⓁ]{0,6}?(?:主办|承办|协办|联合主办"
    "|共同主办|(?:联合|共同)(?:举办|发起|组织|承办))"
)


def organisers(sentence: Clause, _: EventBuilder) -> Iterator[Participant]:
    """Find who holds the event that the sentence opens: 由Ⓐ主办、Ⓒ承办的…节开幕; whatever role they had, they are its hosts."""
    for match in ORGANISED.finditer(sentence.text):
        yield from sentence.give(sentence.mentions(match, "who"), "host", by=match, replaces=EVERY_ROLE)


def named_organisers(sentence: Clause, _: EventBuilder) -> Iterator[Participant]:
    """Find who holds the event of a sentence before, after 由: 活动由Ⓐ主办."""
    for match in ORGANISED.finditer(sentence.text):
        if "由" in sentence.text[: match.end("who")]:
            yield from sentence.give(sentence.mentions(match, "who"), "host", by=match)


WITH = re.compile("在(?P<who>Ⓟ(?:[、，和]Ⓟ)*)(?:等[^，。]{0,8})?(?:的)?陪同下")
TOOK = re.compile("(?:带领|率领|率由|率)(?:[^，。ⒶⓅⒸⒾⓏⓁⒿⒻⒼ]{0,12}(?:领导|班子|成员|干部))?(?P<who>[ⒶⓅⒸⒾ](?:[、和及]+[ⒶⓅⒸⒾ])*)")


def companions(sentence: Clause, _: EventBuilder) -> Iterator[Participant]:
    """Find those who accompany or are taken along, once the sentence has said to what: Ⓟ带领Ⓐ、Ⓐ负责人，到Ⓒ检查."""
    for pattern in (WITH, TOOK):
        match = sentence.search(pattern)
        if match:
            yield from sentence.give(sentence.mentions(match, "who"), "attendee", by=match)


BEFORE_CLAUSES: tuple[RoleRule[Clause], ...] = (
    RoleRule(
        "role-delegates",
        delegates,
        "北岭市代表团到〔Z青桐开发区〕考察。书记〔P甲某〕，市长〔P乙某〕；市领导〔P丙某〕参加活动。 => inspector=甲某、乙某",
        "北岭市委员到〔Z青桐开发区〕考察。书记〔P甲某〕，市长〔P乙某〕；市领导〔P丙某〕参加活动。",
        kinds=("inspection",),
    ),
)
AT_CLAUSE: tuple[RoleRule[Clause], ...] = (
    RoleRule(
        "role-stop",
        site_of_meeting,
        "市长〔P甲某〕到〔Z青桐开发区〕调研。在〔L云溪路〕的〔C乙公司〕，〔P甲某〕与董事长〔P丙某〕交流。 => target=乙公司, attendee=丙某",
        "市长〔P甲某〕到〔Z青桐开发区〕调研。在〔L云溪路〕的〔C乙公司〕，董事长〔P丙某〕很忙。",
        kinds=("inspection",),
    ),
)
AFTER_CLAUSES: tuple[RoleRule[Clause], ...] = (
    RoleRule(
        "role-present",
        present,
        "3月4日，〔J水泵项目〕开工仪式举行。出席仪式的领导有：〔P甲某〕、〔P乙某〕。 => attendee=甲某、乙某",
        "3月4日，〔J水泵项目〕开工仪式举行。出席仪式的领导致谢：〔P甲某〕、〔P乙某〕。",
    ),
    RoleRule(
        "role-organised-by",
        named_organisers,
        "3月4日，采摘节在〔L云溪县〕开幕。活动由〔A市文旅局〕主办、〔C甲公司〕承办。 => host=甲公司",
        "3月4日，采摘节在〔L云溪县〕开幕。活动由〔A市文旅局〕主办、〔C甲公司〕摄影。",
    ),
)
AFTER_TRIGGER: tuple[RoleRule[Clause], ...] = (
    RoleRule(
        "role-organiser",
        organisers,
        "3月4日，采摘节在〔L云溪县〕开幕，〔A市文旅局〕主办、〔C甲公司〕承办。 => host=甲公司",
        "3月4日，采摘节在〔L云溪县〕开幕，〔A市文旅局〕主办、〔C甲公司〕摄影。",
    ),
    RoleRule(
        "role-companion",
        companions,
        "3月4日，副区长〔P甲某〕带领〔A区消防大队〕负责人，到〔C乙公司〕检查。 => attendee=区消防大队",
        "3月4日，副区长〔P甲某〕表扬〔A区消防大队〕负责人，到〔C乙公司〕检查。",
    ),
)
