"""Every reason that linking can write comes out in Chinese, whole, and is read back into the English that it was."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import kg
from kg import lexicon
from kg.lexicon import messages, reasons
from tests.lexicon.test_messages import SPOKEN, text_of

RESOLVE = Path(kg.__file__).parent / "resolve"
NOT_SAID = {"Rejected", "Laid", *SPOKEN}
"""Calls whose texts are messages (test_messages.py holds these), stand in report.json alone, or name columns of a table."""
QUERY = "SELECT "
"""How a question to a table begins."""
NOT_SHOWN = {" to 7", "7 of 7: 7"}
"""How a decision is spelled, in the words of its file; the reason of a rejection, in report.json alone."""
SENTENCE = re.compile(r"[a-z],? [a-z]|\b(?:is|of|in|to|beside|like|for) 7|7 is\b")
"""English words side by side, or one beside what is filled in, for which 7 stands."""


def written(module: Path) -> Iterator[str]:
    """Yield the English sentences of a module that are no docstring, and in no call of NOT_SAID."""
    waiting: list[ast.AST] = [ast.parse(module.read_text(encoding="utf-8"))]
    while waiting:
        node = waiting.pop()
        is_docstring = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        if is_docstring or (isinstance(node, ast.Call) and getattr(node.func, "id", "") in NOT_SAID):
            continue
        text = text_of(node) if isinstance(node, ast.expr) else None
        if text is not None and SENTENCE.search(text) and not text.startswith(QUERY):
            yield text
        if text is None:
            waiting.extend(ast.iter_child_nodes(node))


def all_written() -> dict[str, str]:
    """Return the sentences of all modules of kg/resolve, with the module of each."""
    return {text: path.name for path in sorted(RESOLVE.rglob("*.py")) for text in written(path)}


def entries_of(part: reasons.Part) -> Iterator[str]:
    """Yield the English of the entries that a reason is made of."""
    yield part.entry.english
    for slot in part.slots:
        if isinstance(slot, reasons.Part):
            yield from entries_of(slot)


def english_in(text: str) -> list[str]:
    return re.findall(r"[a-z]{2,}", text.replace("kg review", ""))


def is_message(text: str) -> bool:
    return not english_in(messages.in_chinese(text))


def test_every_sentence_of_linking_is_in_a_catalogue() -> None:
    found = all_written()
    assert len(found) > 80
    english = {text: module for text, module in found.items() if english_in(reasons.in_chinese(text)) and not is_message(text)}
    assert {text: module for text, module in english.items() if text not in NOT_SHOWN} == {}


def test_nothing_that_fills_a_sentence_is_lost() -> None:
    made = {text: reasons.form(text) for text in all_written()}
    assert [text for text, (_, english, slots) in made.items() if english.format(*slots) != text] == []
    assert [text for text in made if text.count("7") != reasons.in_chinese(text).count("7")] == []


def test_the_catalogue_fills_in_what_it_takes_out_and_no_entry_stands_twice() -> None:
    rows = lexicon.rows("reasons")
    assert [english for english, chinese in rows if len(reasons.SLOTS.findall(english)) != len(re.findall(r"\{\d?\}", chinese))] == []
    assert len({english for english, _ in rows}) == len(rows)


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("开发区 is filed as 甲开发区 on this page: the zone of the page", "该版面上的“开发区”指甲开发区：版面所属的园区"),
        ("省政府 is filed as 河南省政府: the province of 许昌市 (河南省)", "“省政府”指河南省政府：许昌市所在的省（河南省）"),
        ("区 is the zone of the page (甲区（高新区）)", "“区”指版面所属的园区（甲区（高新区））"),
        ("TCL is TCL集团", "“TCL”即TCL集团"),
        (
            "+0.70 the same name 甲; -0.40 on pages of different cities: 乙市 and unknown = 0.30",
            "+0.70 同名“甲”；-0.40 见于不同城市的版面：乙市与不明 = 0.30",
        ),
        ("both belong to the leadership of 甲区 in 乙市、丙局", "都属于甲区（乙市）领导层、丙局"),
        ("许昌市、长葛市两级人民法院 is filed as 长葛市人民法院", "“许昌市、长葛市两级人民法院”指长葛市人民法院"),
        ("decided by 周密 2024-03-01: it is one; see the page", "由周密 2024-03-01判定：it is one; see the page"),
        ("found by tagger with score 0.40", "由 tagger 得出，得分 0.40"),
        ("this is no reason", "this is no reason"),
    ],
    ids=["note", "aside", "words of the page", "Latin", "sum", "list", "name with a comma", "own words", "rule", "none"],
)
def test_a_reason_is_said_in_chinese(english: str, chinese: str) -> None:
    assert reasons.in_chinese(english) == chinese


def test_a_reason_is_english_unless_chinese_is_chosen() -> None:
    assert reasons.say("named on one page") == "named on one page"
    token = messages.chosen.set("zh")
    assert reasons.say("named on one page") == "同见于一个版面"
    messages.chosen.reset(token)


def test_every_entry_is_written_somewhere() -> None:
    made = {entry for text in all_written() if (part := reasons.read(text)) for entry in entries_of(part)}
    by_words = {english for english, _ in lexicon.rows("reasons") if re.search(" [a-z]|[a-z] ", english)}
    assert by_words - made == set()
