"""What is served is the last whole state of the folder, also while another build writes it."""

from __future__ import annotations

import logging
import time

import pytest

from kg.errors import ExportError
from kg.export import base
from kg.serve.workspace import Workspace
from tests.browser import hostile
from tests.export.pocket import pocket


def test_an_empty_folder_is_told_at_once(tmp_path):
    with pytest.raises(ExportError, match="run kg build"):
        Workspace(tmp_path)


def test_a_build_from_outside_is_seen_without_anybody_waiting_for_it(tmp_path):
    base.write_one(pocket(), "sqlite", tmp_path / "kg.sqlite")
    workspace = Workspace(tmp_path)
    before = workspace.now()
    base.write_one(hostile.corpus(), "sqlite", tmp_path / "kg.sqlite")
    for _ in range(600):
        if workspace.now() is not before:
            break
        time.sleep(0.1)
    assert len(workspace.now().facts.things) == len(hostile.NAMES) + 1
    assert len(before.pages) == 2


def test_a_store_that_cannot_be_read_leaves_the_last_state_and_is_logged(tmp_path, caplog, monkeypatch):
    base.write_one(pocket(), "sqlite", tmp_path / "kg.sqlite")
    workspace = Workspace(tmp_path)
    (tmp_path / "kg.sqlite").write_bytes(b"no store")
    log = logging.getLogger("uvicorn.error")  # which a server that ran before keeps from the root
    monkeypatch.setattr(log, "propagate", True)
    with caplog.at_level(logging.WARNING, log.name):
        workspace.refresh()
        workspace.refresh()
    assert len(workspace.now().pages) == 2
    assert caplog.text.count("cannot be read") == 1
