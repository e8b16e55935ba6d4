"""A PDF says when it was made."""

from __future__ import annotations

import pytest

from kg.text.input.pdf import made_on


def pdf(info: str) -> bytes:
    """Return the smallest PDF that bears this info dictionary."""
    objects = (
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>",
        info,
    )
    made, starts = "%PDF-1.4\n", []
    for number, text in enumerate(objects, 1):
        starts.append(len(made))
        made += f"{number} 0 obj{text}endobj\n"
    table = "".join(f"{at:010d} 00000 n \n" for at in starts)
    size = len(objects) + 1
    trailer = f"trailer<</Size {size}/Root 1 0 R/Info 4 0 R>>\nstartxref\n{len(made)}\n%%EOF"
    return f"{made}xref\n0 {size}\n0000000000 65535 f \n{table}{trailer}".encode()


@pytest.mark.parametrize(
    ("info", "day"),
    [
        ("<</CreationDate(D:20210219083000+08'00')>>", "2021-02-19"),
        ("<</CreationDate(20210219)>>", "2021-02-19"),
        ("<</CreationDate(D:20211399)>>", None),
        ("<</Producer(Founder)>>", None),
    ],
    ids=["whole", "bare", "no day of the calendar", "not told"],
)
def test_a_pdf_says_when_it_was_made(info: str, day: str | None) -> None:
    pytest.importorskip("pypdfium2")
    assert made_on(pdf(info)) == day


def test_bytes_that_are_no_pdf_say_nothing() -> None:
    pytest.importorskip("pypdfium2")
    assert made_on(b"%PDF-1.4 cut") is None
