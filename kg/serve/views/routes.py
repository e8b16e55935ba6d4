"""The pages of the workbench that show what is known: search, dossier, timeline, page, trace, what is new, the graph."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import partial
from itertools import groupby
from typing import Any
from urllib.parse import urlsplit

import anyio.to_thread
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, RedirectResponse, Response
from starlette.routing import Route

from kg.errors import KgError
from kg.graph.facts import Fact
from kg.model import Span
from kg.serve import asking, news, timelines
from kg.serve.originals import Originals
from kg.serve.views import rendering
from kg.serve.views.marking import blocks, marks
from kg.serve.views.rendering import Translator, filled, language_of
from kg.serve.workspace import EXPLORER, Snapshot, Workspace

PART = 300
"""Facts of a dossier shown at once."""
ASSETS = {"workbench.css": "text/css"} | dict.fromkeys(("jobs.js", "review.js", "editor.js", "vendor/codemirror.js"), "text/javascript")
STAGES = {
    "planned": ("谋划", "planned"),
    "prepared": ("前期", "prepared"),
    "signed": ("签约", "signed"),
    "started": ("开工", "started"),
    "under_way": ("在建", "under way"),
    "finished": ("竣工", "finished"),
    "running": ("投产", "running"),
    "held_up": ("停滞", "held up"),
}
"""Labels of the stages of a project (kg.graph.lifelines)."""
CHANGES = {
    "contradicted": ("有矛盾", "contradicting"),
    "added": ("新增", "added"),
    "strengthened": ("又有佐证", "strengthened"),
    "weakened": ("佐证减少", "weakened"),
    "retracted": ("不再成立", "retracted"),
}
"""Labels of what becomes of a statement (kg.archive.changes)."""
LISTED = 500
"""New names listed at most."""
POLICY = re.compile(r'http-equiv="Content-Security-Policy" content="([^"]+)"')


def routes(workspace: Workspace, originals: Originals) -> list[Route]:
    """Return the routes of these pages."""

    def drawn(path: str, draw: Callable[[Request, Snapshot, str], bytes]) -> Route:
        async def answer(request: Request) -> Response:
            try:
                picture = await anyio.to_thread.run_sync(lambda: draw(request, workspace.now(), request.path_params["id"]))
            except asking.Unknown as error:
                raise HTTPException(404, str(error)) from error
            return Response(picture, media_type="image/png", headers={"cache-control": "private, max-age=3600"})

        return Route(path, answer)

    def shown(path: str, view: Callable[[Request, Snapshot], Response]) -> Route:
        async def answer(request: Request) -> Response:
            return await anyio.to_thread.run_sync(lambda: view(request, workspace.now()))

        return Route(path, answer)

    return [
        shown("/", search),
        shown("/name/{name:path}", dossier),
        shown("/timeline", projects),
        shown("/timeline/{name:path}", timeline),
        shown("/pages", pages),
        drawn("/pages/{id}/sheet.png", lambda asked, now, id_: originals.sheet(now, id_, spans_of(chosen_facts(asked, now, id_)))),
        drawn("/clip/{id}.png", lambda _, now, id_: originals.clip(now, id_)),
        shown("/pages/{id}", partial(page, originals)),
        shown("/trace", trace),
        shown("/new", new),
        shown("/graph", graph),
        shown("/graph/explorer.html", explorer),
        Route("/language", language, methods=["POST"]),
        Route("/static/{name:path}", static),
    ]


def asked(request: Request, key: str, longest: int = 200) -> str:
    """Return one parameter of an address, empty if it is not there. Raises HTTPException if it is too long."""
    value = request.query_params.get(key, "").strip()
    if len(value) > longest:
        raise HTTPException(422, f"{key} holds more than {longest} characters")
    return value


def search(request: Request, now: Snapshot) -> Response:
    """Show what a text finds; before anybody searches, how much there is and what is written about most."""
    query, type_ = asked(request, "q"), asked(request, "type")
    if query:
        return filled(request, "search.html", query=query, type=type_, found=asking.search(now, query, 50, type_), telling=[], counts=[])
    t = Translator(language_of(request))
    counts = [
        (t("版", "pages"), len(now.pages)),
        (t("篇报道", "articles"), len(now.facts.articles)),
        (t("个名称", "names"), len(now.corpus.entities)),
        (t("条陈述", "facts"), len(now.facts.facts)),
    ]
    return filled(request, "search.html", query="", type="", found=None, telling=telling(now), counts=counts)


def telling(now: Snapshot) -> list[dict[str, Any]]:
    """Return the names of which most is known, places aside."""
    return [asking.brief(now.facts.things[id_]) | {"facts": number} for id_, number in now.telling]


def dossier(request: Request, now: Snapshot) -> Response:
    """Show everything known about a name."""
    typed = asked(request, "offset", 9)
    offset = int(typed) if typed.isascii() and typed.isdigit() else 0
    thing = asking.dossier(now, request.path_params["name"], PART, offset)
    if "candidates" in thing:
        return filled(request, "unknown.html", 404, say=thing["say"], candidates=thing["candidates"], credits=thing["credits"])
    t = Translator(language_of(request))
    dates = [t.date(date) for date in dict.fromkeys(thing["reported"])]
    fields = (
        (t("又称", "also"), "、".join(name for name in thing["names"] if name != thing["name"])),
        (t("所在地", "place stated"), "、".join(thing["located_in"])),
        (t("见于", "seen in"), thing["seen_in"]),
        (t("见报", "in print"), " … ".join(dates)),
        (t("篇数", "articles"), str(thing["articles"])),
    )
    ordered = sorted(thing["facts"], key=t.predicate)
    groups = [(heading, list(facts)) for heading, facts in groupby(ordered, key=t.predicate)]
    is_work = thing["id"] in now.lives
    return filled(request, "dossier.html", thing=thing, offset=offset, fields=fields, groups=groups, is_work=is_work)


def stages_of(request: Request) -> dict[str, str]:
    """Return the labels of the stages."""
    t = Translator(language_of(request))
    return {key: t(*labels) for key, labels in STAGES.items()}


def projects(request: Request, now: Snapshot) -> Response:
    """List the projects of whose life something is known."""
    return filled(request, "projects.html", stages=stages_of(request), **timelines.projects(now, asked(request, "q")))


def timeline(request: Request, now: Snapshot) -> Response:
    """Show what happened to a name in order of dates; of a project how far it is, step by step."""
    line = timelines.timeline(now, request.path_params["name"])
    if "candidates" in line:
        return filled(request, "unknown.html", 404, say=line["say"], candidates=line["candidates"], credits=line["credits"])
    told = {step["fact"] for step in line["steps"]}
    rest = [fact for fact in line["facts"] if fact["id"] not in told]
    years = [(year, list(facts)) for year, facts in groupby(rest, key=lambda fact: year_of(fact["when"]))]
    return filled(request, "timeline.html", line=line, years=years, stages=stages_of(request))


def year_of(date: str | None) -> str:
    """Return the year of a date, empty if it has none."""
    return date[:4] if date and asking.DAY.fullmatch(date) else ""


def pages(request: Request, now: Snapshot) -> Response:
    """List the pages."""
    return filled(request, "pages.html", **asking.pages(now))


def page(originals: Originals, request: Request, now: Snapshot) -> Response:
    """Show a page as it was read, beside its image if there is one: names by type, the facts of a chosen name, doubtful seams."""
    read = now.pages.get(request.path_params["id"])
    if read is None:
        raise HTTPException(404, "there is no page of this id")
    chosen = now.facts.things.get(asked(request, "name"))
    wanted = chosen_facts(request, now, read.page.id)
    spans = spans_of(wanted)
    articles = [
        (
            article,
            blocks(article, now.mentions.get(article.id, ()), now.corpus.entity_of, spans),
            asking.cited(now.facts, [f for f in now.by_article.get(article.id, ()) if not chosen or chosen.id in (f.subject, f.object)]),
        )
        for article in read.articles
    ]
    return filled(
        request,
        "page.html",
        read=read,
        chosen=chosen,
        articles=articles,
        printed=marks(read.page.text, spans),
        pictured=originals.is_at_hand(now, read.page.id),
        asked={key: value for key in ("name", "fact") if (value := asked(request, key))},
    )


def chosen_facts(request: Request, now: Snapshot, page: str) -> list[Fact]:
    """Return the facts of a page that an address chooses: the one of its ``fact``, else those of the name of its ``name``."""
    single, name = now.by_id.get(asked(request, "fact")), asked(request, "name")
    about = [single] if single else now.facts.by_thing.get(name, ())
    return [fact for fact in about if fact.evidence.page == page]


def spans_of(facts: Iterable[Fact]) -> tuple[Span, ...]:
    """Return the places of their quotes."""
    return tuple(span for fact in facts for span in fact.evidence.spans)


def trace(request: Request, now: Snapshot) -> Response:
    """Show how two names are connected."""
    start, end = asked(request, "from"), asked(request, "to")
    found = asking.trace(now, start, end) if start and end else None
    names = [spelled(now, name) for name in (start, end)]
    return filled(request, "trace.html", start=names[0], end=names[1], found=found, say=found["say"] if found else "")


def spelled(now: Snapshot, name: str) -> str:
    """Return a name as it is shown to who gave it by id: as an id where several things share the name."""
    thing = now.facts.things.get(name)
    return name if thing is None or isinstance(asking.meant(now, thing.name), dict) else thing.name


def new(request: Request, now: Snapshot) -> Response:
    """Show what is new since a day."""
    since, found, wrong = asked(request, "since"), None, ""
    if since:
        try:
            found = news.what_is_new(now, since)
        except KgError as error:
            wrong = str(error)
    t = Translator(language_of(request))
    kinds = {kind: t(*labels) for kind, labels in CHANGES.items()}
    return filled(request, "new.html", 422 if wrong else 200, since=since, found=found, wrong=wrong, kinds=kinds, listed=LISTED)


def graph(request: Request, now: Snapshot) -> Response:
    """Show the explorer as it was exported."""
    return filled(request, "graph.html", there=(now.folder / EXPLORER).is_file(), sel=asked(request, "sel"))


def explorer(_: Request, now: Snapshot) -> Response:
    """Return the explorer under the policy that it has itself, so that its own scripts run and no others."""
    file = now.folder / EXPLORER
    if not file.is_file():
        raise HTTPException(404, "there is no graph.html in this folder; kg build writes it")
    with file.open(encoding="utf-8") as opened:
        policy = POLICY.search(opened.read(4000))
    if policy is None:
        raise HTTPException(500, f"{file.name} is not one that kg wrote")
    return FileResponse(file, headers={"content-security-policy": f"{policy[1]}; frame-ancestors 'self'"})


async def language(request: Request) -> Response:
    """Change the language, and go back to where that was asked."""
    form = await request.form()
    back = urlsplit(str(form.get("back", "/")))
    answer = RedirectResponse("/" + back.path.lstrip("/\\") + (f"?{back.query}" if back.query else ""), 303)
    said = str(form.get("lang"))
    if said in rendering.LANGUAGES:
        answer.set_cookie(rendering.COOKIE, said, samesite="strict", max_age=31_536_000)
    return answer


async def static(request: Request) -> Response:
    """Return one of our own files."""
    name = request.path_params["name"]
    if name == "types.css":
        return Response(rendering.colours(), media_type="text/css")
    if name not in ASSETS:
        raise HTTPException(404, "there is no such file")
    return Response(rendering.asset(name), media_type=ASSETS[name])
