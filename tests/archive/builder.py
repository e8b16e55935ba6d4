"""A process that builds, for tests that kill it or take away what it needs: `python -m tests.archive.builder MODE FOLDER [N]`.

killed N    builds FOLDER/in into FOLDER/out, with and without in/c.txt, and kills N of these builds, a line on stdout after each
full        builds with files limited to 16 kB, as on a full disk
read-only   builds as a user who may not write FOLDER/out
"""

from __future__ import annotations

import os
import random
import resource
import signal
import sys
from pathlib import Path
from time import perf_counter, sleep

from kg.archive.held import held
from kg.errors import KgError
from kg.pipeline import build
from tests.archive.stories import STORIES
from tests.archive.test_incremental import FORMATS


def once(folder: Path) -> None:
    """Build as the command line does."""
    with held(folder / "out", print):
        build(folder / "in", workers=1, reader="fast", archive=folder / "out").save(folder / "out", FORMATS)


def turn(folder: Path) -> None:
    """Have a page come or go."""
    page = folder / "in" / "c.txt"
    if page.exists():
        page.unlink()
    else:
        page.with_suffix(".new").write_text(STORIES[2], encoding="utf-8")
        page.with_suffix(".new").rename(page)


def fresh(folder: Path) -> bytes:
    """Return the store that a fresh build writes."""
    build(folder / "in", workers=1, reader="fast").save(folder / "fresh", ("sqlite",))
    return (folder / "fresh" / "kg.sqlite").read_bytes()


def killed(folder: Path, kills: int) -> None:
    """Kill so many builds, a page coming and going, each at a random moment of its work; print after each whether the store is whole.

    Each build is a process forked from this one, which spares it a second of imports.
    """
    whole = {fresh(folder)}
    turn(folder)
    whole.add(fresh(folder))
    begin = perf_counter()
    once(folder)
    longest, moment, done = perf_counter() - begin, random.Random(kills), 0
    while done < kills:
        child = os.fork()
        if not child:
            turn(folder)
            once(folder)
            os._exit(0)
        sleep(moment.uniform(0, longest))
        os.kill(child, signal.SIGKILL)
        if os.WIFSIGNALED(os.waitpid(child, 0)[1]):
            done += 1
            print("whole" if (folder / "out" / "kg.sqlite").read_bytes() in whole else "torn", flush=True)


def main(mode: str, folder: Path, kills: int = 0) -> None:
    """Do as a mode says; a KgError is one line and exit code 2."""
    try:
        if mode == "killed":
            killed(folder, kills)
            return
        if mode == "full":
            resource.setrlimit(resource.RLIMIT_FSIZE, (16_384, 16_384))
        if mode == "read-only" and os.geteuid() == 0:
            os.setuid(65534)
        once(folder)
    except KgError as error:
        print(error)
        sys.exit(2)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), *map(int, sys.argv[3:]))
