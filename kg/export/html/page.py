"""One HTML file that shows the graph: no server, no network, nothing beside it.

pyvis holds the nodes and edges and fills our own template (templates/explorer.html); its own template is not used, for
it asks three hosts for files. Everything is inlined: vis-network from the pyvis package, MiniSearch, our style, and our scripts, which
are ES modules (bundle.py makes one script of them). Scripts run by hash only (Content-Security-Policy), so that no text of a
page can ever become one.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any, ClassVar

from jinja2 import Environment, FunctionLoader
from pyvis.network import Network

from kg.export.html.bundle import bundle
from kg.export.html.data import explorer
from kg.export.html.part import part_of
from kg.export.html.positions import font, size
from kg.export.html.wanted import THE_USUAL, Wanted
from kg.model import Corpus

VIS = "templates/lib/vis-9.1.2/vis-network.min.js"
SEARCH = "vendor/minisearch.js"
"""MiniSearch (MIT), as npm run vendor made it."""


@dataclass(frozen=True)
class Html:
    """graph.html: the offline explorer of the part asked for."""

    asked: Wanted = THE_USUAL
    name: ClassVar[str] = "html"
    suffix: ClassVar[str] = ".html"

    def write(self, corpus: Corpus, path: Path) -> None:
        """Write the file, UTF-8. Raises OSError if it cannot be written, NameLookupError if nothing has the name asked for."""
        path.write_bytes(render(corpus, self.asked).encode("utf-8", "replace"))


def render(corpus: Corpus, asked: Wanted = THE_USUAL) -> str:
    """Return the explorer as one string, of the part asked for or the most telling one; the same for the same corpus and wish.

    Raises NameLookupError if nothing has the name that the part is to be around.
    """
    part, facts, note = part_of(corpus, asked)
    return filled(explorer(part, facts), note)


def filled(data: dict[str, Any], note: Mapping[str, Sequence[str]] | None = None) -> str:
    """Return the explorer of data made by ``explorer``; what only the drawing needs is taken out of its nodes.

    ``note`` is what is said of what was left out, by language: a heading, then sentences.
    """
    net = network(data)
    first_script, scripts = bundle("first_paint.js", _asset), [_vis(), _asset(SEARCH).strip(), bundle("main.js", _asset)]
    net.templateEnv = Environment(loader=FunctionLoader(lambda _: _asset("explorer.html")), autoescape=True, keep_trailing_newline=True)
    net.templateEnv.globals.update(
        data_json=_json(data),
        style=_asset("explorer.css") + _asset("stories.css") + (_asset("part.css") if note else ""),
        note=note or {},
        first_script=first_script,
        scripts=scripts,
        hashes=[_hash(script) for script in (first_script, *scripts)],
        looks_json=_looks,
    )
    return str(net.generate_html())


class _Network(Network):  # type: ignore[misc]
    """pyvis' Network with its look-up of nodes by dict: the original walks a list for every edge."""

    def get_nodes(self) -> dict[str, Any]:
        return dict.keys(self.node_map)  # type: ignore[return-value]


def network(data: dict[str, Any]) -> Network:
    """Return the pyvis network of the explorer's data: fixed positions, no physics, one edge for each pair of things."""
    net = _Network(directed=True)
    net.options = {"physics": {"enabled": False}, "layout": {"improvedLayout": False}}
    looks = {t["id"]: (t["shape"], t["colour"]) for t in data["terms"]["types"]}
    for number, node in enumerate(data["nodes"]):
        shape, colour = looks[node["type"]]
        weight = node.pop("weight")
        x, y = node["positions"]["unfolded"]
        net.add_node(
            number, label=node.pop("label") or " ", shape=shape, color=colour, size=size(weight), font={"size": font(weight)}, x=x, y=y
        )
    for number, (a, b, _, between) in enumerate(data["links"]):
        net.add_edge(a, b, id=number, width=min(6, 1 + len(between) / 2), arrows="")
    return net


def _looks(nodes: list[dict[str, Any]]) -> str:
    """Return what the scripts need of pyvis' nodes: label, radius, height of the label. Lines they make of the filtered links."""
    return _json([[node["label"], node["size"], node["font"]["size"]] for node in nodes])


def _asset(name: str) -> str:
    return files("kg.export.html").joinpath("templates", name).read_text(encoding="utf-8")


def _vis() -> str:
    return files("pyvis").joinpath(VIS).read_text(encoding="utf-8").strip()


def _hash(script: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode("ascii")


def _json(value: Any) -> str:
    """Return JSON that can stand inside a script element: no ``<``, ``>``, ``&`` and no line separators of JavaScript."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text
