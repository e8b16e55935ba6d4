"""Which types a relation joins, and where it is written."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kg.extract.relations.base import Extent, RelationArticle, fits
from kg.extract.relations.supplies import FOR_SUPPLY
from kg.graph.check import check, open_graph, texts
from kg.pipeline import build
from tests.extract.marked import draft


@pytest.mark.parametrize(
    ("marked", "predicate", "may"),
    [
        ("〔C甲公司〕〔F云溪变电站〕", "undertakes", True),
        ("〔C甲公司〕〔G护苗行动〕", "undertakes", False),
        ("〔L禾湾村〕〔A市委〕", "recognised_by", False),
        ("〔F运维班〕〔F变电站〕", "part_of", True),
    ],
)
def test_the_ontology_says_what_may_stand_at_an_end(marked: str, predicate: str, may: bool) -> None:
    one, other = draft(marked).mentions
    assert fits(one, predicate, other) is may


def test_without_an_object_only_the_subject_counts() -> None:
    company, village = draft("〔C甲公司〕〔L禾湾村〕").mentions
    assert (fits(company, "recognised_by"), fits(village, "recognised_by")) == (True, False)


def test_a_facility_built_by_a_company_is_told_and_conforms_to_the_ontology(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("云溪变电站开工\n\n本报讯 3月4日，110千伏云溪变电站由云岭恒远建工有限公司承建。\n", encoding="utf-8")
    made = build([page], reader="fast")
    made.save(tmp_path / "out", ("turtle",))
    names = {entity.id: entity.name for entity in made.entities}
    ends = [(made.corpus.entity_of[c.subject], c.predicate, made.corpus.entity_of[c.object or ""]) for c in made.claims]
    assert [(names[s], p, names[o]) for s, p, o in ends] == [("云岭恒远建工有限公司", "undertakes", "110千伏云溪变电站")]
    assert check(open_graph(tmp_path / "out" / "graph.ttl"), texts([page])) == []


def test_what_a_rule_says_besides_is_printed_in_the_article() -> None:
    article = RelationArticle(draft("〔C甲泵业〕向〔C乙水务〕供应〔C丙阀门〕产品。"))
    (folded,) = article.sentences
    match = re.search("供应(?P<what>.{3})", folded.text)
    assert match is not None
    supplier, buyer, _ = article.draft.mentions
    article.write(FOR_SUPPLY, Extent(folded, *match.span()), [supplier], [buyer], qualifiers={"what": match["what"]})
    assert dict(article.draft.claims[0].qualifiers) == {"what": "丙阀门产品"}
