"""Fits the scale of confidences (kg/lexicon/calibration.tsv) to the gold: what share is right of the facts of each kind and confidence.

usage: python -m train.calibrate [--reader full] [--reader fast] [--table FILE]

The seeds, the invented pages and the development part of the corpus are read without the scale; every fact, those below the cut of the
exports too, is judged by ``kg.evaluate``. Curves are isotonic: facts are laid out by confidence in bins of at least BIN facts, each bin is
drawn by PRIOR facts towards its family's curve (a family's towards the family's mean), and bins that fall are pooled (pool adjacent
violators). Printed are the reliability of the scale as stated before, and of curves fitted without the page they are asked about (FOLDS
parts), with the share right and the facts that each cut of the exports would keep. The network was trained on seeds and invented pages,
so that on them it is right more often than on new pages.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from corpus import marked
from kg import lexicon
from kg.evaluate import FAMILIES, Judged, reliability
from kg.export.pages import page_json
from kg.extract.calibration import Curve, calibrated, curves, maker_of
from kg.model import Corpus
from kg.stages import READERS, STAGES, Work

ROOT = Path(__file__).resolve().parent.parent
TABLE = ROOT / "kg" / "lexicon" / "calibration.tsv"
BIN = 15
PRIOR = 6.0
LEAST = 30
"""A kind with fewer facts takes its family's curve."""
FOLDS = 5
CUTS = (0.2, 0.3, 0.4, 0.5, 0.6)
FAMILY = {"relations": "relation", "attributes": "attribute", "events": "event"}
Curves = dict[tuple[str, str], Curve]


@dataclass(frozen=True, slots=True)
class Row:
    """One fact: its page, maker, family, kind, the confidence stated and whether the gold bears it out."""

    page: str
    maker: str
    family: str
    kind: str
    confidence: float
    is_right: bool


def gold_sets(folder: Path) -> Iterator[tuple[list[dict[str, Any]], Path]]:
    """Yield each set of gold pages with the folder of their texts; the passages of the corpus are laid down in ``folder``."""
    gold = ROOT / "tests" / "gold"
    for where, pages in ((gold / "pages", ROOT / "seeds"), (gold / "invented" / "gold", gold / "invented" / "pages")):
        yield [json.loads(path.read_text(encoding="utf-8")) for path in sorted(where.glob("*.json"))], pages
    passages = marked.read(ROOT / "corpus" / "dev.txt")
    for passage in passages:
        (folder / f"{passage.id}.txt").write_text(marked.page_text(passage), encoding="utf-8")
    yield [marked.page_json(passage) for passage in passages], folder


def stated(paths: Iterable[Path], reader: str) -> Corpus:
    """Return what kg makes of some files before its confidences are calibrated."""
    stages = [stage for stage in STAGES if stage.name != "calibrate"]

    def read(path: Path) -> Work:
        work = Work(path, reader)
        for stage in stages:
            if not stage.is_joint:
                work.run(stage)
        for page in work.pages:
            page.freeze()
        return work

    whole = Work()
    whole.gather(map(read, paths))
    for stage in stages:
        if stage.is_joint:
            whole.run(stage)
    return whole.corpus


def judged_rows(gold: Sequence[dict[str, Any]], corpus: Corpus, reader: str) -> Iterator[Row]:
    """Yield every fact of a corpus, judged by the gold of its pages."""
    wanted = {data["document"]: data for data in gold}
    ours = {read.page.name: page_json(corpus, read, cut=0.0) for read in corpus.pages}
    for family, judged in FAMILIES.items():
        for fact in judged(wanted, ours):
            maker = maker_of(fact.row["rule"], reader == "full")
            yield Row(fact.page, maker, FAMILY[family], fact.kind, fact.row["confidence"], fact.is_right)


def rows_of(reader: str) -> list[Row]:
    """Return the judged facts of all sets as one reader finds them."""
    with tempfile.TemporaryDirectory() as folder:
        return [
            row
            for gold, pages in gold_sets(Path(folder))
            for row in judged_rows(gold, stated([pages / data["document"] for data in gold], reader), reader)
        ]


def binned(rows: Iterable[Row]) -> list[list[Row]]:
    """Lay rows out by confidence in bins of at least BIN, the last may be larger; equal confidences stay together."""
    bins: list[list[Row]] = []
    for row in sorted(rows, key=lambda row: row.confidence):
        if not bins or (len(bins[-1]) >= BIN and bins[-1][-1].confidence < row.confidence):
            bins.append([])
        bins[-1].append(row)
    if len(bins) > 1 and len(bins[-1]) < BIN:
        bins[-2:] = [bins[-2] + bins[-1]]
    return bins


def isotonic(rows: Sequence[Row], base: Curve) -> Curve:
    """Return the rising staircase through the shares right of rows, each bin drawn towards ``base`` by PRIOR facts."""
    steps: list[tuple[float, float, float]] = []
    for found in binned(rows):
        mean = sum(row.confidence for row in found) / len(found)
        steps.append((found[0].confidence, sum(row.is_right for row in found) + PRIOR * base.at(mean), len(found) + PRIOR))
        while len(steps) > 1 and steps[-2][1] / steps[-2][2] >= steps[-1][1] / steps[-1][2]:
            (least, right, n), (_, more, m) = steps[-2:]
            steps[-2:] = [(least, right + more, n + m)]
    shares: dict[float, float] = {}  # a step that is none in three digits is left out
    for least, right, n in steps:
        shares.setdefault(round(right / n, 3), round(least, 4))
    return Curve(tuple(shares.values()), tuple(shares))


def fit(rows: Iterable[Row]) -> Curves:
    """Return a curve for each family of a maker, and for each kind of LEAST facts."""
    families: dict[tuple[str, str], list[Row]] = defaultdict(list)
    kinds: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for row in rows:
        families[row.maker, row.family].append(row)
        kinds[row.maker, row.family, row.kind].append(row)
    made: Curves = {}
    for (maker, family), found in families.items():
        made[maker, family] = isotonic(found, Curve((0.0,), (sum(row.is_right for row in found) / len(found),)))
    for (maker, family, kind), found in kinds.items():
        if len(found) >= LEAST:
            made[maker, kind] = isotonic(found, made[maker, family])
    return made


def held_out(rows: Sequence[Row]) -> list[Row]:
    """Return the rows with the confidence that curves give which were fitted without their page."""
    pages = {page: number % FOLDS for number, page in enumerate(sorted({row.page for row in rows}))}
    made = []
    for fold in range(FOLDS):
        known = fit(row for row in rows if pages[row.page] != fold)
        made += [mapped(row, known) for row in rows if pages[row.page] == fold]
    return made


def mapped(row: Row, known: Mapping[tuple[str, str], Curve]) -> Row:
    """Return a row with its calibrated confidence."""
    return replace(row, confidence=calibrated(row.maker, row.family, row.kind, row.confidence, known))


def tell(title: str, rows: Iterable[Row]) -> None:
    """Print the reliability of some rows, a tenth a line."""
    print(f"\n{title}\n  tenth     facts  stated  right    off")
    for row in reliability(Judged(r.page, {"confidence": r.confidence}, r.kind, "", r.is_right) for r in rows):
        print(f"  {row.low:.1f}–{row.low + 0.1:.1f}  {row.n:6d}  {row.stated:6.2f}  {row.right / row.n:5.2f}  {row.off:+.2f}")


def tell_cuts(rows: Sequence[Row]) -> None:
    """Print what each cut of the exports would keep."""
    print("\ncut   kept  share right  share kept of the right")
    for cut in CUTS:
        kept = [row for row in rows if row.confidence >= cut]
        right = sum(row.is_right for row in kept)
        print(f"{cut:.1f}  {len(kept):5d}  {right / max(1, len(kept)):11.3f}  {right / max(1, sum(r.is_right for r in rows)):23.3f}")


def write(table: Path, made: Curves) -> None:
    """Put curves into the table in place of those of the same makers."""
    makers = {maker for maker, _ in made}
    kept = {key: curve for key, curve in curves().items() if key[0] not in makers}
    head = [line for line in table.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    lines = [
        f"{maker}\t{kind}\t{least:g}\t{right:g}"
        for (maker, kind), curve in sorted({**kept, **made}.items())
        for least, right in zip(curve.least, curve.right, strict=True)
    ]
    table.write_text("\n".join([*head, *lines]) + "\n", encoding="utf-8")
    lexicon.rows.cache_clear()
    curves.cache_clear()


def main() -> None:
    """Fit, print and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reader", action="append", choices=READERS, help="whose facts (default: both readers')")
    parser.add_argument("--table", type=Path, default=TABLE)
    args = parser.parse_args()
    for reader in args.reader or READERS:
        rows = rows_of(reader)
        print(f"\n== --reader {reader}: {len(rows)} facts")
        tell("as stated before", rows)
        apart = held_out(rows)
        tell("calibrated, each page by curves fitted without it", apart)
        for family in FAMILY.values():
            tell(f"calibrated likewise: {family}", [row for row in apart if row.family == family])
        tell_cuts(apart)
        write(args.table, fit(rows))


if __name__ == "__main__":
    main()
