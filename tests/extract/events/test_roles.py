"""What clauses add to an event: every sentence is invented; what it must give stands beside it."""

from __future__ import annotations

from tests.extract.facts_of import events


def test_districts_that_report_are_presenters() -> None:
    body = "3月4日，〔A市水利局〕召开推进会。〔L云溪县〕、〔Z青桐开发区〕分别汇报了有关工作情况。"
    assert events(body)[0][2] == ["市水利局:host", "云溪县:presenter", "青桐开发区:presenter"]
