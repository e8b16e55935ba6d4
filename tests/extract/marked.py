"""Drafts from sentences in the notation of rule examples (``kg.extract.examples``): 〔C甲公司〕 is a name of type company."""

from __future__ import annotations

from kg.extract.draft import Draft
from kg.extract.examples import draft_of
from kg.extract.posts.find import find_posts
from kg.extract.relations.find import find_relations
from kg.model import Claim


def draft(marked: str, headline: str = "", **locality: str) -> Draft:
    """Return a Draft of one body; marks may be nested: 〔A〔Z高新区〕管委会〕."""
    context = "; ".join(f"{key}={value}" for key, value in locality.items())
    return draft_of((f"[{context}]" if context else "") + (f"#{headline}¶" if headline else "") + marked)


def read(marked: str, headline: str = "", **locality: str) -> Draft:
    """Return the draft after posts and relations have been read."""
    made = draft(marked, headline, **locality)
    find_posts(made)
    find_relations(made)
    return made


def told(made: Draft, claim: Claim) -> str:
    """Return a claim as 甲公司 undertakes 某工程."""
    subject, target = made.mention(claim.subject), made.mention(claim.object) if claim.object else None
    return f"{subject.name or subject.surface} {claim.predicate} {(target.name or target.surface) if target else '-'}"


def facts(marked: str, headline: str = "", **locality: str) -> list[str]:
    """Return what is exported of a marked text (denied claims left out), in order, none twice."""
    made = read(marked, headline, **locality)
    return list(dict.fromkeys(told(made, c) for c in made.claims if c.status != "denied"))


def posts(marked: str, headline: str = "", **locality: str) -> list[tuple[str, str, str]]:
    """Return (person, title, body) of a marked text in order."""
    made = draft(marked, headline, **locality)
    find_posts(made)
    rows = []
    for claim in made.claims:
        body = made.mention(claim.object or "")
        rows.append((made.mention(claim.subject).surface, claim.qualifier("title") or "", body.name or body.surface))
    return rows
