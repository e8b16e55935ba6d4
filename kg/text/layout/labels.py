"""Rows of labels with what they label, as notices and tables print them: ``招标人：…`` over ``监督部门：…``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.text.layout.lines import Line

LABEL = re.compile(r"^[\u4e00-\u9fff、（）()]{2,10}[：:](?=.)")


def labelled(lines: Sequence[Line]) -> frozenset[int]:
    """Return the starts of the lines that open with a label and stand next to another that does; such a line is no heading."""
    held = [bool(LABEL.match(line.text)) for line in lines]
    return frozenset(line.start for at, line in enumerate(lines) if held[at] and any(held[max(0, at - 1) : at] + held[at + 1 : at + 2]))
