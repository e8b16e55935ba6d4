"""Who works with whom: contracts, joint action."""

from __future__ import annotations

import re

from kg.extract.clauses.folded import Folded
from kg.extract.clauses.modality import negated
from kg.extract.clauses.subjects import is_elided
from kg.extract.relations.base import Extent, RelationArticle
from kg.extract.rules import Rule

WITH = Rule(
    "partners-with",
    "cooperates_with",
    "〔A开发区管委会〕与〔C甲公司〕签订投资协议。 => 开发区管委会 > 甲公司 [status=signed, what=投资协议]",
    "〔A开发区管委会〕与〔C甲公司〕相距200米。",
    0.92,
    r"<s:org1?>(?P<gap>[^ⓅⒸⒶⒾⓏⒿⒻⓁⒼ，。；]{0,10}?)(?:与|同|和|跟)(?:[^ⓅⒸⒶⒾⒿⒻⒼ，。；]{0,8}的)?<o:org>"
    r"(?P<mid>[^ⓅⒸⒶⒾ。；，、]{0,10}?)(?P<verb>{verbs_partner})(?P<what>[^。；，]{0,24})",
)
JOINS = Rule(
    "partners-join",
    "cooperates_with",
    "〔A甲支队〕联合〔A乙支队〕、〔A丙局〕突击检查。 => 甲支队 > 乙支队、丙局 [what=突击检查]",
    "〔C甲公司〕、〔C乙公司〕联合体中标。",
    0.92,
    r"<s:org1?>(?P<gap>[^ⓅⒸⒶⒾⓏⒿⒻⓁⒼ，。；]{0,10}?)(?P<verb>{verbs_join})(?:了)?<o:org>(?!体)(?P<what>[^。；，]{0,24})",
)
TOGETHER = (
    "联合|共同|合力|携手|联手|三方共建|已?成立联合|双方签|三方签|签订|签署|签约|达成|结成|结为|缔结|结对"
    "|共建|会签|组织(?=专场|开展|举办|召开|实施)|印发|互为"
)
JOINT_CREW = "(?:组成|成立|组建)了?(?!的)[^，。；ⓅⒸⒶⒾⓏ的]{0,8}(?:专班|检查组|工作组|调查组|督导组|联合体|联盟|指挥部)"
"""What a list of bodies does that only partners do."""
BOTH = Rule(
    "partners-both",
    "cooperates_with",
    "〔A市交通局〕、〔A市卫健委〕联合开展便民行动。 => 市交通局 > 市卫健委 [what=开展便民行动]",
    "〔A市交通局〕、〔A市卫健委〕负责人〔P甲一〕、〔P乙二〕共同揭牌。",
    0.85,
    rf"(?<![与同和合跟为对向在的])(?P<list>[ⒸⒶⒾⓏ](?:(?:、|和|与|及|以及)[ⒸⒶⒾⓏ])+)(?P<gap>[^ⓅⒸⒶⒾⓏⒿⒻⓁⒼ，。；]{{0,12}}?)"
    rf"(?:，并)?(?:{TOGETHER}|{JOINT_CREW})(?P<what>[^。；，]{{0,20}})",
)

RULES = (WITH, JOINS, BOTH)

SALE = re.compile(r"(?:供货|购销|直供|供应|采购|订单|供销)")
NO_DEAL = re.compile(r"商谈|洽谈|座谈|会谈|交流|竞争|比较|相比|距|不同|一样|之间|见面|合影|诉|纠纷")


def find_partners(article: RelationArticle) -> None:
    """Write the partnerships of one article."""
    for rule in (WITH, JOINS):
        for folded, match in article.matches(rule):
            partners(article, rule, folded, match)
    for folded, match in article.matches(BOTH):
        together(article, folded, match)


def what_of(folded: Folded, match: re.Match[str]) -> str | None:
    """Return what a partnership is about, as printed: from the verb on, without what hangs on after a stop."""
    verb = match.groupdict().get("verb")
    start = match.start("verb") if verb and not SIGNING.search(verb) else match.start("what")
    if match.end("what") <= start:
        return None
    begin, end = folded.span(start, match.end("what"))
    return re.sub(r"(?:要求|仪式)$", "", folded.draft.text[begin:end].strip("了的“”\n")) or None


SIGNING = re.compile("签|达成|建立|组建|成立|组成|结成|联合$|会同|携手|联手|依托|委托")


def partners(article: RelationArticle, rule: Rule, folded: Folded, match: re.Match[str]) -> None:
    """Write one party with each of the others; a contract of sale is no partnership but a supply (supplies)."""
    if negated(match.group()) or NO_DEAL.search(match.group()) or SALE.search(match["what"][:8]):
        return
    objects = folded.mentions(*match.span("o"))
    extra_ranges: list[tuple[int, int]] = []
    subjects = folded.mentions(*match.span("s")) if match["s"] else []
    if not subjects:
        if not is_elided(folded, match.end("gap")):
            return
        subjects, extra_ranges = article.subject(folded, match.start(), "actor")
        subjects = [m for m in subjects[:1] if m.type != "place"]
    extent = Extent(folded, *match.span())
    article.write(rule, extent, subjects, objects, qualifiers={"what": what_of(folded, match)}, extra_ranges=extra_ranges)


LEADS = re.compile("[省市州县区旗]委$|党工委$|(?:政府|管委会)$|[省市州县区旗]人大(?:常委会)?$|[省市州县区旗]政协$")
"""One place's leading bodies, which always act as one: 县委、县政府联合召开会议 tells of no partnership."""


def together(article: RelationArticle, folded: Folded, match: re.Match[str]) -> None:
    """Write the pairs of a list that acts as one: 甲、乙联合开展…; 甲与乙、丙… pairs 甲 with each of the others."""
    who = folded.mentions(*match.span("list"))
    if negated(match.group()) or len(who) > 6 or SALE.search(match["what"][:8]):
        return
    if re.search("组织|印发|互为", match.group()):
        who = who[:2]
    split = re.search("与|同", match["list"])
    left = folded.mentions(match.start("list"), match.start("list") + split.start()) if split else []
    left = left if len(left) == 1 else []
    for n, one in enumerate(left or who):
        for other in who[len(left) if left else n + 1 :]:
            if LEADS.search(one.surface) and LEADS.search(other.surface):
                continue
            article.write(BOTH, Extent(folded, *match.span()), [one], [other], qualifiers={"what": what_of(folded, match)})
