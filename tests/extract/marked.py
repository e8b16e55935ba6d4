"""Drafts from marked sentences: 〔C甲公司〕 is a name of type company, 〔C该公司=甲公司〕 an anaphor of an earlier name."""

from __future__ import annotations

import re

from kg.extract.draft import Draft
from kg.extract.posts.find import find_posts
from kg.extract.relations.find import find_relations
from kg.model import BREAK, Article, Claim, Locality, Page, Section

TYPES = {
    "P": "person",
    "C": "company",
    "A": "agency",
    "I": "institution",
    "Z": "zone",
    "J": "project",
    "G": "programme",
    "F": "facility",
    "L": "place",
}
MARK = re.compile(r"〔([A-Z])((?:[^〔〕=]|〔[A-Z][^〔〕]*〕)+)(?:=([^〔〕]+))?〕")


def draft(marked: str, headline: str = "", **locality: str) -> Draft:
    """Return a Draft of one body; marks may be nested one deep: 〔A〔Z高新区〕管委会〕."""
    text, found = "", []
    for part, body in ((headline, False), (marked, True)):
        if part:
            text, found = plain(part, text, found)
            text += BREAK
            if not body:
                start = len(text)
    begin = start if headline else 0
    page = Page("p0", "page.txt", text.replace(BREAK, "\n"))
    offsets = tuple(-1 if c == BREAK else i for i, c in enumerate(text))
    sections = ((Section("headline", 0, begin),) if headline else ()) + (Section("body", begin, len(text)),)
    made = Draft(Article("p0-a1", page, 0, text, offsets, sections, locality=Locality(**locality)))
    for at, end, type_, antecedent in sorted(found, key=lambda f: bool(f[3])):
        if antecedent:
            first = next(m for m in made.mentions if m.surface == antecedent)
            made.point(at, end, first, "test")
        else:
            made.name(at, end, TYPES[type_], "test")
    return made


def plain(marked: str, text: str, found: list[tuple[int, int, str, str]]) -> tuple[str, list[tuple[int, int, str, str]]]:
    position = 0
    for match in MARK.finditer(marked):
        text += marked[position : match.start()]
        at = len(text)
        text, found = plain(match[2], text, found)
        found.append((at, len(text), match[1], match[3] or ""))
        position = match.end()
    return text + marked[position:], found


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
