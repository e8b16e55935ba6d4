"""What `import kg` promises."""

from __future__ import annotations

import subprocess
import sys

import pytest

import kg


def test_public_names_are_pinned_and_there() -> None:
    assert kg.__all__ == ["Build", "KgError", "__version__", "build"]
    assert all(getattr(kg, name) for name in kg.__all__)


def test_importing_kg_loads_no_heavy_module_and_says_nothing() -> None:
    code = "import sys, kg; print([m for m in ('numpy', 'jieba', 'rdflib', 'networkx', 'kg.pipeline') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("[]\n", "")


def test_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="nothing"):
        kg.nothing  # noqa: B018
