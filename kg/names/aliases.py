"""What a page itself calls a thing for short: 国家许昌经济技术开发区（以下简称开发区）. Knows names alone."""

from __future__ import annotations

import re

STATED = re.compile(
    r"[（(](?:[^（）()]{0,12}[，,；;])?(?:以下|下)?(?:统一?|并)?(?:简称|统称|称)[:：为]?[“\"「]?(?P<short>[^“”\"「」（）()，。]{2,16})[”\"」]?[）)]"
)
"""The bracket that states a short name right after the full one: （以下简称“开发区”）, （SRM，下称集团）; ``short`` is the short name."""
