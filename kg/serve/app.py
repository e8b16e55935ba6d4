"""The server put together: what answers which path, behind the guard."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from mcp.server.transport_security import TransportSecuritySettings
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from kg.serve.api import routes as api
from kg.serve.assistant import assistant
from kg.serve.changes.jobs import Jobs
from kg.serve.changes.judging import Reviewer
from kg.serve.changes.uploads import FOLDER
from kg.serve.guard import Guard
from kg.serve.originals import Originals
from kg.serve.settings import Settings
from kg.serve.sparql.protocol import Endpoint
from kg.serve.views import changing, shelf
from kg.serve.views import routes as views
from kg.serve.workspace import Workspace


def application(settings: Settings) -> Starlette:
    """Return the server as an ASGI application. Raises KgError if its settings are not safe or there is nothing to serve."""
    settings.check()
    workspace = Workspace(settings.folder)
    originals = Originals((settings.folder / FOLDER, *settings.pages))
    spoken = assistant(workspace, settings)
    unguarded = TransportSecuritySettings(enable_dns_rebinding_protection=False)  # the guard before it does that
    endpoint = Endpoint(workspace, settings)
    routes = [
        *views.routes(workspace, originals),
        *shelf.routes(endpoint),
        *changing.routes(Jobs(workspace, settings), Reviewer(workspace, settings.decisions), originals, settings),
        Route("/sparql", endpoint.respond, methods=["GET", "POST"]),
        *api.routes(workspace),
        *spoken.streamable_http_app(stateless_http=True, transport_security=unguarded).routes,
    ]
    middleware = [Middleware(Guard, settings=settings)]
    if settings.origins:
        middleware.append(Middleware(CORSMiddleware, allow_origins=settings.origins, allow_methods=["GET", "POST"]))

    @asynccontextmanager
    async def alive(_: Starlette) -> AsyncIterator[None]:
        async with spoken.session_manager.run():
            yield

    return Starlette(routes=routes, middleware=middleware, exception_handlers={HTTPException: wrong}, lifespan=alive)


def wrong(request: Request, error: Exception) -> Response:
    """Return the answer to what was asked wrongly: one line, as JSON where JSON is asked for."""
    if not isinstance(error, HTTPException):
        raise error
    if request.url.path.startswith("/api/"):
        return api.told(error)
    return PlainTextResponse(f"{error.detail}\n", error.status_code, error.headers)
