"""/api: the questions of kg.serve.asking over HTTP, as JSON, described at /api/openapi.json."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import anyio.to_thread
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from kg import ontology
from kg.errors import KgError
from kg.serve import asking, news, timelines
from kg.serve.api.operations import Operation, Parameter, Values, openapi
from kg.serve.api.reconcile import operations as reconcile_operations
from kg.serve.asking import Unknown
from kg.serve.workspace import Snapshot, Workspace

Ask = Callable[..., dict[str, Any]]
NAME = "any printed form of a name, its pinyin, or an id"
KNOWN = ("known", "say")


def name_of(key: str, about: str = NAME) -> Parameter:
    """Return the parameter that is a name."""
    return Parameter(key, about, needed=True)


def limit_of(default: int, high: int) -> Parameter:
    """Return the parameter that says how many at most."""
    return Parameter("limit", "how many at most", "integer", default=default, high=high)


TYPES = tuple(ontology.load().types)
DAY = r"^[0-9]{4}(-[0-9]{2}){0,2}$"
OFFSET = Parameter("offset", "facts to leave out", "integer", default=0, low=0, high=10_000_000)
QUESTIONS: tuple[tuple[str, str, str, Ask, tuple[Parameter, ...], tuple[str, ...], dict[str, str]], ...] = (
    (
        "/api/search",
        "search",
        "Names and articles that a text means, best first.",
        asking.search,
        (
            Parameter("q", "characters of a name or article, pinyin, or its initials", needed=True, example="开发区"),
            limit_of(20, 200),
            Parameter("type", "only names of this type", choices=TYPES),
        ),
        (*KNOWN, "names", "articles"),
        {"q": "text", "type": "type_"},
    ),
    (
        "/api/dossier",
        "dossier",
        "Everything known about a name, each fact with its quote.",
        asking.dossier,
        (name_of("name"), limit_of(1000, 5000), OFFSET),
        (*KNOWN, "id", "name", "facts", "total"),
        {},
    ),
    (
        "/api/trace",
        "trace",
        "The best-evidenced paths between two names.",
        asking.trace,
        (name_of("from"), name_of("to"), Parameter("top", "how many paths at most", "integer", default=5, high=20)),
        (*KNOWN, "paths"),
        {"from": "start", "to": "end"},
    ),
    (
        "/api/timeline",
        "timeline",
        "What happened to a name, in order; of a project its life line.",
        timelines.timeline,
        (name_of("name"),),
        (*KNOWN, "stages", "steps", "facts"),
        {},
    ),
    (
        "/api/projects",
        "projects",
        "The projects and facilities of whose life a page says something, those last reported first, and how far each is.",
        timelines.projects,
        (Parameter("q", "characters of a name"),),
        (*KNOWN, "projects", "total"),
        {"q": "text"},
    ),
    (
        "/api/quote",
        "quote",
        "One fact with its quote and what stands around it on the page.",
        asking.quote,
        (Parameter("id", "the id of a fact", needed=True),),
        ("quote", "page", "spans", "before", "after"),
        {"id": "id_"},
    ),
    (
        "/api/new",
        "whatIsNew",
        "What pages printed on or after a day say that none before it said, thing by thing.",
        news.what_is_new,
        (Parameter("since", "a day, month or year", needed=True, pattern=DAY, example="2021-02-19", high=10), limit_of(200, 2000)),
        (*KNOWN, "things", "new_names", "counts", "undated"),
        {},
    ),
    ("/api/pages", "pages", "The pages, by name.", asking.pages, (), ("pages",), {}),
    (
        "/api/pages/{id}",
        "page",
        "A page as printed and as read, with the facts of its articles.",
        asking.page,
        (Parameter("id", "the id of a page", place="path"),),
        ("id", "text", "articles"),
        {"id": "id_"},
    ),
)
"""Path, id, what it is for, the question of kg.serve.asking, parameters, fields of every answer, and which parameter is which argument."""


def operations(workspace: Workspace) -> tuple[Operation, ...]:
    """Return all operations on a workspace."""

    def of(ask: Ask, names: dict[str, str]) -> Callable[[Request, Values], Any]:
        async def answer(_: Request, values: Values) -> Any:
            return await anyio.to_thread.run_sync(partial(asked, ask, workspace.now(), {names.get(k, k): v for k, v in values.items()}))

        return answer

    made = [
        Operation(path, id_, about, parameters, of(ask, names), fields=fields)
        for path, id_, about, ask, parameters, fields, names in QUESTIONS
    ]
    return (*made, *reconcile_operations(workspace))


def asked(ask: Ask, now: Snapshot, values: dict[str, Any]) -> dict[str, Any]:
    """Answer one question. Raises HTTPException 404 or 422 where it cannot be."""
    try:
        found = ask(now, **values)
    except Unknown as error:
        raise HTTPException(404, str(error)) from error
    except KgError as error:
        raise HTTPException(422, str(error)) from error
    if "candidates" in found:
        raise Nameless(found)
    return found


class Nameless(HTTPException):
    """No thing, or several, have the name that was asked for; ``found`` says which are near."""

    def __init__(self, found: dict[str, Any]) -> None:
        super().__init__(404, found["say"])
        self.found = found


def told(error: HTTPException) -> Response:
    """Return what is wrong with a request as JSON."""
    more = error.found if isinstance(error, Nameless) else {}
    return JSONResponse({"error": error.detail, **more}, error.status_code, error.headers)


def routes(workspace: Workspace) -> Sequence[Route]:
    """Return the routes of the API."""
    listed = operations(workspace)
    described = openapi(listed)

    async def description(_: Request) -> Response:
        return JSONResponse(described)

    made = [Route("/api/openapi.json", description)]
    return [*made, *(Route(one.path, answering(one), methods=[one.method.upper()]) for one in listed)]


def answering(operation: Operation) -> Callable[[Request], Any]:
    """Return what answers the requests of an operation."""

    async def answer(request: Request) -> Response:
        found = await operation.answer(request, await operation.values(request))
        return HTMLResponse(found) if operation.media_type == "text/html" else JSONResponse(found)

    return answer
