"""All records as one JSON file, and back; what the store (kg.archive) holds, for programs that read no SQLite."""

from __future__ import annotations

import dataclasses
import json
import types
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from kg.archive.rows import runs, spread
from kg.errors import ExportError
from kg.model import Article, Corpus, Page, ReadPage, to_dict

VERSION = 1
Record = TypeVar("Record")


class Facts:
    """facts.json: pages, readings, entities and joins."""

    name = "facts"
    suffix = ".json"

    def write(self, corpus: Corpus, path: Path) -> None:
        """Write the whole corpus; ``read`` gives an equal one back."""
        path.write_text(json.dumps(facts_json(corpus), ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")


def facts_json(corpus: Corpus) -> dict[str, Any]:
    """Return the corpus as plain values; an article stands once, in its page, and readings point to it by id."""
    data: dict[str, Any] = to_dict(corpus)
    for page in data["pages"]:
        for article in page["articles"]:
            article["offsets"] = runs(article["offsets"])
    for reading in data["readings"]:
        reading["article"] = reading["article"]["id"]
    return {"version": VERSION} | data


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
    """Return the corpus described by the values of ``facts_json``."""
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


def record(kind: type[Record], data: Mapping[str, Any]) -> Record:
    """Make a frozen record from plain values, by the types of its fields; values that are records already stay."""
    return kind(**{name: value_of(hint, data[name]) for name, hint in hints_of(cast(Any, kind)).items() if name in data})


@cache
def hints_of(kind: Any) -> dict[str, Any]:
    """Return the type of each field of a record."""
    return get_type_hints(kind)


def value_of(hint: Any, value: Any) -> Any:
    """Return a plain value as what its type hint says: a record, a tuple of them, or itself."""
    if get_origin(hint) in (Union, types.UnionType):
        inner = [arg for arg in get_args(hint) if arg is not type(None)]
        return None if value is None else value_of(inner[0], value)
    if get_origin(hint) is tuple:
        args = get_args(hint)
        if len(args) == 2 and args[1] is Ellipsis:
            return tuple(value_of(args[0], item) for item in value)
        return tuple(value_of(arg, item) for arg, item in zip(args, value, strict=True))
    if dataclasses.is_dataclass(hint) and isinstance(value, Mapping):
        return record(hint, value)  # type: ignore[arg-type]
    return value
