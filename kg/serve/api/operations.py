"""What the API can be asked, as data: each operation with its parameters, from which requests are checked and the OpenAPI text is made."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request

from kg import __version__

LONGEST = 200
"""Code points of a name or text that is asked for, at most."""
Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter: ``place`` is "query" or "path"; an integer lies between ``low`` and ``high``, a text holds that many code points."""

    name: str
    about: str
    kind: str = "string"
    needed: bool = False
    default: Any = ""
    low: int = 1
    high: int = LONGEST
    pattern: str = ""
    choices: tuple[str, ...] = ()
    place: str = "query"
    example: str = ""

    def schema(self) -> dict[str, Any]:
        """Return its JSON Schema."""
        if self.kind == "integer":
            return {"type": "integer", "minimum": self.low, "maximum": self.high, "default": self.default}
        shape: dict[str, Any] = {"type": "string", "minLength": self.low, "maxLength": self.high}
        return shape | ({"pattern": self.pattern} if self.pattern else {}) | ({"enum": list(self.choices)} if self.choices else {})

    def described(self) -> dict[str, Any]:
        """Return it as an OpenAPI parameter."""
        return {
            "name": self.name,
            "in": self.place,
            "required": self.needed or self.place == "path",
            "description": self.about,
            "schema": self.schema(),
        } | ({"example": self.example} if self.example else {})

    def read(self, given: str | None) -> Any:
        """Return the value given, or the default. Raises HTTPException 422 that says what is wrong with it."""
        if given is None:
            if self.needed:
                raise HTTPException(422, f"{self.name} is missing: {self.about}")
            return self.default
        if self.kind == "integer":
            return self.number(given)
        if not self.low <= len(given) <= self.high or "\x00" in given:
            raise HTTPException(422, f"{self.name} must hold {self.low} to {self.high} characters")
        if self.pattern and not re.search(self.pattern, given):
            raise HTTPException(422, f"{self.name} must be {self.about}")
        if self.choices and given not in self.choices:
            raise HTTPException(422, f"{self.name} must be one of {', '.join(self.choices)}")
        return given

    def number(self, given: str) -> int:
        """Return a number within its bounds. Raises HTTPException."""
        if not (given.isascii() and given.isdigit() and len(given) < 10 and self.low <= int(given) <= self.high):
            raise HTTPException(422, f"{self.name} must be a number from {self.low} to {self.high}")
        return int(given)


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation: ``answer`` makes plain values of checked parameters; ``fields`` are those that every answer has."""

    path: str
    id: str
    about: str
    parameters: tuple[Parameter, ...]
    answer: Callable[[Request, Values], Awaitable[Any]] = field(repr=False)
    method: str = "get"
    fields: tuple[str, ...] = ()
    body: Mapping[str, Any] | None = None
    media_type: str = "application/json"

    async def values(self, request: Request) -> Values:
        """Return the checked parameters of a request. Raises HTTPException 422 for an unknown, a repeated or a wrong one."""
        known = {parameter.name: parameter for parameter in self.parameters}
        for name in request.query_params:
            if known.get(name, Parameter("", "", place="path")).place != "query":
                raise HTTPException(422, f"there is no parameter {name[:LONGEST]!r} here")
            if len(request.query_params.getlist(name)) > 1:
                raise HTTPException(422, f"{name} is given twice")
        given = {**request.query_params, **request.path_params}
        return {name: parameter.read(given.get(name)) for name, parameter in known.items()}

    def described(self) -> dict[str, Any]:
        """Return it as an OpenAPI operation."""
        shape = {"type": "object", "required": list(self.fields)} if self.fields else {"type": "object"}
        content = {self.media_type: {"schema": shape if self.media_type == "application/json" else {"type": "string"}}}
        wrong = {"application/json": {"schema": {"$ref": "#/components/schemas/Error"}}}
        return {
            "operationId": self.id,
            "summary": self.about,
            "parameters": [parameter.described() for parameter in self.parameters],
            "responses": {
                "200": {"description": "The answer.", "content": content},
                "404": {"description": "Nothing has this name or id; candidates may be named.", "content": wrong},
                "default": {"description": "What is wrong with the request.", "content": wrong},
            },
        } | ({"requestBody": self.body} if self.body else {})


def openapi(operations: Sequence[Operation]) -> dict[str, Any]:
    """Return the OpenAPI 3.1 description of these operations."""
    paths: dict[str, dict[str, Any]] = {}
    for operation in operations:
        paths.setdefault(operation.path, {})[operation.method] = operation.described()
    error = {"type": "object", "required": ["error"], "properties": {"error": {"type": "string"}}}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "kg",
            "version": __version__,
            "description": "Names, facts and pages of a kg archive. Every fact has its quote, page and offsets (code points, half-open).",
        },
        "paths": paths,
        "components": {"schemas": {"Error": error}},
    }
