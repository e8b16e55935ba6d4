"""The explorer opens in the other two engines: WebKit (Safari's) and Gecko (Firefox's), where Debian's packages are installed.

WebKit is driven through WebKitWebDriver (webkit2gtk-driver) on an Xvfb display, Firefox takes a screenshot of itself.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.oracle import SEEDS, corpus

pytestmark = pytest.mark.browser
MINI = next(iter(sorted(Path("/usr/lib").glob("*/webkit2gtk-*/MiniBrowser"))), None)


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


@pytest.fixture
def webkit() -> Iterator[Callable[..., Any]]:
    """Ask WebKit's driver: ``webkit(method, path, body)`` within a session."""
    if not (MINI and shutil.which("WebKitWebDriver") and shutil.which("Xvfb")):
        pytest.skip("no WebKit: apt install webkit2gtk-driver xvfb")
    port, display = free_port(), f":{90 + os.getpid() % 100}"
    env = {**os.environ, "DISPLAY": display, "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1", "LIBGL_ALWAYS_SOFTWARE": "1"}
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    with (
        subprocess.Popen(["Xvfb", display, "-screen", "0", "1400x900x24"], **quiet) as screen,
        subprocess.Popen(["WebKitWebDriver", f"--port={port}"], env=env, **quiet) as driver,
    ):
        try:
            time.sleep(1.5)

            def ask(method: str, path: str, body: Any = None) -> Any:
                data = None if body is None else json.dumps(body).encode()
                request = urllib.request.Request(
                    f"http://127.0.0.1:{port}{path}", data, {"Content-Type": "application/json"}, method=method
                )
                with urllib.request.urlopen(request, timeout=60) as answer:
                    return json.load(answer)["value"]

            browser = {"binary": str(MINI), "args": ["--automation"]}
            session = ask("POST", "/session", {"capabilities": {"alwaysMatch": {"webkitgtk:browserOptions": browser}}})["sessionId"]
            yield lambda method, path, body=None: ask(method, f"/session/{session}{path}", body)
            ask("DELETE", f"/session/{session}")
        finally:
            driver.terminate()
            screen.terminate()


def test_webkit_opens_shows_and_selects(webkit, written):
    webkit("POST", "/url", {"url": written("seeds", lambda: corpus(SEEDS)).as_uri()})

    def run(script: str) -> Any:
        return webkit("POST", "/execute/sync", {"script": script, "args": []})

    for _ in range(50):
        if run("return document.documentElement.dataset.ready"):
            break
        time.sleep(0.2)
    assert run("return explorer.scene().nodes.length") > 40
    run("explorer.go({selected: explorer.model.nodes[0].id})")
    time.sleep(0.5)
    assert run("return document.querySelector('#panel h1').textContent === explorer.model.nodes[0].name")


def test_firefox_opens_and_draws(written, tmp_path):
    firefox = shutil.which("firefox-esr") or shutil.which("firefox")
    if not firefox:
        pytest.skip("no Firefox: apt install firefox-esr")
    file, shot = written("seeds", lambda: corpus(SEEDS)), tmp_path / "shot.png"
    subprocess.run(
        [
            firefox,
            "--headless",
            "--no-remote",
            "--profile",
            str(tmp_path),
            "--window-size",
            "1200,800",
            "--screenshot",
            str(shot),
            file.as_uri(),
        ],
        env={**os.environ, "HOME": str(tmp_path)},
        capture_output=True,
        timeout=90,
        check=True,
    )
    drawn = subprocess.run(
        [
            firefox,
            "--headless",
            "--no-remote",
            "--profile",
            str(tmp_path),
            "--window-size",
            "1200,800",
            "--screenshot",
            str(tmp_path / "empty.png"),
            "data:text/html,",
        ],
        env={**os.environ, "HOME": str(tmp_path)},
        capture_output=True,
        timeout=90,
        check=True,
    )
    assert drawn.returncode == 0
    assert shot.stat().st_size > 5 * (tmp_path / "empty.png").stat().st_size
