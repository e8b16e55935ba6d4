"""A process that builds, for tests that kill it or take away what it needs: `python -m tests.archive.builder MODE FOLDER`.

loop        builds FOLDER/in into FOLDER/out for ever, with and without in/c.txt, a line on stdout before each
full        builds with files limited to 16 kB, as on a full disk
read-only   builds as a user who may not write FOLDER/out
"""

from __future__ import annotations

import os
import resource
import sys
from pathlib import Path

from kg.archive.held import held
from kg.errors import KgError
from kg.pipeline import build
from tests.archive.stories import STORIES
from tests.archive.test_incremental import FORMATS


def once(folder: Path) -> None:
    """Build as the command line does."""
    with held(folder / "out", print):
        build(folder / "in", workers=1, reader="fast", archive=folder / "out").save(folder / "out", FORMATS)


def loop(folder: Path) -> None:
    """Build for ever, a page coming and going."""
    page = folder / "in" / "c.txt"
    while True:
        if page.exists():
            page.unlink()
        else:
            page.with_suffix(".new").write_text(STORIES[2], encoding="utf-8")
            page.with_suffix(".new").rename(page)
        print("building", flush=True)
        once(folder)


def main(mode: str, folder: Path) -> None:
    """Do as a mode says; a KgError is one line and exit code 2."""
    try:
        if mode == "loop":
            loop(folder)
        if mode == "full":
            resource.setrlimit(resource.RLIMIT_FSIZE, (16_384, 16_384))
        if mode == "read-only" and os.geteuid() == 0:
            os.setuid(65534)
        once(folder)
    except KgError as error:
        print(error)
        sys.exit(2)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
