"""undertakes: who owns or builds works by a label (施工单位), or by the works that they are a phase of.

施工单位丙公司要优化工序            → 丙 contractor of the works spoken of

A works' name that opens with a firm's does not say who owns it: of 14 such owners on pages of others 4 were right (docs/reader.md).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from kg import lexicon
from kg.extract.clauses.modality import is_denied
from kg.extract.clauses.patterns import COMMA_AND
from kg.extract.ranges import united
from kg.extract.relations.base import Extent, RelationArticle
from kg.extract.relations.passives import SUPERVISED
from kg.extract.rules import Rule
from kg.model import Mention

LABELLED = Rule(
    "works-labelled",
    "undertakes",
    "〔J输水工程〕进展顺利，施工单位〔C丙公司〕优化工序。 => 丙公司 > 输水工程 [role=contractor]",
    "〔J输水工程〕进展顺利，施工单位和〔C丙公司〕开会。",
    0.9,
)

PHASE = Rule(
    "works-phase",
    "undertakes",
    "〔J水厂工程〕由〔C甲公司〕建设，分两期实施，〔J一期工程〕已完工。 => 甲公司 > 一期工程 [role=owner]",
    "〔J水厂工程〕由〔C甲公司〕建设，〔J一期河道清淤工程〕已完工。",
    0.8,
)

NOTIFIES = Rule(
    "works-notifies",
    "undertakes",
    "〔C甲公司〕收到〔A县住建局〕发来的中标通知书，确定〔C甲公司〕为〔J水厂工程〕中标单位。 => 县住建局 > 水厂工程 [role=owner]",
    "〔C甲公司〕收到〔C乙招标代理公司〕发来的中标通知书，确定〔C甲公司〕为〔J水厂工程〕中标单位。",
    0.85,
    r"收到(?:了)?<s:body1>(?:发来|发出|发放|送达|下发|寄来|签发)?的?《?中标通知书(?P<rest>[^。；]{0,80})",
)

RULES = (LABELLED, PHASE, NOTIFIES)


def find_owners(article: RelationArticle) -> None:
    """Write who owns or builds works by labels and phases in one article; other rules of undertakes must have run."""
    labels(article)
    notified(article)
    phases(article)


@cache
def label_pattern() -> re.Pattern[str]:
    """Return the pattern of a label before a name: 施工单位(为)甲公司."""
    labels_ = sorted((row[0] for row in lexicon.rows("unit_labels")), key=lambda w: (-len(w), w))
    return re.compile(rf"(?P<label>{'|'.join(labels_)})(?:为|是|系|——)?(?P<s>[ⒸⒶⒾ](?:{COMMA_AND}?[ⒸⒶⒾ])*)")


def labels(article: RelationArticle) -> None:
    """Write 施工单位甲公司: a part in the works spoken of."""
    roles = {row[0]: row[1] for row in lexicon.rows("unit_labels")}
    for folded in article.sentences:
        for match in label_pattern().finditer(folded.text):
            works, extra_ranges = article.work(folded, match.start(), "Ⓙ", paragraph=True)
            role = roles[match["label"]]
            who = folded.mentions(*match.span("s"))
            if role == "supervisor":
                article.write(SUPERVISED, Extent(folded, *match.span()), who, works, qualifiers={"role": "监理"}, extra_ranges=extra_ranges)
            else:
                article.write(LABELLED, Extent(folded, *match.span()), who, works, qualifiers={"role": role}, extra_ranges=extra_ranges)


AGENT = re.compile("招标|代理|咨询|交易中心")


def notified(article: RelationArticle) -> None:
    """Write who tells the winner of works that it has won as their owner, unless it is only the tender's agent."""
    for folded, match in article.matches(NOTIFIES):
        works = folded.mentions(*match.span("rest"), "Ⓙ")
        owners = [m for m in folded.mentions(*match.span("s")) if not AGENT.search(article.name(m))]
        if len({article.name(work) for work in works}) == 1:
            article.write(NOTIFIES, Extent(folded, *match.span()), owners, works[:1], qualifiers={"role": "owner"})


BARE_PHASE = re.compile(r"(?P<of>项目|工程|园区|[^，]{0,4})?[一二三四五]期(?:项目|工程)?")


def phases(article: RelationArticle) -> None:
    """Give a bare phase (一期工程, 项目二期) the owners of the works it is a phase of."""
    draft = article.draft
    works = [m for m in draft.mentions if m.type == "project" and m.kind != "implied"]
    owned = [c for c in draft.claims if c.predicate == "undertakes" and c.qualifier("role") == "owner" and c.object]
    wholes = [m for m in works if not BARE_PHASE.fullmatch(m.surface)]
    for work in works:
        whole = whole_of(work, wholes) if work.kind == "name" else None
        if whole is None:
            continue
        for claim in owned:
            if article.name(draft.mention(claim.object or "")) == article.name(whole):
                own_phase(article, draft.mention(claim.subject), whole, work)


def whole_of(work: Mention, wholes: Sequence[Mention]) -> Mention | None:
    """Return which of the whole works is named last before a bare phase, if its own word (园区一期) is in the name; else None."""
    bare = BARE_PHASE.fullmatch(work.surface)
    before = bisect_left(wholes, work.start, key=lambda m: m.start)
    if bare is None or before == 0:
        return None
    whole, of = wholes[before - 1], bare["of"] or ""
    return whole if of in ("项目", "工程") or of in whole.surface else None


def own_phase(article: RelationArticle, owner: Mention, whole: Mention, phase: Mention) -> None:
    """Write the owner of the whole works as the owner of a phase."""
    text = article.draft.text
    article.draft.claim(
        owner,
        "undertakes",
        phase,
        united([(whole.start, whole.end), (phase.start, phase.end), (owner.start, owner.end)]),
        PHASE.id,
        qualifiers={"role": "owner"},
        confidence=PHASE.confidence,
        status="denied" if is_denied(text[phase.start : phase.end]) else "stated",
    )
