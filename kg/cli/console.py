"""What every command shares: two consoles, one way to fail, one way to name an example.

Exit codes: 0 done; 1 checked and found wanting; 2 bad input or usage.
"""

from __future__ import annotations

import sys
from typing import NoReturn

import typer
from rich.console import Console

from kg.errors import KgError

out = Console(soft_wrap=True, highlight=False)
err = Console(stderr=True, soft_wrap=True, highlight=False)


def fail(message: str | KgError, code: int = 2) -> NoReturn:
    """Print one line on stderr and leave with this exit code."""
    say_wrong(str(message))
    raise typer.Exit(code)


def say_wrong(message: str) -> None:
    """Print one line on stderr, whatever marks the text holds."""
    print("kg: " + " ".join(message.split()), file=sys.stderr)  # noqa: T201


def example(*lines: str) -> str:
    """Return the example that ends a command's help; ``\\b`` keeps its lines."""
    return "\b\nExample:\n" + "\n".join(f"  {line}" for line in lines)
