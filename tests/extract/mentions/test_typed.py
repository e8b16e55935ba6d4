"""Units typed as what they belong to."""

from __future__ import annotations

import pytest

from kg.extract.mentions.candidates import Candidate
from kg.extract.mentions.rules import LEARNED
from kg.extract.mentions.typed import typed


def type_of(text: str, surface: str, type_: str, *bodies: tuple[str, str], score: float = 0.7) -> str:
    """The type of a name that the network reads in a text beside other bodies."""

    def read(name: str, of: str) -> Candidate:
        return Candidate(text.index(name), text.index(name) + len(name), of, LEARNED, score)

    return typed(text, read(surface, type_), [read(*body) for body in bodies]).type


@pytest.mark.parametrize(
    ("surface", "read", "found"),
    [
        ("农场畜牧科", "agency", "company"),
        ("集团公司安监局", "agency", "company"),
        ("集团公司工会", "agency", "agency"),
        ("分局交通局", "agency", "agency"),
        ("沧浔分局", "company", "agency"),
        ("沧浔铁路分局", "company", "company"),
        ("第六管理区", "zone", "company"),
        ("呼吸科", "agency", "institution"),
        ("沧浔工业区", "zone", "zone"),
        ("沧浔市卫生健康委员会", "institution", "agency"),
        ("沧浔大学学术委员会", "institution", "institution"),
        ("10千伏沧浔线路改造工程", "facility", "project"),
        ("10千伏沧浔线", "facility", "facility"),
    ],
)
def test_a_unit_is_what_it_belongs_to(surface: str, read: str, found: str) -> None:
    assert type_of(f"{surface}派人参加。", surface, read) == found


def test_a_bureau_of_which_the_network_is_sure_stays() -> None:
    assert type_of("沧浔分局供货。", "沧浔分局", "company", score=0.9) == "company"


def test_a_bare_department_is_its_firm_s() -> None:
    text = "沧浔毛巾厂派人。保卫科科长到场。"
    assert type_of(text, "保卫科", "agency", ("沧浔毛巾厂", "company")) == "company"
    assert type_of(text, "保卫科", "agency") == "agency"
