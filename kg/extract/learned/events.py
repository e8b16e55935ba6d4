"""Events as the network reads them, and how they stand beside those of the rules.

An event that the rules have opened stays, for they are the surer of the two about what happened, on the development part and on other
papers (docs/reader.md); the network adds to it those whom they have not seen and takes out of it those in whom it sees no part. What else
it sees is an event of its own.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from kg.extract.draft import Draft
from kg.extract.learned.nodes import SURE, VERSION, Linked
from kg.model import Event, Role
from kg.values.dates import iso

EVENTS = f"learned:events@{VERSION}"
TOGETHER = 0.15
"""Share of a group's members that a node must be joined to for belonging to their event."""
TAKES, JOINS, LONE = 0.5, 0.85, 0.75
"""Least probability of a role in an event, in one that the rules have opened, and of the one role of an event of nobody else."""
TWO_SIDED = frozenset(["inspection", "ceremony"])
"""Kinds of which an event of one party alone is none in three cases of four: 8 of 31 are right on nine sets (docs/reader.md)."""
UNLIKE, LIKER = 0.1, 0.8
"""A part by the rules that is less probable than the first gives way to another that is more probable than the second."""


def review(linked: Linked) -> None:
    """Take back parts in the events of the rules in which the network sees nothing, and give others the name that it is sure of."""
    draft = linked.draft
    seen = parts_seen(linked)
    for number, event in enumerate(draft.events):
        kept: list[Role] = []
        for role in event.roles:
            who = draft.mention(role.who)
            row = seen[draft.name_of(who)]
            best = max(row, key=lambda name: (row[name], name), default="")
            if not best:
                draft.reject("event", who.surface, f"{event.rule}: the network sees no part in it", who.start)
            else:
                kept.append(replace(role, role=best) if row.get(role.role, 0.0) < UNLIKE and row[best] > LIKER else role)
        draft.set_roles(number, kept)
    draft.events[:] = [event for event in draft.events if event.roles]


def parts_seen(linked: Linked) -> dict[str, dict[str, float]]:
    """Return the highest probability of each part that is worth keeping, by the name of whoever the network has read."""
    seen: dict[str, dict[str, float]] = {}
    for node, mentions in enumerate(linked.mentions):
        for name in {linked.draft.name_of(mention) for mention in mentions}:
            row = seen.setdefault(name, {})
            for role, chance in linked.links.events.get(node, {}).items():
                row[role] = max(row.get(role, 0.0), chance)
    return seen


def groups(linked: Linked, members: list[int]) -> list[list[int]]:
    """Part the participants of an article into events: two that are joined belong to one, and all joined to them."""
    found: list[list[int]] = []
    for node in members:
        near = [g for g in found if sum(linked.links.probability(node, other, "event") for other in g) >= TOGETHER * len(g)]
        found = [g for g in found if g not in near] + [[n for g in near for n in g] + [node]]
    return [sorted(g) for g in found]


def find_events(linked: Linked) -> None:
    """Write who takes part in what: into an event that the rules have opened, if it is one of theirs, else into a new one."""
    draft, links = linked.draft, linked.links
    review(linked)
    taking: dict[str, list[int]] = {}
    for number, event in enumerate(draft.events):
        for name in dict.fromkeys(draft.name_of(draft.mention(role.who)) for role in event.roles):
            taking.setdefault(name, []).append(number)
    members = [i for i, row in sorted(links.events.items()) if linked.mentions[i] and max(row.values()) >= TAKES]
    for group in groups(linked, members):
        names = {draft.name_of(m) for i in group for m in linked.mentions[i]}
        shared = Counter(number for name in names for number in taking.get(name, ()))
        if shared:
            join_event(linked, group, min(shared, key=lambda number: (-shared[number], number)), taking)
        elif len(group) > 1 or max(links.events[group[0]].values()) >= LONE:
            write_event(linked, group)
    leave_lone(draft)


def leave_lone(draft: Draft) -> None:
    """Leave out the events of TWO_SIDED kinds in which only one takes part."""
    for event in draft.events:
        if is_lone(event):
            who = draft.mention(event.roles[0].who)
            draft.reject("event", who.surface, f"{event.rule}: of this kind of event only one party is told", who.start)
    draft.events[:] = [event for event in draft.events if not is_lone(event)]


def is_lone(event: Event) -> bool:
    """Whether only one takes part in an event that takes two."""
    return event.kind in TWO_SIDED and len({role.who for role in event.roles}) == 1


def roles_of(linked: Linked, node: int, sure: float = TAKES) -> list[str]:
    """Return the roles that a node has in its event at least this probably."""
    return [role for role, chance in linked.links.events[node].items() if chance >= sure]


def join_event(linked: Linked, group: list[int], number: int, taking: dict[str, list[int]]) -> None:
    """Add those of a group who take part in no event yet to event ``number``, the one that most of the group take part in."""
    draft = linked.draft
    fresh = [(i, m) for i in group for m in linked.mentions[i] if draft.name_of(m) not in taking]
    roles = [(m, role) for i, m in fresh for role in roles_of(linked, i, JOINS)]
    if roles:
        draft.join_event(number, roles, [span for i, _ in fresh if roles_of(linked, i, JOINS) for span in linked.evidence(i)])
        taking |= {draft.name_of(m): [number] for m, _ in roles}


def write_event(linked: Linked, group: list[int]) -> None:
    """Write the event of a group of participants; its label is the words of its first sentence."""
    draft, links = linked.draft, linked.links
    roles = [(m, role) for i in group for role in roles_of(linked, i) for m in linked.mentions[i]]
    kinds = sorted({kind for i in group for kind in links.kinds[i]})
    kind = max(kinds, key=lambda k: sum(links.kinds[i].get(k, 0.0) for i in group))
    where = linked.evidence(*group)
    label = re.sub(r"\s+", "", draft.text[where[0][0] : where[0][1]])[:60]
    chance = sum(max(links.events[i].values()) for i in group) / len(group)
    planned = sum(links.planned.get(i, 0.0) for i in group) > len(group) / 2
    draft.event(kind, label, roles, where, EVENTS, date=day_of(linked, group), confidence=chance, status="planned" if planned else "stated")


def day_of(linked: Linked, group: list[int]) -> str | None:
    """Return the day that the network joins to those of a group, as an ISO prefix; None if it is sure of none or none is printed."""
    chances = [
        (max(linked.links.probability(time, member, "event_date") for member in group), -time)
        for time, node in enumerate(linked.nodes)
        if node.kind == "time"
    ]
    chance, time = max(chances, default=(0.0, 0))
    return iso(linked.text(-time), linked.draft.article.date) if chance >= SURE else None
