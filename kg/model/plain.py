"""Records as plain values, ready for JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from kg.model.articles import Article, Page


def to_dict(record: Any) -> Any:
    """Return a record as plain dicts, lists and scalars; ``Article.page`` becomes the page's id.

    A page without a sheet has no "sheet".
    """
    if isinstance(record, Page):
        plain = {f.name: to_dict(getattr(record, f.name)) for f in fields(record)}
        return plain if record.sheet else {name: value for name, value in plain.items() if name != "sheet"}
    if is_dataclass(record) and not isinstance(record, type):
        return {
            f.name: record.page.id if isinstance(record, Article) and f.name == "page" else to_dict(getattr(record, f.name))
            for f in fields(record)
        }
    if isinstance(record, Mapping):
        return {key: to_dict(value) for key, value in record.items()}
    if isinstance(record, tuple | list):
        return [to_dict(item) for item in record]
    return record
