"""Where a name begins whose last word is known: the walk to the left, then what it took in that is no part of the name.

All offsets are article offsets; ``suffix`` is where the last word begins.
"""

from __future__ import annotations

import re

from kg.extract.mentions.tagged import HAN, ORGANISATION, PERSON, PLACE, TaggedArticle, joints, office_end
from kg.lexicon import words
from kg.names.gazetteer import gazetteer, is_place
from kg.names.vocabulary import ordinary_words

NAME_TAGS = (ORGANISATION, PERSON, PLACE, "nz", "nr", "nt", "ns", "nw")


LEVEL = re.compile(r"[省市县区州旗镇乡](?!.*[省市县区])")


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


PRINTED_YEAR = re.compile(r"(?:\d{4}年?(?=[\u3400-\u9fff]{4}))?")


def left_edge(article: TaggedArticle, suffix: int, end: int, type_: str) -> int:
    """Return where the name begins whose suffix is ``suffix:end``."""
    start = trim(article, article.reach(before_suffix(article, suffix), coined=type_ == "company"), suffix)
    latin = LATIN.search(article.text, start, suffix)
    start = latin.start() if latin and type_ == "company" else start
    start = quoted_start(article, start, end)
    start = start if type_ == "company" else built_start(article, start, suffix)
    year = PRINTED_YEAR.match(article.text, start) if type_ == "zone" else None
    return year.end() if year else start


LATIN = re.compile(r"[A-Z][A-Za-z]+$")


def type_of_bracket(article: TaggedArticle, start: int, suffix: int) -> bool:
    """Whether 国家 opens a zone's full name: 国家|许昌|经济技术开发区, 国家|（许昌）|经济技术开发区."""
    return bool(re.match(r"(?:高新|经济|[\u3400-\u9fff]{2}经济|[\u3400-\u9fff]{2}高新|级)", article.text[suffix : suffix + 4])) and (
        article.text[start] in "（(" or is_place(article.text[start:suffix])
    )


ZONES = ("开发区", "高新区", "经开区", "新区", "园区", "示范区")


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


def over_office(article: TaggedArticle, start: int, _: int) -> int:
    """Step over the 任 of 现任 and 拟任: 拟|任|某某学院院长."""
    return office_end(article.text, start)


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


LEADS = (over_own, over_former, over_office, over_level, over_zone, over_generic, over_mark)
"""What is no part of a name though the walk to the left took it in, in the order in which it is looked for."""
