"""A DOCX file as text: what Word shows of its body, its notes and the documents inserted in it. python-docx opens it."""

from __future__ import annotations

import email
import email.policy
import importlib
import io
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import PageError
from kg.text.input.encodings import decode
from kg.text.input.web.markup import lines as lines_of_markup
from kg.text.input.word_lines import WORD, lines, local, paragraph

LARGEST = 256_000_000
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
CONTENTS = "[Content_Types].xml"
ZIP = b"PK\x03\x04"
DEEPEST = 3
"""So many documents may be inserted one in the other."""
LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
NOTES = {"footnoteReference": "footnotes", "endnoteReference": "endnotes"}
"""What refers to a note, and the part of the package that holds it."""
UNREAD = {
    "diagramData": "diagrams",
    "chart": "charts",
    "oleObject": "embedded objects",
    "package": "embedded objects",
    "subDocument": "linked documents",
}
"""Parts of a document that may hold text and are not read."""


@dataclass(frozen=True, slots=True)
class WordText:
    """A document's text, the day on which it says that it was made (ISO), the lines of its headers and footers, and what was not read."""

    text: str
    made: str | None
    margins: tuple[str, ...]
    left_out: tuple[str, ...]


def read_docx(path: Path, data: bytes) -> WordText:
    """Return what a document holds, paragraphs set apart by blank lines.

    Raises PageError if it cannot be opened or python-docx is not installed.
    """
    try:
        importlib.import_module("docx")
    except ModuleNotFoundError as error:
        raise PageError(path, "is DOCX, which needs python-docx", "pip install 'kg-newspaper[docx]', or save it as text") from error
    document = opened(path, data)
    made = document.core_properties.created
    unread: Counter[str] = Counter()
    text = "\n\n".join(line for line in all_lines(path, document, unread) if line.strip()) + "\n"
    left_out = tuple(f"{what} left out ({count})" for what, count in sorted(unread.items()))
    return WordText(text, made.date().isoformat() if made else None, tuple(margins(document)), left_out)


def opened(path: Path, data: bytes) -> Any:
    """Open a document. Raises PageError if the archive unpacks to more than any document of a newsroom."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        size = sum(entry.file_size for entry in archive.infolist())
        if size > LARGEST:
            raise PageError(path, f"unpacks to {size // 1_000_000} MB", "take the pictures out, or save it as text")
        inner = {name for name in archive.namelist() if name != CONTENTS and archive.open(name).read(4) == ZIP}
        data = relabelled(archive, inner) if inner else data
    return importlib.import_module("docx").Document(io.BytesIO(data))


def relabelled(archive: zipfile.ZipFile, inner: set[str]) -> bytes:
    """Return a document whose inserted documents, packed as they are, do not claim to be its own body, as python-docx would take them."""
    etree: Any = importlib.import_module("lxml.etree")
    contents = etree.fromstring(archive.read(CONTENTS))
    for entry in contents:
        name, ending = entry.get("PartName", "").lstrip("/"), entry.get("Extension")
        is_inner = name in inner or (ending and any(one.endswith(f".{ending}") for one in inner))
        if is_inner and entry.get("ContentType", "").startswith(DOCX):
            entry.set("ContentType", DOCX)
    renewed = io.BytesIO()
    with zipfile.ZipFile(renewed, "w") as copy:
        for name in archive.namelist():
            copy.writestr(name, etree.tostring(contents) if name == CONTENTS else archive.read(name))
    return renewed.getvalue()


def all_lines(path: Path, document: Any, unread: Counter[str], depth: int = 1) -> Iterator[str]:
    """Yield the lines of a document, then those of its notes; what is left out of it is counted in ``unread``."""
    body = document.element.body
    for chunk in list(body.iter(f"{{{WORD}}}altChunk")):
        for line in inserted_lines(path, document.part.rels.get(chunk.get(LINK)), unread, depth):
            chunk.addprevious(paragraph(chunk, line))
        chunk.getparent().remove(chunk)
    unread.update(UNREAD[kind] for link in document.part.rels.values() if (kind := kind_of(link)) in UNREAD)
    comments = sum(len(parsed(part)) for kind, part in parts(document) if kind == "comments")
    unread.update({"comments": comments} if comments else {})
    yield from lines(body)
    for reference, kind in NOTES.items():
        notes = {note.get(f"{{{WORD}}}id"): note for name, part in parts(document) if name == kind for note in parsed(part)}
        for number in dict.fromkeys(one.get(f"{{{WORD}}}id") for one in body.iter(f"{{{WORD}}}{reference}") if not is_deleted(one)):
            yield from lines(notes.get(number, ()))


def inserted_lines(path: Path, link: Any, unread: Counter[str], depth: int) -> list[str]:
    """Return the lines of a document inserted as it is (altChunk): HTML, a web archive, text or DOCX; others are counted in ``unread``."""
    kind = "" if link is None or link.is_external else link.target_part.content_type
    data = link.target_part.blob if kind else b""
    if "rfc822" in kind or "mimearchive" in kind or "multipart" in kind:
        found = email.message_from_bytes(data, policy=email.policy.default).get_body(("html", "plain"))
        kind, data = (found.get_content_type(), found.get_payload(decode=True)) if found else ("", b"")
    if kind == DOCX and depth < DEEPEST:
        return list(all_lines(path, opened(path, data), unread, depth + 1))
    decoded = decode(data) if "html" in kind or kind == "text/plain" else None
    if decoded is None:
        unread["inserted documents"] += 1
        return []
    if "html" not in kind:
        return decoded.text.splitlines()
    tree = importlib.import_module("lxml.html").document_fromstring(decoded.text)
    return list(lines_of_markup(tree.find("body")))


def parts(document: Any) -> Iterator[tuple[str, Any]]:
    """Yield the parts of the package that a document links to, by the kind of their link."""
    for link in document.part.rels.values():
        if not link.is_external:
            yield kind_of(link), link.target_part


def kind_of(link: Any) -> str:
    """Return what a link leads to: the last word of its type."""
    kind: str = link.reltype
    return kind.rpartition("/")[2]


def parsed(part: Any) -> Any:
    """Return the root element of a part."""
    return importlib.import_module("docx.oxml").parse_xml(part.blob)


def is_deleted(element: Any) -> bool:
    """Whether an element stands in a tracked deletion."""
    return any(local(one) in ("del", "moveFrom") for one in element.iterancestors())


def margins(document: Any) -> Iterator[str]:
    """Yield each line of the headers and footers once."""
    found = (line.strip() for kind, part in parts(document) if kind in ("header", "footer") for line in lines(parsed(part)))
    yield from dict.fromkeys(filter(None, found))
