import io

import pytest

from kg.errors import PageError
from kg.text.input.pages import load
from kg.text.input.traditional import is_traditional, simplified

STORY = "本报讯（记者 田小禾）11月6日，河州市举行重点项目开工仪式，市长陈平原宣布开工。该项目总投资三亿元，由河州水务公司建设。\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "gbk"])
def test_the_encoding_is_found(tmp_path, encoding):
    path = tmp_path / "page.txt"
    path.write_bytes((STORY * 3).encode(encoding))
    assert load(path)[0].text == STORY * 3


def test_big5_is_found_and_matched_as_simplified(tmp_path):
    path = tmp_path / "page.txt"
    printed = "本報訊（記者 田小禾）11月6日，市政府舉行重點項目開工儀式，市長陳平原宣布開工，該項目總投資三億元。"
    path.write_bytes(printed.encode("big5"))
    assert load(path)[0].text == printed
    assert is_traditional(printed)
    assert simplified(printed)[:3] == "本报讯"


BAD = {
    "empty": (b" \n", "is empty"),
    "image": (b"\x89PNG\r\n\x1a\n", "PNG image"),
    "binary": (bytes(range(256)) * 4, "is not text"),
    "zip": (b"PK\x03\x04rest", "ZIP"),
    "no letters": (b"--- ***\n", "holds no text"),
}


@pytest.mark.parametrize(("data", "reason"), BAD.values(), ids=BAD.keys())
def test_what_is_no_page_is_refused_in_one_line_with_advice(tmp_path, data, reason):
    path = tmp_path / "page.txt"
    path.write_bytes(data)
    with pytest.raises(PageError) as caught:
        load(path)
    assert reason in caught.value.reason
    assert caught.value.advice
    assert "\n" not in str(caught.value)


def test_a_missing_file_is_a_page_error(tmp_path):
    with pytest.raises(PageError, match="cannot be read"):
        load(tmp_path / "nosuch.txt")


def test_a_docx_is_read_paragraph_by_paragraph(tmp_path):
    docx = pytest.importorskip("docx")
    document = docx.Document()
    for line in ("河州开工三个项目", STORY.strip()):
        document.add_paragraph(line)
    path = tmp_path / "page.docx"
    buffer = io.BytesIO()
    document.save(buffer)
    path.write_bytes(buffer.getvalue())
    assert load(path)[0].text == f"河州开工三个项目\n\n{STORY}"


def test_an_html_article_keeps_its_title_and_leaves_navigation_out(tmp_path):
    pytest.importorskip("trafilatura")
    path = tmp_path / "page.html"
    paragraphs = "".join(f"<p>{STORY.strip()}第{n}段说明项目的进展情况和下一步安排。</p>" for n in range(4))
    markup = f"<html><body><nav>首页 版面导航</nav><article><h1>河州开工三个项目</h1>{paragraphs}</article></body></html>"
    path.write_text(markup, encoding="utf-8")
    text = load(path)[0].text
    assert text.startswith("河州开工三个项目\n")
    assert "版面导航" not in text
    assert text.count("本报讯") == 4


def test_a_pdf_without_text_names_an_ocr_tool(tmp_path):
    pdfium = pytest.importorskip("pypdfium2")
    document = pdfium.PdfDocument.new()
    document.new_page(200, 200)
    path = tmp_path / "scan.pdf"
    document.save(path)
    with pytest.raises(PageError, match="OCR"):
        load(path)
