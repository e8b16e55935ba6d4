"""What is wrong with a decisions file is told with file and line, whatever it is; what is right is read fast."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from kg.errors import DecisionError
from kg.pipeline import build
from kg.resolve.decide import Decision, Target
from kg.resolve.decisions_file import append_decisions, load_decisions

WRONG = {
    "unknown field": ("- merge: [甲厂, 乙厂]\n  wyh: x\n", "line 1, decision 1: has unknown fields wyh"),
    "unknown field of a name": ("- reject: {name: 甲厂, city: 云岭市}\n", "line 1, decision 1: has unknown fields city"),
    "a key twice": ("- reject: 甲厂\n- merge: [甲厂, 乙厂]\n  merge: [丙厂, 丁厂]\n", "line 3, decision 2: merge is written twice"),
    "a list for a word": ("- reject: 甲厂\n  who: [a, b]\n", "line 1, decision 1: who takes one word or text"),
    "a mapping for a word": ("- rename: 甲厂\n  to: {a: b}\n", "line 1, decision 1: to takes one word or text"),
    "a list in a list": ("- merge: [甲厂, [乙厂]]\n", "line 1, decision 1: merge holds something that is not a name"),
    "no such day": ("\n\n- reject: 甲厂\n  when: 2024-13-45\n", "line 3, decision 1: when is no date: 2024-13-45"),
    "no date": ("- reject: 甲厂\n  when: gestern\n", "when is no date: gestern"),
    "an empty name": ("- merge: [甲厂, '']\n", "line 1, decision 1: merge holds an empty name"),
    "no name": ("- reject:\n", "line 1, decision 1: reject holds an empty name"),
    "an empty new name": ("- rename: 甲厂\n  to: ' '\n", "rename needs 'to'"),
    "two types": (
        "- merge: [{name: 甲厂, type: company}, {name: 乙, type: person}]\n",
        "line 1, decision 1: joins things of different types (company and person)",
    ),
    "no type": ("- reject: 甲厂\n  type: ship\n", "there is no type ship"),
    "an alias": ("- &a [*a]\n", "refers to another place"),
    "nested too deep": ("[" * 5000, "line 1, column 1001: cannot be read as YAML"),
    "a name that cannot be seen": ("- reject: 甲厂\n- merge: [甲厂, '\u200b\u3000']\n", "line 2, decision 2: merge holds an empty name"),
    "a name of marks": ("- reject: ·\n", "line 1, decision 1: reject holds an empty name"),
    "a new name that cannot be seen": ("- rename: 甲厂\n  to: '\u200d'\n", "line 1, decision 1: rename needs 'to'"),
    "a name twice": ("- merge: [甲厂, 乙厂, 甲厂]\n", "line 1, decision 1: merge holds 甲厂 twice"),
    "a tab": ("- reject: 甲厂\n\twhy: x\n", "line 2, column 1: cannot be read as YAML"),
    "two documents": ("- reject: 甲厂\n---\n- reject: 乙厂\n", "line 2, column 1: cannot be read as YAML"),
    "no text": ("- reject: \x00\n", "cannot be read as YAML"),
    "a word": ("reject\n", "is a list of decisions"),
    "a tag": ("- !!python/object:os.system [x]\n", "is not a mapping"),
}


@pytest.mark.parametrize(("text", "told"), WRONG.values(), ids=WRONG.keys())
def test_what_is_wrong_is_one_line_with_file_and_line(text: str, told: str, tmp_path: Path) -> None:
    path = tmp_path / "decisions.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DecisionError) as caught:
        load_decisions(path)
    assert str(caught.value).startswith(f"{path}: ")
    assert told in str(caught.value)
    assert "\n" not in str(caught.value)


def test_bytes_of_another_encoding_are_told_with_their_line(tmp_path: Path) -> None:
    path = tmp_path / "decisions.yaml"
    path.write_bytes(b"# 2024\n- reject: ABC\n" + "- reject: 甲厂\n".encode("gbk"))
    with pytest.raises(DecisionError) as caught:
        load_decisions(path)
    assert str(caught.value) == f"{path}: line 3: is not UTF-8; save the file as UTF-8"


def test_the_same_name_on_two_pages_may_be_kept_apart(tmp_path: Path) -> None:
    path = tmp_path / "decisions.yaml"
    path.write_text("- split: [{name: 贺长庚, page: a.txt}, {name: 贺长庚, page: b.txt}]\n", encoding="utf-8")
    assert len(load_decisions(path).items) == 1


def test_a_merge_of_two_thousand_names_that_no_page_has_is_one_short_line(tmp_path: Path) -> None:
    page, path = tmp_path / "page.txt", tmp_path / "decisions.yaml"
    page.write_text("云岭望川重工有限公司在云岭市签约。\n", encoding="utf-8")
    path.write_text(f"- merge: [{', '.join(f'云岭{n}厂' for n in range(2000))}]\n", encoding="utf-8")
    made = build([page], decisions=path, workers=1, reader="fast")
    (told,) = [f"{r.surface}: {r.reason}" for r in made.corpus.rejected if r.what == "decision"]
    names = ["云岭0厂", "云岭1厂", "云岭2厂", "云岭3厂", "云岭4厂", "1,995 more"]
    assert told == f"merge {' + '.join(names)}: no page names {', '.join(names)} any more"


def test_scalars_are_names_as_written(tmp_path: Path) -> None:
    path = tmp_path / "decisions.yaml"
    path.write_text("- merge: [2024, no]\n  when: 2024\n  who: 007\n", encoding="utf-8")
    assert load_decisions(path).items == (Decision("merge", (Target("2024"), Target("no")), who="007", when="2024"),)


def test_a_bad_date_is_not_appended(tmp_path: Path) -> None:
    with pytest.raises(DecisionError, match="no date"):
        append_decisions(tmp_path / "decisions.yaml", [Decision("reject", (Target("甲厂"),), when="heute")])


@pytest.mark.score  # timed where nothing else runs
def test_two_thousand_merges_are_read_and_replayed_in_a_second(tmp_path: Path) -> None:
    page, path = tmp_path / "page.txt", tmp_path / "decisions.yaml"
    page.write_text("云岭望川重工有限公司和云岭照山工贸有限公司在云岭市签约。\n", encoding="utf-8")
    path.write_text("".join(f"- merge: [云岭{n}厂, 云岭{n + 1}厂]\n  who: 甲\n" for n in range(2000)), encoding="utf-8")
    build([page], workers=1, reader="fast")
    begin = time.process_time()
    made = build([page], decisions=path, workers=1, reader="fast")
    assert time.process_time() - begin < 1
    assert sum(r.what == "decision" for r in made.corpus.rejected) == 2000


def test_a_merge_of_things_of_different_types_is_told(tmp_path: Path) -> None:
    page, path = tmp_path / "page.txt", tmp_path / "decisions.yaml"
    page.write_text("云岭望川重工有限公司董事长贺长庚在云岭市出席签约仪式。\n", encoding="utf-8")
    path.write_text("- merge: [云岭望川重工有限公司, 贺长庚]\n", encoding="utf-8")
    made = build([page], decisions=path, workers=1, reader="fast")
    told = [r.reason for r in made.corpus.rejected if r.what == "decision"]
    assert told == ["these are of different types (company and person); retype one of them first"]
    assert {"贺长庚", "云岭望川重工有限公司"} <= {e.name for e in made.entities}
