"""What ontology/ repeats, generated from kg.ttl: the range shapes of shapes.ttl, context.jsonld, and the tables of README.md.

A test compares the files with the output of this module; ``python -m kg.export.rdf.vocabulary`` regenerates them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

import rdflib
from rdflib import OWL, RDF, RDFS, XSD

from kg import ids
from kg.export.rdf.terms import prefixes, short
from kg.graph.sparql.saved_queries import questions
from kg.ontology import Ontology, Predicate, Term, folder, load, read

LINE = "# ---- generated from kg.ttl by python -m kg.export.rdf.vocabulary; do not edit below ----\n"
BEGIN, END = "<!-- generated from kg.ttl by python -m kg.export.rdf.vocabulary -->", "<!-- end -->"


def local(term: Term) -> str:
    """Return a term as a name with the prefix kg."""
    return "kg:" + term.iri.removeprefix(ids.ONTOLOGY)


def range_shapes(ontology: Ontology) -> str:
    """Return the shapes that hold domains and ranges of relations, attributes and event roles, as Turtle."""
    return "\n".join(list(_range_shapes(ontology)))


def _range_shapes(ontology: Ontology) -> Iterator[str]:
    for predicate in ontology.predicates.values():
        ends = (("Subject", "sh:targetSubjectsOf", predicate.domain), ("Object", "sh:targetObjectsOf", predicate.range))
        for side, target, allowed in ends:
            classes = [local(ontology.types[t]) for t in ontology.types if t in allowed]
            yield _shape(
                local(predicate), side, target, classes, f"the {side.lower()} of {predicate.id} is one of {', '.join(sorted(allowed))}"
            )
    for attribute in ontology.attributes.values():
        yield _shape(local(attribute), "Subject", "sh:targetSubjectsOf", ["kg:Entity"], f"{attribute.id} is a property of an entity")
    for role in ontology.event_roles.values():
        yield _shape(local(role), "Subject", "sh:targetSubjectsOf", ["kg:Event"], f"{role.id} is a role in an event")
        yield _shape(local(role), "Object", "sh:targetObjectsOf", ["kg:Entity"], f"{role.id} is an entity's role")


def _shape(name: str, side: str, target: str, classes: list[str], message: str) -> str:
    allowed = f"sh:class {classes[0]}" if len(classes) == 1 else "sh:or ( " + " ".join(f"[ sh:class {c} ]" for c in classes) + " )"
    return f'{name}{side}Shape a sh:NodeShape ;\n    {target} {name} ;\n    {allowed} ;\n    sh:message "{message}" .\n'


TERM_TABLES = {
    "Event kinds": "event_kinds",
    "Event roles": "event_roles",
    "Qualifiers": "qualifiers",
    "Project roles": "project_roles",
    "Statuses": "statuses",
}
"""Title of a table of plain terms → the part of the ontology that it lists."""


def tables(ontology: Ontology) -> str:
    """Return the tables of README.md as Markdown."""
    types = [(t.id, t.label_zh, t.label_en, t.definition_en, t.example, f"`{t.colour}`") for t in ontology.types.values()]
    relations = [_relation_row(predicate, ontology) for predicate in ontology.predicates.values()]
    attributes = [(a.id, a.label_zh, a.kind, a.definition_en, a.example) for a in ontology.attributes.values()]
    parts = _table("Entity types", ("id", "中文", "English", "definition", "example", "colour"), types)
    parts += _table("Relations", ("id", "中文", "from", "to", "qualifiers", "definition", "example"), relations)
    parts += _table("Attributes", ("id", "中文", "kind", "definition", "example"), attributes)
    for title, part in TERM_TABLES.items():
        terms: Iterable[Term] = getattr(ontology, part).values()
        parts += _table(title, ("id", "中文", "definition", "example"), ((t.id, t.label_zh, t.definition_en, t.example) for t in terms))
    asked = [(q.name, q.title_zh, q.title_en, ", ".join(p.key + " (required)" * p.needed for p in q.parameters)) for q in questions()]
    parts += _table("Saved queries", ("name", "中文", "English", "parameters"), asked)
    return "\n".join(parts)


def _relation_row(predicate: Predicate, ontology: Ontology) -> tuple[str, ...]:
    """Return a relation's row; types stand in the ontology's order."""
    return (
        predicate.id,
        predicate.label_zh,
        ", ".join(type_ for type_ in ontology.types if type_ in predicate.domain),
        ", ".join(type_ for type_ in ontology.types if type_ in predicate.range),
        ", ".join(predicate.qualifiers),
        predicate.definition_en + " (symmetric)" * predicate.symmetric,
        predicate.example,
    )


def _table(title: str, head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> list[str]:
    lines = [f"### {title}\n", f"| {' | '.join(head)} |", "|" + "---|" * len(head)]
    lines += [f"| {' | '.join(cell.replace('|', '/') for cell in (f'`{row[0]}`', *row[1:]))} |" for row in rows]
    return [*lines, ""]


LINKS = [
    "rdf:subject",
    "rdf:predicate",
    "oa:hasSource",
    "oa:hasSelector",
    "org:member",
    "org:organization",
    "org:role",
    "org:postIn",
    "org:heldBy",
    "org:subOrganizationOf",
    "schema:mentions",
    "schema:location",
    "dcterms:isPartOf",
    "dcterms:isReplacedBy",
    "prov:used",
    "prov:wasAssociatedWith",
]
CHINESE = [
    "kg:quote",
    "rdfs:label",
    "skos:prefLabel",
    "skos:altLabel",
    "schema:headline",
    "schema:alternativeHeadline",
    "schema:creditText",
    "foaf:name",
    "dcterms:publisher",
]
TYPED = {"oa:start": "nonNegativeInteger", "oa:end": "nonNegativeInteger", "schema:value": "decimal", "schema:position": "integer"}
MIXED = ("kg:role", "kg:seen", "kg:left", "kg:right")
"""Properties whose values are sometimes a node and sometimes text, or of several datatypes: JSON-LD spells each value out."""


def context(text: str) -> str:
    """Return context.jsonld for the ontology of this Turtle text: prefixes, and of each property what its values are."""
    graph = rdflib.Graph().parse(data=text, format="turtle")
    rows: dict[str, object] = dict(prefixes())
    for kind, plain in ((OWL.ObjectProperty, {"@type": "@id"}), (OWL.DatatypeProperty, {"@language": "zh"})):
        for iri in sorted(map(str, graph.subjects(RDF.type, kind))):
            range_ = graph.value(rdflib.URIRef(iri), RDFS.range)
            datatype = str(range_).removeprefix(str(XSD)) if str(range_).startswith(str(XSD)) else ""
            if short(iri) not in MIXED and datatype != "string":
                rows[short(iri)] = {"@type": f"xsd:{datatype}"} if datatype else plain
    rows |= {name: {"@type": "@id"} for name in LINKS} | {name: {"@language": "zh"} for name in CHINESE}
    rows |= {name: {"@type": f"xsd:{datatype}"} for name, datatype in TYPED.items()}
    lines = ",\n".join(f"  {json.dumps(key)}: {json.dumps(value)}" for key, value in rows.items())
    return f'{{\n "@context": {{\n{lines}\n }}\n}}\n'


def renewed_context(_: str, __: Ontology) -> str:
    """Return context.jsonld regenerated."""
    return context(read("kg.ttl"))


def renewed_shapes(text: str, ontology: Ontology) -> str:
    """Return shapes.ttl with its generated part renewed."""
    return text.partition(LINE)[0] + LINE + "\n" + range_shapes(ontology)


def renewed_readme(text: str, ontology: Ontology) -> str:
    """Return README.md with its tables regenerated."""
    before, _, rest = text.partition(BEGIN)
    return f"{before}{BEGIN}\n\n{tables(ontology)}\n{END}{rest.partition(END)[2]}"


def main() -> None:
    """Regenerate shapes.ttl, context.jsonld and README.md of ontology/."""
    for name, renewed in (("shapes.ttl", renewed_shapes), ("README.md", renewed_readme), ("context.jsonld", renewed_context)):
        path = folder() / name
        path.write_text(renewed(path.read_text(encoding="utf-8"), load()), encoding="utf-8")


if __name__ == "__main__":
    main()
