"""What is read out of one article: mentions, claims, events, and what was proposed and not taken."""

from __future__ import annotations

from dataclasses import dataclass
from sys import intern

from kg.model.articles import Article, Evidence

NAME_KINDS = ("name", "shared")


@dataclass(frozen=True, slots=True)
class Mention:
    """One thing named, pointed at or implied at one place of an article.

    ``kind``:
        "name"     a printed name; its surface is scored and listed
        "shared"   a printed name that stands for several entities at once (许昌市、长葛市两级人民法院): one mention for each,
                   same span, distinguished by ``name``; counted as a name
        "anaphor"  该公司, 全市, 双方: stands for ``antecedent``; never counted as a name
        "implied"  市长 implies the city: the span lies on the word that implies it; never counted as a name
    ``name`` is what rule or context completes the surface to (市市场监督管理局 → 许昌市市场监督管理局), None if nothing is
    added. ``antecedent`` and ``parent`` (the body that the name itself says it belongs to) are ids of other mentions
    of the same article. ``score`` in 0…1 is the finder's confidence. ``surface`` is in plain characters; ``printed`` is the surface
    as printed where that differs, else None.
    """

    article: str
    start: int
    end: int
    surface: str
    type: str
    rule: str
    kind: str = "name"
    name: str | None = None
    antecedent: str | None = None
    parent: str | None = None
    score: float = 1.0
    printed: str | None = None

    @property
    def shown(self) -> str:
        """The surface as printed."""
        return self.printed or self.surface

    @property
    def id(self) -> str:
        """Unique in the corpus and readable: article, article offsets, type; then kind and what it stands for."""
        place = f"{self.article}:{self.start}-{self.end}:{self.type}"
        if self.kind == "name":
            return intern(place)
        return intern(f"{place}:{self.kind}:{self.antecedent.split(':', 1)[1] if self.antecedent else self.name}")

    @property
    def is_name(self) -> bool:
        """Whether the surface is a printed name."""
        return self.kind in NAME_KINDS


@dataclass(frozen=True, slots=True)
class Claim:
    """Subject, predicate, object, with the characters that say so.

    ``object`` is a mention's id or None; ``value`` is the printed value of an attribute (total_investment 48亿元) or
    None. ``qualifiers`` are sorted (key, printed value) pairs: title, role, what, amount, honour, date …
    ``status``: "stated" (done or standing), "planned", "signed", "under_way", "former", "designate", "denied".
    """

    article: str
    subject: str
    predicate: str
    object: str | None
    evidence: Evidence
    rule: str
    value: str | None = None
    qualifiers: tuple[tuple[str, str], ...] = ()
    confidence: float = 1.0
    status: str = "stated"

    def qualifier(self, key: str) -> str | None:
        """Return the printed value of a qualifier, None if the claim has none."""
        return dict(self.qualifiers).get(key)


@dataclass(frozen=True, slots=True)
class Role:
    """One participant of an event: a mention's id and the role it has, in printed order."""

    who: str
    role: str


@dataclass(frozen=True, slots=True)
class Event:
    """One real event as one article reports it; ``date`` as Article.date, ``place`` a mention's id."""

    article: str
    kind: str
    label: str
    roles: tuple[Role, ...]
    evidence: Evidence
    rule: str
    date: str | None = None
    place: str | None = None
    confidence: float = 1.0
    status: str = "stated"


@dataclass(frozen=True, slots=True)
class Rejected:
    """Something proposed and not taken: counted and listed, never dropped in silence."""

    article: str
    what: str
    surface: str
    reason: str
    start: int = -1


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read out of one article."""

    article: Article
    mentions: tuple[Mention, ...] = ()
    claims: tuple[Claim, ...] = ()
    events: tuple[Event, ...] = ()
    rejected: tuple[Rejected, ...] = ()

    @property
    def facts(self) -> tuple[Claim | Event, ...]:
        """Its claims and events."""
        return (*self.claims, *self.events)
