"""What happened to a name in order of dates, and the lives of projects: planned, signed, begun, done, each step with its quote."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kg.graph.facts import Fact, Facts, Thing, claim_key, event_key
from kg.graph.lifelines import STAGES, Step
from kg.serve.asking import DAY, NOTHING, Answer, brief, cited, meant, quoted
from kg.serve.workspace import Snapshot

LISTED = 300
"""Projects of a list at most."""


def timeline(now: Snapshot, name: str) -> Answer:
    """Return what happened to a name in order of dates; of a project its life line, in the order of a project's life.

    A step's ``date`` is its own, ``reported`` that of the article. ``stages`` are the seven of a project's life, each with what is known
    of it. Facts whose year is not known come last.
    """
    thing = meant(now, name)
    if not isinstance(thing, Thing):
        return thing
    life = now.lives.get(thing.id)
    steps = [shown(now, step) for step in (life.steps if life else ())]
    dated = sorted(now.facts.by_thing[thing.id], key=lambda fact: (*in_time(happened(now.facts, fact)), fact.id))
    rows = [{"when": happened(now.facts, fact), **row} for fact, row in zip(dated, cited(now.facts, dated), strict=True)]
    return brief(thing) | {
        "known": bool(rows),
        "say": "" if rows else NOTHING,
        "stages": reached(steps) if life else [],
        "steps": steps,
        "phases": [brief(now.facts.things[id_]) for id_ in (life.phases if life else ())],
        "phase_of": brief(now.facts.things[life.phase_of]) if life and life.phase_of else None,
        "facts": rows,
    }


def shown(now: Snapshot, step: Step) -> Answer:
    """Return a step as plain values with its quote; ``fact`` is the id of a fact that says it."""
    source: Any = step.claim or step.event
    fact = claim_key(step.claim) if step.claim else now.facts.by_thing[event_key(source)][0].id
    return {
        "stage": step.stage,
        "printed": step.printed,
        "date": step.date,
        "reported": step.reported,
        "planned": step.planned,
        "fact": fact,
        "is_printed": now.pages[source.evidence.page].page.sheet is not None,
        **quoted(now, source.evidence),
    }


def reached(steps: Sequence[Answer]) -> list[Answer]:
    """Return the stages of a project's life with the earliest date of each: ``state`` is "reached", "ahead" or "" for not told."""
    found = []
    for stage in STAGES:
        of_stage = [step for step in steps if step["stage"] == stage]
        done = [step for step in of_stage if not step["planned"]]
        dates = sorted((step["date"] or step["reported"] or "" for step in done or of_stage), key=in_time)
        found.append({"stage": stage, "state": "reached" if done else "ahead" if of_stage else "", "date": (dates or [""])[0] or None})
    return found


def happened(facts: Facts, fact: Fact) -> str | None:
    """Return when what a fact says happened: the event's own date, else that of the article."""
    event = facts.things[fact.object].event if fact.object else None
    return (event.date if event else None) or facts.articles[fact.article].date


def in_time(date: str | None) -> tuple[bool, str]:
    """Return what dates are sorted by: those without a year last."""
    return not (date and DAY.fullmatch(date)), date or "~"


def projects(now: Snapshot, text: str = "") -> Answer:
    """Return the projects and facilities of whose life a page says something, those last reported first, ``LISTED`` at most.

    With ``text``, only those of which a printed name holds it.
    """
    bare = "".join(text.split())
    rows = [row for row in now.projects if not bare or any(bare in name for name in row["names"])]
    return {"query": text, "known": bool(rows), "say": "" if rows else NOTHING, "total": len(rows), "projects": rows[:LISTED]}
