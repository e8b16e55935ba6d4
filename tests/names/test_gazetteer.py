from kg.names.gazetteer import is_common, is_place, parts


def test_a_chain_has_parts_that_stand_alone() -> None:
    assert parts("东台市三仓镇禾湾村")[:2] == ["三仓镇禾湾村", "禾湾村"]


def test_shape_alone_tells_a_village_from_a_word() -> None:
    assert is_place("刘寨村")
    assert not is_place("新农村")
    assert is_common("美丽乡村")
