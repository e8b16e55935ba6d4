"""How much of the long form of the tests is run: KG_SOAK=1 (`make soak`) is all of it, KG_SOAK=.1 a tenth, unset what `make test` takes."""

from __future__ import annotations

import os

SHARE = float(os.environ.get("KG_SOAK") or 0)
SOAK = SHARE > 0


def times(short: int, long: int) -> int:
    """Return how often something is tried that is tried ``short`` times by `make test` and ``long`` times by the whole `make soak`."""
    return max(short, round(long * SHARE))
