from pathlib import Path

import pytest

from kg.errors import DecisionError
from kg.resolve.decide import Decision, Decisions, Target
from kg.resolve.decisions_file import append_decisions, load_decisions
from tests.resolve.factory import draft, link, mention, name_of, names, reading

ONE = reading("沐岑电气与沐岑集团签约。", ("沐岑电气", "company"), ("沐岑集团", "company"))


def load(tmp_path: Path, text: str) -> Decisions:
    path = tmp_path / "decisions.yaml"
    path.write_text(text, encoding="utf-8")
    return load_decisions(path)


def test_merge_joins_and_tells_who_and_why(tmp_path: Path) -> None:
    chosen = load(tmp_path, "- merge: [沐岑电气, 沐岑集团]\n  who: 编辑\n  when: 2024-03-01\n  why: 年报\n")
    corpus = link(ONE, decisions=chosen)
    assert len(corpus.entities) == 1
    assert "decided by 编辑 2024-03-01: 年报" in {j.reason for j in corpus.entities[0].joins}


def test_split_keeps_apart_what_the_rules_join(tmp_path: Path) -> None:
    made = reading("河南沐岑电气股份有限公司开工，沐岑电气扩产。", ("河南沐岑电气股份有限公司", "company"), ("沐岑电气", "company"))
    assert len(link(made).entities) == 1
    corpus = link(made, decisions=load(tmp_path, "- split: [沐岑电气, 河南沐岑电气股份有限公司]\n  why: 两家\n"))
    assert len(corpus.entities) == 2
    assert [r.reason for r in corpus.refusals] == ["decided: 两家"]


def test_split_tells_namesakes_apart_by_page(tmp_path: Path) -> None:
    one = reading("李伟到会。", ("李伟", "person"), page="1.txt")
    two = reading("又讯李伟到会。", ("李伟", "person"), page="2.txt")
    assert len(link(one, two).entities) == 1
    corpus = link(one, two, decisions=load(tmp_path, "- split: [{name: 李伟, page: 1.txt}, {name: 李伟, page: 2.txt}]\n"))
    assert len(corpus.entities) == 2
    assert len({e.id for e in corpus.entities}) == 2


def test_rename_changes_the_canonical_name_only(tmp_path: Path) -> None:
    corpus = link(ONE, decisions=load(tmp_path, "- rename: 沐岑电气\n  to: 河南沐岑电气股份有限公司\n"))
    assert names(corpus) == {("company", "河南沐岑电气股份有限公司"), ("company", "沐岑集团")}
    assert corpus.readings == (ONE,)


def test_retype_changes_the_type(tmp_path: Path) -> None:
    corpus = link(ONE, decisions=load(tmp_path, "- retype: 沐岑集团\n  to: institution\n"))
    assert names(corpus) == {("company", "沐岑电气"), ("institution", "沐岑集团")}


def test_role_of_a_rejected_name_is_listed(tmp_path: Path) -> None:
    made = draft("沐岑电气与沐岑集团在大同市座谈。", ("沐岑电气", "company"), ("沐岑集团", "company"), ("大同市", "place"))
    first, second, third = made.mentions
    made.event("meeting", "座谈", [(first, "attendee"), (second, "attendee")], [(0, 15)], "test", place=third)
    corpus = link(made.freeze(), decisions=load(tmp_path, "- reject: 沐岑集团\n  why: 无此集团\n- reject: 大同市\n"))
    assert [(r.surface, r.reason) for r in corpus.rejected if r.what == "role"] == [
        ("沐岑集团", "attendee of 座谈: decided: 无此集团"),
        ("大同市", "place of 座谈: decided"),
    ]
    assert [(len(e.roles), e.place) for e in corpus.events()] == [(1, None)]


def test_reject_takes_the_name_and_what_rests_on_it_and_lists_both(tmp_path: Path) -> None:
    made = draft("沐岑电气与沐岑集团签约。", ("沐岑电气", "company"), ("沐岑集团", "company"))
    made.claim(made.mentions[0], "cooperates_with", made.mentions[1], [(0, 11)], "test")
    corpus = link(made.freeze(), decisions=load(tmp_path, "- reject: 沐岑集团\n"))
    assert names(corpus) == {("company", "沐岑电气")}
    assert list(corpus.claims()) == []
    assert [(r.what, r.surface) for r in corpus.rejected] == [("mention", "沐岑集团"), ("claim", "沐岑电气与沐岑集团签约")]


def test_decision_that_matches_nothing_is_reported(tmp_path: Path) -> None:
    corpus = link(ONE, decisions=load(tmp_path, "- reject: 岑岑\n  who: 编辑\n"))
    assert [(r.what, r.surface, r.reason) for r in corpus.rejected] == [("decision", "reject 岑岑 [编辑]", "no page names 岑岑 any more")]


def test_type_and_locality_narrow_a_decision(tmp_path: Path) -> None:
    far = reading("沐岑集团到访。", ("沐岑集团", "company"), city="酒泉市", page="2.txt")
    corpus = link(ONE, far, decisions=load(tmp_path, "- rename: {name: 沐岑集团, locality: 酒泉市}\n  to: 酒泉沐岑集团\n"))
    assert name_of(corpus, far, "沐岑集团") == "酒泉沐岑集团"
    assert name_of(corpus, ONE, "沐岑集团") == "沐岑集团"


@pytest.mark.parametrize(
    ("text", "both"),
    [
        ("- merge: [甲厂, 乙厂]\n- split: [甲厂, 乙厂]\n", ("merge 甲厂 + 乙厂", "split 甲厂 + 乙厂")),
        ("- merge: [甲厂, 乙厂]\n- merge: [乙厂, 丙厂]\n- split: [甲厂, 丙厂]\n", ("merge 甲厂 + 乙厂", "split 甲厂 + 丙厂")),
        ("- rename: 甲厂\n  to: 甲\n- rename: 甲厂\n  to: 乙\n", ("rename 甲厂 to 甲", "rename 甲厂 to 乙")),
        ("- retype: 甲厂\n  to: zone\n- retype: 甲厂\n  to: place\n", ("retype 甲厂 to zone", "retype 甲厂 to place")),
        ("- reject: 甲厂\n- rename: 甲厂\n  to: 甲\n", ("reject 甲厂", "rename 甲厂 to 甲")),
    ],
    ids=["merge and split", "merges and split", "two names", "two types", "reject and rename"],
)
def test_contradiction_names_both_decisions(tmp_path: Path, text: str, both: tuple[str, str]) -> None:
    with pytest.raises(DecisionError) as told:
        load(tmp_path, text)
    assert all(f"«{one}»" in str(told.value) for one in both)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "# ours\n- reject: 甲厂\n\n- merge: [丙厂, 丁厂]\n- rename: 甲厂\n  to: 甲\n",
            "«rename 甲厂 to 甲» (line 5) contradicts «reject 甲厂» (line 2)",
        ),
        ("- split: [甲厂, 乙厂]\n- merge: [乙厂, 甲厂]\n", "«merge 乙厂 + 甲厂» (line 2) contradicts «split 甲厂 + 乙厂» (line 1)"),
    ],
    ids=["reject and rename", "split before merge"],
)
def test_contradiction_names_both_lines(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(DecisionError) as error:
        load(tmp_path, text)
    assert told in str(error.value)


def test_a_new_decision_against_the_file_is_told_with_the_line_of_the_old(tmp_path: Path) -> None:
    path = tmp_path / "decisions.yaml"
    path.write_text("- reject: 丙厂\n- merge: [甲厂, 乙厂]\n", encoding="utf-8")
    with pytest.raises(DecisionError, match=r"«split 甲厂 \+ 乙厂» contradicts «merge 甲厂 \+ 乙厂» \(line 2\)"):
        append_decisions(path, [Decision("split", (Target("甲厂"), Target("乙厂")))])


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("merge: [a, b]\n", "is a list of decisions"),
        ("- merge: [a]\n", "decision 1: merge needs two names or more"),
        ("- rename: a\n", "decision 1: rename needs 'to'"),
        ("- retype: a\n  to: ship\n", "there is no type ship"),
        ("- merge: [a, b]\n  wy: x\n", "unknown fields wy"),
        ("- joined: a\n- reject: [\n", "cannot be read as YAML"),
        ("- rename: a\n- merge: [b]\n", "line 1, decision 1: rename needs 'to'; line 2, decision 2: merge needs two names or more"),
    ],
    ids=["no list", "one name", "no to", "no type", "unknown field", "no yaml", "all faults at once"],
)
def test_malformed_file_says_what_and_where(tmp_path: Path, text: str, fault: str) -> None:
    with pytest.raises(DecisionError, match=r"decisions\.yaml") as told:
        load(tmp_path, text)
    assert fault in str(told.value)


def test_empty_file_decides_nothing(tmp_path: Path) -> None:
    assert load(tmp_path, "# nothing yet\n").items == ()


def test_written_decision_reads_back_and_keeps_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "decisions.yaml"
    path.write_text("# ours\n- reject: 岑岑\n", encoding="utf-8")
    made = Decision(
        "split",
        (Target("李伟", "person", None, "1.txt"), Target("李伟", "person", None, "2.txt")),
        who="编辑",
        when="2024-03-01",
        why="两人",
    )
    append_decisions(path, [made])
    assert load_decisions(path).items == (Decision("reject", (Target("岑岑"),)), made)
    assert path.read_text(encoding="utf-8").startswith("# ours\n")


def test_nothing_is_written_that_contradicts_the_file(tmp_path: Path) -> None:
    path = tmp_path / "decisions.yaml"
    path.write_text("- merge: [甲厂, 乙厂]\n", encoding="utf-8")
    with pytest.raises(DecisionError):
        append_decisions(path, [Decision("split", (Target("甲厂"), Target("乙厂")))])
    assert path.read_text(encoding="utf-8") == "- merge: [甲厂, 乙厂]\n"


def test_rejecting_a_name_takes_its_anaphor_along(tmp_path: Path) -> None:
    made = draft("沐岑集团开工，该集团扩产。", ("沐岑集团", "company"))
    made.point(7, 10, made.mentions[0], "test")
    made_reading = made.freeze()
    corpus = link(made_reading, decisions=load(tmp_path, "- reject: 沐岑集团\n"))
    assert mention(made_reading, "该集团").id not in corpus.entity_of


def test_a_merge_of_people_names_them_by_its_first_name(tmp_path: Path) -> None:
    one = reading("区委书记吕沛主持会议。", ("吕沛", "person"), page="1.txt")
    other = reading("吕沛实地察看。", ("吕沛实", "person"), page="2.txt")
    for first, second in (("吕沛", "吕沛实"), ("吕沛实", "吕沛")):
        corpus = link(one, other, decisions=load(tmp_path, f"- merge: [{first}, {second}]\n"))
        assert [entity.name for entity in corpus.entities] == [first]
