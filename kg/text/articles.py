"""A page as a person would read it: its articles, each with headline, credits, date and body in reading order.

It puts the stages of ``kg.text`` together and makes the records; every rule lives in the module it names.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg import ids
from kg.model import BREAK, Article, Byline, Leftover, Locality, Page, ReadPage, Seam, Section
from kg.text.arrangement import arrange_page
from kg.text.body import Body, read_body
from kg.text.bylines import read_credit
from kg.text.dates import article_date
from kg.text.layout.headings import assign
from kg.text.layout.parts import Story
from kg.text.locality import article_locality, halves, page_locality
from kg.text.plain import plain
from kg.text.squeeze import Squeezed, spans_of, squeeze

BRIEF = 220
SENT_IN = "供稿"


@dataclass(frozen=True, slots=True)
class Made:
    """An article and the credit lines that are not in its text."""

    article: Article
    credits: tuple[Squeezed, ...]
    is_opened: bool


def read_page(page: Page) -> ReadPage:
    """Read one page: articles in printed order, each repaired, and what belongs to none.

    Every character of the page that prints something is in an article's text or in a leftover: "furniture" (masthead, folio, section
    title), "byline" (a credit line that its article holds as bylines), "repeat" (a caption printed twice) or "unplaced". The page is read
    in plain characters (``kg.text.plain``) and quoted as printed.
    """
    read = replace(page, text=plain(page.text))
    stories, left = arrange_page(read.text)
    made = [m for story in stories if (m := make(read, story))]
    kept, repeats = unrepeated(share_senders(made))
    texts = [m.article.text for m in kept]
    here = page_locality(squeeze(read.text).text, texts)
    places = page_places(texts, here)
    articles = tuple(
        replace(as_printed(m.article, page), number=number, locality=article_locality(text, places[number]))
        for number, (m, text) in enumerate(zip(kept, texts, strict=True))
    )
    leftovers = [
        *(leftover("furniture" if p.kind == "furniture" else "unplaced", p.chars, page) for p in left),
        *(leftover("byline", chars, page) for m in kept for chars in m.credits),
        *(leftover("repeat", chars, page) for chars in repeats),
    ]
    return ReadPage(page, articles, tuple(sorted(leftovers, key=lambda item: item.spans)), here)


def page_places(texts: Sequence[str], page: Locality) -> list[Locality]:
    """Return for each article the locality it speaks from: the page's, its half's on a page of two papers, its own on a page of many."""
    if not page.city:
        return [page_locality(text) for text in texts]
    at = halves(texts)
    if not at:
        return [page] * len(texts)
    one, other = (page_locality("".join(half)) for half in (texts[:at], texts[at:]))
    return [one] * at + [other] * (len(texts) - at)


def make(page: Page, story: Story) -> Made | None:
    """Make the record of one story; None if no text is left when its credits are taken out."""
    body = read_body(story)
    if not body.paragraphs:
        return None
    heads = story.headings if story.headings is not None else assign(story.heads, "".join(p.text for p in body.paragraphs))
    text, offsets, sections = lay_out([*heads, ("body", list(body.paragraphs))])
    start = sections[-1].start
    article = Article(
        ids.article_id(page.id, text[start:]),
        page,
        0,
        text,
        offsets,
        sections,
        next((group[0].text for kind, group in heads if kind == "headline"), None),
        tuple(chars.text for kind, group in heads if kind != "headline" for chars in group),
        bylines_of(page, body, story),
        article_date(text[start:], page.date),
        kind_of(story, body),
        tuple(Seam(start + at, score, reason) for at, score, reason in body.seams),
    )
    credits = (*(p.chars for p in story.credits), *([body.signature] if body.signature else []))
    return Made(article, credits, story.is_opened)


def lay_out(groups: Sequence[tuple[str, Sequence[Squeezed]]]) -> tuple[str, tuple[int, ...], tuple[Section, ...]]:
    """Return an article's text, the page offsets of its characters and its sections; a BREAK ends every paragraph."""
    text, offsets, sections = "", [], []
    for kind, group in groups:
        begin = len(text)
        for chars in group:
            text += chars.text + BREAK
            offsets += [*chars.offsets, -1]
        sections.append(Section(kind, begin, len(text)))
    return text, tuple(offsets), tuple(sections)


def bylines_of(page: Page, body: Body, story: Story) -> tuple[Byline, ...]:
    """Read all credits of a story: in its opening words, in credit lines, in the brackets at its end; each row once."""
    rows: dict[tuple[str, str], Byline] = {}
    for chars in (body.opening, *(p.chars for p in story.credits), body.signature):
        for row in read_credit(page.text, chars.offsets[0], chars.offsets[-1] + 1) if chars else ():
            rows.setdefault((row.role, row.name), row)
    return tuple(rows.values())


def kind_of(story: Story, body: Body) -> str:
    """Distinguish captions, briefs and comments from stories."""
    if story.is_caption:
        return "caption"
    if any(p.text[:1] in "□■" for p in story.credits) and not story.is_opened and not any("记者" in p.text for p in story.credits):
        return "comment"
    return "brief" if not story.is_opened and sum(map(len, body.paragraphs)) <= BRIEF else "story"


def share_senders(made: Sequence[Made]) -> list[Made]:
    """Give the sender of a round-up of items (（市“…”办公室供稿）after the last) to the items above that have no credit of their own."""
    found = list(made)
    for at in range(len(found) - 1, 0, -1):
        above, sent = found[at - 1], tuple(b for b in found[at].article.bylines if b.role == SENT_IN)
        if sent and not found[at].is_opened and not above.is_opened and not above.article.bylines and above.article.headline:
            found[at - 1] = replace(above, article=replace(above.article, bylines=sent))
    return found


def unrepeated(made: Sequence[Made]) -> tuple[list[Made], list[Squeezed]]:
    """Return the articles, those printed twice once, and the texts of the repeats."""
    kept: dict[str, Made] = {}
    repeats: list[Squeezed] = []
    for each in made:
        if each.article.id in kept:
            offsets = tuple(at for at in each.article.offsets if at >= 0)
            repeats += [Squeezed(each.article.text.replace(BREAK, ""), offsets), *each.credits]
        else:
            kept[each.article.id] = each
    return list(kept.values()), repeats


def as_printed(article: Article, page: Page) -> Article:
    """Return an article that was read in plain characters with the page itself, and what of it is shown as printed there."""
    shown = "".join(page.text[at] if at >= 0 else BREAK for at in article.offsets)
    if shown == article.text:
        return replace(article, page=page)
    parts = {
        kind: [p for s in article.sections if s.kind == kind for p in shown[s.start : s.end].split(BREAK) if p]
        for kind in ("kicker", "headline", "subhead")
    }
    bylines = tuple(replace(b, name="".join(squeeze(page.text[s.start : s.end]).text for s in b.spans)) for b in article.bylines)
    return replace(
        article,
        page=page,
        printed=shown,
        bylines=bylines,
        headline=parts["headline"][0] if parts["headline"] else None,
        subheads=(*parts["kicker"], *parts["subhead"]),
    )


def leftover(kind: str, chars: Squeezed, page: Page) -> Leftover:
    """Make the record of text that is in no article."""
    return Leftover(kind, spans_of(chars.offsets), "".join(page.text[at] for at in chars.offsets))
