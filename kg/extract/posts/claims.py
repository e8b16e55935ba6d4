"""The one place that writes posts."""

from __future__ import annotations

import re

from kg.extract.draft import Draft
from kg.extract.posts.bodies import PostBody
from kg.extract.posts.titles import Title
from kg.model import Mention

STOPS = re.compile("[。！？\n]")


def write(draft: Draft, post_body: PostBody, title: Title, people: list[Mention], span: tuple[int, int], text: str) -> None:
    """Write the claims of one post; a body that was carried from elsewhere adds the words that name it to the evidence."""
    ranges = [span] if post_body.extra_range is None or span[0] <= post_body.extra_range[0] < span[1] else [post_body.extra_range, span]
    if (
        post_body.extra_range
        and len(ranges) == 2
        and 0 <= span[0] - post_body.extra_range[1] <= 60
        and not STOPS.search(draft.text, post_body.extra_range[0], span[0])
    ):
        ranges = [(post_body.extra_range[0], span[1])]
    for person in people:
        draft.claim(
            person,
            "holds_post",
            post_body.body,
            ranges,
            post_body.rule.id,
            qualifiers={"title": text},
            confidence=post_body.rule.confidence,
            status=title.status,
        )
