"""Records as plain values, ready for JSON, and back."""

from __future__ import annotations

import types
from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from functools import cache
from sys import intern
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from kg.model.articles import Article, Page

Record = TypeVar("Record")
SHORT = 64
"""Code points below which a string is likely to be held by many records: a name, an id, a type, a rule."""


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
    if isinstance(record, Sequence) and not isinstance(record, str):
        return [to_dict(item) for item in record]
    return record


def record(kind: type[Record], data: Mapping[str, Any]) -> Record:
    """Make a frozen record from plain values, by the types of its fields; values that are records already stay."""
    return kind(**{name: value_of(hint, data[name]) for name, hint in hints_of(cast(Any, kind)).items() if name in data})


@cache
def hints_of(kind: Any) -> dict[str, Any]:
    """Return the type of each field of a record."""
    return get_type_hints(kind)


def value_of(hint: Any, value: Any) -> Any:
    """Return a plain value as what its type hint says: a record, a tuple of them, or itself; a short string once for all its holders."""
    if type(value) is str:
        return intern(value) if len(value) < SHORT else value
    if get_origin(hint) in (Union, types.UnionType):
        inner = [arg for arg in get_args(hint) if arg is not type(None)]
        return None if value is None else value_of(inner[0], value)
    if get_origin(hint) is Sequence:
        return tuple(value_of(get_args(hint)[0], item) for item in value)
    if get_origin(hint) is tuple:
        args = get_args(hint)
        if len(args) == 2 and args[1] is Ellipsis:
            return tuple(value_of(args[0], item) for item in value)
        return tuple(value_of(arg, item) for arg, item in zip(args, value, strict=True))
    if is_dataclass(hint) and isinstance(value, Mapping):
        return record(hint, value)  # type: ignore[arg-type]
    return value
