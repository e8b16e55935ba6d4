"""Relations, posts and honours as the network reads them, and how they stand beside those of the rules.

The rules have spoken before. A relation of theirs in which the network sees next to nothing is rejected; what the network is sure of is
added. Attributes are in ``values``, events in ``events`` beside this module.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kg import ontology
from kg.extract.clauses.modality import borne_out
from kg.extract.draft import Draft
from kg.extract.learned.apart import clause_of, is_sold
from kg.extract.learned.events import find_events
from kg.extract.learned.nodes import SURE, VERSION, Linked, read_nodes
from kg.extract.learned.refused import refusal
from kg.extract.learned.refused_posts import is_anothers, no_post, wrong_level
from kg.extract.learned.units import bodies_of_units
from kg.extract.learned.values import disown, find_attributes
from kg.extract.relations import notices
from kg.model import Claim, Mention
from kg.ontology import Predicate

RELATIONS, POSTS = (f"learned:{head}@{VERSION}" for head in ("relations", "posts"))
DOUBTED = 0.02
"""A relation of the rules that the network finds less probable than this is rejected."""
CUTS = {
    "assists": 0.5,
    "located_in": 0.6,
    "oversees": 0.7,
    "part_of": 0.9,
    "participates_in": 0.4,
    "recognised_by": 0.3,
    "supplies": 0.7,
}
"""Least probability of a relation where it is not SURE: of those a little below less than a third is right on the development part and
in the articles of other papers, of those a little above more (docs/reader.md)."""
UNDOUBTED = notices.NOTICED | {"post-place", "part-zone-organ", "part-headed", "post-label", "works-notifies"}
"""Rules that are right nine times in ten even where the network sees nothing: 市长 alone means the page's city, notices and lists of posts
print a label before each name, who tells the winner of works owns them; of the others a third is right there, of ``post-near`` next to
nothing (docs/reader.md)."""

QUALIFIERS = {"money": "amount", "what": "what", "honour": "honour"}


def ends(linked: Linked, left: int, right: int) -> Iterator[tuple[Mention, Mention]]:
    """Yield the mentions of two nodes that are not plainly one thing."""
    for one in linked.mentions[left]:
        for other in linked.mentions[right]:
            if one.type != other.type or linked.draft.name_of(one) != linked.draft.name_of(other):
                yield one, other


def qualifiers(linked: Linked, left: int, right: int) -> dict[str, int]:
    """Return the nodes of what is printed beside a relation (amount, what, honour), the most probable of each."""
    best: dict[str, tuple[float, int]] = {}
    for value, node in enumerate(linked.nodes):
        key = QUALIFIERS.get(node.kind)
        if key and not (key == "amount" and is_sold(linked.draft, node.start, node.end)):
            chance = min(linked.links.probability(value, left, "of_subject"), linked.links.probability(value, right, "of_object"))
            if chance >= SURE:
                best[key] = max(best.get(key, (0.0, -1)), (chance, value))
    return {key: value for key, (_, value) in best.items()}


def known(draft: Draft) -> set[tuple[str, ...]]:
    """Return what the article's claims say by the names of their ends: (predicate, subject, object), with the title of a post.

    What is as true the other way round is in it both ways.
    """
    found: set[tuple[str, ...]] = set()
    for claim in draft.claims:
        if claim.object is not None:
            title = [value for key, value in claim.qualifiers if key == "title"]
            ends = draft.name_of(draft.mention(claim.subject)), draft.name_of(draft.mention(claim.object))
            found.add((claim.predicate, *ends, *title))
            if ontology.load().predicates[claim.predicate].symmetric:
                found.add((claim.predicate, *reversed(ends), *title))
    return found


def doubt(linked: Linked) -> None:
    """Reject the relations of the rules in which the network sees next to nothing, though it has read both ends together."""
    draft, kept = linked.draft, []
    for claim in draft.claims:
        if claim.rule in UNDOUBTED or not is_doubted(linked, claim):
            kept.append(claim)
        else:
            start = draft.mention(claim.subject).start
            draft.reject(claim.predicate, claim.evidence.quote[:60], f"{claim.rule}: the network sees no such relation", start)
    draft.claims[:] = kept


def is_doubted(linked: Linked, claim: Claim) -> bool:
    """Whether the network has read both ends of a relation together and finds it improbable; of what is further apart it knows nothing."""
    left, right = linked.by_mention.get(claim.subject), linked.by_mention.get(claim.object or "")
    if left is None or right is None:
        return False
    (first, _), (_, last) = sorted((linked.span(left), linked.span(right)))
    both = [(left, right), (right, left)] if ontology.load().predicates[claim.predicate].symmetric else [(left, right)]
    chance = max(linked.links.probability(*pair, claim.predicate) for pair in both)
    return chance < DOUBTED and linked.sight.is_together(first, last)


def find_relations(linked: Linked) -> None:
    """Write the relations, posts and honours apart."""
    written = known(linked.draft)
    for name, predicate in ontology.load().predicates.items():
        if name != "holds_post":
            for pair in sorted(linked.pairs(name, CUTS.get(name, SURE)), key=lambda pair: (-pair[2], pair[:2])):
                write_relation(linked, name, predicate, pair, written)
    for pair in bodies_of_units(linked):
        write_relation(linked, "part_of", ontology.load().predicates["part_of"], pair, written)
        for unit, body in ends(linked, *pair[:2]):
            is_part = ("part_of", linked.draft.name_of(unit), linked.draft.name_of(body)) in written
            if is_part and unit.parent is None and unit.is_name:
                linked.draft.set_parent(unit, body)


def write_relation(linked: Linked, name: str, predicate: Predicate, pair: tuple[int, int, float], written: set[tuple[str, ...]]) -> None:
    """Write one relation between the mentions of two nodes, where it is not yet ``written``."""
    draft, (i, j, chance) = linked.draft, pair
    extra = qualifiers(linked, i, j)
    more = {key: linked.text(node) for key, node in extra.items() if key in predicate.qualifiers}
    if name == "undertakes" and linked.links.roles.get((i, j), "none") != "none":
        more["role"] = linked.links.roles[i, j]
    for subject, target in ends(linked, i, j):
        first, second = draft.name_of(subject), draft.name_of(target)
        if subject.type in predicate.domain and target.type in predicate.range and (name, first, second) not in written:
            where = linked.evidence(i, j, *(node for k, node in extra.items() if k in more))
            reason = said_otherwise(name, first, second, written)
            reason = reason or refusal(draft, name, subject, target, "…".join(draft.text[start:end] for start, end in where))
            if reason:
                draft.reject(name, f"{subject.surface} … {target.surface}", reason, subject.start)
                continue
            written.add((name, first, second))
            if predicate.symmetric:
                written.add((name, second, first))
            status = standing(draft, linked.links.status.get((i, j), "stated"), subject, target)
            draft.claim(subject, name, target, where, RELATIONS, qualifiers=more, confidence=chance, status=status)


def standing(draft: Draft, read: str, subject: Mention, target: Mention) -> str:
    """Return the status of a relation that the network has read, as the words bear it out."""
    first, last = sorted((subject, target), key=lambda m: m.start)
    said = draft.text[clause_of(draft, first)[0] : draft.sentence_at(last.start).end]
    begin = clause_of(draft, last)[0]
    return borne_out(read, said, draft.text[max(first.end, begin) if first.end <= last.start else begin : last.start])


ONE_WAY = ("supplies", "part_of", "oversees", "assists")
"""Predicates of which the same two names bear one direction in an article."""


def said_otherwise(name: str, subject: str, target: str, written: set[tuple[str, ...]]) -> str:
    """Return why what is written already rules a relation out, "" if it does not: the same the other way round, or more of the same."""
    if name in ONE_WAY and (name, target, subject) in written:
        return "the other way round"
    if name == "assists" and ("supplies", subject, target) in written:
        return "it is paid for what it does"
    if name == "invests_in" and ("part_of", subject, target) in written:
        return "it is a part of the other"
    return "it does the works" if name == "participates_in" and ("undertakes", subject, target) in written else ""


def find_honours(linked: Linked) -> None:
    """Write the honours whose giver is not said."""
    for value, owner, chance in linked.pairs("honoured"):
        for subject in linked.mentions[owner]:
            more, where = {"honour": linked.text(value)}, linked.evidence(value, owner)
            linked.draft.claim(subject, "recognised_by", None, where, RELATIONS, qualifiers=more, confidence=chance)


def find_posts(linked: Linked) -> None:
    """Write a post for each title that the network reads between a holder and a body."""
    draft, links = linked.draft, linked.links
    predicate = ontology.load().predicates["holds_post"]
    told: dict[tuple[str, ...], set[str]] = {}
    printed_titles = [linked.span(t) for t, node in enumerate(linked.nodes) if node.kind == "title"]
    for row in known(draft):
        told.setdefault(row[:3], set()).update(row[3:])
    for i, j, chance in sorted(linked.pairs("holds_post"), key=lambda pair: (-pair[2], pair[:2])):
        titles = [
            t
            for t, node in enumerate(linked.nodes)
            if node.kind == "title" and min(links.probability(t, i, "title_of"), links.probability(t, j, "title_at")) >= SURE
        ]
        for title in titles:
            for person, body in ends(linked, i, j):
                post, printed = ("holds_post", draft.name_of(person), draft.name_of(body)), title_of(linked, title, body)
                known_as = told.setdefault(post, set())
                reason = no_post(printed) or wrong_level(printed, body, post[2])
                if is_anothers(draft, linked.span(title), person, printed_titles):
                    reason = "another person's title"
                if reason:
                    draft.reject("holds_post", f"{printed} {post[2]}", reason, person.start)
                elif person.type in predicate.domain and body.type in predicate.range and not is_told(printed, post[2], known_as):
                    known_as.add(printed)
                    status = links.status.get((i, j), "stated")
                    where = linked.evidence(title, i, j)
                    draft.claim(person, "holds_post", body, where, POSTS, qualifiers={"title": printed}, confidence=chance, status=status)


COMMITTEE = re.compile(r"[省市县区州盟旗地]委$")


def title_of(linked: Linked, title: int, body: Mention) -> str:
    """Return a title as printed, with the party committee that stands right before it: 县委副书记 at 县委, as the rules have it."""
    start, end = linked.span(title)
    committee = COMMITTEE.search(linked.draft.text[body.start : body.end]) if body.end == start else None
    return linked.draft.text[start - len(committee[0]) : end] if committee else linked.text(title)


FORMER = re.compile("^[原前]")


def is_told(title: str, body: str, told: Iterable[str]) -> bool:
    """Whether a title at a body is told already, one perhaps with the body's last word before it (书记 at 县委 is 县委书记) or 原."""
    pairs = (sorted((FORMER.sub("", one) for one in (title, each)), key=len) for each in told)
    return any(short == long or (long.endswith(short) and body.endswith(long.removesuffix(short))) for short, long in pairs)


def find_facts(draft: Draft) -> None:
    """Write what the network reads between the mentions of one article; nothing where no network has seen it."""
    if draft.sight is not None:
        linked = read_nodes(draft, draft.sight)
        for find in (doubt, disown, find_posts, find_relations, find_honours, find_attributes, find_events):
            with draft.spared():
                find(linked)
