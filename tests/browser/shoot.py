"""Take the README's pictures of an explorer: python -m tests.browser.shoot exports/graph.html docs/

The first view, the page of a project, a trace, who with whom. Shrinks them with pngquant where it is installed.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.conftest import ARGS, CHROMIUM

BUSY = "explorer.model.nodes.slice().sort((a, b) => b.links.length - a.links.length || a.number - b.number)"
TOLD = "explorer.model.nodes.slice().sort((a, b) => b.facts.length - a.facts.length || a.number - b.number)"
VIEWS = {
    "overview": "''",
    "project": f"'#w=1&sel=' + {TOLD}.find(n => n.type === 'project').id",
    "trace": f"(p => `#v=trace&a=${{p[0].id}}&b=${{p[1].id}}`)({BUSY}.filter(n => n.type === 'person').slice(0, 2))",
    "who": "'#v=who'",
}


def shoot(file: Path, folder: Path) -> None:
    """Write the pictures; every view is chosen from the data, none by name."""
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as running:
        browser = running.chromium.launch(executable_path=str(CHROMIUM), args=ARGS)
        for name, view in VIEWS.items():
            page = browser.new_page(viewport={"width": 1400, "height": 900}, reduced_motion="reduce")
            page.goto(file.resolve().as_uri(), timeout=120_000)
            page.wait_for_selector("html[data-ready]")
            page.evaluate(f"location.hash = {view}")
            page.wait_for_timeout(800)
            page.screenshot(path=str(folder / f"{name}.png"))
            page.close()
        browser.close()
    if shutil.which("pngquant"):
        for name in VIEWS:
            subprocess.run(["pngquant", "--force", "--ext", ".png", "--speed", "1", "160", str(folder / f"{name}.png")], check=True)


if __name__ == "__main__":
    shoot(Path(sys.argv[1]), Path(sys.argv[2]))
