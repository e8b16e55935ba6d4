"""jieba's own neural tagger (Baidu LAC, small) over repaired text.

It cuts words with tags (PER, ORG, LOC, TIME and parts of speech) and proposes those of NAMES as spans. Punctuation
is folded to half width for the model only: without that marks are read as nouns and names run into them. Offsets do not change,
since one character goes in for one. Weights are read from the installed jieba on first use, without importing it.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from kg.errors import KgError
from kg.model import BREAK
from kg.reader.bigru import BiGruCrf
from kg.reading import Reading, ReadSpan, Word

LONGEST = 240
"""Characters the network reads at once; longer sentences are cut, names near a cut may suffer."""

NAMES = ("PER", "ORG", "LOC")
"""Tags of words that are proposed as names."""

MARKS = str.maketrans("。、“”‘’《》【】—", ".,\"\"''<>[]-")
ASCII_AT_FULL_WIDTH = range(0xFF01, 0xFF5F)
FULL_WIDTH_SHIFT = 0xFEE0


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


def propose(texts: Sequence[str], sentences: Sequence[Sequence[tuple[int, int]]]) -> list[Reading]:
    """Return the reading of each text, all tagged in one batch; ``sentences`` are the ranges of each text to read, apart from each other.

    Raises KgError if jieba's model is not installed.
    """
    pieces = [(n, start, texts[n][start:end].rstrip(BREAK)) for n, ranges in enumerate(sentences) for start, end in ranges]
    tagged: list[list[Word]] = [[] for _ in texts]
    for (n, shift, _), words in zip(pieces, tagger().tag([piece for _, _, piece in pieces]), strict=True):
        tagged[n] += [Word(shift + word.start, shift + word.end, word.tag) for word in words]
    return [reading(words, len(text)) for text, words in zip(texts, tagged, strict=True)]


def reading(words: Sequence[Word], length: int) -> Reading:
    """Return words as a reading, with a word of tag "w" for every stretch of the text that none covers (paragraph breaks)."""
    whole: list[Word] = []
    at = 0
    for word in sorted(words, key=lambda w: w.start):
        if word.start > at:
            whole.append(Word(at, word.start, "w"))
        whole.append(word)
        at = word.end
    if at < length:
        whole.append(Word(at, length, "w"))
    return Reading(tuple(ReadSpan(w.start, w.end, w.tag) for w in whole if w.tag in NAMES), words=tuple(whole))


def unread(text: str) -> Reading:
    """Return the reading of a text that the tagger cannot read: no name, one word over all of it, so that the rules can go on."""
    return reading((), len(text))
