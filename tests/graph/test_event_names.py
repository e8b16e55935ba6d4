"""Names of events: made of kind, who or what, and date."""

from __future__ import annotations

import pytest

from kg.graph.facts import Facts
from tests.graph.small import Says, told

TYPES = {"秦望舒": "person", "佟书": "person", "深圳栗原投资有限公司": "company", "云溪水厂": "project", "青桐局": "agency"}


@pytest.mark.parametrize(
    ("text", "kind", "roles", "name"),
    [
        (
            "秦望舒会见深圳栗原投资有限公司佟书一",
            "talks",
            {"秦望舒": "host", "深圳栗原投资有限公司": "guest", "佟书": "guest"},
            "会见·深圳栗原投资等",
        ),
        ("青桐局召开云溪水厂专题推进会", "meeting", {"青桐局": "host", "云溪水厂": "target"}, "推进会·云溪水厂"),
        (
            "秦望舒、佟书先后到云溪水厂",
            "inspection",
            {"秦望舒": "inspector", "佟书": "inspector", "云溪水厂": "target"},
            "调研检查·云溪水厂",
        ),
        ("云溪水厂隆重举行了发货仪式", "ceremony", {"云溪水厂": "host"}, "发货仪式·云溪水厂"),
    ],
)
def test_an_event_is_named_by_kind_and_by_who_or_what(text: str, kind: str, roles: dict[str, str], name: str) -> None:
    facts = Facts.of(told(TYPES, (Says(text, event=(kind, roles)),)))
    assert [thing.name for thing in facts.things.values() if thing.event] == [name]
