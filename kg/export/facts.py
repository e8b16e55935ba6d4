"""All records as one JSON file, and back; what the store (kg.archive) holds, for programs that read no SQLite."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields
from itertools import chain
from pathlib import Path
from typing import Any

from kg.archive.rows import runs, spread
from kg.errors import ExportError
from kg.model import Article, Corpus, Page, Reading, ReadPage, record, to_dict

VERSION = 1


class Facts:
    """facts.json: pages, readings, entities and joins."""

    name = "facts"
    suffix = ".json"

    def write(self, corpus: Corpus, path: Path) -> None:
        """Write the whole corpus, a record at a time; ``read`` gives an equal one back."""
        with path.open("w", encoding="utf-8") as file:
            file.writelines(chain([f'{{"version":{VERSION}'], *(key_and_value(corpus, one.name) for one in fields(corpus)), ["}\n"]))


def key_and_value(corpus: Corpus, name: str) -> Iterator[str]:
    """Yield the text of one field of a corpus; an article stands once, in its page, and readings point to it by id."""
    yield f",{dumped(name)}:"
    value = getattr(corpus, name)
    if isinstance(value, Mapping):
        yield from listed("{}", (f"{dumped(key)}:{dumped(to_dict(one))}" for key, one in value.items()))
    else:
        makers: dict[str, Callable[[Any], Any]] = {"pages": page_json, "readings": reading_json}
        plain = makers.get(name, to_dict)
        yield from listed("[]", (dumped(plain(one)) for one in value))


def listed(brackets: str, items: Iterable[str]) -> Iterator[str]:
    """Yield items between brackets, with commas."""
    yield brackets[0]
    for number, item in enumerate(items):
        yield f",{item}" if number else item
    yield brackets[1]


def dumped(value: Any) -> str:
    """Return plain values as JSON without blanks."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def page_json(page: ReadPage) -> dict[str, Any]:
    """Return a page as plain values, the offsets of its articles as runs."""
    data: dict[str, Any] = to_dict(page)
    for article in data["articles"]:
        article["offsets"] = runs(article["offsets"])
    return data


def reading_json(reading: Reading) -> dict[str, Any]:
    """Return what an article says as plain values."""
    return {**to_dict(reading), "article": reading.article.id}


def read(path: Path) -> Corpus:
    """Read a corpus back. Raises ExportError if the file is missing or is not one of ours."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        if not isinstance(data, dict) or data.pop("version") != VERSION:
            raise ExportError(f"{path}: written by another version of kg; run kg build again")
        return corpus_of(data)
    except FileNotFoundError as error:
        raise ExportError(f"{path}: no such file; run kg build first, or name its folder with --from") from error
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ExportError(f"{path}: not a facts file written by kg ({error}); run kg build again") from error


def corpus_of(data: dict[str, Any]) -> Corpus:
    """Return the corpus described by the values of a file."""
    articles: dict[str, Article] = {}
    reads = []
    for row in data["pages"]:
        page = record(Page, row["page"])
        made = []
        for item in row["articles"]:
            item = {**item, "offsets": [offset for start, n in item["offsets"] for offset in spread(start, n)], "page": page}
            made.append(record(Article, item))
        articles.update((article.id, article) for article in made)
        reads.append(record(ReadPage, {**row, "page": page, "articles": made}))
    readings = [{**row, "article": articles[row["article"]]} for row in data["readings"]]
    return record(Corpus, {**data, "pages": reads, "readings": readings})
