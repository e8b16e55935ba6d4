"""All records as one JSON file, and back; what the store (kg.archive) holds, for programs that read no SQLite."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from kg.archive.rows import runs, spread
from kg.errors import ExportError
from kg.model import Article, Corpus, Page, ReadPage, record, to_dict

VERSION = 1


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
