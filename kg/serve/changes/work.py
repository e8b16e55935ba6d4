"""The process that changes the folder: reads new pages, links all again, writes the exports. A task as JSON on stdin, news as JSON lines.

What pages say before any decision is kept beside the exports (``UNDECIDED``), so that a decision taken back leaves no trace. Every export
is written whole or not at all (kg.export.settle); a process that is killed leaves the folder as it was.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from kg.archive.schema import NAME
from kg.errors import KgError
from kg.export import base
from kg.model import Corpus
from kg.pipeline import DEFAULT_FORMATS, Build, read_file
from kg.resolve.decisions_file import load_decisions
from kg.serve.workspace import corpus_in, stamp_of
from kg.stages import STAGES, PageWork, Work

UNDECIDED, MADE = ".undecided.sqlite", ".undecided-of"
"""The corpus before decisions, and the stamp of the state of the folder that it belongs to."""
FIRST = ("turtle",)
"""Written before the other exports, with the store: what is asked at once."""
Tell = Callable[[dict[str, Any]], None]


def change(folder: Path, files: list[Path], decisions: Path | None, reader: str, tell: Tell) -> None:
    """Add these files to the folder and replay the decisions. Raises KgError if the folder cannot be read or written.

    ``tell`` is given one row for each file (``file``, ``pages``, ``message``) and one for each step of writing (``step``).
    """
    before = undecided(folder)
    whole = Work(decisions=load_decisions(decisions) if decisions and decisions.is_file() else None)
    whole.gather([known(before), *(read(path, reader, tell) for path in files)])
    tell({"step": "linking"})
    plain = linked(whole, with_decisions=False) if whole.decisions else None
    made = linked(whole, with_decisions=True)
    tell({"step": "writing"})
    chosen = [format_ for format_ in DEFAULT_FORMATS if format_ not in ("report", "pages")]
    made.save(folder, [chosen[0], *FIRST])
    base.write_one(plain.corpus if plain else made.corpus, "sqlite", folder / UNDECIDED)
    (folder / MADE).write_text(json.dumps(stamp_of(folder)), encoding="utf-8")
    tell({"step": "asked"})
    made.save(folder, [format_ for format_ in chosen[1:] if format_ not in FIRST] + ["pages"])


def undecided(folder: Path) -> Corpus:
    """Return what the pages of the folder say before decisions; as decided, if another build has written the folder since."""
    try:
        if json.loads((folder / MADE).read_text(encoding="utf-8")) == list(stamp_of(folder) or ()):
            return corpus_in(folder / UNDECIDED)
    except (OSError, ValueError):
        pass
    return corpus_in(folder / NAME)


def known(corpus: Corpus) -> Work:
    """Return the pages of a corpus as if they had just been read."""
    readings = {reading.article.id: reading for reading in corpus.readings}
    pages = [
        PageWork(read, readings=tuple(readings[article.id] for article in read.articles if article.id in readings)) for read in corpus.pages
    ]
    return Work(pages=pages)


def read(path: Path, reader: str, tell: Tell) -> Work:
    """Read one file and tell what became of it."""
    work = read_file(path, reader)
    names = sum(mention.is_name for page in work.pages for reading in page.readings for mention in reading.mentions)
    lost = "; ".join(failure.message for failure in work.failures)
    tell({"file": path.name, "pages": len(work.pages), "names": names, "message": lost.replace(f"{path.parent}/", "")})
    return work


def linked(work: Work, *, with_decisions: bool) -> Build:
    """Link the pages of all files, with the decisions or without."""
    whole = Work(decisions=work.decisions if with_decisions else None, pages=work.pages, failures=work.failures, duplicates=work.duplicates)
    for stage in STAGES:
        if stage.is_joint:
            whole.run(stage)
    return Build.of(whole)


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
