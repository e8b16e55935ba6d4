"""How the server was started: what it serves, where it listens, who may ask."""

from __future__ import annotations

import re
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path

from kg.errors import KgError
from kg.stages import READERS

LOOPBACK = "127.0.0.1"
PORT = 8321
ORIGIN = re.compile(r"https?://(?:[a-z0-9.-]+|\[[0-9a-f:]+\])(?::[0-9]{1,5})?")


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings of one server.

    ``folder`` is one that ``kg build`` wrote; ``decisions`` the decisions.yaml that answers of the review go to. ``token`` is asked of
    everybody if it is not empty. ``origins`` are the web pages of other origins that may read names and SPARQL answers (OpenRefine).
    ``pages`` are folders of the files that were read, for what is shown of the printed pages. ``seconds`` is the time that one answer
    may take; ``rows`` the rows of a SPARQL answer at most.
    """

    folder: Path
    decisions: Path = Path("decisions.yaml")
    host: str = LOOPBACK
    port: int = PORT
    token: str = ""
    origins: tuple[str, ...] = ()
    reader: str = READERS[0]
    pages: tuple[Path, ...] = ()
    seconds: float = 30.0
    rows: int = 100_000

    def check(self) -> None:
        """Raise KgError if others than this machine could ask without a token, or if an origin is none."""
        if not is_loopback(self.host) and not self.token:
            raise KgError(f"--host {self.host} lets other machines ask: give them a password too, with --token or KG_TOKEN")
        for origin in self.origins:
            if not ORIGIN.fullmatch(origin):
                raise KgError(f"--origin {origin}: write it as http://127.0.0.1:3333, without a path")

    @property
    def url(self) -> str:
        """The address to open on this machine."""
        host = LOOPBACK if self.host in ("0.0.0.0", "::") else self.host
        return f"http://{f'[{host}]' if ':' in host else host}:{self.port}/"


def is_loopback(host: str) -> bool:
    """Whether a host as given to --host is this machine alone."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
