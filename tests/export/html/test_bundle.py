"""Linking the explorer's ES modules into one script."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

import kg.export.html.bundle
from kg.export.html.bundle import bundle
from kg.export.html.page import render
from tests.graph.small import told

TEMPLATES = Path(kg.export.html.bundle.__file__).parent / "templates"


def linked(**modules: str) -> str:
    """Bundle modules given as name=text; the entry is main."""
    return bundle("main.js", lambda path: modules[path.removesuffix(".js").replace("/", "_")])


def ran(**modules: str) -> object:
    """What the bundle assigns to ``result``."""
    node = shutil.which("node")
    if not node:
        pytest.skip("no node: the bundle is not run (the browser tests run it too)")
    code = f"var result; {linked(**modules)}; console.log(JSON.stringify(result))"
    return json.loads(subprocess.run([node, "-e", code], capture_output=True, text=True, check=True).stdout)


def test_a_module_uses_what_another_exports():
    assert ran(
        main='import { a, b } from "./other.js";\nresult = [a(), b];', other="export function a() {\n  return 1;\n}\nexport const b = 2;\n"
    ) == [1, 2]


def test_an_import_may_run_over_several_lines():
    assert ran(main='import {\n  a,\n  b,\n} from "./other.js";\nresult = a + b;', other="export const a = 1;\nexport const b = 2;\n") == 3


def test_paths_are_relative_to_the_module():
    assert (
        ran(
            main='import { a } from "./deep/one.js";\nresult = a;',
            deep_one='import { b } from "../two.js";\nexport const a = b;\n',
            two="export const b = 5;\n",
        )
        == 5
    )


def test_every_exported_form_is_linked():
    other = "export class A {}\nexport async function b() {}\nexport function* c() {}\nexport const d = 1;\nexport function e() {}\n"
    assert ran(main='import { A, b, c, d, e } from "./other.js";\nresult = [A, b, c, e].map((x) => typeof x).concat(d);', other=other) == [
        "function"
    ] * 4 + [1]


def test_names_that_are_not_exported_stay_in_their_module():
    main = 'import { a } from "./one.js";\nimport { b } from "./two.js";\nconst hidden = 3;\nresult = [a, b, hidden];'
    assert ran(main=main, one="const hidden = 1;\nexport const a = hidden;\n", two="const hidden = 2;\nexport const b = hidden;\n") == [
        1,
        2,
        3,
    ]


def test_a_module_that_two_import_runs_once():
    main = 'import { a } from "./one.js";\nimport { b } from "./two.js";\nresult = a === b;'
    same = 'import { object } from "./shared.js";\n'
    assert (
        ran(
            main=main,
            one=same + "export const a = object;\n",
            two=same + "export const b = object;\n",
            shared="export const object = {};\n",
        )
        is True
    )


@pytest.mark.parametrize(
    ("modules", "message"),
    [
        (
            {"main": 'import { a } from "./a.js";', "a": 'import { b } from "./b.js";', "b": 'import { a } from "./a.js";'},
            "import each other",
        ),
        ({"main": 'import { b } from "./a.js";', "a": "export const a = 1;"}, "does not export"),
        ({"main": 'import * as a from "./a.js";', "a": ""}, "cannot be linked"),
        ({"main": 'import { a as b } from "./a.js";', "a": ""}, "cannot be linked"),
        ({"main": "export let a = 1;"}, "cannot be linked"),
        ({"main": "export default 1;"}, "cannot be linked"),
        ({"main": "export { a };"}, "cannot be linked"),
    ],
    ids=["cycle", "not exported", "namespace", "renamed", "let", "default", "list"],
)
def test_what_cannot_be_linked_is_refused(modules, message):
    with pytest.raises(ValueError, match=message):
        linked(**modules)


def test_every_script_of_the_explorer_is_in_its_page():
    text = render(told({}, ()))
    names = {path.relative_to(TEMPLATES).as_posix() for path in TEMPLATES.rglob("*.js") if path.parent.name != "vendor"}
    assert "MiniSearchLibrary=" in text
    assert names - set(re.findall(r"^// ([\w/]+\.js)$", text, re.M)) == set()
    assert len(names) > 30
