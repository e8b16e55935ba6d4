"""Put what the trainers fitted into the file that the package holds: ``python -m train.layout.pack PARTS… OUT``; later parts win."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np

LARGE = 2000
"""Arrays of more numbers than this are stored in half precision."""


def main() -> None:
    *parts, out = map(Path, sys.argv[1:])
    w = {}
    for path in parts:
        with np.load(path) as stored:
            w.update({name: stored[name] for name in stored.files})
    np.savez_compressed(out, **{n: np.asarray(a, np.float16 if a.size > LARGE else np.float32) for n, a in sorted(w.items())})


if __name__ == "__main__":
    main()
