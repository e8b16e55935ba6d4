"""A page cut into pieces: nothing lost, names whole, quotes where they stand."""

from __future__ import annotations

from kg.model import BREAK
from kg.serve.views.marking import blocks, marks
from tests.oracle import SEEDS, corpus


def test_the_pieces_of_an_article_are_its_text_and_the_marked_ones_its_quote():
    held = corpus(SEEDS)
    marked = 0
    for reading in held.readings:
        article = reading.article
        spans = [span for claim in reading.claims for span in claim.evidence.spans]
        made = blocks(article, reading.mentions, held.entity_of, spans)
        assert "".join(piece.text for block in made for piece in block.pieces) == article.shown.replace(BREAK, "")
        inside = {at for span in spans for at in range(span.start, span.end)}
        expected = "".join(c for c, at in zip(article.shown, article.offsets, strict=True) if at in inside)
        assert "".join(piece.text for block in made for piece in block.pieces if piece.marked) == expected
        marked += len(expected)
    assert marked > 1000


def test_a_name_within_a_name_is_shown_as_the_whole():
    held = corpus(SEEDS)
    for reading in held.readings:
        for block in blocks(reading.article, reading.mentions, held.entity_of, ()):
            for piece in block.pieces:
                if piece.thing:
                    assert any(
                        m.shown == piece.text or piece.text in m.shown for m in reading.mentions if held.entity_of.get(m.id) == piece.thing
                    )


def test_a_page_as_printed_is_marked_where_it_is_quoted():
    held = corpus(SEEDS)
    claim = next(held.claims())
    text = next(read.page.text for read in held.pages if read.page.id == claim.evidence.page)
    runs = list(marks(text, claim.evidence.spans))
    assert "".join(run for run, _ in runs) == text
    assert "".join("".join(run for run, marked in runs if marked).split()) == claim.evidence.quote.replace("…", "")
