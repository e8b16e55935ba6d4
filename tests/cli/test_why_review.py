from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from kg.cli import review as review_module
from kg.cli import why as why_module
from kg.pipeline import Build
from kg.resolve.decide import load_decisions
from tests.resolve.factory import link, reading

FAR = reading("河南沐岑电气股份有限公司开工。", ("河南沐岑电气股份有限公司", "company"), city="信阳市", page="1.txt")
NEAR = reading("沐岑电气发货。", ("沐岑电气", "company"), city="许昌市", page="2.txt")


@pytest.fixture(autouse=True)
def built(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No page is read: both commands get two readings, linked with the decisions they name."""

    def run(_: object, *, decisions: Path | None = None) -> Build:
        return Build(link(FAR, NEAR, decisions=load_decisions(decisions) if decisions else None))

    monkeypatch.setattr(why_module, "run", run)
    monkeypatch.setattr(review_module, "run", run)
    monkeypatch.chdir(tmp_path)


app = typer.Typer()
app.command()(why_module.why)
app.command()(review_module.review)


def call(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, arguments)
    return result.exit_code, result.output


def test_why_tells_a_join() -> None:
    code, told = call("why", "沐岑电气", "河南沐岑电气股份有限公司", "pages/")
    assert code == 0
    assert "is a regular short form of" in told


def test_why_of_an_unknown_name_exits_2_in_one_line() -> None:
    code, told = call("why", "岑岑岑", "沐岑电气", "pages/")
    assert (code, len(told.strip().splitlines())) == (2, 1)


def test_review_lists_and_writes_nothing_without_an_answer(tmp_path: Path) -> None:
    code, told = call("review", "pages/")
    assert (code, told.splitlines()[0]) == (0, "1. Are 沐岑电气 (company) and 河南沐岑电气股份有限公司 (company) one? They are joined.")
    assert not (tmp_path / "decisions.yaml").exists()


@pytest.mark.parametrize(("flag", "kind"), [("--accept", "merge"), ("--reject", "split")])
def test_review_writes_the_answer_with_who_and_why(tmp_path: Path, flag: str, kind: str) -> None:
    code, _ = call("review", "pages/", flag, "1", "--who", "编辑", "--when", "2024-03-01", "--why", "年报")
    made = load_decisions(tmp_path / "decisions.yaml").items
    assert code == 0
    assert [(d.kind, d.who, d.when, d.why) for d in made] == [(kind, "编辑", "2024-03-01", "年报")]


@pytest.mark.parametrize("flags", [("--accept", "9"), ("--accept", "1", "--reject", "1")], ids=["no such question", "both answers"])
def test_review_refuses_an_answer_that_cannot_be(tmp_path: Path, flags: tuple[str, ...]) -> None:
    code, _ = call("review", "pages/", *flags)
    assert code == 2
    assert not (tmp_path / "decisions.yaml").exists()
