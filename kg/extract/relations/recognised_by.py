"""Honours: 入选, 获评, 荣获, 被…认定为; the name of the honour as printed, the giver where one is named."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg import lexicon
from kg.extract.clauses.article import NOBODY, Spoken, named
from kg.extract.clauses.folded import Folded
from kg.extract.clauses.modality import is_denied
from kg.extract.clauses.patterns import ANY, COMMA_AND, TAIL
from kg.extract.clauses.subjects import is_elided, subjects_before
from kg.extract.ranges import united
from kg.extract.relations.base import Extent, RelationArticle, fits
from kg.extract.rules import Rule
from kg.model import Mention

WON = Rule(
    "honour-won",
    "recognised_by",
    "〔C甲配电〕等4家企业入选市级“隐形冠军”企业。 => 甲配电 > - [honour=市级“隐形冠军”企业]",
    "〔C甲配电〕等4家企业申报市级“隐形冠军”企业。",
    0.88,
)
GIVEN = Rule(
    "honour-given",
    "recognised_by",
    "〔C甲公司〕被〔A省科技厅〕认定为高新技术企业。 => 甲公司 > 省科技厅 [honour=高新技术企业]",
    "〔C甲公司〕被〔A省科技厅〕约谈。",
    0.9,
)
LISTED = Rule(
    "honour-listed",
    "recognised_by",
    "在〔A市政务局〕公布的表彰名单中，〔C甲公司〕服务窗口荣获“服务标兵”称号。 => 甲公司 > 市政务局 [honour=服务标兵]",
    "〔P李明〕捧回〔A市政务局〕颁发的“金杯奖”，〔C甲公司〕则获评“服务标兵”。",
    0.8,
)
GRANTS = Rule(
    "honour-grants",
    "recognised_by",
    "〔A省工信厅〕授予〔C甲公司〕“绿色工厂”称号。 => 甲公司 > 省工信厅 [honour=绿色工厂]",
    "〔A省工信厅〕授予的“绿色工厂”称号激励〔C甲公司〕。",
    0.88,
)
FROM = Rule(
    "honour-from",
    "recognised_by",
    "〔C甲公司〕荣获〔A省总工会〕颁发的“工人先锋号”称号。 => 甲公司 > 省总工会 [honour=工人先锋号]",
    "〔C甲公司〕获得〔A省总工会〕发放的贷款。",
    0.88,
)
RULES = (WON, GIVEN, LISTED, GRANTS, FROM)

HOLDERS = rf"(?:Ⓟ(?:(?:、|和)[ⒸⒶⒾⓁ]?[^{ANY}，。；、]{{1,10}}Ⓟ)+|[ⒸⒶⒾⒿⓅⓏⓁⒻ](?:{COMMA_AND}?[ⒸⒶⒾⒿⓅⓏⓁⒻ])*{TAIL})"
"""Who is honoured: a list of names, or of people each with a post of their own before the name."""
GIVERS = r"[ⒶⒾⒸ](?:(?:、|和|与)[ⒶⒾⒸ])*(?:等部门|等单位)?"
GRANT_VERB = r"(?:评为|授予|认定为|确定为|命名为|列为|列入|评定为|评选为|表彰为|认定|纳入|推荐为|聘为|遴选为|公示为)"
AWARDED = re.compile(
    rf"(?P<o>{GIVERS})[^ⒸⒶⒾⒿⓅⓏⓁⒻ，。；、]{{0,6}}(?:授予|表彰|命名|认定|评定|通报表扬|奖励)(?:了)?(?P<s>{HOLDERS})"
    rf"(?:为|的)?(?P<honour>“[^，。；]{{2,30}}|[^，。；、]{{2,30}})"
)
BY_GIVER = re.compile(
    rf"(?P<s>{HOLDERS})?[^ⒸⒶⒾⒿⓅⓏⓁⒻ，。；、]{{0,12}}?(?:被|获|经|由)(?P<o>{GIVERS})"
    rf"[^ⒸⒶⒾⒿⓅⓏⓁⒻ，。；、“]{{0,6}}?{GRANT_VERB}(?P<honour>[^，。；、]{{2,30}})"
)
FROM_GIVER = re.compile(
    rf"(?P<s>{HOLDERS})?[^ⒸⒶⒾⒿⓅⓏⓁⒻ，。；、]{{0,12}}?(?:荣获|获得|获|入选|获评|获批|斩获|喜获|捧回|荣膺)(?:了)?(?:由)?"
    rf"(?P<o>{GIVERS})(?:[^ⒸⒶⒾⒿⓅⓏⓁⒻ，。；、“]{{0,6}}?(?:颁发|授予|公布|评选|认定|评定|组织|主办|颁授|发布)的?|(?=“))"
    rf"(?P<honour>[^，。；、]{{2,30}})"
)


def find_honours(article: RelationArticle) -> None:
    """Write the honours of one article; one claim for each holder and honour."""
    verbs = lexicon.alternatives("verbs_honour")
    won = re.compile(
        rf"(?P<s>{HOLDERS})?(?P<gap>[^ⒸⒶⒾⒿⓅⓏⓁⒻ，。；、]{{0,10}}?)(?P<verb>{verbs})(?!准|悉|知|救|利|益|得感)(?:了)?"
        rf"(?P<honour>“[^，。；]{{2,40}}|[^，。；、]{{2,30}})"
    )
    for folded in article.sentences:
        taken: list[tuple[int, int]] = []
        for rule, pattern in ((GIVEN, BY_GIVER), (FROM, FROM_GIVER), (GRANTS, AWARDED)):
            for match in pattern.finditer(folded.text):
                if not any(start < match.end() and match.start() < end for start, end in taken):
                    taken.append(match.span())
                    granted(article, rule, folded, match)
        for match in won.finditer(folded.text):
            if not any(start <= match.start("verb") < end for start, end in taken):
                winners(article, folded, match, taken)


OTHERS = re.compile("负责人|领导|职工|员工|干部|党员|选手|教师|学生|代表队|团队|产品|技术|作品|成果|品牌|论文|节目|商标|村民")
"""Whose honour it is then: 该公司员工被授予…, 其产品获得… honour no company by name."""


def granted(article: RelationArticle, rule: Rule, folded: Folded, match: re.Match[str]) -> None:
    """Write an honour whose giver is printed; the holder is printed or the subject in force."""
    if OTHERS.search(folded.text[match.start() : match.start("o")]):
        return
    holders, extra_ranges = (holders_in(folded, match), []) if match["s"] else subject_of_honour(article, folded, match.start())
    write(article, rule, folded, match, holders, folded.mentions(*match.span("o")), extra_ranges)


def holders_in(folded: Folded, match: re.Match[str]) -> list[Mention]:
    """Return the holders that a match prints; of people with their posts only the people."""
    people = re.fullmatch(rf"Ⓟ(?:(?:、|和)[ⒸⒶⒾⓁ]?[^{ANY}，。；、]{{1,10}}Ⓟ)+", match["s"])
    return folded.mentions(*match.span("s"), "Ⓟ" if people else ANY)


def subject_of_honour(article: RelationArticle, folded: Folded, index: int) -> Spoken:
    """Return who is honoured where the clause leaves it out: the last subject, a person too."""
    if not is_elided(folded, index):
        return NOBODY
    found = subjects_before(folded, index, "ⒸⒶⒾⒿⓅⓏⓁⒻ")
    if not found:
        return article.subject(folded, index, "actor")
    if len(found) > 1 and folded.draft.text[found[0].end : found[1].start] in ("与", "同"):
        found = found[:1]
    return named(found)


def winners(article: RelationArticle, folded: Folded, match: re.Match[str], taken: Iterable[tuple[int, int]]) -> None:
    """Write one honour won; a giver is one that 公布 or 表彰 names in the clause before, if what it gave there is not ``taken``."""
    extra_ranges: list[tuple[int, int]] = []
    holders = holders_in(folded, match) if match["s"] else []
    if not holders:
        holders, extra_ranges = subject_of_honour(article, folded, match.start("verb"))
    if match["s"] and OTHERS.search(match["gap"]):
        return
    giver = re.search(
        r"(?P<o>[ⒶⒾ])[^ⒸⒶⒾⒿⓅⓏⓁ。；]{0,6}(?:公布|表彰|评选|通报|颁发|命名)[^ⒸⒶⒾⒿⓅⓏⓁ。；]{0,12}[，,]?$", folded.text[: match.start()]
    )
    if giver and not any(start <= giver.start("o") < end for start, end in taken):
        write(article, LISTED, folded, match, holders, folded.mentions(*giver.span("o")), [folded.span(*giver.span())])
    else:
        write(article, WON, folded, match, holders, [], extra_ranges)


ROW = re.compile(
    r"(?P<row>[^，。；\n]{6,150}?)(?:等)?(?:多项|[0-9一二三四五六七八九十]+[项个])?(?:荣誉称号|荣誉|称号|奖项|殊荣)(?=[，。；\n]|$)"
)
ITEM = re.compile("[^“”、和及]*“[^“”]*”[^“”、和及]*|[^“”、和及]+")


def row_of(text: str) -> list[str]:
    """Return the honours of a row (“甲”、全国“乙”奖状等荣誉称号), [] if ``text`` does not begin with one."""
    row = ROW.match(text)
    items = ITEM.findall(row["row"]) if row else []
    if len(items) < 2 or not any("“" in item for item in items):
        return []
    return [name for item in items if len(name := re.sub("^“([^“”]+)”$", r"\1", item)) > 1]


def honours_of(folded: Folded, match: re.Match[str]) -> list[str]:
    """Return the honours' names as printed: quotes around a whole name are taken off, 称号 after it is left out.

    Several quoted names in a row are several honours; the name ends with the last word that honours end in, else with the clause.
    """
    begin, end = folded.span(match.start("honour"), match.end("honour"))
    text = folded.draft.text[begin:end].strip("\n为")
    row = row_of(folded.draft.text[begin : begin + 160])
    if row:
        return row
    quoted = re.match(r"“([^“”]+)”(?:称号|荣誉称号|荣誉|奖项|奖牌|殊荣|等|$)", text)
    if quoted:
        return [quoted.group(1)]
    text = re.split("、", text)[0] if not text.startswith("“") else text
    heads = lexicon.alternatives("honour_heads")
    head = re.match(rf".*?(?:{heads})(?=$|[^一-鿿”])|.*(?:{heads})$", text)
    name = head.group() if head else text if STRONG.search(match.group()) and len(text) <= 24 else ""
    name = re.sub(r"(?:荣誉)?称号$|的?(?:荣誉|殊荣)$|等$|(?<=.{4})(?:公示)?[名榜]单$", "", name)
    return [name] if len(name) > 1 else []


STRONG = re.compile("荣获|获评|被评为|被授予|被认定为|入选|跻身|评为|授予|认定为|命名为|喜获|荣膺|摘得|斩获")


def write(
    article: RelationArticle,
    rule: Rule,
    folded: Folded,
    match: re.Match[str],
    holders: Iterable[Mention],
    givers: list[Mention],
    extra_ranges: Iterable[tuple[int, int]] = (),
) -> None:
    """Write one claim for each holder; without a giver the object is None and the honour says it all."""
    extent = Extent(folded, *match.span())
    for honour in honours_of(folded, match):
        if givers:
            article.write(rule, extent, holders, givers, qualifiers={"honour": honour}, extra_ranges=extra_ranges)
        else:
            unsaid(article, rule, extent, holders, honour, extra_ranges)


def unsaid(
    article: RelationArticle, rule: Rule, extent: Extent, holders: Iterable[Mention], honour: str, extra_ranges: Iterable[tuple[int, int]]
) -> None:
    """Write an honour whose giver is not named: the object is None."""
    folded = extent.folded
    ranges = united([*extra_ranges, folded.clause(extent.start, extent.end)])
    for holder in holders:
        if fits(holder, rule.predicate):
            article.draft.claim(
                holder,
                "recognised_by",
                None,
                ranges,
                rule.id,
                qualifiers={"honour": honour},
                confidence=rule.confidence,
                status="denied" if is_denied(folded.text) else "stated",
            )
