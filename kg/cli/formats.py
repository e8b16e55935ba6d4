"""kg formats: what kg can export."""

from __future__ import annotations

from kg.cli.console import out
from kg.export.base import FORMATS


def formats() -> None:
    """List the formats that kg export and kg build write.

    \b
    Example:
      kg formats
    """
    for row in FORMATS.values():
        out.print(f"{row.name:<9} {row.target:<16} {row.about_zh}; {row.about_en}", markup=False)
