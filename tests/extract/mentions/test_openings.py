"""What units' names open with: bodies the network half sees, nouns that are a page's only name for one."""

from __future__ import annotations

from kg.extract.mentions.candidates import Candidate
from kg.extract.mentions.openings import nouns_alone, openings
from kg.extract.mentions.rules import LEARNED
from kg.reading import ReadSpan
from tests.extract import naming


class Seen:
    """A sight of given spans."""

    def __init__(self, text: str, *spans: tuple[str, str, float]) -> None:
        self.spans = tuple(ReadSpan(text.index(s), text.index(s) + len(s), kind, p) for s, kind, p in spans)

    def probability(self, start: int, end: int, kind: str) -> float:
        return next((s.probability for s in self.spans if (s.start, s.end, s.kind) == (start, end, kind)), 0.0)


def names(text: str, *found: tuple[str, str]) -> list[Candidate]:
    return [Candidate(text.index(s), text.index(s) + len(s), type_, LEARNED, 0.9) for s, type_ in found]


def test_a_body_that_its_unit_s_name_opens_with() -> None:
    text = "山岭煤矿安全监察局沧浔监察分局、沧浔制药有限公司到场。"
    whole = names(text, ("山岭煤矿安全监察局沧浔监察分局", "agency"), ("沧浔制药有限公司", "company"))
    sight = Seen(text, ("山岭煤矿安全监察局", "agency", 0.4), ("沧浔制药", "company", 0.4))
    found = list(openings(naming.tagged(text), sight, whole))
    assert [(text[c.start : c.end], c.type) for c in found] == [("山岭煤矿安全监察局", "agency")]
    assert list(openings(naming.tagged(text), Seen(text, ("山岭煤矿安全监察局", "agency", 0.2)), whole)) == []


def alone(*texts: tuple[str, list[Candidate]]) -> list[list[tuple[str, str | None]]]:
    pages = [(naming.tagged(text), Seen(text), found) for text, found in texts]
    return [[(text[c.start : c.end], c.name) for c in own] for (text, _), own in zip(texts, nouns_alone(pages), strict=True)]


def test_a_noun_is_the_name_of_a_body_that_the_page_calls_by_nothing_else() -> None:
    text = "总局计划处批复，总局水务局施工。"
    assert alone((text, names(text, ("总局计划处", "agency"), ("总局水务局", "agency")))) == [[("总局", None), ("总局", None)]]
    once = "总局计划处批复。"
    assert alone((once, names(once, ("总局计划处", "agency")))) == [[]]


def test_a_noun_is_filed_under_the_body_so_called_that_another_article_names() -> None:
    text, other = "分局工会、分局交通局到场。", "沧浔分局开会。"
    named = names(text, ("分局工会", "agency"), ("分局交通局", "agency"))
    assert alone((text, named), (other, names(other, ("沧浔分局", "agency")))) == [[("分局", "沧浔分局"), ("分局", "沧浔分局")], []]
    two = "沧浔分局、岚溪分局开会。"
    assert alone((text, named), (two, names(two, ("沧浔分局", "agency"), ("岚溪分局", "agency")))) == [[], []]
