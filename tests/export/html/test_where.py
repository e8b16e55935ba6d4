"""In which division the explorer's things are, and on which basis."""

from __future__ import annotations

from kg.export.html.where import where
from kg.graph.facts import Facts
from kg.names.location import division_of
from kg.names.places import bare
from tests.graph.small import Says, told
from tests.oracle import SEEDS, corpus


def stand(made) -> dict[str, str]:
    facts = Facts.of(made)
    rows, at = where(facts)
    return {facts.things[id_].name: f"{rows[division][0]} {basis}" for id_, (division, basis) in at.items()}


def test_a_stated_place_counts_before_the_name_and_a_zone_is_asked_where_it_is():
    made = told(
        {"深圳甲公司": "company", "乙园区": "zone", "许昌市建安区": "place", "焦作丙公司": "company", "丁公司": "company"},
        (
            Says("深圳甲公司位于乙园区。", (("深圳甲公司", "located_in", "乙园区"),)),
            Says("乙园区位于许昌市建安区。", (("乙园区", "located_in", "许昌市建安区"),)),
            Says("焦作丙公司与丁公司合作。", (("焦作丙公司", "cooperates_with", "丁公司"),)),
        ),
    )
    assert stand(made) == {
        "深圳甲公司": "建安区 stated",
        "乙园区": "建安区 stated",
        "许昌市建安区": "建安区 name",
        "焦作丙公司": "焦作市 name",
    }


def test_what_lies_in_itself_ends():
    made = told(
        {"甲园区": "zone", "乙园区": "zone"},
        (
            Says("甲园区位于乙园区。", (("甲园区", "located_in", "乙园区"),)),
            Says("乙园区位于甲园区。", (("乙园区", "located_in", "甲园区"),)),
        ),
    )
    assert stand(made) == {}


def test_on_the_seeds_a_division_stands_behind_the_one_above_it_and_nobody_is_a_place():
    facts = Facts.of(corpus(SEEDS))
    rows, at = where(facts)
    assert all(above < number for number, (_, above) in enumerate(rows))
    assert {facts.things[id_].type for id_ in at} & {"person"} == set()
    assert {basis for _, basis in at.values()} == {"stated", "name", "seen"}


def test_the_explorers_sketch_knows_every_province_by_the_beginning_of_its_name(root):
    text = (root / "kg/export/html/templates/model/places.js").read_text(encoding="utf-8")
    for province in ("河南省", "内蒙古自治区", "广西壮族自治区", "北京市", "黑龙江省", "新疆维吾尔自治区"):
        assert division_of(province) is not None
        assert f'["{bare(province)}"' in text
