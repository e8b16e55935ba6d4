"""Put what the trainers fitted into the file that the package holds: ``python -m train.layout.pack PARTS… OUT``.

Networks of one name from several parts, begun from other seeds, become the members of one array (``kg.text.learned.net.members``).
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path

import numpy as np

LARGE = 2000
"""Arrays of more numbers than this are stored in half precision."""


def packed(parts: list[Path]) -> dict[str, np.ndarray]:
    """Return the arrays of all parts by name, those of one name stacked."""
    found: dict[str, list[np.ndarray]] = defaultdict(list)
    for path in parts:
        with np.load(path) as stored:
            for name in stored.files:
                found[name].append(stored[name])
    return {name: np.stack(arrays).astype(np.float16 if arrays[0].size > LARGE else np.float32) for name, arrays in sorted(found.items())}


def main() -> None:
    *parts, out = map(Path, sys.argv[1:])
    np.savez_compressed(out, **packed(parts))  # type: ignore[arg-type]


if __name__ == "__main__":
    main()
