"""Floors of the text stage alone, by the scorer of the gold: raise them when the reader gets better."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.gold import score
from tests.oracle import INVENTED, SEEDS
from tests.text.factory import read


def figures(gold: Path, pages: Path) -> dict[str, dict[str, float]]:
    names = sorted(path.name for path in gold.glob("*.json"))
    annotated = score.load(gold, names)
    texts = {name: (pages / annotated[name]["document"]).read_text(encoding="utf-8") for name in names}
    ours = {}
    for name, text in texts.items():
        found = read(text)
        bodies = [a.text[a.body.start : a.body.end].replace("\n", "") for a in found.articles]
        ours[name] = {
            "articles": [
                {
                    "headline": a.headline,
                    "body_start": body[:30],
                    "body_end": body[-30:],
                    "bylines": [{"role": b.role, "name": b.name} for b in a.bylines],
                }
                for a, body in zip(found.articles, bodies, strict=True)
            ]
        }
        assert found.locality.city == annotated[name]["city"]
    return score.score(annotated, ours, {name: score.narrow(text) for name, text in texts.items()})[0]


@pytest.mark.score
def test_the_seeds_are_read():
    found = figures(*SEEDS)
    assert found["articles"]["f1"] >= 0.95
    assert found["headlines"]["f1"] >= 0.97
    assert found["bylines"]["f1"] >= 0.99


@pytest.mark.score
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_invented_pages_are_read_under_any_layout(tmp_path, seed):
    gold = INVENTED[0]
    layout = [str(gold.parent / "layout.py"), str(gold.parent / "plain"), str(tmp_path), "--seed", str(seed)]
    subprocess.run([sys.executable, *layout], check=True)
    found = figures(gold, tmp_path)
    assert found["articles"]["f1"] >= 0.90
    assert found["headlines"]["f1"] >= 0.88
    assert found["bylines"]["f1"] >= 0.96
