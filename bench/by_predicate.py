#!/usr/bin/env python3
"""Print the README's table: how well each relation and attribute is found on the annotated pages, a predicate a line, in Markdown.

usage: by_predicate.py [--reader full|fast] [--lang en|zh] [--least N] [--write]
       N: predicates of fewer gold facts are summed up as "others"
       --write puts the table into both READMEs (``make scores`` holds them to it)

Precision, recall and F1 are those of ``kg evaluate`` over the seeds and the invented pages together; n is the number in the gold.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from kg import ontology  # noqa: E402
from kg.evaluate import Score, evaluate  # noqa: E402
from kg.export.pages import page_json  # noqa: E402
from kg.pipeline import build  # noqa: E402
from kg.stages import READERS  # noqa: E402

GOLD = ROOT / "tests" / "gold"
SETS = ((GOLD / "pages", ROOT / "seeds"), (GOLD / "invented" / "gold", GOLD / "invented" / "pages"))
READMES = {"en": "README.md", "zh": "README.zh.md"}
BEGIN, END = "<!-- bench/by_predicate.py --write -->", "<!-- / -->"
LEAST = 10
HEADS = {
    "en": ("| relation or attribute | precision | recall | F1 | n |", "others", "all relations", "all attributes"),
    "zh": ("| 关系或属性 | 精确率 | 召回率 | F1 | 数量 |", "其他", "全部关系", "全部属性"),
}


def scores(reader: str) -> Mapping[str, Score]:
    """Return the figures of all annotated pages read together."""
    gold, paths = {}, []
    for folder, pages in SETS:
        for path in sorted(folder.glob("*.json")):
            data = json.loads(path.read_text(encoding="utf-8"))
            gold[data["document"]] = data
            paths.append(pages / data["document"])
    made = build(paths, reader=reader)
    return evaluate(gold, {read.page.name: page_json(made.corpus, read) for read in made.corpus.pages}, {}).scores


def rows(found: Mapping[str, Score], family: str, least: int, language: str) -> Iterator[str]:
    """Yield the lines of one family, the most frequent predicate first, and what is too rare as one line."""
    known = ontology.load()
    terms: Mapping[str, ontology.Term] = {"relations": known.predicates, "attributes": known.attributes}[family]
    of = {name.partition(":")[2]: score for name, score in found.items() if name.startswith(f"{family}:")}
    rare = [name for name, score in of.items() if (score.n or 0) < least]
    for name, score in sorted(of.items(), key=lambda item: (-(item[1].n or 0), item[0])):
        if name not in rare:
            label = terms[name].label_zh if language == "zh" else terms[name].label_en
            yield line(f"{label} (`{name}`)", score)
    if rare:
        yield f"| {HEADS[language][1]}: {', '.join(f'`{name}`' for name in sorted(rare))} | | | | {sum(of[name].n or 0 for name in rare)} |"
    yield line(f"**{HEADS[language][2 if family == 'relations' else 3]}**", found[family])


def line(label: str, score: Score) -> str:
    """Return one line of the table."""
    return f"| {label} | {score.p or 0:.2f} | {score.r or 0:.2f} | {score.f1:.2f} | {score.n} |"


def table(found: Mapping[str, Score], least: int, language: str) -> str:
    """Return the table of relations and attributes."""
    lines = [line for family in ("relations", "attributes") for line in rows(found, family, least, language)]
    return "\n".join((HEADS[language][0], "|---|---|---|---|---|", *lines))


def put(text: str, printed: str) -> str:
    """Return a README with another table between its marks. Raises ValueError if it has not both."""
    head, tail = text.index(BEGIN) + len(BEGIN), text.index(END)
    return f"{text[:head]}\n{printed}\n{text[tail:]}"


def main() -> None:
    """Print the table, or put it into the READMEs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reader", choices=READERS, default=READERS[0])
    parser.add_argument("--lang", choices=sorted(HEADS), default="en")
    parser.add_argument("--least", type=int, default=LEAST)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    found = scores(args.reader)
    if not args.write:
        print(table(found, args.least, args.lang))
    for language, name in READMES.items() if args.write else ():
        path = ROOT / name
        path.write_text(put(path.read_text(encoding="utf-8"), table(found, args.least, language)), encoding="utf-8")


if __name__ == "__main__":
    main()
