"""The forward pass of a two-layer BiGRU with a CRF on top, in numpy: the network that jieba installs as ``lac_small``.

It knows the weight files and arithmetic; it knows no character, label or rule. A weight file is Paddle's variable format:

    u32 version (0), u64 levels, {u64 size, data} a level, u32 version (0), i32 n, n bytes of TensorDesc, float32 data

TensorDesc is protobuf: field 1 the data type (5 is float32), field 2 the dimensions. A gru weight of D × 3D holds two blocks one
after the other, update and reset (D × 2D), then candidate (D × D). The CRF's matrix has the start scores in row 0, the end
scores in row 1, the rest are transitions from → to.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits

from kg.errors import KgError

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

FLOAT32 = 5
DATA_TYPE_FIELD, DIMENSION_FIELD, PACKED_DIMENSION_FIELD = 0x08, 0x10, 0x12


def read_varint(data: bytes, at: int) -> tuple[int, int]:
    """Return one protobuf integer and the offset after it."""
    value = shift = 0
    while True:
        byte = data[at]
        at += 1
        value |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80:
            return value, at


def read_dimensions(description: bytes) -> tuple[int | None, tuple[int, ...]]:
    """Return data type and dimensions of a TensorDesc."""
    kind: int | None = None
    dimensions: list[int] = []
    at = 0
    while at < len(description):
        field, at = read_varint(description, at)
        value, at = read_varint(description, at)
        if field == DATA_TYPE_FIELD:
            kind = value
        elif field == DIMENSION_FIELD:
            dimensions.append(value)
        elif field == PACKED_DIMENSION_FIELD:
            end = at + value
            while at < end:
                dimension, at = read_varint(description, at)
                dimensions.append(dimension)
    return kind, tuple(dimensions)


def read_weights(path: Path) -> Floats:
    """Return the array of one weight file; KgError if it is not one of float32."""
    data = path.read_bytes()
    (levels,) = struct.unpack_from("<Q", data, 4)
    at = 12
    for _ in range(levels):
        (size,) = struct.unpack_from("<Q", data, at)
        at += 8 + size
    (size,) = struct.unpack_from("<i", data, at + 4)
    at += 8
    kind, dimensions = read_dimensions(data[at : at + size])
    weights = np.frombuffer(data, np.float32, offset=at + size)
    if kind != FLOAT32 or weights.size != np.prod(dimensions):
        raise KgError(f"{path}: not a float32 weight file of {dimensions}; install jieba 0.42.1 again")
    return weights.reshape(dimensions)


def sigmoid(x: Floats) -> None:
    """Replace ``x`` by its logistic, in place."""
    np.negative(x, x)
    np.exp(x, x)
    x += 1
    np.reciprocal(x, x)


class Layer:
    """One bidirectional GRU layer with the projections of its input; ``n`` is the number of units of a direction."""

    def __init__(self, folder: Path, number: int, n: int) -> None:
        pair = (number, number + 1)
        self.n = n
        self.weights = np.concatenate([read_weights(folder / f"fc_{i}.w_0") for i in pair], 1)
        self.bias = np.concatenate([(read_weights(folder / f"fc_{i}.b_0") + read_weights(folder / f"gru_{i}.b_0")).ravel() for i in pair])
        flat = [read_weights(folder / f"gru_{i}.w_0").ravel() for i in pair]
        self.gates = np.stack([w[: 2 * n * n].reshape(n, 2 * n) for w in flat])
        self.candidates = np.stack([w[2 * n * n :].reshape(n, n) for w in flat])

    def run(self, forward: Floats, backward: Floats, active: Sequence[int]) -> Floats:
        """Return the states, time × batch × 2n, the backward half still in reversed order.

        ``forward`` and ``backward`` are the projected inputs, the second of the reversed sequence; ``active[t]`` says how many
        sequences are longer than ``t`` (longest first).
        """
        n = self.n
        states = np.zeros((forward.shape[0], forward.shape[1], 2 * n), np.float32)
        hidden = np.zeros((2, forward.shape[1], n), np.float32)
        for t, alive in enumerate(active):
            hidden = hidden[:, :alive]
            gates = np.matmul(hidden, self.gates)
            gates[0] += forward[t, :alive, : 2 * n]
            gates[1] += backward[t, :alive, : 2 * n]
            sigmoid(gates)
            update, reset = gates[..., :n], gates[..., n:]
            step = np.matmul(reset * hidden, self.candidates)
            step[0] += forward[t, :alive, 2 * n :]
            step[1] += backward[t, :alive, 2 * n :]
            np.tanh(step, step)
            hidden = hidden + update * (step - hidden)
            states[t, :alive, :n], states[t, :alive, n:] = hidden[0], hidden[1]
        return states

    def run_both(self, projected: Floats, turned: Ints, columns: Ints, active: Sequence[int]) -> Floats:
        """Return the states of both directions in reading order; ``turned`` is the row of the reversed position."""
        half = 3 * self.n
        states = self.run(projected[..., :half], projected[..., half:][turned, columns], active)
        states[..., self.n :] = states[turned, columns, self.n :]
        return states


class BiGruCrf:
    """The network: character ids in, label ids out."""

    def __init__(self, folder: Path, n: int = 128) -> None:
        self.embedding = read_weights(folder / "word_emb")
        self.layers = (Layer(folder, 0, n), Layer(folder, 2, n))
        self.weights, self.bias = read_weights(folder / "fc_4.w_0"), read_weights(folder / "fc_4.b_0").ravel()
        crf = read_weights(folder / "crfw")
        self.start, self.end = crf[0], crf[1]
        self.into = np.ascontiguousarray(crf[2:].T)
        self.n = n

    def label(self, sequences: Sequence[Sequence[int]], batch: int = 48) -> list[list[int]]:
        """Return the best labels of each sequence of character ids, in the order given; an empty one has none.

        One thread: the matrices are so small that several would wait for each other, and pages are read in parallel anyway.
        """
        order = sorted((i for i, s in enumerate(sequences) if s), key=lambda i: -len(sequences[i]))
        found: list[list[int]] = [[] for _ in sequences]
        with threadpool_limits(1):
            for at in range(0, len(order), batch):
                part = order[at : at + batch]
                for i, path in zip(part, self._label_batch([sequences[i] for i in part]), strict=True):
                    found[i] = path
        return found

    def _label_batch(self, sequences: Sequence[Sequence[int]]) -> list[list[int]]:
        lengths = np.array([len(s) for s in sequences])
        active = [int((lengths > t).sum()) for t in range(int(lengths[0]))]
        return self._decode(self._emit(sequences, active), [int(n) for n in lengths], active)

    def _emit(self, sequences: Sequence[Sequence[int]], active: Sequence[int]) -> Floats:
        """Return the label scores, time × batch × labels."""
        steps, width = len(active), len(sequences)
        ids = np.zeros((steps, width), np.int64)
        turned = np.tile(np.arange(steps)[:, None], (1, width))
        for column, sequence in enumerate(sequences):
            ids[: len(sequence), column] = sequence
            turned[: len(sequence), column] = np.arange(len(sequence) - 1, -1, -1)
        columns = np.arange(width)[None, :]
        known, where = np.unique(ids, return_inverse=True)
        first = self.layers[0]
        projected = (self.embedding[known] @ first.weights + first.bias)[where.reshape(ids.shape)]
        states = first.run_both(projected, turned, columns, active)
        for layer in self.layers[1:]:
            states = layer.run_both(states @ layer.weights + layer.bias, turned, columns, active)
        return np.asarray(states @ self.weights + self.bias, np.float32)

    def _decode(self, scores: Floats, lengths: Sequence[int], active: Sequence[int]) -> list[list[int]]:
        """Return the best path of each sequence (Viterbi)."""
        steps, width, labels = scores.shape
        back = np.zeros((steps, width, labels), np.int16)
        last = np.zeros(width, np.int64)
        best = scores[0] + self.start
        for t, alive in enumerate(active):
            if t:
                ways = best[:alive, None, :] + self.into
                back[t, :alive] = ways.argmax(2)
                best = ways.max(2) + scores[t, :alive]
            staying = active[t + 1] if t + 1 < steps else 0
            if staying < alive:
                last[staying:alive] = (best[staying:alive] + self.end).argmax(1)
        return [self._trace(back[:, column], int(last[column]), lengths[column]) for column in range(width)]

    @staticmethod
    def _trace(back: NDArray[np.int16], label: int, length: int) -> list[int]:
        path = []
        for t in range(length - 1, -1, -1):
            path.append(label)
            label = int(back[t, label])
        return path[::-1]
