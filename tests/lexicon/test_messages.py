"""Every message of the command line is in the catalogue, and comes out in Chinese with what it is about as it was."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import kg
from kg import lexicon
from kg.lexicon import messages

ROOT = Path(kg.__file__).parent
SPOKEN = {"fail", "report", "told", "say", "PageError", "KgError", "ExportError", "QueryError", "DecisionError", "NameLookupError", "Fault"}
"""Calls whose texts are for the user; errors of an installation or of kg itself (OntologyError, ClaimError) stay in English."""
ELSEWHERE = ("graph/check.py", "extract/faults.py")
"""Where ``Fault`` is another record."""


@pytest.fixture(autouse=True)
def speaking_chinese() -> Iterator[None]:
    token = messages.chosen.set("zh")
    yield
    messages.chosen.reset(token)


def text_of(node: ast.expr) -> str | None:
    """Return a literal or f-string with 7 for what is filled in, None for anything else."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "7" for part in node.values)
    return None


def spoken() -> Iterator[tuple[str, str]]:
    """Yield (module, text) of all texts that are said."""
    for path in sorted(ROOT.rglob("*.py")):
        module = path.relative_to(ROOT).as_posix()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            name = getattr(node.func, "id", "") if isinstance(node, ast.Call) else ""
            if name in SPOKEN and not (name == "Fault" and module.endswith(ELSEWHERE)):
                assert isinstance(node, ast.Call)
                yield from ((module, text) for arg in node.args if (text := text_of(arg)))


def words(text: str) -> list[str]:
    """Return the English words of a message: no options, file names or numbers."""
    bare = re.sub(r"'[^']*'|--\w+|\b[\w/]+\.[\w*]+|\bkg [a-z]+|[A-Z]{2,}\w*", " ", text)
    return re.findall(r"\b[a-z]{3,}\b", bare)


def test_messages_are_in_the_catalogue() -> None:
    """A few may be new; those are said in English until they are translated."""
    every = [row for row in dict.fromkeys(spoken()) if len(words(row[1])) > 1]
    missing = [row for row in every if messages.say(row[1]) == row[1]]
    assert len(every) > 100
    assert len(missing) <= len(every) / 10, missing


def test_what_a_message_is_about_is_not_lost() -> None:
    said = {text: messages.say(text) for _, text in spoken()}
    assert [text for text, chinese in said.items() if text.count("7") != chinese.count("7")] == []


def test_the_catalogue_fills_in_what_it_takes_out() -> None:
    for english, chinese in lexicon.rows("messages"):
        slots = chinese.count("{}") + len(set(re.findall(r"\{\d\}", chinese)))
        if not messages.COMMAND.fullmatch(english):
            assert english.count("{}") == slots, english


def test_no_entry_stands_twice() -> None:
    rows = [english for english, _ in lexicon.rows("messages")]
    assert sorted(rows) == sorted(set(rows))


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("a/甲.txt: is empty; give a file that holds a page's text", "a/甲.txt：是空的；请给出含有版面文字的文件"),
        ("17 pages, 60 articles, 700 entities, 900 claims, 80 events", "17 个版面，60 篇文章，700 个实体，900 条关系与属性，80 个事件"),
        ("甲: 2 things have this name; write one of: 甲局, 甲厂", "甲：有 2 个事物叫这个名称；请写其中之一：甲局, 甲厂"),
        ("no page names it is empty", "没有版面提到 it is empty"),
        ("望川重工 is big", "望川重工 is big"),
    ],
    ids=["in parts", "whole", "two slots", "a slot is no message unless it is whole", "not in the catalogue"],
)
def test_a_message_is_said_in_chinese(english: str, chinese: str) -> None:
    assert messages.say(english) == chinese


def test_without_a_choice_messages_are_english_and_facts_chinese() -> None:
    messages.chosen.set("")
    assert (messages.say("is empty"), messages.tell("also called")) == ("is empty", "又称")
    messages.chosen.set("en")
    assert (messages.say("is empty"), messages.tell("also called")) == ("is empty", "also called")
