"""Entities that lie on the desk are those that a small corpus holds, however they are asked for."""

from __future__ import annotations

import gc
from operator import attrgetter

import pytest

from kg.model import Corpus
from kg.resolve import cluster
from kg.resolve.complete.told import tell_all
from kg.resolve.desk import outcome
from kg.resolve.desk.outcome import EntityOf, Laid, by_id, in_order
from kg.resolve.groups import Unit
from tests.resolve.factory import link, reading
from tests.resolve.test_cluster import world


@pytest.fixture
def both(monkeypatch: pytest.MonkeyPatch) -> tuple[Corpus, Corpus]:
    """One corpus in memory, and the same on the desk with no more than one page at hand."""
    monkeypatch.setattr(outcome, "PAGES", 1)
    plain = link(*world())
    linking = cluster.Linking()
    for told in tell_all(plain.pages, plain.readings):
        linking.add(told)
    return plain, linking.corpus(list(plain.pages), plain.readings)


def test_entities_are_equal_in_order_and_by_id(both: tuple[Corpus, Corpus]) -> None:
    plain, laid = both
    assert isinstance(laid.entities, Laid)
    assert isinstance(plain.entities, tuple)
    assert laid.entities == plain.entities
    assert [laid.entities[at] for at in (0, -1)] == [plain.entities[0], plain.entities[-1]]
    assert laid.entities[1:3] == list(plain.entities[1:3])
    with pytest.raises(IndexError):
        laid.entities[len(plain.entities)]
    assert dict(by_id(laid.entities)) == by_id(plain.entities)
    assert "company-000000000000" not in by_id(laid.entities)
    assert list(in_order(laid.entities, attrgetter("id"))) == list(in_order(plain.entities[::-1], attrgetter("id")))


def test_refusals_and_old_ids_are_equal(both: tuple[Corpus, Corpus]) -> None:
    plain, laid = both
    assert plain.refusals
    assert list(laid.refusals) == list(plain.refusals)
    assert (laid.aliases, laid.rejected) == (plain.aliases, plain.rejected)


def test_each_mention_has_its_entity_from_whatever_page_it_is_asked_for(both: tuple[Corpus, Corpus]) -> None:
    plain, laid = both
    assert isinstance(laid.entity_of, EntityOf)
    assert list(laid.entity_of.items()) == list(plain.entity_of.items())
    assert len(laid.entity_of) == len(plain.entity_of)
    assert list(laid.entity_of) == list(plain.entity_of)
    for mention in sorted(plain.entity_of, key=lambda m: m[::-1]):
        assert mention in laid.entity_of
        assert laid.entity_of[mention] == plain.entity_of[mention]
    assert "nobody" not in laid.entity_of
    with pytest.raises(KeyError):
        laid.entity_of["nobody"]


def test_memory_holds_the_units_of_one_type_and_afterwards_none(monkeypatch: pytest.MonkeyPatch) -> None:
    held: list[set[str]] = []
    file_entities = cluster.file_entities

    def watched(*made: object) -> None:
        gc.collect()
        held.append({unit.type for unit in gc.get_objects() if isinstance(unit, Unit)})
        file_entities(*made)  # type: ignore[arg-type]

    monkeypatch.setattr(cluster, "file_entities", watched)
    link(*world(), reading("王小川到会。", ("王小川", "person"), page="6.txt"))
    assert held == [{"agency"}, {"company"}, {"zone"}, {"person"}]
    gc.collect()
    assert not any(isinstance(unit, Unit) for unit in gc.get_objects())


def test_types_that_a_page_states_to_be_one_are_linked_together() -> None:
    types = ["agency", "company", "person", "zone"]
    assert cluster.together(types, [("company", "company")]) == [["agency"], ["company"], ["zone"], ["person"]]
    assert cluster.together(types, [("company", "person"), ("zone", "company")]) == [["agency"], ["company", "person", "zone"]]
