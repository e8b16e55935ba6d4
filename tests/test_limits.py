"""No folder, module, function or regex of kg/ is larger than can be read at once; the numbers are those of issue 11."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

import pytest

import kg

ROOT = Path(kg.__file__).parent
MODULES = sorted(ROOT.rglob("*.py"))
FOLDER_MODULES = 16
"""Modules of a folder at most, ``__init__`` not counted (issue 11)."""
MODULE_LINES = 350
"""Lines of a module at most (issue 11)."""
FUNCTION_LINES = 40
"""Lines of a function at most, from its ``def`` on, docstring and inner functions included (issue 11)."""
FUNCTION_BRANCHES = 15
"""Branches of a function at most (issue 11)."""
REGEX_LENGTH = 200
"""Characters of a regex literal at most; what an f-string puts in counts two (issue 11)."""
BRANCH = (ast.If, ast.For, ast.While, ast.IfExp, ast.ExceptHandler, ast.comprehension, ast.Assert, ast.match_case)
LIKE_A_REGEX = re.compile(r"\(\?|\[\^|\||\\d")
Function = ast.FunctionDef | ast.AsyncFunctionDef


def nodes_of(source: str) -> list[ast.AST]:
    return list(ast.walk(ast.parse(source)))


def branches(function: Function) -> int:
    """Every if, loop, except, conditional, assert, case and comprehension counts one, so does each condition of one and each and/or."""
    nodes = list(ast.walk(function))
    plain = sum(isinstance(node, BRANCH) for node in nodes)
    conditions = sum(len(node.ifs) for node in nodes if isinstance(node, ast.comprehension))
    return plain + conditions + sum(len(node.values) - 1 for node in nodes if isinstance(node, ast.BoolOp))


def large_functions(nodes: Iterable[ast.AST]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, Function):
            n_lines, n_branches = (node.end_lineno or node.lineno) - node.lineno + 1, branches(node)
            if n_lines > FUNCTION_LINES or n_branches > FUNCTION_BRANCHES:
                yield f"{node.lineno} {node.name}: {n_lines} lines, {n_branches} branches"


def literal(node: ast.AST) -> str:
    """The text of a string or an f-string, {} for each value put in; empty for any other node."""
    if isinstance(node, ast.JoinedStr):
        return "".join(literal(part) or "{}" for part in node.values)
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def long_regexes(nodes: Collection[ast.AST]) -> Iterator[str]:
    parts = {id(part) for node in nodes if isinstance(node, ast.JoinedStr) for part in node.values}
    comments = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    for node in nodes:
        text = "" if id(node) in parts | comments else literal(node)
        if len(text) > REGEX_LENGTH and LIKE_A_REGEX.search(text):
            yield f"{getattr(node, 'lineno', 0)}: {len(text)} characters"


def test_no_folder_holds_more_modules_than_can_be_looked_over() -> None:
    held = Counter(path.parent.relative_to(ROOT) for path in MODULES if path.name != "__init__.py")
    assert not {str(folder): n for folder, n in held.items() if n > FOLDER_MODULES}


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_a_module_and_its_functions_and_regexes_can_be_read_at_once(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    nodes = nodes_of(source)
    assert len(source.splitlines()) <= MODULE_LINES
    assert not [*large_functions(nodes), *long_regexes(nodes)]


def test_what_is_too_large_is_seen() -> None:
    long = "def long():\n" + "    pass\n" * FUNCTION_LINES
    branching = "def branching(a):\n    return " + " or ".join("a" * (FUNCTION_BRANCHES + 2)) + "\n"
    regex = f'WORDS = f"(?:{"甲|" * (REGEX_LENGTH // 2)}){{long}}"\n"""{"甲|" * REGEX_LENGTH}"""\n'
    nodes = nodes_of(long + branching + regex)
    assert list(large_functions(nodes)) == ["1 long: 41 lines, 0 branches", "42 branching: 2 lines, 16 branches"]
    assert [line.partition(":")[0] for line in long_regexes(nodes)] == ["44"]


def test_what_is_just_within_the_limits_is_let_be() -> None:
    long = "def long():\n" + "    pass\n" * (FUNCTION_LINES - 1)
    branching = "def branching(a):\n    return " + " or ".join("a" * (FUNCTION_BRANCHES + 1)) + "\n"
    nodes = nodes_of(long + branching + f'WORDS = "{"甲|" * (REGEX_LENGTH // 2)}"\n')
    assert not [*large_functions(nodes), *long_regexes(nodes)]
