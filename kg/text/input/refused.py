"""Files that hold no text to read, told apart by what is in them, each with what it is and what to do about it."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from kg.errors import PageError

ZIPS, OLE = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08"), b"\xd0\xcf\x11\xe0"
"""How a ZIP archive begins: with a file, empty, in volumes; and the format of Office before 2007, which also wraps encrypted documents."""
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
ARCHIVES = (b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b\x08")
"""How RAR, 7-Zip and gzip files begin."""
RTF = b"{\\rtf"
WORD = "word/"
"""The folder in a DOCX that holds its text."""
HOLDINGS = (
    ("OFD.xml", "is an OFD document", "print it to PDF"),
    ("xl/", "is a spreadsheet", "save it as text"),
    ("ppt/", "is a presentation", "save its text as .docx or as text"),
    ("content.xml", "is an OpenDocument file", "save it as .docx or as text"),
)
"""What a ZIP archive holds that is a document of another kind (ECMA-376, ISO 26300, GB/T 33190)."""


def is_zip(data: bytes) -> bool:
    """Whether bytes begin like a ZIP archive."""
    return data.startswith(ZIPS)


def is_word(path: Path, data: bytes) -> bool:
    """Whether a ZIP archive is a Word document, by what it holds; by its name if it is too damaged to say."""
    try:
        return any(name.startswith(WORD) for name in names_in(data))
    except (zipfile.BadZipFile, ValueError):
        return path.suffix.lower() in (".docx", ".docm")


def names_in(data: bytes) -> list[str]:
    """Return the names of the files in a ZIP archive. Raises zipfile.BadZipFile if it is damaged."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.namelist()


def refuse(path: Path, data: bytes) -> None:
    """Raise PageError for the kinds of file that hold no text to read."""
    if data.startswith(OLE):
        if ENCRYPTED in data:
            raise PageError(path, "is protected by a password", "remove the password, or save it as text")
        raise PageError(path, "is an old Office file", "save it as .docx or as text")
    if data.startswith(RTF):
        raise PageError(path, "is an RTF file", "save it as .docx or as text")
    if data.startswith(ARCHIVES):
        raise PageError(path, "is an archive of files", "unpack it and give the files in it")
    if is_zip(data):
        refuse_zip(path, data)
    if not data.strip(b"\0"):
        raise PageError(path, "holds nothing but zero bytes", "copy it anew from where it was made")


def refuse_zip(path: Path, data: bytes) -> None:
    """Raise PageError for a ZIP archive that is no Word document."""
    try:
        names = names_in(data)
    except (zipfile.BadZipFile, ValueError) as error:
        raise PageError(path, "is a damaged ZIP archive", "save it anew where it was made") from error
    if not names:
        raise PageError(path, "is an empty ZIP archive", "save it anew where it was made")
    for beginning, reason, advice in HOLDINGS:
        if any(name.startswith(beginning) for name in names):
            raise PageError(path, reason, advice)
    raise PageError(path, "is a ZIP archive", "unpack it and give the files in it")
