"""Ctrl-C at every stage of a build is one line and exit code 130; what lies in the folder is the last build whole, or this one whole."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.pipeline import DEFAULT_FORMATS
from kg.stages import STAGES
from tests.cli.test_streams import STORY, environment

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="needs signals")
DRIVER = """
import json, os, signal, sys
from importlib import import_module
from pathlib import Path
from kg.cli.main import COMMANDS, main
from kg.export.base import FORMATS
from kg.pipeline import build
from kg.stages import Work

import_module(COMMANDS["build"][0])
build([Path("in")], workers=1, reader="fast").save(Path("warm"))


def at_once(*_):
    os.kill(os.getpid(), signal.SIGINT)


def hook(owner, name, is_it, after=False):
    original = getattr(owner, name)
    def hooked(*words, **named):
        if after:
            made = original(*words, **named)
            at_once()
            return made
        if is_it(*words):
            at_once()
        return original(*words, **named)
    setattr(owner, name, hooked)


def prepare(point):
    kind, name = point
    calls = []
    if kind == "stage":
        hook(Work, "run", lambda _, stage: stage.name == name)
    elif kind in ("before", "after"):
        module, _, maker = FORMATS[name].maker.partition(":")
        hook(getattr(import_module(module), maker), "write", lambda *_: True, kind == "after")
    elif kind == "twice":
        hook(Work, "run", lambda _, stage: stage.name == "link")
        hook(import_module("kg.cli.streams"), "told", lambda *_: True)
    else:
        module, _, function = name.partition(":")
        hook(import_module(module), function, lambda *_: calls.append(1) or len(calls) == int(kind))


nowhere = os.open(os.devnull, os.O_RDWR)
while asked := sys.stdin.readline():
    point, told = json.loads(asked)
    child = os.fork()
    if not child:
        for stream, file in ((0, nowhere), (1, nowhere), (2, os.open(told, os.O_WRONLY | os.O_CREAT | os.O_TRUNC))):
            os.dup2(file, stream)
        prepare(point)
        sys.argv = ["kg", "build", "in", "-o", "out", "--reader", "fast", "--workers", "1"]
        try:
            main()
        except SystemExit as end:
            os._exit(end.code)
        finally:
            os._exit(99)
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""
"""Builds with a signal at the point asked for: a stage, before or after an exporter, or the nth call of a function."""
LEAVES_NOTHING = (
    *(("stage", stage.name) for stage in STAGES),
    *((when, name) for name in DEFAULT_FORMATS for when in ("before", "after")),
    ("1", "kg.text.input.pages:page"),
    ("1", "kg.export.base:settle"),
    ("twice", ""),
)
LEAVES_ALL = (
    *((number, "os:replace") for number in ("1", "2", "5")),
    ("1", "kg.export.settle:remove_stale"),
    ("1", "shutil:rmtree"),
    ("1", "kg.export.base:renew_indexes"),
)


class Builder:
    """Builds in a folder, interrupted at a point; a whole build of the same pages is made once and then put back."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.out = folder / "out"
        (folder / "in").mkdir()
        self.running = subprocess.Popen(
            [sys.executable, "-c", DRIVER], cwd=folder, env=environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def build(self, point: tuple[str, str]) -> tuple[int, str]:
        """Return the exit code and what was printed on stderr."""
        assert self.running.stdin
        assert self.running.stdout
        told = self.folder / "told"
        print(json.dumps([point, str(told)]), file=self.running.stdin, flush=True)
        code = int(self.running.stdout.readline())
        return code, told.read_text(encoding="utf-8")

    def write_pages(self, amount: str) -> None:
        """Write the pages, which tell of an amount."""
        for n in range(2):
            text = STORY.replace("3亿", amount).replace("柳青川", f"柳青{'川山'[n]}")
            (self.folder / "in" / f"{n}.txt").write_text(text, encoding="utf-8")

    def lay(self, amount: str) -> dict[str, bytes]:
        """Lay the whole build of an amount into the output folder, and return its files."""
        kept = self.folder / amount
        shutil.rmtree(self.out, ignore_errors=True)
        if not kept.exists():
            self.write_pages(amount)
            assert self.build(NEVER) == (0, "")
            shutil.copytree(self.out, kept)
        else:
            shutil.copytree(kept, self.out)
        return self.files()

    def files(self) -> dict[str, bytes]:
        """Return all that lies in the output folder, hidden files too."""
        return {str(path.relative_to(self.out)): path.read_bytes() for path in sorted(self.out.rglob("*")) if path.is_file()}


@pytest.fixture(scope="module")
def builder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Builder]:
    made = Builder(tmp_path_factory.mktemp("interrupted"))
    yield made
    made.running.communicate(timeout=60)


NEVER = ("9", "kg.export.base:settle")
LINE = "kg: interrupted; no half-written file is left\n"


@pytest.mark.parametrize("point", LEAVES_NOTHING, ids=" ".join)
def test_a_build_interrupted_before_its_files_are_in_place_leaves_the_last(point: tuple[str, str], builder: Builder) -> None:
    before = builder.lay("3亿")
    builder.write_pages("4亿")
    assert builder.build(point) == (130, LINE)
    assert builder.files() == before


@pytest.mark.parametrize("point", LEAVES_ALL, ids=" ".join)
def test_a_build_interrupted_while_its_files_go_into_place_leaves_this_one(point: tuple[str, str], builder: Builder) -> None:
    wanted = builder.lay("4亿")
    assert wanted != builder.lay("3亿")
    builder.write_pages("4亿")
    assert builder.build(point) == (130, LINE)
    assert builder.files() == wanted


def test_a_first_build_that_is_interrupted_leaves_nothing(builder: Builder) -> None:
    builder.write_pages("3亿")
    shutil.rmtree(builder.out, ignore_errors=True)
    assert builder.build(("before", "report")) == (130, LINE)
    assert builder.files() == {}
