"""All networks of layout from the corpus, in order: ``python -m train.layout.run OUT`` (on two cores three quarters of an hour).

Each kind of network but the reader of seams is fitted several times from other seeds; what reads a page is their mean.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

from train.layout import pages

PACKAGE = Path(__file__).parents[2] / "kg" / "text" / "learned"
PAGES = {"lines": (1100, 900), "joins": (800, 700), "again": (800, 600)}
"""Generated pages for the readers of lines, for those of joins and owners, and for the second reading of joins, none of which the readers
before it have seen: of ``corpus/pages`` alone, and with the marked corpus, most of whose articles have no kicker or subhead."""

SEEDS = {"lines": 4, "joins": 4, "again": 4, "owners": 3}


def run(module: str, *arguments: object) -> None:
    """Run one of the trainers; its failure ends everything."""
    subprocess.run([sys.executable, "-m", f"train.layout.{module}", *map(str, arguments)], check=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path, help="a folder for pages and parts")
    parser.add_argument("--reader", type=Path, help="the reader's weights.pkl: fits the reader of seams as well")
    args = parser.parse_args()
    out: Path = args.out
    out.mkdir(parents=True, exist_ok=True)
    if args.reader:
        run("fit_seams", args.reader, PACKAGE / "seams.npz")
    made = {name: [out / f"{name}-plain", out / f"{name}-marked"] for name in PAGES}
    dev = out / "dev"
    pages.make(dev, 5, 80, held_out=True)
    for seed, (name, folders) in enumerate(made.items()):
        for folder, times, passages in zip(folders, PAGES[name], (False, True), strict=True):
            pages.make(folder, 51 + 2 * seed + passages, times, passages=passages)
    parts = {name: [out / f"{name}{seed}.npz" for seed in range(1, times + 1)] for name, times in SEEDS.items()}
    packed = {name: out / f"{name}.npz" for name in SEEDS}
    for seed, part in enumerate(parts["lines"], 1):
        run("fit_lines", *made["lines"], "--dev", dev, "--out", part, "--seed", seed, "--epochs", 8)
    run("pack", *parts["lines"], packed["lines"])
    told = ("--dev", dev, "--lines", packed["lines"])
    seeds = range(1, SEEDS["joins"] + 1)
    run("fit_joins", *made["joins"], *told, "--out", packed["joins"], "--seed", *seeds)
    run("pack", *parts["joins"], packed["joins"])
    run("fit_joins", *made["again"], *told, "--first", packed["joins"], "--out", packed["again"], "--seed", *seeds)
    for seed, part in enumerate(parts["owners"], 1):
        run("fit_owners", *made["joins"], *told, "--roles", made["joins"][0], "--out", part, "--seed", seed, "--epochs", 20)
    run("pack", *(part for fitted in parts.values() for part in fitted), PACKAGE / "layout.npz")


if __name__ == "__main__":
    main()
