"""Examples that run: the notation of a rule's example and counter-example, and what the one rule makes of a text.

A text prints its names in 〔…〕, the letter of the type first (P person, C company, A agency, I institution, Z zone, J project,
G programme, F facility, L place); marks may be nested. After `` => `` stands all that the rule gives on it, parted by ``; ``:

    〔A市生态环境局〕约谈〔C甲公司〕、〔C乙公司〕。 => 市生态环境局 > 甲公司、乙公司           relation: subject > object
    〔C甲公司〕承建〔J云溪工程〕。 => 甲公司 > 云溪工程 [role=contractor]      … with the qualifiers (and status) that matter
    〔C甲公司〕获评高新技术企业。 => 甲公司 > -                                … without an object
    〔A市商务局〕局长〔P张立〕到会。 => 张立 > 市商务局 [title=局长]           post: person > body
    〔P张立〕会见〔P李明〕。 => meeting: host=张立, guest=李明 [date=2021-03-04]   event: kind: role=name, …
    〔J云溪工程〕总投资6亿元。 => 云溪工程.total_investment = 6亿元            attribute: owner.key = value
    位于城北的〔C云岭恒远建工有限公司〕                                        name: the marks say what the finder must find

``、`` lists names at an end or in a role. Names stand in facts as filed: an anaphor by its antecedent, an implied place by its name.
A qualifier that is not written is not compared; a fact that is not written must not be made. A counter-example is a text alone.
The finder of names gets the text without its marks; all others get the marked names, and nothing else, as mentions. More forms:

    〔C该公司=甲公司〕            an anaphor of the 〔C甲公司〕 marked elsewhere; where none is, words that imply 甲公司
    〔C东坡运维班<许州供电公司〕  a name that says it belongs to the 〔C许州供电公司〕 marked elsewhere
    #甲公司投产¶正文…            a headline, and ¶ where a paragraph ends; a tab stands on the page alone, between the cells of a table
    [city=青川市; date=2021-03-04] at the very beginning: what the page says (province, city, county, zone, date)
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from importlib import import_module

from kg.extract.draft import Draft
from kg.extract.mentions.find import find_names
from kg.extract.rules import RULE_MODULES, Exampled, Rule
from kg.model import BREAK, Article, Claim, Event, Locality, Page, Section
from kg.reading import Reading

Read = Callable[[Sequence[Draft]], list[Reading]]
"""What a learned reader proposes of each article."""

LETTERS = {
    "P": "person",
    "C": "company",
    "A": "agency",
    "I": "institution",
    "Z": "zone",
    "J": "project",
    "G": "programme",
    "F": "facility",
    "L": "place",
}
"""The letter that opens a mark → the type of the name."""
GIVES = " => "
CONTEXT = re.compile(r"\[(?P<pairs>[^\]]*)\]\s*")
DETAILS = re.compile(r"\s*\[(?P<pairs>[^\]]*)\]$")
ATTRIBUTE = re.compile(r"(?P<owner>.+)\.(?P<key>[a-z_]+) = (?P<value>.+)")
EVENT = re.compile(r"(?P<kind>[a-z_]+):(?P<roles>.*)")


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked name: offsets in the plain text, type, what it stands for (an anaphor) and what it belongs to, "" if nothing."""

    start: int
    end: int
    type: str
    stands_for: str = ""
    parent: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact in the notation: ``said`` without its details, and the details (qualifiers, status, date …)."""

    said: str
    details: frozenset[tuple[str, str]] = frozenset()

    def __str__(self) -> str:
        inside = ", ".join(f"{key}={value}" for key, value in sorted(self.details))
        return f"{self.said} [{inside}]" if inside else self.said


def is_runnable(rule: Exampled) -> bool:
    """Whether a rule's example is in the notation (those of old are only sentences to read)."""
    return GIVES in rule.example if isinstance(rule, Rule) else "〔" in rule.example


def faults_of(rule: Exampled, read: Read) -> list[str]:
    """Run a rule on its example and its counter-example and return what is wrong, a line each; [] if both hold.

    ``read`` is what a rule of names needs: what a learned reader proposes of articles (``kg.proposals.read_drafts``).
    """
    wanted, made = wanted_of(rule), made_by(rule, rule.example, read)
    faults = [f"the example does not give {fact}" for fact in wanted if not any(is_given(fact, m) for m in made)]
    faults += [f"the example also gives {fact}" for fact in made if not any(is_given(w, fact) for w in wanted)]
    if not wanted:
        faults.append("the example says nothing that the rule gives")
    return faults + [f"the counter-example gives {fact}" for fact in made_by(rule, rule.counter, read)]


def is_given(wanted: Fact, made: Fact) -> bool:
    """Whether a fact made is the one that an example asks for; it may have more details."""
    return wanted.said == made.said and wanted.details <= made.details


def wanted_of(rule: Exampled) -> list[Fact]:
    """Return what a rule's example says that it gives; for a rule of names the marked names."""
    text, _, facts = rule.example.partition(GIVES)
    if not isinstance(rule, Rule):
        plain, marks = read_marks(CONTEXT.sub("", text, count=1))
        return [Fact(f"{mark.type} {plain[mark.start : mark.end]}") for mark in marks]
    return [fact for part in facts.split("; ") for fact in read_facts(part.strip())]


def read_facts(text: str) -> list[Fact]:
    """Read one part of what an example gives: a relation for each pair of the names listed, an event or an attribute."""
    inside = DETAILS.search(text)
    details = frozenset(pairs_of(inside["pairs"], ",")) if inside else frozenset()
    said = text[: inside.start()] if inside else text
    attribute, event = ATTRIBUTE.fullmatch(said), EVENT.fullmatch(said)
    if attribute:
        return [Fact(said, details)]
    if event:
        roles = [(role, name) for role, names in pairs_of(event["roles"], ",") for name in names.split("、")]
        return [Fact(event_said(event["kind"], roles), details)]
    subjects, _, objects = said.partition(" > ")
    return [Fact(f"{one} > {other}", details) for one in subjects.split("、") for other in objects.split("、")] if objects else []


def pairs_of(text: str, mark: str) -> list[tuple[str, str]]:
    """Read ``key=value`` pairs parted by a mark; ValueError for a part that is none."""
    pairs = [part.strip().partition("=") for part in text.split(mark) if part.strip()]
    if any(not sign for _, sign, _ in pairs):
        raise ValueError(f"{text!r}: want key=value, parted by {mark!r}")
    return [(key.strip(), value.strip()) for key, _, value in pairs]


def made_by(rule: Exampled, example: str, read: Read) -> list[Fact]:
    """Return what one rule makes of a text in the notation (what stands after `` => `` is left out), in the order made."""
    text = example.partition(GIVES)[0]
    if not isinstance(rule, Rule):
        draft = draft_of(text, plain=True)
        find_names([draft], read([draft]))
        return [Fact(f"{m.type} {m.surface}") for m in draft.mentions if m.rule == rule.id]
    draft = draft_of(text)
    for module in RULE_MODULES:
        getattr(import_module(module), f"find_{module.split('.')[2]}")(draft)
    return list(dict.fromkeys(facts_of(draft, rule.id)))


def facts_of(draft: Draft, rule: str) -> Iterator[Fact]:
    """Yield the facts of a draft that carry a rule's id."""
    for claim in draft.claims:
        if claim.rule == rule:
            yield fact_of_claim(draft, claim)
    for event in draft.events:
        if event.rule == rule:
            yield fact_of_event(draft, event)


def fact_of_claim(draft: Draft, claim: Claim) -> Fact:
    """Return a claim in the notation, with all its details."""
    details = frozenset({*claim.qualifiers, ("status", claim.status)})
    owner = filed(draft, claim.subject)
    if claim.value is not None:
        return Fact(f"{owner}.{claim.predicate} = {claim.value}", details)
    return Fact(f"{owner} > {filed(draft, claim.object) if claim.object else '-'}", details)


def fact_of_event(draft: Draft, event: Event) -> Fact:
    """Return an event in the notation, with all its details."""
    details = {"date": event.date, "place": event.place and filed(draft, event.place), "status": event.status, "label": event.label}
    roles = [(role.role, filed(draft, role.who)) for role in event.roles]
    return Fact(event_said(event.kind, roles), frozenset((key, value) for key, value in details.items() if value))


def event_said(kind: str, roles: list[tuple[str, str]]) -> str:
    """Return an event's kind and roles, the roles sorted."""
    return f"{kind}: " + ", ".join(f"{role}={name}" for role, name in sorted(set(roles)))


def filed(draft: Draft, id_: str) -> str:
    """Return what a mention names: its antecedent's name if it is an anaphor."""
    mention = draft.mention(id_)
    return filed(draft, mention.antecedent) if mention.antecedent else mention.name or mention.surface


def draft_of(marked: str, *, plain: bool = False) -> Draft:
    """Return the draft of an article in the notation; ``plain`` leaves its names to be found; ValueError for what is no notation."""
    context = CONTEXT.match(marked)
    said = dict(pairs_of(context["pairs"], ";")) if context else {}
    body = marked[context.end() if context else 0 :]
    printed, marks = read_marks(body.removeprefix("#") + BREAK)
    kept = [at for at, character in enumerate(printed) if character != "\t"]
    text = "".join(printed[at] for at in kept)
    edge = text.index(BREAK) + 1 if body.startswith("#") else 0
    sections = ((Section("headline", 0, edge),) if edge else ()) + (Section("body", edge, len(text)),)
    offsets = tuple(-1 if printed[at] == BREAK else at for at in kept)
    page, date = Page("p0", "page.txt", printed.replace(BREAK, "\n")), said.pop("date", None)
    locality = Locality(said.pop("province", None), said.pop("city", None), said.pop("county", None), said.pop("zone", None))
    if said:
        raise ValueError(f"{marked!r}: a page says nothing of {', '.join(said)}; it has province, city, county, zone and date")
    headline = text[: edge - 1] if edge else None
    draft = Draft(Article("p0-a1", page, 0, text, offsets, sections, headline, date=date, locality=locality))
    if not plain:
        add_marks(draft, [replace(m, start=bisect_left(kept, m.start), end=bisect_left(kept, m.end)) for m in marks])
    return draft


def add_marks(draft: Draft, marks: list[Mark]) -> None:
    """Add marked names to a draft: plain names first, then what stands for them or belongs to them."""
    for mark in [m for m in marks if not m.stands_for]:
        draft.name(mark.start, mark.end, mark.type, "marked")
    first = {mention.surface: mention for mention in reversed(draft.mentions)}
    for mark in marks:
        if mark.stands_for in first:
            draft.point(mark.start, mark.end, first[mark.stands_for], "marked")
        elif mark.stands_for:
            draft.imply(mark.start, mark.end, mark.type, mark.stands_for, "marked")
        if mark.parent:
            draft.set_parent(first[draft.text[mark.start : mark.end]], first[mark.parent])


def read_marks(marked: str) -> tuple[str, list[Mark]]:
    """Return a text without its marks and the marks with their offsets in it; ValueError if a mark is not closed."""
    text, marks, opened = "", [], []
    at = 0
    while at < len(marked):
        character = marked[at]
        if character == "〔":
            opened.append((len(text), LETTERS[marked[at + 1]]))
            at += 1
        elif opened and character in "=<〕":
            end = marked.index("〕", at)
            start, type_ = opened.pop()
            note = marked[at + 1 : end] if character != "〕" else ""
            marks.append(Mark(start, len(text), type_, note if character == "=" else "", note if character == "<" else ""))
            at = end
        else:
            text += BREAK if character == "¶" else character
        at += 1
    if opened:
        raise ValueError(f"{marked!r}: a 〔 is not closed")
    return text, sorted(marks, key=lambda mark: (mark.start, -mark.end))
