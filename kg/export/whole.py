"""Writing a set of exports whole or not at all: beside the target first, then renamed into place."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from kg.errors import ExportError
from kg.export import base
from kg.export.pages import page_json
from kg.export.report import report_json
from kg.model import Corpus

PAGES = "pages"
REPORT = "report"


@contextmanager
def beside(folder: Path) -> Iterator[Path]:
    """Give a folder to write into; what it holds at the end replaces what ``folder`` holds under the same names.

    On any failure, Ctrl-C included, ``folder`` is as it was. Raises ExportError if it cannot be written to.
    """
    fresh = not folder.exists()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        draft = Path(tempfile.mkdtemp(prefix=".kg-", dir=folder))
    except OSError as error:
        raise ExportError(f"{folder}: cannot write here ({error.strerror}); choose another folder with -o") from error
    try:
        yield draft
        for made in sorted(draft.iterdir()):
            target = folder / made.name
            if target.is_dir():
                shutil.rmtree(target)
            made.replace(target)
    finally:
        shutil.rmtree(draft, ignore_errors=True)
        if fresh and not any(folder.iterdir()):
            folder.rmdir()


def save(
    corpus: Corpus,
    folder: Path,
    formats: Sequence[str],
    failures: Sequence[tuple[str, str]] = (),
    duplicates: Sequence[tuple[str, str]] = (),
) -> tuple[Path, ...]:
    """Write these formats ("pages" and "report" beside those of the registry) and return the paths, files one by one."""
    names: list[Path] = []
    with beside(folder) as draft:
        for name in formats:
            if name == PAGES:
                names += [Path(PAGES) / made for made in write_pages(corpus, draft / PAGES)]
            elif name == REPORT:
                write_json(draft / "report.json", report_json(corpus, failures, duplicates))
                names.append(Path("report.json"))
            else:
                exporter = base.exporter(name)
                path = Path("graph" + exporter.suffix)
                exporter.write(corpus, draft / path)
                names.append(path)
    return tuple(folder / name for name in names)


def save_pages(corpus: Corpus, folder: Path) -> tuple[Path, ...]:
    """Write only the page JSON into ``folder`` and return the paths."""
    with beside(folder) as draft:
        names = write_pages(corpus, draft)
    return tuple(folder / name for name in names)


def write_pages(corpus: Corpus, folder: Path) -> list[str]:
    """Write one JSON file for each page; pages of one stem are told apart by their ids."""
    folder.mkdir(exist_ok=True)
    made: list[str] = []
    stems = [Path(read.page.name).stem for read in corpus.pages]
    for read, stem in zip(corpus.pages, stems, strict=True):
        name = f"{stem}.json" if stems.count(stem) == 1 else f"{stem}-{read.page.id}.json"
        write_json(folder / name, page_json(corpus, read))
        made.append(name)
    return made


def write_json(path: Path, data: Any) -> None:
    """Write JSON as people read it: Chinese as Chinese, one space of indent, a newline at the end."""
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
