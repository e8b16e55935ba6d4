"""The explorer's scripts without a browser: node's own test runner on *.test.js, and path search against `kg trace`."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
from pathlib import Path

import pytest

from kg.graph.facts import Facts
from kg.graph.trace import trace
from tests.export.html.test_data import embedded
from tests.oracle import SEEDS, corpus

HERE = Path(__file__).parent
PAIRS = 150


@pytest.fixture(scope="module")
def node() -> str:
    found = shutil.which("node")
    if not found:
        pytest.skip("no node: the explorer's scripts are only tested in the browser (apt install nodejs)")
    return found


@pytest.mark.parametrize("file", sorted(HERE.glob("*.test.js")), ids=lambda path: path.name.removesuffix(".test.js"))
def test_the_scripts_pass_their_own_tests(node, file):
    ran = subprocess.run([node, "--test-reporter=spec", str(file)], capture_output=True, text=True)
    assert ran.returncode == 0, ran.stdout[-4000:] + ran.stderr[-2000:]


def test_paths_are_those_of_kg_trace(node, written):
    facts = Facts.of(corpus(SEEDS))
    page = written("seeds", lambda: corpus(SEEDS)).read_text(encoding="utf-8")
    chosen = random.Random(7)
    pairs = [chosen.sample(sorted(facts.things), 2) for _ in range(PAIRS)]
    ran = subprocess.run(
        [node, str(HERE / "trace_pairs.js")],
        input=json.dumps({**embedded(page), "pairs": pairs}),
        capture_output=True,
        text=True,
        check=True,
    )
    prices = json.loads(ran.stdout)
    assert prices == [pytest.approx([path.cost for path in trace(facts, a, b, 5)], abs=0.01) for a, b in pairs]
    assert sum(map(bool, prices)) > PAIRS / 5
