"""What is noted comes back by the entities that it is written with, in their order."""

from kg.export.rdf.blocks import Row
from kg.export.rdf.noted import Noted
from kg.export.rdf.terms import Lit, term, text, thing


def test_links_come_by_entity_as_they_were_noted() -> None:
    noted = Noted()
    rows = [Row(term("kg:runs"), thing("b"), "a1"), Row(term("kg:area"), text("420亩"), "a2")]
    noted.link("place-2", rows[0])
    noted.link("place-1", rows[1])
    noted.link("place-2", rows[1])
    links_of = noted.links()
    assert [links_of(id_) for id_ in ("place-0", "place-1", "place-15", "place-2", "place-3")] == [[], [rows[1]], [], rows, []]
    assert type(noted.links()("place-1")[0].object) is Lit


def test_memberships_come_by_person_body_and_title_and_posts_by_body() -> None:
    noted = Noted()
    seen = [("c2", "2021-03-09", "stated"), ("c1", "", "former")]
    noted.membership("person-b", "agency-a", "局长", seen[0])
    noted.membership("person-a", "agency-a", "局长", seen[0])
    noted.membership("person-b", "agency-a", "局长", seen[1])
    noted.membership("person-a", "agency-a", "主任", seen[1])
    assert list(noted.titles()) == ["主任", "局长"]
    assert list(noted.holders()) == [(("agency-a", "主任"), ["person-a"]), (("agency-a", "局长"), ["person-a", "person-b"])]
    assert list(noted.memberships()) == [
        (("person-a", "agency-a", "主任"), [seen[1]]),
        (("person-a", "agency-a", "局长"), [seen[0]]),
        (("person-b", "agency-a", "局长"), seen),
    ]
