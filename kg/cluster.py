"""Work spread over the machines of a Dask cluster (extra ``[cluster]``); scheduler and workers are started beside kg (docs/cluster.md).

Dask gives what a worker held when it died to another. Knows nothing of pages: a function, what it is called with, what to say of a call
that no worker survived, and what a worker must have in common with this process.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import chdir
from pathlib import Path
from typing import Any, TypeVar

from kg.errors import KgError

Item = TypeVar("Item")
Result = TypeVar("Result")
PATIENCE = 20
"""Seconds to wait for the scheduler, and then for a first worker."""
AHEAD = 4
"""Calls for each worker that are under way at once; what they return is held until its turn comes."""


def spread(
    call: Callable[[Item], Result], items: Sequence[Item], address: str, lost: Callable[[Item], Result], same: Callable[[], str]
) -> Iterator[Result]:
    """Yield ``call(item)`` in the order of ``items``, computed by the workers of the scheduler at ``address`` (tcp://host:8786).

    ``lost(item)`` where it killed one worker after another. ``same`` returns what must be equal here and there. Raises KgError if the extra
    is missing, nobody answers at the address, there is no worker, or a worker differs.
    """
    try:
        from distributed import Client
        from distributed.scheduler import KilledWorker
    except ImportError as error:
        raise KgError(f"--scheduler needs the extra [cluster]; install it with: pip install 'kg-newspaper[cluster]' ({error})") from error
    if not items:
        return
    client = connected(Client, address)
    try:
        waiting: deque[tuple[Item, Any]] = deque()
        ahead = AHEAD * max(1, len(client.scheduler_info(n_workers=-1)["workers"]))
        told = (call, str(Path.cwd()), same, same())
        rest = iter(items)
        while True:
            while len(waiting) < ahead and (item := next(rest, None)) is not None:
                waiting.append((item, client.submit(there, item, *told, pure=False)))
            if not waiting:
                return
            item, future = waiting.popleft()
            try:
                result: Result = future.result()
            except KilledWorker:
                result = lost(item)
            yield result
    finally:
        client.close()


def connected(client: Callable[..., Any], address: str) -> Any:
    """Return a client of a scheduler that has a worker. Raises KgError if there is none within PATIENCE."""
    try:
        made = client(address, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        raise KgError(f"{address}: no Dask scheduler answers; start one with: dask scheduler ({' '.join(str(error).split())})") from error
    try:
        made.wait_for_workers(1, timeout=PATIENCE)
    except TimeoutError as error:
        made.close()
        raise KgError(f"{address}: the scheduler has no worker; start one with: dask worker {address} --nthreads 1") from error
    return made


def there(item: Item, call: Callable[[Item], Result], folder: str, same: Callable[[], str], expected: str) -> Result:
    """Do one call on a worker, in the same folder as here. Raises KgError if the worker differs or cannot reach the folder."""
    if same() != expected:
        raise KgError("a worker of the cluster runs another version of kg or of what it reads with; install the same everywhere")
    try:
        with chdir(folder):
            return call(item)
    except FileNotFoundError as error:
        raise KgError(f"{folder}: a worker of the cluster does not see this folder; share it under the same path ({error})") from error
