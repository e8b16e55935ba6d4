"""The pages that change something: adding pages, and the review."""

from __future__ import annotations

import asyncio
import dataclasses
import json
from collections.abc import AsyncIterator
from typing import Any
from urllib.parse import quote, unquote

import anyio.to_thread
from sse_starlette import EventSourceResponse
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from kg import ontology
from kg.errors import DecisionError, KgError
from kg.serve.asking import Unknown
from kg.serve.changes import uploads
from kg.serve.changes.jobs import Jobs
from kg.serve.changes.judging import Reviewer, is_about_fact, key_of
from kg.serve.changes.opinions import ANSWERS
from kg.serve.originals import Originals
from kg.serve.settings import Settings
from kg.serve.views.rendering import Translator, filled, language_of
from kg.text.input.folders import SUFFIXES

FILES = 50
"""Files brought at once, at most."""
WHO = "kg_who"
"""The cookie that keeps the reviewer's name."""
BEAT = 0.3
"""Seconds between two looks at the news."""


def routes(jobs: Jobs, reviewer: Reviewer, originals: Originals, settings: Settings) -> list[Route]:
    """Return the routes of these pages."""
    pages = Pages(jobs, reviewer, originals, settings)
    return [
        Route("/add", pages.form),
        Route("/add", pages.add, methods=["POST"]),
        Route("/jobs/events", pages.events),
        Route("/review", pages.review),
        Route("/review", pages.judge, methods=["POST"]),
        Route("/review/gold.zip", pages.gold),
        Route("/review/clip/{key}/{number:int}.png", pages.clip),
        Route("/review/second", pages.seconded),
        Route("/review/second", pages.second, methods=["POST"]),
    ]


class Pages:
    """What answers the routes."""

    def __init__(self, jobs: Jobs, reviewer: Reviewer, originals: Originals, settings: Settings) -> None:
        self.jobs = jobs
        self.reviewer = reviewer
        self.originals = originals
        self.settings = settings

    async def form(self, request: Request) -> Response:
        """Show where pages are dropped or pasted, and what became of those brought before."""
        return filled(request, "add.html", lines=self.jobs.lines[-40:], suffixes=SUFFIXES, wrong=[])

    async def add(self, request: Request) -> Response:
        """Keep what was brought and queue it; tell of each file that cannot be read why."""
        async with request.form(max_files=FILES, max_fields=10) as form:
            brought = [(f.filename or "", await f.read()) for f in form.getlist("files") if isinstance(f, UploadFile) and f.filename]
            text = str(form.get("text", "")).strip()
        if text:
            brought.append((uploads.pasted(text), text.encode("utf-8")))
        paths, wrong = [], []
        for name, data in brought:
            try:
                paths.append(await anyio.to_thread.run_sync(uploads.kept, self.settings.folder, name, data))
            except KgError as error:
                wrong.append(str(error))
        if paths:
            self.jobs.add(paths)
        if "application/json" in request.headers.get("accept", ""):
            return JSONResponse({"files": [path.name for path in paths], "wrong": wrong}, 202 if paths else 422)
        if wrong or not brought:
            status = 200 if paths else 422
            return filled(request, "add.html", status, lines=self.jobs.lines[-40:], suffixes=SUFFIXES, wrong=wrong or ["no file, no text"])
        return RedirectResponse("/add", 303)

    async def events(self, request: Request) -> Response:
        """Send the news as it comes (server-sent events); a client that lost the line goes on where it was."""
        words = Translator(language_of(request))
        last = request.headers.get("last-event-id") or request.query_params.get("after") or "0"

        async def news() -> AsyncIterator[dict[str, str]]:
            number = int(last) if last.isascii() and last.isdigit() else 0
            while not await request.is_disconnected():
                for line in self.jobs.since(number):
                    number = line.number
                    told = dataclasses.replace(line, text=words.message(line.text)) if line.state in ("failed", "file") else line
                    yield {"id": str(number), "data": json.dumps(dataclasses.asdict(told))}
                await asyncio.sleep(BEAT)

        return EventSourceResponse(news())

    async def review(self, request: Request) -> Response:
        """Show the first open question, or that after those skipped."""
        return await self.question(request)

    async def judge(self, request: Request) -> Response:
        """Take an answer, or take the last one back, and show the next question."""
        form = {key: str(value) for key, value in (await request.form()).items()}
        who, answer = form.get("who", "").strip()[:60], form.get("answer", "")
        try:
            if answer == "undo":
                await anyio.to_thread.run_sync(self.reviewer.undo, who)
            else:
                await anyio.to_thread.run_sync(self.reviewer.answer, form.get("key", ""), answer, who, form.get("to", "")[:200])
        except DecisionError as error:
            return await self.question(request, str(error), 422)
        self.jobs.replay()
        skip = form.get("skip", "0")
        response = RedirectResponse(f"/review?skip={skip if skip.isascii() and skip.isdigit() else 0}", 303)
        response.set_cookie(WHO, quote(who), samesite="strict", max_age=31_536_000)
        return response

    async def clip(self, request: Request) -> Response:
        """Return the clipping behind one quote of an open question."""
        number = request.path_params["number"]

        def drawn() -> bytes:
            question = self.reviewer.asked(request.path_params["key"])
            if question is None or number >= len(question.stands):
                raise Unknown("there is no such question any more")
            return self.originals.cutting(self.reviewer.workspace.now(), *question.stands[number])

        try:
            return Response(await anyio.to_thread.run_sync(drawn), media_type="image/png")
        except Unknown as error:
            raise HTTPException(404, str(error)) from error

    async def gold(self, _: Request) -> Response:
        """Return what is decided as gold, a file for each page in a ZIP file."""
        try:
            data = await anyio.to_thread.run_sync(self.reviewer.gold)
        except DecisionError as error:
            raise HTTPException(500, str(error)) from error
        return Response(data, media_type="application/zip", headers={"content-disposition": 'attachment; filename="gold.zip"'})

    async def seconded(self, request: Request, wrong: str = "", status: int = 200) -> Response:
        """Show a question that another has answered, without the answer, and how far reviewers agree."""
        who = unquote(request.cookies.get(WHO, ""))
        try:
            asked = await anyio.to_thread.run_sync(self.reviewer.opinions.to_second, who)
            agreements = await anyio.to_thread.run_sync(self.reviewer.opinions.agreements)
        except DecisionError as error:
            raise HTTPException(500, str(error)) from error
        values: dict[str, Any] = {"question": asked[0] if asked else None, "left": len(asked), "who": who, "agreements": agreements}
        return filled(request, "second.html", status, wrong=wrong, **values)

    async def second(self, request: Request) -> Response:
        """Take a second opinion and show the next question."""
        form = {key: str(value) for key, value in (await request.form()).items()}
        who = form.get("who", "").strip()[:60]
        if form.get("answer") in ANSWERS:
            try:
                await anyio.to_thread.run_sync(self.reviewer.second, form.get("key", ""), form["answer"], who)
            except DecisionError as error:
                return await self.seconded(request, str(error), 422)
        response = RedirectResponse("/review/second", 303)
        response.set_cookie(WHO, quote(who), samesite="strict", max_age=31_536_000)
        return response

    async def question(self, request: Request, wrong: str = "", status: int = 200) -> Response:
        """Show a question."""
        typed = request.query_params.get("skip", "0")
        skip = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 6 else 0
        try:
            asked = await anyio.to_thread.run_sync(self.reviewer.open_questions)
            decided = (await anyio.to_thread.run_sync(self.reviewer.decisions)).items
        except DecisionError as error:
            raise HTTPException(500, str(error)) from error
        chosen = asked[min(skip, len(asked) - 1)] if asked else None
        values: dict[str, Any] = {
            "question": chosen,
            "key": key_of(chosen) if chosen else "",
            "printed": self.reviewer.printed(chosen) if chosen else [],
            "about_fact": bool(chosen and is_about_fact(chosen)),
            "open": len(asked),
            "decided": [str(decision) for decision in decided[-5:]][::-1],
            "skip": skip,
            "who": unquote(request.cookies.get(WHO, "")),
            "statuses": ontology.load().statuses.values(),
            "wrong": wrong,
        }
        return filled(request, "review.html", status, **values)
