"""The part of SHACL core that ontology/shapes.ttl uses, checked on an Oxigraph store.

A shape that uses anything else is an OntologyError, never ignored. The tests compare its verdicts with pySHACL's.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Store, Triple

from kg.errors import OntologyError

SH = "http://www.w3.org/ns/shacl#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
XSD = "http://www.w3.org/2001/XMLSchema#"
TYPE = NamedNode(RDF + "type")
Node = NamedNode | BlankNode | Literal | Triple
Test = Callable[[Store, Node], bool]
TARGETS = ("targetClass", "targetSubjectsOf", "targetObjectsOf")
SILENT = {"path", "message", "property", *TARGETS}


@dataclass(frozen=True, slots=True)
class Fault:
    """One place where a graph does not conform: the node, the shape that says so, what it asks, and the value if one is wrong."""

    node: str
    shape: str
    message: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Path:
    """A property, or its inverse."""

    iri: NamedNode
    inverse: bool = False

    def values(self, data: Store, node: Node) -> list[Node]:
        """Return what the path leads to from ``node``, each once."""
        if self.inverse:
            return list(dict.fromkeys(quad.subject for quad in data.quads_for_pattern(None, self.iri, node, None)))
        if not isinstance(node, NamedNode | BlankNode):
            return []
        return list(dict.fromkeys(quad.object for quad in data.quads_for_pattern(node, self.iri, None, None)))


@dataclass(frozen=True, slots=True)
class Constraint:
    """What each value, or the number of values, must keep."""

    path: Path | None
    least: int
    most: int | None
    tests: tuple[Test, ...]
    less_than: NamedNode | None
    message: str

    def faults(self, data: Store, node: Node, shape: str) -> Iterator[Fault]:
        """Yield the faults of one focus node."""
        values = [node] if self.path is None else self.path.values(data, node)
        if self.path and (len(values) < self.least or (self.most is not None and len(values) > self.most)):
            yield Fault(text_of(node), shape, self.message, f"{len(values)} values")
        for value in values:
            if not all(test(data, value) for test in self.tests) or not self._in_order(data, node, value):
                yield Fault(text_of(node), shape, self.message, text_of(value))

    def _in_order(self, data: Store, node: Node, value: Node) -> bool:
        if self.less_than is None:
            return True
        limits = Path(self.less_than).values(data, node)
        return all(is_number(limit) and is_number(value) and Decimal(text_of(value)) < Decimal(text_of(limit)) for limit in limits)


@dataclass(frozen=True, slots=True)
class Shape:
    """A node shape: its focus nodes and its constraints."""

    iri: str
    targets: tuple[tuple[str, NamedNode], ...]
    constraints: tuple[Constraint, ...]

    def focus(self, data: Store) -> Iterator[Node]:
        """Yield each focus node once."""
        seen: dict[Node, None] = {}
        for kind, iri in self.targets:
            if kind == "targetClass":
                seen.update((quad.subject, None) for quad in data.quads_for_pattern(None, TYPE, iri, None))
            elif kind == "targetSubjectsOf":
                seen.update((quad.subject, None) for quad in data.quads_for_pattern(None, iri, None, None))
            else:
                seen.update((quad.object, None) for quad in data.quads_for_pattern(None, iri, None, None))
        yield from seen


def validate(data: Store, shapes: str) -> list[Fault]:
    """Return the faults of a graph by node; empty if it conforms. Raises OntologyError if the shapes cannot be read."""
    found = [
        fault
        for shape in read(shapes)
        for node in shape.focus(data)
        for constraint in shape.constraints
        for fault in constraint.faults(data, node, shape.iri.rpartition("#")[2])
    ]
    return sorted(set(found), key=lambda f: (f.node, f.shape, f.message, f.value))


def text_of(node: Node) -> str:
    """Return a node or literal as the bare text it stands for."""
    return str(node) if isinstance(node, Triple) else node.value


def is_number(node: Node) -> bool:
    """Whether a literal is written as a number."""
    return isinstance(node, Literal) and bool(re.fullmatch(r"[+-]?\d+(?:\.\d+)?", node.value, re.ASCII))


def has_datatype(literal: Literal, iri: str) -> bool:
    """Whether a literal is of a datatype. An Oxigraph store keeps every whole number as xsd:integer, so those are checked by value."""
    if iri == XSD + "nonNegativeInteger":
        return literal.datatype.value in (iri, XSD + "integer") and literal.value.isdigit()
    return literal.datatype.value == iri


def read(shapes: str) -> list[Shape]:
    """Read shapes from Turtle."""
    store = Store()
    try:
        store.load(shapes, format=RdfFormat.TURTLE)
    except SyntaxError as error:
        raise OntologyError(f"ontology/shapes.ttl: {error}") from error
    reader = _Reader(store)
    nodes = sorted((q.subject for q in store.quads_for_pattern(None, TYPE, NamedNode(SH + "NodeShape"), None)), key=str)
    return [reader.shape(node) for node in nodes if isinstance(node, NamedNode)]


class _Reader:
    """Shapes out of a store that holds them."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def shape(self, node: NamedNode) -> Shape:
        targets = tuple((kind, value) for kind in TARGETS for value in self.all(node, kind) if isinstance(value, NamedNode))
        properties = [self.constraint(value) for value in self.all(node, "property")]
        return Shape(node.value, targets, (self.constraint(node), *properties))

    def about(self, node: Node) -> list[tuple[str, Node]]:
        if not isinstance(node, NamedNode | BlankNode):
            raise OntologyError(f"ontology/shapes.ttl: {node} cannot be a shape")
        rows = self.store.quads_for_pattern(node, None, None, None)
        return [(q.predicate.value.removeprefix(SH), q.object) for q in rows if q.predicate.value.startswith(SH)]

    def all(self, node: Node, key: str) -> list[Node]:
        return Path(NamedNode(SH + key)).values(self.store, node)

    def constraint(self, node: Node) -> Constraint:
        rows = dict(self.about(node))
        twice = sorted(key for key, n in Counter(key for key, _ in self.about(node)).items() if n > 1 and key not in SILENT)
        if twice:
            raise OntologyError(f"ontology/shapes.ttl: kg check takes one sh:{twice[0]} in a shape")
        most = rows.pop("maxCount", None)
        least = rows.pop("minCount", None)
        less = rows.pop("lessThan", None)
        tests = tuple(self.test(key, value) for key, value in sorted(rows.items()) if key not in SILENT)
        message = rows.get("message")
        return Constraint(
            self.path(rows["path"]) if "path" in rows else None,
            int(least.value) if isinstance(least, Literal) else 0,
            int(most.value) if isinstance(most, Literal) else None,
            tests,
            less if isinstance(less, NamedNode) else None,
            message.value if isinstance(message, Literal) else str(node),
        )

    def path(self, node: Node) -> Path:
        if isinstance(node, NamedNode):
            return Path(node)
        inverse = self.all(node, "inversePath")
        if len(inverse) != 1 or not isinstance(inverse[0], NamedNode):
            raise OntologyError("ontology/shapes.ttl: a path is a property or the inverse of one")
        return Path(inverse[0], inverse=True)

    def test(self, key: str, value: Node) -> Test:
        """Return the check that one constraint parameter asks of a value."""
        bare = text_of(value)
        if key == "class" and isinstance(value, NamedNode):
            return lambda data, node: value in Path(TYPE).values(data, node)
        if key == "or":
            ways = [[self.test(k, v) for k, v in self.about(item)] for item in self.items(value)]
            return lambda data, node: any(all(test(data, node) for test in way) for way in ways)
        if key == "in":
            allowed = {text_of(item) for item in self.items(value)}
            return lambda _, node: text_of(node) in allowed
        if key in SIMPLE:
            return SIMPLE[key](bare)
        raise OntologyError(f"ontology/shapes.ttl: kg check does not know sh:{key}")

    def items(self, node: Node) -> Iterator[Node]:
        while node != NamedNode(RDF + "nil"):
            yield from Path(NamedNode(RDF + "first")).values(self.store, node)
            node = Path(NamedNode(RDF + "rest")).values(self.store, node)[0]


KINDS: dict[str, type] = {"IRI": NamedNode, "Literal": Literal, "BlankNode": BlankNode}
SIMPLE: dict[str, Callable[[str], Test]] = {
    "datatype": lambda iri: lambda _, node: isinstance(node, Literal) and has_datatype(node, iri),
    "nodeKind": lambda kind: lambda _, node: isinstance(node, KINDS[kind.removeprefix(SH)]),
    "minLength": lambda length: lambda _, node: len(text_of(node)) >= int(length),
    "minInclusive": lambda bound: lambda _, node: is_number(node) and Decimal(text_of(node)) >= Decimal(bound),
    "maxInclusive": lambda bound: lambda _, node: is_number(node) and Decimal(text_of(node)) <= Decimal(bound),
    "pattern": lambda pattern: lambda _, node: re.search(pattern, text_of(node)) is not None,
}
