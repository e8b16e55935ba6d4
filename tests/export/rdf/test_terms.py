"""Terms of RDF are spelled so that any parser reads back what was meant."""

from __future__ import annotations

from decimal import Decimal

import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.export.rdf.terms import Iri, Lit, day, decimal, n_triples, short, term, text, turtle


@pytest.mark.parametrize(
    ("printed", "spelled"),
    [
        ("2021-03-01", '"2021-03-01"^^xsd:date'),
        ("2021-03", '"2021-03"^^xsd:gYearMonth'),
        ("2021", '"2021"^^xsd:gYear'),
        ("03-01", '"03-01"'),
        ("02-29", '"02-29"'),
        ("02-30", '"02-30"'),
        ("2021-02-29", '"2021-02-29"'),
        ("年底", '"年底"'),
        ("", '""'),
    ],
)
def test_a_date_is_as_precise_as_it_is_given(printed: str, spelled: str) -> None:
    assert turtle(day(printed)) == spelled


@pytest.mark.parametrize(
    ("value", "spelled"),
    [(0.8, "0.8"), (1.0, "1.0"), (Decimal("4800000000"), "4800000000.0"), (Decimal("1E+3"), "1000.0"), (0.30000000000000004, "0.3")],
)
def test_decimals_have_no_exponent(value: float | Decimal, spelled: str) -> None:
    assert decimal(value).value == spelled


@given(st.text())
def test_any_text_is_read_back(value: str) -> None:
    line = f"<a:s> <a:p> {n_triples(text(value))} ."
    [quad] = pyoxigraph.parse(line, format=pyoxigraph.RdfFormat.N_TRIPLES)
    assert isinstance(quad.object, pyoxigraph.Literal)
    assert quad.object.value == "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in value)


@pytest.mark.parametrize("hostile", ['"', "\\", "\n\r\t\0\x85\u2028", "</script>", '"""', "@zh ."])
def test_hostile_text_stays_inside_its_literal(hostile: str) -> None:
    [quad] = pyoxigraph.parse(f"<a:s> <a:p> {turtle(text(hostile))} .", format=pyoxigraph.RdfFormat.TURTLE)
    assert isinstance(quad.object, pyoxigraph.Literal)
    assert quad.object.value == hostile


def test_iris_are_shortened_only_where_turtle_allows() -> None:
    assert short(term("org:Post").value) == "org:Post"
    assert short("https://w3id.org/kg-org-project/id/p12-s1-2") == "id:p12-s1-2"
    assert short("https://w3id.org/kg-org-project/id/a/b") == "<https://w3id.org/kg-org-project/id/a/b>"


def test_plain_strings_and_nodes() -> None:
    assert (turtle(Lit("甲.txt")), n_triples(Iri("a:b"))) == ('"甲.txt"', "<a:b>")
