"""Which line of a story's headings is kicker, headline or subhead, as numbers for a network."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from kg.text.layout.headings import GLUE_END, GLUE_START, SUBHEAD, is_body_name
from kg.text.layout.language import straddle
from kg.text.learned import net
from kg.text.learned.fragments import LEAD_LENGTH, Fragment, grams
from kg.text.learned.net import Array
from kg.text.squeeze import Squeezed, is_letter_spaced

ROLES = ("kicker", "headline", "subhead")
WINDOW = 2


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
    table = rows(groups, body)
    h = np.maximum((table - w["role.mean"]) * w["role.scale"] @ w["role.w0"] + w["role.b0"], 0)
    logits = np.round(h @ w["role.w1"] + w["role.b1"], 4)
    best = logits.argmax(1)
    if not (best == 1).any():
        best[int(logits[:, 1].argmax())] = 1
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
