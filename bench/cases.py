#!/usr/bin/env python3
"""Score identity on bench/cases.csv, a table of name pairs edited by hand with invented names, kind by kind.

usage: cases.py [--misses]

A row is two names of a type, printed near each other (in one ``article``, on one ``page``, on two pages of one ``city``, or of two
``cities``), expected to be ``same`` or ``different``, with the strength of that judgement. ``left_body`` and ``right_body`` are
what a person holds a post at; ``says`` is a sentence that the article prints of both. Each row is made into pages, read by
nobody (the mentions are given) and linked by ``kg.resolve``. Exit code 1 if a STRONG "different" was joined or fewer
than 95 % of the STRONG "same" were.
"""

from __future__ import annotations

import csv
import sys
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from kg import ids  # noqa: E402
from kg.extract.draft import Draft  # noqa: E402
from kg.model import BREAK, Article, Corpus, Locality, Mention, Page, Reading, ReadPage, Section  # noqa: E402
from kg.names.places import level  # noqa: E402
from kg.resolve.cluster import resolve  # noqa: E402

TABLE = Path(__file__).with_name("cases.csv")


@dataclass(frozen=True, slots=True)
class Case:
    """One row of the table."""

    kind: str
    strength: str
    expected: str
    type: str
    left: str
    right: str
    near: str
    left_city: str
    right_city: str
    left_body: str = ""
    right_body: str = ""
    says: str = ""


def cases(path: Path = TABLE) -> list[Case]:
    """Return the rows of the table."""
    with path.open(encoding="utf-8", newline="") as file:
        return [Case(**row) for row in csv.DictReader(file)]


def draft(text: str, city: str, number: int, page: Page | None = None) -> Draft:
    """Return an empty Draft of a one-paragraph article, on a page of its own unless one is given."""
    page = page or Page(ids.page_id(f"{city}{number}{text}"), f"{number}.txt", text)
    at = page.text.index(text)
    offsets = (*range(at, at + len(text)), -1)
    return Draft(
        Article(
            f"{page.id}-a{number}", page, number, text + BREAK, offsets, (Section("body", 0, len(text) + 1),), locality=Locality(city=city)
        )
    )


def add(made: Draft, name: str, type_: str, body: str) -> Mention:
    """Put a name into a draft, and with a body the post that a person holds there."""
    start = made.text.rindex(name)
    mention = made.name(start, start + len(name), type_, "case")
    if body:
        at = made.text.index(body)
        other = made.name(at, at + len(body), body_type(body), "case")
        made.claim(mention, "holds_post", other, [(at, at + len(body))], "case")
    return mention


def body_type(body: str) -> str:
    """Return what kind of body a name is."""
    if body.endswith(("公司", "厂")):
        return "company"
    if body.endswith(("大学", "医院", "中学")):
        return "institution"
    return "place" if level(body) else "agency"


def build(case: Case) -> tuple[Corpus, Mention, Mention]:
    """Make the pages of a case, link them, and return the two mentions."""
    sides = ((case.left, case.left_city, case.left_body), (case.right, case.right_city, case.right_body))
    texts = [f"{body}消息，{name}。" if body else f"消息，{name}。" for name, _, body in sides]
    if case.near == "article":
        one = draft(case.says + "。" if case.says else "".join(texts), case.left_city, 0)
        drafts, owners = [one], [one, one]
    elif case.near == "page":
        page = Page(ids.page_id("".join(texts)), "0.txt", "".join(texts) if texts[0] not in texts[1] else texts[0] + "又讯，" + texts[1])
        owners = drafts = [draft(text, case.left_city, number, page) for number, text in enumerate(texts)]
    else:
        owners = drafts = [draft(text, city, number) for number, (text, (_, city, _)) in enumerate(zip(texts, sides, strict=True))]
    left, right = (add(owner, name, case.type, body) for owner, (name, _, body) in zip(owners, sides, strict=True))
    readings: list[Reading] = [made.freeze() for made in drafts]
    pages = {r.article.page.id: ReadPage(r.article.page, (), (), r.article.locality) for r in readings}
    return resolve(list(pages.values()), readings), left, right


def joined(case: Case) -> bool:
    """Whether our linking makes one entity of the two names."""
    corpus, left, right = build(case)
    return corpus.entity_of[left.id] == corpus.entity_of[right.id]


@dataclass(slots=True)
class Count:
    """How a kind of cases fared: same and joined of same, different and fused of different."""

    same: int = 0
    joined: int = 0
    different: int = 0
    fused: int = 0

    def add(self, expected: str, made_one: bool) -> None:
        if expected == "same":
            self.same += 1
            self.joined += made_one
        else:
            self.different += 1
            self.fused += made_one

    def line(self, name: str) -> str:
        """Return the counts, missed variants and fused namesakes side by side."""
        missed = f"{self.same - self.joined:3d} of {self.same:3d} variants missed" if self.same else " " * 26
        fused = f"{self.fused:3d} of {self.different:3d} namesakes fused" if self.different else ""
        return f"{name:42s} {missed}   {fused}".rstrip()


def run(table: Iterable[Case]) -> tuple[dict[str, Count], dict[str, Count], list[str]]:
    """Return the counts by kind and by strength, and a line for each miss."""
    kinds: dict[str, Count] = defaultdict(Count)
    strengths: dict[str, Count] = defaultdict(Count)
    misses = []
    for case in table:
        made_one = joined(case)
        kinds[case.kind].add(case.expected, made_one)
        strengths[case.strength].add(case.expected, made_one)
        if made_one != (case.expected == "same"):
            misses.append(f"{case.strength} {case.expected}: {case.left} | {case.right} ({case.type}, {case.near}, {case.kind})")
    return kinds, strengths, misses


def main() -> int:
    table = cases()
    kinds, strengths, misses = run(table)
    for name in sorted(kinds):
        print(kinds[name].line(name))
    print()
    for name in ("STRONG", "MEDIUM", "WEAK"):
        if name in strengths:
            print(strengths[name].line(f"{name}, all kinds"))
    if "--misses" in sys.argv:
        print("", *misses, sep="\n")
    strong = strengths["STRONG"]
    return int(strong.fused > 0 or strong.joined < 0.95 * strong.same)


if __name__ == "__main__":
    sys.exit(main())
