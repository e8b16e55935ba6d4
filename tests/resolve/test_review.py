from pathlib import Path

from kg.extract.draft import Draft
from kg.resolve.decisions_file import append_decisions, load_decisions
from kg.resolve.explain import explain
from kg.resolve.review import questions
from tests.resolve.factory import draft, link, reading

FAR = reading("河南沐岑电气股份有限公司开工。", ("河南沐岑电气股份有限公司", "company"), city="信阳市", page="1.txt")
NEAR = reading("沐岑电气发货。", ("沐岑电气", "company"), city="许昌市", page="2.txt")


def unsure() -> Draft:
    made = draft("岑岑岑到会。")
    made.name(0, 3, "person", "tagger", score=0.4)
    return made


def test_join_that_just_sufficed_is_asked_with_its_quotes() -> None:
    asked = questions(link(FAR, NEAR))
    assert [q.text for q in asked] == ["Are 沐岑电气 (company) and 河南沐岑电气股份有限公司 (company) one? They are joined."]
    assert [q.split(" ")[-3] for q in asked[0].quotes] == ["2.txt,", "1.txt,"]


def test_sure_join_is_not_asked() -> None:
    made = reading("河南沐岑电气股份有限公司开工，沐岑电气扩产。", ("河南沐岑电气股份有限公司", "company"), ("沐岑电气", "company"))
    assert questions(link(made)) == []


def test_refusal_that_lacked_little_is_asked() -> None:
    one = reading("重庆渝岑材料有限公司开工。", ("重庆渝岑材料有限公司", "company"), city="重庆市", page="1.txt")
    two = reading("渝岑到场。", ("渝岑", "company"), city="重庆市", page="2.txt")
    assert [q.text.split("? ")[1] for q in questions(link(one, two))] == ["They are kept apart."]


def test_name_of_a_low_score_is_asked_least_sure_first() -> None:
    asked = questions(link(FAR, NEAR, unsure().freeze()))
    assert [q.text for q in asked][-1] == "Is 岑岑岑 the name of a person?"
    assert [q.doubt for q in asked] == sorted((q.doubt for q in asked), reverse=True)


def test_an_answer_is_obeyed_and_not_asked_again(tmp_path: Path) -> None:
    path = tmp_path / "decisions.yaml"
    append_decisions(path, [questions(link(FAR, NEAR))[0].no])
    corpus = link(FAR, NEAR, decisions=load_decisions(path))
    assert len(corpus.entities) == 2
    assert questions(corpus, load_decisions(path)) == []


def test_a_confirmed_name_is_not_asked_again(tmp_path: Path) -> None:
    path = tmp_path / "decisions.yaml"
    made = unsure().freeze()
    append_decisions(path, [questions(link(made))[0].yes])
    corpus = link(made, decisions=load_decisions(path))
    assert [e.name for e in corpus.entities] == ["岑岑岑"]
    assert questions(corpus, load_decisions(path)) == []


def test_two_people_of_whom_one_name_begins_the_other_are_asked_about() -> None:
    corpus = link(
        reading("区委书记吕沛主持会议。", ("吕沛", "person"), page="1.txt"), reading("吕沛实地察看。", ("吕沛实", "person"), page="2.txt")
    )
    assert [q.reason for q in questions(corpus)] == ["one name begins the other"]
    assert "kg review asks" in " ".join(explain(corpus, "吕沛", "吕沛实"))
