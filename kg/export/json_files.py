"""The exporters of plain JSON: one file per page, and the coverage report."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from kg.errors import ExportError
from kg.export.base import Built
from kg.export.pages import PageWriter, file_names
from kg.export.report import report_parts
from kg.extract.faults import Fault
from kg.model import Corpus


def dump(value: Any, path: Path) -> None:
    """Write plain values as indented UTF-8 JSON with a line end."""
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def streamed(parts: Iterable[tuple[str, Any]]) -> Iterator[str]:
    """Yield the text of an object of these keys and values as ``dump`` writes it; an iterator is a list of which one item is held."""
    opening = "{\n"
    for key, value in parts:
        yield f"{opening} {json.dumps(key)}: "
        opening = ",\n"
        if isinstance(value, Iterator):
            before = "["
            for item in value:
                yield f"{before}\n  {indented(item, 2)}"
                before = ","
            yield "[]" if before == "[" else "\n ]"
        else:
            yield indented(value, 1)
    yield "\n}\n"


def indented(value: Any, depth: int) -> str:
    """Return plain values as JSON whose lines after the first stand so deep."""
    return json.dumps(value, ensure_ascii=False, indent=1).replace("\n", "\n" + " " * depth)


class Pages:
    """pages/<stem>.json for each page, <stem>-p3.json for page 3 of a PDF; pages with the same stem are told apart by their ids."""

    name = "pages"
    suffix = ""

    def write(self, corpus: Corpus, path: Path) -> None:
        """Write one file for each page into the folder ``path``. Raises ExportError if the folder cannot be made."""
        try:
            path.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise ExportError(f"{path}: cannot be made ({error.strerror}); choose another folder") from error
        writer = PageWriter(corpus)
        for name, read in file_names(corpus.pages):
            dump(writer.write(read), path / name)


class Report:
    """report.json: what was read, what was not, and why."""

    name = "report"
    suffix = ".json"

    def __init__(self) -> None:
        self.failures: Sequence[tuple[str, str]] = ()
        self.duplicates: Sequence[tuple[str, str]] = ()
        self.faults: Sequence[Fault] = ()
        self.remarks: Sequence[str] = ()

    def note(self, built: Built) -> None:
        """Record what the corpus does not hold: files that failed or have the same text, remarks on files, bugs in kg."""
        self.failures = [(failure.path, failure.message) for failure in built.failures]
        self.duplicates = built.duplicates
        self.faults = built.faults
        self.remarks = built.remarks

    def write(self, corpus: Corpus, path: Path) -> None:
        """Write the report."""
        parts = report_parts(corpus, self.failures, self.duplicates, self.faults, self.remarks)
        with path.open("w", encoding="utf-8") as file:
            file.writelines(streamed(parts))
