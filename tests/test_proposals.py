"""A reader that raises costs an article what it would have proposed, and nothing else: the rules go on."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from kg import proposals
from kg.errors import KgError
from kg.pipeline import Build, build
from kg.proposals import read_drafts, see_drafts
from tests.extract import naming

ONE = "本报讯（记者林晓）青河水务有限公司昨日与云岭恒远建工有限公司签约，由后者承建青河二水厂，工程总投资3.2亿元。"
OTHER = "本报讯（记者何静）云岭市水务局局长陈望山五月八日到白石水库调研，强调要推进除险加固。"


def stumble(*_: object) -> Any:
    raise ZeroDivisionError("two by nothing")


def names(made: Build) -> list[set[str]]:
    return [{m.surface for m in reading.mentions if m.is_name} for reading in made.corpus.readings]


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(f"青河二水厂签约\n\n{ONE}\n\n陈望山调研白石水库\n\n{OTHER}\n", encoding="utf-8")
    return path


def test_a_tagger_that_fails_on_one_article_costs_the_other_nothing(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def propose(texts: Sequence[str], sentences: Sequence[Sequence[tuple[int, int]]]) -> Any:
        return stumble() if any("青河" in text for text in texts) else done(texts, sentences)

    done, whole = proposals.propose, names(build([page], workers=1, reader="fast"))
    monkeypatch.setattr(proposals, "propose", propose)
    monkeypatch.delenv("KG_DEBUG")
    made = build([page], workers=1, reader="fast")
    assert (made.failures, [(f.number, f.reason) for f in made.faults]) == ((), [(0, "ZeroDivisionError: two by nothing")])
    assert names(made)[1] == whole[1] != set()
    assert made.faults[0].where.startswith("proposals.py:")


def test_names_with_a_certain_form_are_found_without_the_tagger(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(proposals, "propose", stumble)
    monkeypatch.delenv("KG_DEBUG")
    draft = naming.draft("据介绍，“暖企惠民”专项行动在云岭高新区启动。")
    naming.find_names([draft], read_drafts([draft]))
    assert {m.surface for m in draft.mentions} >= {"“暖企惠民”专项行动"}
    assert len(draft.faults) == 1


def test_a_network_that_fails_leaves_what_tagger_and_rules_read(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fast = build([page], workers=1, reader="fast")
    monkeypatch.setattr(proposals, "see", stumble)
    monkeypatch.delenv("KG_DEBUG")
    made = build([page], workers=1, reader="full")
    assert made.corpus == fast.corpus
    assert (made.failures, [f.number for f in made.faults]) == ((), [0, 1])


def test_a_network_that_sees_one_article_of_two_is_heard_there(monkeypatch: pytest.MonkeyPatch) -> None:
    done = proposals.see
    monkeypatch.setattr(proposals, "see", lambda texts: stumble() if any("青河" in text for text in texts) else done(texts))
    monkeypatch.delenv("KG_DEBUG")
    drafts = [naming.draft(ONE), naming.draft(OTHER)]
    see_drafts(drafts)
    assert [draft.sight is None for draft in drafts] == [True, False]
    naming.find_names(drafts, read_drafts(drafts))
    assert ["青河二水厂" in {m.surface for m in drafts[0].mentions}, "云岭市水务局" in {m.surface for m in drafts[1].mentions}] == [
        True,
        True,
    ]
    assert [len(draft.faults) for draft in drafts] == [1, 0]


def test_a_reader_that_is_not_installed_is_no_bug_of_an_article(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(*_: object) -> Any:
        raise KgError("jieba's lac_small is not installed")

    monkeypatch.setattr(proposals, "propose", missing)
    monkeypatch.delenv("KG_DEBUG")
    with pytest.raises(KgError, match="not installed"):
        read_drafts([naming.draft("云岭市水务局昨日开会。")])
