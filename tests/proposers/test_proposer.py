"""Proposers of other packages are found by their entry points."""

from __future__ import annotations

from importlib.metadata import EntryPoint, EntryPoints

import pytest

from kg.proposers import proposer
from kg.proposers.proposer import ProposerError, installed

MADE = EntryPoint("mine", "kg.proposers.endpoint:prompt", proposer.GROUP)
BROKEN = EntryPoint("broken", "kg.proposers.endpoint:nothing", proposer.GROUP)


@pytest.fixture(autouse=True)
def registered(monkeypatch):
    monkeypatch.setattr(proposer, "entry_points", lambda group: EntryPoints([MADE, BROKEN]).select(group=group))


def test_an_installed_proposer_is_made_by_its_name():
    assert installed("mine")


@pytest.mark.parametrize(("name", "reason"), [("other", "installed are broken, mine"), ("broken", "cannot be made")])
def test_one_that_is_not_there_or_not_whole_is_told(name, reason):
    with pytest.raises(ProposerError, match=reason):
        installed(name)
