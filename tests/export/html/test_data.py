"""What Python writes for the scripts is what data.d.ts declares, key by key; tsc holds the scripts to the same file."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Callable
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from kg.model import Corpus
from tests.browser import hostile
from tests.browser.big import big
from tests.export.html.declared import Declarations
from tests.graph.small import Says, told
from tests.oracle import INVENTED, SEEDS, corpus


def over_a_seam() -> Corpus:
    """One claim whose quote crosses a join of columns that is not certain."""
    made = told({"甲公司": "company", "乙公司": "company"}, (Says("甲公司与乙公司合作。", (("甲公司", "cooperates_with", "乙公司"),)),))
    (reading,) = made.readings
    (claim,) = reading.claims
    weak = replace(claim, evidence=replace(claim.evidence, crosses_weak_seam=True))
    return replace(made, readings=(replace(reading, claims=(weak,)),))


DECLARED = files("kg.export.html").joinpath("templates", "data.d.ts").read_text(encoding="utf-8")
CORPORA = {
    "seeds": lambda: corpus(SEEDS),
    "invented": lambda: corpus(INVENTED),
    "hostile": hostile.corpus,
    "made": lambda: big(300, 20),
    "nothing": lambda: told({}, ()),
    "seam": over_a_seam,
}


def embedded(text: str) -> dict[str, Any]:
    """The data and the drawing as the page holds them."""
    return {id_: json.loads(re.search(rf'id="{id_}">(.*?)</script>', text, re.S).group(1)) for id_ in ("data", "net")}


@pytest.fixture(scope="module")
def pages(seeds_export: Path, written: Callable[..., Path]) -> dict[str, dict[str, Any]]:
    found = {"built": seeds_export / "graph.html", **{name: written(name, make) for name, make in CORPORA.items()}}
    return {name: embedded(file.read_text(encoding="utf-8")) for name, file in found.items()}


@pytest.mark.parametrize("name", ["built", *CORPORA])
def test_the_data_is_as_declared(pages, name):
    declared = Declarations(DECLARED)
    assert declared.faults(pages[name]["data"], "Data", "data")[:5] == []
    assert declared.faults(pages[name]["net"], "LookRow[]", "net")[:5] == []
    assert len(pages[name]["net"]) == len(pages[name]["data"]["nodes"])


def test_every_declared_key_is_written_and_described(pages):
    declared = Declarations(DECLARED)
    for made in pages.values():
        declared.faults(made["data"], "Data")
    fields = {(name, key): field for name, keys in declared.interfaces.items() for key, field in keys.items()}
    assert set(fields) - declared.seen == set()
    assert [key for key, field in fields.items() if not field.about] == []


def changed(data: dict[str, Any], path: list[Any], value: Any) -> dict[str, Any]:
    made = copy.deepcopy(data)
    holder = made
    for step in path[:-1]:
        holder = holder[step]
    holder[path[-1]] = value
    return made


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (["nodes", 0, "colour"], "red"),
        (["nodes", 0, "importance"], "1"),
        (["nodes", 0, "hub"], 0),
        (["facts", 0, "family"], "r"),
        (["facts", 0, "weak"], False),
        (["links", 0], [1, 2, 3]),
        (["articles", 0, "sections", 0, 1], "0"),
        (["pages", 0, "newspaper"], 1),
    ],
    ids=lambda value: ".".join(map(str, value)) if isinstance(value, list) else repr(value),
)
def test_what_is_not_as_declared_is_found(pages, path, value):
    assert Declarations(DECLARED).faults(changed(pages["seeds"]["data"], path, value), "Data") != []


def test_a_missing_key_is_found(pages):
    data = copy.deepcopy(pages["seeds"]["data"])
    del data["nodes"][0]["name"]
    assert Declarations(DECLARED).faults(data, "Data", "data") == ["data.nodes[0].name is missing"]
