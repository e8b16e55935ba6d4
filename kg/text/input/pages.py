"""Files in, pages out: text in any encoding of Chinese, PDF, pictures, HTML and DOCX, each read by its own module.

It decides by what a file holds and then by its name; it knows nothing of articles.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from kg import ids
from kg.errors import PageError, spelled
from kg.model import Page
from kg.text.input.encodings import Decoded, decode, is_prose
from kg.text.input.leaves import Leaf, image_kind, read_pictures
from kg.text.input.refused import is_word, is_zip, refuse
from kg.text.masthead import masthead
from kg.text.plain import plain

if TYPE_CHECKING:
    from kg.text.input.docx import WordText

PDF = b"%PDF-"
BEFORE = b"\xef\xbb\xbf \t\r\n"
"""Bytes that some programs put before a PDF."""
STRANGE = "reads as no Chinese prose (a wrong encoding, or another language?); look at it with kg pages"
LONGEST = 400_000
"""More code points than this are no newspaper page: a broadsheet holds about 10,000."""
LARGEST = 64_000_000
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
FOLIO = re.compile(r"[\W\d_第共页版]*(?:Page[\W\d]*(?:of)?[\W\d]*)?")
"""A footer that says no more than which page it is of how many."""
LEAD = 100
"""Bytes in which a PDF must begin."""


@dataclass(slots=True)
class Notes:
    """What reading a file met: ``lost`` are pages of it that gave nothing, ``remarks`` is what else its user should know.

    ``made`` is the day on which a PDF or DOCX says that it was made (ISO).
    """

    lost: list[PageError] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    made: str | None = None


def load(path: Path, notes: Notes | None = None) -> tuple[Page, ...]:
    """Read a file as newspaper pages: one for text, HTML and DOCX, one for each page that holds text for a PDF or a picture.

    Raises PageError, in one line with advice, if the file is missing, empty, too large, binary, an image without the extra [ocr], in
    an unknown encoding, damaged, or holds no text; what costs less than the file goes into ``notes``. Offsets of everything read from it
    refer to ``Page.text``.
    """
    data, notes = read(path), notes or Notes()
    try:
        pages = read_pages(path, data, notes)
    except PageError:
        raise
    except Exception as error:  # others' readers of PDF, DOCX and HTML may raise anything on a damaged file
        reason = " ".join(f"{type(error).__name__}: {error}".split())[:120]
        raise PageError(path, f"is damaged ({reason})", "save it anew where it was made, or give its text") from error
    notes.remarks += [f"{spelled(path.parent / one.name)}: {STRANGE}" for one in pages if not is_prose(plain(one.text))]
    return pages


def read_pages(path: Path, data: bytes, notes: Notes) -> tuple[Page, ...]:
    """Read the bytes of a file by what they are. Raises PageError, and whatever a reader raises on a damaged file."""
    if data[:LEAD].lstrip(BEFORE).startswith(PDF):
        from kg.text.input.pdf import made_on, read_pdf

        leaves = list(read_pdf(path, data, notes.lost))
        notes.made = made_on(data)
        return tuple(leaf_page(path, leaf, notes) for leaf in leaves)
    kind = image_kind(data)
    if kind:
        return tuple(leaf_page(path, leaf, notes) for leaf in read_pictures(path, data, kind, notes.lost))
    if is_zip(data) and is_word(path, data):
        from kg.text.input.docx import read_docx

        document = read_docx(path, data)
        notes.made = document.made
        return (word_page(path, document, notes),)
    refuse(path, data)
    decoded = decode(data)
    if decoded is None:
        raise PageError(path, "is not text in UTF-8, UTF-16, GB18030 or Big5", "convert it to UTF-8 (iconv -t UTF-8)")
    if decoded.flaws:
        notes.remarks.append(f"{spelled(path)}: {flawed(decoded)}")
    text, encoding = decoded.text, decoded.encoding
    if is_html(path, text):
        from kg.text.input.web.html import read_html

        article = read_html(path, text)
        return (page(path, article.text, f"text/html; {encoding}", newspaper=article.newspaper, date=article.date),)
    return (page(path, text, f"text/plain; {encoding}"),)


def flawed(found: Decoded) -> str:
    """Return the line on a file that holds bytes that are no text: how many, and where the first are."""
    at = [f"line {found.text.count(chr(10), 0, at) + 1}, column {at - found.text.rfind(chr(10), 0, at)}" for at in found.flaws[:3]]
    more = "; …" if len(found.flaws) > len(at) else ""
    places = "1 place" if len(found.flaws) == 1 else f"{len(found.flaws)} places"
    return f"is damaged in {places} and was read without ({'; '.join(at)}{more}); its encoding seems to be {found.encoding}"


def read(path: Path) -> bytes:
    """Read a file's bytes; PageError if there is none, or nothing in it."""
    try:
        if path.is_dir():
            raise PageError(path, "is a folder", "give the files in it")
        if path.stat().st_size > LARGEST:
            raise PageError(path, f"is larger than {LARGEST // 1_000_000} MB", "split it into pages")
        data = path.read_bytes()
    except OSError as error:
        raise PageError(path, f"cannot be read ({error.strerror})", "check the name and the permissions") from error
    if not data.strip():
        raise PageError(path, "is empty", "give a file that holds a page's text")
    return data


def is_html(path: Path, text: str) -> bool:
    """Whether a text is an HTML document."""
    head = text[:2000].lstrip("\ufeff \t\r\n").lower()
    return head.startswith(("<!doctype html", "<html")) or (path.suffix.lower() in (".html", ".htm", ".xhtml", ".shtml") and "<" in head)


def word_page(path: Path, document: WordText, notes: Notes) -> Page:
    """Make the record of a DOCX file; its headers give newspaper and day where its text does not, and what else they print is remarked."""
    printed = masthead(plain("\n".join(document.margins)))
    other = "" if printed.newspaper or printed.date else " ".join(line for line in document.margins if not FOLIO.fullmatch(line))
    left_out = [*document.left_out, *([f"headers and footers left out ({other[:40]})"] if other else [])]
    notes.remarks += [f"{spelled(path)}: {what}" for what in left_out]
    return page(path, document.text, WORD, newspaper=printed.newspaper, date=printed.date)


def leaf_page(path: Path, leaf: Leaf, notes: Notes) -> Page:
    """Make the record of a page of a PDF or a picture; what is doubtful about it is remarked."""
    part = f"#page={leaf.number}" if leaf.total > 1 else ""
    notes.remarks += [f"{spelled(path)}{part}: {leaf.remark}"] if leaf.remark else []
    return replace(page(path, leaf.text, leaf.source, part), sheet=leaf.sheet)


def page(path: Path, text: str, source: str, part: str = "", *, newspaper: str | None = None, date: str | None = None) -> Page:
    """Make the record of a page; PageError if it holds nothing printable."""
    if not any(character.isalnum() for character in text):
        raise PageError(path, "holds no text", "give a file that holds a page's text")
    if len(text) > LONGEST:
        raise PageError(path, f"holds {len(text):,} characters, more than a newspaper page", "split it into pages")
    printed = masthead(plain(text))
    return Page(ids.page_id(text), spelled(path.name) + part, text, source, printed.newspaper or newspaper, printed.date or date)
