"""Templates filled: autoescaped, in Chinese or English, with the labels of the ontology."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any
from urllib.parse import quote as quoted

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from kg import ontology
from kg.graph.facts import PLACE_ROLE
from kg.graph.sentences import PLACE_LABEL, dated
from kg.lexicon import messages, reasons
from kg.resolve.review import Question

COOKIE = "kg_lang"
LANGUAGES = ("zh", "en")
EVENT_COLOUR = "#5b6475"


def language_of(request: Request) -> str:
    """Return the language to answer in: asked for in the address, kept in the cookie, or the browser's; Chinese if none of them says."""
    for said in (request.query_params.get("lang"), request.cookies.get(COOKIE), request.headers.get("accept-language", "")[:2].lower()):
        if said in LANGUAGES:
            return said
    return LANGUAGES[0]


def filled(request: Request, template: str, status: int = 200, **values: Any) -> Response:
    """Return a template filled with these values, and keep the language that the address asks for."""
    language = language_of(request)
    here = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    text = environment().get_template(template).render(language=language, t=Translator(language), here=here, **values)
    answer = HTMLResponse(text, status)
    if request.query_params.get("lang") in LANGUAGES:
        answer.set_cookie(COOKIE, language, samesite="strict", max_age=31_536_000)
    return answer


class Translator:
    """The words of one language: of the interface, written where they stand, and of the ontology."""

    def __init__(self, language: str) -> None:
        self.language = language

    def __call__(self, zh: str, en: str) -> str:
        """Return the one of two texts that is in this language."""
        return zh if self.language == "zh" else en

    def type(self, type_: str) -> str:
        """Return the label of a type of thing."""
        return self("事件", "event") if type_ == "event" else self.term(ontology.load().types, type_)

    def predicate(self, fact: dict[str, Any]) -> str:
        """Return the label of what a fact says."""
        known = ontology.load()
        if fact["predicate"] == PLACE_ROLE:
            return PLACE_LABEL[self.language]
        tables: dict[str, Any] = {"attribute": known.attributes, "role": known.event_roles}
        return self.term(tables.get(fact["family"], known.predicates), fact["predicate"])

    def status(self, status: str) -> str:
        """Return the label of a fact's status."""
        return self.term(ontology.load().statuses, status)

    def qualifier(self, key: str) -> str:
        """Return the label of a qualifier."""
        return self.term(ontology.load().qualifiers, key)

    def value(self, key: str, value: str) -> str:
        """Return the value of a qualifier as it is read."""
        return self.term(ontology.load().project_roles, value) if key == "role" else value

    def date(self, date: str | None) -> str:
        """Return a date as it is shown: one without a year says so."""
        return dated(date, self.language) or self("日期不明", "no date")

    def asked(self, question: Question) -> str:
        """Return a question of the review in words."""
        return self(question.text_zh, question.text)

    def reason(self, text: str) -> str:
        """Return why two names are one or two, or who found a name or fact."""
        return self(reasons.in_chinese(text), text)

    def message(self, text: str) -> str:
        """Return what went wrong, which is told in English where it arises."""
        return self("；".join(map(messages.in_chinese, text.split("; "))), text)

    def term(self, table: Any, key: str) -> str:
        """Return the label of a term, the key where the table has none."""
        return self(table[key].label_zh, table[key].label_en) if key in table else key


@cache
def environment() -> Environment:
    """Return the templates. Everything that is put in is escaped; what is missing is an error."""
    made = Environment(
        loader=PackageLoader("kg.serve.views"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    made.filters["segment"] = lambda text: quoted(text, safe="")
    made.globals["types"] = tuple(ontology.load().types)
    return made


@cache
def colours() -> str:
    """Return the style sheet of the types' colours, from the ontology: names in a page, dots before names."""
    known = {type_: term.colour for type_, term in ontology.load().types.items()} | {"event": EVENT_COLOUR}
    return "".join(f".{type_}{{--colour:{colour}}}\n" for type_, colour in known.items())


def asset(name: str) -> bytes:
    """Return one of our own files. Raises OSError if there is none of that name."""
    return files("kg.serve.views").joinpath("static", name).read_bytes()
