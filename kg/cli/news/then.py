"""What ``kg show --at`` adds: who held which post that day, and which works were under way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kg.archive.archive import Archive
from kg.archive.days.then import Held, UnderWay, posts_held, under_way
from kg.export.answers import fact_json
from kg.graph.facts import Facts
from kg.graph.sentences import sentence, source
from kg.lexicon.messages import facts_language, tell


@dataclass(frozen=True, slots=True)
class Then:
    """What held on a day around one thing; ``facts`` knows the things and articles of the posts."""

    facts: Facts
    posts: tuple[Held, ...]
    works: tuple[UnderWay, ...]

    def lines(self, day: str, *, quotes: bool) -> Iterator[str]:
        """Yield it as text; nothing if nothing is known to have held."""
        language = facts_language()
        if self.posts:
            yield "\n" + tell("posts held on {}, by what was printed last", day)
        for post in self.posts:
            yield f"  · {sentence(self.facts, post.fact, language)}"
            yield from quoted(post.fact.evidence.quote, source(self.facts.articles[post.fact.article], language), quotes=quotes)
        if self.works:
            yield "\n" + tell("under way on {}, by what was printed last", day)
        for work in self.works:
            yield "  · " + " ".join(part for part in (work.name, tell(work.stage), work.date, f"“{work.printed}”") if part)
            yield from quoted(work.quote, source(work.article, language), quotes=quotes)

    def as_json(self) -> dict[str, Any]:
        """Return it as plain values."""
        posts = [{"title": post.title, "said": post.said, **fact_json(self.facts, post.fact)} for post in self.posts]
        works = [
            {"id": w.id, "name": w.name, "stage": w.stage, "printed": w.printed, "date": w.date, "quote": w.quote, "article": w.article.id}
            for w in self.works
        ]
        return {"posts_held": posts, "under_way": works}


def then_of(archive: Archive, thing: str) -> Then:
    """Return what held around a thing (an id), by what an archive answers with."""
    return Then(*posts_held(archive, thing), under_way(archive, thing))


def quoted(quote: str, where: str, *, quotes: bool) -> Iterator[str]:
    """Yield a quote with its source."""
    if quotes:
        yield f"    “{quote}”"
        yield f"    —— {where}"
