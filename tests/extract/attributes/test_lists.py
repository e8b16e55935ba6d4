"""Lists of works: every sentence is invented; what it must give stands beside it."""

from __future__ import annotations

from tests.extract.facts_of import attributes


def test_status_at_the_head_of_a_list_is_said_of_all_its_works() -> None:
    body = "其中，开工项目包括〔J云溪水厂项目〕、〔J北岭电站项目〕等5个；竣工项目包括〔J青桐铝材项目〕等3个。"
    assert attributes(body) == [
        ("云溪水厂项目", "status", "开工"),
        ("北岭电站项目", "status", "开工"),
        ("青桐铝材项目", "status", "竣工"),
    ]
