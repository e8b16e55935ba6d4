"""The weights that kg ships, read back as a network to train on: python -m train.fit --start kg/reader/weights

What ``train.export`` wrote is undone, so that more text can be shown to the network where no checkpoint was kept. Matrices come
back as int8 times their scale: within half a step of 127 of what was trained.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, numpy_helper

from train.encoder import HEADS, HIDDEN


def numbers(path: Path) -> list[np.ndarray]:
    """Return the arrays of floats of a file in the order in which ``train.export`` put them there, matrices as (rows, columns)."""
    kept = {t.name: t for t in onnx.load(path).graph.initializer}
    found = {}
    for name, tensor in kept.items():
        stem = name.removesuffix("_quantized")
        if stem != name:
            found[stem] = numpy_helper.to_array(tensor).astype(np.float32) * numpy_helper.to_array(kept[f"{stem}_scale"])
        elif "_" not in name and tensor.dims and tensor.data_type in (TensorProto.FLOAT, TensorProto.INT8):
            found[name] = numpy_helper.to_array(tensor).astype(np.float32)
    return [found[name] for name in sorted(found, key=lambda name: int(name[1:]))]


def encoder(values: list[np.ndarray]) -> tuple[dict[str, Any], np.ndarray, np.ndarray]:
    """Return the encoder, and weights and biases of the tags."""
    place, word, scale, ln, ln_b, *rest, tag, tag_b = values
    grown = HIDDEN**0.5
    layers: dict[str, list[np.ndarray]] = {}
    for i in range(0, len(rest), 16):
        q, q_b, k, k_b, v, v_b, *others = rest[i : i + 16]
        less = (HIDDEN // HEADS) ** 0.5
        layers.setdefault("qkv", []).append(np.concatenate([q * less, k, v], -1))
        layers.setdefault("qkv_b", []).append(np.concatenate([q_b * less, k_b, v_b], -1))
        names = ("out", "out_b", "ln1", "ln1_b", "up", "up_b", "down", "down_b", "ln2", "ln2_b")
        for name, value in zip(names, others, strict=True):
            layers.setdefault(name, []).append(value / grown if name in ("ln1", "ln2") else value)
    stack = {name: np.stack(parts) for name, parts in layers.items()}
    return {"word": word * scale, "place": place, "ln": ln / grown, "ln_b": ln_b, "layers": stack}, tag, tag_b


def links(values: list[np.ndarray]) -> dict[str, np.ndarray]:
    """Return the heads over nodes and pairs."""
    names = (
        "node",
        "node_b",
        "kind",
        "between",
        "both",
        "left",
        "right",
        "distance",
        "match",
        "pair_b",
        "deep",
        "deep_b",
        "part",
        "part_b",
    )
    ends = [f"{head}{tail}" for head in ("link", "status", "role", "event", "event_kind", "planned") for tail in ("", "_b")]
    return {"painted": np.stack(values[:3]), **dict(zip((*names, *ends), values[3:], strict=True))}


def read(folder: Path) -> tuple[list[str], dict[str, Any]]:
    """Return the characters (ids from 4 on) and the parameters of the network in a folder of exported weights."""
    characters = list(json.loads((folder / "reader.json").read_text(encoding="utf-8"))["characters"])
    kept, tag, tag_b = encoder(numbers(folder / "encoder.onnx"))
    width = tag_b.size // 3
    heads = {
        "tag": tag.reshape(HIDDEN, 3, width).transpose(1, 0, 2),
        "tag_b": tag_b.reshape(3, width),
        **links(numbers(folder / "links.onnx")),
    }
    return characters, {"encoder": kept, "heads": heads}
