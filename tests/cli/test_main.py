"""The command line imports no more than a command needs, and says of each command what its help says."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kg.archive.write import Sqlite
from kg.cli.main import COMMANDS, app
from tests.export.pocket import pocket

ROOT = Path(__file__).parent.parent.parent
HEAVY = ("kg.stages", "kg.pipeline", "kg.extract.draft", "pypinyin", "cn2an", "onnxruntime", "jieba", "numpy", "rdflib")


def imported(folder: Path, *words: str) -> set[str]:
    """The modules that are there when a command ends."""
    code = "import sys\nfrom kg.cli.main import app\ntry:\n    app(sys.argv[1:])\nfinally:\n    print(*sys.modules, file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", code, *words],
        cwd=folder,
        env={"PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "ignore"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-500:]
    return set(done.stderr.split())


@pytest.mark.parametrize("name", COMMANDS)
def test_the_list_says_of_a_command_what_its_help_says_first(name: str) -> None:
    function = getattr(import_module(COMMANDS[name][0]), name)
    assert " ".join(function.__doc__.split()).startswith(COMMANDS[name][1])
    assert COMMANDS[name][1].endswith(".")


def test_help_lists_all_commands_and_imports_none(tmp_path: Path) -> None:
    told = CliRunner().invoke(app, ["--help"]).stdout
    assert [name for name in COMMANDS if f"  {name} " not in told] == []
    assert {"networkx", "kg.cli.console", *HEAVY}.isdisjoint(imported(tmp_path, "--help"))


SHOW = ("show", "云岭市水务局")
TRACE = ("trace", "柳长河", "柳河治理工程")


@pytest.mark.parametrize("words", [SHOW, TRACE], ids=["show", "trace"])
def test_asking_imports_no_reader(words: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "exports").mkdir()
    Sqlite().write(pocket(), tmp_path / "exports" / "kg.sqlite")
    assert imported(tmp_path, *words) & {*HEAVY, "networkx"} == set()
