"""Who works with whom: contracts, joint action."""

from __future__ import annotations

import re

from kg.extract.clauses.folded import Folded
from kg.extract.clauses.modality import negated
from kg.extract.clauses.subjects import is_elided
from kg.extract.draft import Draft
from kg.extract.relations.base import Extent, RelationArticle
from kg.extract.rules import Rule
from kg.model import BREAK
from kg.names.vocabulary import ordinary_words

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
    """Return what a partnership is about, as printed: from the verb on; None where the verb is a bare noun or the words are torn."""
    verb = match.groupdict().get("verb")
    is_told = bool(verb) and not SIGNING.search(verb or "")
    start = match.start("verb") if is_told else match.start("what")
    ahead = REST.match(folded.text, match.end("what"))
    end = ahead.end() if ahead else match.end("what")
    if end <= start or is_noun(folded, match):
        return None
    begin, stop = folded.span(start, end)
    words = until_line_end(folded.draft, begin, closing(folded.draft.text, begin, stop))
    more = MORE_TOLD.search(words) or DONE_NEXT.search(words)
    words = re.sub(r"(?:要求|仪式|后|时|[0-9]+[个份项条])$", "", words[: more.start("more") if more else None].strip("了的\n"))
    partners = {m.surface for m in folded.mentions(*match.span("o"))} if "o" in match.re.groupindex else set()
    return words if words.removeprefix(verb or "") not in ("", *partners) and is_paired(words) and len(words) <= LONGEST else None


LONGEST = 40
"""Characters; what is longer is a clause of its own."""
REST = re.compile(f"[^。；，：{BREAK}]*")
MORE_TOLD = re.compile(r"\w{2}(?P<more>日前|近日|目前|也将?|便(?![民利捷携道函服])|已经?|即将|将(?=[于在首全正投随])|均已|正在)")
DONE_NEXT = re.compile("的[^的]{4,}?(?P<more>[\u4e00-\u9fff]{2}了(?!解))")
"""Where a second predicate begins: …协议｜日前生效, 研制的密封件｜也将出口, 共建的实验室｜解决了难题."""


def is_noun(folded: Folded, match: re.Match[str]) -> bool:
    """Whether the verb is only a noun, the last of a list of works: 某治理、甲与乙合作｜等重点工作推进情况."""
    verb = match.groupdict().get("verb")
    return bool(verb) and not SIGNING.search(verb or "") and folded.text.startswith("等", match.end("verb"))


MARKS = {"“": "”", "《": "》", "（": "）", "(": ")", "‘": "’"}


def is_paired(words: str) -> bool:
    """Whether each mark of quotation, title or bracket in some words has its other half."""
    return all(words.count(left) == words.count(right) for left, right in MARKS.items())


def closing(text: str, start: int, end: int) -> int:
    """Return the end of a stretch with the mark that closes one opened in it: 共建“某科技小院｜”."""
    mark = text[end : end + 1]
    opened = next((left for left, right in MARKS.items() if right == mark), "")
    return end + 1 if opened and text.count(opened, start, end) > text.count(mark, start, end) else end


WHOLE = re.compile("(?:协议|协议书|备忘录|合同|协定|意向书|宣言|公约|机制)$")
"""What a headline's line ends in that is told whole there."""


def until_line_end(draft: Draft, start: int, end: int) -> str:
    """Return an article's words up to the end of a headline's line (签订备忘录｜四方携手织密护航网), "" if they may go on behind it.

    A line that breaks off inside a word does go on.
    """
    article, text = draft.article, draft.text
    if start >= article.body.start:
        return text[start:end]
    for at in range(start + 1, end):
        before, after = article.offsets[at - 1 : at + 1]
        is_broken = 0 <= before < after and "\n" in article.page.text[before:after]
        if is_broken and any(text[at - size : at] in ordinary_words() for size in (2, 3, 4)):
            return text[start:at] if WHOLE.search(text, start, at) else ""
    return text[start:end]


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
    extent = Extent(folded, match.start(), match.end("verb") if is_noun(folded, match) else match.end())
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
