"""Grammar's names beside a network's: here one that says of every range that nothing stands there."""

from __future__ import annotations

import pytest

from kg.extract.mentions import find
from kg.proposals import read_drafts
from kg.reading import NodeLinks, ReadSpan
from tests.extract import naming

TEXT = "云岭市水务局局长陈望山到青河水务有限公司调研。"


class Denial:
    """A sight without a span."""

    spans: tuple[ReadSpan, ...] = ()

    def probability(self, *_: object) -> float:
        return 0.0

    def is_together(self, *_: object) -> bool:
        return True

    def link(self, _: object) -> NodeLinks:
        return NodeLinks()


def read_beside(*sights: Denial | None) -> list[bool]:
    """Whether each article, read with these sights, has names."""
    drafts = [naming.draft(TEXT, number=number) for number, _ in enumerate(sights)]
    for draft, sight in zip(drafts, sights, strict=True):
        draft.sight = sight
    find.find_names(drafts, read_drafts(drafts))
    return [bool(draft.mentions) for draft in drafts]


def test_a_network_is_heard_in_the_articles_that_it_has_seen() -> None:
    assert read_beside(None, Denial()) == [True, False]


def test_what_the_network_displaces_is_rejected_by_name() -> None:
    draft = naming.draft(TEXT)
    draft.sight = Denial()
    find.find_names([draft], read_drafts([draft]))
    assert "the network reads no such name here" in {r.reason for r in draft.rejected if r.surface == "青河水务有限公司"}


def test_arbitration_that_raises_leaves_grammars_names(monkeypatch: pytest.MonkeyPatch) -> None:
    def stumble(*_: object) -> None:
        raise ZeroDivisionError("two by nothing")

    monkeypatch.setattr(find, "arbitrate", stumble)
    monkeypatch.delenv("KG_DEBUG")
    draft = naming.draft(TEXT)
    draft.sight = Denial()
    find.find_names([draft], read_drafts([draft]))
    assert "青河水务有限公司" in {m.surface for m in draft.mentions}
    assert [fault.reason for fault in draft.faults] == ["ZeroDivisionError: two by nothing"]


def test_a_noun_that_means_a_body_named_elsewhere_is_no_name() -> None:
    text = "青河煤业集团有限公司开会。会后集团公司修配总厂汇报，集团公司总结。"

    class Sees(Denial):
        spans = tuple(ReadSpan(a, a + n, "company", 0.95) for a, n in ((0, 10), (15, 8), (26, 4)))

        def probability(self, start: int, end: int, kind: str) -> float:
            return next((s.probability for s in self.spans if (s.start, s.end, s.kind) == (start, end, kind)), 0.0)

    draft = naming.draft(text)
    draft.sight = Sees()
    find.find_names([draft], read_drafts([draft]))
    assert [m.surface for m in draft.mentions if m.is_name and "集团" in m.surface] == ["青河煤业集团有限公司", "集团公司修配总厂"]


def test_a_body_of_a_closed_list_stands_whatever_the_network_reads() -> None:
    draft = naming.draft("国际标准化组织的专家到访。")
    draft.sight = Denial()
    find.find_names([draft], read_drafts([draft]))
    assert [m.surface for m in draft.mentions] == ["国际标准化组织"]


class Seen(Denial):
    """A sight of some spans of which it is sure."""

    def __init__(self, *spans: ReadSpan) -> None:
        self.spans = spans

    def probability(self, start: int, end: int, kind: str) -> float:
        return next((s.probability for s in self.spans if (s.start, s.end, s.kind) == (start, end, kind)), 0.0)


@pytest.mark.parametrize(("kind", "left"), [("company", "青河水务公司"), ("person", "陈望山")])
def test_a_name_that_runs_over_the_edge_of_a_cell_ends_there(kind: str, left: str, monkeypatch: pytest.MonkeyPatch) -> None:
    draft = naming.draft("陈望山青河水务公司调度员")
    at = draft.text.index("陈望山")
    monkeypatch.setattr(type(draft.article), "cell_edges", frozenset([at + 3]))
    draft.sight = Seen(ReadSpan(at, at + 9, kind, 0.95))
    find.find_names([draft], read_drafts([draft]))
    assert left in {m.surface for m in draft.mentions if m.type == kind}
    assert "陈望山青河水务公司" not in {m.surface for m in draft.mentions}
