"""Work spread over processes that end with their parent, whatever ends it, and that may die without costing more than what they held.

Knows nothing of kg: a function, what it is called with, and what to say of a call whose process died.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing.connection import wait
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")
CHUNKS = 8
"""Items go to a process in bundles, about so many to each."""


def spread(call: Callable[[Item], Result], items: Sequence[Item], workers: int, lost: Callable[[Item], Result]) -> Iterator[Result]:
    """Yield ``call(item)`` in the order of ``items``; ``lost(item)`` where the process died (out of memory, a crash in C).

    Leaving the iterator early, by an exception or a signal, ends the processes.
    """
    done = 0
    try:
        with ProcessPoolExecutor(max_workers=workers, initializer=follow_parent) as pool:
            try:
                size = max(1, len(items) // (workers * CHUNKS))
                with undisturbed():
                    waiting = deque(pool.submit(each, call, items[n : n + size]) for n in range(0, len(items), size))
                while waiting:
                    for result in waiting.popleft().result():
                        done += 1
                        yield result
            except BrokenProcessPool:
                raise
            except BaseException:
                end()
                raise
    except BrokenProcessPool:
        yield from one_by_one(call, items[done:], lost)


def one_by_one(call: Callable[[Item], Result], items: Sequence[Item], lost: Callable[[Item], Result]) -> Iterator[Result]:
    """Yield the same with a process for each item, so that one that dies takes no other with it."""
    for item in items:
        with ProcessPoolExecutor(max_workers=1, initializer=follow_parent) as pool:
            try:
                with undisturbed():
                    waiting = pool.submit(call, item)
                result = waiting.result()
            except BrokenProcessPool:
                result = lost(item)
            except BaseException:
                end()
                raise
        yield result


def each(call: Callable[[Item], Result], items: Sequence[Item]) -> list[Result]:
    """What a call makes of each item of a bundle."""
    return [call(item) for item in items]


def end() -> None:
    """End the processes of this program's pools at once.

    What waits is not cancelled: a pool that finds its processes dead fails what waits, and Python 3.11's prints an error of its own over a
    call that was cancelled before (``pool.map`` cancels, so nothing here uses it).
    """
    for process in multiprocessing.active_children():
        process.kill()


@contextmanager
def undisturbed() -> Iterator[None]:
    """Put off what Ctrl-C and an order to end do until the block is done; a process forked in it is not disturbed by them either.

    Beside a main thread, which signals do not reach, nothing is put off.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    came: list[int] = []
    before = {number: signal.signal(number, lambda which, _frame: came.append(which)) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    if came:
        signal.raise_signal(came[0])


def follow_parent() -> None:
    """Have this process leave signals of the terminal to its parent, and end when that is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=end_with, args=(parent.sentinel,), daemon=True).start()


def end_with(sentinel: int) -> None:
    """Wait for the parent to end, then end."""
    wait([sentinel])
    os._exit(1)


class OutOfTime(BaseException):
    """What ``limited`` raises; no ``except Exception`` on the way swallows it."""


@contextmanager
def limited(seconds: float) -> Iterator[None]:
    """Raise OutOfTime in the block once it has computed for so long; where the system cannot tell, or beside a main thread, never."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(_number: int, _frame: object) -> None:
        raise OutOfTime

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    budgets.append(seconds)
    try:
        yield
    finally:
        budgets.pop()
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


budgets: list[float] = []
"""Seconds of the blocks under ``limited``, the innermost last."""


def renew() -> None:
    """Begin the seconds of the innermost ``limited`` block anew: a file of many pages has them for each."""
    if budgets and threading.current_thread() is threading.main_thread():
        signal.setitimer(signal.ITIMER_VIRTUAL, budgets[-1])
