#!/usr/bin/env python3
"""Speed of the whole pipeline, in one run with jieba.posseg on the same text.

usage: run.py [--pages PATH …] [--rounds N]

Prints characters a second of the pipeline (one process, exports not counted) as a ratio to jieba.posseg, and the share of
each stage. Bare seconds are not comparable between machines; the ratio is.
"""

from __future__ import annotations

import argparse
import logging
import sys
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from kg.pipeline import build, files  # noqa: E402


def posseg_seconds(texts: list[str]) -> float:
    """Return the seconds jieba.posseg takes for the texts, its dictionary loaded."""
    import jieba

    jieba.setLogLevel(logging.ERROR)
    from jieba import posseg

    list(posseg.cut("热身"))
    begin = perf_counter()
    for text in texts:
        for _ in posseg.cut(text):
            pass
    return perf_counter() - begin


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=Path, nargs="+", default=[ROOT / "seeds", ROOT / "tests" / "gold" / "invented" / "pages"])
    parser.add_argument("--rounds", type=int, default=3)
    args = parser.parse_args()
    found, _ = files(args.pages)
    texts = ["".join(path.read_text(encoding="utf-8").split()) for path in found]
    n = sum(map(len, texts))
    build(found[:1], workers=1)
    best: tuple[float, dict[str, float]] | None = None
    reference = min(posseg_seconds(texts) for _ in range(args.rounds))
    for _ in range(args.rounds):
        begin = perf_counter()
        made = build(found, workers=1)
        spent = perf_counter() - begin
        if best is None or spent < best[0]:
            best = (spent, made.seconds)
    if best is None:
        return 2
    spent, seconds = best
    print(f"{len(found)} pages, {n} characters, best of {args.rounds}")
    print(f"pipeline      {n / spent:10.0f} characters/s")
    print(f"jieba.posseg  {n / reference:10.0f} characters/s")
    print(f"ratio         {reference / spent:10.2f}  (above 1: faster than jieba.posseg)")
    total = sum(seconds.values())
    for name, value in sorted(seconds.items(), key=lambda item: -item[1]):
        print(f"  {name:12s} {value / total:6.1%}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
