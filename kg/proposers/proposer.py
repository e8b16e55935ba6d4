"""What a proposer is, and which are installed (entry points of the group ``kg.proposers``).

A proposer is shown one article and the names in it, and says what it thinks the article states. Nothing it says is believed: see
kg.proposers.accept. It must be picklable, for pages are read in several processes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.metadata import entry_points
from typing import Protocol

from kg.errors import KgError

GROUP = "kg.proposers"


class ProposerError(KgError):
    """A proposer that gave no answer, or none that can be read; costs what it would have proposed of the file."""


@dataclass(frozen=True, slots=True)
class Proposed:
    """One fact as proposed: names as the article prints them, ``quote`` the words that say it.

    Either ``object`` (a name) or ``value`` (a printed figure or state) is given, as the predicate asks for.
    """

    subject: str
    predicate: str
    quote: str
    object: str | None = None
    value: str | None = None
    qualifiers: Mapping[str, str] = field(default_factory=dict)
    status: str = "stated"


@dataclass(frozen=True, slots=True)
class Shown:
    """What a proposer is shown of an article: its text as read, paragraphs ended by line feeds, and (name, type) of its names."""

    text: str
    names: tuple[tuple[str, str], ...]


class Proposer(Protocol):
    """Proposes facts; ``name`` marks what comes of it (rule ``proposed:<name>``)."""

    @property
    def name(self) -> str:
        """Who it is."""

    def propose(self, shown: Shown) -> Iterable[Proposed]:
        """Return the facts of an article. Raises ProposerError."""

    def cost(self, articles: Sequence[str]) -> str:
        """Return in words what it would cost to be shown these texts."""


def installed(name: str) -> Proposer:
    """Return the proposer that another package registers under this name. Raises ProposerError if none does or it cannot be made."""
    found = {entry.name: entry for entry in entry_points(group=GROUP)}
    if name not in found:
        raise ProposerError(f"no proposer is called {name!r}; installed are {', '.join(sorted(found)) or 'none'}")
    try:
        made: Proposer = found[name].load()()
    except (ImportError, TypeError, AttributeError) as error:
        raise ProposerError(f"proposer {name} cannot be made ({error}); is its package whole?") from error
    return made
