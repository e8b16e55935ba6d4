"""--lang zh says everything in Chinese, --lang en everything in English; names and quotes stay as printed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from kg.archive.write import Sqlite
from kg.cli.main import app
from tests.graph.small import Says, told


@pytest.fixture
def store(tmp_path: Path) -> Path:
    says = (
        Says("贺长庚任职水务局。", (("贺长庚", "holds_post", "水务局"),), status="former"),
        Says("望川厂建设望川桥，总投资3亿元。", (("望川厂", "undertakes", "望川桥"),), value=("望川桥", "total_investment", "3亿元")),
    )
    types = {"贺长庚": "person", "水务局": "agency", "望川厂": "company", "望川桥": "project"}
    Sqlite().write(told(types, says), tmp_path / "kg.sqlite")
    return tmp_path


def run(*words: str, env: dict[str, str] | None = None) -> Result:
    return CliRunner().invoke(app, words, env=env or {})


def test_facts_are_told_in_english(store: Path) -> None:
    shown = run("--lang", "en", "show", "贺长庚", "--from", str(store)).stdout
    assert shown.startswith("贺长庚  〔person〕")
    assert "贺长庚 holds post at 水务局 [former]" in shown
    assert "“贺长庚任职水务局。”\n    —— 《报道0》 · 2021-03-04 · 0.txt · article 1 · confidence 80%" in shown
    assert "望川桥, total investment: 3亿元" in run("--lang", "en", "show", "望川桥", "--from", str(store)).stdout
    assert (
        run("--lang", "en", "trace", "贺长庚", "望川厂", "--from", str(store)).stdout
        == "贺长庚 and 望川厂: no path that a page bears out\n"
    )


def test_messages_are_told_in_chinese(store: Path) -> None:
    missing = run("--lang", "zh", "show", "辛酉", "--from", str(store))
    assert (missing.exit_code, missing.stderr) == (2, "kg: 辛酉：这些版面上没有这个名称\n")
    alike = run("--lang", "zh", "show", "望川", "--from", str(store))
    assert alike.stderr == "kg: 望川：有 2 个事物叫这个名称；请写其中之一：望川厂 (企业), 望川桥 (项目)\n"
    lost = run("--lang", "zh", "show", "贺长庚", "--from", str(store / "nowhere"))
    assert "没有这个文件；请先运行 kg build，或用 --from 指明文件夹" in lost.stderr


def test_a_run_does_not_keep_the_language_of_the_one_before(store: Path) -> None:
    run("--lang", "zh", "show", "辛酉", "--from", str(store))
    assert "not a name on these pages" in run("show", "辛酉", "--from", str(store)).stderr
    assert "〔人物〕" in run("show", "贺长庚", "--from", str(store)).stdout


def test_the_environment_may_choose(store: Path) -> None:
    assert "〔person〕" in run("show", "贺长庚", "--from", str(store), env={"KG_LANG": "en"}).stdout
    assert "〔人物〕" in run("--lang", "zh", "show", "贺长庚", "--from", str(store), env={"KG_LANG": "en"}).stdout


def test_there_is_no_third_language() -> None:
    done = run("--lang", "fr", "formats")
    assert done.exit_code == 2
    assert "zh, en" in done.stderr


@pytest.mark.parametrize(
    "command",
    ["build", "watch", "extract", "pages", "show", "trace", "why", "query", "diff", "check", "export", "review", "rules", "evaluate"],
)
def test_help_is_chinese_and_keeps_its_example(command: str) -> None:
    chinese, english = run("--lang", "zh", command, "--help").stdout, run(command, "--help").stdout
    example = english[english.index("Example:") : english.index("Options:")].split("Arguments:")[0]
    assert example.partition("\n")[2].strip() in chinese
    assert "例：" in chinese
    prose = chinese[: chinese.index("选项：")].split("参数：")[0].replace(example.partition("\n")[2].strip(), "")
    assert re.search(r"[\u4e00-\u9fff]{6,}", prose)
    told_in_english = re.findall(r"\b(?:the|with|of|are|by|from|that)\b", re.sub(r"--\w+|\w+\.\w+", "", prose))
    assert told_in_english == []


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("show",), "缺少参数 'name'"),
        (("shwo",), "没有命令 'shwo'"),
        (("build", "--redaer", "fast"), "没有选项 --redaer（可能是：--date, --reader, --year）"),
        (("build", "--workers", "0", "x"), "'--workers' 的值不对：至少是 1"),
        (("build", "--year", "x", "y"), "'--year' 的值不对：应是整数"),
        (("show", "甲", "乙"), "多余的参数：乙"),
        (("build", "--reader"), "选项 '--reader' 后面要有值"),
        (("build", "--fresh=3", "x"), "选项 '--fresh' 后面不能有值"),
    ],
)
def test_a_wrong_command_line_is_told_in_chinese(words: tuple[str, ...], told: str) -> None:
    wrong = run("--lang", "zh", *words)
    assert wrong.exit_code == 2
    assert f"错误：{told}" in wrong.stderr
    assert not re.search("Usage|Error|Try|Missing|Invalid|Input", wrong.stderr)
    assert "Error: " in run(*words).stderr


def test_help_says_nothing_in_english_of_its_own() -> None:
    for words in (("-h",), ("build", "-h"), ("clip", "-h")):
        told = run(*words, env={"KG_LANG": "zh"}).stdout
        assert told.startswith("用法： ")
        assert not re.search(r"Usage|Options:|Arguments:|Commands:|Example|\[default|\[required|Show this", told)
    assert run("-h").stdout.startswith("Usage: ")
