"""A corpus in a few lines: names with types, and sentences with the claims and events that they state."""

from __future__ import annotations

from dataclasses import dataclass

from kg import ids
from kg.extract.draft import Draft
from kg.model import BREAK, Article, Byline, Corpus, Entity, Locality, Page, ReadPage, Section


@dataclass(frozen=True)
class Says:
    """One sentence and what it states: (subject, predicate, object) claims, an event (kind, {name: role}) or (subject, key, value)."""

    text: str
    claims: tuple[tuple[str, str, str], ...] = ()
    event: tuple[str, dict[str, str]] | None = None
    value: tuple[str, str, str] | None = None
    counted: str | None = None
    confidence: float = 0.8
    status: str = "stated"


def told(
    types: dict[str, str],
    *articles: tuple[Says, ...],
    date: str | None = "2021-03-04",
    bylines: tuple[str, ...] = (),
    issue: tuple[str, str] | None = None,
    city: str | None = None,
) -> Corpus:
    """Return the corpus of these articles; each is a page of its own, every entity is named by its key in ``types``.

    All articles have the ``date`` and the reporters ``bylines``; all pages are of one ``issue`` (paper and day), if it is given.
    """
    pages, readings, mentions = [], [], {name: [] for name in types}
    for number, sentences in enumerate(articles):
        text = f"报道{number}" + BREAK + "".join(s.text for s in sentences) + BREAK
        paper, day = issue or (None, None)
        page = Page(ids.page_id(text), f"{number}.txt", text, newspaper=paper, date=day)
        at = text.index(BREAK) + 1
        article = Article(
            f"{page.id}-a",
            page,
            0,
            text,
            tuple(-1 if c == BREAK else i for i, c in enumerate(text)),
            (Section("headline", 0, at), Section("body", at, len(text))),
            text[: at - 1],
            date=date,
            bylines=tuple(Byline("记者", name) for name in bylines),
            locality=Locality(city=city),
        )
        draft = Draft(article)
        for said in sentences:
            here = {
                name: draft.name(at + where, at + where + len(name), types[name], "made")
                for name in types
                if (where := said.text.find(name)) >= 0
            }
            span = [(at, at + len(said.text))]
            for s, p, o in said.claims:
                draft.claim(here[s], p, here[o], span, "made", confidence=said.confidence, status=said.status)
            if said.event:
                draft.event(said.event[0], said.text, [(here[who], role) for who, role in said.event[1].items()], span, "made")
            if said.value:
                counted = {"counted": said.counted} if said.counted else {}
                draft.claim(here[said.value[0]], said.value[1], None, span, "made", value=said.value[2], qualifiers=counted)
            for name, mention in here.items():
                mentions[name].append(mention.id)
            at += len(said.text)
        pages.append(ReadPage(page, (article,)))
        readings.append(draft.freeze())
    entities = tuple(Entity(ids.entity_id(types[n], None, n), types[n], n, (n,), tuple(found)) for n, found in mentions.items() if found)
    return Corpus(tuple(pages), tuple(readings), entities, {m: e.id for e in entities for m in e.mentions})
