"""Write trained weights as the files that kg reads: python -m train.export WEIGHTS.pkl FOLDER

encoder.onnx  ids (1,T) int64 -> states (1,T,H), tags (1,3,T,W)
links.onnx    states (1,T,H), tags (3,T) int64, spans (N,2) int64, kinds (N,) int64 -> links (N,N,L), status, roles (N,N,·), events (N,R), …
reader.json   the characters that the network knows, in the order of their numbers

Matrices are kept as int8 with one scale a column and activations are scaled a call: one window is one call, so that what a window
reads does not depend on what else is read.
"""

from __future__ import annotations

import json
import pickle
import sys
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

from train.encoder import HEADS, HIDDEN
from train.model import DISTANCES


class Graph:
    """A graph under construction: constants and operations, each returning the name of its result."""

    def __init__(self) -> None:
        self.constants: list[Any] = []
        self.nodes: list[Any] = []
        self.count = 0

    def __call__(self, kind: str, *inputs: str, **options: Any) -> str:
        self.count += 1
        self.nodes.append(helper.make_node(kind, list(inputs), [f"t{self.count}"], **options))
        return f"t{self.count}"

    def constant(self, value: Any) -> str:
        self.count += 1
        self.constants.append(numpy_helper.from_array(np.array(value, order="C"), f"c{self.count}"))
        return f"c{self.count}"

    def ints(self, *values: int) -> str:
        return self.constant(np.array(values, np.int64))

    def linear(self, x: str, weight: np.ndarray, bias: np.ndarray | None = None) -> str:
        y = self("MatMul", x, self.constant(weight.astype(np.float32)))
        return y if bias is None else self("Add", y, self.constant(bias.astype(np.float32)))

    def norm(self, x: str, weight: np.ndarray, bias: np.ndarray) -> str:
        # from its parts, for onnxruntime fuses a LayerNormalization with the Add before it into a kernel that takes three times as long
        axis = self.ints(-1)
        centred = self("Sub", x, self("ReduceMean", x, axis))
        size = self("Add", self("ReduceL2", centred, axis), self.constant(np.float32(1e-5)))
        return self("Add", self("Mul", self("Div", centred, size), self.constant(weight * HIDDEN**0.5)), self.constant(bias))

    def save(self, path: Path, inputs: list[tuple[str, int, list[Any]]], outputs: list[tuple[str, str, list[Any]]]) -> None:
        for name, source, _ in outputs:
            self.nodes.append(helper.make_node("Identity", [source], [name]))
        graph = helper.make_graph(
            self.nodes,
            path.stem,
            [helper.make_tensor_value_info(name, kind, shape) for name, kind, shape in inputs],
            [helper.make_tensor_value_info(name, TensorProto.FLOAT, shape) for name, _, shape in outputs],
            self.constants,
        )
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 20)])
        model.ir_version = 9
        onnx.save(model, path)


def table(g: Graph, values: np.ndarray, rows: str) -> str:
    """Rows of an embedding kept as int8 with one scale a row."""
    scale = np.maximum(np.abs(values).max(1, keepdims=True), 1e-8).astype(np.float32) / 127
    small = np.round(values / scale).astype(np.int8)
    kept = g("Cast", g("Gather", g.constant(small), rows), to=TensorProto.FLOAT)
    return g("Mul", kept, g("Gather", g.constant(scale), rows))


def encoder(p: Any, path: Path) -> None:
    g, e, size = Graph(), p["encoder"], HIDDEN // HEADS
    length = g("Slice", g("Shape", "ids"), g.ints(1), g.ints(2), g.ints(0))
    places = g("Slice", g.constant(e["place"].astype(np.float32)), g.ints(0), length, g.ints(0))
    x = g.norm(g("Add", table(g, e["word"], "ids"), places), e["ln"], e["ln_b"])
    shape, back = g.ints(0, 0, HEADS, size), g.ints(0, 0, HIDDEN)
    w = e["layers"]
    for i in range(w["qkv"].shape[0]):
        parts = []
        for k in range(3):
            at = slice(k * HIDDEN, (k + 1) * HIDDEN)
            grow = size**-0.5 if k == 0 else 1.0
            parts.append(g("Reshape", g.linear(x, w["qkv"][i][:, at] * grow, w["qkv_b"][i][at] * grow), shape))
        q, k, v = (g("Transpose", part, perm=perm) for part, perm in zip(parts, ([0, 2, 1, 3], [0, 2, 3, 1], [0, 2, 1, 3]), strict=True))
        heard = g("MatMul", g("Softmax", g("MatMul", q, k), axis=-1), v)
        heard = g("Reshape", g("Transpose", heard, perm=[0, 2, 1, 3]), back)
        x = g.norm(g("Add", x, g.linear(heard, w["out"][i], w["out_b"][i])), w["ln1"][i], w["ln1_b"][i])
        inner = g("Gelu", g.linear(x, w["up"][i], w["up_b"][i]))
        x = g.norm(g("Add", x, g.linear(inner, w["down"][i], w["down_b"][i])), w["ln2"][i], w["ln2_b"][i])
    h = p["heads"]
    width = h["tag"].shape[2]
    tags = g.linear(x, h["tag"].transpose(1, 0, 2).reshape(HIDDEN, 3 * width), h["tag_b"].reshape(-1))
    tags = g("Transpose", g("Reshape", tags, g.ints(0, 0, 3, width)), perm=[0, 2, 1, 3])
    g.save(path, [("ids", TensorProto.INT64, [1, "T"])], [("states", x, [1, "T", HIDDEN]), ("tags", tags, [1, 3, "T", width])])


def links(p: Any, path: Path) -> None:
    g, h = Graph(), p["heads"]
    x = g("Squeeze", "states", g.ints(0))  # T,H
    for layer in range(3):
        tags = g("Gather", "tags", g.constant(np.array(layer, np.int64)))
        x = g("Add", x, g("Gather", g.constant(h["painted"][layer]), tags))
    start, end = (g("Squeeze", g("Slice", "spans", g.ints(k), g.ints(k + 1), g.ints(1)), g.ints(1)) for k in (0, 1))
    one = g.ints(1)

    def sums(y: str) -> str:
        # by running sums in 64 bits, as a sum over a long text loses digits
        total = g("CumSum", g("Cast", y, to=TensorProto.DOUBLE), g.constant(np.array(0, np.int64)))
        return g("Pad", total, g.ints(1, 0, 0, 0))

    def real(y: str) -> str:
        return g("Cast", y, to=TensorProto.FLOAT)

    whole = sums(x)
    size = g("Unsqueeze", real(g("Max", g("Sub", end, start), one)), one)
    mean = g("Div", real(g("Sub", g("Gather", whole, end), g("Gather", whole, start))), size)
    ends = g("Concat", g("Gather", x, start), g("Gather", x, g("Sub", end, one)), mean, axis=-1)
    node = g("Gelu", g("Add", g.linear(ends, h["node"], h["node_b"]), g("Gather", g.constant(h["kind"]), "kinds")))

    def rows(y: str) -> str:
        return g("Unsqueeze", y, g.ints(1))

    def columns(y: str) -> str:
        return g("Unsqueeze", y, g.ints(0))

    low, high = g("Min", rows(end), columns(end)), g("Max", rows(start), columns(start))
    gap = g("Max", g("Sub", high, low), g.ints(0))  # N,N
    path_sums = sums(g.linear(x, h["between"]))
    begins, stops = g("Gather", path_sums, start), g("Gather", path_sums, end)
    ahead = g("Less", rows(start), columns(start))
    span = g("Where", g("Unsqueeze", ahead, g.ints(2)), g("Sub", columns(begins), rows(stops)), g("Sub", rows(begins), columns(stops)))
    apart = g("Unsqueeze", g("Greater", gap, g.ints(0)), g.ints(2))
    width = g("Unsqueeze", g("Cast", g("Max", gap, one), to=TensorProto.DOUBLE), g.ints(2))
    between = real(g("Where", apart, g("Div", span, width), g.constant(np.array(0, np.float64))))
    bins = np.clip(np.log2(np.arange(4096) + 1.0).astype(np.int64), 0, DISTANCES - 1)
    behind = g("Cast", g("Greater", rows(start), columns(start)), to=TensorProto.INT64)
    far = g("Add", g("Gather", g.constant(bins), gap), g("Mul", behind, g.ints(DISTANCES)))
    thin = g.linear(node, h["both"])
    pair = g("Add", rows(g.linear(node, h["left"])), columns(g.linear(node, h["right"])))
    pair = g("Add", g("Add", pair, between), g("Gather", g.constant(h["distance"]), far))
    pair = g("Add", g("Add", pair, g.linear(g("Mul", rows(thin), columns(thin)), h["match"])), g.constant(h["pair_b"]))
    pair = g("Gelu", g.linear(g("Gelu", pair), h["deep"], h["deep_b"]))
    part = g("Gelu", g.linear(node, h["part"], h["part_b"]))
    outputs = [(name, g.linear(source, h[key], h[f"{key}_b"])) for name, key, source in (
        ("links", "link", pair), ("status", "status", pair), ("roles", "role", pair),
        ("events", "event", part), ("event_kinds", "event_kind", part), ("planned", "planned", part),
    )]  # fmt: skip
    g.save(
        path,
        [
            ("states", TensorProto.FLOAT, [1, "T", HIDDEN]),
            ("tags", TensorProto.INT64, [3, "T"]),
            ("spans", TensorProto.INT64, ["N", 2]),
            ("kinds", TensorProto.INT64, ["N"]),
        ],
        [(name, value, ["N", "N", "K"] if name in ("links", "status", "roles") else ["N", "K"]) for name, value in outputs],
    )


def main(source: Path, folder: Path, small: bool = True) -> None:
    found = pickle.loads(source.read_bytes())
    p = found["params"]
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as work:
        for name, write in (("encoder", encoder), ("links", links)):
            raw = Path(work) / f"{name}.onnx"
            write(p, raw)
            if small:
                options = {"weight_type": QuantType.QInt8, "per_channel": True, "op_types_to_quantize": ["MatMul"]}
                quantize_dynamic(raw, folder / f"{name}.onnx", **options)
            else:
                (folder / f"{name}.onnx").write_bytes(raw.read_bytes())
    known = {"characters": "".join(found["characters"])}
    (folder / "reader.json").write_text(json.dumps(known, ensure_ascii=False) + "\n", encoding="utf-8")
    for path in sorted(folder.iterdir()):
        print(path.name, path.stat().st_size)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), small="--float" not in sys.argv)
