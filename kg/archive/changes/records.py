"""What a comparison of two states of knowledge tells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kg.archive.days.dated import Printed
from kg.graph.facts import Fact, Facts

KINDS = ("contradicted", "added", "strengthened", "weakened", "retracted")
"""What can become of a statement, in the order in which it is told."""


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one statement, which several articles may make.

    ``kind`` is one of KINDS: no page of OLD says it (added), more independent articles do than in OLD (strengthened), fewer
    (weakened), none any more (retracted), or it is new and cannot hold together with ``against`` (contradicted; ``why`` as in
    graph.accounts.contradictions). ``new`` are the facts that only NEW has, ``old`` those that OLD has; ``before`` and ``now`` count
    their independent articles.
    """

    kind: str
    new: tuple[Fact, ...]
    old: tuple[Fact, ...]
    before: int
    now: int
    against: tuple[Fact, ...] = ()
    why: str = ""

    @property
    def fact(self) -> Fact:
        """The fact that says it best: the first that is new, else the first that was."""
        return (self.new or self.old)[0]


@dataclass(frozen=True, slots=True)
class Identity:
    """A thing that is filed otherwise than before: ``kind`` says how.

    ``renamed``: by another name or type; ``joined``: now one with ``new``, which was there before; ``split``: ``new`` was a part of
    ``old``. ``shared`` counts the mentions that are both; one is ``surface``, printed in ``article`` (an id) between ``left`` and
    ``right``.
    """

    kind: str
    old: str
    old_type: str
    old_name: str
    new: str
    new_type: str
    new_name: str
    shared: int
    article: str
    left: str
    surface: str
    right: str


@dataclass(frozen=True)
class Changes:
    """Everything that is new: ``by_thing`` maps the id of a statement's subject to what became of its statements, most changes first.

    ``facts`` holds all things and articles that are spoken of, by the ids of NEW; articles are without their text. ``appeared`` are the
    things of ``by_thing`` that OLD did not know, ``gone`` those that NEW does not. ``n_repeated`` counts statements that more articles make
    than before, but no independent one. ``pages_added`` and ``pages_gone`` are names; ``printed`` says of two days what each leaves.
    """

    facts: Facts
    by_thing: Mapping[str, tuple[Change, ...]]
    identities: tuple[Identity, ...]
    appeared: frozenset[str]
    gone: frozenset[str]
    n_repeated: int
    pages_added: tuple[str, ...]
    pages_gone: tuple[str, ...]
    printed: tuple[Printed, Printed] | None = None

    def about(self, thing: str) -> Mapping[str, tuple[Change, ...]]:
        """Return ``by_thing`` with only what concerns a thing (an id), as subject or object."""
        found = {id_: tuple(c for c in changes if thing in (c.fact.subject, c.fact.object)) for id_, changes in self.by_thing.items()}
        return {id_: changes for id_, changes in found.items() if changes}
