"""A DOCX file is read as Word shows it."""

from __future__ import annotations

import base64
import datetime
import io
from pathlib import Path
from typing import Any

import pytest

from kg.text.input.pages import Notes, load

docx: Any = pytest.importorskip("docx")
NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
BOX = "<w:txbxContent><w:p><w:r><w:t>框中的话</w:t></w:r></w:p></w:txbxContent>"
SHOWN = {
    "tracked insertion": ("<w:p><w:r><w:t>市长</w:t></w:r><w:ins><w:r><w:t>陈平原</w:t></w:r></w:ins></w:p>", "市长陈平原"),
    "tracked deletion": ("<w:p><w:r><w:t>市长</w:t></w:r><w:del><w:r><w:delText>副</w:delText></w:r></w:del></w:p>", "市长"),
    "content control": ("<w:sdt><w:sdtContent><w:p><w:r><w:t>河州日报</w:t></w:r></w:p></w:sdtContent></w:sdt>", "河州日报"),
    "control in a line": (
        "<w:p><w:sdt><w:sdtContent><w:r><w:t>河州</w:t></w:r></w:sdtContent></w:sdt><w:r><w:t>市</w:t></w:r></w:p>",
        "河州市",
    ),
    "smart tag": ("<w:p><w:smartTag><w:r><w:t>11月6日</w:t></w:r></w:smartTag><w:r><w:t>开工</w:t></w:r></w:p>", "11月6日开工"),
    "ruby": (
        "<w:p><w:r><w:ruby><w:rt><w:r><w:t>zhōu</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>州</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>",
        "州",
    ),
    "text box, written twice": (
        f"<w:p><w:r><w:t>正文</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires='wps'><wps:txbx>{BOX}</wps:txbx></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{BOX}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>",
        "正文\n\n框中的话",
    ),
    "hidden": ("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>密</w:t></w:r><w:r><w:t>公开</w:t></w:r></w:p>", "公开"),
    "text box only for older programs": (
        f"<w:p><w:r><w:t>正文</w:t></w:r><w:r><mc:AlternateContent><mc:Fallback><w:pict><v:textbox>{BOX}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>",
        "正文\n\n框中的话",
    ),
    "text box deleted": (
        f"<w:p><w:r><w:t>正文</w:t></w:r><w:del><w:r><w:pict><v:textbox>{BOX}</v:textbox></w:pict></w:r></w:del></w:p>",
        "正文",
    ),
    "headline drawn as a picture": (
        "<w:p><w:r><w:pict><v:shape><v:textpath string='一江清水'/></v:shape></w:pict></w:r></w:p>",
        "一江清水",
    ),
    "form not filled in": (
        "<w:p><w:r><w:t>市长</w:t></w:r><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>单击此处</w:t></w:r></w:sdtContent>"
        "</w:sdt></w:p>",
        "市长",
    ),
    "field": ("<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>三版</w:t></w:r></w:p>", "三版"),
    "choice between paragraphs": (
        "<mc:AlternateContent><mc:Choice Requires='wps'><w:p><w:r><w:t>新段</w:t></w:r></w:p></mc:Choice>"
        "<mc:Fallback><w:p><w:r><w:t>旧段</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent>",
        "新段",
    ),
    "end of a paragraph deleted": (
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>河州市</w:t></w:r></w:p><w:p><w:r><w:t>教育局</w:t></w:r></w:p>",
        "河州市教育局",
    ),
    "end of the last paragraph deleted": ("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>河州市</w:t></w:r></w:p>", "河州市"),
    "not hidden": ("<w:p><w:r><w:rPr><w:vanish w:val='off'/></w:rPr><w:t>公开</w:t></w:r></w:p>", "公开"),
    "tab of a margin": ("<w:p><w:r><w:t>甲</w:t></w:r><w:r><w:ptab/></w:r><w:r><w:t>乙</w:t></w:r></w:p>", "甲\t乙"),
    "nested table": (
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>外</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>内</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
        "<w:p/></w:tc><w:tc><w:p><w:r><w:t>右</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
        "外 内\u3000右",
    ),
}


@pytest.mark.parametrize(("markup", "text"), SHOWN.values(), ids=SHOWN.keys())
def test_what_word_shows_is_read(markup: str, text: str, tmp_path: Path) -> None:
    from docx.oxml import parse_xml

    document = docx.Document()
    body = document.element.body
    for element in parse_xml(f"<w:body {NAMES}>{markup}</w:body>"):
        body.insert(len(body) - 1, element)
    buffer = io.BytesIO()
    document.save(buffer)
    path = tmp_path / "page.docx"
    path.write_bytes(buffer.getvalue())
    assert load(path)[0].text == text + "\n"


REFERENCE = "<w:p><w:r><w:t>市长陈平原</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r><w:r><w:endnoteReference w:id='5'/></w:r></w:p>"
NOTES = (
    "<w:footnote w:id='0' w:type='separator'><w:p/></w:footnote><w:footnote w:id='2'><w:p><w:r><w:t>作者系市水务局局长</w:t></w:r></w:p>"
    "</w:footnote><w:footnote w:id='3'><w:p><w:r><w:t>无人提到</w:t></w:r></w:p></w:footnote>"
)
HTML = "<html><head><title>题</title></head><body><p>河州市一期工程</p><p>已于一月投产。该项目由河州水务公司建设。</p></body></html>"
CHUNK = "<w:altChunk r:id='rIdX'/><w:p><w:r><w:t>下文</w:t></w:r></w:p>"
INSERTED = "河州市一期工程\n\n已于一月投产。该项目由河州水务公司建设。\n\n下文\n"


def packed(folder: Path, markup: str, *more: tuple[str, str, bytes], external: str = "") -> Path:
    """Write a document of this body that links to parts: the kind of each link, the part's content type and content."""
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part
    from docx.oxml import parse_xml

    document = docx.Document()
    body = document.element.body
    for number, (kind, type_, content) in enumerate(more):
        part = Part(PackURI(f"/word/{kind}{number}.bin"), type_, content, document.part.package)
        document.part.rels.add_relationship(f"{RELATION}/{kind}", part, "rIdX" if kind == "aFChunk" else f"rIdY{number}")
    if external:
        document.part.rels.add_relationship(f"{RELATION}/{external}", "other.docx", "rIdZ", is_external=True)
    for element in parse_xml(f"<w:body {NAMES} xmlns:r='{RELATION}'>{markup}</w:body>"):
        body.insert(len(body) - 1, element)
    document.save(str(folder / "page.docx"))
    return folder / "page.docx"


RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
XML = "application/xml"


def read(path: Path) -> tuple[str, list[str]]:
    notes = Notes()
    (page,) = load(path, notes)
    return page.text, [remark.partition("page.docx: ")[2] for remark in notes.remarks]


def test_notes_that_the_text_refers_to_follow_it(tmp_path: Path) -> None:
    foot = f"<w:footnotes {NAMES}>{NOTES}</w:footnotes>".encode()
    end = foot.replace(b"footnote", b"endnote").replace(b"'2'", b"'5'").replace("水务局局长".encode(), "教育局局长".encode())
    path = packed(tmp_path, REFERENCE, ("footnotes", XML, foot), ("endnotes", XML, end))
    assert read(path) == ("市长陈平原\n\n作者系市水务局局长\n\n作者系市教育局局长\n", [])


MAIL = (
    "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/html; charset=gb18030\r\n"
    "Content-Transfer-Encoding: base64\r\n\r\n{}\r\n--b--\r\n"
).format(base64.encodebytes(HTML.encode("gb18030")).decode())


@pytest.mark.parametrize(
    ("type_", "content"),
    [
        ("text/html", HTML.encode("gb18030")),
        ("application/xhtml+xml", HTML.encode()),
        ("message/rfc822", MAIL.encode()),
        ("text/plain", INSERTED.removesuffix("\n\n下文\n").encode("gb18030")),
    ],
)
def test_an_inserted_document_is_read_where_it_stands(type_: str, content: bytes, tmp_path: Path) -> None:
    assert read(packed(tmp_path, CHUNK, ("aFChunk", type_, content))) == (INSERTED, [])


def test_an_inserted_word_document_is_read_and_counts_what_it_leaves_out(tmp_path: Path) -> None:
    inner = packed(tmp_path, "<w:p><w:r><w:t>河州市一期工程</w:t></w:r></w:p>", ("chart", XML, b"<c/>")).read_bytes()
    type_ = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    assert read(packed(tmp_path, CHUNK, ("aFChunk", type_, inner))) == ("河州市一期工程\n\n下文\n", ["charts left out (1)"])


@pytest.mark.parametrize("content", [b"{\\rtf1 }", b""], ids=["RTF", "nothing"])
def test_an_inserted_document_of_another_kind_is_told(content: bytes, tmp_path: Path) -> None:
    parts = [("aFChunk", "application/rtf", content)] if content else []
    assert read(packed(tmp_path, CHUNK, *parts)) == ("下文\n", ["inserted documents left out (1)"])


def test_what_is_not_read_is_told(tmp_path: Path) -> None:
    comments = f"<w:comments {NAMES}><w:comment/><w:comment/></w:comments>".encode()
    parts = [("comments", XML, comments), ("diagramData", XML, b"<d/>"), ("package", XML, b"x"), ("oleObject", XML, b"x")]
    path = packed(tmp_path, "<w:p><w:r><w:t>正文</w:t></w:r></w:p>", *parts, external="subDocument")
    assert read(path)[1] == [
        "comments left out (2)",
        "diagrams left out (1)",
        "embedded objects left out (2)",
        "linked documents left out (1)",
    ]


@pytest.mark.parametrize(
    ("header", "newspaper", "date", "told"),
    [
        ("河州日报 2021年3月4日 星期四 第3版", "河州日报", "2021-03-04", []),
        ("河州日报社发稿签", None, None, ["headers and footers left out (河州日报社发稿签)"]),
        ("第 1 页 共 3 页", None, None, []),
        ("Page 1 of 3", None, None, []),
    ],
)
def test_a_header_says_of_which_issue_a_page_is_and_what_else_it_says_is_told(
    header: str, newspaper: str | None, date: str | None, told: list[str], tmp_path: Path
) -> None:
    part = f"<w:hdr {NAMES}><w:p><w:r><w:t>{header}</w:t></w:r></w:p></w:hdr>".encode()
    notes = Notes()
    (page,) = load(packed(tmp_path, "<w:p><w:r><w:t>正文</w:t></w:r></w:p>", ("header", XML, part)), notes)
    assert (page.text, page.newspaper, page.date) == ("正文\n", newspaper, date)
    assert [remark.partition("page.docx: ")[2] for remark in notes.remarks] == told


def test_a_page_laid_out_as_a_table_holds_no_pipes_and_headlines_no_entities(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    story = "本报讯（记者 田小禾）11月6日，河州市举行重点项目开工仪式，市长陈平原宣布开工，该项目由河州水务公司建设。"
    rows = "".join(f"<tr><td>{story}</td><td>第{n}段说明项目的进展情况和下一步安排，有关负责人到会。</td></tr>" for n in range(4))
    path = tmp_path / "page.html"
    path.write_text(f"<html><body><h1>&ldquo;河州&rdquo;开工</h1><table>{rows}</table></body></html>", encoding="utf-8")
    text = load(path)[0].text
    assert text.startswith("“河州”开工\n")
    assert "|" not in text
    assert "田小禾" in text


@pytest.mark.parametrize("day", ["2021-02-19", None])
def test_a_document_says_when_it_was_made(day: str | None, tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("云溪水厂投产。")
    created = document.core_properties._element.find("{http://purl.org/dc/terms/}created")
    if day:
        document.core_properties.created = datetime.datetime.fromisoformat(f"{day}T08:30:00")
    else:
        created.getparent().remove(created)
    document.save(str(tmp_path / "page.docx"))
    notes = Notes()
    load(tmp_path / "page.docx", notes)
    assert notes.made == day
