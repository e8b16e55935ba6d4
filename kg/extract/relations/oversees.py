"""Who oversees what: firms called in, plans reported for approval."""

from __future__ import annotations

from kg.extract.relations.base import Extent, RelationArticle
from kg.extract.rules import Rule
from kg.model import Mention

CALLED_IN = Rule(
    "oversees-called-in",
    "oversees",
    "〔A市生态环境局〕约谈〔C甲公司〕、〔C乙公司〕。 => 市生态环境局 > 甲公司、乙公司",
    "〔A市生态环境局〕约访专家，〔C甲公司〕到场。",
    0.8,
    r"<s:age>[^ⓅⒸⒶⒾⓏⒿⒻⒼⓁ，。；]{0,10}?(?:约谈|挂牌督办|督办|责令|监管)(?:了)?<o:com>",
)
REPORTED = Rule(
    "oversees-reported",
    "oversees",
    "〔Z科技园〕规划方案报请〔A市委〕、〔A市政府〕审核确认。 => 市委、市政府 > 科技园",
    "〔Z科技园〕规划方案在〔A市委〕、〔A市政府〕的网站公布。",
    0.7,
    r"(?:报请|报|提请|呈报)<s:age>(?:审核|审批|批准|审定|审议|同意|研究)",
)
PATTERNS = (CALLED_IN,)
RULES = (REPORTED,)


def find_oversight(article: RelationArticle) -> None:
    """Write 报请市委审核: what is reported is the zone spoken of before."""
    for folded, match in article.matches(REPORTED):
        zones: list[Mention] = [m for m in article.draft.mentions if m.type == "zone" and m.start < folded.starts[match.start()]][-1:]
        extra_ranges = [(zones[0].start, zones[0].end)] if zones else []
        article.write(REPORTED, Extent(folded, *match.span()), folded.mentions(*match.span("s")), zones, extra_ranges=extra_ranges)
