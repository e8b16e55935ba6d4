"""Short company names that only their surroundings give away: …、…等N家企业, an unknown word before 电气, 董事长 or 集团.

Also national companies under the names everybody uses.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

import ahocorasick

from kg.extract.mentions.candidates import Candidate, made
from kg.extract.mentions.left_edges import trim
from kg.extract.mentions.tagged import HAN, ORGANISATION, PERSON, PLACE, TaggedArticle
from kg.lexicon import alternatives, ordered, words
from kg.names.gazetteer import bare_names, gazetteer
from kg.names.vocabulary import ordinary_words
from kg.reading import ReadSpan

APPOSED = re.compile(r"(?:企业|公司|巨头|上市公司)——(?P<name>[A-Za-z\u3400-\u9fff]{3,8}?)(?=[的，。、（])")
HOW_MANY = r"(?:各|一批|一大批|\d+|[一二三四五六七八九十]+|多|数|众多|诸多|几|十几|几十)?(?:余)?家?"
WHAT_SORT = (
    r"(?:国内外|省内外|海内外|国际|国内|国外|世界|全球|全国|省内|市内|本地|本土|当地|行业|产业|业内|领军|领先|头部|一流|顶级|重点|大型|"
    r"龙头|骨干|知名|著名|民生|民营|外资|中外|规上|规模以上|入园|入驻|优质|优秀|品牌|实力|500强|五百强|百强|强势|诸多|众多|上市|"
    r"高新技术|高科技|科技)"
)
FIRMS = r"(?:企业|公司|超市|商场|商家|酒店|银行|药店|品牌|客户|商户|厂家|(?:项目)?业主)"
LIST_END = re.compile(rf"等{HOW_MANY}(?:{WHAT_SORT}、?){{0,5}}(?:[\u3400-\u9fff]{{2}})?{FIRMS}")
LED_LIST = re.compile(
    r"(?:重点|龙头|骨干|知名|著名|上市|规上|民营|国有|行业|领军|工业|代表性)企业(?P<names>[A-Za-z\u3400-\u9fff]{2,10}(?:、[A-Za-z\u3400-\u9fff]{2,10})+)"
    r"(?=(?:等)?(?:的)?(?:相关|主要|\d+家|多家)?(?:负责人|负责同志|代表|董事长|总经理|企业|公司))"
)
"""A list that 企业 leads: 县重点企业|云某化工、松某化工|等主要负责人."""
ITEM = re.compile(r"[A-Za-z\u3400-\u9fff]{2,10}")
FIRM = re.compile(r"[A-Za-z\u3400-\u9fff]{2,13}")
BOSS = re.compile(
    r"(?:董事长|总经理|副总经理|总裁|副总裁|执行总裁|总工程师|董事会秘书|首席执行官|财务总监|厂长|掌门人|创始人|负责人|法定代表人)"
)


BUILDERS = re.compile(
    r"中(?:铁|建|交|冶|水|电建)(?:(?:[一二三四五六七八九十]{1,3}|\d{1,2})(?:局|公局|航局|冶|建)|隧道局|电气化局|大桥局|"
    r"建工)(?:集团)?(?:(?:有限)?公司)?|中国(?:水电|铁建|中铁|能建)(?:[一二三四五六七八九十]{1,3}|\d{1,2})局|葛洲坝集团"
)


@cache
def national() -> ahocorasick.Automaton:
    """Return the search machine over the national companies."""
    machine = ahocorasick.Automaton()
    for name in ordered("companies_national"):
        machine.add_word(name, name)
    machine.make_automaton()
    return machine


def find_national(article: TaggedArticle) -> list[Candidate]:
    """Return national companies, the longest at each place; 国网 only in front of another name is no name by itself."""
    found = [made("company-builder", m.start(), m.end()) for m in BUILDERS.finditer(article.text)]
    found += [made("company-level-bank", m.start(), m.end()) for m in LEVEL_BANK.finditer(article.text)]
    return found + [
        made("company-national", last + 1 - len(name), last + 1)
        for last, name in national().iter(article.text)
        if name != "国网" and not GOODS.match(article.text, last + 1) and (len(name) > 2 or stands(article, last + 1 - len(name), last + 1))
    ]


def stands(article: TaggedArticle, start: int, end: int) -> bool:
    """Whether a name of two characters stands by itself: between edges, or before the place of its branch (华能|许昌|某某公司)."""
    return article.is_edge(start) and (
        article.is_edge(end) or any(article.text[end : end + n] in bare_names() | gazetteer() for n in (2, 3))
    )


GOODS = re.compile(
    r"综合体|广场|影城|大厦|购物|百货|商场|商城|专卖店|城(?![市乡投建])|手机|电脑|空调|冰箱|洗衣机|彩电|电视机|牛奶|奶粉|酸奶|饮料|矿泉水|牌|酒(?![业店钢])|小区|花园|新城|轿车|系列"
)
"""What makes a brand a building or goods: 某某|广场, 某某|手机."""

LEVEL_BANK = re.compile(
    r"(?:(?<![\u3400-\u9fff])|(?<=[对向与和在到由、了从让给将把被为是]))"
    r"[省市县区州](?:农发行|农行|工行|中行|建行|交行|邮储银行|农商行|农信社|农信联社|联社)"
)
"""Banks of the page's own city or province: 省|农发行."""


def find_international(article: TaggedArticle) -> list[Candidate]:
    """Return international bodies under the short names that everybody uses."""
    pattern = re.compile(rf"(?<![A-Za-z])(?:{alternatives('orgs_international')})(?![A-Za-z\d])")
    return [made("institution-international", m.start(), m.end()) for m in pattern.finditer(article.text)]


def find_listed(article: TaggedArticle) -> list[Candidate]:
    """Return the items of a list that 等N家企业 ends: 瑞某迅某、许某配电、同某传动等企业."""
    found = []
    for match in LIST_END.finditer(article.text):
        found += [
            made("company-listed", s, e)
            for r in items(article, match.start(), alone=bool(re.search(r"等[\d一二三四五六七八九十]+余?家", match.group())), shape=FIRM)
            for s, e in parted(article, *r)
            if is_possible(article, s, e)
        ]
    for match in LED_LIST.finditer(article.text):
        found += [
            made("company-listed", s, e)
            for s, e in pieces(match.start("names"), match["names"].split("等")[0])
            if is_possible(article, s, e)
        ]
    found += [
        made("company-apposed", m.start("name"), m.end("name"))
        for m in APPOSED.finditer(article.text)
        if is_possible(article, m.start("name"), m.end("name"))
    ]
    return found


def pieces(start: int, text: str) -> list[tuple[int, int]]:
    """Return where the items of a list with 、 stand that begins at ``start``."""
    return [(start + m.start(), start + m.end()) for m in re.finditer(r"[^、]+", text)]


def parted(article: TaggedArticle, start: int, end: int) -> list[tuple[int, int]]:
    """Return the last item of a list as two where 和 joins them: 某某水泥|和|台湾某某."""
    joint = next((at for at in range(start + 2, end - 2) if article.text[at] in "和与及" and {at, at + 1} <= article.edges), None)
    return [(start, end)] if joint is None else [(start, joint), (joint + 1, end)]


def items(article: TaggedArticle, end: int, *, alone: bool = False, shape: re.Pattern[str] = ITEM) -> list[tuple[int, int]]:
    """Return the items of the list that ends at ``end``, the last first; the first item is entered by the walk to the left."""
    found: list[tuple[int, int]] = []
    at = end
    while at > 0:
        start = max(article.text.rfind(mark, 0, at) for mark in "、，。；：\n“”（）()《》") + 1
        mark = article.text[start - 1] if start else ""
        if mark == "、":
            found.append((start, at))
            at = start - 1
            continue
        first = max(start, trim(article, article.reach(at), at))
        if first < at and (found or (alone and 3 <= at - first <= 6)):
            found.append((first, at))
        break
    return [(after_zone(article, *r), r[1]) for r in found if shape.fullmatch(article.text, *r)]


ZONE_HEAD = re.compile(r"[\u3400-\u9fff]{2,8}(?:工业园区?|产业园区?|高新区|经开区|开发区|集聚区|科技园|新区)(?=[\u3400-\u9fff]{4})")


def after_zone(article: TaggedArticle, start: int, end: int) -> int:
    """Return where an item begins without the park that it lies in: 某河工业园|双某工贸."""
    found = ZONE_HEAD.match(article.text, start, end)
    return found.end() if found else start


def is_possible(article: TaggedArticle, start: int, end: int) -> bool:
    """Whether an item can be a company's short name: no ordinary word, no trade alone, no place."""
    piece = article.text[start:end]
    if piece.endswith(("人员", "毕业生", "农民", "群众", "群体", "干部", "职工", "者", "项目")):
        return False
    return piece not in ordinary_words() and piece not in words("trades") and piece not in words("generic") and piece not in gazetteer()


def find_branded(article: TaggedArticle) -> list[Candidate]:
    """Return an unknown word with a word of trade: 首某化工, 铼某航材; and what the tagger calls an organisation before a post."""
    found = []
    for trade in ordered("trades_short"):
        for match in re.finditer(re.escape(trade), article.text):
            start = brand_start(article, match.start(), match.end())
            if (
                start is not None
                and not INDUSTRY.match(article.text, match.end())
                and not MODELS.match(article.text, match.end())
                and article.is_edge(match.end())
                and article.tag_after(article.word(match.end() - 1))
                in ("w", "p", "v", "d", "c", "u", "m", "f", "ad", "TIME", "vd", "xc", "r")
            ):
                found.append(made("company-branded", start, match.end()))
    found += beside_brands(article, found)
    found += [
        made("company-before-post", w.start, w.end)
        for w in article.proposed(ORGANISATION)
        if BOSS.match(article.text, w.end) and is_possible(article, w.start, w.end)
    ]
    found += [
        made("organisation-twice", w.start, w.end, type_="institution" if ACADEMIC.search(article.of(w)) else "company")
        for w in repeated(article)
    ]
    return found


@cache
def trade_item() -> re.Pattern[str]:
    """Return the pattern of a brand and a word of trade that fill an item of a list."""
    return re.compile(rf"[\u3400-\u9fff]{{2,3}}(?:{alternatives('trades_short')})(?=[、，。；和及等])")


def beside_brands(article: TaggedArticle, found: list[Candidate]) -> list[Candidate]:
    """Return the items after a brand and trade that are made like it though their brand is a word: 沣某电气、|北纬电子."""
    more: list[Candidate] = []
    for first in found:
        end = first.end
        while article.text[end : end + 1] == "、" and (match := trade_item().match(article.text, end + 1)):
            if article.is_edge(match.end()) and match.group()[:2] not in words("trades") and match.group()[:2] not in words("generic"):
                more.append(made("company-beside-brand", match.start(), match.end()))
            end = match.end()
    return more


ACADEMIC = re.compile(r"(?:大|理工|师大|农大|科大|财大|院|所)$")


def repeated(article: TaggedArticle) -> list[ReadSpan]:
    """Return what the tagger twice in one article calls an organisation and no dictionary knows: 奥某达."""
    found = [
        w
        for w in article.proposed(ORGANISATION)
        if 3 <= w.end - w.start <= 6 and is_possible(article, w.start, w.end) and HAN.match(article.text[w.start])
    ]
    times = Counter(article.of(w) for w in found)
    return [
        w
        for w in found
        if times[article.of(w)] > 1 and article.of(w).removeprefix("中国") not in words("trades") and not GENERIC_END.search(article.of(w))
    ]


GENERIC_END = re.compile(
    r"(?:服务队|工作队|委员会|办事处|部门|小组|专班|企业|队伍|组|卫生院|派出所|村委会|社区|大队|中队|局|委|办|党委|支部|书记|"
    r"新能源汽车|汽车)$"
)


MODELS = re.compile(r"(?:等)?\d*(?:余|多)?[个种款]?(?:型号|产品|规格|配件|零部件)|\d+(?:余|多)?[个种款套台]")
"""Goods are counted by models, firms are not: 全封闭轴承|80多个型号."""

INDUSTRY = re.compile(r"[^。，；\n]{0,24}?(?:产业|行业|领域|集群|业态|市场|方面)")


def brand_start(article: TaggedArticle, at: int, end: int) -> int | None:
    """Return where the brand before a word of trade begins: an unknown word of two or three characters; None if there is none."""
    if at < 2 or not HAN.match(article.text[at - 1]):
        return None
    word = article.word(at - 1)
    start = word.start if word.end <= at or word.tag in (ORGANISATION, PERSON, PLACE, "nz") else at
    brand = article.text[start:at]
    if word.tag not in (ORGANISATION, PERSON, PLACE, "nz", "nr", "nt", "nw") or not 2 <= len(brand) <= 4:
        return None
    if word.end not in (at, end) or brand[:2] in words("trades") or (len(brand) > 2 and brand[:2] in ordinary_words()):
        return None
    if (
        brand in ("新时代", "新时期", "新形势", "新常态", "新阶段")
        or brand in ordinary_words()
        or brand in gazetteer()
        or brand in words("trades")
        or brand in words("generic")
    ):
        return None
    return start
