#!/usr/bin/env python3
"""Speed of the whole pipeline, in one run with jieba.posseg on the same text.

usage: run.py [--pages PATH …] [--rounds N] [--reader full|fast …]

Prints for each reader characters a second of the pipeline (one process, exports not counted) as a ratio to jieba.posseg, and for
layout, reader, grammar and linking, and each of their stages, the share of the time and the seconds for a page of 7,000 characters.
Bare seconds are not comparable between machines; ratios are.
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
from kg.stages import READERS, STAGES  # noqa: E402

PAGE = 7000
"""Characters of a full newspaper page."""
PARTS = {"layout": ("load", "read"), "reader": ("propose", "references", "learned"), "linking": ("link",)}
"""The stages of each part; those of none are grammar. The readers tag and read spans in propose, the network scores links in learned."""


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


def pipeline_seconds(paths: list[Path], reader: str, rounds: int) -> tuple[float, dict[str, float]]:
    """Return the seconds that the pipeline takes in the best of some rounds, and those of each stage in it."""
    build(paths[:1], workers=1, reader=reader)
    best: tuple[float, dict[str, float]] = (float("inf"), {})
    for _ in range(rounds):
        begin = perf_counter()
        made = build(paths, workers=1, reader=reader)
        best = min(best, (perf_counter() - begin, made.seconds), key=lambda found: found[0])
    return best


def parts(seconds: dict[str, float]) -> dict[str, dict[str, float]]:
    """Return the seconds of each stage by part, in the order of the stages."""
    of = {stage: part for part, stages in PARTS.items() for stage in stages}
    found: dict[str, dict[str, float]] = {name: {} for name in ("layout", "reader", "grammar", "linking")}
    for stage in STAGES:
        found[of.get(stage.name, "grammar")][stage.name] = seconds.get(stage.name, 0.0)
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=Path, nargs="+", default=[ROOT / "seeds", ROOT / "tests" / "gold" / "invented" / "pages"])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--reader", choices=READERS, nargs="+", default=READERS)
    args = parser.parse_args()
    found, _ = files(args.pages)
    texts = ["".join(path.read_text(encoding="utf-8").split()) for path in found]
    n = sum(map(len, texts))
    reference = min(posseg_seconds(texts) for _ in range(args.rounds))
    print(f"{len(found)} pages, {n} characters, best of {args.rounds}; jieba.posseg {n / reference:.0f} characters/s")
    for reader in args.reader:
        spent, seconds = pipeline_seconds(found, reader, args.rounds)
        total = sum(seconds.values())
        print(f"\n--reader {reader}: {n / spent:.0f} characters/s, {reference / spent:.2f} x jieba.posseg, {spent * PAGE / n:.2f} s a page")
        for part, stages in parts(seconds).items():
            print(f"  {part:12s} {sum(stages.values()) / total:6.1%} {sum(stages.values()) * PAGE / n:7.3f} s a page")
            for name, value in stages.items():
                print(f"    {name:12s} {value / total:6.1%} {value * PAGE / n:7.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
