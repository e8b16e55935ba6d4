"""The pages of the workbench that show what is known: search, dossier, page, trace, what is new, the graph."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from itertools import groupby
from typing import Any
from urllib.parse import urlsplit

import anyio.to_thread
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, RedirectResponse, Response
from starlette.routing import Route

from kg.serve import asking
from kg.serve.originals import Originals
from kg.serve.views import rendering
from kg.serve.views.marking import blocks, marks
from kg.serve.views.rendering import Translator, filled, language_of
from kg.serve.workspace import EXPLORER, Snapshot, Workspace

TELLING = 30
"""Names listed before anybody searches."""
PART = 300
"""Facts of a dossier shown at once."""
ASSETS = {"workbench.css": "text/css", "jobs.js": "text/javascript", "review.js": "text/javascript"}
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
POLICY = re.compile(r'http-equiv="Content-Security-Policy" content="([^"]+)"')


def routes(workspace: Workspace, originals: Originals) -> list[Route]:
    """Return the routes of these pages."""

    def drawn(path: str, draw: Callable[[Snapshot, str], bytes]) -> Route:
        async def answer(request: Request) -> Response:
            try:
                picture = await anyio.to_thread.run_sync(lambda: draw(workspace.now(), request.path_params["id"]))
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
        shown("/pages", pages),
        drawn("/pages/{id}/sheet.png", originals.sheet),
        drawn("/clip/{id}.png", originals.clip),
        shown("/pages/{id}", page),
        shown("/trace", trace),
        shown("/new", new),
        shown("/graph", graph),
        shown("/graph/explorer.html", explorer),
        Route("/language", language, methods=["POST"]),
        Route("/static/{name}", static),
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
    known = Counter(
        {id_: len(about) for id_, about in now.facts.by_thing.items() if (e := now.facts.things[id_].entity) and e.type != "place"}
    )
    return [asking.brief(now.facts.things[id_]) | {"facts": number} for id_, number in known.most_common(TELLING)]


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
    stages = {key: t(*labels) for key, labels in STAGES.items()}
    steps = asking.timeline(now, thing["id"])["steps"]
    return filled(request, "dossier.html", thing=thing, offset=offset, fields=fields, groups=groups, steps=steps, stages=stages)


def pages(request: Request, now: Snapshot) -> Response:
    """List the pages."""
    return filled(request, "pages.html", **asking.pages(now))


def page(request: Request, now: Snapshot) -> Response:
    """Show a page as it was read: names coloured by type, the facts of a chosen name underlined, doubtful seams."""
    read = now.pages.get(request.path_params["id"])
    if read is None:
        raise HTTPException(404, "there is no page of this id")
    chosen = now.facts.things.get(asked(request, "name"))
    about = now.facts.by_thing.get(chosen.id, ()) if chosen else ()
    wanted = [fact for fact in about if fact.evidence.page == read.page.id]
    single = now.by_id.get(asked(request, "fact"))
    spans = [span for fact in ([single] if single else wanted) for span in fact.evidence.spans]
    articles = [
        (
            article,
            blocks(article, now.mentions.get(article.id, ()), now.corpus.entity_of, spans),
            asking.cited(now.facts, [f for f in now.by_article.get(article.id, ()) if not chosen or f in wanted]),
        )
        for article in read.articles
    ]
    return filled(request, "page.html", read=read, chosen=chosen, articles=articles, printed=marks(read.page.text, spans))


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
            found = asking.what_is_new(now, since)
        except asking.Unknown as error:
            wrong = str(error)
    return filled(request, "new.html", 422 if wrong else 200, since=since, found=found, wrong=wrong)


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
