"""What is shown of the printed page: the clipping of a quote, the page itself, from the very file that was read and no other."""

from __future__ import annotations

import io
import re

import pytest

pytest.importorskip("PIL")
from PIL import Image

from kg.export.clipping import MARK
from kg.pipeline import build
from kg.resolve import review
from kg.serve.changes.uploads import FOLDER
from kg.text.input import ocr
from tests.serve.conftest import write
from tests.text.input.pictures import STORY, drawn, seen_in


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """The exports of a page read from a picture, the picture among the files added."""
    seen = seen_in([STORY])
    monkeypatch.setattr(ocr, "engine", lambda: seen)
    monkeypatch.setattr(ocr, "lying", lambda *_: 0, raising=False)
    picture = tmp_path / FOLDER / "scan.png"
    picture.parent.mkdir()
    drawn([STORY]).save(picture)
    return write(tmp_path, build([picture], workers=1, reader="fast").corpus)


def test_a_quote_is_shown_as_the_clipping_of_the_printed_page(client_of, folder):
    client = client_of(folder)
    page = client.get("/api/pages").json()["pages"][0]["id"]
    (article,) = client.get(f"/api/pages/{page}").json()["articles"]
    fact = article["facts"][0]
    assert fact["printed"] is True
    assert f'src="/clip/{fact["id"]}.png"' in client.get(f"/name/{fact['subject']}").text
    answer = client.get(f"/clip/{fact['id']}.png")
    assert answer.headers["content-type"] == "image/png"
    clipped = Image.open(io.BytesIO(answer.content))
    whole = Image.open(io.BytesIO(client.get(f"/pages/{fact['page_id']}/sheet.png").content))
    assert clipped.height < whole.height
    assert whole.size == drawn([STORY]).size


def test_a_page_stands_beside_its_image_with_the_words_of_the_chosen_name_marked_in_both(client_of, folder):
    client = client_of(folder)
    page = client.get("/api/pages").json()["pages"][0]["id"]
    fact = client.get(f"/api/pages/{page}").json()["articles"][0]["facts"][0]
    shown = client.get(f"/pages/{page}", params={"name": fact["subject"]}).text
    assert f'<img src="/pages/{page}/sheet.png?name={fact["subject"]}"' in shown
    assert "<mark>" in shown
    plain, marked = (Image.open(io.BytesIO(client.get(f"/pages/{page}/sheet.png{query}").content)) for query in ("", f"?fact={fact['id']}"))
    assert plain.size == marked.size
    assert MARK in {colour for _, colour in marked.getcolors(1 << 24)}
    assert MARK not in {colour for _, colour in plain.getcolors(1 << 24)}


def test_a_question_of_the_review_is_asked_with_the_clipping_of_its_quote(client_of, folder, monkeypatch):
    monkeypatch.setattr(review, "UNSURE_FACT", 1.0)  # asked of every fact, however it is calibrated
    client = client_of(folder)
    shown = client.get("/review").text
    assert "<blockquote>" in shown
    (clip,) = re.findall(r'src="(/review/clip/[^"]+)"', shown)[:1]
    assert Image.open(io.BytesIO(client.get(clip).content)).height > 10
    assert client.get(clip.replace("/0.png", "/9.png")).status_code == 404
    assert client.get("/review/clip/none/0.png").status_code == 404


def test_a_page_is_shown_from_where_the_build_read_it(client_of, folder, tmp_path_factory):
    place = tmp_path_factory.mktemp("elsewhere")
    (folder / FOLDER / "scan.png").rename(place / "scan.png")
    build([place / "scan.png"], workers=1, reader="fast").save(folder, ["sqlite"])
    client = client_of(folder)
    page = client.get("/api/pages").json()["pages"][0]["id"]
    assert client.get(f"/pages/{page}/sheet.png").status_code == 200
    (place / "scan.png").unlink()
    assert "--pages" in client_of(folder).get(f"/pages/{page}/sheet.png").text


def test_another_file_of_that_name_is_not_shown(client_of, folder):
    client = client_of(folder)
    page = client.get("/api/pages").json()["pages"][0]["id"]
    drawn([STORY[::-1]]).save(folder / FOLDER / "scan.png")
    answer = client.get(f"/pages/{page}/sheet.png")
    assert answer.status_code == 404
    assert "not the file" in answer.text


def test_of_a_text_there_is_no_printed_form(client):
    page = client.get("/api/pages").json()["pages"][0]["id"]
    assert client.get(f"/pages/{page}/sheet.png").status_code == 404
    assert client.get("/clip/c0.png").status_code == 404
    assert "/sheet.png" not in client.get(f"/pages/{page}").text
