"""The declarations of data.d.ts, read as far as that file needs, and whether a value is as declared."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

INTERFACE = re.compile(r"^export interface (\w+)(?: extends (\w+))? \{\n(.*?)^\}", re.M | re.S)
ALIAS = re.compile(r"^export type (\w+) = (.*);$", re.M)
FIELD = re.compile(r"^  (?:/\*\* (.+) \*/\n  )?(\w+)(\??): (.+);$", re.M)
PRIMITIVES = {"string": str, "number": (int, float), "boolean": bool}


@dataclass(frozen=True)
class Field:
    """One key of an interface: its type, whether it may be missing, what is said of it."""

    type: str
    optional: bool
    about: str


class Declarations:
    """Interfaces (name to key to Field) and aliases (name to type)."""

    def __init__(self, text: str) -> None:
        self.aliases = dict(ALIAS.findall(text))
        self.interfaces: dict[str, dict[str, Field]] = {}
        for name, parent, body in INTERFACE.findall(text):
            own = {key: Field(type_, bool(optional), about) for about, key, optional, type_ in FIELD.findall(body)}
            assert len(own) == body.count(";\n"), f"{name}: a field is written in a way that is not understood"
            self.interfaces[name] = {**self.interfaces.get(parent, {}), **own}
        self.seen: set[tuple[str, str]] = set()

    def faults(self, value: Any, type_: str, where: str = "") -> list[str]:
        """Return what of ``value`` is not as ``type_`` says; the keys met are remembered in ``seen``."""
        type_ = self.aliases.get(type_, type_)
        if len(options := _split(type_, " | ")) > 1:
            return [] if any(not self.faults(value, option, where) for option in options) else [f"{where}: {value!r} is no {type_}"]
        if type_.endswith("[]"):
            items = value if isinstance(value, list | tuple) else [value]
            return [fault for i, item in enumerate(items) for fault in self.faults(item, type_[:-2], f"{where}[{i}]")]
        if type_.startswith("["):
            types = [part.split(": ", 1)[-1] for part in _split(type_[1:-1], ", ")]
            if not isinstance(value, list | tuple) or len(value) != len(types):
                return [f"{where}: {value!r} is no {type_}"]
            return [fault for item, part in zip(value, types, strict=True) for fault in self.faults(item, part, where)]
        if type_ in self.interfaces:
            return self._keys(value, type_, where)
        return [] if _is_plain(value, type_) else [f"{where}: {value!r} is no {type_}"]

    def _keys(self, value: Any, name: str, where: str) -> list[str]:
        if not isinstance(value, dict):
            return [f"{where}: {value!r} is no {name}"]
        fields = self.interfaces[name]
        self.seen |= {(name, key) for key in value}
        found = [f"{where}.{key} is not declared" for key in value if key not in fields]
        found += [f"{where}.{key} is missing" for key, field in fields.items() if key not in value and not field.optional]
        return found + [
            fault for key, item in value.items() if key in fields for fault in self.faults(item, fields[key].type, f"{where}.{key}")
        ]


@cache
def _split(text: str, at: str) -> list[str]:
    """Split where no bracket is open."""
    parts, depth = [""], 0
    for piece in re.split(rf"({re.escape(at)}|[\[\]])", text):
        depth += (piece == "[") - (piece == "]")
        if piece == at and depth == 0:
            parts.append("")
        else:
            parts[-1] += piece
    return parts


def _is_plain(value: Any, type_: str) -> bool:
    if type_ in PRIMITIVES:
        return isinstance(value, PRIMITIVES[type_]) and (type_ == "boolean" or not isinstance(value, bool))
    return value is {"null": None, "true": True}[type_] if type_ in ("null", "true") else value == type_.strip('"')
