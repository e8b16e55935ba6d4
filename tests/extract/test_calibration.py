"""A fact's confidence is read off the curve of its kind, else of its family, else left as it was stated."""

from __future__ import annotations

from itertools import pairwise

import pytest

from kg import ontology
from kg.extract import calibration
from kg.extract.calibration import FAMILIES, Curve, calibrate, calibrated, curves, maker_of
from tests.extract import naming

STAIRS = Curve((0.5, 0.7, 0.9), (0.2, 0.6, 0.95))


@pytest.mark.parametrize(("stated", "right"), [(0.1, 0.2), (0.5, 0.2), (0.69, 0.2), (0.7, 0.6), (0.9, 0.95), (1.0, 0.95)])
def test_a_step_holds_from_its_least_confidence_on(stated: float, right: float) -> None:
    assert STAIRS.at(stated) == right


def test_a_kind_without_a_curve_takes_its_familys_and_an_unknown_maker_keeps_its_own() -> None:
    known = {("rules", "runs"): STAIRS, ("rules", "relation"): Curve((0.0,), (0.5,))}
    assert calibrated("rules", "relation", "runs", 0.8, known) == 0.6
    assert calibrated("rules", "relation", "oversees", 0.8, known) == 0.5
    assert calibrated("learned", "relation", "runs", 0.8, known) == 0.8


def test_rules_beside_the_network_are_a_maker_of_their_own() -> None:
    assert [maker_of("learned:posts@1", True), maker_of("post-chain", True), maker_of("post-chain", False)] == [
        "learned",
        "rules+network",
        "rules",
    ]


def test_claims_and_events_of_an_article_are_calibrated(monkeypatch: pytest.MonkeyPatch) -> None:
    known = {
        ("rules", "area"): Curve((0.0,), (0.11,)),
        ("rules", "relation"): Curve((0.0,), (0.22,)),
        ("rules", "event"): Curve((0.0,), (0.33,)),
    }
    monkeypatch.setattr(calibration, "curves", lambda: known)
    draft = naming.draft("云岭市水务局到青河二水厂调研，占地20亩。")
    bureau, plant = draft.name(0, 6, "agency", "test"), draft.name(7, 12, "facility", "test")
    draft.claim(plant, "area", None, [(7, 18)], "a-rule", value="20亩", confidence=0.9)
    draft.claim(bureau, "oversees", plant, [(0, 14)], "a-rule", confidence=0.9)
    draft.event("inspection", "调研", [(bureau, "inspector")], [(0, 14)], "a-rule", confidence=0.9)
    calibrate(draft)
    assert [claim.confidence for claim in draft.claims] == [0.11, 0.22]
    assert [event.confidence for event in draft.events] == [0.33]


def test_the_table_is_of_known_kinds_and_rises() -> None:
    kinds = {
        *FAMILIES,
        *ontology.load().predicates,
        *ontology.load().attributes,
        "meeting",
        "inspection",
        "talks",
        "ceremony",
        "training",
        "other",
    }
    assert curves()
    for (maker, kind), curve in curves().items():
        assert maker in ("rules", "rules+network", "learned")
        assert kind in kinds
        assert all(a < b for a, b in pairwise(curve.least))
        assert all(a < b for a, b in pairwise(curve.right))
        assert 0 < curve.right[0] <= curve.right[-1] < 1
