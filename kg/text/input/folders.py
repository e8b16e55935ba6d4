"""Which files a user's paths name: files as given, folders searched for what kg reads, kg's own outputs left out."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.errors import PageError

SUFFIXES = (".txt", ".pdf", ".html", ".htm", ".docx", ".png", ".jpg", ".jpeg", ".tif", ".tiff")
"""Files that a folder is searched for; a file named outright is read whatever it is called."""
OWN = b'<meta name="generator" content="kg">'
"""What the web pages that kg writes say in their heads."""
OWN_PICTURE = b"tEXtSoftware\x00kg"
"""What the clippings that kg cuts say in theirs."""
HEAD = 1000


def files(paths: Iterable[str | Path]) -> tuple[list[Path], list[PageError]]:
    """Return the files that these paths name, folders searched for SUFFIXES, each once; and what names nothing or cannot be searched."""
    found: dict[Path, None] = {}
    lost: list[PageError] = []
    for path in map(Path, paths):
        if path.is_dir():
            before = len(lost)
            inside = list(search(path, lost))
            found.update(dict.fromkeys(inside))
            if not inside and len(lost) == before:
                lost.append(PageError(path, "no page in this folder", f"kg reads {', '.join(SUFFIXES)} files"))
        elif path.is_file():
            found.setdefault(path)
        else:
            lost.append(PageError(path, "no such file or folder", "check the spelling"))
    return list(found), lost


def search(folder: Path, lost: list[PageError]) -> Iterator[Path]:
    """Yield a folder's pages, sorted, without hidden ones and kg's own outputs; what cannot be entered or is no file goes to ``lost``."""

    def keep(error: OSError) -> None:
        lost.append(PageError(error.filename, f"cannot be searched ({error.strerror})", "check the permissions"))

    inside = []
    for place, folders, names in os.walk(folder, onerror=keep):
        folders[:] = [name for name in folders if not name.startswith(".")]
        inside += [Path(place) / name for name in names if not name.startswith(".") and name.lower().endswith(SUFFIXES)]
    for path in sorted(inside):
        if not path.is_file():
            lost.append(PageError(path, "is no file", "a link that leads nowhere, or a pipe?"))
        elif not is_own(path):
            yield path


def is_own(path: Path) -> bool:
    """Whether a file is a web page or a picture that kg wrote; one that cannot be opened is not passed over, but named when it is read."""
    mark = {".html": OWN, ".htm": OWN, ".png": OWN_PICTURE}.get(path.suffix.lower())
    if mark is None:
        return False
    try:
        with path.open("rb") as file:
            return mark in file.read(HEAD)
    except OSError:
        return False
