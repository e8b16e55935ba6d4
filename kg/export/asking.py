"""A build as a Python prompt or a notebook sees it: one line, a card, look-ups by name, a table for pandas."""

from __future__ import annotations

import html
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

from kg import ontology
from kg.graph.facts import Fact, Facts, Thing
from kg.graph.query import find
from kg.graph.sentences import sentence
from kg.model import Corpus

if TYPE_CHECKING:
    import pandas


class Asking:
    """What can be asked of anything that has a corpus."""

    corpus: Corpus

    @cached_property
    def indexed(self) -> Facts:
        """All things and facts, indexed by name and by pair."""
        return Facts.of(self.corpus)

    def find(self, name: str) -> Thing:
        """Return the one thing that a name, full, short or in pinyin, or an id means. Raises NameLookupError with candidates."""
        return find(self.indexed, name)

    def facts(self, name: str) -> tuple[Fact, ...]:
        """Return everything that the pages say of the thing called ``name``. Raises NameLookupError as ``find``."""
        return self.indexed.by_thing[self.find(name).id]

    def to_pandas(self) -> pandas.DataFrame:
        """Return all facts as a DataFrame, a fact a row: who, what, status, confidence, quote and where it stands."""
        import pandas

        things, articles = self.indexed.things, self.indexed.articles
        rows = [
            {
                "id": fact.id,
                "family": fact.family,
                "subject": things[fact.subject].name,
                "predicate": fact.predicate,
                "object": things[fact.object].name if fact.object else None,
                "value": fact.value,
                **{f"q_{key}": value for key, value in fact.qualifiers},
                "status": fact.status,
                "confidence": fact.confidence,
                "quote": fact.evidence.quote,
                "sentence": sentence(self.indexed, fact),
                "headline": articles[fact.article].headline,
                "date": articles[fact.article].date,
                "page": articles[fact.article].page.name,
            }
            for fact in self.indexed.facts
        ]
        return pandas.DataFrame(rows)

    def __repr__(self) -> str:
        """Return one line: how many pages, articles, entities, claims and events."""
        return f"<{type(self).__name__}: {', '.join(f'{count} {word}' for word, count in self._counts().items())}>"

    def _repr_html_(self) -> str:
        """Return a card for notebooks: the counts, and the entities by type."""
        types = Counter(entity.type for entity in self.corpus.entities)
        labels = ontology.load().types
        rows = "".join(
            f"<tr><td>{html.escape(labels[type_].label_zh)} {html.escape(labels[type_].label_en)}</td><td>{types[type_]}</td></tr>"
            for type_ in labels
            if types[type_]
        )
        head = " · ".join(f"<b>{count}</b> {word}" for word, count in self._counts().items())
        return f"<div><p>{head}</p><table>{rows}</table></div>"

    def _counts(self) -> dict[str, int]:
        return {
            "pages": len(self.corpus.pages),
            "articles": len(self.corpus.readings),
            "entities": len(self.corpus.entities),
            "claims": sum(1 for _ in self.corpus.claims()),
            "events": sum(1 for _ in self.corpus.events()),
        }
