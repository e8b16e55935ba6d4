"""The gold pages as records of kg: what a perfect reader would hand to the next stage. For tests and development only.

articles(gold, text)   ReadPage as a perfect text stage would make it
draft(gold_article, article)  Draft holding the gold mentions (names, anaphors, implied) and nothing else
corpus(folder…)        Corpus with gold entities, claims and events, evidence found on the page
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

from kg import ids
from kg.extract.draft import Draft
from kg.model import BREAK, Article, Byline, Corpus, Entity, Locality, Mention, Page, Reading, ReadPage, Section, Span

HERE = Path(__file__).parent / "gold"
SEEDS = (HERE / "pages", HERE.parent.parent / "seeds")
INVENTED = (HERE / "invented" / "gold", HERE / "invented" / "pages")


def squeeze(text: str) -> tuple[str, list[int]]:
    kept = [(c, i) for i, c in enumerate(text) if not c.isspace()]
    return "".join(c for c, _ in kept), [i for _, i in kept]


def locate(wanted: str, squeezed: str, near: int) -> list[int]:
    """Offsets in ``squeezed`` of each character of ``wanted``, found in the longest runs there are."""
    found: list[int] = []
    while len(found) < len(wanted):
        rest = wanted[len(found) :]
        low, high = 0, len(rest)
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if rest[:middle] in squeezed else (low, middle - 1)
        if not low:
            raise ValueError(rest[:20])
        at = squeezed.find(rest[:low], near)
        at = at if at >= 0 else squeezed.find(rest[:low])
        found += range(at, at + low)
        near = at + low
    return found


def plain_body(path: Path, number: int) -> list[str] | None:
    plain = path.parent.parent / "plain" / path.name
    if not plain.exists():
        return None
    gold = json.loads(path.read_text(encoding="utf-8"))["articles"][number]
    start = re.sub(r"\s", "", gold["body_start"])
    for article in json.loads(plain.read_text(encoding="utf-8"))["articles"]:
        body = [re.sub(r"\s", "", p) for p in article["body"]]
        if "".join(body).find(start) in range(40) and (article["headline"] or None) == gold["headline"]:
            return body
    return None


def read_page(path: Path, pages: Path) -> ReadPage:
    gold = json.loads(path.read_text(encoding="utf-8"))
    text = (pages / gold["document"]).read_text(encoding="utf-8")
    page = Page(ids.page_id(text), gold["document"], text)
    squeezed, back = squeeze(text)
    articles = []
    for number, item in enumerate(gold["articles"]):
        start = squeezed.find(re.sub(r"\s", "", item["body_start"]))
        end_text = re.sub(r"\s", "", item["body_end"])
        end = squeezed.find(end_text, start)
        body = plain_body(path, number) or (
            [squeezed[start : end + len(end_text)]] if start >= 0 and end >= 0 else [squeezed[start : start + 300]]
        )
        parts, offsets, sections = "", [], []
        for kind, paragraphs in [
            ("headline", [item["headline"]] if item["headline"] else []),
            ("subhead", item["subheads"]),
            ("body", body),
        ]:
            begin = len(parts)
            for paragraph in paragraphs:
                wanted = re.sub(r"\s", "", paragraph)
                try:
                    places = locate(wanted, squeezed, max(start, 0) if kind == "body" else 0)
                except ValueError:
                    continue
                parts += wanted + BREAK
                offsets += [back[i] for i in places] + [-1]
            if len(parts) > begin:
                sections.append(Section(kind, begin, len(parts)))
        bylines = tuple(Byline(b["role"], b["name"]) for b in item["bylines"])
        zone = next(
            (e["name"] for e in item["entities"] if e["type"] == "zone" and set(e.get("anaphors", [])) & {"区", "该区", "全区"}), None
        )
        locality = Locality(None, gold["city"], None, zone, 1.0, ("gold",))
        articles.append(
            Article(
                f"{page.id}-{item['id']}",
                page,
                number,
                parts,
                tuple(offsets),
                tuple(sections),
                item["headline"],
                tuple(item["subheads"]),
                bylines,
                item["date"],
                locality=locality,
            )
        )
    return ReadPage(page, tuple(articles), (), Locality(None, gold["city"], confidence=1.0))


def draft(item: dict[str, Any], article: Article) -> tuple[Draft, dict[str, list[Mention]]]:
    """A Draft with every printed occurrence of the gold names and anaphors, and gold entity id -> its mentions.

    Of one surface that two entities share (两级人民法院) the mentions differ by type or name only. An entity that only
    我市 or 市长 points to is implied at the first 市, else at the start.
    """
    made = Draft(article)
    of: dict[str, list[Mention]] = {e["id"]: [] for e in item["entities"]}
    surfaces = sorted(
        {
            (re.sub(r"\s", "", s), kind, e["id"])
            for e in item["entities"]
            for kind, key in (("name", "surfaces"), ("anaphor", "anaphors"))
            for s in e.get(key, [])
        },
        key=lambda x: (-len(x[0]), x),
    )
    byid = {e["id"]: e for e in item["entities"]}
    claimed: list[tuple[int, int, str]] = []
    for surface, kind, id_ in surfaces:
        for match in re.finditer(re.escape(surface), article.text):
            span = match.span()
            inside = [c for c in claimed if c[0] <= span[0] and span[1] <= c[1] and (c[0], c[1]) != span]
            if kind == "anaphor" and inside:
                continue
            if inside and byid[id_]["type"] != "zone" and any(c[2] == id_ for c in inside):
                continue
            claimed.append((*span, id_))
            entity = byid[id_]
            if kind == "anaphor" and of[id_]:
                of[id_].append(made.point(*span, of[id_][0], "gold"))
            elif kind == "anaphor":
                of[id_].append(made.imply(*span, entity["type"], entity["name"], "gold"))
            elif (
                sum(surface in [re.sub(r"\s", "", x) for x in e["surfaces"]] and e["type"] == entity["type"] for e in item["entities"]) > 1
            ):
                of[id_].append(made.share(*span, entity["type"], entity["name"], "gold"))
            else:
                of[id_].append(made.name(*span, entity["type"], "gold", name=entity["name"]))
    for id_, found in of.items():
        if not found:
            at = article.text.find("市", article.body.start)
            at = at if at >= 0 else article.body.start
            of[id_].append(made.imply(at, at + 1, byid[id_]["type"], byid[id_]["name"], "gold"))
    return made, of


@cache
def corpus(*sources: tuple[Path, Path]) -> Corpus:
    """The gold as a Corpus: default the five seeds. Evidence that layout cut apart is found in pieces."""
    pages, readings = [], []
    groups: dict[tuple[str, str], list[str]] = {}
    names: dict[tuple[str, str], set[str]] = {}
    for gold_dir, page_dir in sources or (SEEDS,):
        for path in sorted(gold_dir.glob("*.json")):
            gold = json.loads(path.read_text(encoding="utf-8"))
            read = read_page(path, page_dir)
            pages.append(read)
            for item, article in zip(gold["articles"], read.articles, strict=True):
                made, of = draft(item, article)
                for entity in item["entities"]:
                    groups.setdefault((entity["type"], entity["name"]), []).extend(m.id for m in of[entity["id"]])
                    names.setdefault((entity["type"], entity["name"]), set()).update(entity["surfaces"])

                def ranges(evidence: str, article: Article = article) -> list[tuple[int, int]]:
                    wanted = re.sub(r"\s", "", evidence)
                    at = article.text.find(wanted)
                    if at >= 0:
                        return [(at, at + len(wanted))]
                    body = article.body
                    return [(body.start, min(body.start + 20, body.end - 1))]

                for r in item["relations"]:
                    qualifiers = {k: v for k, v in r.get("qualifiers", {}).items() if v}
                    made.claim(
                        of[r["s"]][0], r["p"], of[r["o"]][0] if r.get("o") else None, ranges(r["evidence"]), "gold", qualifiers=qualifiers
                    )
                for a in item["attributes"]:
                    made.claim(of[a["of"]][0], a["key"], None, ranges(a["evidence"]), "gold", value=a["value"])
                for e in item["events"]:
                    made.event(
                        e["kind"],
                        e["label"],
                        [(of[r["who"]][0], r["role"]) for r in e["roles"]],
                        ranges(e["evidence"]),
                        "gold",
                        date=e.get("date"),
                        place=of[e["place"]][0] if e.get("place") in of else None,
                    )
                readings.append(made.freeze())
    entities, entity_of = [], {}
    for (type_, name), mentions in sorted(groups.items()):
        id_ = ids.entity_id(type_, None, name)
        entities.append(Entity(id_, type_, name, tuple(sorted(names[type_, name])), tuple(dict.fromkeys(mentions))))
        entity_of.update(dict.fromkeys(mentions, id_))
    return Corpus(tuple(pages), tuple(readings), tuple(entities), entity_of)


__all__ = ["INVENTED", "SEEDS", "Reading", "Span", "corpus", "draft", "read_page", "squeeze"]
