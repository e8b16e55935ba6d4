"""The names that a query may use."""

from __future__ import annotations

from kg import ontology
from kg.graph.sparql.saved_queries import questions
from kg.graph.sparql.vocabulary import prefixed_names, unknown_terms, words


def test_prefixed_names_are_found_with_their_offsets_and_not_in_strings_comments_or_iris():
    query = "PREFIX x: <http://kg:no/> SELECT ?kg WHERE { ?s kg:holdsPost/rdfs:label 'kg:no'@zh } # kg:no"
    assert [(name, query[at : at + len(name)]) for name, at in prefixed_names(query)] == [
        (name, name) for name in ("x:", "kg:holdsPost", "rdfs:label")
    ]


def test_all_tables_of_the_ontology_are_words_with_labels_in_both_languages():
    known, found = ontology.load(), {word.name: word for word in words()}
    for table in (known.types, known.predicates, known.event_kinds, known.event_roles, known.attributes, known.statuses):
        for term in table.values():
            word = found["kg:" + term.iri.partition("#")[2]]
            assert (word.label_zh, word.label_en) == (term.label_zh, term.label_en)


def test_saved_questions_use_no_name_that_the_ontology_does_not_have():
    assert [(question.name, list(unknown_terms(question.text))) for question in questions() if list(unknown_terms(question.text))] == []
    assert "rdfs:label" in {word.name for word in words()}
