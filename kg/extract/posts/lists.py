"""People by their posts where no verb says who is what: lines of 局长：甲某 and 副局长：乙某、丙某, and 甲某（市水利局局长）."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.extract.clauses.folded import ASIDE, Folded, fold
from kg.extract.clauses.patterns import ANY
from kg.extract.draft import Draft
from kg.extract.posts.bodies import BODY_TYPES, Bodies, PostBody
from kg.extract.posts.chains import Link, read_chain
from kg.extract.posts.claims import write
from kg.extract.posts.titles import Title, fits, read_title, suffix_of
from kg.extract.rules import Rule
from kg.model import Mention

BRACKET = Rule(
    "post-bracket",
    "holds_post",
    "参加的有〔P甲一〕（〔A市水利局〕党组书记、局长）等。 => 甲一 > 市水利局 [title=党组书记]; 甲一 > 市水利局 [title=局长]",
    "〔P甲一〕（左二）和〔A市水利局〕局长座谈。",
    0.9,
)
LABEL = Rule(
    "post-label",
    "holds_post",
    "#〔A市水利局〕领导班子名单¶副局长：〔P甲一〕、〔P乙二〕¶ => 甲一、乙二 > 市水利局 [title=副局长]",
    "#〔A市水利局〕召开会议¶记者：〔P甲一〕¶",
    0.8,
)

LABELS = re.compile(
    rf"(?P<body>[ⒸⒶⒾⓏⓁ]?)(?P<title>[^{ANY}，,。；;：:、（）\s]{{2,10}})[：:](?P<people>Ⓟ(?:[、，]?Ⓟ)*)[，；。\n]*(?=$|[^{ANY}])",
)
CREDIT = re.compile("记者|通讯员|编辑|责编|主编|编审|校对|美编|作者|摄影|主持|嘉宾|讲述人|受访")
"""A paper's own people and those who speak in an interview: no post at a body."""


def brackets(draft: Draft, bodies: Bodies, folded: Folded) -> None:
    """Write the posts in a bracket right after a person's name, if it holds nothing else."""
    for person in folded.mentions(0, len(folded.text), "Ⓟ"):
        aside = ASIDE.match(draft.text, person.end)
        if aside is None or person.kind == "implied":
            continue
        inside = fold(draft, aside.start() + 1, aside.end() - 1)
        before: PostBody | None = None
        for link in whole_chain(inside):
            before = post_of(bodies, inside, link, before)
            if before is None:
                draft.reject("post", link.title.text, "no body is named or implied", inside.starts[link.start])
                break
            write(draft, replace(before, rule=BRACKET), link.title, [person], (person.start, aside.end()), text_of(inside, link))


def whole_chain(folded: Folded) -> list[Link]:
    """Return the chain of titles that is all of a stretch, [] if the stretch holds anything else."""
    chain = read_chain(folded, len(folded.text)) if folded.text else []
    return chain if chain and chain[0].start == 0 else []


def post_of(bodies: Bodies, folded: Folded, link: Link, before: PostBody | None) -> PostBody | None:
    """Return the body of one link of a chain, ``before`` that of the link before it."""
    printed = folded.at[link.body] if link.body >= 0 else ()
    return bodies.resolve(folded, link.start, link.title, printed, before)


def text_of(folded: Folded, link: Link) -> str:
    """Return a link's title as it is filed: with the committee's last word (县委书记)."""
    return (suffix_of(folded.at[link.body][0].surface) if link.body >= 0 else "") + link.title.text


def labels(draft: Draft, folded: Folded) -> None:
    """Write what lines of a title, a colon and names say, each of the body printed before the title or of the list's own."""
    for match in labelled(folded.text):
        title = read_title(match["title"], whole=True)
        if title is None or CREDIT.search(match["title"]):
            continue
        people = folded.mentions(*match.span("people"), "Ⓟ")
        body = folded.at[match.start("body")][0] if match["body"] else body_of_list(draft, people[0].start, title)
        span = folded.span(match.start(), match.end("people"))
        if body is None:
            draft.reject("post", draft.text[slice(*span)], "a list under titles does not tell its body", span[0])
        else:
            extra = None if match["body"] else (body.start, body.end)
            write(draft, PostBody(body, LABEL, extra), title, people, span, title.text)


def labelled(text: str) -> Iterator[re.Match[str]]:
    """Yield the labels of a sentence that is made of nothing but labels with their names."""
    found = list(LABELS.finditer(text))
    if found and found[0].start() == 0 and found[-1].end() == len(text) and sum(len(m.group()) for m in found) == len(text):
        yield from found


def body_of_list(draft: Draft, offset: int, title: Title) -> Mention | None:
    """Return the body that a list of posts is of: the only fitting one of the headline, else the only one of the article; None if
    there is none or several."""
    headline = next((s.end for s in draft.article.sections if s.kind == "headline"), 0)
    for start, end in ((0, headline), (0, offset), (0, len(draft.text))):
        fitting = [m for m in draft.within(start, end, *BODY_TYPES[title.kind], kinds=("name",)) if fits(title.text, m.surface)]
        if len({m.name or m.surface for m in fitting}) == 1:
            return fitting[0]
    return None
