"""The process that changes the folder: reads new pages, links all again, writes the exports. A task as JSON on stdin, news as JSON lines.

It goes on from the store as ``kg build`` does (kg.archive.earlier): what each file gave before any decision is kept there, so that a
decision taken back leaves no trace. One build at a time holds the folder, and every export is written whole or not at all; a process that
is killed leaves the folder as it was.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any

from kg.archive.earlier import UNKNOWN, Earlier, Plan
from kg.archive.held import held
from kg.archive.kept import content, signature
from kg.archive.schema import NAME
from kg.errors import KgError, spelled
from kg.model import Corpus
from kg.pipeline import DEFAULT_FORMATS, Build, read_file
from kg.resolve.decisions_file import load_decisions
from kg.serve.workspace import corpus_in
from kg.stages import STAGES, PageWork, Work

FIRST = ("sqlite", "turtle")
"""Written before the other exports: what is asked at once."""
Tell = Callable[[dict[str, Any]], None]


def change(folder: Path, files: list[Path], decisions: Path | None, reader: str, tell: Tell) -> None:
    """Add these files to the folder and replay the decisions. Raises KgError if the folder cannot be read or written.

    ``tell`` is given one row for each file (``file``, ``pages``, ``names``, ``message``) and one for each step (``step``).
    """
    with held(folder, lambda line: tell({"step": line})):
        plan = Plan(Earlier.of(folder / NAME), reader, None)
        whole = Work(decisions=load_decisions(decisions) if decisions and decisions.is_file() else None)
        whole.gather(chain(before(folder, plan, files), (read(path, plan, tell) for path in files)))
        tell({"step": "linking"})
        for stage in STAGES:
            if stage.is_joint:
                whole.run(stage)
        tell({"step": "writing"})
        made = Build.of(whole, plan)
        made.save(folder, FIRST)
        tell({"step": "asked"})
        made.save(folder, [format_ for format_ in DEFAULT_FORMATS if format_ not in FIRST])


def before(folder: Path, plan: Plan, files: list[Path]) -> Iterator[Work]:
    """Yield what the files of the store gave, those read anew aside; a page that no file of the store gives is kept as it stands there."""
    anew = {spelled(path) for path in files}
    given: set[str] = set()
    for path, known in plan.earlier.paths.items():
        work = plan.earlier.work(path)
        given |= {page.read.page.id for page in work.pages}
        if path not in anew:
            plan.keep(work, known, path)
            yield work
    for work in pages_of(corpus_in(folder / NAME)):
        if work.pages[0].read.page.id not in given:
            plan.keep(work, UNKNOWN)
            yield work


def pages_of(corpus: Corpus) -> Iterator[Work]:
    """Yield the pages of a corpus, each as if its file had just been read."""
    readings = {reading.article.id: reading for reading in corpus.readings}
    for read in corpus.pages:
        of_page = tuple(readings[article.id] for article in read.articles if article.id in readings)
        yield Work(Path(read.page.name), pages=[PageWork(read, readings=of_page)])


def read(path: Path, plan: Plan, tell: Tell) -> Work:
    """Read one file, tell what became of it, and keep what it gave for the next build."""
    known = content(path), signature(path, plan.reader, None)
    work = read_file(path, plan.reader)
    plan.keep(work, known)
    names = sum(mention.is_name for page in work.pages for reading in page.readings for mention in reading.mentions)
    lost = "; ".join(failure.message for failure in work.failures)
    tell({"file": path.name, "pages": len(work.pages), "names": names, "message": lost.replace(f"{path.parent}/", "")})
    return work


def main() -> int:
    """Do the task on stdin; 2 and a row with ``error`` if it cannot be done."""

    def tell(row: dict[str, Any]) -> None:
        sys.stdout.write(json.dumps(row) + "\n")
        sys.stdout.flush()

    task = json.loads(sys.stdin.read())
    try:
        decisions = Path(task["decisions"]) if task["decisions"] else None
        change(Path(task["folder"]), [Path(path) for path in task["files"]], decisions, task["reader"], tell)
    except KgError as error:
        tell({"error": str(error)})
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
