"""The SPARQL 1.1 Protocol (https://www.w3.org/TR/sparql11-protocol/), query operation only, over one data set.

    GET /sparql?query=…                                       the query in the address
    POST, application/x-www-form-urlencoded, query=…          in a form
    POST, application/sparql-query                            as the body

The form of the answer is negotiated (Accept). A query that does not parse or asks for what is not allowed is 400; one that fails or
takes too long is 500 (QueryRequestRefused); each with the reason as plain text. An update is 403. Without a query, GET describes the
service (https://www.w3.org/TR/sparql11-service-description/).
"""

from __future__ import annotations

from urllib.parse import parse_qs

import anyio
import anyio.to_thread
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from kg.errors import QueryError
from kg.graph.sparql.ask import Answer, refuse
from kg.graph.sparql.kept import Kept
from kg.serve.negotiation import preferred
from kg.serve.settings import Settings
from kg.serve.sparql.results import RESULTS, TRIPLES, offered, written
from kg.serve.workspace import Stamp, Workspace, stamp_of

FORM, QUERY, UPDATE = "application/x-www-form-urlencoded", "application/sparql-query", "application/sparql-update"
AT_ONCE = 4
"""Queries answered at a time; others wait, within the time of their own answer."""
DESCRIPTION = """@prefix sd: <http://www.w3.org/ns/sparql-service-description#> .
@prefix format: <http://www.w3.org/ns/formats/> .
<{url}> a sd:Service ;
    sd:endpoint <{url}> ;
    sd:supportedLanguage sd:SPARQL11Query ;
    sd:feature sd:UnionDefaultGraph ;
    sd:resultFormat format:SPARQL_Results_JSON, format:SPARQL_Results_XML, format:SPARQL_Results_CSV, format:SPARQL_Results_TSV,
        format:Turtle, format:N-Triples, format:RDF_XML, format:JSON-LD .
"""


class Endpoint:
    """The answerer of /sparql."""

    def __init__(self, workspace: Workspace, settings: Settings) -> None:
        self.workspace = workspace
        self.settings = settings
        self.limiter = anyio.CapacityLimiter(AT_ONCE)
        self._kept: tuple[Stamp | None, Kept] | None = None

    async def respond(self, request: Request) -> Response:
        """Answer one request."""
        query = await query_of(request)
        if query is None:
            return description(request)
        if preferred(request.headers.get("accept", ""), (*RESULTS, *TRIPLES)) is None:
            raise HTTPException(406, f"answers come as {', '.join((*RESULTS, *TRIPLES))}")
        answer = await self.answer(query)
        media_type = preferred(request.headers.get("accept", ""), offered(answer))
        if media_type is None:
            raise HTTPException(406, f"the answer to this kind of query comes as {', '.join(offered(answer))}")
        return Response(written(answer, media_type), media_type=media_type, headers={"vary": "accept"})

    async def answer(self, query: str) -> Answer:
        """Answer a query in a process of its own. Raises HTTPException."""
        try:
            await anyio.to_thread.run_sync(lambda: refuse(query, seconds=self.settings.seconds))
        except QueryError as error:
            raise HTTPException(400, str(error)) from error
        kept = self.kept()
        try:
            answer = await anyio.to_thread.run_sync(lambda: kept.ask(query, seconds=self.settings.seconds), limiter=self.limiter)
        except QueryError as error:
            raise HTTPException(500, str(error)) from error
        if len(answer.rows) > self.settings.rows:
            raise HTTPException(500, f"the answer has {len(answer.rows):,} rows, more than {self.settings.rows:,}; add a LIMIT")
        return answer

    def kept(self) -> Kept:
        """Return the graph as it is now; one that was written anew takes the place of what was kept."""
        graph = self.workspace.now().graph
        stamp = stamp_of(graph)
        if self._kept is None or self._kept[0] != stamp:
            if self._kept is not None:
                self._kept[1].close()
            self._kept = (stamp, Kept(graph))
        return self._kept[1]


async def query_of(request: Request) -> str | None:
    """Return the query of a request, None for a GET without any. Raises HTTPException for what the protocol does not allow."""
    if request.method != "POST":
        return single(parsed(request.url.query), needed=False)
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    body = text_of(await request.body())
    if media_type == FORM:
        return single(parsed(body))
    if media_type == UPDATE:
        raise HTTPException(403, "the graph cannot be changed here; add pages or decide in the review instead")
    if media_type != QUERY:
        raise HTTPException(415, f"send a query as {QUERY}, or in a form as {FORM}")
    refuse_data_set(parsed(request.url.query))
    return body


def single(fields: dict[str, list[str]], *, needed: bool = True) -> str | None:
    """Return the one query of a form or address. Raises HTTPException if there are several, or none where one is ``needed``."""
    if "update" in fields or "using-graph-uri" in fields:
        raise HTTPException(403, "the graph cannot be changed here; add pages or decide in the review instead")
    refuse_data_set(fields)
    queries = fields.get("query", [])
    if len(queries) > 1 or (needed and not queries):
        raise HTTPException(400, f"give one query, not {len(queries)}")
    return queries[0] if queries else None


def refuse_data_set(fields: dict[str, list[str]]) -> None:
    """Raise HTTPException if a request names graphs: there is one data set, and nothing is fetched."""
    named = [key for key in ("default-graph-uri", "named-graph-uri") if key in fields]
    if named:
        raise HTTPException(400, f"{named[0]} is not supported: there is one data set; use GRAPH in the query")


def parsed(form: str) -> dict[str, list[str]]:
    """Return the fields of a form or an address. Raises HTTPException if it is not UTF-8 or has too many."""
    try:
        return parse_qs(form, keep_blank_values=True, errors="strict", max_num_fields=100)
    except ValueError as error:
        raise HTTPException(400, f"the request is no form in UTF-8 ({error})") from error


def text_of(body: bytes) -> str:
    """Return a body as text. Raises HTTPException if it is not UTF-8."""
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise HTTPException(400, "the request is not in UTF-8") from error


def description(request: Request) -> Response:
    """Return the description of the service as Turtle; who comes with a browser is taken to the questions."""
    wanted = preferred(request.headers.get("accept", ""), ("text/turtle", "text/html"))
    if wanted == "text/html":
        return RedirectResponse("/ask", 303)
    if wanted is None:
        return PlainTextResponse("give a query, or take text/turtle for the description of the service\n", 406)
    return Response(DESCRIPTION.format(url=request.url.replace(query="")), media_type="text/turtle")
