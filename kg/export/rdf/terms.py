"""Nodes and literals of RDF, and how they are spelled in Turtle and N-Triples; knows nothing of the facts.

Iri("https://w3id.org/kg-org-project/ontology#host")        kg:host
text("他说“好”")                                             "他说“好”"@zh
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from kg import ids
from kg.ontology import load

XSD = "http://www.w3.org/2001/XMLSchema#"
STRING = XSD + "string"
LOCAL = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*\Z")
UNSAFE = re.compile(r'["\\\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]')
SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


@cache
def prefixes() -> dict[str, str]:
    """Return prefix → IRI of the ontology and of our data, sorted by prefix."""
    return dict(sorted({**load().prefixes, "id": ids.DATA}.items()))


class Iri(NamedTuple):
    """A node: its whole IRI."""

    value: str


class Lit(NamedTuple):
    """A literal: a language tag, or a datatype's IRI."""

    value: str
    language: str = ""
    datatype: str = STRING


Term = Iri | Lit


@lru_cache(maxsize=4096)
def term(name: str) -> Iri:
    """Return the node of a prefixed name: ``org:Post``. KeyError if the ontology has no such prefix."""
    prefix, _, local = name.partition(":")
    return Iri(prefixes()[prefix] + local)


def thing(local: str) -> Iri:
    """Return the node of a thing of ours."""
    return Iri(ids.iri(local))


def text(value: str) -> Lit:
    """Return Chinese text as a literal."""
    return Lit(value, "zh")


def plain(value: str) -> Lit:
    """Return a code, file name or rule as a literal."""
    return Lit(value)


def integer(value: int) -> Lit:
    """Return a whole number as a literal."""
    return Lit(str(value), "", XSD + "integer")


def offset(value: int) -> Lit:
    """Return an offset as a literal, in the datatype that Web Annotation asks for."""
    return Lit(str(value), "", XSD + "nonNegativeInteger")


def decimal(value: Decimal | float) -> Lit:
    """Return a number as a literal, without an exponent and with one decimal at least, as xsd writes it."""
    exact = value if isinstance(value, Decimal) else Decimal(str(round(value, 4)))
    digits = format(exact, "f")
    digits = digits.rstrip("0").rstrip(".") if "." in digits else digits
    return Lit(digits if "." in digits else digits + ".0", "", XSD + "decimal")


def boolean(value: bool) -> Lit:
    """Return a truth value as a literal."""
    return Lit("true" if value else "false", "", XSD + "boolean")


def day(value: str) -> Lit:
    """Return a date as precise as it is given: day, month or year; else, as a day of an unknown year, as plain text."""
    for pattern, full, lexical, kind in (
        (r"\d{4}-\d{2}-\d{2}", value, value, "date"),
        (r"\d{4}-\d{2}", value + "-01", value, "gYearMonth"),
        (r"\d{4}", value + "-01-01", value, "gYear"),
    ):
        if re.fullmatch(pattern, value, re.ASCII) and is_day(full):
            return Lit(lexical, "", XSD + kind)
    return Lit(value)


def is_day(value: str) -> bool:
    """Whether an ISO date is one of the calendar."""
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def escape(value: str) -> str:
    """Return text as it stands between quotes in Turtle and N-Triples; lone surrogates become U+FFFD."""
    return UNSAFE.sub(_escaped, value) if UNSAFE.search(value) else value


def _escaped(match: re.Match[str]) -> str:
    code = ord(match[0])
    if 0xD800 <= code <= 0xDFFF:
        return "�"
    return SHORT.get(match[0]) or f"\\u{code:04X}"


def n_triples(node: Term) -> str:
    """Spell a node or literal as N-Triples and N-Quads do."""
    if isinstance(node, Iri):
        return f"<{node.value}>"
    tail = f"@{node.language}" if node.language else "" if node.datatype == STRING else f"^^<{node.datatype}>"
    return f'"{escape(node.value)}"{tail}'


@lru_cache(maxsize=65536)
def short(iri: str) -> str:
    """Spell an IRI as a prefixed name where its local part allows that, else in full."""
    cut = max(iri.rfind("#"), iri.rfind("/")) + 1
    for prefix, base in prefixes().items():
        if iri[:cut] == base and LOCAL.match(iri[cut:]):
            return f"{prefix}:{iri[cut:]}"
    return f"<{iri}>"


def turtle(node: Term) -> str:
    """Spell a node or literal as Turtle does."""
    if isinstance(node, Iri):
        return short(node.value)
    tail = f"@{node.language}" if node.language else "" if node.datatype == STRING else f"^^{short(node.datatype)}"
    return f'"{escape(node.value)}"{tail}'
