"""Words that stand for a name: 该公司, 双方, 全市 to the mention they mean."""

from __future__ import annotations

from kg.extract.draft import Draft


def find_anaphors(draft: Draft) -> None:
    """Record the anaphors of one article with their antecedents."""
