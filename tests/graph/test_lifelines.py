"""Life lines of projects: order of steps, dates, sums, phases."""

from __future__ import annotations

import pytest

from kg.graph.lifelines import lifelines
from kg.values.dates import agree, iso
from tests.graph.small import Says, told

WORKS = {"云溪水厂工程": "project", "云溪水厂二期工程": "project", "禾晟建设": "company"}


def line(*says: Says, name: str = "云溪水厂工程"):  # type: ignore[no-untyped-def]
    corpus = told(WORKS, says)
    return next(found for found in lifelines(corpus).values() if found.name == name)


def test_steps_stand_in_the_order_of_a_projects_life() -> None:
    found = line(
        Says("云溪水厂工程建成投产。", value=("云溪水厂工程", "status", "建成投产")),
        Says("云溪水厂工程去年8月开工。", value=("云溪水厂工程", "start", "去年8月")),
    )
    assert [(s.stage, s.date) for s in found.steps] == [("started", "2020-08"), ("running", None)]


def test_what_lies_ahead_is_planned() -> None:
    found = line(Says("云溪水厂工程计划明年6月投产。", value=("云溪水厂工程", "completion", "明年6月")))
    assert [(s.stage, s.date, s.planned) for s in found.steps] == [("running", "2022-06", True)]


def test_what_did_not_happen_is_held_up() -> None:
    found = line(Says("云溪水厂工程尚未开工。", value=("云溪水厂工程", "status", "尚未开工")))
    assert [s.stage for s in found.steps] == ["held_up"]


def test_ceremony_is_a_step_of_its_targets() -> None:
    found = line(Says("云溪水厂工程开工仪式举行。", event=("ceremony", {"云溪水厂工程": "target"})))
    assert [s.stage for s in found.steps] == ["started"]


def test_sums_keep_the_printed_form_beside_the_number() -> None:
    found = line(Says("云溪水厂工程总投资6.9亿元。", value=("云溪水厂工程", "total_investment", "6.9亿元")))
    assert [(f.key, f.printed, f.quantity and int(f.quantity.number)) for f in found.figures] == [
        ("total_investment", "6.9亿元", 690000000)
    ]


def test_phases_are_found_by_name() -> None:
    corpus = told(WORKS, (Says("云溪水厂工程和云溪水厂二期工程。"),))
    found = {x.name: x for x in lifelines(corpus).values()}
    assert found["云溪水厂工程"].phases == (found["云溪水厂二期工程"].id,)
    assert found["云溪水厂二期工程"].phase_of == found["云溪水厂工程"].id


def test_those_involved_keep_their_claim() -> None:
    found = line(Says("禾晟建设承建云溪水厂工程。", claims=(("禾晟建设", "undertakes", "云溪水厂工程"),)))
    assert [(p.predicate, p.claim.evidence.quote) for p in found.parts] == [("undertakes", "禾晟建设承建云溪水厂工程。")]


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("今年6月", "2021-06"),
        ("明年3月", "2022-03"),
        ("2019年3月", "2019-03"),
        ("11月6日22时18分", "2021-11-06"),
        ("明年上半年", "2022"),
        ("年底", "2021"),
        ("即日起", None),
    ],
)
def test_printed_dates_become_iso_prefixes(printed: str, expected: str | None) -> None:
    assert iso(printed, "2021-10-16") == expected


def test_relative_year_of_an_unknown_year_stays_unknown() -> None:
    assert (iso("明年3月", "10-16"), iso("今年6月", "10-16")) == (None, "06")


def test_days_agree_as_far_as_both_are_told() -> None:
    assert (agree("2021-03", "2021-03-04"), agree("03-04", "2021-03-04"), agree("2021-03", "2021-04"), agree(None, "2021")) == (
        True,
        True,
        False,
        True,
    )
