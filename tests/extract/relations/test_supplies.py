"""Who supplies."""

from __future__ import annotations

from tests.extract.marked import facts, read


def test_an_unread_name_before_the_verb_is_not_replaced_by_another() -> None:
    assert facts("〔C甲公司〕增产。泓某环保为〔J水厂工程〕中标人，泓某环保与〔C乙公司〕签约。") == []


def test_counted_goods_are_what_is_bought() -> None:
    made = read("〔C望川汽车〕今年向〔C青河芯科〕采购8万片控制芯片。")
    name = {m.id: m.surface for m in made.mentions}
    said = [(name[c.subject], name[c.object or ""], c.qualifier("what")) for c in made.claims if c.predicate == "supplies"]
    assert said == [("青河芯科", "望川汽车", "8万片控制芯片")]
