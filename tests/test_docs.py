"""The README's commands run and print what the README says; every command is in it and has help with an example."""

from __future__ import annotations

import contextlib
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
import yaml
from typer.main import get_command
from typer.testing import CliRunner

from kg import __version__
from kg.cli import console
from kg.cli.main import app
from kg.text.years import said_of
from tests.conftest import BUILD, Clone

ROOT = Path(__file__).parent.parent
READMES = ("README.md", "README.zh.md")
COMMANDS = sorted(get_command(app).commands)  # type: ignore[attr-defined]


def examples(readme: str) -> list[tuple[str, list[str]]]:
    """Each `$ kg …` of a console block with the output lines under it."""
    found: list[tuple[str, list[str]]] = []
    for block in re.findall(r"```console\n(.*?)```", (ROOT / readme).read_text(encoding="utf-8"), re.S):
        for line in block.splitlines():
            if line.startswith("$ "):
                found.append((line[2:], []))
            elif found and line.strip() and line.strip() not in ("…", "..."):
                found[-1][1].append(line.rstrip())
    return [(command, lines) for command, lines in found if command.startswith("kg ")]


@pytest.fixture(scope="module")
def printed(clone: Clone) -> Callable[[str], str]:
    """What a command prints in the folder where the first has built exports/; each is run once for both READMEs."""

    @cache
    def run(command: str) -> str:
        if command == BUILD:
            return clone.printed
        with contextlib.chdir(clone.folder), pytest.MonkeyPatch.context() as patch:
            patch.setattr(console.out, "_width", 200)
            done = CliRunner().invoke(app, shlex.split(command)[1:])
        assert done.exit_code == 0, f"{command}: {done.stderr} {done.exception!r}"
        return done.stdout

    return run


def test_the_first_command_of_the_readme_builds_the_seeds() -> None:
    assert examples(READMES[0])[0][0] == BUILD


@pytest.mark.parametrize(("readme", "command", "lines"), [(r, c, lines) for r in READMES for c, lines in examples(r)])
def test_readme_command_prints_what_the_readme_says(readme: str, command: str, lines: list[str], printed: Callable[[str], str]) -> None:
    there = {line.rstrip() for line in printed(command).splitlines()}
    missing = [line for line in lines if line not in there and not line.endswith("…")]
    assert not missing, f"{readme}: {command} no longer prints {missing}; it prints:\n{printed(command)[:3000]}"


def programs(readme: str) -> list[str]:
    """The Python blocks of a README."""
    return re.findall(r"```python\n(.*?)```", (ROOT / readme).read_text(encoding="utf-8"), re.S)


def test_both_readmes_show_the_same_pages_yaml_and_kg_understands_it() -> None:
    shown = [re.findall(r"```yaml\n(.*?)```", (ROOT / readme).read_text(encoding="utf-8"), re.S) for readme in READMES]
    one, other = (yaml.safe_load(block) for (block,) in shown)
    assert one == other
    assert [(said_of(row).date, said_of(row).newspaper) for row in one.values()] == [("2021-02-19", "许昌日报"), ("2020", None)]


def test_readme_python_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "seeds").mkdir()
    for page in sorted((ROOT / "seeds").glob("*.txt"), key=lambda path: path.stat().st_size)[:2]:
        shutil.copy(page, tmp_path / "seeds")
    monkeypatch.chdir(tmp_path)
    for program in programs("README.md"):
        exec(program, {})
    assert re.match(r"\d+ entities, \d+ claims, \d+ events\n\d+ nodes .*\n\d+ triples", capsys.readouterr().out)


def test_both_readmes_show_the_same_python_but_for_the_words_it_prints() -> None:
    one, other = ([re.sub(r'"[^"]*"', "…", program) for program in programs(readme)] for readme in READMES)
    assert one == other


@pytest.mark.parametrize("readme", READMES)
@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_in_the_readme(readme: str, name: str) -> None:
    assert f"kg {name}" in (ROOT / readme).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_example(name: str) -> None:
    done = CliRunner().invoke(app, [name, "--help"])
    assert done.exit_code == 0
    assert f"kg {name}" in done.stdout.split("Example:")[1]


def test_the_program_is_called_kg_and_runs() -> None:
    done = subprocess.run([sys.executable, "-m", "kg.cli.main", "--version"], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout == f"kg {__version__}\n"


def test_both_readmes_show_the_same_commands() -> None:
    assert [c for c, _ in examples("README.md")] == [c for c, _ in examples("README.zh.md")]
