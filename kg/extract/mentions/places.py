"""Places: provinces down to villages, streets, countries and regions, with their chains (某市某乡某村) read as one.

Knows what a place's name looks like and the gazetteer; it does not know whether a town is named as a place or as the body that acts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import ahocorasick

from kg.extract.mentions.candidates import Candidate, made
from kg.extract.mentions.tagged import LONGEST_NAME, PLACE, TaggedArticle, office_end
from kg.lexicon import words
from kg.names.gazetteer import BAD_HEAD, DIVISION, bare_names, divisions, gazetteer, is_common, is_place, towns
from kg.names.vocabulary import ordinary_words

ROAD = re.compile(r"(?:[GS]?\d{1,4}(?:国道|省道|县道))")
BIGGER = re.compile(r"[\u3400-\u9fff]{2,3}(?:市|县|区|乡|镇|街道)$")


@cache
def automaton() -> ahocorasick.Automaton:
    """Return the search machine over the gazetteer."""
    machine = ahocorasick.Automaton()
    for name in sorted(gazetteer() | bare_names() | towns()):
        machine.add_word(name, name)
    machine.make_automaton()
    return machine


def known(article: TaggedArticle) -> list[tuple[int, int]]:
    """Return where the gazetteer's names stand: full ones anywhere, bare ones where a word begins and the tagger has no objection."""
    found = []
    for last, name in automaton().iter(article.text):
        start, end = last + 1 - len(name), last + 1
        is_name = article.word(start).tag in (PLACE, "ORG")
        if name in divisions():
            stands = article.is_edge(start) or is_name
        else:
            stands = article.is_edge(start) and (article.is_edge(end) or is_name) and (name in towns() or stands_bare(article, start, name))
        if stands:
            found.append((start, end))
    return found


def stands_bare(article: TaggedArticle, start: int, name: str) -> bool:
    """Whether a bare name is a place's here: for the tagger too, or because the article prints it in full elsewhere."""
    is_tagged = article.word(start).tag in (PLACE, "ns") and (name in gazetteer() or name + "市" in divisions())
    return is_tagged or any(article.prints(name + suffix) for suffix in "市县区省")


def atoms(article: TaggedArticle) -> list[tuple[int, int]]:
    """Return the ranges of single places: the gazetteer's, what the tagger calls one, after a word of place, and roads by number."""
    roads = (match.span() for match in ROAD.finditer(article.text))
    near = (match.span() for match in NEAR.finditer(article.text) if is_near(article, match))
    found = {*known(article), *foreign(article), *tagged_places(article), *near, *roads}
    return sorted(found, key=lambda r: (r[0], -r[1]))


def foreign(article: TaggedArticle) -> Iterator[tuple[int, int]]:
    """Yield what the tagger calls an organisation right after a country and what is none: 德国|多特蒙德."""
    for span in article.proposed("ORG"):
        if 2 <= span.end - span.start < 7 and abroad(article, span.start) and not ORGANISED.search(article.of(span)):
            yield span.start, span.end


def tagged_places(article: TaggedArticle) -> Iterator[tuple[int, int]]:
    """Yield what the tagger calls a place and looks like one, without the side of it (中原路|西段); with its 流域."""
    for span in article.proposed(PLACE):
        if article.text.startswith("流域", span.end):
            yield span.start, span.end + 2
        name = SIDE.sub("", article.of(span))
        whole = SIDE_OF_CITY.sub("", name)
        name = whole if is_place(whole) else name
        if is_place(name) or is_village(name) or (2 <= len(name) < 7 and abroad(article, span.start) and not SUFFIXED.search(name)):
            yield span.start, span.start + len(name)


def is_near(article: TaggedArticle, match: re.Match[str]) -> bool:
    """Whether what has the shape of a place after a word of place is one: words begin and end with it and none is of prose."""
    inner = article.words[article.at[match.start()] : article.at[match.end() - 1] + 1]
    return (
        article.is_edge(match.start())
        and is_place(match.group())
        and (article.is_edge(match.end()) or article.text[match.end()] in words("surname_common"))
        and not any(word.tag in ("v", "d", "p", "c", "ad", "r", "u") for word in inner)
    )


ORGANISED = re.compile(r"(?:公司|集团|大学|学院|协会|商会|银行|局|厅|部|院|馆|会|委|建|[A-Za-z]+)$")
SIDE_OF_CITY = re.compile(r"(?:[东西南北中]部|境内|全域)$")


VILLAGE = re.compile(r"[\u3400-\u9fff]{2,3}[堡口庄寨屯沟坪湾洼岭坡岗店集营铺峪峡滩洲墩圩塘浜庙坊坝]")


def is_village(name: str) -> bool:
    """Whether what the tagger calls a place has the last character of hamlets: 曹某堡, 直某口."""
    return bool(VILLAGE.fullmatch(name)) and name not in ordinary_words() and name[:2] not in ordinary_words() and not BAD_HEAD.match(name)


def abroad(article: TaggedArticle, start: int) -> bool:
    """Whether a country or a region stands right before: 德国|多特蒙德."""
    return any(article.text[max(0, start - n) : start] in words("regions") for n in (2, 3, 4))


SIDE = re.compile(r"(?:市区)?(?:(?<=[路街道江河谷湖市县区镇乡村山])[东西南北中]?[东西南北部段侧麓岸]|以[东西南北]|全域|境内)?$")
"""What the tagger draws to a place's name: 中原路|西段, 安宁河谷|北部."""

NEAR = re.compile(
    r"(?<=[在到位于走进来从往与和、，。抵赴至及])[\u3400-\u9fff]{2,5}?(?:街道|大街|大道|村|路|街|乡|镇|社区|"
    r"小区)(?![民长委支级道党容政工办灯])(?:[\u3400-\u9fff]{2,5}?(?:村|社区))?"
)
"""Places of shape after a word of place."""

SUFFIXED = re.compile(r"(?:区|园|公园|广场|大厦|工厂|车站|机场|医院|学校|公司|厂|站|段|工程|项目|中心|馆|院|路口|桥)$")


def chains(found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join places that touch: 禹州市|苌庄乡|梨园沟联村; what is longer than any name (one city printed again and again) is several."""
    joined: list[tuple[int, int]] = []
    for start, end in found:
        if joined and (start < joined[-1][1] or (start == joined[-1][1] and end - joined[-1][0] <= LONGEST_NAME)):
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def widen(article: TaggedArticle, start: int) -> int:
    """Return the start with a district before it that no list has: 建安区|小召乡."""
    head = BIGGER.search(article.text, max(0, start - 4), start)
    for size in (4, 3):
        head = BIGGER.fullmatch(article.text, start - size, start) if start >= size else None
        if (
            head
            and article.is_edge(start - size)
            and not is_common(head.group())
            and not BAD_HEAD.match(head.group())
            and not (article.word(start - size).tag in ("v", "d", "p", "c", "r") and article.word(start - size).end < start)
        ):
            return start - size
    return start


def region_follows(article: TaggedArticle, start: int, end: int) -> bool:
    """Whether 地区 belongs to the place before it: 焦作|地区."""
    name = article.text[start:end]
    return article.text.startswith("地区", end) and not DIVISION.search(name) and (name not in words("regions") or name in TRIANGLES)


TRIANGLES = ("长三角", "珠三角", "京津冀", "环渤海", "长江三角洲", "珠江三角洲", "港澳", "港澳台", "胶东", "辽东")


def old_base(article: TaggedArticle, end: int) -> int:
    """Return how many characters after a place make it an old base area: 太行山|革命老区."""
    return 4 if article.text.startswith("革命老区", end) else 2 if article.text.startswith("苏区", end) else 0


def basin_follows(article: TaggedArticle, end: int) -> bool:
    """Whether 流域 belongs to the river before it: 某河|流域."""
    return article.text.startswith("流域", end) and article.text[end - 1] in "江河湖海水"


def find_places(article: TaggedArticle) -> list[Candidate]:
    """Return the places of an article, chains as one; the parts of a chain that stand alone elsewhere are found there."""
    found = chains(sorted({*atoms(article), *told(article)}, key=lambda r: (r[0], -r[1])))
    found = chains(
        sorted(
            (widen(article, start), end + 2 * (region_follows(article, start, end) or basin_follows(article, end)) + old_base(article, end))
            for start, end in found
        )
    )
    titles = [match.span() for match in TITLE.finditer(article.text)]
    return [
        made("place", start, end)
        for start, end in found
        if not FALSE_AFTER.match(article.text, end)
        and office_end(article.text, start) == start
        and not is_vague(article, start, end)
        and not any(s < start and end < e for s, e in titles)
    ] + abbreviated(article)


def is_vague(article: TaggedArticle, start: int, end: int) -> bool:
    """Whether what looks like a place is none by itself: 各县区, 老城区, and 江南 or 南部 where no 江南区 or 南部县 is printed."""
    name = article.text[start:end]
    if name[0] in "各该":
        return True
    if name in words("places_common") or name in words("places_vague"):
        return not any(article.prints(name + suffix) for suffix in "市县区")
    return False


PROVINCES = "豫皖鄂湘赣苏浙闽粤桂滇黔川渝陕甘陇晋冀鲁辽蒙琼"
TERRITORY = re.compile(rf"[{PROVINCES}][东西南北中]{{1,2}}(?:地区)?(?:革命老区|老区|苏区)?")
"""Parts of provinces: 豫|西南|地区, 闽|西|苏区."""

BELT = re.compile(r"(?:经济区|城市群|都市圈|经济圈|城镇带|旅游圈|经济带|生态圈|走廊)(?![内外])")
QUARTER = re.compile(r"片区(?![长内])")
TOWNS = re.compile(
    r"(?P<names>[\u3400-\u9fff]{2,6}(?:[、和][\u3400-\u9fff]{2,6}){1,100})等(?:\d+|[两三四五六七八九十]+|多|数|几)?(?:余)?个?"
    r"(?:乡镇|镇乡|乡|镇|村(?![委民])|县市|县区|市县|县(?![委政直域级])|街道(?![办]))"
)
"""A list of towns under their bare names: 石某、宽某|等乡镇."""


def told(article: TaggedArticle) -> list[tuple[int, int]]:
    """Return the places that their surroundings tell: parts of provinces, belts and quarters, bare names listed as towns."""
    territories = [m.span() for m in TERRITORY.finditer(article.text) if article.is_edge(m.start()) or article.word(m.start()).tag == PLACE]
    return [*territories, *belts(article), *quarters(article), *listed_towns(article)]


def belts(article: TaggedArticle) -> Iterator[tuple[int, int]]:
    """Yield belts and circles that a known place opens: 郑许|都市圈."""
    for match in BELT.finditer(article.text):
        word = article.word(match.start())
        is_tagged = word.tag == PLACE
        start = word.start if is_tagged and word.start < match.start() else article.reach(match.start(), strict=True)
        core = article.text[start : match.start()]
        if 2 <= len(core) <= 8 and (is_tagged or opens_known(core, gazetteer()) or all(c in PROVINCES for c in core[:2])):
            yield start, match.end()


def quarters(article: TaggedArticle) -> Iterator[tuple[int, int]]:
    """Yield quarters that a known place opens: 许昌东|片区."""
    for match in QUARTER.finditer(article.text):
        start = article.reach(match.start(), strict=True)
        core = article.text[start : match.start()]
        if 2 <= len(core) <= 8 and opens_known(core, gazetteer() - words("places_vague")):
            yield start, match.end()


def opens_known(core: str, places: frozenset[str]) -> bool:
    """Whether one of these places, of two to four characters, opens the text."""
    return any(core[:n] in places for n in (2, 3, 4))


def listed_towns(article: TaggedArticle) -> Iterator[tuple[int, int]]:
    """Yield the items of a list of towns: 石某、宽某|等乡镇; the first is entered by the walk to the left."""
    for match in TOWNS.finditer(article.text):
        at = match.start("names")
        for piece in re.finditer(r"[^、和]+", match["names"]):
            start, end = at + piece.start(), at + piece.end()
            start = max(start, article.reach(end, strict=True)) if piece.start() == 0 else start
            if 2 <= end - start <= 4 and article.text[start:end] not in words("trades"):
                yield start, end


COMING = re.compile(
    r"(?:(?<=[来赴在抵驻离返])|(?<=前往))(?P<name>[京津沪渝])(?=[，。、]|考察|开展|举行|举办|召开|招商|参加|调研|学习|务工|对接|推介|投资|出席|期间|签约|企业|商会|[\u3400-\u9fff]{2}商会)"
)
MUNICIPALITIES = {"京": "北京市", "津": "天津市", "沪": "上海市", "渝": "重庆市"}


def abbreviated(article: TaggedArticle) -> list[Candidate]:
    """Return cities under one character after a verb of coming: 赴|沪|招商."""
    return [made("place-one-character", m.start(), m.end(), name=MUNICIPALITIES[m["name"]]) for m in COMING.finditer(article.text)]


TITLE = re.compile(r"《[^《》\n]{2,80}》")
"""Documents and works: a place in their titles is no place of its own."""

OF_CHINA = (
    r"(?:区|共产党|特色|梦|驰名|质量奖|国际|品牌|制造|智造|式|农民|最美|好人|美丽|百强|民营|科学院|作家|书法|美术|音乐|体育|足球|"
    r"建筑业|传统|消费者|关心|商飞|名牌|专利|驻|当代|古代|近代|现代化|队|男|女|女排|制|产)"
)
WORD_GOES_ON = r"(?<=路)由器|(?<=村)行(?=[行，。、的])|(?<=[东西南北]河)道|(?<=大通)道|(?<=金山)”?(?:和“)?银山"
HOME_OF = r"之乡|(?<=中国)[\u3400-\u9fff]{1,6}之[都乡城最光]"
FALSE_AFTER = re.compile(rf"(?<=中国){OF_CHINA}|{WORD_GOES_ON}|{HOME_OF}")
"""What follows shows that the words before it belong to another name or word: 中国|驰名商标."""
