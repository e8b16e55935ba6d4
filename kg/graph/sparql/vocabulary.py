"""The names that a query may use: those of the ontology, what the saved queries use of other vocabularies, and which are neither."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from kg import ontology
from kg.graph.sparql.ask import TOKEN, prefixes
from kg.graph.sparql.saved_queries import questions
from kg.ontology import Word

OWN = "kg:"


def prefixed_names(query: str) -> Iterator[tuple[str, int]]:
    """Yield the prefixed names of a query with their offsets: ``kg:holdsPost``; none out of a string, comment or IRI."""
    for match in TOKEN.finditer(query):
        text = match["skip"] or ""
        if ":" in text and text[0] not in "\"'<#?$@":
            yield text, match.start()


@cache
def words() -> tuple[Word, ...]:
    """Return the names of all vocabularies with their prefix, ours first; those of others have no label."""
    ours = tuple(Word(OWN + word.name, word.label_zh, word.label_en) for word in ontology.vocabulary())
    known = prefixes()
    used = {name for question in questions() for name, _ in prefixed_names(question.text)}
    others = sorted(name for name in used if (prefix := name.partition(":")[0]) in known and prefix not in ("kg", "id"))
    return ours + tuple(Word(name, "", "") for name in others if not name.endswith(":"))


def unknown_terms(query: str) -> Iterator[tuple[str, int]]:
    """Yield the names of our namespace in a query that the ontology does not define, with their offsets."""
    defined = {word.name for word in words()}
    return ((name, at) for name, at in prefixed_names(query) if name.startswith(OWN) and name not in defined and name != OWN)
