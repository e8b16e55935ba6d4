"""What one file gave before anything was linked, kept so that it need not be read again while nothing that it was made from changes.

That is: the bytes of the file, its name, what is known of its day, the reader, and kg itself (``fingerprint``).
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from kg import ids, ontology
from kg.archive.rows import runs, spread
from kg.errors import PageError
from kg.extract.faults import Fault
from kg.model import Article, Page, Reading, ReadPage, record, to_dict
from kg.shelf import Pile
from kg.stages import Failure, PageWork, Work
from kg.text.years import Dating, beside, of_path

FORMAT = 1
"""Of the compressed JSON that ``packed`` makes."""
PACKAGE = Path(__file__).parent.parent
READING = (
    "errors.py",
    "model",
    "reading.py",
    "ids.py",
    "ontology.py",
    "lexicon",
    "names",
    "values",
    "text",
    "reader",
    "extract",
    "proposals.py",
    "proposers",
    "stages.py",
)
"""What of kg a page passes before it is linked."""
READ_WITH = ("charset-normalizer", "cn2an", "jieba", "numpy", "onnxruntime", "opencc-python-reimplemented", "pyahocorasick")
READ_WITH_EXTRAS = ("lxml", "pillow", "pypdfium2", "python-docx", "rapidocr", "trafilatura")


@dataclass(frozen=True, slots=True)
class Kept:
    """One file: its path as given, what it was read from (both "" if that is not to be relied on), and what it gave.

    ``has_messages``: it comes with failures or remarks, which name the path. What it gave, ``packed``, lies on a pile under a number.
    """

    path: str
    content: str
    signature: str
    has_messages: bool
    pile: Pile
    number: int

    @property
    def reading(self) -> bytes:
        """What it gave, ``packed``."""
        return self.pile[self.number]


@cache
def fingerprint() -> str:
    """Return a digest of all code, lists and weights of kg that reading a page depends on, and of the versions of what they use."""
    found = hashlib.sha256(f"{FORMAT} {' '.join(map(version_of, (*READ_WITH, *READ_WITH_EXTRAS)))}".encode())
    for path in sorted(PACKAGE.rglob("*")):
        inside = path.relative_to(PACKAGE)
        if path.is_file() and inside.parts[0] in READING and "__pycache__" not in inside.parts:
            found.update(inside.as_posix().encode() + hashlib.sha256(path.read_bytes()).digest())
    found.update(ontology.read("kg.ttl").encode())
    return found.hexdigest()


def version_of(package: str) -> str:
    """Return the version of an installed package, "" if it is not installed."""
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def signature(path: Path, reader: str, dating: Dating | None, proposers: Iterable[str] = ()) -> str:
    """Return a digest of all but its bytes that a file's reading depends on; "" if what is known of its day cannot be read."""
    try:
        known = dating or beside(path) or of_path(path)
    except PageError:
        return ""
    return ids.digest(fingerprint(), reader, path.name, repr(known), *proposers, length=32)


def content(path: Path) -> str:
    """Return the digest of a file's bytes, "" if it cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def packed(work: Work) -> bytes:
    """Return what a file gave as compressed JSON; the same for the same readings."""
    pages = [
        {
            "read": to_dict(page.read) | {"articles": list(map(article_dict, page.read.articles))},
            "readings": [to_dict(reading) | {"article": reading.article.id} for reading in page.readings],
            "faults": to_dict(page.faults),
            "stale": page.stale,
        }
        for page in work.pages
    ]
    data = {"pages": pages, "failures": to_dict(work.failures), "remarks": work.remarks}
    return zlib.compress(json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode("utf-8"), 6)


def article_dict(article: Article) -> dict[str, Any]:
    """Return an article as plain values, its offsets as runs."""
    return {**to_dict(replace(article, offsets=())), "offsets": runs(article.offsets)}


def unpacked(path: Path, reading: bytes) -> Work:
    """Return what a file gave, as if it had just been read."""
    data = json.loads(zlib.decompress(reading))
    failures = [record(Failure, row) for row in data["failures"]]
    return Work(path, pages=list(map(page_of, data["pages"])), failures=failures, remarks=data["remarks"])


def page_of(row: dict[str, Any]) -> PageWork:
    """Return one page of the values of ``packed``."""
    page = record(Page, row["read"]["page"])
    made = [record(Article, {**item, "page": page, "offsets": offsets_of(item["offsets"])}) for item in row["read"]["articles"]]
    articles = {article.id: article for article in made}
    readings = tuple(record(Reading, {**reading, "article": articles[reading["article"]]}) for reading in row["readings"])
    faults = tuple(record(Fault, fault) for fault in row["faults"])
    return PageWork(record(ReadPage, {**row["read"], "page": page, "articles": made}), readings=readings, faults=faults, stale=row["stale"])


def offsets_of(found: Iterable[Sequence[int]]) -> list[int]:
    """Return the offsets of their runs."""
    return [offset for start, n in found for offset in spread(start, n)]
