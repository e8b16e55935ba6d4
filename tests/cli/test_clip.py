"""kg clip: from a name to the pictures of what is printed of it."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("PIL")
import typer
from PIL import Image
from typer.testing import CliRunner

from kg.cli.clippings.clip import clip
from kg.pipeline import build
from tests.text.input.pictures import STORY, drawn, instead, seen_in

app = typer.Typer()
app.command()(clip)


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with scans/page.png and the exports of a build of it."""
    instead(monkeypatch, seen_in([STORY]))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "scans").mkdir()
    drawn([STORY]).save(tmp_path / "scans" / "page.png")
    build(["scans"], workers=1, reader="fast", archive="exports").save("exports", ["sqlite"])
    return tmp_path


def call(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, arguments)
    return result.exit_code, result.output


def test_every_quote_of_a_name_becomes_a_picture(built: Path) -> None:
    code, told = call("陈平原", "--pages", "scans")
    assert code == 0
    assert told.startswith("clippings/01.png  ")
    assert "陈平原" in told
    assert "02.png" in told
    with Image.open(built / "clippings" / "01.png") as picture:
        assert picture.width > 500


def test_the_files_are_looked_for_where_they_were_read(built: Path) -> None:
    assert call("陈平原")[0] == 0
    assert (built / "clippings" / "01.png").exists()
    (built / "scans").rename(built / "moved")
    assert call("陈平原")[0] == 2
    assert call("陈平原", "--pages", "moved")[0] == 0


def test_a_file_that_is_gone_is_one_line_and_exit_2(built: Path) -> None:
    (built / "scans" / "page.png").unlink()
    code, told = call("陈平原", "--pages", "scans")
    assert code == 2
    assert all("name the file or its folder with --pages" in line for line in told.strip().splitlines())


@pytest.mark.usefixtures("built")
def test_an_unknown_name_and_two_names_without_a_link_exit_2() -> None:
    assert call("岑岑岑")[0] == 2
    code, told = call("陈平原", "河州清源水务有限公司")
    assert (code, "nothing links" in told) == (2, True)
