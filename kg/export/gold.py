"""What people have judged right in the review, as gold in the format of GUIDELINES.md: to measure on, and to train with.

A fact is judged by a decision that says it is right, or whose it is, or its status; what is judged wrong is gone already. An article is
written if one of its facts is judged, with those facts, the names at their ends, and the number of facts that nobody has judged yet
(``unjudged``): where that is 0 the article can be scored for what is missing too. What the format cannot hold is told, not written.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from kg.errors import ExportError
from kg.export.json_files import dump
from kg.export.pages import ArticleWriter, file_names, is_exported
from kg.model import Claim, Corpus, Entity, Event, Reading, ReadPage, Span
from kg.resolve.decide import Decision, Decisions, Target
from kg.resolve.decided_facts import Names, decide_facts, is_of_event, means
from kg.resolve.desk.outcome import by_id

JUDGED = ("right", "owner", "status")
"""The decisions that leave a fact in place."""
HEAD = ("id", "headline", "subheads", "body_start", "body_end")
ENTITY = ("id", "type", "name", "surfaces", "anaphors")
PARTS = {
    "relations": ("s", "p", "o", "evidence", "qualifiers"),
    "events": ("kind", "label", "date", "place", "roles", "evidence"),
    "attributes": ("of", "key", "value", "evidence"),
}
"""The kinds of facts with their keys in the guidelines' order."""
Row = dict[str, Any]


@dataclass(frozen=True)
class Gold:
    """``pages`` are the files by their names, as format ``pages`` calls them; ``facts`` counts what they hold.

    ``left`` tells what was judged and could not be written.
    """

    pages: dict[str, Row]
    facts: int
    left: tuple[str, ...]


def gold(corpus: Corpus, decisions: Decisions) -> Gold:
    """Return what these decisions judge of a corpus that was built with them, or before them."""
    entities = by_id(corpus.entities)
    readings, _ = decide_facts(corpus.readings, decisions, entities, corpus.entity_of)
    judge = Judge(corpus, decisions)
    by_article = {reading.article.id: reading for reading in readings}
    found: dict[str, Row] = {}
    left: list[str] = []
    n_facts = 0
    for name, read in file_names(corpus.pages):
        articles = []
        for article in read.articles:
            reading = by_article.get(article.id)
            judged = judge.judged(reading) if reading else None
            if reading and judged and (judged.claims or judged.events):
                row, lost = Writer(corpus, entities, read, judged).gold()
                row["unjudged"] = len(list(facts_of(reading))) - len(judged.claims) - len(judged.events)
                left += lost
                n_facts += sum(len(row[part]) for part in ("relations", "events", "attributes"))
                articles.append(row)
        if articles:
            head = {"document": read.page.name, "newspaper": read.page.newspaper, "city": read.locality.city}
            found[name] = head | {"articles": articles}
    return Gold(found, n_facts, tuple(left))


def facts_of(reading: Reading) -> Iterator[Claim | Event]:
    """Yield the facts of a reading that are exported."""
    yield from filter(is_exported, reading.claims)
    yield from filter(is_exported, reading.events)


def write_gold(made: Gold, folder: Path) -> None:
    """Write one file for each page into a folder. Raises ExportError if it cannot be made."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ExportError(f"{folder}: cannot be made ({error.strerror}); choose another folder") from error
    for name, row in made.pages.items():
        dump(row, folder / name)


def zipped(made: Gold) -> bytes:
    """Return the files in a ZIP file, the same bytes for the same gold."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        for name, row in made.pages.items():
            file.writestr(zipfile.ZipInfo(f"gold/{name}", (1980, 1, 1, 0, 0, 0)), json.dumps(row, ensure_ascii=False, indent=1) + "\n")
    return buffer.getvalue()


class Judge:
    """Knows which facts of a corpus, as decided, somebody has judged."""

    def __init__(self, corpus: Corpus, decisions: Decisions) -> None:
        self.names = Names(by_id(corpus.entities))
        self.entity_of = corpus.entity_of
        self.about = [now_of(decision) for decision in decisions.of(*JUDGED)]

    def judged(self, reading: Reading) -> Reading:
        """Return a reading with the facts alone that somebody has judged."""
        claims = tuple(c for c in reading.claims if any(means(d, c, self.names, self.entity_of) for d in self.about))
        events = tuple(e for e in reading.events if any(is_of_event(d, e, self.names, self.entity_of) for d in self.about))
        return replace(reading, claims=claims, events=events)


def now_of(decision: Decision) -> Decision:
    """Return a decision as it points at its fact once it is applied: at the owner that it gives."""
    return replace(decision, targets=(Target(decision.to or ""),)) if decision.kind == "owner" else decision


class Writer(ArticleWriter):
    """Writes the judged facts of one article as gold."""

    def __init__(self, corpus: Corpus, entities: Mapping[str, Entity], read: ReadPage, judged: Reading) -> None:
        super().__init__(corpus, entities, judged, 0.0)
        self.page = "".join(read.page.text.split())

    def gold(self) -> tuple[Row, list[str]]:
        """Return the article, and in words the facts that the format cannot hold."""
        whole = self.write()
        entities = {row["id"]: self.entity(row) for row in whole["entities"]}
        unnamed = {id_ for id_, row in entities.items() if not row["surfaces"] and row["type"] != "place"}
        rows = [(part, row, self.fault(row, part, unnamed)) for part in PARTS for row in whole[part]]
        left = [f"{whole['article']}: {row['evidence']}: {reason}" for _, row, reason in rows if reason]
        kept = [(part, row) for part, row, reason in rows if not reason]
        used = {end for _, row in kept for end in ends_of(row)}
        named = [row for id_, row in entities.items() if id_ in used]
        return self.head(whole) | {"entities": named} | self.parts(kept), left

    def head(self, whole: Row) -> Row:
        """Return what stands before the facts of an article."""
        bylines = [{"role": row["role"], "name": row["name"]} for row in whole["bylines"]]
        return {key: whole[key] for key in HEAD} | {"bylines": bylines, "date": whole["date"]}

    def parts(self, kept: list[tuple[str, Row]]) -> dict[str, list[Row]]:
        """Return the facts by kind, with the keys of the guidelines alone."""
        found: dict[str, list[Row]] = {part: [] for part in PARTS}
        for part, row in kept:
            found[part].append({key: row[key] for key in PARTS[part]} | {"evidence": self.quote(row)})
        return found

    def entity(self, row: Row) -> Row:
        """Return an entity with the forms of its name that the page prints in one piece."""
        printed = {key: self.printed(row[key]) for key in ("surfaces", "anaphors")}
        if not printed["surfaces"] and row["type"] != "place":  # the article has only 该公司 for it
            entity = self.entities[row["key"]]
            printed["surfaces"] = self.printed((entity.name, *entity.names))[:1]
        return {key: row[key] for key in ENTITY} | printed

    def printed(self, forms: Iterable[str]) -> list[str]:
        """Return those of some forms of a name that the page prints in one piece."""
        return [form for form in forms if "".join(form.split()) in self.page]

    def fault(self, row: Row, part: str, unnamed: set[str]) -> str:
        """Return why the format cannot hold a fact, empty if it can; ``unnamed`` are the ids of those that the page does not name."""
        if unnamed & set(ends_of(row)):
            return "nothing on the page names who is meant"
        if part == "relations" and row["p"] == "holds_post" and not row["qualifiers"].get("title"):
            return "a post has a title in the guidelines"
        if part == "attributes" and "".join(row["value"].split()) not in self.page:
            return "its value is not printed in one piece"
        return ""

    def quote(self, row: Row) -> str:
        """Return the evidence if the page prints it in one piece, else its longest piece; without white space."""
        whole = "".join(row["evidence"].split())
        spans = [Span(*span) for span in row["spans"]]
        text = self.reading.article.page.text
        return whole if whole in self.page else max(("".join(text[span.start : span.end].split()) for span in spans), key=len)


def ends_of(row: Row) -> Iterator[str]:
    """Yield the ids of the entities that a fact names."""
    yield from (row[key] for key in ("s", "o", "of", "place") if row.get(key))
    yield from (role["who"] for role in row.get("roles", ()))
