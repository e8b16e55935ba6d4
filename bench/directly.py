"""Readings of composed pages made from the marks of their passages, without any reader: what comes after reading can be tried alone."""

from __future__ import annotations

from collections.abc import Callable

from compose import Composed, Story

from corpus import marked
from kg import ids
from kg.extract.draft import Draft
from kg.model import BREAK, Article, Locality, Mention, Page, Reading, ReadPage, Section
from kg.names import places
from kg.ontology import load


def read_directly(made: Composed) -> tuple[ReadPage, list[Reading]]:
    """Return a page and the readings of its articles as the marks of its passages say; invented articles, which have none, stay bare."""
    texts = [[rename("\n".join(story.paragraphs)) + BREAK for story, rename in stories] for stories in made.articles]
    text = "\n".join("".join(parts) for parts in texts)
    date = f"{2000 + made.number // 3000}-{1 + made.number // 30 % 12:02}-{1 + made.number % 28:02}"
    page = Page(ids.page_id(text), f"{date}-{made.number:05}.txt", text, date=date)
    home = Locality(places.province_of(made.city), made.city)
    articles, readings, at = [], [], 0
    for number, (stories, parts) in enumerate(zip(made.articles, texts, strict=True)):
        whole = "".join(parts)
        offsets = tuple(-1 if sign == BREAK else at + i for i, sign in enumerate(whole))
        body = Section("body", 0, len(whole))
        article = Article(ids.article_id(page.id, whole), page, number, whole, offsets, (body,), date=date, locality=home)
        draft, start = Draft(article), 0
        for (story, rename), part in zip(stories, parts, strict=True):
            if story.passage is not None:
                mark(draft, story, rename, start)
            start += len(part)
        articles.append(article)
        readings.append(draft.freeze())
        at += len(whole) + 1
    return ReadPage(page, tuple(articles), (), home), readings


def mark(draft: Draft, story: Story, rename: Callable[[str], str], start: int) -> None:
    """Record the names, anaphors and facts of one passage that begins at ``start`` of the article."""
    passage = story.passage
    first: dict[str, Mention] = {}
    for begin, end, idents, kind in sorted(passage.mentions, key=lambda m: (m[0], -m[1])):
        ident, type_ = idents[0], marked.TYPES[idents[0][0]]
        if len(idents) > 1 or BREAK in passage.text[begin:end]:
            continue
        if kind == "name":
            made = draft.name(start + begin, start + end, type_, "marked")
        elif kind == "implied" and ident in passage.canonical:
            made = draft.imply(start + begin, start + end, type_, rename(passage.canonical[ident]), "marked")
        elif kind == "anaphor" and ident in first and first[ident].kind == "name":
            made = draft.point(start + begin, start + end, first[ident], "marked")
        else:
            continue
        first.setdefault(ident, made)
    say(draft, passage, rename, first)


def say(draft: Draft, passage: marked.Passage, rename: Callable[[str], str], first: dict[str, Mention]) -> None:
    """Record the facts of a passage whose ends were recorded, each with the sentences that print them."""
    known = load()

    def ranges(*mentions: Mention) -> list[tuple[int, int]]:
        return sorted({(s.start, s.end) for s in map(draft.sentence_at, (m.start for m in mentions))})

    for subject, predicate, target, more in passage.relations:
        qualifiers = {key: rename(value) for key, value in more.items() if key != "status"}
        if subject in first and (target == "-" or target in first) and subject != target:
            one, other = first[subject], first.get(target)
            said = ranges(one, other) if other else ranges(one)
            draft.claim(one, predicate, other, said, "marked", qualifiers=qualifiers, status=more.get("status", "stated"))
    for ident, key, value in passage.attributes:
        if ident in first and key in known.attributes:
            draft.claim(first[ident], key, None, ranges(first[ident]), "marked", value=rename(value))
    for kind, roles, more in passage.events:
        there = [(first[ident], role) for role, ident in roles if ident in first]
        if there:
            status = more.get("status", "stated")
            draft.event(kind, "", there, ranges(*(m for m, _ in there)), "marked", date=draft.article.date, status=status)
