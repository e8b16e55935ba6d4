"""A file that holds no text to read is called what it is, whatever its name says."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from kg.errors import PageError
from kg.text.input.pages import load

STORY = "河州市水务局局长田小禾到岗。"


def zipped(*names: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(name, STORY)
    return buffer.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
REFUSED = {
    "an empty archive": (zipped(), "is an empty ZIP archive; save it anew"),
    "an archive of texts": (zipped("a.txt", "b.txt"), "is a ZIP archive; unpack it"),
    "a damaged archive": (zipped("a.txt")[:-30], "is a damaged ZIP archive; save it anew"),
    "a spreadsheet": (zipped("[Content_Types].xml", "xl/workbook.xml"), "is a spreadsheet; save it as text"),
    "a presentation": (zipped("[Content_Types].xml", "ppt/presentation.xml"), "is a presentation; save its text"),
    "OpenDocument": (zipped("mimetype", "content.xml"), "is an OpenDocument file; save it as .docx"),
    "OFD": (zipped("OFD.xml", "Doc_0/Document.xml"), "is an OFD document; print it to PDF"),
    "Word before 2007": (OLE, "is an old Office file; save it as .docx"),
    "a password": (OLE + "EncryptedPackage".encode("utf-16-le"), "is protected by a password; remove the password"),
    "RTF": (b"{\\rtf1\\ansi \\u26446?}", "is an RTF file; save it as .docx"),
    "RAR": (b"Rar!\x1a\x07\x01\0" + bytes(range(200)), "is an archive of files; unpack it"),
    "gzip": (b"\x1f\x8b\x08\0" + bytes(range(200)), "is an archive of files; unpack it"),
    "zero bytes": (bytes(4096), "holds nothing but zero bytes; copy it anew"),
}


@pytest.mark.parametrize("name", ["page.docx", "page.txt"])
@pytest.mark.parametrize(("data", "told"), REFUSED.values(), ids=REFUSED.keys())
def test_a_file_is_called_what_it_is(data: bytes, told: str, name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    if "damaged" in told:
        path = path.rename(tmp_path / "page.zip")  # a damaged one that is named .docx is damaged as such (test_damaged)
    with pytest.raises(PageError) as caught:
        load(path)
    assert str(caught.value).startswith(f"{path}: {told}")


@pytest.mark.parametrize("name", ["page.doc", "page.txt", "page", "page.dotx"])
def test_a_word_document_is_read_by_any_name(name: str, tmp_path: Path) -> None:
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.add_paragraph(STORY)
    document.save(str(tmp_path / name))
    assert load(tmp_path / name)[0].text == STORY + "\n"


def test_a_pdf_may_begin_with_a_line_end(tmp_path: Path) -> None:
    pytest.importorskip("pypdfium2")
    path = tmp_path / "page.txt"
    path.write_bytes(b"\xef\xbb\xbf\r\n%PDF-1.4\n")
    with pytest.raises(PageError, match="is a PDF that cannot be opened"):
        load(path)
