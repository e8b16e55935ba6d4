"""Generated pages as a trainer needs them, read once: ``python -m train.layout.examples PAGES…`` writes PAGES.pickle."""

from __future__ import annotations

import io
import pickle
import sys
from dataclasses import dataclass
from pathlib import Path

from kg.text.learned import lines, net
from kg.text.learned.fragments import Fragment, group
from kg.text.learned.lines import Array
from kg.text.learned.segments import Sheet, read_sheet
from train.layout.truth import Truth, read, truth_of


@dataclass
class Example:
    """One page: its lines, their numbers, what is true of them."""

    sheet: Sheet
    numbers: Array
    hashed: Array
    truth: Truth

    def fragments(self, w: net.Weights) -> list[Fragment]:
        """Cut the page with these weights."""
        return group(self.sheet, *net.read_lines(w, self.numbers, self.hashed))


class Pickled(pickle.Unpickler):
    """Reads what this module wrote when it was run as a program."""

    def find_class(self, module: str, name: str) -> object:
        return super().find_class(__name__ if module == "__main__" else module, name)


def examples(folder: Path) -> list[Example]:
    """Return the pages of a folder, from its pickle if there is one."""
    stored = folder.with_suffix(".pickle")
    if stored.exists():
        return Pickled(io.BytesIO(stored.read_bytes())).load()  # type: ignore[no-any-return]
    found = []
    for path in sorted(folder.glob("*.json")):
        page = read(path)
        sheet = read_sheet(page["text"])
        numbers, hashed = lines.matrix(sheet)
        found.append(Example(sheet, numbers, hashed, truth_of(page, sheet)))
    stored.write_bytes(pickle.dumps(found))
    return found


if __name__ == "__main__":
    for name in sys.argv[1:]:
        examples(Path(name))
