"""Which form of an answer is sent to whom."""

from __future__ import annotations

import pytest

from kg.serve.negotiation import preferred

OFFERED = ("application/json", "text/csv", "text/turtle")


@pytest.mark.parametrize(
    ("accept", "sent"),
    [
        ("", "application/json"),
        ("*/*", "application/json"),
        ("text/csv", "text/csv"),
        ("TEXT/CSV", "text/csv"),
        ("text/*", "text/csv"),
        ("text/csv;q=0.5, text/turtle", "text/turtle"),
        ("application/json;q=0, */*;q=0.1", "text/csv"),
        ("text/html, */*;q=0.8", "application/json"),
        ("text/html", None),
        ("text/csv;q=much", None),
        ("text/csv; charset=utf-8; q=1", "text/csv"),
    ],
)
def test_the_form_that_is_liked_best_is_sent(accept: str, sent: str | None) -> None:
    assert preferred(accept, OFFERED) == sent
