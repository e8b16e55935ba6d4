"""What 由 tells: who builds, designs, supervises, supplies, founds and owns, with the object before 由 and the doers after it.

石鹿溪工程由甲公司投资建设、乙公司施工   → 甲 owner and investor, 乙 contractor
丙公司由甲公司与乙公司合资组建           → both invest in 丙, and are partners
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kg import lexicon
from kg.extract.clauses.article import Spoken, named
from kg.extract.clauses.cases import PLACES, case_before
from kg.extract.clauses.folded import Folded
from kg.extract.clauses.patterns import ANY, COMMA_AND, MONEY, TAIL
from kg.extract.relations.base import Extent, RelationArticle
from kg.extract.rules import Rule
from kg.model import Mention

PASSIVE = Rule(
    "works-passive",
    "undertakes",
    "〔J石溪工程〕由〔C甲公司〕投资建设、〔C乙公司〕施工。 => 甲公司 > 石溪工程 [role=owner]; 乙公司 > 石溪工程 [role=contractor]",
    "〔J石溪工程〕的会议由〔C甲公司〕主持。",
    0.93,
)
SUPERVISED = Rule(
    "works-supervised",
    "participates_in",
    "〔J三标段〕由〔C甲公司〕承建、〔C乙监理公司〕监理。 => 乙监理公司 > 三标段 [role=监理]",
    "〔J三标段〕由〔C甲公司〕承建、〔C乙监理公司〕检测。",
    0.93,
)
BY_SUPPLY = Rule(
    "supply-passive",
    "supplies",
    "〔J水厂工程〕开工，控制柜由〔C甲自动化公司〕配套。 => 甲自动化公司 > 水厂工程 [what=控制柜]",
    "〔J水厂工程〕开工，仪式由〔C甲自动化公司〕主持。",
    0.88,
)
BY_VENTURE = Rule(
    "invest-venture",
    "invests_in",
    "〔C丙公司〕由〔C甲公司〕与〔C乙公司〕合资组建。 => 甲公司、乙公司 > 丙公司",
    "〔C丙公司〕由〔C甲公司〕与〔C乙公司〕推荐。",
    0.93,
)
BY_PARTNERS = Rule(
    "partners-venture",
    "cooperates_with",
    "〔C丙公司〕由〔C甲公司〕与〔C乙公司〕合资组建。 => 甲公司 > 乙公司",
    "〔C丙公司〕由〔C甲公司〕与〔C乙公司〕审计。",
    0.93,
)
BY_BUILT = Rule(
    "partners-built",
    "cooperates_with",
    "研究院由〔I甲大学〕、〔A乙管委会〕和〔I丙商会〕三方共建。 => 甲大学 > 乙管委会、丙商会; 乙管委会 > 丙商会",
    "研究院由〔I甲大学〕、〔A乙管委会〕和〔I丙商会〕验收。",
    0.93,
)
BY_SHARE = Rule(
    "invest-passive",
    "invests_in",
    "〔J改造工程〕由〔C甲公司〕投资1850万元，〔C乙公司〕承建。 => 甲公司 > 改造工程 [amount=1850万元]",
    "〔J改造工程〕由〔C甲公司〕施工，〔C乙公司〕设计。",
    0.93,
)
BY_CONTROL = Rule(
    "invest-control", "invests_in", "〔C丙公司〕由〔C甲集团〕控股。 => 甲集团 > 丙公司", "〔C丙公司〕由〔C甲集团〕托管。", 0.85
)
RULES = (PASSIVE, SUPERVISED, BY_SUPPLY, BY_VENTURE, BY_PARTNERS, BY_BUILT, BY_SHARE, BY_CONTROL)

SEGMENT = re.compile(
    rf"Ⓛ?(?:其[^{ANY}，。；]{{0,8}})?(?P<who>[ⒸⒶⒾⓏ](?:(?:{COMMA_AND}|与|同)?[ⒸⒶⒾⓏ])*{TAIL})"
    rf"(?P<phrase>[^{ANY}，,。；;、：]{{1,22}})"
)
BY = re.compile(
    r"(?:均|全部|共同|拟|将|分别)*由(?=Ⓛ?(?:其[^ⓅⒸⒶⒾⓏⒿⒻⓁ，。；]{0,8})?[ⒸⒶⒾⓏ])"
    r"|(?<=Ⓙ)是(?=[ⒸⒶⒾⓏ][^，。；]{0,8}(?:投资|建设|承建|开发))"
)


@dataclass(frozen=True, slots=True)
class Part:
    """One doer of a passive: who, what is done (the kind of passive_verbs.tsv), the phrase and where it stands."""

    who: list[Mention]
    kind: str
    phrase: str
    start: int
    end: int


@cache
def passive_kinds() -> tuple[tuple[str, str], ...]:
    """Return the words of a passive's verb phrase with what they make of the doer, in order of precedence."""
    return tuple((row[0], row[1]) for row in lexicon.rows("passive_verbs"))


def kind_of(phrase: str) -> str:
    """Return what a verb phrase makes of its doer: 投资1.28亿元建设 → owner; "" if it is no work."""
    return next((kind for word, kind in passive_kinds() if word in phrase), "")


def parts(folded: Folded, start: int) -> Iterator[Part]:
    """Yield the doers that follow a 由: 由甲公司建设，乙公司施工 → 甲, 乙."""
    while match := SEGMENT.match(folded.text, start):
        kind = kind_of(match["phrase"])
        if not kind:
            return
        yield Part(folded.mentions(*match.span("who")), kind, match["phrase"], match.start(), match.end())
        start = match.end()
        if folded.text[start : start + 1] in ("、", "，", ",", "和"):
            start += 1
            if folded.text[start : start + 1] == "由":
                start += 1


def passive(article: RelationArticle, folded: Folded, by: re.Match[str]) -> None:
    """Write what one 由 says: its object stands before it, its doers and their verbs after it."""
    found = list(parts(folded, by.end()))
    for part in found:
        after = folded.mentions(part.end, min(part.end + 1, len(folded.text)))
        if part.phrase.endswith("的") and after:
            handle(article, folded, part, after, by.start())
        else:
            handle(article, folded, part, [], by.start())


def handle(article: RelationArticle, folded: Folded, part: Part, described: list[Mention], by: int) -> None:
    """Write one doer of a passive; ``described`` is the thing after 的, which then is the object."""
    extent = Extent(folded, min(by, part.start), part.end)
    if part.kind in ("venture", "control", "share"):
        founders(article, extent, part, described or folded.mentions(0, by, "ⒸⒾ")[-1:])
        return
    if part.kind == "partners":
        pairs(article, BY_BUILT, extent, part.who)
        return
    if part.kind == "supply":
        supplied(article, folded, part, by)
        return
    if part.kind == "lead":
        return
    works, extra_ranges = (described, []) if described else object_before(article, folded, by)
    if works:
        built(article, extent, part, works, extra_ranges, REPORT.search(folded.text, max(0, by - 16), by))


def built(
    article: RelationArticle,
    extent: Extent,
    part: Part,
    works: list[Mention],
    ranges: list[tuple[int, int]],
    report: re.Match[str] | None,
) -> None:
    """Write the part of a doer in works: who supervises them or reports on them, who builds them, who pays for them."""
    if part.kind == "supervisor" or report:
        role = report["what"] if report else "监理"
        article.write(SUPERVISED, extent, part.who, works, qualifiers={"role": role}, extra_ranges=ranges)
        return
    if part.kind != "owner" or not FUNDS.fullmatch(part.phrase):
        article.write(PASSIVE, extent, part.who, works, qualifiers={"role": part.kind}, extra_ranges=ranges)
    if part.kind == "owner" and re.search("[投出]资", part.phrase):
        paid(article, extent, part, works, ranges)


def paid(article: RelationArticle, extent: Extent, part: Part, works: list[Mention], ranges: list[tuple[int, int]]) -> None:
    """Write who pays for works, with the sum if one alone does, and that those who do it together are partners."""
    amount = re.search(MONEY, part.phrase) or re.match(rf"，总投资(?P<sum>{MONEY})", extent.folded.text[part.end :])
    shared = len(part.who) > 1
    value = None if shared or not amount else amount.group().removeprefix("，总投资")
    article.write(BY_SHARE, extent, part.who, works, qualifiers={"amount": value}, extra_ranges=ranges)
    if shared and re.search("共同|联合|合资|合作", part.phrase):
        pairs(article, BY_PARTNERS, extent, part.who)


REPORT = re.compile("(?P<what>(?:可行性研究|可研|环境影响(?:评价)?|环评|安全评价|评估|勘察|勘测|检测)(?:报告书?)?)(?:已|也|将|全部)*$")
"""A report about the works before 由: who writes it takes part in them."""
FUNDS = re.compile(
    f"(?:分别|各自|共同|各|全额|独家|按[^，。；]{{1,8}}?)*[投出]资(?:{MONEY}|一半|[\\d.]+[%％](?:[和、与][\\d.]+[%％])*)?|[^，。；]{{0,8}}一笔投资"
)
"""A verb phrase that tells of money alone: who only pays does not build."""


def object_before(article: RelationArticle, folded: Folded, by: int) -> Spoken:
    """Return what a 由 is about: the works before it in the sentence (a list counts whole), a park, else the works in force.

    A name after 位于 or 在 only says where: 该产业园位于新区，由甲公司建设 is about the park.
    """
    for letters in ("Ⓙ", "ⓏⒻ"):
        lists = [
            m
            for m in re.finditer(f"[{letters}](?:{COMMA_AND}?[{letters}])*", folded.text[:by])
            if case_before(folded.text, m.start()) not in (*PLACES, "recipient")
        ]
        near = [m for m in lists if folded.text[: m.start()].count("，") >= folded.text[:by].count("，") - 3]
        if near:
            found = folded.mentions(*near[-1].span(), letters)
            found = found if letters == "Ⓙ" else found[-1:]
            return named(found)
    return article.work(folded, by, "Ⓙ")


def founders(article: RelationArticle, extent: Extent, part: Part, made: list[Mention]) -> None:
    """Write the founders of a company: each holds a share of it, and they are partners."""
    extra_ranges = [(made[0].start, made[0].end)] if made else []
    rule = BY_CONTROL if part.kind in ("control", "share") else BY_VENTURE
    article.write(rule, extent, part.who, made, extra_ranges=extra_ranges)
    if part.kind == "venture":
        pairs(article, BY_PARTNERS, extent, part.who)


def pairs(article: RelationArticle, rule: Rule, extent: Extent, who: list[Mention]) -> None:
    """Write every pair of a list as partners, first printed first."""
    for n, one in enumerate(who):
        for other in who[n + 1 :]:
            article.write(rule, extent, [one], [other])


WHAT_BEFORE = re.compile(rf"(?P<what>[^{ANY}，,。；;、：（）()“”]{{1,16}}?)(?:均|全部|分别|将|也)*$")


def supplied(article: RelationArticle, folded: Folded, part: Part, by: int) -> None:
    """Write who supplies what 由 is about: 控制柜由甲公司配套, of the works or the firm spoken of."""
    what = WHAT_BEFORE.search(folded.text, max(0, by - 20), by)
    owner = re.search(rf"(?P<o>[ⒸⒾⒶ])的[^{ANY}，。；]{{1,20}}$", folded.text[:by])
    works = folded.mentions(*owner.span("o")) if owner else folded.mentions(0, by, "ⒿⒻ")[-1:]
    extra_ranges = [(works[0].start, works[0].end)] if works else []
    if not works:
        works, extra_ranges = article.work(folded, by, "Ⓙ", paragraph=True)
    if not works:
        found, extra_ranges = article.subject(folded, by, "body")
        works = [m for m in found if not any(article.same(m, w) for w in part.who)]
    named = re.sub(r"^(?:其中|其|的|[一两二三四五六七八九十0-9]+[台套辆件批个])|^.*所需的", "", what["what"]) if what else ""
    article.write(BY_SUPPLY, Extent(folded, by, part.end), part.who, works, qualifiers={"what": named}, extra_ranges=extra_ranges)


def find_passives(article: RelationArticle) -> None:
    """Write what every 由 of one article says."""
    for folded in article.sentences:
        for by in BY.finditer(folded.text):
            passive(article, folded, by)
