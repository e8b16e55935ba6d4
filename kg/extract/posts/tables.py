"""Tables of people and posts: under 姓名, 单位, 现任职务, 拟任职务 a row for each person.

An article's text holds no white space; what stands between its characters on the page tells lines and cells apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.extract.clauses.folded import fold
from kg.extract.draft import Draft
from kg.extract.posts.bodies import Bodies, PostBody
from kg.extract.posts.claims import write
from kg.extract.posts.lists import post_of, text_of, whole_chain
from kg.extract.ranges import Range
from kg.extract.rules import Rule
from kg.model import Article, Mention
from kg.names.surnames import has_common_surname

TABLE = Rule(
    "post-table",
    "holds_post",
    "姓名\t单位\t职务¶〔P甲一〕\t〔A市水利局〕\t副局长¶ => 甲一 > 市水利局 [title=副局长]",
    "姓名\t单位\t成绩¶〔P甲一〕\t〔A市水利局〕\t优秀¶",
    0.85,
)

PERSON = re.compile("(?:干部|同志)?姓名|(?:拟任)?人选|候选人")
BODY = re.compile("(?:所在|工作|现工作)?(?:单位|部门|机构|企业|公司|学校)(?:名称)?")
POST = re.compile(
    r"(?:现任?|拟聘?任?|原任?|免去|所在|工作|单位|部门|及|和|与|、|/|／|\(|\)|（|）)*(?:职务|职位|岗位|任职)(?:（[^（）]*）)?"
)
NAME = re.compile(r"[\u3400-\u9fff]{2,4}|[\u3400-\u9fff]{1,8}·[\u3400-\u9fff]{1,8}")
SPLITS = (re.compile(r"\t+"), re.compile(r"[ \u3000\xa0]{2,}"), re.compile(r"[ \u3000\xa0]"))
"""What parts the cells of a line, the first of them that the line holds."""
Cell = tuple[int, int]
"""Article range of a cell, half-open."""


@dataclass(frozen=True, slots=True)
class Head:
    """The columns of a table, by number: the person's, the body's (None if there is none), those of posts with the status they give."""

    size: int
    person: int
    body: int | None
    posts: tuple[tuple[int, str], ...]


def read_tables(draft: Draft, bodies: Bodies) -> list[Range]:
    """Write the posts of the rows under a head and return the ranges of these rows, which are no sentences; a row that is not read is
    rejected with the reason."""
    head: Head | None = None
    tabled: list[Range] = []
    for row in rows(draft.article):
        texts = [draft.text[start:end] for start, end in row]
        found = head_of(texts)
        if found or len(row) < 2:
            head = found
            continue
        if head:
            tabled.append(Range(row[0][0], row[-1][1]))
        if head and len(row) != head.size:
            draft.reject("table", "｜".join(texts), f"a row of {len(row)} cells under a head of {head.size}", row[0][0])
        elif head:
            read_row(draft, bodies, head, row)
    return tabled


def rows(article: Article) -> Iterator[list[Cell]]:
    """Yield the lines of the page that an article's text holds, each as its cells."""
    begin = 0
    for at in range(1, len(article.text) + 1):
        if at == len(article.text) or "\n" in gap(article, at):
            if cells := list(cells_of(article, begin, at)):
                yield cells
            begin = at


def gap(article: Article, at: int) -> str:
    """Return what stands on the page between an article's character and the one before it; a new line at a paragraph's end."""
    left, right = article.offsets[at - 1], article.offsets[at]
    return "\n" if left < 0 or right < 0 or right < left else article.page.text[left + 1 : right]


def cells_of(article: Article, start: int, end: int) -> Iterator[Cell]:
    """Yield the cells of one line ``text[start:end]`` of an article."""
    at = [i for i in range(start, end) if article.offsets[i] >= 0]
    if not at:
        return
    first, last = article.offsets[at[0]], article.offsets[at[-1]] + 1
    line = article.page.text[first:last]
    pattern = next((split for split in SPLITS if split.search(line)), None)
    edges = [(0, 0), *(m.span() for m in pattern.finditer(line))] if pattern else [(0, 0)]
    for (_, left), (right, _) in zip(edges, [*edges[1:], (len(line), 0)], strict=True):
        inside = [i for i in at if left <= article.offsets[i] - first < right]
        if inside:
            yield inside[0], inside[-1] + 1


def head_of(texts: Sequence[str]) -> Head | None:
    """Return the columns that a row names, None if it names no person and post."""
    person = next((n for n, text in enumerate(texts) if PERSON.fullmatch(text)), None)
    body = next((n for n, text in enumerate(texts) if BODY.fullmatch(text)), None)
    posts = tuple((n, status_of(text)) for n, text in enumerate(texts) if POST.fullmatch(text))
    return Head(len(texts), person, body, posts) if person is not None and posts else None


def status_of(label: str) -> str:
    """Return the status that a column's label gives its posts: 拟任职务 designate, 原职务 former."""
    return "designate" if label.startswith("拟") else "former" if label.startswith(("原", "免")) else "stated"


def read_row(draft: Draft, bodies: Bodies, head: Head, row: Sequence[Cell]) -> None:
    """Write the posts of one row."""
    person = person_in(draft, row[head.person])
    if person is None:
        draft.reject("table", draft.text[slice(*row[head.person])], "a table's person is no name", row[head.person][0])
        return
    body = next(iter(draft.within(*row[head.body], kinds=("name", "implied"))), None) if head.body is not None else None
    for column, status in head.posts:
        folded = fold(draft, *row[column])
        before = PostBody(body, TABLE) if body else None
        chain = whole_chain(folded)
        for link in chain:
            post = before if body and link.body < 0 else post_of(bodies, folded, link, before)
            if post is None:
                draft.reject("post", link.title.text, "no body is named or implied", folded.starts[link.start])
                continue
            before = post
            title = replace(link.title, status=status) if link.title.status == "stated" else link.title
            span = (min(person.start, post.body.start if post.body is body else person.start), row[column][1])
            write(draft, PostBody(post.body, TABLE), title, [person], span, text_of(folded, link))
        if not chain:
            draft.reject("post", draft.text[slice(*row[column])], "a cell of a table is no title that is known", row[column][0])


def person_in(draft: Draft, cell: Cell) -> Mention | None:
    """Return the person of a cell, named if no finder saw him; None if the cell is no person's name or part of another name."""
    found = draft.within(*cell, "person", kinds=("name",))
    if found:
        return found[0] if (found[0].start, found[0].end) == cell else None
    text = draft.text[slice(*cell)]
    is_name = NAME.fullmatch(text) is not None and (has_common_surname(text) or "·" in text)
    return draft.name(*cell, "person", "post-table", score=0.7) if is_name and not crossed(draft, cell) else None


def crossed(draft: Draft, cell: Cell) -> bool:
    """Whether a name reaches over an edge of a cell."""
    near = draft.within(max(0, cell[0] - 40), min(len(draft.text), cell[1] + 40), kinds=("name",), outer=False)
    return any(m.start < cell[1] and cell[0] < m.end for m in near)
