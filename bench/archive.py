#!/usr/bin/env python3
"""What an archive of newspaper pages costs: pages, seconds relative to jieba.posseg, exponent of the cost, memory, sizes, stage by stage.

    archive.py                                   100 and 300 pages: linking and every export, the readings made from the marks
    archive.py --pages 100 1000 10000            an hour; --formats turtle sqlite for some exports alone, --formats - for none
    archive.py --pages 20 60 --read              read by kg (the fast reader) as well

Each number of pages runs in a process of its own, and is composed in another. Seconds are of processor time, divided by what jieba.posseg
takes for as many characters in the same run; the exponent is that of the cost between this number of pages and the one before (1: linear);
memory is the most that the process holds during the stage, in MB, the program and its tables included. "show" and "trace" are the commands
(``kg show``, ``kg trace``) as processes of their own, asked of the store about the one and the two companies that pages name most often.
"""

from __future__ import annotations

import argparse
import json
import logging
import math
import os
import pickle
import random
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from time import process_time

sys.path[:0] = [str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parent.parent)]

from compose import compose  # noqa: E402
from directly import read_directly  # noqa: E402

from kg.export.base import FORMATS, Format, format_of  # noqa: E402
from kg.model import Corpus  # noqa: E402
from kg.pipeline import read_files  # noqa: E402
from kg.stages import PageWork, Work, link  # noqa: E402

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
    parser.add_argument("--one", action="store_true", help="print the rows of the first number of pages as JSON, one a line")
    args = parser.parse_args()
    formats = [] if args.formats == ["-"] else args.formats
    if args.one:
        for row in measure(args.pages[0], args.characters, formats, args.read):
            print(json.dumps(asdict(row)), flush=True)
        return 0
    print(f"{'stage':10s} {'pages':>7s} {'seconds':>8s} {'× posseg':>9s} {'exponent':>9s} {'MB held':>8s} {'MB written':>11s}")
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
        with subprocess.Popen(asked + ["--read"] * args.read, stdout=subprocess.PIPE, text=True) as measuring:
            for row in (Row(**json.loads(told)) for told in measuring.stdout or ()):
                print(line(row, before.get(row.stage)), flush=True)
                before[row.stage] = row
        if measuring.returncode:
            return measuring.returncode
    return 0


def line(row: Row, before: Row | None) -> str:
    """Return a row of the table; no exponent for the first number of pages."""
    power = f"{math.log(row.seconds / before.seconds) / math.log(row.pages / before.pages):.2f}" if before else ""
    cost = f"{row.seconds:8.2f} {row.ratio:9.3f} {power:>9s}"
    return f"{row.stage:10s} {row.pages:7d} {cost} {row.memory:8.0f} {row.size:11.1f}"


def measure(n_pages: int, characters: int, formats: list[str], is_read: bool) -> Iterator[Row]:
    """Yield the rows of one number of pages."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        with ProcessPoolExecutor(1, get_context("spawn")) as other:
            reference = other.submit(prepare, folder, n_pages, characters, is_read).result()
        if is_read:
            yield read(folder / "texts", n_pages, reference)

        def stage(name: str, run: Callable[[], float], written: Path | None = None) -> Row:
            forget_peak()
            begin = process_time()
            beside = run()
            spent = process_time() - begin - beside
            return Row(n_pages, name, spent, spent / reference, memory(), size(written) if written else 0.0)

        work = Work()
        yield stage("link", partial(gather_and_link, work, folder / "pages"))
        corpus = work.corpus
        del work
        out = folder / "out"
        out.mkdir()
        for row in map(format_of, formats):
            target = out / row.target.rstrip("/")
            yield stage(row.name, partial(write, row, corpus, target), target)
            if row.name == "sqlite":
                yield from asked_of(out, n_pages, reference)
            shutil.rmtree(target) if target.is_dir() else target.unlink()


def prepare(folder: Path, n_pages: int, characters: int, is_read: bool) -> float:
    """Put the pages into files, as readings and, if they are to be read, as texts; return what jieba.posseg takes for all of them."""
    composed, n_characters, sample = compose(n_pages, characters), 0, ""
    (folder / "texts").mkdir()
    with (folder / "pages").open("wb") as file:
        for page in composed:
            n_characters += page.length
            pickle.dump(read_directly(page), file)
            text = page.text(random.Random(page.number)) if is_read or len(sample) < SAMPLE else ""
            sample += text if len(sample) < SAMPLE else ""
            if is_read:
                (folder / "texts" / f"{page.number:05}.txt").write_text(text, encoding="utf-8")
    return posseg(sample) * n_characters


def gather_and_link(work: Work, pages: Path) -> float:
    """Take in all pages as a build does, and link them; return the seconds that loading them took, which are no part of it."""
    loading = [0.0]

    def works() -> Iterator[Work]:
        with pages.open("rb") as file:
            while True:
                begin = process_time()
                try:
                    page, readings = pickle.load(file)
                except EOFError:
                    return
                loading[0] += process_time() - begin
                yield Work(pages=[PageWork(page, readings=tuple(readings))])

    work.gather(works())
    link(work)
    return loading[0]


def write(row: Format, corpus: Corpus, target: Path) -> float:
    """Write one export."""
    row.exporter().write(corpus, target)
    return 0.0


def asked_of(folder: Path, n_pages: int, reference: float) -> Iterator[Row]:
    """Yield what ``kg show`` and ``kg trace`` take, each run twice, the second counted: of one name, or two, that the pages name often."""
    most = "SELECT id FROM entities WHERE type = 'company' ORDER BY n_mentions DESC, id LIMIT 2"
    with sqlite3.connect(folder / "kg.sqlite") as connection:
        first, second = (id_ for (id_,) in connection.execute(most))
    for command in (["show", first], ["trace", first, second]):
        for _ in range(2):
            process = subprocess.Popen([sys.executable, "-m", "kg.cli.main", *command, "--from", folder], stdout=subprocess.DEVNULL)
            _, status, used = os.wait4(process.pid, 0)
            if status and command[0] == "show":
                raise SystemExit(f"kg show {first} failed")
        spent = used.ru_utime + used.ru_stime
        yield Row(n_pages, command[0], spent, spent / reference, used.ru_maxrss / 1024, 0.0)


def read(folder: Path, n_pages: int, reference: float) -> Row:
    """Have kg read the texts of the pages, in this process."""
    paths = sorted(folder.iterdir())
    for _ in read_files(paths[:1], 1, lambda *_: None, "fast"):
        pass
    begin = process_time()
    for _ in read_files(paths, 1, lambda *_: None, "fast"):
        pass
    spent = process_time() - begin
    return Row(n_pages, "read", spent, spent / reference, memory(), 0.0)


def posseg(text: str) -> float:
    """Return the seconds of processor time that jieba.posseg takes for a character of this text, its dictionary loaded."""
    import jieba

    jieba.setLogLevel(logging.ERROR)
    from jieba import posseg

    list(posseg.cut("热身"))
    begin = process_time()
    for paragraph in text.split("\n"):
        for _ in posseg.cut(paragraph):
            pass
    return (process_time() - begin) / len(text)


def memory() -> float:
    """Return the most memory that this process has held since ``forget_peak``, in MB; where there is no /proc, since it began."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return next(int(row.split()[1]) for row in status.read_text().splitlines() if row.startswith("VmHWM")) / 1024


def forget_peak() -> None:
    """Have the most memory that is held be counted anew."""
    if (peak := Path("/proc/self/clear_refs")).exists():
        peak.write_text("5")


def size(path: Path) -> float:
    """Return the size of a file or folder in MB."""
    return sum(file.stat().st_size for file in ([path] if path.is_file() else path.rglob("*")) if file.is_file()) / 1e6


if __name__ == "__main__":
    sys.exit(main())
