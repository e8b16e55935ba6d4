"""runs: who is said to lead a programme (由甲局牵头，乙局配合), and the body that a document's title begins with."""

from __future__ import annotations

import re

from kg import ontology
from kg.extract.clauses.folded import Folded
from kg.extract.relations.base import Extent, RelationArticle
from kg.extract.relations.participates_in import HELPED
from kg.extract.rules import Rule
from kg.model import Mention

TITLED = Rule(
    "runs-titled",
    "runs",
    "学习《〔G〔A省政府〕关于推进创新提升的意见〕》。 => 省政府 > 省政府关于推进创新提升的意见",
    "学习〔A省政府〕的《〔G关于推进创新提升的意见〕》。",
    0.88,
)

LED = Rule(
    "runs-led",
    "runs",
    "〔G护苗行动〕由〔A市市场监管局〕牵头。 => 市市场监管局 > 护苗行动",
    "〔G护苗行动〕由来已久，〔A市市场监管局〕到场。",
    0.92,
)


def titled(article: RelationArticle) -> None:
    """Write the body that a document's title begins with as the one that issued it."""
    draft = article.draft
    for document in [m for m in draft.mentions if m.type == "programme" and m.is_name]:
        inside = [
            m
            for m in draft.within(document.start, document.end, *ontology.bodies(), outer=False)
            if m.is_name and (m.start == document.start or draft.text[m.start - 1] == "、") and m.end < document.end
        ]
        issuers = [
            m for m in inside if not any(o.start <= m.start and m.end <= o.end and o.end - o.start > m.end - m.start for o in inside)
        ]
        for body in issuers:
            draft.claim(body, "runs", document, [(document.start, document.end)], TITLED.id, confidence=TITLED.confidence)


BODIES = r"[ⒸⒶⒾⓏ](?:(?:、|和|与|及|以及)[ⒸⒶⒾⓏ])*(?:等(?:单位|部门|企业|公司)?)?"

LEAD_BY = re.compile(
    rf"(?:(?P<o>Ⓖ)[^ⒼⓅ。；]{{0,30}}?|(?:活动|行动|大赛|比赛|赛事|仪式|论坛|大会|培训|展会|博览会|评选|项目)(?:将)?)由"
    rf"(?={BODIES}(?:联合|共同)?(?:牵头|主办|承办|组织|发起|举办|联办|指导))"
)

LEADER = re.compile(
    rf"[，、]?(?:由)?(?P<s>{BODIES})(?:联合|共同|负责)?(?P<do>牵头|主办|承办|组织|发起|负责|举办|联办|执行|实施|指导"
    rf"|配合|协办|参与|支持|协助|冠名)(?:实施|开展|组织|完成)?"
)


def led(article: RelationArticle, folded: Folded) -> None:
    """Write 此次行动由甲局牵头，乙局、丙局配合实施 and 活动由甲主办，乙承办，丙协办."""
    for match in LEAD_BY.finditer(folded.text):
        programmes = folded.mentions(*match.span("o")) if match["o"] else spoken(article, folded, match.start())
        position = match.end()
        while part := LEADER.match(folded.text, position):
            who, extent = folded.mentions(*part.span("s")), Extent(folded, match.start(), part.end())
            if part["do"] in ("配合", "协办", "参与", "支持", "协助", "冠名"):
                article.write(HELPED, extent, who, programmes, qualifiers={"role": part["do"]})
            elif part["do"] != "指导":
                article.write(LED, extent, who, programmes)
            position = part.end()


def spoken(article: RelationArticle, folded: Folded, index: int) -> list[Mention]:
    """Return the programme that 活动 means: the last named in this sentence or the two before, else the article's first."""
    found = folded.mentions(0, index, "Ⓖ") or [m for s in article.earlier(folded, 2) for m in s.mentions(0, len(s.text), "Ⓖ")]
    return found[-1:] or [m for m in article.draft.mentions if m.type == "programme"][:1]
