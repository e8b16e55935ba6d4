"""What is new between two states of knowledge: two stores, or two days of one.

    compare(old, new)                     of two open archives: pages that came, changed or went, decisions, another linking
    between(place, "2021-02", "2021-03")  of two days of one store: what was printed meanwhile

What is compared is evidence: a claim is known again by the words of its article that say it, a thing by the mentions that are it, so that
a thing that is renamed, joined to another or taken out of one is told as that, and its facts do not go and come.
"""

from kg.archive.changes.comparing import between, compare
from kg.archive.changes.records import KINDS, Change, Changes, Identity

__all__ = ["KINDS", "Change", "Changes", "Identity", "between", "compare"]
