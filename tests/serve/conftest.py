"""A server on a folder of exports, asked in the same process, and one that listens on a port of its own."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

pytest.importorskip("starlette", reason="the extra [web] is not installed: pip install 'kg-newspaper[web]'")

import uvicorn
from starlette.testclient import TestClient

from kg.export import base
from kg.model import Corpus
from kg.serve.app import application
from kg.serve.settings import Settings
from tests.export.pocket import pocket

Client = Callable[..., TestClient]


def write(folder: Path, held: Corpus) -> Path:
    for name in ("sqlite", "turtle"):
        base.write_one(held, name, folder / base.format_of(name).target)
    return folder


@pytest.fixture(scope="session")
def pocket_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `kg build` would write of the pocket corpus: a few facts of each kind."""
    return write(tmp_path_factory.mktemp("pocket"), pocket())


@pytest.fixture
def client_of(pocket_folder: Path) -> Client:
    """Make a client of a server with these settings; of the pocket corpus unless told otherwise."""

    def make(folder: Path | None = None, **settings) -> TestClient:
        made = Settings(folder or pocket_folder, **settings)
        return TestClient(application(made), base_url=made.url.rstrip("/"), follow_redirects=False)

    return make


@pytest.fixture
def client(client_of: Client) -> TestClient:
    """A client of the pocket corpus."""
    return client_of()


def free_port() -> int:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        return held.getsockname()[1]


@contextmanager
def listening(folder: Path, **settings) -> Iterator[str]:
    """Serve a folder on a port of its own; the address, without a slash at its end."""
    made = Settings(folder, port=free_port(), **settings)
    server = uvicorn.Server(
        uvicorn.Config(application(made), host="127.0.0.1", port=made.port, log_level="error", timeout_graceful_shutdown=1)
    )
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    for _ in range(600):
        if server.started:
            break
        time.sleep(0.1)
    assert server.started
    try:
        yield made.url.rstrip("/")
    finally:
        server.should_exit = True
        thread.join(30)


@pytest.fixture(scope="session")
def pocket_url(pocket_folder: Path) -> Iterator[str]:
    """The address of a server that listens, of the pocket corpus."""
    with listening(pocket_folder) as url:
        yield url
