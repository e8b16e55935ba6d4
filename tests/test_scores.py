"""Floors of the scores on the gold; run apart from the unit tests (`make scores`). A floor only ever rises.

The figures are printed with -s. The invented pages are also laid out anew under other seeds, so that a rule that leans on
one layout shows.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from bench import by_predicate
from kg.evaluate import FAMILIES, Evaluation, evaluate, narrow, reliability
from kg.export.pages import page_json
from kg.extract.calibration import curves
from kg.pipeline import build
from kg.stages import READERS
from train.calibrate import gold_sets
from train.layout import measure

HERE = Path(__file__).parent
INVENTED = HERE / "gold" / "invented"
FLOORS: dict[str, dict[str, float]] = json.loads((HERE / "gold" / "floors.json").read_text(encoding="utf-8"))

pytestmark = pytest.mark.score


def scored(gold_dir: Path, page_dir: Path, reader: str) -> Evaluation:
    gold = {path.name: json.loads(path.read_text(encoding="utf-8")) for path in sorted(gold_dir.glob("*.json"))}
    texts = {name: narrow((page_dir / data["document"]).read_text(encoding="utf-8")) for name, data in gold.items()}
    made = build([page_dir / data["document"] for data in gold.values()], reader=reader)
    names = {data["document"]: name for name, data in gold.items()}
    return evaluate(gold, {names[read.page.name]: page_json(made.corpus, read) for read in made.corpus.pages}, texts)


def hold(name: str, made: Evaluation) -> None:
    print(f"\n{name}: " + "  ".join(f"{measure} {score.f1:.3f}" for measure, score in made.scores.items() if ":" not in measure))
    fallen = {
        measure: (round(made.scores[measure].f1, 3), floor) for measure, floor in FLOORS[name].items() if made.scores[measure].f1 < floor
    }
    assert not fallen, f"below the floor (got, floor): {fallen}"


@pytest.mark.parametrize("reader", READERS)
def test_seeds_hold_their_floors(reader: str) -> None:
    hold(f"seeds, {reader}", scored(HERE / "gold" / "pages", HERE.parent / "seeds", reader))


def test_the_readmes_print_the_table_of_predicates() -> None:
    found = by_predicate.scores(READERS[0])
    for language, name in by_predicate.READMES.items():
        text = (HERE.parent / name).read_text(encoding="utf-8")
        assert by_predicate.put(text, by_predicate.table(found, by_predicate.LEAST, language)) == text


@pytest.mark.parametrize(("seed", "reader"), [(1, "fast"), (2, "fast"), (3, "fast"), (1, "full")])
def test_invented_pages_hold_their_floors_under_other_layouts(seed: int, reader: str, tmp_path: Path) -> None:
    subprocess.run([sys.executable, str(INVENTED / "layout.py"), str(INVENTED / "plain"), str(tmp_path), "--seed", str(seed)], check=True)
    hold(f"invented, {reader}", scored(INVENTED / "gold", tmp_path, reader))


def test_pages_whose_writers_had_not_seen_the_program_are_arranged() -> None:
    """Nine pages of nine kinds of paper with their layout alone marked: where stories begin and end, and their headlines."""
    pages = HERE / "gold" / "layouts"
    gold = {path.name: json.loads(path.read_text(encoding="utf-8")) for path in sorted((pages / "gold").glob("*.json"))}
    files = {name: pages / "pages" / data["document"] for name, data in gold.items()}
    made = {name: measure.system(path) for name, path in files.items()}
    hold("layouts", evaluate(gold, made, {name: narrow(path.read_text(encoding="utf-8")) for name, path in files.items()}))


MANY = 30
"""Tenths of fewer facts are too small to tell."""
MAKERS = {"fast": {"rules"}, "full": {"rules+network", "learned"}}
FITTED = [reader for reader in READERS if MAKERS[reader] <= {maker for maker, _ in curves()}]
"""The readers whose scale is fitted (python -m train.calibrate)."""


@pytest.mark.parametrize("reader", FITTED)
def test_confidence_is_the_share_right_in_each_tenth(reader: str, tmp_path: Path) -> None:
    judged = []
    for gold, pages in gold_sets(tmp_path):
        wanted = {data["document"]: data for data in gold}
        made = build([pages / name for name in wanted], reader=reader)
        ours = {read.page.name: page_json(made.corpus, read, cut=0.0) for read in made.corpus.pages}
        judged += [fact for family in FAMILIES.values() for fact in family(wanted, ours)]
    table = reliability(judged)
    print(f"\nreliability, {reader}: " + "  ".join(f"{row.low:.1f}: {row.right} of {row.n}, {row.off:+.2f}" for row in table))
    assert sum(row.n >= MANY for row in table) >= 3
    assert [(row.low, round(row.off, 3)) for row in table if row.n >= MANY and abs(row.off) > 0.07] == []


def test_gold_conforms_to_its_own_checker() -> None:
    done = subprocess.run(
        [
            sys.executable,
            str(HERE / "gold" / "check.py"),
            *map(str, sorted((HERE / "gold" / "pages").glob("*.json"))),
            "--pages",
            str(HERE.parent / "seeds"),
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
