"""Names told by their last word: companies, institutions, zones and facilities (…有限公司, …医院, …产业园, …水厂).

The last word is looked up in one pass; the walk to the left edge and a test of what stands before the suffix decide.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

import ahocorasick

from kg.extract.mentions.candidates import Candidate, made
from kg.extract.mentions.tagged import HAN, ORGANISATION, PERSON, PLACE, TaggedArticle, joints
from kg.lexicon import rows, words
from kg.names.gazetteer import gazetteer, is_place
from kg.names.vocabulary import ordinary_words

NAME_TAGS = (ORGANISATION, PERSON, PLACE, "nz", "nr", "nt", "ns", "nw")
LEVEL = re.compile(r"[省市县区州旗镇乡](?!.*[省市县区])")
GOES_ON = re.compile(
    r"(?<=[大中小]学)生|(?<=公司)[化债法]|(?<=店)[铺面员长乡村镇]|(?<=厂)[商房家区址矿]|(?<=[商集])[团户]|有限|股份|集团有|控股|公司|"
    r"(?<=院)[线士系落]|(?<=区)[域划位块间级]|(?<=队)[员伍列]|(?<=台)区|"
    r"(?<=园)[林艺区](?!区)|(?<=社)[会区]|(?<=行)[业政为动人]|(?<=会)[议员]|(?<=报)(?:社|报业)|(?<=站)[点台在]|(?<=桥)[梁]|"
    r"(?<=校)[园友企]|(?<=[一二三四五六七八九十]中)[心学小]"
)
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


def is_brand(article: TaggedArticle, start: int, end: int) -> bool:
    """Whether these characters hold a word that names: a place, a brand, what the tagger calls a name."""
    at = start
    while at < end:
        word = article.word(at)
        stop = min(word.end, end)
        piece = article.text[at:stop]
        if word.tag in NAME_TAGS and piece not in words("generic"):
            return True
        if len(piece) > 1 and piece not in ordinary_words() and piece not in words("generic") and piece not in words("trades"):
            return True
        at = stop
    return False


def proves(article: TaggedArticle, start: int, suffix: int, proof: str, type_: str) -> bool:
    """Whether what stands before the suffix makes it a name; ``proof`` is how much the suffix alone proves (suffixes.tsv)."""
    core = article.text[start:suffix]
    if is_class(core, type_) or is_one_of_many(article, start, core) or is_kind_of_school(article, suffix, core):
        return False
    if NUMBERED.fullmatch(core) and article.is_edge(start):
        return True
    if LEVEL.fullmatch(core) and type_ in ("company", "institution"):
        return article.is_edge(start) and not article.text.startswith(TRADES_OF_LEVEL, suffix)
    if not core or core in words("generic"):
        return False
    if proof == "sure":
        return True
    if LEVEL.fullmatch(core[0]) and type_ != "facility" and not LEVEL.match(core[1:2] or "x"):
        return len(core) > 1 or (proof == "need" and type_ in ("company", "institution"))
    return is_brand(article, start, suffix)


TRADES_OF_LEVEL = ("公司", "集团", "银行", "超市", "商场", "酒店")
"""What a city has several of: 市公司 names none."""


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


BUILT = re.compile(r".*(?:建设|新建|共建|设立|成立|委托|建成|引进|投入|投资|创建|组建|打造)(?=..)")


def built_start(article: TaggedArticle, start: int, suffix: int) -> int:
    """Return the start after a verb that builds it: 投资建设|某某研发中心; a verb inside a longer word does not count."""
    if article.text[start:suffix].endswith(("委托", "共建", "依托")):
        return suffix
    found = BUILT.match(article.text, start, suffix)
    if (
        found
        and (found.end() in article.edges or article.word(found.end() - 1).tag == ORGANISATION)
        and article.word(found.end() - 1).tag in ("v", "vn", ORGANISATION)
        and not article.text[start : found.end()].endswith(("城乡建设", "基本建设"))
    ):
        return found.end()
    return start


def quoted_start(article: TaggedArticle, start: int, end: int) -> int:
    """Return the start of the quoted words when the name ends a quotation: “非公企业某某工作站”."""
    if article.text[end : end + 1] != "”":
        return start
    quote = article.text.rfind("“", max(0, end - 20), end)
    inside = article.text[quote + 1 : end]
    if quote < 0 or start <= quote or re.search(r"[，。、；的了]", inside):
        return start
    prose = any(article.of(word) in joints() and word.tag != "n" for word in article.words[article.at[quote + 1] : article.at[start]])
    return start if prose else quote + 1


OWN_WORDS = (
    "联合",
    "研究",
    "检测",
    "检验",
    "监测",
    "服务",
    "管理",
    "设计",
    "创新",
    "培训",
    "试验",
    "合作",
    "交流",
    "保护",
    "指导",
    "运营",
    "转移",
    "推广",
    "销售",
    "运输",
    "加工",
    "批发",
    "安装",
    "维修",
    "供应",
    "采购",
    "租赁",
)
"""Words of prose that a name holds right before its suffix: 联合|实验室, 技术转移|中心."""


def before_suffix(article: TaggedArticle, suffix: int) -> int:
    """Return where the walk to the left begins: before the words that belong to the suffix."""
    while suffix > 0 and (word := article.word(suffix - 1)).end == suffix and article.of(word) in OWN_WORDS and word.tag != "v":
        suffix = word.start
    return suffix


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
        if proof in ("never", "volt") or article.follows(GOES_ON, end) or article.text[suffix : end + 1] in known_suffixes():
            continue
        start = left_edge(article, suffix, end, type_)
        if (
            start >= suffix
            or is_kind(article, start, suffix, end, type_)
            or (proof == "weak" and not is_tagged_whole(article, start, suffix))
        ):
            continue
        candidate = made(f"{type_}-suffix", start, end, score=SURE if proof == "sure" else None)
        is_proved = proves(article, start, suffix, proof, type_) or is_founded(article, start, suffix, end)
        (found if is_proved else doubtful).append(candidate)
    return found + [c for c in doubtful if is_beside(article, c, found)]


SURE = 0.9
"""Score of a name whose suffix alone proves it (有限公司)."""


def is_kind(article: TaggedArticle, start: int, suffix: int, end: int, type_: str) -> bool:
    """Whether the words are several of a kind or, of a park, the head of a project's or company's name."""
    of_park = type_ == "zone" and bool(NO_PARK.match(article.text, end) or MANY_PARKS.search(article.text, start, suffix))
    return of_park or is_counted(article, start)


def is_tagged_whole(article: TaggedArticle, start: int, suffix: int) -> bool:
    """Whether the tagger too sees an organisation where the suffix proves little."""
    return article.word(suffix).tag == ORGANISATION and suffix - start >= 3


PRINTED_YEAR = re.compile(r"(?:\d{4}年?(?=[\u3400-\u9fff]{4}))?")
NO_PARK = re.compile(r"(?:建设|开发|基础设施)?项目(?!\d|负责|建设|区|部)|(?:运营|开发|建设|管理|投资|发展){1,3}(?:集团)?(?:股份)?有限")
"""After a park's name: words that make it a project or a company (某山度假区|项目, 某某园区|运营有限公司)."""

MANY_PARKS = re.compile(r"(?:[两三四五六七八九十\d]+[大个]|各|全部|所有)(?:[\u3400-\u9fff]{2})?$")


def left_edge(article: TaggedArticle, suffix: int, end: int, type_: str) -> int:
    """Return where the name begins whose suffix is ``suffix:end``."""
    start = trim(article, article.reach(before_suffix(article, suffix), coined=type_ == "company"), suffix)
    latin = LATIN.search(article.text, start, suffix)
    start = latin.start() if latin and type_ == "company" else start
    start = quoted_start(article, start, end)
    start = start if type_ == "company" else built_start(article, start, suffix)
    year = PRINTED_YEAR.match(article.text, start) if type_ == "zone" else None
    return year.end() if year else start


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


LATIN = re.compile(r"[A-Z][A-Za-z]+$")
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


def type_of_bracket(article: TaggedArticle, start: int, suffix: int) -> bool:
    """Whether 国家 opens a zone's full name: 国家|许昌|经济技术开发区, 国家|（许昌）|经济技术开发区."""
    return bool(re.match(r"(?:高新|经济|[\u3400-\u9fff]{2}经济|[\u3400-\u9fff]{2}高新|级)", article.text[suffix : suffix + 4])) and (
        article.text[start] in "（(" or is_place(article.text[start:suffix])
    )


ZONES = ("开发区", "高新区", "经开区", "新区", "园区", "示范区")
COUNTED = re.compile(r"\d+(?:余|多)?[个项家条座处所]|[两三四五六七八九十]+[个家所]|第一书记")


def trim(article: TaggedArticle, start: int, suffix: int) -> int:
    """Move the start right over words that cannot open a name: generic ones before a place or a brand (全资子公司|上海某某)."""
    while start < suffix:
        after = next((at for step in LEADS if (at := step(article, start, suffix)) > start), start)
        if after == start:
            break
        start = after
    return start


def first_word(article: TaggedArticle, start: int, suffix: int) -> tuple[str, int]:
    """Return the characters of the first word before the suffix, and where they end."""
    end = min(article.word(start).end, suffix)
    return article.text[start:end], end


def opens_place(article: TaggedArticle, at: int, *sizes: int) -> bool:
    """Whether a known place of one of these sizes begins here."""
    return any(article.text[at : at + size] in gazetteer() for size in sizes)


def over_own(article: TaggedArticle, start: int, suffix: int) -> int:
    """Step over the level of 我区 that the tagger's word holds: 我|区|新某实业有限公司."""
    own = start and article.text[start - 1] in "我该本全" and LEVEL.fullmatch(article.text[start]) and suffix - start > 2
    return start + 1 if own and article.word(start).end >= suffix else start


def over_former(article: TaggedArticle, start: int, _: int) -> int:
    """Step over 原 where it opens no place: 原|某某乡某某小学."""
    return start + 1 if article.text[start] == "原" and not opens_place(article, start, 2, 3, 4) else start


def over_level(article: TaggedArticle, start: int, suffix: int) -> int:
    """Step over a level that belongs to the words before it or stands before a place: 我|市|许昌某某公司."""
    piece, end = first_word(article, start, suffix)
    if end == suffix or not LEVEL.fullmatch(piece) or not start or not HAN.match(article.text[start - 1]):
        return start
    return end if article.text[start - 1] in "我该本全" or opens_place(article, end, 2, 3, 4) else start


def over_zone(article: TaggedArticle, start: int, suffix: int) -> int:
    """Step over the zone in which it stands: 开发区|某省某某研究院."""
    piece, end = first_word(article, start, suffix)
    return end if piece in ZONES and opens_place(article, end, 2, 3) else start


def over_generic(article: TaggedArticle, start: int, suffix: int) -> int:
    """Step over a generic word before what names; 国家 stays before a zone's kind."""
    piece, end = first_word(article, start, suffix)
    if end == suffix or piece not in words("generic") or LEVEL.fullmatch(piece) or is_place(piece):
        return start
    if piece == "国家" and type_of_bracket(article, end, suffix):
        return start
    return end if is_brand(article, end, suffix) else start


def over_mark(article: TaggedArticle, start: int, _: int) -> int:
    """Step over a mark that opens nothing."""
    return start + 1 if article.text[start] in "·-—”’》）)" else start


LEADS = (over_own, over_former, over_level, over_zone, over_generic, over_mark)
"""What is no part of a name though the walk to the left took it in, in the order in which it is looked for."""
