"""The whole way: bad input costs the others nothing, and the same pages give the same bytes."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kg import stages
from kg.cli.main import app
from kg.model import quote_of
from kg.pipeline import Build, build
from kg.text.articles import read_page
from kg.text.input.folders import files

ROOT = Path(__file__).parent.parent
STORY = (
    "望川重工落户云岭高新区\n\n本报讯（记者 方文山）3月5日，云岭市市长柳青川到云岭望川重工有限公司调研。"
    "该公司董事长贺长庚介绍，公司总投资3亿元的齿轮箱项目已经开工。\n"
)


def write(folder: Path, name: str, data: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode("utf-8"))
    return path


def digest_of(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_missing_path_and_empty_folder_are_named(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    found, failures = files([tmp_path / "nowhere.txt", tmp_path / "empty"])
    assert found == []
    assert [("no such file" in str(f), "no page" in str(f)) for f in failures] == [(True, False), (False, True)]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("empty.txt", b""),
        ("blank.txt", b" \n\n  \n"),
        ("binary.txt", bytes(range(256)) * 20),
        ("unknown.txt", b"\xff\xfe\x00\xd8" + b"\xd8\x00\xdc\x80" * 50),
        ("noarticle.txt", "1\n2\n3\n"),
        ("long.txt", "长" * 400_001),
    ],
    ids=["empty", "blank", "binary", "no known encoding", "no article", "absurdly long"],
)
def test_a_bad_page_is_one_line_and_costs_the_others_nothing(name: str, data: str | bytes, tmp_path: Path) -> None:
    good, bad = write(tmp_path, "good.txt", STORY), write(tmp_path, name, data)
    made = build([bad, good], workers=1)
    assert [read.page.name for read in made.corpus.pages] == ["good.txt"]
    assert [(Path(f.path).name, name in f.message, "\n" in f.message) for f in made.failures] == [(name, True, False)]


def test_the_same_text_twice_is_one_page(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", STORY)
    write(tmp_path, "b.txt", STORY)
    made = build([tmp_path], workers=1)
    assert [read.page.name for read in made.corpus.pages] == ["a.txt"]
    assert [(Path(path).name, same) for path, same in made.duplicates] == [("b.txt", "a.txt")]


def test_every_quote_is_what_the_page_holds_at_its_spans(seeds: Build) -> None:
    pages = {read.page.id: read.page for read in seeds.corpus.pages}
    facts = (*seeds.claims, *seeds.events)
    assert len(facts) > 100
    for fact in facts:
        text = pages[fact.evidence.page].text
        assert fact.evidence.quote.replace("…", "") == quote_of(text, fact.evidence.spans).replace("…", "")
        assert fact.evidence.quote


def test_every_mention_is_what_the_page_holds(seeds: Build) -> None:
    for reading in seeds.corpus.readings:
        for mention in reading.mentions:
            assert mention.surface == reading.article.text[mention.start : mention.end]
            spans = reading.article.page_spans(mention.start, mention.end)
            assert quote_of(reading.article.page.text, spans) == re.sub(r"\s", "", mention.surface)


def test_every_fact_links_entities_that_are_there(seeds: Build) -> None:
    there = {entity.id for entity in seeds.entities}
    for claim in seeds.claims:
        ends = {seeds.corpus.entity_of[m] for m in (claim.subject, claim.object) if m}
        assert ends <= there
    for event in seeds.events:
        assert {seeds.corpus.entity_of[role.who] for role in event.roles} <= there


def test_two_builds_are_the_same_bytes_under_any_hash_seed_folder_and_number_of_workers(seeds_export: Path, tmp_path: Path) -> None:
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    workers = "1" if (os.cpu_count() or 1) > 1 else "2"
    words = ["build", "seeds/", "-o", "exports/", "--workers", workers]
    env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "77", "PYTHONWARNINGS": "ignore"}
    command = [sys.executable, "-m", "kg.cli.main", *words]
    subprocess.run(command, cwd=tmp_path, env=env, stdout=subprocess.DEVNULL, timeout=300, check=True)
    made = [digest_of(folder) for folder in (seeds_export, tmp_path / "exports")]
    assert sorted(made[0]) == sorted(made[1])
    assert [name for name in made[0] if made[0][name] != made[1][name]] == []


def test_names_with_markup_reach_every_export_escaped(tmp_path: Path) -> None:
    hostile = STORY.replace("云岭望川重工有限公司", "云岭<script>alert(1)</script>重工有限公司")
    write(tmp_path, "hostile.txt", hostile)
    made = build([tmp_path], workers=1)
    made.save(tmp_path / "out")
    assert "<script>alert(1)" not in (tmp_path / "out" / "graph.html").read_text(encoding="utf-8")


def test_nothing_half_written_is_left_when_writing_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "good.txt", STORY)
    made = build([tmp_path / "good.txt"], workers=1)
    from kg.export import base

    def broken(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(type(base.format_of("html").exporter()), "write", broken)
    with pytest.raises(KeyboardInterrupt):
        made.save(tmp_path / "out")
    left = [path.name for path in (tmp_path / "out").rglob("*")] if (tmp_path / "out").exists() else []
    assert left == []


def stumble(*_: object) -> None:
    raise ZeroDivisionError("two by nothing")


def test_a_page_that_kg_itself_fails_on_is_reported_and_costs_the_others_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stages, "read_page", lambda page: stumble() if "望川" in page.text else read_page(page))
    bad, good = write(tmp_path, "bad.txt", STORY), write(tmp_path, "good.txt", STORY.replace("望川", "远岫"))
    monkeypatch.delenv("KG_DEBUG")
    made = build([bad, good], workers=1)
    assert [read.page.name for read in made.corpus.pages] == ["good.txt"]
    assert [("bad.txt" in f.message, "fault of kg" in f.message) for f in made.failures] == [(True, True)]
    monkeypatch.setenv("KG_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        build([bad], workers=1)


@pytest.mark.parametrize(
    ("finder", "lost"),
    [
        ("kg.extract.anaphora.find.alone", set()),
        ("kg.extract.posts.find.read_sentence", {"holds_post"}),
        ("kg.extract.relations.table.read_pattern", set()),
        ("kg.extract.attributes.find.quantities_of", {"total_investment"}),
        ("kg.extract.events.find.read_sentence", {"inspection"}),
    ],
)
def test_a_finder_that_raises_costs_what_it_would_have_found(
    finder: str, lost: set[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def kinds(made: Build) -> set[str]:
        return {claim.predicate for claim in made.claims} | {event.kind for event in made.events}

    page = write(tmp_path, "page.txt", STORY)
    whole = build([page], workers=1, reader="fast")
    monkeypatch.setattr(finder, stumble)
    monkeypatch.delenv("KG_DEBUG")
    made = build([page], workers=1, reader="fast")
    assert (whole.faults, made.failures, kinds(whole) - kinds(made)) == ((), (), lost)
    assert {(fault.page, fault.number, fault.reason) for fault in made.faults} == {("page.txt", 0, "ZeroDivisionError: two by nothing")}
    wing = "/".join(finder.split(".")[1:3])
    assert all(f"{wing}/" in fault.where for fault in made.faults)


def test_a_finder_that_raises_is_one_line_a_row_of_the_report_and_exit_2(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = write(tmp_path, "page.txt", STORY)
    monkeypatch.setattr("kg.extract.events.find.event_date", stumble)
    monkeypatch.delenv("KG_DEBUG")
    done = CliRunner().invoke(app, ["build", str(page), "-o", str(tmp_path / "out"), "--workers", "1"])
    (fault,) = json.loads((tmp_path / "out" / "report.json").read_text(encoding="utf-8"))["faults"]
    assert (done.exit_code, done.stderr.count("\n"), done.stderr.startswith("kg: page.txt: article 1: kg stumbled in ")) == (2, 1, True)
    assert fault["where"] in done.stderr
    assert (fault["document"], fault["reason"]) == ("page.txt", "ZeroDivisionError: two by nothing")
    monkeypatch.setenv("KG_DEBUG", "1")
    assert isinstance(CliRunner().invoke(app, ["build", str(page), "-o", str(tmp_path / "out")]).exception, ZeroDivisionError)


def test_extracting_into_a_folder_tells_only_what_it_wrote_and_spares_the_rest(tmp_path: Path) -> None:
    write(tmp_path, "good.txt", STORY)
    (tmp_path / "mine").mkdir()
    kept = write(tmp_path / "mine", "notes.json", "{}")
    written = build([tmp_path / "good.txt"], workers=1).save_pages(tmp_path / "mine")
    assert [path.name for path in written] == ["good.json"]
    assert kept.read_text(encoding="utf-8") == "{}"
