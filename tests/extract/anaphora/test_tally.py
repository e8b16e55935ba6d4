from kg.extract.anaphora.antecedents import same
from kg.extract.anaphora.tally import Tally
from kg.model import Mention


def mention(number: int, surface: str, name: str | None = None, type_: str = "company") -> Mention:
    start = 20 * number
    return Mention("p0-a1", start, start + len(surface), surface, type_, "made", "name", name, None, None, 1.0)


def test_the_top_is_what_comparing_each_with_each_gives():
    said = [
        mention(0, "云岭水务有限公司"),
        mention(1, "禾源电气"),
        mention(2, "云岭水务"),
        mention(3, "水务"),
        mention(4, "禾源", "禾源电气有限公司"),
        mention(5, "禾电", "禾源电气有限公司"),
        mention(6, "禾源电气"),
        mention(7, "云岭水务", type_="zone"),
        mention(8, "禾源"),
    ]
    tally = Tally()
    assert tally.top is None
    for number, one in enumerate(said, 1):
        tally.add(one)
        counts = [sum(same(a, b) for b in said[:number]) for a in said[:number]]
        assert tally.top == said[counts.index(max(counts))]
