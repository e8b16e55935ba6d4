"""Organs that belong to a body named before them: of party, union and league, of a firm's board, of committees and congresses."""

from __future__ import annotations

import re
from functools import cache

from kg.lexicon import rows

ANY, FIRM, NO_ONE = "any", "firm", "-"
"""Whose an organ is where no ending of its body's name tells: any body's (党委, 工会), a firm's (董事会), of no one kind (委员会)."""


@cache
def owners() -> dict[str, str]:
    """Return each organ with whose it is: ``ANY``, ``FIRM``, ``NO_ONE``, else how the name of its body ends (委, 政协)."""
    return {organ: whose for organ, whose, *_ in rows("organs")}


def owner_suffix(name: str) -> str:
    """Return how the name of the body ends whose organ is called so, "" if no ending tells or it is no organ: 委 of 宣传部, "" of 工会."""
    suffix = owners().get(name, NO_ONE)
    return "" if suffix in (ANY, FIRM, NO_ONE) else suffix


@cache
def alternatives(*whose: str) -> str:
    """Return the organs of these as a regular expression's alternatives, longest first."""
    found = [organ for organ, owner in owners().items() if owner in whose]
    return "|".join(sorted(found, key=lambda organ: (-len(organ), organ)))


@cache
def in_titles() -> str:
    """Return the organs that a title may name with no body before it as a regular expression's alternatives: 政协 in 政协主席."""
    return "|".join(sorted(_with("title"), key=lambda organ: (-len(organ), organ)))


def _with(trait: str) -> list[str]:
    return [organ for organ, _, *traits in rows("organs") if trait in " ".join(traits).split()]


@cache
def agency() -> re.Pattern[str]:
    """Return the pattern of the end of a name whose body is an agency, whosever organ it is: the 工会 of a firm, but not its 办公室."""
    return re.compile(f"(?:{'|'.join(_with('agency'))})$")
