"""One script out of the explorer's ES modules, linked when the page is written.

Whoever runs kg has Python and no npm, so no bundler of npm can do this; and a bundle made beforehand would be a second copy of
the scripts that can lag behind them. Linking is simple because the scripts keep to two forms, one name or several:

    import { a, b } from "./other.js";
    export function a() {}              also: async function, function*, class, const

Each module becomes a function that runs once and returns what it exports, so names of one module are unknown to the others.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable

IMPORT = re.compile(r'^import \{(\s*\w+(?:,\s*\w+)*,?\s*)\} from "(\.{1,2}/[\w./]+)";$', re.M)
EXPORT = re.compile(r"^export (?=(?:(?:async )?function\*? ?|class |const )(\w+))", re.M)
OTHER_FORM = re.compile(r"^(?:import|export)\b.*", re.M)


def bundle(entry: str, read: Callable[[str], str]) -> str:
    """Return one script that runs the module ``entry`` and all that it imports; ``read`` returns the text of a module by its path."""
    modules: dict[str, Module] = {}
    _add(entry, read, modules, ())
    body = "".join(module.linked(modules) for module in modules.values())
    return f'"use strict";\n(() => {{\n{body}}})();\n'


class Module:
    """A module's text with its imports (path to names) and its exports."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.imports: list[tuple[str, list[str]]] = []
        self.body = IMPORT.sub(self._import, text).strip()
        self.exports: list[str] = EXPORT.findall(self.body)
        self.body = EXPORT.sub("", self.body)
        if other := OTHER_FORM.search(self.body):
            raise ValueError(f"{path}: this form cannot be linked: {other[0]}")

    def _import(self, match: re.Match[str]) -> str:
        path = posixpath.normpath(posixpath.join(posixpath.dirname(self.path), match[2]))
        self.imports.append((path, re.findall(r"\w+", match[1])))
        return ""

    @property
    def variable(self) -> str:
        """What holds the exports in the bundle."""
        return "module_" + re.sub(r"\W", "_", self.path.removesuffix(".js"))

    def linked(self, modules: dict[str, Module]) -> str:
        """Return the module as a statement of the bundle."""
        for path, names in self.imports:
            if missing := [name for name in names if name not in modules[path].exports]:
                raise ValueError(f"{self.path} imports {', '.join(missing)} from {path}, which does not export it")
        imports = "".join(f"const {{ {', '.join(names)} }} = {modules[path].variable};\n" for path, names in self.imports)
        return f"// {self.path}\nconst {self.variable} = (() => {{\n{imports}{self.body}\nreturn {{ {', '.join(self.exports)} }};\n}})();\n"


def _add(path: str, read: Callable[[str], str], modules: dict[str, Module], importing: tuple[str, ...]) -> None:
    """Add a module after those that it imports."""
    if path in importing:
        raise ValueError(f"modules import each other: {' → '.join((*importing, path))}")
    if path in modules:
        return
    module = Module(path, read(path))
    for imported, _ in module.imports:
        _add(imported, read, modules, (*importing, path))
    modules[path] = module
