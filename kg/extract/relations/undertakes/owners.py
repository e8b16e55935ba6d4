"""undertakes: who owns or builds works by a label (施工单位), by the works' own name, or by the works that they are a phase of.

施工单位丙公司要优化工序            → 丙 contractor of the works spoken of
许甲电气喷漆生产线                  → 许甲电气 owner
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cache

from kg import lexicon
from kg.extract.clauses.modality import is_denied
from kg.extract.clauses.patterns import COMMA_AND
from kg.extract.ranges import united
from kg.extract.relations.base import Extent, RelationArticle
from kg.extract.relations.passives import SUPERVISED
from kg.extract.rules import Rule
from kg.model import Mention

NAMED = Rule(
    "works-owner-named",
    "undertakes",
    "〔J〔C许甲电气〕喷漆生产线〕已建设完工。 => 许甲电气 > 许甲电气喷漆生产线 [role=owner]",
    "〔J〔L青川〕供热工程〕已建设完工。",
    0.9,
)

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

RULES = (NAMED, LABELLED, PHASE)


def find_owners(article: RelationArticle) -> None:
    """Write who owns or builds works by labels, names and phases in one article; other rules of undertakes must have run."""
    labels(article)
    named_owners(article)
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


def named_owners(article: RelationArticle) -> None:
    """Write the owner that a project's name begins with: 许继电气机柜产品加工喷漆生产线."""
    draft = article.draft
    printed: dict[str, tuple[int, Mention]] = {}
    for at, mention in enumerate(draft.mentions):
        if mention.type == "company" and mention.is_name and len(mention.surface) >= SHORTEST:
            printed.setdefault(mention.surface, (at, mention))
    for work in [m for m in draft.mentions if m.type in ("project", "zone") and m.is_name]:
        owner = owner_in_name(article, work) or (owner_by_name(work, printed) if work.type == "project" else None)
        if owner:
            draft.claim(
                owner,
                "undertakes",
                work,
                united([(work.start, work.end)]),
                NAMED.id,
                qualifiers={"role": "owner"},
                confidence=NAMED.confidence,
            )


REBUILT = re.compile(
    "(?:整体)?(?:改造|迁建|搬迁|扩建|改扩建|新建|提升|维修|修缮|[新老东南西北]?.{0,3}[校院馆]区|分[校院馆]|[一二三]期|门诊|综合楼|大楼)"
)
"""What after a school's or museum's name makes it the thing built, not the builder: 青川一中迁建."""


def owner_in_name(article: RelationArticle, work: Mention) -> Mention | None:
    """Return who is printed inside the name: at its beginning, or a firm after the place it begins with (青川华泽水泥生产线).

    A park in the name stands between: 某大学科技园二期项目 is the park's, and a university's park is not told to be built by it.
    """
    inside = article.draft.within(work.start, work.end, "company", "institution", kinds=("name", "shared"), outer=False)
    if work.type == "zone" or article.draft.within(work.start, work.end - 1, "zone", outer=False):
        inside = [m for m in inside if m.type == "company"]
    inside = [m for m in inside if m.type == "company" or not REBUILT.match(article.draft.text, m.end)]
    owners = [m for m in inside if m.end < work.end and m.start - work.start in ((0, 2, 3) if m.type == "company" else (0,))]
    return max(owners, key=lambda m: m.end, default=None)


SHORTEST = 3
"""Characters of a company's name by which it is known at the beginning of a project's."""


def owner_by_name(work: Mention, printed: Mapping[str, tuple[int, Mention]]) -> Mention | None:
    """Return the first company of those ``printed`` in the article, by name and order, that the project's printed name begins with."""
    opens = (work.surface[:end] for end in range(SHORTEST, len(work.surface) + 1))
    return min((printed[name] for name in opens if name in printed), key=lambda found: found[0], default=(0, None))[1]


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
