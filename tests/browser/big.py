"""A made-up corpus of any size, for tests of scale: articles that name entities and say facts between them."""

from __future__ import annotations

from kg import ids
from kg.extract.draft import Draft
from kg.model import BREAK, Article, Byline, Corpus, Entity, Mention, Page, Reading, ReadPage, Section

KINDS = ("person", "company", "agency", "project", "zone", "company", "project", "person", "facility", "programme")
SAYS = {"person": ("holds_post", "participates_in"), "company": ("undertakes", "cooperates_with", "supplies")}


def names(count: int) -> list[tuple[str, str]]:
    """(type, name) of ``count`` entities, all different."""
    digits = "甲乙丙丁戊己庚辛壬癸"
    word = ["".join(digits[int(d)] for d in f"{i:05d}") for i in range(count)]
    ending = {"person": "", "company": "公司", "agency": "局", "project": "项目", "zone": "园区", "facility": "站", "programme": "行动"}
    return [(kind, word[i] + ending[kind]) for i in range(count) for kind in [KINDS[i % len(KINDS)]]]


def story(number: int, cast: list[tuple[str, str]]) -> tuple[ReadPage, Reading, list[Mention]]:
    """One page with one article: each entity named in turn, each tied to the next four."""
    headline, body = f"第{number}号报道", "".join(f"{name}与各方见面。" for _, name in cast)
    text = headline + BREAK + body + BREAK
    printed = headline + "\n" + body + "\n"
    page = Page(ids.page_id(printed), f"{number:04d}.txt", printed)
    offsets = tuple(-1 if c == BREAK else i for i, c in enumerate(text))
    at = len(headline) + 1
    article = Article(
        f"{page.id}-a",
        page,
        0,
        text,
        offsets,
        (Section("headline", 0, at), Section("body", at, len(text))),
        headline,
        bylines=(Byline("记者", "某某"),),
        date=f"20{number % 20 + 5:02d}-0{number % 9 + 1}-11",
    )
    draft = Draft(article)
    mentions = []
    for kind, name in cast:
        mentions.append(draft.name(at, at + len(name), kind, "made", name=name))
        at += len(name) + 6
    for i, mention in enumerate(mentions):
        for step in (1, 2, 3, 5):
            other = mentions[(i + step) % len(mentions)]
            says = SAYS.get(mention.type, ("part_of",))
            draft.claim(mention, says[step % len(says)], other, [(mention.start, mention.end)], "made", confidence=0.5 + step / 10)
    return ReadPage(page, (article,)), draft.freeze(), mentions


def big(entities: int, articles: int, cast: int = 20) -> Corpus:
    """A corpus of ``entities`` in ``articles`` of ``cast`` names each; article k takes a window, so that communities form."""
    known = names(entities)
    pages, readings, groups = [], [], {i: [] for i in range(entities)}
    for number in range(articles):
        chosen = [(number * entities // articles + i * (1 + (number % 10 == 0) * 7)) % entities for i in range(cast)]
        page, reading, mentions = story(number, [known[i] for i in chosen])
        pages.append(page)
        readings.append(reading)
        for i, mention in zip(chosen, mentions, strict=True):
            groups[i].append(mention.id)
    made = [
        Entity(ids.entity_id(*[known[i][0], None, known[i][1]]), known[i][0], known[i][1], (known[i][1],), tuple(found))
        for i, found in groups.items()
        if found
    ]
    return Corpus(tuple(pages), tuple(readings), tuple(made), {m: e.id for e in made for m in e.mentions})
