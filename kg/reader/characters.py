"""How a text becomes the numbers that the network reads: one a character, so that its offsets are the text's."""

from __future__ import annotations

import unicodedata

import numpy as np

from kg.reader import labels

BEGIN, END, PAD, UNKNOWN, FIRST = range(5)
"""Numbers of the two marks, of padding, of a character that the network does not know, and of the first that it does."""
SPACE = "▁"
TAGS = tuple({tag: i for i, tag in enumerate(labels.tags(kinds))} for kinds in labels.LAYERS)


def fold(character: str) -> str:
    """Return the character that the network sees: compatibility forms folded where one stays one, white space as SPACE."""
    if character.isspace():
        return SPACE
    folded = unicodedata.normalize("NFKC", character)
    return folded if len(folded) == 1 else character


def paint_span(tags: np.ndarray, start: int, end: int, kind: str, layer: int) -> None:
    """Write the BIOES tags of one span of a layer into a row of tags (T,)."""
    code = TAGS[layer]
    if end - start == 1:
        tags[start] = code[f"S-{kind}"]
        return
    tags[start], tags[end - 1] = code[f"B-{kind}"], code[f"E-{kind}"]
    tags[start + 1 : end - 1] = code[f"I-{kind}"]
