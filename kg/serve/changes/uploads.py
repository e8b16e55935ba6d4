"""Files that are brought: under which name they are kept, in one folder and nowhere else, to be read and never run."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath

from kg import ids
from kg.errors import KgError
from kg.text.input.folders import SUFFIXES

FOLDER = "added"
"""The folder, inside that of the exports."""
LONGEST = 100
"""Code points of a file's name at most."""
ODD = re.compile(r"[^\w.()（）《》\[\]【】+=,，、·-]+")
"""Runs of characters that a name is better without; letters of every script stay."""


def named(given: str) -> str:
    """Return the name that a file is kept under: without folders and odd characters. Raises KgError if it is of no kind that is read."""
    bare = PurePosixPath(given.replace("\\", "/")).name
    stem, dot, suffix = ODD.sub("_", bare).strip("._ ").rpartition(".")
    if not dot or not stem or f".{suffix.lower()}" not in SUFFIXES:
        raise KgError(f"{bare[:LONGEST] or 'a file without a name'}: kg reads {', '.join(SUFFIXES)} files")
    return f"{stem[: LONGEST - len(suffix) - 1]}.{suffix}"


def kept(folder: Path, given: str, data: bytes) -> Path:
    """Keep a file in the folder of what was added and return its path; another file of that name stays beside it.

    Raises KgError if there is nothing in it, it is of no kind that is read, or it cannot be written.
    """
    name = named(given)
    if not data.strip():
        raise KgError(f"{name}: is empty")
    place = folder / FOLDER
    path = place / name
    number = 1
    try:
        place.mkdir(exist_ok=True)
        while path.exists() and path.read_bytes() != data:
            number += 1
            path = place / f"{Path(name).stem}-{number}{Path(name).suffix}"
        path.write_bytes(data)
    except OSError as error:
        raise KgError(f"{name}: cannot be kept in {place} ({error.strerror or error})") from error
    return path


def pasted(text: str) -> str:
    """Return the name of a text that was pasted, from what it says."""
    return f"pasted-{ids.digest(text)}.txt"
