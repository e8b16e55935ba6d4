"""How well pages become articles: ``python -m train.layout.measure --other FOLDER --seeds --invented 3 --held-out 40``.

Only ``kg.text`` runs. Prints articles, headlines and bylines (tests/gold/score.py) of a folder with gold/ and pages/, of the seeds, of the
invented pages in layouts 1, 2 …, and of generated pages of the held-out files.
"""

from __future__ import annotations

import argparse
import importlib.util
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from kg.export.pages import snippet
from kg.model import ReadPage
from kg.text.articles import read_page
from kg.text.input.pages import load
from train.layout import pages as generated
from train.layout.truth import read

ROOT = Path(__file__).parents[2]
SHOWN = ("articles", "headlines", "bylines")
"""The measures printed."""


def scorer() -> Any:
    """Return tests/gold/score.py as a module."""
    spec = importlib.util.spec_from_file_location("score", ROOT / "tests" / "gold" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def as_gold(read: ReadPage) -> dict[str, Any]:
    """Return a page as the scorer reads it."""
    found = []
    for article in read.articles:
        found.append(
            {
                "headline": article.headline,
                "body_start": snippet(article),
                "body_end": snippet(article, last=True),
                "bylines": [{"role": b.role, "name": b.name} for b in article.bylines],
            }
        )
    return {"articles": found}


def system(text_file: Path) -> dict[str, Any]:
    """Return the pages of one file as read, in one list of articles."""
    return {"articles": [a for page in load(text_file) for a in as_gold(read_page(page))["articles"]]}


def gold_of(truth: dict[str, Any], name: str) -> dict[str, Any]:
    """Return a generated page's truth as gold."""
    articles = []
    for a in truth["articles"]:
        body = a["plain"][a["body"][0] : a["body"][1]]
        articles.append({"headline": a["headline"], "body_start": body[:24], "body_end": body[-24:], "bylines": a["bylines"]})
    return {"document": name, "articles": articles}


def compare(label: str, gold: dict[str, Any], texts: dict[str, Path]) -> str:
    """Score pages and return one line of figures."""
    score = scorer()
    began = time.process_time()
    made = {name: system(texts[name]) for name in gold}
    took = time.process_time() - began
    narrow = {name: score.narrow(path.read_text(encoding="utf-8")) for name, path in texts.items()}
    result, _ = score.score(gold, made, narrow)
    each = " ".join(f"{key} {result[key]['f1']:.3f}" for key in SHOWN)
    return f"{label:24s} {each}  {len(gold)} pages, {took / max(1, len(gold)):.2f} s each"


def folder(gold: Path, pages: Path, label: str) -> str:
    """Score a folder of gold."""
    score = scorer()
    data = score.load(gold, sorted(path.name for path in gold.glob("*.json")))
    return compare(label, data, {name: pages / page["document"] for name, page in data.items()})


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--other", type=Path, help="a folder with gold/ and pages/")
    parser.add_argument("--invented", type=int, default=0, metavar="LAYOUTS", help="how many layouts of the invented pages")
    parser.add_argument("--held-out", type=int, default=0, metavar="PAGES", help="how many generated pages of the held-out files")
    parser.add_argument("--seeds", action="store_true")
    args = parser.parse_args()
    if args.other:
        print(folder(args.other / "gold", args.other / "pages", args.other.name), flush=True)
    if args.seeds:
        print(folder(ROOT / "tests" / "gold" / "pages", ROOT / "seeds", "seeds"), flush=True)
    invented = ROOT / "tests" / "gold" / "invented"
    for seed in range(1, args.invented + 1):
        with tempfile.TemporaryDirectory() as made:
            pages = invented / "pages" if seed == 1 else Path(made)
            if seed != 1:
                command = [sys.executable, str(invented / "layout.py"), str(invented / "plain"), made, "--seed", str(seed)]
                subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
            print(folder(invented / "gold", pages, f"invented, layout {seed}"), flush=True)
    if args.held_out:
        with tempfile.TemporaryDirectory() as made:
            generated.make(Path(made), 77, args.held_out, held_out=True)
            truths = {path.name: read(path) for path in sorted(Path(made).glob("*.json"))}
            gold = {name: gold_of(truth, name.replace(".json", ".txt")) for name, truth in truths.items()}
            print(compare("held-out", gold, {name: Path(made) / page["document"] for name, page in gold.items()}), flush=True)


if __name__ == "__main__":
    main()
