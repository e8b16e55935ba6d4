"""The terminal as it is: closed, full, ASCII only, interrupted. What cannot be printed is one line and an exit code, never a traceback.

Exit codes beyond those of the commands: 2 output that could not be written, 3 a fault of kg itself, 130 and 143 interrupted.
"""

from __future__ import annotations

import io
import math
import os
import signal
import sys
import time
import unicodedata
from collections.abc import Callable
from typing import NoReturn

from kg.errors import KgError
from kg.extract.faults import is_debugging, reason_of
from kg.lexicon.messages import say

WRONG, FAULT = 2, 3
CLEARING_UP = 2.0
"""Seconds in which an impatient second Ctrl-C is not to disturb what the first has set going."""
UNREADABLE = "the command line holds bytes that are no text in the encoding of this terminal; set LC_ALL=C.UTF-8 or PYTHONUTF8=1"


class Interrupted(BaseException):
    """A signal that ends the program; ``code`` is what it exits with."""

    def __init__(self, code: int) -> None:
        self.code = code
        super().__init__(code)


class Closed(io.StringIO):
    """Standard output or error that was closed before the program began."""

    def write(self, text: str) -> int:
        """Raise OSError: nobody would read the text."""
        raise OSError(f"standard output is closed; {len(text)} characters could not be written")


def harmless(text: str) -> str:
    """Return text as a terminal may print it: control characters and marks of direction become U+FFFD, line ends stay."""
    return "".join("\ufffd" if is_control(character) else character for character in text)


def is_control(character: str) -> bool:
    """Whether a character could tell a terminal to do something."""
    return character not in "\n\t" and unicodedata.category(character) in ("Cc", "Cf", "Zl", "Zp")


def told(message: str) -> None:
    """Print one line on stderr, if there is one, in the language chosen."""
    try:
        sys.stderr.write("kg: " + " ".join(harmless(say(" ".join(message.split()))).split()) + "\n")
        sys.stderr.flush()
    except OSError:
        silence(2)


def prepare() -> None:
    """Make the three streams fit to use: none is None, none raises over a character, and signals raise Interrupted."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    sys.stdout = Closed() if sys.stdout is None else sys.stdout
    sys.stderr = io.StringIO() if sys.stderr is None else sys.stderr
    sys.stdin = io.StringIO() if sys.stdin is None else sys.stdin
    for number, code in ((signal.SIGINT, 130), (signal.SIGTERM, 143)):
        signal.signal(number, ends_with(code))


def ends_with(code: int) -> Callable[[int, object], None]:
    """Return a handler of signals that ends the program with this code; while it clears up, further ones do nothing."""
    last = -math.inf

    def handler(_number: int, _frame: object) -> None:
        nonlocal last
        since, last = time.monotonic() - last, time.monotonic()
        if since > CLEARING_UP:
            raise Interrupted(code)

    return handler


def guarded(command: Callable[[], object]) -> NoReturn:
    """Run a command line and exit with its code, whatever becomes of it and of its output."""
    prepare()
    if sys.getfilesystemencoding().lower() not in ("utf-8", "utf8") and any(map(is_unreadable, sys.argv[1:])):
        told(UNREADABLE)
        sys.exit(WRONG)
    sys.exit(code_of(command))


def is_unreadable(argument: str) -> bool:
    """Whether an argument holds bytes of no text in the terminal's encoding and names no file either."""
    return any("\ud800" <= character <= "\udfff" for character in argument) and not os.path.lexists(argument)


def code_of(command: Callable[[], object]) -> int:
    """Run a command line and return the code to exit with; one line on stderr if it does not end by itself."""
    try:
        try:
            command()
        except SystemExit as end:
            sys.stdout.flush()
            return end.code if isinstance(end.code, int) else 0
        sys.stdout.flush()
    except KgError as error:
        told(str(error))
        return WRONG
    except Interrupted as end:
        told("interrupted; no half-written file is left")
        return end.code
    except OSError as error:
        told(f"the output could not be written ({error.strerror or error})")
        silence(1)
        return WRONG
    except Exception as error:
        if isinstance(error, UnicodeEncodeError) and any(map(is_unreadable, sys.argv[1:])):
            told(UNREADABLE)
            return WRONG
        if is_debugging():
            raise
        told(f"kg stumbled ({reason_of(error)}); this is a fault of kg: please report it; KG_DEBUG=1 shows where")
        return FAULT
    return 0


def silence(number: int) -> None:
    """Let what is still in a stream's buffer go nowhere, so that Python does not complain when it ends."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), number)
    except OSError:
        return
