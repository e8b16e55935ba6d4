"""What was judged right, as gold: the project's own checker finds no fault in it, and it scores as wholly right."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

from kg.export.gold import gold, write_gold, zipped
from kg.export.pages import file_names, page_json
from kg.model import Corpus
from kg.resolve.decide import Decision, Decisions, Target
from kg.resolve.decided_facts import decide_facts
from kg.resolve.desk.outcome import by_id
from kg.resolve.review import questions
from tests.gold.check import faults
from tests.oracle import SEEDS, corpus

PARTS = ("relations", "events", "attributes")


def judged(held: Corpus, number: int) -> Decisions:
    """The first so many facts of a corpus, judged right."""
    names = {e.id: e.name for e in held.entities}
    found = []
    for claim in list(held.claims())[:number]:
        target = names[held.entity_of[claim.object]] if claim.object else ""
        value = claim.value or claim.qualifier("title") or claim.qualifier("honour") or target
        found.append(Decision("right", (Target(names[held.entity_of[claim.subject]]),), predicate=claim.predicate, value=value))
    return Decisions(tuple(found))


def test_only_what_is_judged_is_gold_and_the_checker_finds_no_fault():
    held = corpus(SEEDS)
    made = gold(held, judged(held, 40))
    assert 30 <= made.facts <= 60
    reads = dict(file_names(held.pages))
    for name, page in made.pages.items():
        assert list(faults(page, reads[name].page.text)) == []
        whole = {article["id"]: article for article in page_json(held, reads[name])["articles"]}
        for article in page["articles"]:
            n_all, n_judged = (sum(len(one[part]) for part in PARTS) for one in (whole[article["id"]], article))
            assert n_judged <= n_all
            assert (article["unjudged"] == 0) <= (n_judged == n_all)


def test_nothing_judged_is_no_gold_and_a_fact_judged_wrong_is_none():
    held = corpus(SEEDS)
    assert gold(held, Decisions()).pages == {}
    wrong = tuple(replace(decision, kind="wrong") for decision in judged(held, 5).items)
    assert gold(held, Decisions(wrong)).pages == {}


def test_a_fact_given_to_another_owner_is_gold_of_that_owner_before_and_after_the_build():
    held = corpus(SEEDS)
    claim = next(c for c in held.claims() if c.value)
    names = {e.id: e.name for e in held.entities}
    subject = names[held.entity_of[claim.subject]]
    reading = next(r for r in held.readings if r.article.id == claim.article)
    owner = next(n for m in reading.mentions if m.is_name and (n := names.get(held.entity_of.get(m.id, ""))) and n != subject)
    decided = Decisions((Decision("owner", (Target(subject),), owner, predicate=claim.predicate, value=claim.value or ""),))
    readings, _ = decide_facts(held.readings, decided, by_id(held.entities), held.entity_of)
    built = replace(held, readings=readings)
    for state in (held, built):
        (page,) = gold(state, decided).pages.values()
        article = next(one for one in page["articles"] if one["attributes"])
        row = article["attributes"][0]
        assert next(e["name"] for e in article["entities"] if e["id"] == row["of"]) == owner


def test_answers_of_the_review_are_gold():
    held = corpus(SEEDS)
    low = replace(held, readings=tuple(replace(r, claims=tuple(replace(c, confidence=0.5) for c in r.claims)) for r in held.readings))
    about = [q.yes for q in questions(low) if q.yes.kind == "right"][:10]
    assert gold(low, Decisions(tuple(about))).facts >= 8


def test_what_is_written_and_zipped_is_the_same_and_is_the_same_each_time(tmp_path):
    held = corpus(SEEDS)
    made = gold(held, judged(held, 40))
    write_gold(made, tmp_path / "gold")
    with zipfile.ZipFile(io.BytesIO(zipped(made))) as file:
        assert {name: file.read(name) for name in file.namelist()} == {
            f"gold/{path.name}": path.read_bytes() for path in (tmp_path / "gold").iterdir()
        }
    assert zipped(made) == zipped(made)
