"""The README's commands run and print what the README says; every command is in it and has help with an example."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from typer.main import get_command

from kg.cli.main import app

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
def workplace(seeds_export: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with seeds/ and exports/, as after `make graph`."""
    folder = tmp_path_factory.mktemp("reader")
    for name in ("seeds", "tests"):
        (folder / name).symlink_to(ROOT / name)
    shutil.copytree(seeds_export, folder / "exports")
    return folder


def run(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    words = shlex.split(command)
    env = {**os.environ, "COLUMNS": "200", "NO_COLOR": "1", "PYTHONWARNINGS": "ignore"}
    return subprocess.run(
        [sys.executable, "-m", "kg.cli.main", *words[1:]], cwd=folder, env=env, capture_output=True, text=True, timeout=300
    )


@pytest.mark.parametrize(("readme", "command", "lines"), [(r, c, lines) for r in READMES for c, lines in examples(r)])
def test_readme_command_prints_what_the_readme_says(readme: str, command: str, lines: list[str], workplace: Path) -> None:
    done = run(command, workplace)
    assert done.returncode == 0, done.stderr
    printed = {line.rstrip() for line in done.stdout.splitlines()}
    missing = [line for line in lines if line not in printed and not line.endswith("…")]
    assert not missing, f"{readme}: {command} no longer prints {missing}; it prints:\n{done.stdout[:3000]}"


@pytest.mark.parametrize("readme", READMES)
def test_readme_python_runs(readme: str, workplace: Path) -> None:
    blocks = re.findall(r"```python\n(.*?)```", (ROOT / readme).read_text(encoding="utf-8"), re.S)
    assert blocks
    for block in blocks:
        done = subprocess.run([sys.executable, "-W", "ignore", "-c", block], cwd=workplace, capture_output=True, text=True, timeout=300)
        assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("readme", READMES)
@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_in_the_readme(readme: str, name: str) -> None:
    assert f"kg {name}" in (ROOT / readme).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_example(name: str, tmp_path: Path) -> None:
    done = run(f"kg {name} --help", tmp_path)
    assert done.returncode == 0
    assert "Example:" in done.stdout
    assert f"kg {name}" in done.stdout.split("Example:")[1]


def test_both_readmes_show_the_same_commands() -> None:
    assert [c for c, _ in examples("README.md")] == [c for c, _ in examples("README.zh.md")]
