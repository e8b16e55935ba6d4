"""Articles printed by Chromium in three columns come back whole through the PDF reader."""

import json
import subprocess
from pathlib import Path

import pytest

from kg.text.articles import read_page
from kg.text.input.pages import load
from tests.oracle import INVENTED
from tests.text.factory import body

CHROMIUM = "/usr/bin/chromium"
STYLE = (
    "@page{size:A3;margin:1cm} body{column-count:3;column-gap:24px;font-size:12px;text-align:justify}"
    "h2{font-size:20px;margin:8px 0} h4{margin:4px 0} p{text-indent:2em;margin:0}"
)


def print_to_pdf(source: Path, printed: Path, profile: Path) -> None:
    """Print by the command line: a browser of playwright's may be running in this very process."""
    quiet = [
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        f"--user-data-dir={profile}",
    ]
    command = [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", *quiet, "--no-pdf-header-footer", f"--print-to-pdf={printed}"]
    subprocess.run([*command, source.as_uri()], check=True, capture_output=True, timeout=120)


@pytest.mark.browser
@pytest.mark.parametrize("page", ["p01", "p05"])
def test_articles_in_three_columns_come_back_whole(tmp_path, page):
    pytest.importorskip("pypdfium2")
    if not Path(CHROMIUM).exists():
        pytest.skip(f"no {CHROMIUM} here: apt install chromium")
    articles = json.loads((INVENTED[0].parent / "plain" / f"{page}.json").read_text(encoding="utf-8"))["articles"]
    parts = [
        f"<h4>{a['kicker'] or ''}</h4><h2>{a['headline'] or ''}</h2><h4>{a['subhead'] or ''}</h4>"
        + "".join(f"<p>{paragraph}</p>" for paragraph in a["body"])
        for a in articles
    ]
    source, printed = tmp_path / "page.html", tmp_path / "page.pdf"
    source.write_text(f"<html><meta charset=utf-8><style>{STYLE}</style><body>{''.join(parts)}</body></html>", encoding="utf-8")
    print_to_pdf(source, printed, tmp_path / "profile")
    found = {body(a)[:20]: (a.headline, body(a)) for p in load(printed) for a in read_page(p).articles}
    for article in articles:
        paragraphs = ["".join(p.split()) for p in article["body"]]
        whole = next((text for text in paragraphs if "报记者" not in text[:8]), "")
        headline, read = found[whole[:20]]
        assert headline == ("".join(article["headline"].split()) if article["headline"] else None)
        assert all(p in read for p in paragraphs if not p.startswith(("本报记者", "（")) and not p.endswith(("摄", "）")))
