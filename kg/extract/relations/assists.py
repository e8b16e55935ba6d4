"""Who helps whom: aid, visits to help, pairing. The helper may stand clauses back."""

from __future__ import annotations

from kg.extract.relations.base import Extent, RelationArticle
from kg.extract.rules import Rule

VISITS = Rule(
    "assists-visit",
    "assists",
    "〔A市应急局〕负责人带队到〔C甲公司〕、〔C乙公司〕开展指导帮扶。 => 市应急局 > 甲公司、乙公司",
    "〔A市应急局〕负责人带队到〔C甲公司〕、〔C乙公司〕检查。",
    0.85,
    r"<s:actor>[^ⓅⒸⒶⒾⓏⒿⒻⒼ，。；]{0,12}?(?:到|赴|走进|深入|前往)<o:org>[^ⓅⒸⒶⒾⓏⒿⒻⓁⒼ。；，]{0,12}(?:，为[^，。；]{2,16})?"
    r"(?:帮扶|服务|慰问|宣讲|宣传|讲座|讲解|普法|送法|把脉|问诊|会诊|辅导|指导|义诊|支教|助企|纾困|解难|培训|检查视力"
    r"|体检|捐赠|检查身体)",
)
HELPS = Rule(
    "assists-helps",
    "assists",
    "〔A市经信局〕、〔C市供电公司〕主动上门，帮助〔C甲光伏〕解决用电问题。 => 市经信局、市供电公司 > 甲光伏",
    "〔A市经信局〕主动上门，帮助村民增收，〔C甲光伏〕到场。",
    0.85,
    r"(?P<verb>帮助|协助|指导|扶持|结对帮扶|帮扶|驻点帮扶|对口支援|对口帮扶|服务)<o:org>(?!工作|机制)",
)
PAIRED = Rule(
    "assists-paired",
    "assists",
    "〔A市农业农村局〕与〔C甲农业〕结对帮扶〔L禾湾村〕。 => 市农业农村局、甲农业 > 禾湾村",
    "〔A市农业农村局〕与〔C甲农业〕走进〔L禾湾村〕。",
    0.88,
    r"<s:actor>(?:(?:与|和|同)<b:actor1>)?(?:结对帮扶|对口支援|对口帮扶|定点帮扶|帮扶|联系帮扶|包联)<o:actor1>",
)
GAVE_TO = Rule(
    "assists-aid",
    "assists",
    "〔L江滨区〕向〔L青川市〕投入协作资金4200万元，选派教师43人。 => 江滨区 > 青川市",
    "〔L江滨区〕向〔L青川市〕出口机床42台。",
    0.82,
    r"<s:actor1>(?:累计|共|先后)?(?:向|给|为)<o:actor1>[^ⓅⒸⒶⒾⓏⒿⒻⒼⓁ，。；]{0,4}(?:投入|捐赠|捐助|援助|选派|拨付)",
)


PATTERNS = (VISITS, GAVE_TO)
RULES = (PAIRED, HELPS)


def find_help(article: RelationArticle) -> None:
    """Write who helps whom; the helper may stand clauses back."""
    for folded, match in article.matches(PAIRED):
        who = folded.mentions(*match.span("s")) + (folded.mentions(*match.span("b")) if match["b"] else [])
        article.write(PAIRED, Extent(folded, *match.span()), who, folded.mentions(*match.span("o")))
    for folded, match in article.matches(HELPS):
        subjects, extra_ranges = article.subject(folded, match.start(), "actor")
        article.write(HELPS, Extent(folded, *match.span()), subjects, folded.mentions(*match.span("o")), extra_ranges=extra_ranges)
