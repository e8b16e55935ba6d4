"""What the readers propose of the articles of one page: read at once, and each by itself where that fails.

A reader that raises on an article is a bug, which costs that article what the reader would have proposed; the rules go on without it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from kg.errors import KgError
from kg.extract.draft import Draft
from kg.extract.faults import is_debugging
from kg.reader.sight import see
from kg.reader.tagger import propose, unread
from kg.reading import Reading, Sight

Read = TypeVar("Read")


def read_drafts(drafts: Sequence[Draft]) -> list[Reading]:
    """Return what the tagger proposes of each article, sentence by sentence. Raises KgError if it is not installed."""

    def read(some: Sequence[Draft]) -> Sequence[Reading]:
        return propose([draft.text for draft in some], [[(s.start, s.end) for s in draft.sentences] for draft in some])

    return at_once_or_apart(drafts, read, [unread(draft.text) for draft in drafts])


def see_drafts(drafts: Sequence[Draft]) -> None:
    """Set what the network sees of each article, None where it fails. Raises KgError if its weights are not there."""
    blind: list[Sight | None] = [None] * len(drafts)
    for draft, sight in zip(drafts, at_once_or_apart(drafts, lambda some: see([draft.text for draft in some]), blind), strict=True):
        draft.sight = sight


def at_once_or_apart(drafts: Sequence[Draft], read: Callable[[Sequence[Draft]], Sequence[Read]], unread: Sequence[Read]) -> list[Read]:
    """Return what ``read`` gives for the articles, one each; ``unread`` of an article that it raises on even by itself."""
    try:
        return list(read(drafts))
    except KgError:
        raise
    except Exception:
        if is_debugging():
            raise
    found = list(unread)
    for number, draft in enumerate(drafts):
        with draft.spared():
            (found[number],) = read([draft])
    return found
