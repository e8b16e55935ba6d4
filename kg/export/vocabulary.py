"""What ontology/ holds twice, made from kg.ttl: the range shapes of shapes.ttl and the tables of README.md.

A test compares both files with what is made here; ``python -m kg.export.vocabulary`` writes them anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg import ids
from kg.graph.shelf import questions
from kg.ontology import Ontology, Term, folder, load

LINE = "# ---- made from kg.ttl by python -m kg.export.vocabulary; do not edit below ----\n"
BEGIN, END = "<!-- made from kg.ttl by python -m kg.export.vocabulary -->", "<!-- end -->"


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
        yield _shape(local(attribute), "Subject", "sh:targetSubjectsOf", ["kg:Entity"], f"{attribute.id} is said of an entity")
    for role in ontology.event_roles.values():
        yield _shape(local(role), "Subject", "sh:targetSubjectsOf", ["kg:Event"], f"{role.id} is a role in an event")
        yield _shape(local(role), "Object", "sh:targetObjectsOf", ["kg:Entity"], f"{role.id} is an entity's role")


def _shape(name: str, side: str, target: str, classes: list[str], message: str) -> str:
    allowed = f"sh:class {classes[0]}" if len(classes) == 1 else "sh:or ( " + " ".join(f"[ sh:class {c} ]" for c in classes) + " )"
    return f'{name}{side}Shape a sh:NodeShape ;\n    {target} {name} ;\n    {allowed} ;\n    sh:message "{message}" .\n'


def tables(ontology: Ontology) -> str:
    """Return the tables of README.md as Markdown."""
    parts: list[str] = []
    parts += _table(
        "Entity types",
        ("id", "中文", "English", "definition", "example", "colour"),
        ((t.id, t.label_zh, t.label_en, t.definition_en, t.example, f"`{t.colour}`") for t in ontology.types.values()),
    )
    parts += _table(
        "Relations",
        ("id", "中文", "from", "to", "qualifiers", "definition", "example"),
        (
            (
                p.id,
                p.label_zh,
                ", ".join(t for t in ontology.types if t in p.domain),
                ", ".join(t for t in ontology.types if t in p.range),
                ", ".join(p.qualifiers),
                p.definition_en + (" (symmetric)" if p.symmetric else ""),
                p.example,
            )
            for p in ontology.predicates.values()
        ),
    )
    parts += _table(
        "Attributes",
        ("id", "中文", "kind", "definition", "example"),
        ((a.id, a.label_zh, a.kind, a.definition_en, a.example) for a in ontology.attributes.values()),
    )
    for title, terms in (
        ("Event kinds", ontology.event_kinds),
        ("Event roles", ontology.event_roles),
        ("Qualifiers", ontology.qualifiers),
        ("Project roles", ontology.project_roles),
        ("Statuses", ontology.statuses),
    ):
        parts += _table(
            title, ("id", "中文", "definition", "example"), ((t.id, t.label_zh, t.definition_en, t.example) for t in terms.values())
        )
    parts += _table(
        "Questions of the shelf",
        ("name", "中文", "English", "parameters"),
        ((q.name, q.title_zh, q.title_en, ", ".join(p.key + (" (needed)" if p.needed else "") for p in q.parameters)) for q in questions()),
    )
    return "\n".join(parts)


def _table(title: str, head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> list[str]:
    lines = [f"### {title}\n", f"| {' | '.join(head)} |", "|" + "---|" * len(head)]
    lines += [f"| {' | '.join(cell.replace('|', '/') for cell in (f'`{row[0]}`', *row[1:]))} |" for row in rows]
    return [*lines, ""]


def renewed_shapes(text: str, ontology: Ontology) -> str:
    """Return shapes.ttl with its made part written anew."""
    return text.partition(LINE)[0] + LINE + "\n" + range_shapes(ontology)


def renewed_readme(text: str, ontology: Ontology) -> str:
    """Return README.md with its tables written anew."""
    before, _, rest = text.partition(BEGIN)
    return f"{before}{BEGIN}\n\n{tables(ontology)}\n{END}{rest.partition(END)[2]}"


def main() -> None:
    """Write shapes.ttl and README.md of ontology/ anew."""
    for name, renewed in (("shapes.ttl", renewed_shapes), ("README.md", renewed_readme)):
        path = folder() / name
        path.write_text(renewed(path.read_text(encoding="utf-8"), load()), encoding="utf-8")


if __name__ == "__main__":
    main()
