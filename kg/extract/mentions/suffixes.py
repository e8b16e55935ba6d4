"""Names told by their last word: companies, institutions, zones and facilities (…有限公司, …医院, …产业园, …水厂).

The last word is looked up in one pass; the walk to the left edge and a test of what stands before the suffix decide.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

import ahocorasick

from kg.extract.mentions.candidates import Candidate, made
from kg.extract.mentions.left_edges import LEVEL, is_brand, left_edge, trim
from kg.extract.mentions.tagged import ORGANISATION, TaggedArticle
from kg.lexicon import rows, words
from kg.names.gazetteer import gazetteer

WORDS_ON = (
    r"(?<=[大中小]学)生|(?<=公司)[化债法]|(?<=店)[铺面员长乡村镇]|(?<=厂)[商房家区址矿]|(?<=[商集])[团户]|(?<=院)[线士系落]|"
    r"(?<=区)[域划位块间级]|(?<=队)[员伍列]|(?<=台)区|(?<=园)[林艺区](?!区)"
)
MORE_WORDS_ON = (
    r"(?<=社)[会区]|(?<=行)[业政为动人]|(?<=会)[议员]|(?<=报)(?:社|报业)|(?<=站)[点台在]|(?<=桥)[梁]|(?<=校)[园友企]|(?<=[中大小]学校)长|(?<=[中大小]学)校(?![长园友企区舍门内外])|"
    r"(?<=[一二三四五六七八九十]中)[心学小]|(?<=[一二三四五六七八九十]小)学"
)
GOES_ON = re.compile(f"{WORDS_ON}|{MORE_WORDS_ON}|有限|股份|集团有|控股|公司")
"""After a suffix: the word goes on (大学|生), or the name does (集团|有限公司)."""


NUMBERED = re.compile(r"[省市县区]?第[一二三四五六七八九十]{1,2}")
"""市第一|人民医院, 县第二|污水处理厂."""


GROUP = re.compile(r"[（(]集团[）)](?:股份有限公司|有限责任公司|有限公司|公司)?")


FOREIGN = re.compile(
    r"[A-Z][A-Za-z.&]*(?:GmbH|SAS|Inc\.?|Ltd\.?|LLC|Corp\.?|AG|PLC|S\.?p\.?A|B\.?V|Co\.,?Ltd\.?)(?![A-Za-z])|[A-Z]{2}[A-Za-z]+公司"
)


@cache
def automaton() -> ahocorasick.Automaton:
    """Return the search machine over all suffixes."""
    machine = ahocorasick.Automaton()
    for suffix, type_, proof in rows("suffixes"):
        machine.add_word(suffix, (suffix, type_, proof))
    machine.make_automaton()
    return machine


@cache
def known_suffixes() -> frozenset[str]:
    """Return all suffixes; one that goes on to a longer one is not the end of a name (产业园|区)."""
    return frozenset(row[0] for row in rows("suffixes"))


def suffix_matches(text: str) -> Iterator[tuple[int, int, str, str]]:
    """Yield start, end, type and proof of the longest suffix at each end."""
    best: dict[int, tuple[str, str, str]] = {}
    for last, found in automaton().iter(text):
        if last not in best or len(found[0]) > len(best[last][0]):
            best[last] = found
    for last, (suffix, type_, proof) in sorted(best.items()):
        yield last + 1 - len(suffix), last + 1, type_, proof


def proves(article: TaggedArticle, start: int, suffix: int, proof: str, type_: str) -> bool:
    """Whether what stands before the suffix makes it a name; ``proof`` is how much the suffix alone proves (suffixes.tsv)."""
    core = article.text[start:suffix]
    if is_kind_word(article, start, suffix, type_):
        return False
    if NUMBERED.fullmatch(core) and article.is_edge(start):
        return True
    if LEVEL.fullmatch(core) and type_ in OF_LEVEL:
        return article.is_edge(start) and not article.text.startswith(TRADES_OF_LEVEL, suffix)
    if not core or core in words("generic"):
        return False
    if proof != "sure" and type_ != "facility" and opens_with_level(core):
        return len(core) > 1 or (proof == "need" and type_ in OF_LEVEL)
    return proof == "sure" or is_brand(article, start, suffix)


def opens_with_level(core: str) -> bool:
    """Whether a level and no second one opens the words: 市|实验."""
    return bool(LEVEL.fullmatch(core[0])) and not LEVEL.match(core[1:2])


OF_LEVEL = ("company", "institution")
"""Types of which a level alone may be the name: 市医院."""


TRADES_OF_LEVEL = ("公司", "集团", "银行", "超市", "商场", "酒店")
"""What a city has several of: 市公司 names none."""


def is_kind_word(article: TaggedArticle, start: int, suffix: int, type_: str) -> bool:
    """Whether what stands before the suffix makes it a kind and no name."""
    core = article.text[start:suffix]
    return is_class(core, type_) or is_one_of_many(article, start, core) or is_kind_of_school(article, suffix, core)


def is_class(core: str, type_: str) -> bool:
    """Whether the words before a suffix say only of which class it is: 国家级, 千伏 of a wire."""
    return (
        "社会主义" in core
        or core.endswith(("国家级", "省级", "市级", "县级", "世界级"))
        or (type_ == "facility" and bool(re.search(r"千伏|回路|电缆", core)))
    )


def is_one_of_many(article: TaggedArticle, start: int, core: str) -> bool:
    """Whether a level stands for all of its kind: 各|县|医院."""
    before = article.text[max(0, start - 2) : start]
    return bool(LEVEL.fullmatch(core)) and before.endswith(("其他", "其它", "所有", "各", "每个", "多个", "全部"))


def is_kind_of_school(article: TaggedArticle, suffix: int, core: str) -> bool:
    """Whether a place has its 中小学校, all of them."""
    return article.text.startswith("中小学校", suffix) and (core in gazetteer() or core[-1:] in tuple("市县区镇乡"))


def find_suffixes(article: TaggedArticle) -> list[Candidate]:
    """Return every name that its last word tells."""
    found = [made("company-foreign", m.start(), m.end()) for m in FOREIGN.finditer(article.text)]
    found += [
        made("company-group", trim(article, article.reach(m.start()), m.start()), m.end())
        for m in GROUP.finditer(article.text)
        if m.start() - article.reach(m.start()) > 1
    ]
    doubtful: list[Candidate] = []
    for suffix, end, type_, proof in suffix_matches(article.text):
        if not ends_name(article, suffix, end, proof):
            continue
        start = left_edge(article, suffix, end, type_)
        if start >= suffix or is_kind(article, start, suffix, end, type_) or is_too_weak(article, start, suffix, proof):
            continue
        candidate = made(f"{type_}-suffix", start, end, score=SURE if proof == "sure" else None)
        is_proved = proves(article, start, suffix, proof, type_) or is_founded(article, start, suffix, end)
        (found if is_proved else doubtful).append(candidate)
    return found + [c for c in doubtful if is_beside(article, c, found)]


def ends_name(article: TaggedArticle, suffix: int, end: int, proof: str) -> bool:
    """Whether a suffix can be the end of a name here: no word and no longer suffix goes on."""
    return proof not in ("never", "volt") and not article.follows(GOES_ON, end) and article.text[suffix : end + 1] not in known_suffixes()


SURE = 0.9
"""Score of a name whose suffix alone proves it (有限公司)."""


def is_kind(article: TaggedArticle, start: int, suffix: int, end: int, type_: str) -> bool:
    """Whether the words are several of a kind or, of a park, the head of a project's or company's name."""
    of_park = type_ == "zone" and bool(NO_PARK.match(article.text, end) or MANY_PARKS.search(article.text, start, suffix))
    return of_park or is_counted(article, start)


def is_too_weak(article: TaggedArticle, start: int, suffix: int, proof: str) -> bool:
    """Whether a suffix proves little and the tagger sees no organisation there."""
    return proof == "weak" and (article.word(suffix).tag != ORGANISATION or suffix - start < 3)


NO_PARK = re.compile(r"(?:建设|开发|基础设施)?项目(?!\d|负责|建设|区|部)|(?:运营|开发|建设|管理|投资|发展){1,3}(?:集团)?(?:股份)?有限")
"""After a park's name: words that make it a project or a company (某山度假区|项目, 某某园区|运营有限公司)."""


MANY_PARKS = re.compile(r"(?:[两三四五六七八九十\d]+[大个]|各|全部|所有)(?:[\u3400-\u9fff]{2})?$")


def is_counted(article: TaggedArticle, start: int) -> bool:
    """Whether a number makes it several of a kind: 18个|村卫生室."""
    return bool(COUNTED.match(article.text, start) or COUNT_BEFORE.search(article.text, max(0, start - 5), start))


def is_beside(article: TaggedArticle, doubtful: Candidate, found: Sequence[Candidate]) -> bool:
    """Whether a name without a brand stands in a list beside a proved one of its type: 某某工贸有限公司、|未来面粉厂|."""
    if doubtful.end - doubtful.start < 4 or article.text[doubtful.start : doubtful.start + 2] in words("generic"):
        return False
    before = article.text[doubtful.start - 1 : doubtful.start] == "、" and any(
        c.end == doubtful.start - 1 for c in found if c.type == doubtful.type
    )
    after = article.text[doubtful.end : doubtful.end + 1] == "、" and any(
        c.start == doubtful.end + 1 for c in found if c.type == doubtful.type
    )
    return before or after


COUNT_BEFORE = re.compile(r"(?:\d|[一两三四五六七八九十几多数])(?:余|多)?[个家所座处](?:[\u3400-\u9fff]{2})?$")


FOUNDED = re.compile(r"(?:共建|成立|设立|组建|揭牌|入驻|筹建|建立|建成|新建|依托|建有|拥有|共同建设|联合建设|启用)[^，。；]{0,10}$")


LABORATORY = re.compile(r"(?:实验室|研究中心|研究院|检测中心|技术中心|研发中心|工作站|学院|小院|创新中心|协会|服务队|研究所)$")


def is_founded(article: TaggedArticle, start: int, suffix: int, end: int) -> bool:
    """Whether an institution without a brand is a name because the clause founds it: 共建的|特种线缆联合实验室."""
    return (
        suffix - start >= 4
        and bool(LABORATORY.search(article.text, start, end))
        and bool(FOUNDED.search(article.text, max(0, start - 24), start))
        and not any(article.text[start:].startswith(word) for word in ("一个", "多个", "若干", "省级", "国家级", "市级", "院士"))
    )


COUNTED = re.compile(r"\d+(?:余|多)?[个项家条座处所]|[两三四五六七八九十]+[个家所]|第一书记")
