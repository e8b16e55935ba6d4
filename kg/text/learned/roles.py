"""Which line of a story's headings is kicker, headline or subhead, as numbers for a network."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from kg.text.layout.headings import COMMENT, GLUE_END, GLUE_START, SHORT, SUBHEAD, goes_on, is_beside, is_body_name, is_glued, is_notice
from kg.text.layout.labels import ISSUED
from kg.text.layout.language import straddle
from kg.text.layout.lines import Line
from kg.text.layout.parts import Story
from kg.text.learned import lines as line_reader
from kg.text.learned import net
from kg.text.learned.fragments import LEAD_LENGTH, Fragment, grams, log_kinds, made_of
from kg.text.learned.net import Array
from kg.text.learned.segments import read_sheet
from kg.text.squeeze import Squeezed, is_letter_spaced, join

ROLES = ("kicker", "headline", "subhead")
WINDOW, LONG = 2, 18


def rows(groups: Sequence[Fragment], body: str) -> Array:
    """Return the numbers of every line of a story's headings, its neighbours beside it; (lines, features)."""
    told, lead = set(grams(body)), set(grams(body[:LEAD_LENGTH]))
    flat = [(group, at) for group in groups for at in range(len(group.lines))]
    longest = max((len(group.lines[at].text) for group, at in flat), default=1)
    found = []
    for n, (group, at) in enumerate(flat):
        line = group.lines[at]
        pairs = grams(line.text)
        found.append(
            [
                *np.maximum(group.line_kinds[at], -9.0).tolist(),
                n / 4,
                (len(flat) - n - 1) / 4,
                float(n == 0),
                float(n == len(flat) - 1),
                float(at == 0),
                float(at == len(group.lines) - 1),
                len(line.text) / 12,
                len(line.text) / longest,
                float(bool(SUBHEAD.match(line.text))),
                sum(g in told for g in pairs) / max(1, len(pairs)),
                sum(g in lead for g in pairs) / max(1, len(pairs)),
                float(is_letter_spaced(line.raw)),
                float(is_body_name(line.text)),
                float(any(c.isdigit() for c in line.text)),
                float(bool(GLUE_START.match(line.text))),
                float(bool(GLUE_END.search(line.text))),
                *after(flat[n - 1][0].lines[flat[n - 1][1]].text if n else "", line.text, body),
                min(line.gap, 3) / 2,
                float(line.text[-1] in "！？!?"),
                float("　" in line.raw.strip() or " " in line.raw.strip()),
                math.log(1 + len(body)) / 4,
                1.0,
            ]
        )
    table = np.array(found, np.float32)
    return np.asarray(net.windowed(table, 1), np.float32) if len(table) else np.zeros((0, 1), np.float32)


def after(above: str, text: str, body: str) -> tuple[float, float, float, float]:
    """Return how a line of headings goes on from the one above it, "" if it is the first."""
    if not above:
        return 0.0, 0.0, 0.0, 1.0
    return (
        float(bool(GLUE_END.search(above))),
        min(straddle(above[-6:], text[:6]), 8.0) / 4,
        float(above[-2:] + text[:2] in body),
        abs(len(above) - len(text)) / 8,
    )


def read_roles(groups: Sequence[Fragment], body: str, w: net.Weights) -> list[tuple[str, list[Squeezed]]]:
    """Return a story's headings as (kind, [characters]) in the order kicker, headline, subhead; lines of one part joined."""
    flat = [line for group in groups for line in group.lines]
    if not flat:
        return []
    logits = role_logits(groups, body, w)
    best = logits.argmax(1)
    best = glued(best, groups, logits, body)
    issued = np.array([ISSUED.match(line.text) is not None for line in flat])
    best[issued] = 2
    if not (best == 1).any() and not issued.all():
        best[int(np.where(issued, -np.inf, logits[:, 1]).argmax())] = 1
    parts: list[tuple[str, list[Squeezed]]] = []
    for role, kind in enumerate(ROLES):
        chars: list[Squeezed] = []
        last = -2
        for n, line in enumerate(flat):
            if best[n] == role:
                if chars and (role == 1 or last == n - 1):
                    chars[-1] = chars[-1] + line.chars
                else:
                    chars.append(line.chars)
                last = n
        if chars:
            parts.append((kind, chars))
    return parts


def glued(best: NDArray[np.int64], groups: Sequence[Fragment], logits: Array, body: str) -> NDArray[np.int64]:
    """Return the roles with a headline's next line as headline too where the line asks for it: ``…工程施工`` / ``中标候选人公示``.

    Two lines of one length set with spaces are one headline, and no other line of their group is; of two long ones of which neither
    asks for the other the likelier is.
    """
    found, at = best.copy(), 0
    for group in groups:
        for n, (above, below) in enumerate(pairwise(group.lines), at):
            beside = 1 in found[n : n + 2] and 2 not in found[n : n + 2]
            if beside and is_one(above.text, below.text):
                found[n : n + 2] = 1
            elif set(found[n : n + 2]) == {1} and is_two(above, below, body):
                least = n + int(logits[n + 1, 1] - logits[n + 1, ::2].max() < logits[n, 1] - logits[n, ::2].max())
                found[least] = 0 if least == n else 2
            elif 1 in found[n : n + 2] and is_spaced_couplet(above, below):
                plain = [at + k for k, line in enumerate(group.lines) if found[at + k] == 1 and not is_letter_spaced(line.raw)]
                found[plain] = [0 if k < n else 2 for k in plain]
                found[n : n + 2] = 1
        at += len(group.lines)
    return found


def is_two(above: Line, below: Line, body: str) -> bool:
    """Whether two lines are too long for one headline and neither goes on in the other; ``body`` is the story's text."""
    return len(above.text) + len(below.text) >= LONG and not goes_on(above.text, below.text, body) and not is_spaced_couplet(above, below)


def is_spaced_couplet(above: Line, below: Line) -> bool:
    """Whether two lines are short, of one length and set with spaces between their characters: ``一 桥 飞 架`` / ``两 岸 同 城``."""
    return is_letter_spaced(above.raw) and is_letter_spaced(below.raw) and len(above.text) == len(below.text) <= SHORT


def role_logits(groups: Sequence[Fragment], body: str, w: net.Weights) -> Array:
    """Return how much speaks for each of ROLES for every line of a story's headings; (lines, 3)."""
    told = rows(groups, body)
    found: Array = np.stack([member_logits(m, told) for m in net.members(w, "role")]).mean(axis=0)
    return found.round(4)


def member_logits(w: net.Weights, told: Array) -> Array:
    """Return what one network makes of the numbers of ``rows``."""
    hidden = np.maximum((told - w["role.mean"]) * w["role.scale"] @ w["role.w0"] + w["role.b0"], 0)
    found: Array = hidden @ w["role.w1"] + w["role.b1"]
    return found


UNDASHED, JOINED, RULED = 2.6, 3.0, 99.0
"""What speaks against a subhead that no dash marks (of the two-part headings of ``corpus/pages``, 141 are kicker and headline, 10 headline
and such); against a headline of two lines, which a column's name over a short headline looks like; and against a line that the rules of
``kg.text.layout.headings`` know as no headline."""


def read_ordered(text: str, stories: Sequence[Story]) -> None:
    """Give the stories of a typed text their headings as (kind, [characters]): kickers, one headline and subheads in this order."""
    if not any(story.heads for story in stories):
        return
    w, sheet = net.weights(), read_sheet(text)
    kinds, follows = net.read_lines(w, *line_reader.matrix(sheet))
    logp, number = log_kinds(sheet, kinds), {line.chars.offsets[0]: at for at, line in enumerate(sheet.lines)}
    for story in stories:
        told = [number[at] for piece in story.heads for at in piece.chars.offsets if at in number]
        if told:
            body, lines = story.parts[0].text, [sheet.lines[at].chars for at in told]
            logits = role_logits(made_of(sheet, logp, follows, [told]), body, w)
            first, end = max(headlines(lines, body), key=lambda span: (in_order(logits, lines, span, body), span))
            parts = [("kicker", lines[:first]), ("headline", [join(lines[first:end])]), ("subhead", lines[end:])]
            story.headings = [(kind, chars) for kind, chars in parts if chars]


def headlines(lines: Sequence[Squeezed], body: str) -> list[tuple[int, int]]:
    """Return which lines could be the headline, half-open: one, or several of which each goes on in the next."""
    found = []
    for first in range(len(lines)):
        end = first + 1
        found.append((first, end))
        while end < len(lines) and goes_on(lines[end - 1].text, lines[end].text, body):
            end += 1
            found.append((first, end))
    return found


def is_one(above: str, below: str) -> bool:
    """Whether two heading lines are certainly parts of one: a word asks for the other line, or a question or notice goes on."""
    return is_glued(above, below) or is_notice(above, below)


def in_order(logits: Array, lines: Sequence[Squeezed], span: tuple[int, int], body: str) -> float:
    """Return how much speaks for a headline, the lines above it being kickers, those below it subheads."""
    first, end = span
    bare = any(not (SUBHEAD.match(chars.text) or COMMENT.search(chars.text)) for chars in lines[end:])
    main = "".join(chars.text for chars in lines[first:end])
    is_torn = any(is_notice(lines[at - 1].text, lines[at].text) for at in span if 0 < at < len(lines))
    if is_torn or is_beside(main, body) or (COMMENT.search(main) and len(lines) > end - first):
        return -RULED
    told = float(logits[:first, 0].sum() + logits[first:end, 1].sum() + logits[end:, 2].sum())
    return told - UNDASHED * bare - JOINED * sum(not is_one(a.text, b.text) for a, b in pairwise(lines[first:end]))
