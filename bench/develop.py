#!/usr/bin/env python3
"""Score any stage on the gold with perfect input from the stages before it.

usage: develop.py --set seeds|invented|all|p01,p02,…|FOLDER (with gold/ and pages/) [--seed N] [--json DIR]
                  --articles gold|own --names gold|own --facts own|none --link own|gold [--detail KIND …]

`gold` takes the annotated pages as the output of that stage, so that what is left is the error of the others; `own` runs
ours. --seed N lays the invented pages out anew (tests/gold/invented/layout.py). --json keeps the page JSON.
"""

from __future__ import annotations

import argparse
import importlib
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
sys.path.insert(0, str(ROOT / "tests" / "gold"))

import score as reference  # noqa: E402

from kg.export.pages import page_json  # noqa: E402
from kg.extract.draft import Draft  # noqa: E402
from kg.model import Corpus, Reading, ReadPage  # noqa: E402
from kg.proposals import read_drafts  # noqa: E402
from tests import oracle  # noqa: E402

FACTS = (("posts", "find_posts"), ("relations", "find_relations"), ("attributes", "find_attributes"), ("events", "find_events"))


def stage(module: str, function: str) -> Callable[..., Any] | None:
    """Return a stage's function, None (with a word on stderr) if its module is not there yet."""
    try:
        return getattr(importlib.import_module(module), function)  # type: ignore[no-any-return]
    except (ModuleNotFoundError, AttributeError) as error:
        print(f"not there yet: {module}.{function} ({error})", file=sys.stderr)
        return None


def sources(which: str, seed: int, folder: Path) -> list[tuple[Path, Path]]:
    """Return (gold file, folder of its page) pairs."""
    gold, pages = oracle.INVENTED
    if seed != 1:
        subprocess.run(
            [sys.executable, str(gold.parent / "layout.py"), str(gold.parent / "plain"), str(folder), "--seed", str(seed)], check=True
        )
        pages = folder
    invented = [(path, pages) for path in sorted(gold.glob("*.json"))]
    seeds = [(path, oracle.SEEDS[1]) for path in sorted(oracle.SEEDS[0].glob("*.json"))]
    if which in ("seeds", "invented", "all"):
        return {"seeds": seeds, "invented": invented, "all": seeds + invented}[which]
    if (Path(which) / "gold").is_dir():
        return [(path, Path(which) / "pages") for path in sorted((Path(which) / "gold").glob("*.json"))]
    return [item for item in seeds + invented if any(item[0].stem.startswith(name) for name in which.split(","))]


def blank(reading: Reading) -> Draft:
    """Return a Draft with the gold mentions but not their canonical names."""
    return Draft(reading.article, [replace(m, name=m.name if m.kind in ("implied", "shared") else None) for m in reading.mentions])


def run(items: Sequence[tuple[Path, Path]], articles: str, names: str, facts: str) -> Corpus:
    """Return the corpus that our own stages make after the gold ones."""
    reads: list[ReadPage] = []
    readings: list[Reading] = []
    find_names, find_anaphors = stage("kg.extract.mentions.find", "find_names"), stage("kg.extract.anaphora.find", "find_anaphors")
    finders = [f for module, name in FACTS if (f := stage(f"kg.extract.{module}.find", name))] if facts == "own" else []
    gold_corpora = []
    for path, pages in items:
        if articles == "own":
            load, read_page = stage("kg.text.input.pages", "load"), stage("kg.text.articles", "read_page")
            if not load or not read_page:
                sys.exit("--articles own needs kg.text")
            read = read_page(load(pages / json.loads(path.read_text(encoding="utf-8"))["document"])[0])
        else:
            read = oracle.read_page(path, pages)
        reads.append(read)
        if names == "gold":
            gold_drafts = [
                oracle.draft(item, article)[0]
                for item, article in zip(json.loads(path.read_text(encoding="utf-8"))["articles"], read.articles, strict=True)
            ]
            drafts = [Draft(d.article, d.mentions) if facts == "gold-names" else blank(d.freeze()) for d in gold_drafts]
        else:
            drafts = [Draft(article) for article in read.articles]
            if find_names:
                find_names(drafts, read_drafts(drafts))
            if find_anaphors:
                for draft in drafts:
                    find_anaphors(draft)
        for draft in drafts:
            for finder in finders:
                finder(draft)
        readings += [draft.freeze() for draft in drafts]
    resolve = stage("kg.resolve.cluster", "resolve")
    if names == "gold" and gold_linking:
        return oracle_linked(items, reads, readings, gold_corpora)
    if not resolve:
        sys.exit("no resolve: use --link gold with --names gold")
    return resolve(reads, readings, None)  # type: ignore[no-any-return]


gold_linking = False


def oracle_linked(items: Sequence[tuple[Path, Path]], reads: list[ReadPage], readings: list[Reading], _: list[Any]) -> Corpus:
    """Link by the gold: mentions keep the entity that the gold gives them; implied ones go by name."""
    from kg import ids
    from kg.model import Entity

    groups: dict[tuple[str, str], list[str]] = {}
    made = iter(readings)
    for path, pages in items:
        read = oracle.read_page(path, pages)
        for item, article in zip(json.loads(path.read_text(encoding="utf-8"))["articles"], read.articles, strict=True):
            _, of = oracle.draft(item, article)
            byid = {e["id"]: (e["type"], e["name"]) for e in item["entities"]}
            seen = set()
            for id_, mentions in of.items():
                groups.setdefault(byid[id_], []).extend(m.id for m in mentions)
                seen |= {m.id for m in mentions}
            for m in next(made).mentions:
                if m.id not in seen:
                    groups.setdefault((m.type, m.name or m.surface), []).append(m.id)
    entities, entity_of = [], {}
    for (type_, name), mentions in sorted(groups.items()):
        id_ = ids.entity_id(type_, None, name)
        entities.append(Entity(id_, type_, name, (), tuple(dict.fromkeys(mentions))))
        entity_of.update(dict.fromkeys(mentions, id_))
    return Corpus(tuple(reads), tuple(readings), tuple(entities), entity_of)


def main() -> int:
    global gold_linking
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--set", default="seeds")
    parser.add_argument("--articles", default="gold", choices=("gold", "own"))
    parser.add_argument("--names", default="gold", choices=("gold", "own"))
    parser.add_argument("--facts", default="own", choices=("own", "none"))
    parser.add_argument("--link", default="own", choices=("gold", "own"), help="gold: entities as annotated (needs --names gold)")
    parser.add_argument("--detail", action="append", default=[])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", type=Path)
    args = parser.parse_args()
    gold_linking = args.link == "gold"
    with tempfile.TemporaryDirectory() as folder:
        items = sources(args.set, args.seed, Path(folder))
        corpus = run(items, args.articles, args.names, args.facts)
        gold = {path.name: json.loads(path.read_text(encoding="utf-8")) for path, _ in items}
        texts = {path.name: reference.narrow((pages / gold[path.name]["document"]).read_text(encoding="utf-8")) for path, pages in items}
    system = {path.name: page_json(corpus, read) for (path, _), read in zip(items, corpus.pages, strict=True)}
    if args.json:
        args.json.mkdir(parents=True, exist_ok=True)
        for name, data in system.items():
            (args.json / name).write_text(json.dumps(data, ensure_ascii=False, indent=1), encoding="utf-8")
    result, missed = reference.score(gold, system, texts)
    for name, figures in result.items():
        extra = f"  P {figures['p']:.3f}  R {figures['r']:.3f}" if "p" in figures else ""
        print(f"{name:28s} {figures['f1']:.3f}{extra}" + (f"  n={figures['n']}" if "n" in figures else ""))
    for kind in args.detail:
        print(f"\n{kind}:")
        for row in missed.get(kind, []):
            print("  ", *row, sep="  ")
    return 0


if __name__ == "__main__":
    sys.exit(main())
