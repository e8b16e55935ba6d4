"""Tiny makers for the tests of kg.text."""

from kg import ids
from kg.model import Article, Page, ReadPage
from kg.text.articles import read_page


def read(text: str) -> ReadPage:
    return read_page(Page(ids.page_id(text), "page.txt", text))


def body(article: Article) -> str:
    return article.text[article.body.start : article.body.end].replace("\n", "")


def columns(text: str, width: int = 16) -> str:
    """Break a paragraph into lines of a column."""
    return "\n".join(text[at : at + width] for at in range(0, len(text), width))
