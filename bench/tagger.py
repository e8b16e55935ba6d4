#!/usr/bin/env python3
"""People, organisations and places found by jieba's neural tagger alone and by kg, on the same pages against the same gold.

usage: tagger.py [--gold DIR --pages DIR]

Exact surface, each (page, surface) once, the three kinds together: person; company, agency and institution; place.
Both readers get the text that kg repaired.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from kg.evaluate import f1_of, plain  # noqa: E402
from kg.model import BREAK  # noqa: E402
from kg.pipeline import build  # noqa: E402
from kg.reader.tagger import tagger  # noqa: E402

KINDS = {"person": "PER", "company": "ORG", "agency": "ORG", "institution": "ORG", "place": "LOC"}
Found = set[tuple[str, str, str]]


def line(name: str, ours: Found, gold: Found) -> str:
    score = f1_of(len(ours & gold), len(ours), len(gold))
    return f"{name:22s} P {score.p:.3f}  R {score.r:.3f}  F1 {score.f1:.3f}  n={len(gold)}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=ROOT / "tests" / "gold" / "pages")
    parser.add_argument("--pages", type=Path, default=ROOT / "seeds")
    args = parser.parse_args()
    gold: Found = set()
    for path in sorted(args.gold.glob("*.json")):
        data = json.loads(path.read_text(encoding="utf-8"))
        gold |= {
            (data["document"], KINDS[e["type"]], plain(s))
            for a in data["articles"]
            for e in a["entities"]
            if e["type"] in KINDS
            for s in e["surfaces"]
        }
    made = build(sorted({args.pages / name for name, _, _ in gold}), workers=1)
    ours, theirs = set[tuple[str, str, str]](), set[tuple[str, str, str]]()
    for reading in made.corpus.readings:
        name = reading.article.page.name
        ours |= {(name, KINDS[m.type], plain(m.surface)) for m in reading.mentions if m.is_name and m.type in KINDS}
        paragraphs = reading.article.text.split(BREAK)
        for text, words in zip(paragraphs, tagger().tag(paragraphs), strict=True):
            theirs |= {(name, w.tag, plain(text[w.start : w.end])) for w in words if w.tag in KINDS.values()}
    for kind in ("PER", "ORG", "LOC"):
        wanted = {row for row in gold if row[1] == kind}
        print(line(f"tagger {kind}", {row for row in theirs if row[1] == kind}, wanted))
        print(line(f"kg     {kind}", {row for row in ours if row[1] == kind}, wanted))
    print(line("tagger, all three", theirs, gold))
    print(line("kg, all three", ours, gold))
    return 0


if __name__ == "__main__":
    sys.exit(main())
