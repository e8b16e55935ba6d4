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
LINES, JOINS, OWNERS = 2200, 1300, 500
"""Generated pages for the readers of lines, for those of joins and owners, and for owners and roles without the marked corpus."""

SEEDS = {"lines": 4, "joins": 4, "owners": 3}


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
    lines, joins, plain, dev = (out / name for name in ("lines", "joins", "plain", "dev"))
    pages.make(lines, 31, LINES)
    pages.make(joins, 32, JOINS)
    pages.make(plain, 41, OWNERS, passages=False)
    pages.make(dev, 5, 80, held_out=True)
    parts = {name: [out / f"{name}{seed}.npz" for seed in range(1, times + 1)] for name, times in SEEDS.items()}
    for seed, part in enumerate(parts["lines"], 1):
        run("fit_lines", lines, "--dev", dev, "--out", part, "--seed", seed, "--epochs", 8)
    packed = out / "lines.npz"
    run("pack", *parts["lines"], packed)
    for seed, part in enumerate(parts["joins"], 1):
        run("fit_joins", joins, "--dev", dev, "--lines", packed, "--out", part, "--seed", seed, "--epochs", 15)
    for seed, part in enumerate(parts["owners"], 1):
        told = ("--dev", dev, "--roles", plain, "--lines", packed, "--out", part, "--seed", seed, "--epochs", 20)
        run("fit_owners", plain, joins, *told)
    run("pack", *(part for made in parts.values() for part in made), PACKAGE / "layout.npz")


if __name__ == "__main__":
    main()
