"""What stands before every answer: who may ask, from where, how much and for how long.

    Host            must be an address of this server, or a page elsewhere could rebind its own name to it (DNS rebinding)
    Origin          of what changes something must be this server (CSRF); so must Sec-Fetch-Site where there is no Origin
    token           if there is one: as Authorization: Bearer, or as the cookie that /?token=… leaves
    body, time      limited; an answer cut off is an error, never a part taken for the whole
    headers         no script but our files, no frame but our own, nothing kept by proxies

It knows nothing of what is asked.
"""

from __future__ import annotations

import asyncio
import hmac
import socket
from collections.abc import Iterable, Mapping
from ipaddress import ip_address
from urllib.parse import parse_qsl, urlencode, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kg.serve.settings import Settings

COOKIE = "kg_token"
SAFE = ("GET", "HEAD", "OPTIONS")
BODY = 1 << 20
"""Bytes of a request at most."""
UPLOAD = 64 << 20
"""Bytes of a request that brings pages, at most."""
UPLOADS = ("/add",)
"""Paths that take pages."""
STREAMS = ("/jobs/events", "/mcp")
"""Paths whose answers last as long as the client listens."""
CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; "
    "frame-src 'self'; form-action 'self'; frame-ancestors 'self'; base-uri 'none'"
)
HEADERS = {
    "content-security-policy": CSP,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "cache-control": "no-store",
}
"""Headers of every answer that has none of that name of its own."""


class Guard:
    """ASGI middleware that refuses what may not be asked and limits what may."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self.app = app
        self.settings = settings
        self.hosts = frozenset(hosts_of(settings))
        frames = " ".join(("frame-ancestors 'self'", *settings.origins))
        self.headers = HEADERS | {"content-security-policy": CSP.replace("frame-ancestors 'self'", frames)}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or refuse it."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        if scope["type"] != "http":
            await send({"type": "websocket.close", "code": 1008})
            return
        guarded = with_headers(send, self.headers)
        refused = self.refusal(HTTPConnection(scope))
        if refused is not None:
            await refused(scope, receive, guarded)
            return
        await self.limited(scope, receive, guarded)

    def refusal(self, asked: HTTPConnection) -> Response | None:
        """Return the answer to a request that may not be asked, None for one that may."""
        host = asked.headers.getlist("host")
        if len(host) != 1 or not self.is_own(host[0]):
            return PlainTextResponse("this server does not go by that name; open it under the address that kg serve printed\n", 421)
        safe = asked.scope["method"] in SAFE and not self.is_fetched_elsewhere(asked.headers)
        if not safe and not self.is_from_here(asked.headers):
            return PlainTextResponse("this was asked by a page of another origin\n", 403)
        return self.unknown(asked) if self.settings.token else None

    def is_own(self, host: str) -> bool:
        """Whether a Host header names this server; of one that listens everywhere every bare address does, for none can be rebound."""
        if host.lower() in self.hosts:
            return True
        if self.settings.host not in ("0.0.0.0", "::"):
            return False
        try:
            parts = urlsplit(f"//{host}")
            return ip_address(parts.hostname or "") is not None and parts.port == self.settings.port
        except ValueError:
            return False

    def is_from_here(self, headers: Headers) -> bool:
        """Whether what changes something is asked by a page of this server, an origin that was allowed, or by no page at all."""
        origin = headers.get("origin")
        if origin is None:
            return headers.get("sec-fetch-site", "none") in ("none", "same-origin")
        return origin in self.settings.origins or urlsplit(origin)[:2] == ("http", headers["host"].lower())

    def is_fetched_elsewhere(self, headers: Headers) -> bool:
        """Whether a script, image or the like of another site asks: it could not read the answer, but could keep the server busy."""
        return headers.get("sec-fetch-site") == "cross-site" and headers.get("sec-fetch-mode") != "navigate"

    def unknown(self, asked: HTTPConnection) -> Response | None:
        """Return the answer to who has not shown the token, None to who has; the token in an address becomes a cookie."""
        bearer = asked.headers.get("authorization", "").removeprefix("Bearer ")
        if self.is_token(bearer) or self.is_token(asked.cookies.get(COOKIE, "")):
            return None
        shown = asked.query_params.get("token", "")
        if asked.scope["method"] == "GET" and self.is_token(shown):
            rest = urlencode([(k, v) for k, v in parse_qsl(asked.url.query, keep_blank_values=True) if k != "token"])
            found = RedirectResponse("/" + asked.url.path.lstrip("/\\") + (f"?{rest}" if rest else ""), 303)
            found.set_cookie(COOKIE, self.settings.token, httponly=True, samesite="strict")
            return found
        advice = "open the address with ?token=… once, or send Authorization: Bearer …\n"
        return PlainTextResponse(f"this server asks for its token: {advice}", 401, {"www-authenticate": "Bearer"})

    def is_token(self, shown: str) -> bool:
        """Whether this is the token; takes as long for a wrong one."""
        return hmac.compare_digest(shown.encode("utf-8", "replace"), self.settings.token.encode("utf-8"))

    async def limited(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer within the limits of size and time."""
        path = scope["path"]
        most = UPLOAD if path in UPLOADS else BODY
        begun = False

        async def told(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        declared = Headers(scope=scope).get("content-length", "0")
        if not declared.isdecimal() or int(declared) > most:
            await PlainTextResponse(f"a request may hold {most >> 20} MB\n", 413, {"connection": "close"})(scope, receive, send)
            return
        try:
            async with asyncio.timeout(None if path.startswith(STREAMS) else self.settings.seconds * 2):
                await self.app(scope, counted(receive, most), told)
        except TimeoutError:
            if begun:
                raise
            await PlainTextResponse("no answer in time; ask for less\n", 503, {"retry-after": "5"})(scope, receive, send)


def counted(receive: Receive, most: int) -> Receive:
    """Return ``receive`` that raises HTTPException 413 once a body is larger than it may be, whatever it declared."""
    held = 0

    async def next_message() -> Message:
        nonlocal held
        message = await receive()
        held += len(message.get("body", b""))
        if held > most:
            raise HTTPException(413, f"a request may hold {most >> 20} MB")
        return message

    return next_message


def with_headers(send: Send, more: Mapping[str, str]) -> Send:
    """Return ``send`` that gives every answer the headers it has not."""

    async def guarded(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in more.items():
                headers.setdefault(name, value)
        await send(message)

    return guarded


def hosts_of(settings: Settings) -> Iterable[str]:
    """Yield the Host headers that mean this server."""
    names = {"127.0.0.1", "localhost", "[::1]", f"[{settings.host}]" if ":" in settings.host else settings.host.lower()}
    if settings.host in ("0.0.0.0", "::"):
        names.add(socket.gethostname().lower())
    for name in sorted(names):
        yield f"{name}:{settings.port}"
        if settings.port == 80:
            yield name
