"""The headed articles of the marked corpus as plain articles for laying out: ``python -m train.layout.passages OUT``.

Writes OUT/pNN.json for every ``corpus/pNN.txt`` in the format of ``corpus/pages``. An article is a headline with the text up to the next
one; of a passage whose headline is written last, all of its text. Passages without a headline are left to the reader of seams.
The notation has no kicker and no subhead: ``corpus/heads.tsv`` gives some of the articles theirs, and the printed lines of their headlines.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
from pathlib import Path

CORPUS = Path(__file__).parents[2] / "corpus"
MARK = re.compile(r"\{[a-z]\d+(?:,[a-z]\d+)*[|~!]|\}")
SHORTEST = 40
"""Characters of a text that is worth laying out."""


def heads(path: Path = CORPUS / "heads.tsv") -> dict[tuple[str, str], dict[str, object]]:
    """Return the further heading lines of articles by file and headline."""
    found = {}
    with path.open(encoding="utf-8", newline="") as rows:
        for file, headline, *cells in csv.reader(rows, delimiter="\t", quoting=csv.QUOTE_NONE):
            more = dict(zip(("kicker", "subhead", "headline_lines"), (cell.split("/") for cell in cells), strict=True))
            found[file, headline] = {name: lines for name, lines in more.items() if lines != [""]}
    return found


def articles(path: Path) -> list[dict[str, object]]:
    """Return the headed articles of one file: heading lines and paragraphs."""
    more = heads()
    found: list[dict[str, object]] = []
    for passage in ("\n" + path.read_text(encoding="utf-8")).split("\n== ")[1:]:
        lines = [MARK.sub("", line.rstrip()) for line in passage.split("\n")[1:] if line.strip() and line[0] not in "%@>"]
        for headline, body in headed(lines):
            if sum(map(len, body)) >= SHORTEST:
                found.append({"headline": headline, "body": body, **more.get((path.stem, headline), {})})
    return found


def headed(lines: list[str]) -> list[tuple[str, list[str]]]:
    """Return the headlines of a passage, each with its paragraphs; empty if it has none."""
    heads = [at for at, line in enumerate(lines) if line.startswith("# ")]
    if heads == [len(lines) - 1] and len(lines) > 1:
        return [(lines[-1][2:], lines[:-1])]
    return [(lines[at][2:], lines[at + 1 : below]) for at, below in zip(heads, [*heads[1:], len(lines)], strict=False)]


def write(out: Path) -> None:
    """Write the articles of every file of the corpus that is trained on."""
    for path in sorted(CORPUS.glob("p[0-9]*.txt")):
        text = json.dumps({"articles": articles(path)}, ensure_ascii=False, indent=1)
        (out / f"{path.stem}.json").write_text(text + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    write(args.out)


if __name__ == "__main__":
    main()
