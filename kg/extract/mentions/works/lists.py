"""What is built is a project even without the word: members of a list of projects, roads and stations while the sentence builds them.

It takes over what other finders call a facility, an institution or a park; where a name begins, kg.extract.mentions.works.spans tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from kg.extract.mentions.candidates import Candidate, made
from kg.extract.mentions.left_edges import is_brand
from kg.extract.mentions.rules import name_rule
from kg.extract.mentions.tagged import PERSON, TaggedArticle
from kg.extract.mentions.works.facilities import acting
from kg.extract.mentions.works.spans import OWNERS, Ends, opening, walk
from kg.extract.mentions.zones import BARE
from kg.lexicon import alternatives, words
from kg.names.gazetteer import gazetteer
from kg.names.vocabulary import ordinary_words

NUMBER = r"(?:\d+|[一二三四五六七八九十]{1,3}|多|几)(?:余|多)?(?:个|项|大|处)|一大?批|一系列"
BARE_END = re.compile(r"等(?P<number>\d+[个项])?(?=[；。，;,])")
VISITED = re.compile(r"(?:建设|施工|的)?(?:现场|工地|一线)|(?:建设)?(?:进行|开展)?(?:实地)?(?:调研|视察|考察|观摩|检查|督导)")
BREAK = "，,。；;：:！？\n《》"
JOINT = "和及与"
WENT = r"先后到了?|先后来到了?|来到了?|走进|深入|实地参观了?|参观了?|察看了?|查看了?|观摩了?|调研了?|前往|考察了?"
DID = r"推动|推进|随着|加快|抓好|实施了?|完成了?|建成了?|建设了?|新建了?|开工了?|启动了?|引进了?|谋划了?|争取了?|举行"
LISTED = r"包括|分别为|分别是|特别是|尤其是|以及|[项工][目程](?:有|为|是)|目前|其中|今年|去年|同时|另外|此外|对|以|在|将|的"
HEAD = re.compile(rf".*(?:{WENT}|{DID}|{LISTED})(?=.{{4}})")
NOT_MEMBER = re.compile(
    r"(?:产业|行业|领域|类|设施|业|企业|公司|集团|部门|局|委|镇|乡|村|街道|社区|县|市|省|方面|环节|工作|问题|服务|人员|代表|委员|情况|"
    r"市场|体系|机制|能力|水平|品牌|产品|技术|资金|(?<!区)建设|重点|试点|活动|行动)$|书记|等|\d+[条座个项]|[市县区镇乡局院校处]长|主任|主席|委员|代表|董事长|经理"
)
MEMBER = re.compile(r"(?:[\w×/.()·—\-±～+&#]|（[^（）]*）){4,40}")
ROAD = re.compile(r"(?:大道|路|大街|快线|环线|商业街|步行街|小区)$")
NUMBERED_ITEM = re.compile(r"\d+(?:万|亿)?(?:吨|台|千瓦|千伏|兆瓦|亩|平方米|立方米|公里|套|件)|[GS]\d{2,4}")


NUMERALS = {numeral: size for size, numeral in enumerate("零一二三四五六七八九十")} | {"两": 2}


@cache
def list_end() -> re.Pattern[str]:
    """Return the end of a list with 等: 等19个项目, 等重点工程."""
    return re.compile(
        rf"等(?P<number>{NUMBER})?(?P<sort>(?:{alternatives('project_sorts')}){{0,4}})(?:(?![企领单部同参出调视考观陪负到在的各个家人等][\u3400-\u9fff])[\u3400-\u9fff]{{2,4}}?)?(?:项目|工程)(?!部(?!分)|[师院学])"
    )


@cache
def counted_end() -> re.Pattern[str]:
    """Return the end of a list that counts its members without 等: 四个项目."""
    number = r"(?P<number>\d+|[两三四五六七八九十]{1,3})(?:个|项|大)"
    return re.compile(rf"{number}(?:{alternatives('project_sorts')}){{0,4}}(?:项目|工程)(?!部(?!分)|[师院学])")


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of projects: where its members end, whether it counts them, says of which sort they are, and tells of a visit to them."""

    end: int
    counted: bool
    sorted: bool
    visited: bool = False


def find_works(article: TaggedArticle, known: Sequence[Candidate]) -> list[Candidate]:
    """Return the members of an article's lists of projects and what it builds; ``known`` are the names found so far."""
    known = [c for c in known if article.text[c.start : c.end] not in words("project_structures")]
    whole = lines_whole(article, known)
    found = [*listed(article, known), *built(article, [*known, *whole])]
    return [*whole, *acting(article, known), *found, *again(article, found, known)]


def listings(article: TaggedArticle) -> Iterator[Listing]:
    """Yield the lists of projects: …等19个项目, …等重点工程, …和…四个项目, 开工项目包括…等18个."""
    for match in list_end().finditer(article.text):
        yield Listing(match.start(), bool(match["number"]), bool(match["sort"]), bool(VISITED.match(article.text, match.end())))
    for match in counted_end().finditer(article.text):
        stop = max(article.text.rfind(mark, 0, match.start()) for mark in f"、{BREAK}") + 1
        number = NUMERALS.get(match["number"], 0) or (int(match["number"]) if match["number"].isdigit() else 0)
        whole = max(article.text.rfind(mark, 0, match.start()) for mark in BREAK) + 1
        if any(is_joint(article, at) for at in range(stop + 3, match.start() - 3)) or (
            stop > whole and article.text.count("、", whole, match.start()) + 1 == number
        ):
            yield Listing(match.start(), counted=True, sorted=True)
    for match in BARE_END.finditer(article.text):
        stop = max(article.text.rfind(mark, 0, match.start()) for mark in "；。;\n") + 1
        if re.search(r"项目(?:包括|有|为|分别)", article.text[stop : match.start()]):
            yield Listing(match.start(), counted=bool(match["number"]), sorted=True)


ENCLOSED = re.compile(r"（[^（）\n]{1,16}）")
VISIT = re.compile(r"(?:先后到了?|先后来到了?|来到了?|走进|深入|实地参观了?|参观了?|察看了?|查看了?|观摩了?|调研了?|前往|考察了?)$")


def is_visit(article: TaggedArticle, listing: Listing) -> bool:
    """Whether a list of projects tells where somebody went: 实地参观了…等重点项目建设现场."""
    clause = max(article.text.rfind(mark, 0, listing.end) for mark in BREAK) + 1
    head = HEAD.match(article.text, clause, listing.end)
    return listing.visited or bool(head and VISIT.search(head.group()))


def members(article: TaggedArticle, listing: Listing, owners: dict[int, int], places: dict[int, int]) -> list[tuple[int, int]]:
    """Return the ranges of a list's members, the last first."""
    found: list[tuple[int, int]] = []
    at = listing.end
    text = ENCLOSED.sub(lambda m: m.group().replace("、", "·"), article.text)
    while at > 0:
        start = max(text.rfind(mark, 0, at) for mark in f"、{BREAK}") + 1
        joint = last_joint(article, start, at, ends_alone=not found)
        if joint is not None:
            found.append((joint + 1, at))
            at = joint
            continue
        goes_on = start > 0 and article.text[start - 1] == "、"
        head = HEAD.match(article.text, start, at)
        of_list = head is not None and article.text[head.end() - 1] == "的" and goes_on
        opens = head is not None and head.end() in article.edges and not of_list
        if opens or not goes_on:
            found.append((first_edge(article, head.end() if head and opens else start, at, owners, places), at))
            break
        found.append((head.end() if head and of_list else start, at))
        at = start - 1
    return [(inside(article, *r), r[1]) for r in found]


def last_joint(article: TaggedArticle, start: int, end: int, *, ends_alone: bool) -> int | None:
    """Return where the last 和 stands that parts two members; before the last member of all (``ends_alone``) any does."""
    return next(
        (at for at in range(end - 3, start + 2, -1) if is_joint(article, at) and (ends_alone or ends_works(article, start, at))), None
    )


def is_joint(article: TaggedArticle, at: int) -> bool:
    """Whether 和 or 及 at this offset is a word of its own between two members."""
    word = article.word(at)
    return article.text[at] in JOINT and word.end - word.start == 1


def ends_works(article: TaggedArticle, start: int, end: int) -> bool:
    """Whether a structure, house or works ends here, so that 和 joins two of them: 某某商业街|和某某大市场."""
    return bool(STRUCTURE.search(article.text, start, end) or HOUSE.search(article.text, start, end)) or article.text[end - 2 : end] in (
        "项目",
        "工程",
    )


def first_edge(article: TaggedArticle, start: int, end: int, owners: dict[int, int], places: dict[int, int]) -> int:
    """Return where a list's first member begins: at the clause if that holds nothing but a name, else by the walk to the left."""
    inner = article.words[article.at[start] : article.at[end - 1] + 1]
    plain = all(
        w.tag not in ("p", "u", "d", "c", "r", "TIME", "xc", "w") and article.of(w) not in words("joints") - words("project_verbs")
        for w in inner
    )
    if plain and end - start <= 24:
        return start
    return max(start, opening(article, end, owners, places))


PARK_HEAD = re.compile(rf"(?:开发区|[\u3400-\u9fff]{{2,8}}(?:工业园区?|产业园区?|科技园|{BARE}))(?=[\u3400-\u9fff]{{5}})")


def inside(article: TaggedArticle, start: int, end: int) -> int:
    """Return where a member begins without the park that it lies in: 某河工业园|双某工贸."""
    found = PARK_HEAD.match(article.text, start, end)
    return found.end() if found else start


def listed(article: TaggedArticle, known: Sequence[Candidate]) -> list[Candidate]:
    """Return the members of lists of projects, of which each names something of its own."""
    by_size = sorted(known, key=lambda c: c.end - c.start)
    owners = {c.end: c.start for c in by_size if c.type in OWNERS and c.score >= 0.7}
    places = {c.end: c.start for c in by_size if c.type == "place"}
    kept = {c.span for c in known if c.type in ("zone", "company")}
    others = {c.span for c in known if is_other(article, c)}
    found = []
    for listing in listings(article):
        barred = others | kept if is_visit(article, listing) and not listing.counted else others
        ranges = members(article, listing, owners, places)
        found += [
            made("project-listed", *span) for span in ranges if span not in barred and is_member(article, *span, listing, len(ranges))
        ]
    return found


def is_other(article: TaggedArticle, candidate: Candidate) -> bool:
    """Whether a name in a list is no project: a person, a body, a place that is no road."""
    return candidate.type in ("person", "agency") or (
        candidate.type == "place" and not ROAD.search(article.text, candidate.start, candidate.end)
    )


def is_member(article: TaggedArticle, start: int, end: int, listing: Listing, size: int) -> bool:
    """Whether a member of a list names a project of its own: 合某高铁, 5800吨水泥生产线, not 道路硬化."""
    piece, word = article.text[start:end], article.word(start)
    if not MEMBER.fullmatch(piece) or not article.is_edge(end) or is_common(piece):
        return False
    if (size == 1 and not listing.counted) or (word.tag == PERSON and word.end == end):
        return False
    return bool(NUMBERED_ITEM.search(piece)) or is_brand(article, start, end) or (listing.sorted and size > 1 and end - start >= 6)


def is_common(piece: str) -> bool:
    """Whether an item of a list names no project whatever it lists: a kind, a trade, a place, a bare zone, a post."""
    known = piece in ordinary_words() or piece in gazetteer() or piece in words("generic") or piece in words("trades")
    return known or bool(re.fullmatch(BARE, piece) or NOT_MEMBER.search(piece))


STRUCTURE = re.compile(
    r"(?:高速公路|高速|公路|快速路|快速通道|铁路|高铁|城际|大桥|特大桥|桥|隧道|机场|港|码头|水库|电站|变电站|换流站|变|电厂|水厂|污水处理厂|"
    r"枢纽|泵站|大坝|运河|干渠|立交|高架|航站楼|高铁站|火车站|风电基地|风电场|体育馆|体育场|大剧院|会展中心|工厂)$"
)
HOUSE = re.compile(
    r"(?:医院|校区|院区|学校|中学|小学|幼儿园|学院|博物馆|图书馆|科技馆|医疗中心|研究院|实验室|广场|大厦|"
    r"研发中心|物流中心|冷链中心|交易中心|数据中心|集散中心|基地|综合体|小区|步行街|商业街|市场|公园|街区)$"
)
ADVERBS = (
    r"(?:已|将|正|即将|正在|近日|日前|今日|昨日|今天|昨天|正式|顺利|全面|全线|提前|如期|建成|成功|同步|也|"
    r"(?:于|在)[^，。；、]{1,12}?){0,4}"
)
OPENED = re.compile(
    rf"{ADVERBS}(?:开工|动工|竣工|建成|投产|投运|通车|奠基|合龙|封顶|复工|贯通|破土|主体完工|开建|早开工|早日开工"
    rf"|完成投资|并网|开通运营|进入[^，。；]{{2,8}}阶段)(?!率)"
)
SITE = re.compile(r"(?:的)?(?:施工|建设)(?:施工)?(?:现场|工地|步伐|进度|指挥部|任务|进展)|(?:的)?(?:快速推进|开工建设|建成|投产|竣工|通车)")
GOES_UP = re.compile(r"(?:的)?(?:项目)?建设(?![^，。；]{0,1}(?:局|者|厅|银行|集团|公司))")
FUNDED = re.compile(
    r"(?:投资|拿出|投入|出资)[^，。；]{0,12}元[^，。；]{0,10}(?:建设|新建|建起|兴建)(?:了)?$|"
    r"(?:用于|计划|拟)建设[^，。；、]{0,14}的$"
)
BUILDS = re.compile(
    r"(?:在建|新建|拟建|续建|承建|规划建设|投资建设|开工建设|兴建|修建|筹建|动工建设|正在建设|加快建设)(?:了|的|中的)?(?:[一两三四]座)?$"
)


SECTION_END = re.compile(r"(?<=[路速铁际专])[\u3400-\u9fff]{2,6}段$")


def is_built(article: TaggedArticle, candidate: Candidate) -> bool:
    """Whether the sentence builds what the candidate names: …高速公路建成通车, 新建…水库, …医院奠基."""
    surface = SECTION_END.sub("", article.text[candidate.start : candidate.end])
    if OPENED.match(article.text, candidate.end) or SITE.match(article.text, candidate.end):
        return bool(STRUCTURE.search(surface) or HOUSE.search(surface))
    if FUNDED.search(article.text, max(0, candidate.start - 30), candidate.start):
        return bool(STRUCTURE.search(surface) or HOUSE.search(surface))
    before = BUILDS.search(article.text, max(0, candidate.start - 8), candidate.start)
    return bool(STRUCTURE.search(surface)) and bool(before or GOES_UP.match(article.text, candidate.end))


def built(article: TaggedArticle, known: Sequence[Candidate]) -> list[Candidate]:
    """Return the structures and houses that the article builds, as projects."""
    sites = [c for c in known if c.type in ("facility", "institution") and c.score >= 0.6]
    begun = {c.end for c in sites if is_built(article, c)}
    begun |= {
        c.end
        for c in sites
        if article.text[c.start - 1] in "和与、" and c.start - 1 in begun and STRUCTURE.search(article.text, c.start, c.end)
    }
    return [
        replace(c, start=line_start(article, c), type="project", rule=name_rule("project-built"), score=0.95)
        for c in sites
        if c.end in begun
    ]


SECTION = re.compile(r"(?:(?![和与及的在已将])[\u3400-\u9fff]){2,6}?段(?![落时])")
LINE = re.compile(r"(?:高速公路|高速|公路|快速路|快速通道|铁路|高铁|城际|客专)$")


def line_start(article: TaggedArticle, candidate: Candidate) -> int:
    """Return where a line's or road's name begins: 甲县至|乙县高速公路, 沿|某山高速公路; after 、 no preposition stands: 、向|家坝电站."""
    start = candidate.start
    if (
        article.text[start - 2 : start - 1] == "、"
        and article.text[start - 1] in "向于和与同"
        and article.word(start - 1).tag in ("p", "c")
    ):
        return start - 1
    return walk(article, start, candidate.end, Ends()) if LINE.search(article.text, start, candidate.end) else start


def lines_whole(article: TaggedArticle, known: Sequence[Candidate]) -> list[Candidate]:
    """Return facilities whose name runs further than their finder saw: 甲县至|乙县高速公路, 某某高速|云岭段."""
    found = []
    for line in (c for c in known if c.type == "facility"):
        section = SECTION.match(article.text, line.end) if LINE.search(article.text, line.start, line.end) else None
        whole = replace(line, start=line_start(article, line), end=section.end() if section else line.end)
        found += [whole] if whole.span != line.span else []
    return found


VOLTAGE = re.compile(r"±?\d+(?:千伏|kV|KV|kv)")


def again(article: TaggedArticle, found: Sequence[Candidate], known: Sequence[Candidate]) -> list[Candidate]:
    """Return where the article prints again what it builds, also without its voltage."""
    surfaces = {article.text[c.start : c.end] for c in found}
    surfaces |= {VOLTAGE.sub("", s) for s in surfaces if VOLTAGE.match(s) and len(VOLTAGE.sub("", s)) > 3}
    return [
        made("project-again", m.start(), m.end())
        for surface in sorted(surfaces)
        for m in re.finditer(re.escape(surface), article.text)
        if not any(c.start <= m.start() and m.end() < c.end and c.type == "project" for c in known)
    ]
