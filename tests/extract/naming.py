"""Makes articles out of plain sentences and returns the names found in them, for the tests of the name finders."""

from __future__ import annotations

from kg.extract.draft import Draft
from kg.extract.mentions.find import find_names
from kg.extract.mentions.tagged import TaggedArticle
from kg.model import Article, Locality, Mention, Page, Section
from kg.proposals import read_drafts


def draft(text: str, *, page: str = "p", number: int = 1, zone: str | None = None, county: str | None = None) -> Draft:
    """An article whose body is ``text``, every character of it on the page."""
    body = text if text.endswith("\n") else text + "\n"
    offsets = tuple(-1 if c == "\n" else i for i, c in enumerate(body))
    article = Article(
        f"{page}-a{number}",
        Page(page, "test.txt", body),
        number,
        body,
        offsets,
        (Section("body", 0, len(body)),),
        locality=Locality(None, "云岭市", county, zone=zone),
    )
    return Draft(article)


def read(*texts: str, zone: str | None = None) -> list[Draft]:
    """The articles of one page, read together."""
    drafts = [draft(text, number=n, zone=zone) for n, text in enumerate(texts, 1)]
    find_names(drafts, read_drafts(drafts))
    return drafts


def tagged(text: str) -> TaggedArticle:
    """One article as the finders of names see it."""
    made = draft(text)
    return TaggedArticle(made, read_drafts([made])[0])


def names(text: str, *types: str, zone: str | None = None) -> list[str]:
    """The surfaces found in one article, of these types, in printed order, each once."""
    found = [m for m in read(text, zone=zone)[0].mentions if m.is_name and (not types or m.type in types)]
    return list(dict.fromkeys(m.surface for m in found))


def mention(made: Draft, surface: str) -> Mention:
    """The first mention of a surface; StopIteration if there is none."""
    return next(m for m in made.mentions if m.surface == surface)
