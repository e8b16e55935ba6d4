"""The life of a project: what was planned, signed, begun, finished and put to use, when, for how much, by whom, in which phases.

A view of the corpus: every step, sum and part keeps the claim or event that says it. Phases (某水厂二期工程) are found by name: a name
that is another project's name with a phase in it. Nothing is added that no page says; differing statements stand side by side.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field

from kg.model import Article, Claim, Corpus, Entity, Event
from kg.values.dates import iso
from kg.values.progress import statuses
from kg.values.quantities import Quantity, read

STAGES = ("planned", "prepared", "signed", "started", "under_way", "finished", "running")
"""谋划 < 前期 < 签约 < 开工 < 在建 < 竣工 < 投产."""
HELD_UP = "held_up"
LIVES = ("project", "facility")
SUMS = ("total_investment", "completed_investment", "contract_amount", "funding")
SIZES = ("area", "floor_area", "capacity", "output", "members", "patents")
PARTS = ("undertakes", "invests_in", "supplies", "oversees", "participates_in", "assists")
PHASE = re.compile("(?:项目|工程)?(?P<number>[一二三四五六七八九十首]期|第[一二三四五六七八九十]期)(?:工程|项目)?")
CEREMONY = {
    "签约": "signed",
    "开工": "started",
    "奠基": "started",
    "动工": "started",
    "封顶": "under_way",
    "竣工": "finished",
    "交付": "finished",
    "投产": "running",
    "投运": "running",
    "通车": "running",
    "启用": "running",
    "揭牌": "running",
    "通水": "running",
}


@dataclass(frozen=True, slots=True)
class Step:
    """One step as one article reports it.

    ``stage`` is one of STAGES or HELD_UP; ``printed`` the words; ``date`` an ISO prefix of the step, None if unknown; ``reported``
    the date of the article; ``planned`` that it lay ahead then. Exactly one of ``claim`` and ``event`` is its source.
    """

    stage: str
    printed: str
    date: str | None
    reported: str | None
    planned: bool
    claim: Claim | None = None
    event: Event | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """One sum or size: the claim and the quantity that its printed value amounts to (None if it cannot be read)."""

    key: str
    printed: str
    quantity: Quantity | None
    claim: Claim


@dataclass(frozen=True, slots=True)
class Part:
    """Who has to do with it: an entity's id, predicate and role as printed, and the claim."""

    who: str
    predicate: str
    role: str | None
    claim: Claim


@dataclass(frozen=True, slots=True)
class Lifeline:
    """Everything the pages say of one project, steps in the order of a project's life, then of their dates."""

    id: str
    name: str
    aliases: tuple[str, ...]
    phases: tuple[str, ...]
    phase_of: str | None
    steps: tuple[Step, ...]
    figures: tuple[Figure, ...]
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Gathered:
    """What the corpus says of one work, in its order."""

    steps: list[Step] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """Whether no page says anything of the work."""
        return not (self.steps or self.figures or self.parts)


def lifelines(corpus: Corpus) -> dict[str, Lifeline]:
    """Return the life line of every project and facility that a page says anything of, by entity id, in order of the corpus."""
    works = {e.id: e for e in corpus.entities if e.type in LIVES}
    gathered = gather(corpus, works)
    whole_of = phases(works.values())
    phases_of: dict[str, list[str]] = defaultdict(list)
    for id_ in works:
        if id_ in whole_of:
            phases_of[whole_of[id_]].append(id_)
    return {
        id_: Lifeline(
            id_,
            work.name,
            tuple(name for name in work.names if name != work.name),
            tuple(phases_of[id_]),
            whole_of.get(id_),
            in_order(gathered[id_].steps),
            tuple(gathered[id_].figures),
            tuple(gathered[id_].parts),
        )
        for id_, work in works.items()
        if not gathered[id_].is_empty or id_ in whole_of or phases_of[id_]
    }


def gather(corpus: Corpus, works: Mapping[str, Entity]) -> dict[str, Gathered]:
    """Return steps, figures and parts of every work."""
    articles = {reading.article.id: reading.article for reading in corpus.readings}
    found = {id_: Gathered() for id_ in works}
    for claim in corpus.claims():
        subject, target = corpus.entity_of.get(claim.subject, ""), corpus.entity_of.get(claim.object or "", "")
        if subject in works and claim.value is not None:
            found[subject].steps.extend(steps_of(claim, articles[claim.article]))
            if claim.predicate in SUMS + SIZES:
                found[subject].figures.append(Figure(claim.predicate, claim.value, read(claim.value), claim))
        elif target in works and subject and claim.predicate in PARTS and claim.status != "denied":
            found[target].parts.append(Part(subject, claim.predicate, claim.qualifier("role"), claim))
    for event in corpus.events():
        for work, step in event_steps(event, corpus.entity_of, works, articles[event.article]):
            found[work].steps.append(step)
    return found


def steps_of(claim: Claim, article: Article) -> list[Step]:
    """Return the steps that one attribute says: a status, a start, a completion (明年6月投产 lies ahead)."""
    value = claim.value or ""
    if claim.predicate == "status":
        found = statuses(value, 0)
        stage = found[0].stage if found else "under_way"
        return [Step(stage, value, None, article.date, stage == HELD_UP or value.startswith("拟"), claim)]
    if claim.predicate in ("start", "completion"):
        stage = "started" if claim.predicate == "start" else "running"
        date = iso(value, article.date, article.page.date)
        return [Step(stage, value, date, article.date, lies_ahead(value, claim, date, article.date), claim)]
    return []


def lies_ahead(value: str, claim: Claim, date: str | None, reported: str | None) -> bool:
    """Whether a date lay ahead when the article was printed.

    Its own words say so (明年), the claim's or the evidence's (计划12月投运), or the calendar.
    """
    if claim.status == "planned" or re.match("明年|后年|年底|年内|下半年", value):
        return True
    before = claim.evidence.quote.split(value)[0][-8:]
    if re.search("将|计划|预计|拟|力争|推迟", before + claim.evidence.quote.split(value)[-1][:4]):
        return True
    return bool(date and reported and len(date) >= 7 and len(reported) == 10 and date > reported)


def event_steps(event: Event, entity_of: Mapping[str, str], works: Container[str], article: Article) -> Iterable[tuple[str, Step]]:
    """Yield the step that a ceremony is for each work it was held for: 集中开工仪式 → started."""
    stage = next((stage for word, stage in CEREMONY.items() if word in event.label), None)
    if event.kind != "ceremony" or stage is None:
        return
    for role in event.roles:
        work = entity_of.get(role.who)
        if role.role == "target" and work is not None and work in works:
            yield work, Step(stage, event.label, event.date, article.date, False, None, event)


def in_order(steps: Iterable[Step]) -> tuple[Step, ...]:
    """Return steps in the order of a project's life, then of their dates; what was held up last."""
    rank = {stage: n for n, stage in enumerate((*STAGES, HELD_UP))}
    return tuple(sorted(steps, key=lambda s: (rank[s.stage], s.date or s.reported or "", s.planned, s.printed)))


def phases(works: Iterable[Entity]) -> dict[str, str]:
    """Return phase → whole for the works whose name is another's with a phase in it: 某水厂二期工程 → 某水厂工程."""
    named: dict[str, str] = {}
    projects: set[str] = set()
    works = list(works)
    for work in works:
        if not PHASE.search(work.name):
            named.setdefault(stem(work.name), work.id)
            projects |= {work.id} if work.type == "project" else set()
    found: dict[str, str] = {}
    for work in works:
        match = PHASE.search(work.name)
        if match:
            without, before = work.name[: match.start()] + work.name[match.end() :], work.name[: match.start()]
            whole = named.get(stem(without)) or named.get(stem(before))
            if whole and whole != work.id and (whole in projects or work.type == "facility"):
                found[work.id] = whole
    return found


def stem(name: str) -> str:
    """Return a work's name without the word for what it is: 某水厂工程 → 某水厂."""
    return re.sub("(?:建设)?(?:项目|工程)$", "", name)
