"""Archives of invented newspapers: the marked passages of corpus/ and the invented pages, over and over, with fresh names and layout noise.

    桐浦市召开会议，郑嘉树任桐浦市委书记      a passage
    许昌市召开会议，郑启岚任许昌市委书记      as page 4,711 prints it

A name's own part (city, county, town, brand, given name) becomes another of the same length, the same all over the story, so that the
marks of a passage stay where they are. A newspaper has a city; a part comes back on later pages as often as in a newspaper (``AGAIN``),
those that were printed often more often, so that the number of names grows with the archive. The same seed gives the same pages.
"""

from __future__ import annotations

import json
import random
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from corpus import marked  # noqa: E402
from kg.names import places  # noqa: E402
from kg.names.anatomy import dissect, plain, without_place  # noqa: E402
from kg.names.divisions import counties  # noqa: E402
from kg.names.surnames import has_surname, surnames  # noqa: E402
from kg.names.works import PROJECT_SUFFIXES  # noqa: E402
from kg.resolve.complete.page_names import is_common, is_ordinary  # noqa: E402
from tests.gold.invented import layout  # noqa: E402

DIVISION = re.compile(r"([一-龥]{2,4}?)(自治州|市|县|区|旗|镇|乡|街道|村)")
LEVELS = {"市": "city", "自治州": "city", "县": "county", "区": "county", "旗": "county"}
AGAIN = {"person": 0.5, "brand": 0.6, "site": 0.5, "town": 0.8, "city": 0.0, "county": 0.0}
"""How likely a part is one that the archive has printed before."""
AT_HOME = 0.85
"""How likely the first city of a story is the newspaper's own."""
ARTICLE = (1, 4)
"""Passages of one article."""
PER_PAPER = 3000
"""Pages that a newspaper prints in a year; then the next begins."""


@dataclass(frozen=True, slots=True)
class Story:
    """A text with what it names: ``parts`` are what is made afresh, with their kind; ``passage`` is None for an invented page's article."""

    paragraphs: tuple[str, ...]
    parts: Mapping[str, str]
    headline: str | None = None
    passage: Any = None


@dataclass(slots=True)
class Cast:
    """The names of the archive so far."""

    draw: random.Random
    given: Sequence[str]
    brands: Sequence[str]
    printed: dict[tuple[str, str, int], list[str]] = field(default_factory=dict)

    def part(self, kind: str, old: str, city: str) -> str:
        """Return a part of the same kind and length as ``old``."""
        if kind == "city":
            return self.draw.choice(cities(len(old)) or [old])
        if kind == "county":
            here = [bare for county in counties().get(city, ()) if len(bare := places.bare(county)) == len(old) and bare != county]
            return self.draw.choice(here) if here else old
        head = surname(old) if kind == "person" else ""
        known = self.printed.setdefault((kind, head, len(old)), [])
        signs = self.given if kind == "person" else self.brands
        made = (
            self.draw.choice(known)
            if known and self.draw.random() < AGAIN[kind]
            else head + "".join(self.draw.choice(signs) for _ in range(len(old) - len(head)))
        )
        known.append(made)
        return made

    def renamed(self, story: Story, city: str) -> Callable[[str], str]:
        """Return what makes the names of a story afresh in any text of it, lengths as they are."""
        new: dict[str, str] = {}
        for old, kind in story.parts.items():
            is_home = kind == "city" and "city" not in {story.parts[done] for done in new} and len(places.bare(city)) == len(old)
            new[old] = places.bare(city) if is_home and self.draw.random() < AT_HOME else self.part(kind, old, city)
        if not new:
            return str
        pattern = re.compile("|".join(sorted(map(re.escape, new), key=lambda old: (-len(old), old))))
        return lambda text: pattern.sub(lambda match: new[match[0]], text)


@cache
def cities(length: int) -> list[str]:
    """Return the bare names of so many characters of the cities of the country."""
    return sorted({bare for city in counties() if len(bare := places.bare(city)) == length and bare != city})


def surname(name: str) -> str:
    """Return the surname that a name opens with."""
    return name[:2] if name[:2] in surnames() and len(name) > 2 else name[:1]


def parts_of(names: Sequence[tuple[str, str]]) -> dict[str, str]:
    """Return what is to be made afresh in (type, name) pairs -> its kind; divisions before brands."""
    found: dict[str, str] = {}
    for type_, name in names:
        for match in DIVISION.finditer(name) if type_ == "place" else filter(None, [DIVISION.match(name)]):
            if type_ != "person" and not is_ordinary(match[1]):
                found.setdefault(match[1], LEVELS.get(match[2], "town"))
    for type_, name in names:
        if type_ == "person" and name.isalpha() and len(name) in (2, 3) and has_surname(name):
            found.setdefault(name, "person")
        core = dissect(name).core if type_ == "company" else PROJECT_SUFFIXES.sub("", without_place(plain(name)))
        if type_ in ("company", "project", "facility", "zone") and len(core) > 2:
            own = core[:2]
            is_own = re.fullmatch("[一-龥]{2}", own) and not is_common(own) and not is_ordinary(own) and not places.fulls(own)
            if is_own and not any(own in part or part in name[:4] for part in found):
                found.setdefault(own, "brand" if type_ == "company" else "site")
    return found


def passages() -> list[Story]:
    """Return the passages of corpus/p*.txt in order, but those with white space, which no article's text has."""
    found = []
    for path in sorted((ROOT / "corpus").glob("p*.txt")):
        for passage in marked.read(path):
            if not re.search(r"[^\S\n]", passage.text) and not passage.faults:
                names = [
                    (marked.TYPES[ids[0][0]], passage.text[start:end])
                    for start, end, ids, kind in passage.mentions
                    if kind == "name" and len(ids) == 1
                ]
                names += [(marked.TYPES[ident[0]], name) for ident, name in passage.canonical.items()]
                found.append(Story(tuple(passage.text.strip().split("\n")), parts_of(names), None, passage))
    return found


def invented() -> list[Story]:
    """Return the articles of the invented pages."""
    found = []
    for path in sorted((ROOT / "tests/gold/invented/plain").glob("*.json")):
        gold = json.loads((ROOT / "tests/gold/invented/gold" / path.name).read_text(encoding="utf-8"))
        names = {a["headline"]: [(e["type"], n) for e in a["entities"] for n in (e["name"], *e["surfaces"])] for a in gold["articles"]}
        for article in json.loads(path.read_text(encoding="utf-8"))["articles"]:
            parts = parts_of(names.get(article["headline"], []))
            found.append(Story(tuple(article["body"]), parts, article["headline"]))
    return found


@dataclass(frozen=True, slots=True)
class Composed:
    """One page: its newspaper's city, its number, and its articles, each some stories with what makes their names afresh."""

    number: int
    city: str
    articles: tuple[tuple[tuple[Story, Callable[[str], str]], ...], ...]

    @property
    def length(self) -> int:
        """The characters of its paragraphs."""
        return sum(len(paragraph) for stories in self.articles for story, _ in stories for paragraph in story.paragraphs)

    def text(self, draw: random.Random) -> str:
        """Return the page as a PDF would give it, with layout noise."""
        rows = []
        for stories in self.articles:
            body = [rename(paragraph) for story, rename in stories for paragraph in story.paragraphs]
            first, rename = stories[0]
            head = rename(first.headline) if first.headline else re.split("[，。：；]", body[0])[0][:20]
            rows.append({"headline": head, "body": body})
        return layout.page({"articles": rows}, draw)


def compose(n_pages: int, characters: int, seed: int = 15, per_paper: int = PER_PAPER) -> Iterator[Composed]:
    """Yield so many pages of about so many characters each."""
    draw = random.Random(seed)
    stories = passages() + invented()
    signs: dict[str, dict[str, None]] = {"person": {}, "brand": {}}
    for story in stories:
        for part, kind in story.parts.items():
            if kind in signs:
                signs[kind].update(dict.fromkeys(part[len(surname(part)) if kind == "person" else 0 :]))
    cast = Cast(draw, sorted(signs["person"]), sorted(signs["brand"]))
    homes = [city for city in counties() if len(places.bare(city)) == 2 and places.bare(city) != city]
    draw.shuffle(homes)
    queue: list[Story] = []
    for number in range(n_pages):
        city = homes[number // per_paper % len(homes)]
        articles, length = [], 0
        while length < characters:
            taken = []
            for _ in range(draw.randint(*ARTICLE)):
                if not queue:
                    queue = draw.sample(stories, len(stories))
                story = queue.pop()
                taken.append((story, cast.renamed(story, city)))
                length += sum(map(len, story.paragraphs))
            articles.append(tuple(taken))
        yield Composed(number, city, tuple(articles))
