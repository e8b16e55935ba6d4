"""A corpus of two pages that holds one of everything: for the tests of what leaves the program."""

from __future__ import annotations

from functools import cache

from kg import ids
from kg.extract.draft import Draft
from kg.model import BREAK, Article, Byline, Corpus, Decided, Entity, Join, Locality, Mention, Page, Reading, ReadPage, Seam, Section
from tests.oracle import SEEDS, corpus

HOSTILE = '“柳河\\环保”<script>"有限公司'


@cache
def seeds() -> Corpus:
    """The gold of the five real pages."""
    return corpus(SEEDS)


def page_of(name: str, text: str, newspaper: str | None) -> Page:
    return Page(ids.page_id(text), name, text, newspaper=newspaper, date="2021-03-02" if newspaper else None)


def article(page: Page, headline: str, body: str, date: str) -> Article:
    start = page.text.index(headline)
    text = headline + BREAK + body + BREAK
    squeezed = [i for i, c in enumerate(page.text) if not c.isspace() and i >= start]
    offsets = (*squeezed[: len(headline)], -1, *squeezed[len(headline) : len(headline) + len(body)], -1)
    cut = len(headline) + 1
    return Article(
        ids.article_id(page.id, body),
        page,
        0,
        text,
        offsets,
        (Section("headline", 0, cut), Section("body", cut, len(text))),
        headline,
        ("——副题",),
        (Byline("记者", "顾明远"),),
        date,
        seams=(Seam(cut + 14, 0.2, "made"),),
        locality=Locality(city="云岭市"),
    )


def named(draft: Draft, name: str, type_: str) -> Mention:
    at = draft.text.index(name, draft.article.body.start)
    return draft.name(at, at + len(name), type_, "made")


def first() -> Reading:
    body = f"云岭市水务局局长柳长河到{HOSTILE}调研。该公司计划出资约2.5亿元建设柳河治理工程，总投资3亿元。"
    body += "贺清任原职。工程尚未开工。获省级“专精特新”企业。"
    page = page_of("甲.txt", "柳河治理工程推进\n" + body[:9] + "\n" + body[9:], "云岭日报")
    draft = Draft(article(page, "柳河治理工程推进", body, "2021-03-01"))
    bureau, person = named(draft, "云岭市水务局", "agency"), named(draft, "柳长河", "person")
    company, project = named(draft, HOSTILE, "company"), named(draft, "柳河治理工程", "project")
    other = named(draft, "贺清", "person")
    at = draft.text.index("该公司")
    anaphor = draft.point(at, at + 3, company, "made")
    whole = [(draft.article.body.start, draft.text.index("调研。") + 3)]
    plan = [(at, draft.text.index("，总投资"))]
    draft.claim(person, "holds_post", bureau, whole, "made", qualifiers={"title": "局长"}, confidence=0.9)
    draft.claim(other, "holds_post", bureau, whole, "made", qualifiers={"title": "局长"}, status="former")
    draft.claim(anaphor, "invests_in", project, plan, "made", qualifiers={"amount": "约2.5亿元"}, status="planned")
    draft.claim(company, "undertakes", project, plan, "made", qualifiers={"role": "owner"})
    draft.claim(project, "total_investment", None, plan, "made", value="3亿元")
    draft.claim(project, "status", None, plan, "made", value="尚未开工", status="denied")
    draft.claim(bureau, "oversees", project, whole, "made", confidence=0.1)
    draft.claim(company, "recognised_by", None, plan, "made", qualifiers={"honour": "省级“专精特新”企业"})
    draft.event("inspection", "柳长河调研", [(person, "inspector"), (company, "target")], whole, "made", date="2021-03-01", place=None)
    return draft.freeze()


def second() -> Reading:
    body = "水务局局长柳长河在云岭高新区出席开工仪式。柳河治理工程总投资3.2亿元。"
    page = page_of("乙.txt", "柳河治理工程开工\n" + body, None)
    draft = Draft(article(page, "柳河治理工程开工", body, "05-06"))
    bureau, person, zone = named(draft, "水务局", "agency"), named(draft, "柳长河", "person"), named(draft, "云岭高新区", "zone")
    project = named(draft, "柳河治理工程", "project")
    whole = [(draft.article.body.start, draft.article.body.start + 20)]
    draft.claim(person, "holds_post", bureau, whole, "made", qualifiers={"title": "局长"})
    draft.claim(project, "located_in", zone, whole, "made")
    draft.claim(project, "total_investment", None, [(draft.article.body.start + 21, len(draft.text) - 1)], "made", value="3.2亿元")
    also = draft.share(bureau.start, bureau.end, "agency", "云岭市水务局", "made")
    draft.claim(bureau, "part_of", also, whole, "made")
    draft.event("ceremony", "开工仪式", [(person, "attendee"), (project, "target")], whole, "made", date="05-06", place=zone)
    return draft.freeze()


@cache
def pocket() -> Corpus:
    """The corpus: 水务局 of the second page is joined to 云岭市水务局 of the first, two 贺清 are kept apart."""
    readings = (first(), second())
    full = {"水务局": "云岭市水务局", "该公司": HOSTILE}
    groups: dict[tuple[str, str], list[Mention]] = {}
    for reading in readings:
        for mention in reading.mentions:
            groups.setdefault((mention.type, full.get(mention.surface, mention.surface)), []).append(mention)
    entities = []
    for (type_, name), found in sorted(groups.items()):
        joins = tuple(Join(found[0].id, m.id, True, "同城的规则简称") for m in found[1:] if m.surface != found[0].surface)
        names = tuple(sorted({m.surface for m in found if m.is_name}))
        entities.append(Entity(ids.entity_id(type_, None, name), type_, name, names, tuple(m.id for m in found), "云岭市", joins))
    entity_of = {m: e.id for e in entities for m in e.mentions}
    refusal = Join(readings[0].mentions[0].id, readings[1].mentions[0].id, False, "不同的人")
    pages = tuple(ReadPage(r.article.page, (r.article,), (), Locality(city="云岭市")) for r in readings)
    return Corpus(
        pages,
        readings,
        tuple(entities),
        entity_of,
        (),
        (refusal,),
        {"agency-000000000000": entities[0].id},
        (Decided("merge", ("水务局", "云岭市水务局"), None, "王编辑", "2024-03-01", "同一机构"),),
    )


def entity(name: str) -> str:
    """The id of an entity of the pocket corpus."""
    return next(e.id for e in pocket().entities if e.name == name)
