from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from kg.archive.write import Sqlite
from kg.cli.review import ask, review
from kg.cli.why import why
from kg.resolve.decide import Decision, Target
from kg.resolve.decisions_file import load_decisions
from kg.resolve.review import Question
from tests.resolve.factory import link, reading

FAR = reading("河南沐岑电气股份有限公司开工。", ("河南沐岑电气股份有限公司", "company"), city="信阳市", page="1.txt")
NEAR = reading("沐岑电气发货。", ("沐岑电气", "company"), city="许昌市", page="2.txt")


@pytest.fixture(autouse=True)
def built(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The folder holds exports/kg.sqlite of two readings, as kg build leaves it."""
    (tmp_path / "exports").mkdir()
    Sqlite().write(link(FAR, NEAR), tmp_path / "exports" / "kg.sqlite")
    monkeypatch.chdir(tmp_path)


app = typer.Typer()
app.command()(why)
app.command()(review)


def call(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, arguments)
    return result.exit_code, result.output


def test_why_tells_a_join() -> None:
    code, told = call("why", "沐岑电气", "河南沐岑电气股份有限公司")
    assert code == 0
    assert "is a regular short form of" in told


def test_both_read_the_store_that_is_named(tmp_path: Path) -> None:
    Sqlite().write(link(NEAR), tmp_path / "alone.sqlite")
    code, told = call("why", "河南沐岑电气股份有限公司", "沐岑电气", "--from", str(tmp_path / "alone.sqlite"))
    assert (code, told.startswith("kg: 河南沐岑电气股份有限公司: not a name on these pages")) == (2, True)
    assert call("review", "--from", str(tmp_path / "alone.sqlite")) == (0, "Nothing is in doubt.\n")


@pytest.mark.parametrize("words", [("why", "沐岑电气", "沐岑电气"), ("review",)], ids=["why", "review"])
def test_without_a_build_both_say_to_run_one(tmp_path: Path, words: tuple[str, ...]) -> None:
    (tmp_path / "exports" / "kg.sqlite").unlink()
    code, told = call(*words)
    assert code == 2
    assert "run kg build first" in told


def test_why_of_an_unknown_name_exits_2_in_one_line() -> None:
    code, told = call("why", "岑岑岑", "沐岑电气")
    assert (code, len(told.strip().splitlines())) == (2, 1)


def test_review_lists_and_writes_nothing_without_an_answer(tmp_path: Path) -> None:
    code, told = call("review")
    assert (code, told.splitlines()[0]) == (0, "1. Are 沐岑电气 (company) and 河南沐岑电气股份有限公司 (company) one? They are joined.")
    assert not (tmp_path / "decisions.yaml").exists()


@pytest.mark.parametrize(("flag", "kind"), [("--accept", "merge"), ("--reject", "split")])
def test_review_writes_the_answer_with_who_and_why(tmp_path: Path, flag: str, kind: str) -> None:
    code, _ = call("review", flag, "1", "--who", "编辑", "--when", "2024-03-01", "--why", "年报")
    made = load_decisions(tmp_path / "decisions.yaml").items
    assert code == 0
    assert [(d.kind, d.who, d.when, d.why) for d in made] == [(kind, "编辑", "2024-03-01", "年报")]


@pytest.mark.parametrize("flags", [("--accept", "9"), ("--accept", "1", "--reject", "1")], ids=["no such question", "both answers"])
def test_review_refuses_an_answer_that_cannot_be(tmp_path: Path, flags: tuple[str, ...]) -> None:
    code, _ = call("review", *flags)
    assert code == 2
    assert not (tmp_path / "decisions.yaml").exists()


def test_review_asks_again_for_a_status_that_there_is_none_of() -> None:
    fact = (Target("云溪水厂"),)
    question = Question("?", "？", "", (), 0.5, Decision("right", fact, predicate="area"), Decision("wrong", fact, predicate="area"))
    asking = typer.Typer()
    asking.command()(lambda: typer.echo(ask([question])[0].to))
    done = CliRunner().invoke(asking, input="t\nbygone\nformer\n")
    assert "the statuses are stated, planned" in done.output
    assert done.output.splitlines()[-1] == "former"
