"""GEXF 1.2 for Gephi: typed attributes, colours of the ontology, no date stamp.

Written here and not by networkx, whose writer stamps today's date into the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any
from xml.sax.saxutils import quoteattr

from kg.export.flat import Network
from kg.export.pages import DEFAULT_CUT
from kg.model import Corpus
from kg.ontology import load

TYPES = {str: "string", int: "integer", float: "double", bool: "boolean"}
EVENT_COLOUR = "#444444"


class Gexf:
    """graph.gexf."""

    name = "gexf"
    suffix = ".gexf"

    def write(self, corpus: Corpus, path: Path) -> None:
        """Write the network as GEXF."""
        with path.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(line + "\n" for line in lines(Network(corpus, DEFAULT_CUT)))


def lines(rows: Network) -> Iterator[str]:
    """Yield the lines of the file; nodes and edges are read twice, for their columns and for their lines, to hold none."""
    of_nodes, of_edges = columns(values for _, values in rows.nodes()), columns(values for *_, values in rows.edges())
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<gexf xmlns="http://www.gexf.net/1.2draft" xmlns:viz="http://www.gexf.net/1.2draft/viz" version="1.2">'
    yield '<graph defaultedgetype="directed" mode="static">'
    yield from declared("node", of_nodes)
    yield from declared("edge", of_edges)
    yield "<nodes>"
    for id_, values in rows.nodes():
        yield f"<node id={quoteattr(id_)} label={quoteattr(str(values['label']))}>"
        yield from (*valued(values, of_nodes), colour(str(values["type"])), "</node>")
    yield "</nodes>\n<edges>"
    for subject, target, key, values in rows.edges():
        yield f"<edge id={quoteattr(key)} source={quoteattr(subject)} target={quoteattr(target)} label={quoteattr(str(values['label']))}>"
        yield from (*valued(values, of_edges), "</edge>")
    yield "</edges>\n</graph>\n</gexf>"


def columns(rows: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """Return attribute name → GEXF type, sorted; an attribute of two types is a string."""
    found: dict[str, str] = {}
    for values in rows:
        for key, value in values.items():
            type_ = TYPES[type(value)]
            found[key] = type_ if found.get(key, type_) == type_ else "string"
    return dict(sorted((key, type_) for key, type_ in found.items() if key not in ("label", "id")))


def declared(kind: str, attributes: Mapping[str, str]) -> Iterator[str]:
    """Yield the declaration of the attributes of nodes or edges."""
    yield f'<attributes class="{kind}" mode="static">'
    for key, type_ in attributes.items():
        yield f'<attribute id={quoteattr(key)} title={quoteattr(key)} type="{type_}"/>'
    yield "</attributes>"


def valued(values: Mapping[str, Any], attributes: Mapping[str, str]) -> Iterator[str]:
    """Yield the attribute values of one node or edge."""
    yield "<attvalues>"
    for key in attributes:
        if key in values:
            value = str(values[key]).lower() if isinstance(values[key], bool) else str(values[key])
            yield f"<attvalue for={quoteattr(key)} value={quoteattr(value, {chr(10): '&#10;'})}/>"
    yield "</attvalues>"


def colour(type_: str) -> str:
    """Return the colour element of a node."""
    known = load().types.get(type_)
    rgb = (known.colour if known else EVENT_COLOUR).lstrip("#")
    red, green, blue = (int(rgb[i : i + 2], 16) for i in (0, 2, 4))
    return f'<viz:color r="{red}" g="{green}" b="{blue}"/>'
