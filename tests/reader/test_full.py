"""The full reader through the whole pipeline: what it adds is on the page, and is the same on any number of workers."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import KgError
from kg.model import to_dict
from kg.pipeline import Build, build

TEXTS = (
    "石桥沟矿二号井动工\n\n　　四月三日，石桥沟矿矿长常有田在井口按下按钮，二号井掘进工程动工。工程由洛川矿建三处承建，总投资1.2亿元，\n"
    "预计明年六月建成。朔北煤业集团有限责任公司副总经理武进祥到场祝贺。\n",
    "　　本报讯（记者林晓）青河水务有限公司昨日与云岭恒远建工有限公司签约，由后者承建青河二水厂。公司董事长周远帆说，工程投资3.2亿元。\n",
    "　　云岭市水务局局长陈望山五月八日到青河二水厂调研，青河水务有限公司总经理何静陪同。\n",
    "　　云岭市第三中学校长孟秋实获评市级模范教师，颁奖单位是云岭市教育局。\n",
)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pages")
    for number, text in enumerate(TEXTS):
        (folder / f"p{number}.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def full(pages: Path) -> Build:
    return build([pages], workers=1, reader="full")


def test_the_network_adds_facts_whose_words_are_on_the_page(full: Build) -> None:
    learned = [claim for claim in full.claims if claim.rule.startswith("learned:")]
    assert learned
    text = {read.page.id: read.page.text for read in full.corpus.pages}
    for claim in learned:
        spans = claim.evidence.spans
        assert "…".join(text[claim.evidence.page][s.start : s.end].replace("\n", "").replace("　", "") for s in spans)
        assert 0 < claim.confidence <= 1
    assert not full.failures
    assert not full.faults


def test_any_number_of_workers_reads_the_same(full: Build, pages: Path) -> None:
    assert to_dict(build([pages], workers=2, reader="full").corpus) == to_dict(full.corpus)


def test_a_reader_that_there_is_not_is_refused(pages: Path) -> None:
    with pytest.raises(KgError, match="no reader is called 'best'"):
        build([pages], reader="best")
