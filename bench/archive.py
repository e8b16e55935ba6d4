#!/usr/bin/env python3
"""What an archive of newspaper pages costs: pages, seconds relative to jieba.posseg, exponent of the cost, memory, sizes, stage by stage.

    archive.py                                   100 and 300 pages: linking and every export, the readings made from the marks
    archive.py --pages 100 1000 10000            an hour; --formats turtle sqlite for some exports alone, --formats - for none
    archive.py --pages 20 60 --read              read by kg (the fast reader) as well

Each number of pages runs in a process of its own. Seconds are of processor time, divided by what jieba.posseg takes in the same process
for as many characters; the exponent is that of the cost between this number of pages and the one before (1: linear); memory is the
most that the process has held up to the end of the stage, in MB, above what it held when the pages were there.
"""

from __future__ import annotations

import argparse
import json
import logging
import math
import random
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from time import process_time
from typing import Any

sys.path[:0] = [str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parent.parent)]

from compose import compose  # noqa: E402
from directly import read_directly  # noqa: E402

from kg.export.base import FORMATS, format_of  # noqa: E402
from kg.pipeline import read_files  # noqa: E402
from kg.resolve.cluster import resolve  # noqa: E402

SAMPLE = 60_000
"""Characters of the pages that jieba.posseg is timed on."""


@dataclass(frozen=True, slots=True)
class Row:
    """One stage over so many pages: ``ratio`` to jieba.posseg, ``size`` in MB of what was written, ``memory`` in MB."""

    pages: int
    stage: str
    seconds: float
    ratio: float
    memory: float
    size: float


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, nargs="+", default=[100, 300])
    parser.add_argument("--characters", type=int, default=2500, help="of a page (default: as many as the invented pages have)")
    parser.add_argument("--formats", nargs="+", default=[name for name in FORMATS if name != "ftm"])
    parser.add_argument("--read", action="store_true", help="have kg read the pages as well")
    parser.add_argument("--one", action="store_true", help="print the rows of the first number of pages as JSON")
    args = parser.parse_args()
    formats = [] if args.formats == ["-"] else args.formats
    if args.one:
        print(json.dumps([asdict(row) for row in measure(args.pages[0], args.characters, formats, args.read)]))
        return 0
    print(f"{'stage':10s} {'pages':>7s} {'× posseg':>9s} {'exponent':>9s} {'MB held':>8s} {'MB written':>11s}")
    before: dict[str, Row] = {}
    for n_pages in args.pages:
        asked = [
            sys.executable,
            __file__,
            "--one",
            "--pages",
            str(n_pages),
            "--characters",
            str(args.characters),
            "--formats",
            *args.formats,
        ]
        done = subprocess.run(asked + ["--read"] * args.read, check=True, capture_output=True, text=True)
        for row in (Row(**values) for values in json.loads(done.stdout)):
            print(line(row, before.get(row.stage)), flush=True)
            before[row.stage] = row
    return 0


def line(row: Row, before: Row | None) -> str:
    """Return a row of the table; no exponent for the first number of pages."""
    power = math.log(row.seconds / before.seconds) / math.log(row.pages / before.pages) if before else None
    return (
        f"{row.stage:10s} {row.pages:7d} {row.ratio:9.3f} {'' if power is None else f'{power:.2f}':>9s} {row.memory:8.0f} {row.size:11.1f}"
    )


def measure(n_pages: int, characters: int, formats: list[str], is_read: bool) -> Iterator[Row]:
    """Yield the rows of one number of pages."""
    composed = list(compose(n_pages, characters))
    reference = posseg(composed) * sum(page.length for page in composed)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        if is_read:
            yield read(composed, folder / "pages", n_pages, reference)
        made = [read_directly(page) for page in composed]
        del composed
        held = memory()

        def stage(name: str, run: Callable[[], Any], written: Path | None = None) -> Row:
            begin = process_time()
            results[name] = run()
            spent = process_time() - begin
            return Row(n_pages, name, spent, spent / reference, memory() - held, size(written) if written else 0.0)

        results: dict[str, Any] = {}
        readings = [reading for _, found in made for reading in found]
        yield stage("link", lambda: resolve([page for page, _ in made], readings))
        corpus = results["link"]
        for row in map(format_of, formats):
            target = folder / row.target.rstrip("/")
            yield stage(row.name, partial(row.exporter().write, corpus, target), target)


def read(composed: list[Any], folder: Path, n_pages: int, reference: float) -> Row:
    """Write the pages out with layout noise and have kg read them, in this process."""
    folder.mkdir()
    paths = []
    for page in composed:
        path = folder / f"{page.number:05}.txt"
        path.write_text(page.text(random.Random(page.number)), encoding="utf-8")
        paths.append(path)
    read_files(paths[:1], 1, lambda *_: None, "fast")
    begin = process_time()
    for _ in read_files(paths, 1, lambda *_: None, "fast"):
        pass
    spent = process_time() - begin
    return Row(n_pages, "read", spent, spent / reference, 0.0, 0.0)


def posseg(composed: list[Any]) -> float:
    """Return the seconds of processor time that jieba.posseg takes for a character of these pages, its dictionary loaded."""
    import jieba

    jieba.setLogLevel(logging.ERROR)
    from jieba import posseg

    text = ""
    for page in composed:
        text += page.text(random.Random(page.number))
        if len(text) > SAMPLE:
            break
    list(posseg.cut("热身"))
    begin = process_time()
    for paragraph in text.split("\n"):
        for _ in posseg.cut(paragraph):
            pass
    return (process_time() - begin) / len(text)


def memory() -> float:
    """Return the most memory that this process has held so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def size(path: Path) -> float:
    """Return the size of a file or folder in MB."""
    return sum(file.stat().st_size for file in ([path] if path.is_file() else path.rglob("*")) if file.is_file()) / 1e6


if __name__ == "__main__":
    sys.exit(main())
