"""Pages for training: ``python -m train.layout.pages OUT --seed N --pages K``.

Made of the articles of corpus/pages, a fifth of its files held out, and of the headed articles of the marked corpus.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from train.layout import passages as marked

CORPUS = Path(__file__).parents[2] / "corpus" / "pages"
EVERY = 5
"""Every fifth file, by name, is the development part."""


def make(out: Path, seed: int, pages: int, *, held_out: bool = False, passages: bool = True) -> None:
    """Write ``pages`` generated pages with their truth to ``out``; ``passages`` says whether with articles of the marked corpus."""
    with tempfile.TemporaryDirectory() as folder:
        for number, path in enumerate(sorted(CORPUS.glob("*.json"))):
            if (number % EVERY == EVERY - 1) == held_out:
                shutil.copy(path, folder)
        if passages and not held_out:
            marked.write(Path(folder))
        noise = Path(__file__).with_name("noise.py")
        command = [sys.executable, str(noise), "make", folder, str(out), "--seed", str(seed), "--pages", str(pages)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--pages", type=int, default=300)
    parser.add_argument("--held-out", action="store_true", help="of the files held out")
    parser.add_argument("--plain", action="store_true", help="without the marked corpus, most of whose articles have no kicker or subhead")
    args = parser.parse_args()
    make(args.out, args.seed, args.pages, held_out=args.held_out, passages=not args.plain)


if __name__ == "__main__":
    main()
