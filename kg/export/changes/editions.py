"""What came with each edition: the pages of one paper's day that only the newer of two archives has, and what they changed. A line each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import chain

from kg.archive.archive import Archive
from kg.archive.changes import KINDS, Changes, compare
from kg.lexicon.messages import tell

Edition = tuple[str, str]
"""Paper and day; of a page that prints neither its name and "" stand for them."""


def editions(old: Archive, new: Archive) -> Iterator[str]:
    """Yield a line for each edition that came, in order of days and papers, then one for each page that is gone."""
    before = {page.id for page in old.pages()}
    came = [page for page in new.pages() if page.id not in before]
    edition_of = {page.id: edition(page.newspaper, page.date, page.name) for page in came}
    changes = compare(old, new)
    counted = by_edition(changes, edition_of)
    for key in sorted(counted, key=lambda key: (key[1], key[0])):
        pages = [page for page in came if edition_of[page.id] == key]
        size = tell("{} pages, {} articles", len(pages), sum(page.n_articles for page in pages))
        said = "".join(" · " + tell("{}: {}", tell(kind), counted[key][kind]) for kind in KINDS if counted[key][kind])
        yield f"{' '.join(filter(None, key))}  {size}{said}"
    for name in changes.pages_gone:
        yield tell("{}  gone", name)


def by_edition(changes: Changes, edition_of: Mapping[str, Edition]) -> dict[Edition, Counter[str]]:
    """Return how many statements of each kind the pages of each edition (by page id) have changed."""
    counted: dict[Edition, Counter[str]] = {key: Counter() for key in edition_of.values()}
    for change in chain.from_iterable(changes.by_thing.values()):
        page = changes.facts.articles[change.new[0].article].page.id if change.new else None
        if page is not None and page in edition_of:
            counted[edition_of[page]][change.kind] += 1
    return counted


def edition(newspaper: str | None, date: str | None, name: str) -> Edition:
    """Return the edition of a page."""
    return (newspaper or ("" if date else name), date or "")
