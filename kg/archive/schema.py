"""The file itself: made empty, filled in one go, opened to be read, refused if it is not ours. It knows no record."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from urllib.parse import quote

from kg.errors import ExportError, spelled

APPLICATION = 0x6B672D41
"""PRAGMA application_id of a store: "kg-A"."""
VERSION = 3
"""PRAGMA user_version: raised whenever a table or view changes."""
NAME = "kg.sqlite"
"""What the store is called in the folder of a build."""


@contextmanager
def made(path: Path, finish: Callable[[sqlite3.Connection], None]) -> Iterator[sqlite3.Connection]:
    """Yield a connection to a new, empty store at ``path``; indexes and views are added and the file is on the disk afterwards.

    ``finish`` is called between indexes and views, for what is reckoned from the rows by them. The same statements make the same bytes.
    Raises ExportError, with what is there left as it is, if it cannot be written.
    """
    connection = None
    try:
        connection = sqlite3.connect(path, isolation_level=None)
        for pragma in ("page_size = 4096", "encoding = 'UTF-8'", "journal_mode = OFF", "synchronous = OFF"):
            connection.execute(f"PRAGMA {pragma}")
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.executescript(script("schema"))
        connection.execute("BEGIN")
        yield connection
        connection.execute("COMMIT")
        connection.executescript(f"BEGIN; {script('indexes')} COMMIT;")
        connection.execute("BEGIN")
        finish(connection)
        connection.execute("COMMIT")
        connection.executescript(f"BEGIN; {script('views')} ANALYZE; COMMIT;")
        connection.close()
        with path.open("rb") as file:
            os.fsync(file.fileno())
    except (sqlite3.Error, OSError) as error:
        raise ExportError(f"{spelled(path)}: the store cannot be written ({error}); is the disk full?") from error
    finally:
        if connection is not None:
            connection.close()


def script(name: str) -> str:
    """Return the statements of one of the files beside this module."""
    return (files("kg.archive") / f"{name}.sql").read_text(encoding="utf-8")


def opened(path: Path) -> sqlite3.Connection:
    """Open a store to be read. Raises ExportError if there is none, or if another version of kg or another program wrote it."""
    if not path.is_file():
        raise ExportError(f"{spelled(path)}: no such file; run kg build first, or name its folder with --from")
    connection = sqlite3.connect(f"file:{quote(os.fsencode(path))}?mode=ro", uri=True, check_same_thread=False)
    try:
        application, version = (connection.execute(f"PRAGMA {pragma}").fetchone()[0] for pragma in ("application_id", "user_version"))
        if application != APPLICATION:
            raise ExportError(f"{spelled(path)}: not a store written by kg; run kg build again")
        if version != VERSION:
            raise ExportError(f"{spelled(path)}: written by another version of kg (schema {version}, not {VERSION}); run kg build again")
        connection.execute("SELECT count(*) FROM meta").fetchone()
    except sqlite3.Error as error:
        connection.close()
        raise ExportError(f"{spelled(path)}: not a store written by kg ({error}); run kg build again") from error
    except ExportError:
        connection.close()
        raise
    return connection
