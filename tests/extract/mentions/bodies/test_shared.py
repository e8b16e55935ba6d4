"""One name for two bodies."""

from tests.extract.naming import read


def test_one_name_may_stand_for_two_bodies() -> None:
    made = read("得到了许昌市、长葛市两级人民法院的支持。")[0]

    assert [(m.surface, m.name) for m in made.mentions if m.kind == "shared"] == [
        ("许昌市、长葛市两级人民法院", "许昌市人民法院"),
        ("许昌市、长葛市两级人民法院", "长葛市人民法院"),
    ]
