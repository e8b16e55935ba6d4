"""Second reader: jieba's own neural tagger (Baidu LAC, small) over repaired text.

It proposes words with tags (PER, ORG, LOC, TIME and parts of speech); what becomes of a proposal is decided elsewhere. Punctuation
is folded to half width for the model only: without that marks are read as nouns and names run into them. Offsets do not change,
since one character goes in for one. Weights are read from the installed jieba on first use, without importing it.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kg.errors import KgError
from kg.extract.mentions.bigru import BiGruCrf

LONGEST = 240
"""Characters the network reads at once; longer sentences are cut, names near a cut may suffer."""

MARKS = str.maketrans("。、“”‘’《》【】—", ".,\"\"''<>[]-")
ASCII_AT_FULL_WIDTH = range(0xFF01, 0xFF5F)
FULL_WIDTH_SHIFT = 0xFEE0


@dataclass(frozen=True, slots=True)
class Word:
    """One word as the tagger cuts it: offsets into the text given, half-open; ``tag`` as LAC names it (PER, ORG, LOC, v, n …)."""

    start: int
    end: int
    tag: str


def fold(text: str) -> str:
    """Return the text with full-width forms at half width: ``（王，３Ｄ）`` → ``(王,3D)``; same length."""
    return "".join(chr(ord(c) - FULL_WIDTH_SHIFT) if ord(c) in ASCII_AT_FULL_WIDTH else c for c in text).translate(MARKS)


def read_ids(path: Path) -> Iterable[tuple[str, str]]:
    """Yield the two columns of a dictionary file; lines of another shape are the file's own comments."""
    for line in path.read_text(encoding="utf-8").split("\n"):
        columns = line.split("\t")
        if len(columns) == 2:
            yield columns[0], columns[1]


class Tagger:
    """The network with its dictionaries: texts in, words out."""

    def __init__(self, folder: Path) -> None:
        self._network = BiGruCrf(folder / "model_baseline")
        self._ids = {word: int(number) for number, word in read_ids(folder / "word.dic")}
        self._labels = {int(number): label for number, label in read_ids(folder / "tag.dic")}
        self._unknown = self._ids["OOV"]

    def labels(self, texts: Sequence[str]) -> list[list[str]]:
        """Return one label a character ("PER-B", "v-I", "O" …) for each text."""
        ids = [[self._ids.get(c, self._unknown) for c in fold(text)] for text in texts]
        return [[self._labels[i] for i in path] for path in self._network.label(ids)]

    def tag(self, texts: Sequence[str]) -> list[list[Word]]:
        """Return the words of each text in order; they cover it without gaps."""
        pieces = [(n, at, text[at : at + LONGEST]) for n, text in enumerate(texts) for at in range(0, len(text), LONGEST)]
        found: list[list[Word]] = [[] for _ in texts]
        for (n, at, _), labels in zip(pieces, self.labels([piece for _, _, piece in pieces]), strict=True):
            found[n] += words_of(labels, at)
        return found


def words_of(labels: Sequence[str], shift: int = 0) -> list[Word]:
    """Join labels to words: a word begins at every ``-B`` and where ``O`` begins; offsets are moved by ``shift``."""
    starts = [i for i, label in enumerate(labels) if i == 0 or label.endswith("-B") or (label == "O" and labels[i - 1] != "O")]
    return [
        Word(shift + start, shift + end, labels[start].split("-")[0]) for start, end in zip(starts, [*starts[1:], len(labels)], strict=True)
    ]


@cache
def tagger() -> Tagger:
    """Return the tagger, loaded once; KgError if jieba's model is not installed."""
    found = importlib.util.find_spec("jieba")
    places = list(found.submodule_search_locations or ()) if found else []
    folders = [Path(place) / "lac_small" for place in places if (Path(place) / "lac_small" / "word.dic").exists()]
    if not folders:
        raise KgError("jieba's lac_small is not installed; pip install jieba==0.42.1")
    return Tagger(folders[0])
