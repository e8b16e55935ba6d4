"""What is told of a query while it is written."""

from __future__ import annotations

import pytest

from kg.serve.sparql.checking import faults


def marked(query: str) -> list[tuple[str, str]]:
    return [(fault.severity, query[fault.start : fault.end]) for fault in faults(query)]


def test_a_query_that_can_be_asked_has_no_fault():
    assert marked("SELECT ?x WHERE { ?x a kg:Person ; kg:holdsPost ?y . FILTER(?x != 'kg:none') } # kg:none") == []


@pytest.mark.parametrize(
    ("query", "culprit"),
    [
        ("SELECT ?x WHERE {\n  ?x a }", "a }"),
        ("SELECT ?人 WHERE { ?人 ] ?y . ?人 a kg:Person . ?z a kg:Zone }", "]"),
        ("SELECT ?x WHERE { ?x a ?y ?z . ?x a kg:Person . ?z a kg:Zone }", "?z"),
        ("SELECT ?x FOR { ?x a kg:Person . ?z a kg:Zone }", "FOR"),
        ("SELECT ?x WHERE { ?x no:thing ?y . ?x a kg:Person . ?z a kg:Zone }", "no:thing"),
        ("SELEKT", "SELEKT"),
    ],
)
def test_the_mark_of_what_does_not_parse_holds_the_culprit(query, culprit):
    (fault,) = [fault for fault in faults(query) if fault.severity == "error"]
    assert culprit in query[fault.start : fault.end]
    assert len(query[fault.start : fault.end].split()) <= 4
    assert fault.message.startswith("the query does not parse near")


def test_what_is_not_allowed_is_marked_alone():
    assert marked("SELECT ?x\nFROM <http://a/> WHERE { ?x ?y ?z }") == [("error", "FROM")]


def test_a_name_that_the_ontology_does_not_have_is_a_warning():
    query = "SELECT ?人 WHERE { ?人 kg:holdPost ?y }"
    assert marked(query) == [("warning", "kg:holdPost")]
    assert next(faults(query)).message.startswith("the ontology has no kg:holdPost; ")


def test_a_query_that_is_too_long_is_wrong_as_a_whole():
    assert [(fault.start, fault.end) for fault in faults("#" + "x" * 100_000)] == [(0, 100_001)]
    assert marked("") == [("error", "")]
