"""The weights that kg ships can be trained on: what export wrote comes back."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("onnx", reason="the extra [train] is not installed")

from train import shipped
from train.encoder import HIDDEN, WIDE

WEIGHTS = Path(__file__).parents[2] / "kg" / "reader" / "weights"


def test_the_shipped_network_has_every_part_in_its_shape() -> None:
    characters, params = shipped.read(WEIGHTS)
    layers = params["encoder"]["layers"]
    count = len(layers["qkv"])
    assert params["encoder"]["word"].shape == (len(characters) + 4, HIDDEN)
    assert layers["qkv"].shape == (count, HIDDEN, 3 * HIDDEN)
    assert layers["up"].shape == (count, HIDDEN, WIDE)
    assert layers["down"].shape == (count, WIDE, HIDDEN)
    assert params["heads"]["tag"].shape[:2] == (3, HIDDEN)
    assert params["heads"]["deep"].shape == params["heads"]["right"].shape
    assert all(np.isfinite(value).all() for value in (*layers.values(), *params["heads"].values()))
