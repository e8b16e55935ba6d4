"""Our figures are score.py's figures."""

from __future__ import annotations

import copy
import json
import random
from pathlib import Path
from typing import Any

import pytest

from kg.evaluate import OVERALL, evaluate, f1_of, narrow, plain
from tests.gold import score as reference

HERE = Path(__file__).parents[1]
SETS = {
    "seeds": (HERE / "gold" / "pages", HERE.parent / "seeds"),
    "invented": (HERE / "gold" / "invented" / "gold", HERE / "gold" / "invented" / "pages"),
}


def load(name: str) -> tuple[dict[str, Any], dict[str, str]]:
    gold_dir, page_dir = SETS[name]
    gold = {path.name: json.loads(path.read_text(encoding="utf-8")) for path in sorted(gold_dir.glob("*.json"))}
    return gold, {key: narrow((page_dir / data["document"]).read_text(encoding="utf-8")) for key, data in gold.items()}


def spoil(pages: dict[str, Any], seed: int) -> dict[str, Any]:
    """A system that errs everywhere: drops, renames, retypes, swaps, invents."""
    draw = random.Random(seed)
    spoilt = copy.deepcopy(pages)
    for data in spoilt.values():
        for article in data["articles"]:
            for entity in article["entities"]:
                if draw.random() < 0.15:
                    entity["name"] += "X"
                if draw.random() < 0.1:
                    entity["type"] = "place"
                if entity["surfaces"] and draw.random() < 0.2:
                    entity["surfaces"] = entity["surfaces"][1:]
            for rows in (article["relations"], article["attributes"]):
                draw.shuffle(rows)
                del rows[: len(rows) // 4]
            for row in article["relations"]:
                if draw.random() < 0.2 and row["o"]:
                    row["s"], row["o"] = row["o"], row["s"]
                if draw.random() < 0.2:
                    row["qualifiers"]["title"] = "总经理"
            for event in article["events"]:
                event["roles"] = event["roles"][::2]
            if draw.random() < 0.2:
                article["headline"] = "另一个标题"
            if draw.random() < 0.2:
                article["body_end"] = article["body_start"]
    del spoilt[min(spoilt)]
    return spoilt


@pytest.mark.parametrize("name", SETS)
@pytest.mark.parametrize("seed", [1, 2])
def test_every_figure_equals_the_reference(name: str, seed: int) -> None:
    gold, texts = load(name)
    system = spoil(gold, seed)
    theirs, missed = reference.score(gold, {key: system.get(key, {"articles": []}) for key in gold}, texts)
    ours = evaluate(gold, system, texts)
    assert [measure for measure in ours.scores if not measure.startswith("attributes:")] == list(theirs)
    assert sum(score.n or 0 for measure, score in ours.scores.items() if measure.startswith("attributes:")) == theirs["attributes"]["n"]
    for measure, figures in theirs.items():
        got = ours.scores[measure].to_dict()
        assert got == pytest.approx(figures), measure
    for kind in (
        "headlines",
        "names",
        "entities-missed",
        "entities-spurious",
        "relations-missed",
        "relations-spurious",
        "attributes-missed",
    ):
        assert ours.misses[kind] == missed[kind], kind


@pytest.mark.parametrize("name", SETS)
def test_gold_against_itself_is_perfect(name: str) -> None:
    gold, texts = load(name)
    scores = evaluate(gold, gold, texts).scores
    assert {measure: round(scores[measure].f1, 6) for measure in OVERALL if measure != "articles"} == dict.fromkeys(
        set(OVERALL) - {"articles"}, 1.0
    )


def test_nothing_extracted_scores_nothing() -> None:
    gold, texts = load("seeds")
    assert evaluate(gold, {}, texts).scores["overall"].f1 == 0.0


def test_f1_of_nothing_is_nothing() -> None:
    assert f1_of(0, 0, 0).f1 == 0.0
    assert f1_of(1, 2, 1).f1 == pytest.approx(2 / 3)


def test_marks_and_white_space_do_not_tell_names_apart() -> None:
    assert plain("“万人助万企” 活动（二期）") == "万人助万企活动(二期)"
