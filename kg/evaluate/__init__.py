"""Score extractions against gold pages; the measures and figures are those of the gold's own score.py.

Both sides are page JSON as ``kg.export.pages`` writes it. White space never counts; in names and headlines quotation and
title marks do not either, and full-width marks are folded. An entity is known over the whole corpus by type, name and key.

    articles    F1 of bodies whose start and end are both within 6 characters of a gold body's
    headlines   share of the gold headlines found exactly
    bylines     F1 of (page, role, name)
    entities    F1 of (page, type, surface); spans: the same without the type
    linking     B-cubed F1 over the (page, surface) pairs that both sides have
    names       share of the aligned gold entities that have the same canonical name
    relations   F1 of (subject, predicate, object), entities aligned through their surfaces
    titles      share of the matched holds_post relations that have a title of the gold's
    events      F1 of (event, participant, role), events aligned one to one by shared participants
    attributes  F1 of (entity, key, value)
    overall     mean of articles, headlines, entities, linking, relations, events, attributes
"""

from __future__ import annotations

from kg.evaluate.rules import FAMILIES, Bin, Judged, judged_claims, precision_of_rules, reliability
from kg.evaluate.score import OVERALL, Evaluation, Score, bcubed, evaluate, f1_of
from kg.evaluate.sides import narrow, plain

__all__ = [
    "FAMILIES",
    "OVERALL",
    "Bin",
    "Evaluation",
    "Judged",
    "Score",
    "bcubed",
    "evaluate",
    "f1_of",
    "judged_claims",
    "narrow",
    "plain",
    "precision_of_rules",
    "reliability",
]
