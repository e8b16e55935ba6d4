"""The shelf of saved questions, with their parameters, and SPARQL of one's own, with what its editor asks while it is written."""

from __future__ import annotations

import dataclasses
from typing import Any

import anyio.to_thread
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from kg import ids
from kg.errors import QueryError
from kg.graph.sparql.ask import prefixes
from kg.graph.sparql.saved_queries import question, questions
from kg.graph.sparql.vocabulary import words
from kg.serve.sparql.checking import Fault, faults
from kg.serve.sparql.protocol import Endpoint
from kg.serve.sparql.results import RESULTS, written
from kg.serve.views.rendering import Translator, filled, language_of

ROWS = 500
"""Rows of an answer that the page shows; a download holds all."""
LONGEST = 20_000
START = "SELECT ?name ?type WHERE {\n  ?x a ?type ; rdfs:label ?name .\n  ?type rdfs:subClassOf* foaf:Agent .\n}\nLIMIT 100"
DOWNLOADS = {"text/csv": "answer.csv", "application/sparql-results+json": "answer.json"}


def routes(endpoint: Endpoint) -> list[Route]:
    """Return the routes of these pages."""

    async def ask(request: Request) -> Response:
        return await asked(request, endpoint)

    async def download(request: Request) -> Response:
        media_type = request.query_params.get("type", "")
        if media_type not in DOWNLOADS or media_type not in RESULTS:
            raise HTTPException(422, f"answers are downloaded as {', '.join(DOWNLOADS)}")
        answer = await endpoint.answer(text_of(request))
        if answer.kind != "select":
            raise HTTPException(422, "only rows are downloaded here; ask /sparql for triples")
        name = f'attachment; filename="{DOWNLOADS[media_type]}"'
        return Response(written(answer, media_type), media_type=media_type, headers={"content-disposition": name})

    async def check(request: Request) -> Response:
        return await checked(request, endpoint.settings.seconds)

    return [
        Route("/ask", ask),
        Route("/ask/download", download),
        Route("/ask/check", check, methods=["POST"]),
        Route("/ask/words.json", vocabulary),
    ]


async def checked(request: Request, seconds: float) -> Response:
    """Tell what is wrong with the query that is the body of a request, in the language of who asks."""
    try:
        query = (await request.body()).decode("utf-8")
    except UnicodeDecodeError as error:
        raise HTTPException(422, "the query is not in UTF-8") from error
    found: list[Fault] = await anyio.to_thread.run_sync(lambda: list(faults(query, seconds=seconds)))
    t = Translator(language_of(request))
    return JSONResponse([dataclasses.asdict(fault) | {"message": t.message(fault.message)} for fault in found])


async def vocabulary(_: Request) -> Response:
    """Return the names that a query may use, with their labels, and the prefixes that need not be declared."""
    named = [{"name": word.name, "zh": word.label_zh, "en": word.label_en} for word in words()]
    return JSONResponse({"prefixes": prefixes(), "words": named}, headers={"cache-control": "private, max-age=3600"})


def text_of(request: Request) -> str:
    """Return the query of an address. Raises HTTPException if it is too long."""
    query = request.query_params.get("query", "")
    if len(query) > LONGEST:
        raise HTTPException(422, f"a query holds {LONGEST:,} characters at most here")
    return query


async def asked(request: Request, endpoint: Endpoint) -> Response:
    """Show the shelf, the question chosen and its answer, or that to the query typed; what is wrong with it stands above the editor."""
    known = request.query_params
    given = {key.removeprefix("set."): value.strip() for key, value in known.items() if key.startswith("set.") and value.strip()}
    chosen, query, wrong, answer = None, text_of(request), "", None
    try:
        if "name" in known:
            chosen = question(known["name"])
            query = chosen.fill(given) if known.get("run") or not chosen.parameters else chosen.text
        if "query" in known or (chosen and (known.get("run") or not chosen.parameters)):
            answer = await endpoint.answer(query)
    except QueryError as error:
        wrong = str(error)
    except HTTPException as error:
        wrong = error.detail
    values: dict[str, Any] = {"question": chosen, "given": given, "query": query or START, "wrong": wrong, "answer": answer}
    fixed = {"shelf": questions(), "shown": ROWS, "data": ids.DATA, "prefixes": prefixes(), "longest": LONGEST}
    return filled(request, "ask.html", 422 if wrong else 200, **fixed, **values)
