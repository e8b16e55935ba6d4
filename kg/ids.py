"""The only maker of ids and IRIs: from content, never random, never a counter.

An entity's id is made from its type, its locality and its canonical key, so that it survives rebuilds and added pages.
"""

from __future__ import annotations

import hashlib

ONTOLOGY = "https://w3id.org/kg-org-project/ontology#"
DATA = "https://w3id.org/kg-org-project/id/"


def digest(*parts: str, length: int = 12) -> str:
    """Return the first ``length`` hex digits of the SHA-256 of the parts, joined by a character no text holds."""
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogateescape")).hexdigest()[:length]


def page_id(text: str) -> str:
    """Return a page's id, made from its text alone: the same page under two file names is one page."""
    return "p" + digest(text)


def article_id(page: str, body: str) -> str:
    """Return an article's id from its page's id and its body's repaired text; survives a better order of articles."""
    return f"{page}-a{digest(body, length=8)}"


def entity_id(type_: str, locality: str | None, key: str) -> str:
    """Return an entity's id from what it is, where it is, and its canonical key."""
    return f"{type_}-{digest(type_, locality or '', key)}"


def claim_id(*parts: str) -> str:
    """Return a claim's id from article, subject, predicate, object, value, qualifiers and evidence."""
    return "c" + digest(*parts, length=16)


def event_id(*parts: str) -> str:
    """Return an event's id from article, kind and evidence."""
    return "e" + digest(*parts, length=16)


def iri(local: str) -> str:
    """Return the IRI of a thing of ours."""
    return DATA + local


def span_id(page: str, start: int, end: int) -> str:
    """Return the id of a run of characters of a page."""
    return f"{page}-s{start}-{end}"


def mention_id(mention: str) -> str:
    """Return the short id under which a mention is exported; ``mention`` is Mention.id, which may hold any character."""
    return "n" + digest(mention, length=16)


def role_id(title: str) -> str:
    """Return the id of a role, made from the title alone: 局长 is one role in all bodies."""
    return "role-" + digest(title)


def post_id(body: str, title: str) -> str:
    """Return the id of a post: one title at one body, whoever holds it."""
    return "post-" + digest(body, title)


def membership_id(person: str, body: str, title: str) -> str:
    """Return the id of one person's holding of one post."""
    return "m" + digest(person, body, title, length=16)


def join_id(left: str, right: str, reason: str) -> str:
    """Return the id of a join or refusal."""
    return "j" + digest(left, right, reason, length=16)


def decision_id(*parts: str) -> str:
    """Return the id of a user's decision, made from all it says."""
    return "d" + digest(*parts, length=16)


def agent_id(who: str) -> str:
    """Return the id of who made a decision."""
    return "agent-" + digest(who)
