"""A DOCX file is read as Word shows it."""

from __future__ import annotations

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
