"""OpenRefine's way to our names: the Reconciliation Service API 0.2 of the W3C (https://www.w3.org/community/reports/reconciliation/).

GET  /api/reconcile                       the manifest
GET, POST  queries={"q0": {"query": …}}   candidates with scores (0…100); ``match`` where exactly one thing has that very name
POST       extend={"ids": …, …}           what is known of things, as columns
GET  …/suggest/{entity,type,property}, …/properties, …/preview
"""

from __future__ import annotations

import html
import json
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import parse_qs

import anyio.to_thread
from rapidfuzz import fuzz
from starlette.exceptions import HTTPException
from starlette.requests import Request

from kg import ids, ontology
from kg.graph.facts import Facts, Thing
from kg.graph.sentences import sentence
from kg.names.anatomy import plain
from kg.serve.api.operations import Operation, Parameter, Values
from kg.serve.searching import found_in
from kg.serve.workspace import Snapshot, Workspace
from kg.text.plain import plain_name

PATH = "/api/reconcile"
BATCH = 100
"""Queries or ids of one request at most."""
LIMIT = 10
ELSEWHERE = 25.0
"""What a candidate loses whose page states another place than the one asked for."""
PROPERTIES = {
    "names": "又称 names",
    "type": "类型 type",
    "located_in": "所在地 place stated",
    "facts": "陈述 facts",
    "articles": "篇数 articles",
}


TEXT = {"type": "string"}
FORM = {"type": "object", "properties": {"queries": TEXT, "extend": TEXT}}
BODY = {"required": True, "content": {"application/x-www-form-urlencoded": {"schema": FORM}}}
BATCHES = tuple(Parameter(key, "a batch, as JSON", high=100_000) for key in ("queries", "extend"))
PREFIX = (
    Parameter("prefix", "how it begins", needed=True),
    Parameter("cursor", "how many to leave out", "integer", default=0, low=0, high=1000),
)
KIND = (Parameter("type", "of things of this type"), Parameter("limit", "how many at most", "integer", default=20, high=100))


def operations(workspace: Workspace) -> tuple[Operation, ...]:
    """Return the operations of the service."""

    def of(ask: Callable[..., Any]) -> Callable[[Request, Values], Any]:
        async def answer(_: Request, values: Values) -> Any:
            return await anyio.to_thread.run_sync(lambda: ask(workspace.now(), values))

        return answer

    async def service(request: Request, values: Values) -> Any:
        form = {key: value for key, value in values.items() if value} or await form_of(request)
        return await anyio.to_thread.run_sync(lambda: served(workspace.now(), form, str(request.base_url).rstrip("/")))

    shown = Parameter("id", "the id of a thing", needed=True)
    return (
        Operation(PATH, "reconcileService", "The manifest, or candidates for a batch of queries.", BATCHES, service),
        Operation(PATH, "reconcile", "Candidates for a batch of queries, or columns for a batch of ids.", (), service, "post", body=BODY),
        Operation(f"{PATH}/suggest/entity", "suggestEntity", "Names that begin so.", PREFIX, of(suggest_entity), fields=("result",)),
        Operation(f"{PATH}/suggest/type", "suggestType", "Types that begin so.", PREFIX, of(suggest_type), fields=("result",)),
        Operation(f"{PATH}/suggest/property", "suggestProperty", "Columns so called.", PREFIX, of(suggest_property), fields=("result",)),
        Operation(f"{PATH}/properties", "proposeProperties", "Columns that can be added.", KIND, of(propose), fields=("properties",)),
        Operation(f"{PATH}/preview", "preview", "A name in a small box.", (shown,), of(preview), media_type="text/html"),
    )


async def form_of(request: Request) -> dict[str, str]:
    """Return the fields of a form that was posted. Raises HTTPException if it is no form."""
    try:
        fields = parse_qs((await request.body()).decode("utf-8"), errors="strict", max_num_fields=10)
    except ValueError as error:
        raise HTTPException(422, f"the request is no form in UTF-8 ({error})") from error
    if request.method == "POST" and not {"queries", "extend"} & set(fields):
        raise HTTPException(422, "send a form with queries=… or extend=…")
    return {key: found[0] for key, found in fields.items()}


def served(now: Snapshot, form: Mapping[str, str], url: str) -> dict[str, Any]:
    """Return what a request asks for: candidates, columns, else the manifest. Raises HTTPException."""
    if "queries" in form:
        batch = json_of(form["queries"])
        return {key: {"result": candidates(now, query)} for key, query in batch.items()}
    return extended(now.facts, json_of(form["extend"])) if "extend" in form else manifest(url)


def json_of(text: str) -> dict[str, Any]:
    """Return an object written as JSON. Raises HTTPException if it is none, or too large."""
    try:
        read = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise HTTPException(422, f"this is no JSON: {error}") from error
    if not isinstance(read, dict) or len(read) > BATCH:
        raise HTTPException(422, f"send a JSON object of {BATCH} queries at most")
    return read


def manifest(url: str) -> dict[str, Any]:
    """Return what the service can do, for a server at this address."""
    suggest = {kind: {"service_url": url, "service_path": f"{PATH}/suggest/{kind}"} for kind in ("entity", "type", "property")}
    return {
        "versions": ["0.2"],
        "name": "kg",
        "identifierSpace": ids.DATA,
        "schemaSpace": ids.ONTOLOGY,
        "defaultTypes": [typed(key) for key in ontology.load().types],
        "view": {"url": f"{url}/name/{{{{id}}}}"},
        "preview": {"url": f"{url}{PATH}/preview?id={{{{id}}}}", "width": 430, "height": 200},
        "suggest": suggest,
        "extend": {"propose_properties": {"service_url": url, "service_path": f"{PATH}/properties"}, "property_settings": []},
    }


def typed(type_: str) -> dict[str, str]:
    """Return a type with its labels."""
    known = ontology.load().types[type_]
    return {"id": type_, "name": f"{known.label_zh} {known.label_en}"}


def candidates(now: Snapshot, query: Any) -> list[dict[str, Any]]:
    """Return the candidates for one query, best first. Raises HTTPException if it is none."""
    if not isinstance(query, dict) or not isinstance(query.get("query"), str):
        raise HTTPException(422, 'each query is an object with "query"')
    wanted, limit = query["query"][:200], query.get("limit", LIMIT)
    if not isinstance(limit, int) or not 1 <= limit <= 1000:
        raise HTTPException(422, "limit is a number from 1 to 1000")
    types = query.get("type") or [""]
    place = place_of(query.get("properties"))
    scored: dict[Thing, float] = {}
    for type_ in types if isinstance(types, list) else [types]:
        for thing in found_in(now.names, now.facts, wanted, limit, str(type_))[0]:
            scored[thing] = score(now.facts, thing, wanted, place)
    ranked = sorted(scored, key=lambda thing: (-scored[thing], -len(now.facts.by_thing[thing.id]), thing.id))[:limit]
    sure = sum(value == 100.0 for value in scored.values()) == 1
    return [
        {
            "id": thing.id,
            "name": thing.name,
            "type": [typed(thing.type)],
            "score": scored[thing],
            "match": sure and scored[thing] == 100.0,
            "description": described(now.facts, thing),
        }
        for thing in ranked
    ]


def place_of(properties: Any) -> str:
    """Return the place that a query says its thing is in, empty if it says none. Raises HTTPException if its properties are none."""
    if properties is None:
        return ""
    if not isinstance(properties, list) or not all(isinstance(one, dict) for one in properties):
        raise HTTPException(422, "properties are a list of objects with pid and v")
    values = [one.get("v") for one in properties if one.get("pid") == "located_in"]
    return plain(str(values[0])) if values else ""


def score(facts: Facts, thing: Thing, wanted: str, place: str) -> float:
    """Return how alike a name is, 0…100: 100 for a printed form of it; less where a page states another place."""
    letters = plain(plain_name("".join(wanted.split())))
    likeness = max(fuzz.ratio(letters, plain(name)) for name in (thing.name, *thing.names))
    seats = [plain(facts.things[seat].name) for seat in facts.seats.get(thing.id, ())]
    elsewhere = bool(place and seats) and not any(place in seat or seat in place for seat in seats)
    return round(max(0.0, likeness - (ELSEWHERE if elsewhere else 0.0)), 1)


def described(facts: Facts, thing: Thing) -> str:
    """Return one line on a thing: the first fact that a page states of it."""
    about = facts.by_thing[thing.id]
    return sentence(facts, about[0]) if about else str(facts.seen_in.get(thing.id, ""))


def extended(facts: Facts, asked: Mapping[str, Any]) -> dict[str, Any]:
    """Return columns for things. Raises HTTPException if the request is none."""
    wanted, properties = asked.get("ids"), asked.get("properties")
    if not isinstance(wanted, list) or not isinstance(properties, list) or len(wanted) > BATCH:
        raise HTTPException(422, f"extend needs ids and properties, {BATCH} ids at most")
    keys = [str(one.get("id")) for one in properties if isinstance(one, dict)]
    if not set(keys) <= set(PROPERTIES) or not all(isinstance(id_, str) for id_ in wanted):
        raise HTTPException(422, f"the properties are {', '.join(PROPERTIES)}")
    rows = {id_: {key: values_of(facts, facts.things[id_], key) if id_ in facts.things else [] for key in keys} for id_ in wanted}
    return {"meta": [{"id": key, "name": PROPERTIES[key]} for key in keys], "rows": rows}


def values_of(facts: Facts, thing: Thing, key: str) -> list[dict[str, Any]]:
    """Return the cells of one column of PROPERTIES for a thing."""
    about = facts.by_thing[thing.id]
    cells: dict[str, list[dict[str, Any]]] = {
        "names": [{"str": name} for name in thing.names],
        "type": [{"str": thing.type}],
        "located_in": [{"id": seat, "name": facts.things[seat].name} for seat in facts.seats.get(thing.id, ())],
        "facts": [{"str": sentence(facts, fact)} for fact in about],
        "articles": [{"int": len({fact.article for fact in about})}],
    }
    return cells[key]


def suggest_entity(now: Snapshot, values: Values) -> dict[str, Any]:
    """Return the names that a prefix may mean."""
    things = found_in(now.names, now.facts, values["prefix"], values["cursor"] + LIMIT)[0][values["cursor"] :]
    return {
        "result": [
            {"id": t.id, "name": t.name, "description": described(now.facts, t), "notable": [typed(t.type)] if t.entity else []}
            for t in things
        ]
    }


def suggest_type(_: Snapshot, values: Values) -> dict[str, Any]:
    """Return the types that a prefix may mean."""
    return {"result": beginning([typed(key) for key in ontology.load().types], values)}


def suggest_property(_: Snapshot, values: Values) -> dict[str, Any]:
    """Return the columns that a prefix may mean."""
    return {"result": beginning([{"id": key, "name": name} for key, name in PROPERTIES.items()], values)}


def beginning(rows: list[dict[str, str]], values: Values) -> list[dict[str, str]]:
    """Return the rows whose id or name holds a prefix, from the cursor on."""
    return [row for row in rows if values["prefix"].lower() in row["id"] + " " + row["name"].lower()][values["cursor"] :]


def propose(_: Snapshot, values: Values) -> dict[str, Any]:
    """Return the columns that can be added to things of a type."""
    listed = [{"id": key, "name": name} for key, name in PROPERTIES.items()][: values["limit"]]
    return {"type": values["type"], "limit": values["limit"], "properties": listed}


def preview(now: Snapshot, values: Values) -> str:
    """Return a thing as a page to be shown in a small frame. Raises HTTPException if there is none of this id."""
    thing = now.facts.things.get(values["id"])
    if thing is None:
        raise HTTPException(404, f"nothing has the id {values['id']!r}")
    facts = "".join(f"<li>{html.escape(sentence(now.facts, fact))}</li>" for fact in now.facts.by_thing[thing.id][:4])
    return (
        f'<!DOCTYPE html><html lang="zh-CN"><meta charset="utf-8"><title>kg</title><b>{html.escape(thing.name)}</b><ul>{facts}</ul></html>'
    )
