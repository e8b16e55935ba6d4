"""Articles as a page of columns, printed to PDF by headless Chromium."""

from __future__ import annotations

import html
import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.oracle import INVENTED

CHROMIUM = Path("/usr/bin/chromium")
STYLE = (
    "@page{{size:A3;margin:1cm}} body{{margin:0;column-count:{columns};column-gap:24px;font:12px 'Noto Serif CJK SC';text-align:justify}}"
    "h2{{font-size:20px;margin:8px 0}} h4{{margin:4px 0}} p{{text-indent:2em;margin:0}}"
)


def articles_of(page: str) -> list[dict[str, Any]]:
    """Return the plain articles of an invented page."""
    found: list[dict[str, Any]] = json.loads((INVENTED[0].parent / "plain" / f"{page}.json").read_text(encoding="utf-8"))["articles"]
    return found


def as_html(articles: list[dict[str, Any]], columns: int) -> str:
    """Return articles as a page of columns."""
    parts = []
    for article in articles:
        for tag, lines in (
            ("h4", [article["kicker"]]),
            ("h2", [article["headline"]]),
            ("h4", [article["subhead"]]),
            ("p", article["body"]),
        ):
            parts += [f"<{tag}>{html.escape(line)}</{tag}>" for line in lines if line]
    return f"<html><meta charset=utf-8><style>{STYLE.format(columns=columns)}</style><body>{''.join(parts)}</body></html>"


def print_to_pdf(markup: str, printed: Path) -> Path:
    """Print by the command line: a browser of playwright's may be running in this very process."""
    if not CHROMIUM.exists():
        pytest.skip(f"no {CHROMIUM} here: apt install chromium")
    source = printed.with_suffix(".html")
    source.write_text(markup, encoding="utf-8")
    quiet = [
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        f"--user-data-dir={printed.parent / 'profile'}",
    ]
    command = [str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu", *quiet, "--no-pdf-header-footer", f"--print-to-pdf={printed}"]
    subprocess.run([*command, source.resolve().as_uri()], check=True, capture_output=True, timeout=240)
    return printed
