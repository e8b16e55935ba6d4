"""From a file brought to a fact that is asked: in a process of its own, a line for each file, nothing lost by one that fails."""

from __future__ import annotations

import time

import pytest

from kg.export import base
from kg.pipeline import build
from kg.resolve.decisions_file import append_decisions
from kg.serve.changes import work
from kg.serve.changes.jobs import Jobs
from kg.serve.changes.judging import Reviewer, is_about_fact, key_of
from kg.serve.changes.uploads import FOLDER, kept
from kg.serve.settings import Settings
from kg.serve.workspace import Workspace
from tests.export.pocket import pocket

STORY = (
    "禾晟建设签约云溪水厂\n本报讯（记者 李明）3月5日，云岭市水务局局长周立平与云岭禾晟建设有限公司签订云溪水厂项目合同。"
    "该项目总投资2.5亿元。\n"
)


def nothing_told(_row) -> None:
    pass


@pytest.fixture
def folder(tmp_path):
    """The pocket corpus as linking makes it, which a change leaves as it is."""
    base.write_one(pocket(), "sqlite", tmp_path / "kg.sqlite")
    work.change(tmp_path, [], None, "fast", nothing_told)
    return tmp_path


def waited(jobs: Jobs) -> list:
    for _ in range(1200):
        if jobs.waiting.unfinished_tasks == 0:
            return jobs.lines
        time.sleep(0.1)
    raise AssertionError([line.text for line in jobs.lines])


def test_a_file_brought_is_asked_afterwards_and_one_that_fails_is_named(folder):
    workspace = Workspace(folder)
    jobs = Jobs(workspace, Settings(folder, folder / "decisions.yaml", reader="fast"))
    before = workspace.now()
    jobs.add([kept(folder, "三月.txt", STORY.encode()), kept(folder, "坏.pdf", b"%PDF-1.4 nothing")])
    lines = waited(jobs)
    files = {line.detail["file"]: line for line in lines if line.state == "file"}
    assert files["三月.txt"].detail["pages"] == 1
    assert files["坏.pdf"].detail["pages"] == 0
    assert files["坏.pdf"].text
    assert str(folder) not in files["坏.pdf"].text
    assert lines[-1].state == "done", [line.text for line in lines]
    assert len(workspace.now().pages) == len(before.pages) + 1
    assert {fact.id for fact in before.facts.facts} <= {fact.id for fact in workspace.now().facts.facts}
    assert "云溪水厂" in (folder / "graph.ttl").read_text(encoding="utf-8")
    assert build([folder / FOLDER / "三月.txt"], reader="fast", archive=folder).n_same == 1


def test_a_decision_is_applied_and_one_taken_back_leaves_no_trace(folder):
    decisions = folder / "decisions.yaml"
    workspace = Workspace(folder)
    reviewer = Reviewer(workspace, decisions)
    before = sorted(fact.id for fact in workspace.now().facts.facts)
    question = next(one for one in reviewer.open_questions() if is_about_fact(one))
    reviewer.answer(key_of(question), "no", "")
    work.change(folder, [], decisions, "fast", nothing_told)
    workspace.refresh()
    assert len(workspace.now().facts.facts) == len(before) - 1
    reviewer.undo("")
    work.change(folder, [], decisions, "fast", nothing_told)
    workspace.refresh()
    assert sorted(fact.id for fact in workspace.now().facts.facts) == before


def test_a_job_that_cannot_be_done_says_so_and_the_next_is_done(folder):
    decisions = folder / "decisions.yaml"
    jobs = Jobs(Workspace(folder), Settings(folder, decisions, reader="fast"))
    decisions.write_text("- merge: [甲]\n", encoding="utf-8")
    jobs.replay()
    assert waited(jobs)[-1].state == "failed"
    assert "merge needs two names" in jobs.lines[-1].text
    decisions.write_text("", encoding="utf-8")
    append_decisions(decisions, [])
    jobs.replay()
    assert waited(jobs)[-1].state == "done"
