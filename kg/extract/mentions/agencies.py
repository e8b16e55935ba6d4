"""Party and public bodies by their anatomy: level or place, function, form (市|市场监督管理|局), and fixed bodies (市委, 县政协).

A body printed without a level in a list after one with it (某县发改委、生态环境局) belongs to the same level; the parent of a unit or
of a zone's office is kept as a range.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from kg.extract.mentions.candidates import Candidate, made
from kg.extract.mentions.departments import is_unit
from kg.extract.mentions.tagged import HAN, ORGANISATION, TaggedArticle, joint_end
from kg.lexicon import alternatives
from kg.names.gazetteer import bare_names, divisions

LEVELS = "省市县区州旗镇乡"
FORM = (
    r"(?:局|厅|委员会|委(?!托|派|员|屈|曲|任)|办公室|办公厅|联席会议办公室|联席会议|工作领导小组|领导小组|指挥部|总局|总署|执法支队|"
    r"执法总队|执法大队|总队|支队|大队|"
    r"中心|分局|管理处|管理站|管理所|事务所|监督所|服务站|总站|处|科|署|办(?![理事公好学法案]))"
)
FILL = r"(?:工作|事务|事业|管理|监督|监督管理|监管|服务|发展|保护|保障|促进|执法|监察|建设|开发|运行|和|与|及|、)"
UNIT = re.compile(
    r"(?!(?:第一|常务)?(?:副)?(?:主任|书记|局长|部长|处长|主席|检察长|院长))(?:(?:(?:(?!会同|联合|协同|和|与|及|市)[\u3400-\u9fff]){2,6}?委(?!员|托|派|任)|(?:(?!会同|联合|协同|和|与|及|"
    r"市)[\u3400-\u9fff]){2,8}?(?:支队|大队|中队|派出所|分局|机关党委|党委|党组|党支部|党总支|管理科|科|处)(?![长学技研])|办公室))"
)
NATIONAL = re.compile(
    r"(?:国务院(?!参)|中共中央|全国人大常委会|全国人大(?!代表)|全国政协(?!委员)|最高人民法院|最高人民检察院|中央纪委国家监委|"
    r"中央纪委|中宣部|中组部|"
    r"(?:国家|全国)(?:[\u3400-\u9fff]{2,10}?)(?:总局|局(?![面势部域])|委员会|发改委|卫健委|总署)|"
    r"(?:国家)?(?:工业和信息化|工信|科技|科学技术|教育|公安|民政|财政|人力资源和社会保障|人社|自然资源|生态环境|"
    r"住房和城乡建设|住建|交通运输|水利|农业农村|农业|商务|文化和旅游|应急管理|司法|国土资源|铁道|卫生)部(?![门分队委落署])|"
    r"中国人民银行|生态环境部|银保监会|证监会)"
    r"(?P<office>[\u3400-\u9fff]{2,10}?(?:联席会议办公室|联席会议|领导小组|办公厅|办公室|委员会))?"
)
VERB_AFTER_COMMITTEE = re.compile(r"委(?:托|派|员|屈|曲|任|以)")
OF_COMPANY = re.compile(r"公司|集团|[厂院校厅局委市县区省]$")
POLICE = re.compile(r"[\u3400-\u9fff]{2,4}公安分局(?:[\u3400-\u9fff]{2,4}派出所)?|[\u3400-\u9fff]{2,5}派出所")
LIST_MARK = re.compile(r"[、和及与]|以及")
LISTED_COMPANY = re.compile(r"(?:城投|交投|旅投|水务|燃气|供电|公交|自来水|热力|烟草|移动|联通|电信|城建|国投|发投)公司")
NO_BODIES = ("市办", "区办", "县办", "省办", "镇办", "乡办", "区工委", "市委员会", "县委员会", "区委员会", "市委政府")
BARE = re.compile(
    r"(?:党工委|管委会|管理委员会)(?!会)|(?:组织部|宣传部|统战部|武装部|人武部)(?=长)|"
    r"(?:组织部|宣传部|统战部|政法委|政研室|纪委监委|纪委|纪工委|监察工委|监工委|政法工委|武装部|人武部|文史委|提案委|"
    r"经济委|社法委|农业农村委|教科卫体委|民宗委|办公厅|网信办|村委会|居委会|村党支部|村党总支|村支部|社区党委|社区党支部)"
    r"(?=(?:第一|常务)?(?:副)?(?:书记|主任|部长|主席|会长|秘书|常务|委员))"
)
ANY_BRANCH = re.compile(r"(?:优秀|先进|全体|农村|基层|各|名|个|位|的)$")
"""Before a bare body: one of many, no name (优秀|村党支部书记)."""

OWNER_SHORT = re.compile(r"(?:园区|大队|支队|集团|总站)$")
PARTY_POST = re.compile(r"党(?:委|组)(?:副书记|书记|委员|常委)")
"""A post in a firm's committee is a post of the firm: 某某集团|党委书记、董事长."""

PARTY = re.compile(r"党(?:支部|总支|委)(?!书记处)|工会|团委|管委会|管理局|派出所|建设指挥部")
OWNED = re.compile(
    r"该(?:局|委|厅|大队|支队|镇|街道|院|区)(?P<unit>[\u3400-\u9fff]{2,8}?(?:支队|大队|中队|分局|科|处|所|站|办公室|中心))(?![长])"
)
SEVERAL = re.compile(
    r"(?P<first>[\u3400-\u9fff]{2,4}[市县区])(?:（(?P<second>[\u3400-\u9fff]{2,4}[市县区])）|"
    r"\((?P<second2>[\u3400-\u9fff]{2,4}[市县区])\)|、(?P<third>[\u3400-\u9fff]{2,4}[市县区])两级)"
    r"(?P<body>人民政府|人民法院|人民检察院|政府|法院|检察院|党委)"
)
LIES = re.compile(r"[在到赴来于往]$")
ACTS = re.compile(
    r"(?:街道|镇|乡)(?P<act>(?:要|将|还|已|也|则|正)?(?:组建|组织|召开|举行|举办|开展|启动|成立|推进|推行|坚持|积极|持续|大力|扎实|"
    r"严格|采取|通过|加大|强化|着力|全力|立即|迅速|在(?:全|3|3月)|要在|多措并举|把|：|创新|联合|按照|抽调|邀请|负责|建立|完善|打造|"
    r"聚焦|紧盯|围绕|充分|认真)|生产生活)"
)


@cache
def core() -> re.Pattern[str]:
    """Return the pattern of function and form: 市场监督管理局, 文化和旅游局."""
    functions = alternatives("functions")
    return re.compile(rf"(?:(?:{functions})(?:{FILL}{{0,2}}(?:{functions})){{0,4}}{FILL}{{0,2}}{FORM})")


@cache
def body() -> re.Pattern[str]:
    """Return the pattern of bodies with a fixed name."""
    return re.compile(rf"(?:{alternatives('bodies')})")


class Levels:
    """What may stand before a body's name in one article: zones and places that end at an offset, and a bare 市, 县, 区."""

    def __init__(self, article: TaggedArticle, places: Sequence[Candidate], zones: Sequence[Candidate]) -> None:
        self.article = article
        self.ends = {c.end: c for c in sorted([*places, *zones], key=lambda c: (c.end - c.start, c.type == "zone"))}
        starts = {c.start: c for c in places}
        for zone in zones:
            if zone.end in starts:  # 某府新区|眉山|管委会: the zone's part in a city
                self.ends[starts[zone.end].end] = zone

    def offsets(self) -> list[int]:
        """Return the offsets at which a level ends, in order."""
        bare = {at + 1 for at, mark in enumerate(self.article.text) if mark in LEVELS and self.is_bare(at)}
        return sorted({end for end in self.ends if end < len(self.article.text)} | bare)

    def before(self, at: int) -> tuple[int, Candidate | None] | None:
        """Return where the level that ends at ``at`` begins, and the place or zone that it is; None if there is none."""
        if at in self.ends:
            found = self.ends[at]
            return found.start, found
        if at > 0 and self.article.text[at - 1] in LEVELS and self.is_bare(at - 1):
            return at - 1, None
        return None

    def is_bare(self, at: int) -> bool:
        """Whether the 市 at this offset stands for the page's own city and is no part of a longer word."""
        article = self.article
        if at == 0 or not HAN.match(article.text[at - 1]) or article.text[at - 2 : at] in ("市委", "县委", "区委", "省委", "镇委"):
            return True
        word = article.word(at)
        return (
            word.start == at
            or (word.tag == ORGANISATION and at == word.start + joint_end(article.text[word.start : at + 1] + "  "))
            or (
                word.tag == ORGANISATION and article.text[at - 2 : at] in ("联合", "会同", "委托") and article.text[at - 3 : at] != "工联合"
            )
        )


def find_agencies(
    article: TaggedArticle, places: Sequence[Candidate], zones: Sequence[Candidate], companies: Sequence[Candidate]
) -> list[Candidate]:
    """Return the bodies of an article; those without a level only in a list after one with it, before a post, or after 该局."""
    levels = Levels(article, places, zones)
    found = [
        *national(article),
        *levelled(article, levels),
        *task_forces(article, levels),
        *tagged_agencies(article),
        *acting(article, places),
    ]
    found += [*congresses(article), *headless(article)]
    found += [*police(article), *party(article, [*companies, *zones]), *bare(article, zones), *owned(article, found)]
    return found + listed(article, sorted(found, key=lambda c: c.start))


LEAGUE = re.compile(r"团[省市县区州]委(?!员|托|派)")


def national(article: TaggedArticle) -> Iterator[Candidate]:
    """Yield national bodies, with an office inside one as a name of its own around it: 国务院|某某联席会议."""
    yield from (made("agency-youth-league", m.start(), m.end()) for m in LEAGUE.finditer(article.text) if article.is_edge(m.start()))
    for match in NATIONAL.finditer(article.text):
        if match.group().endswith("部") and (
            not article.is_edge(match.start()) or OF_COMPANY.search(article.text, max(0, match.start() - 2), match.start())
        ):
            continue
        end = match.start("office") if match["office"] else match.end()
        yield made("agency-national", match.start(), end)
        if match["office"] and not re.search(r"[的和与及关于在将对印]", match["office"]):
            yield made("agency-national-office", match.start(), match.end(), parent=(match.start(), end))


def levelled(article: TaggedArticle, levels: Levels) -> Iterator[Candidate]:
    """Yield the bodies that have a level, a place or a zone before them, and their units (市公安局|交警支队)."""
    for at in levels.offsets():
        match = longest(core().match(article.text, at), body().match(article.text, at))
        before = levels.before(at)
        if match is None and before is not None and before[1] is not None and article.text[at - 1 : at + 1] in ("县县", "市市", "区区"):
            match = longest(core().match(article.text, at + 1), body().match(article.text, at + 1))
        if match is None or before is None or VERB_AFTER_COMMITTEE.match(article.text, match.end() - 1):
            continue
        if match.group().endswith("人大") and article.text.startswith("代表", match.end()):
            continue
        start, owner = before
        if article.text[start : match.end()] in NO_BODIES or match.group().endswith("卫生服务中心"):
            continue
        parent = owner.span if owner is not None and owner.type == "zone" else None
        yield made("agency-levelled", start, match.end(), parent=parent)
        yield from inner_bodies(article, start, at, match)
        end = grow(article, match.end())
        if end > match.end():
            yield made("agency-unit", start, end, parent=(start, match.end()))


TASK_FORCE = re.compile(
    r"(?!成立|组建|召开|设立|印发|委|政|将|要|由|和|与|有关|人大|专门|专项成立|直)[\u3400-\u9fff]{2,16}?"
    r"(?:工作领导小组|领导小组|工作指挥部|总指挥部|指挥部|联席会议)(?:办公室)?(?![组成员长])"
)
PROSE = re.compile(r"[的了是为]|成立|召开|组建|设立|印发|负责|担任|委员会|组织|落实|[局委办厅]")


def task_forces(article: TaggedArticle, levels: Levels) -> Iterator[Candidate]:
    """Yield the task forces of a level, whatever their task: 省|清理某某土地工作领导小组."""
    for at in levels.offsets():
        match, before = TASK_FORCE.match(article.text, at), levels.before(at)
        if match and before and not PROSE.search(match.group()[:-2]) and (before[1] is not None or article.is_edge(at)):
            yield made("agency-task-force", before[0], match.end())


ITEM = re.compile(r"[\u3400-\u9fff]+")
OFFICE = re.compile(r"(?:局|委|办|厅|中心|支队|大队)$")
OWN_POST = re.compile(r"(?:党组书记|党委书记|副局长|局长|副主任|主任|副厅长|厅长|支队长|大队长)")


def headless(article: TaggedArticle) -> Iterator[Candidate]:
    """Yield offices without a level: before their head's post (、卫生局|局长), and in lists of two and more (科技局、行政审批局)."""
    for first in ITEM.finditer(article.text):
        for at in sorted({first.start(), *range(max(first.start(), first.end() - 14), first.end() - 2)}):
            match = core().match(article.text, at) if at in article.edges else None
            opens = at == first.start() or not article.is_edge(at) or article.word(at - 1).tag in ("v", "p", "c", "xc", "u")
            if match is None or not opens or len(match.group()) < 3 or not OFFICE.search(match.group()) or match.end() > first.end():
                continue
            heads = OWN_POST.match(article.text, match.end()) and match.group().endswith(("局", "厅", "委", "队"))
            listed_after = (
                match.end() == first.end() and article.text[match.end() : match.end() + 1] == "、" and is_office_next(article, match.end())
            )
            if heads or listed_after:
                yield made("agency-office", match.start(), match.end())
                break


def is_office_next(article: TaggedArticle, end: int) -> bool:
    """Whether the item after the 、 at ``end`` is an office without a level too."""
    after = core().match(article.text, end + 1)
    return (
        after is not None
        and len(after.group()) > 2
        and bool(OFFICE.search(after.group()))
        and article.text[after.end() : after.end() + 1] in "、等和及"
    )


NUMBER = r"第?[一二三四五六七八九十]{1,3}届"
CONGRESS = re.compile(
    rf"政协(?:(?:[\u3400-\u9fff]{{2,5}}[省市县区州旗])(?:{NUMBER})?|{NUMBER}(?:[\u3400-\u9fff]{{2,5}}[省市县区州旗]))委员会|"
    rf"(?P<head>[\u3400-\u9fff]{{1,8}}?[省市县区州旗]){NUMBER}(?:人民代表大会|人大)(?=第|[一二三四五六七八九十]次)"
)
"""Congresses under their full style: 政协某县第十届委员会, 某县十八届人民代表大会|第四次会议."""


def congresses(article: TaggedArticle) -> list[Candidate]:
    """Return people's congresses and political conferences that are printed with their term."""
    found = []
    for match in CONGRESS.finditer(article.text):
        head = match["head"] or ""
        level = next((head[at:] for at in range(len(head)) if head[at:] in divisions()), head[-1:])
        start = match.start() + len(head) - len(level)
        if head or article.is_edge(start):
            found.append(made("agency-congress", start, match.end()))
    return found


def inner_bodies(article: TaggedArticle, start: int, at: int, match: re.Match[str]) -> Iterator[Candidate]:
    """Yield the body in whose name another is one of its own: 区安委会 in 区安委会办公室, 市政协 in 市政协文史委."""
    for end in range(match.end() - 2, at, -1):
        inner = body().fullmatch(article.text, at, end)
        if inner and ((article.text[end : match.end()] in ("办公室", "办") and inner.group().endswith("会")) or inner.group() == "政协"):
            yield made("agency-inside", start, end)
            return


def longest(*found: re.Match[str] | None) -> re.Match[str] | None:
    """Return the longest match, the first of equals; None if there is none."""
    return max((m for m in found if m), key=lambda m: m.end(), default=None)


def grow(article: TaggedArticle, end: int) -> int:
    """Return the end with a unit that follows at once: 市公安局|交警支队."""
    match = UNIT.match(article.text, end)
    if (
        match
        and match.group()
        and all(article.word(i).tag not in ("v", "p", "c", "u", "d", "w", "r") for i in range(match.start(), match.end() - 2))
    ):
        return match.end()
    return end


def listed(article: TaggedArticle, known: Sequence[Candidate]) -> list[Candidate]:
    """Return the bodies that a list goes on with: 某县发改委|、|生态环境局|、|应急管理局, and a 城投公司 among them."""
    found: list[Candidate] = []
    for first in known:
        last = first
        while mark := LIST_MARK.match(article.text, last.end):
            match = longest(core().match(article.text, mark.end()), body().match(article.text, mark.end()))
            company = LISTED_COMPANY.match(article.text, mark.end())
            if company:
                last = made("company-among-bodies", company.start(), company.end(), parent=first.parent)
            elif match and len(match.group()) > 2:
                last = made("agency-listed", match.start(), match.end(), parent=first.parent)
            else:
                break
            found.append(last)
    return found


def tagged_agencies(article: TaggedArticle) -> Iterator[Candidate]:
    """Yield what the tagger calls an organisation, or runs together with 会同, that has a level and a body's form: 某某县|委."""
    for word in article.proposed(ORGANISATION):
        start = word.start + joint_end(article.of(word))
        start += 2 if article.text[start : start + 2] in ("会同", "联合", "协同") else 0
        for at in range(start + 1, word.end):
            if (
                article.text[at - 1] in LEVELS + "道村"
                and at - start < 9
                and not NESTED.search(article.text, start, at - 1)
                and longest_full(article, at, word.end)
                and (at - start == 1 or at - start > 2 or article.text[at - 1] in "县区")
            ):
                if not article.of(word).endswith("卫生服务中心") and "公司" not in article.of(word):
                    yield made("agency-tagged", start, word.end)
                break


def longest_full(article: TaggedArticle, at: int, end: int) -> bool:
    """Whether the text from ``at`` to ``end`` is a body, or a function and form that no list has but that ends like one."""
    return bool(core().fullmatch(article.text, at, end) or body().fullmatch(article.text, at, end) or LIKE.fullmatch(article.text, at, end))


NESTED = re.compile(r"[委局厅]|政府|大队|支队|带领|部分|有关|社区卫生|组织|办(?!事|公)|联合|率")
LIKE = re.compile(r"[\u3400-\u9fff]{2,12}(?:(?<!供电)(?<!电业)(?<!电力)局|厅|委员会|办公室|支队|大队|管理处|管理中心|服务中心|事务中心)")


def acting(article: TaggedArticle, places: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield streets and towns that act through their offices: 某某街道组建志愿服务队; then they are bodies in the whole article."""
    towns = [c for c in places if article.text[c.start : c.end].endswith(("街道", "镇", "乡"))]
    acts = {article.text[c.start : c.end] for c in towns if is_acting(article, c)}
    for town in towns:
        if article.text[town.start : town.end] in acts:
            yield made("agency-town", town.start, town.end)


def is_acting(article: TaggedArticle, town: Candidate) -> bool:
    """Whether a town opens its clause and does something: 某某镇多次召开会议; not where something is done (在某某镇), nor 某某镇位于."""
    if LIES.search(article.text, max(0, town.start - 1), town.start):
        return False
    if ACTS.match(article.text, town.end - (2 if article.text[town.end - 1] == "道" else 1)):
        return True
    opens = town.start == 0 or article.text[town.start - 1] in "。，；！？：\n”"
    word = article.word(town.end) if town.end < len(article.text) else None
    return bool(
        opens
        and word
        and word.tag in ("v", "ad", "vd")
        and article.text[word.end : word.end + 1] != "的"
        and not STANDS.match(article.text, town.end)
    )


STANDS = re.compile(r"位于|地处|坐落|属于|是|有|距|毗邻|东临|西接|盛产|出产|境内|现有|共有|拥有|在|到|来")


def police(article: TaggedArticle) -> Iterator[Candidate]:
    """Yield police branches and stations without a level: 西某公安分局云某派出所."""
    for match in POLICE.finditer(article.text):
        start = max(match.start(), article.reach(match.end() - 3 if match.group().endswith("派出所") else match.end() - 4))
        if match.end() - start >= 5 and article.text[start] not in "某各该":
            yield made("agency-police", start, match.end())


def party(article: TaggedArticle, owners: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield the party branch or union of a company, park or brigade: 某某分公司|党支部, 大队|党委."""
    ends = {c.end: c for c in sorted(owners, key=lambda c: c.end - c.start)}
    for match in PARTY.finditer(article.text):
        owner = ends.get(match.start())
        if owner is not None and owner.type == "company" and PARTY_POST.match(article.text, match.start()):
            continue
        if owner is not None:
            yield made("agency-party", owner.start, match.end(), parent=owner.span)
            continue
        short = OWNER_SHORT.search(article.text, max(0, match.start() - 2), match.start())
        if short and match.group().startswith("党") and article.is_edge(short.start()):
            yield made("agency-party-short", short.start(), match.end())


def bare(article: TaggedArticle, zones: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield bodies without any level: 党工委 and 管委会 anywhere, 宣传部 and 提案委 before a post.

    A zone's offices belong to the last zone named.
    """
    for match in BARE.finditer(article.text):
        if HAN.match(article.text[match.start() - 1]) and match.start() not in article.edges:
            continue
        if ANY_BRANCH.search(article.text, max(0, match.start() - 3), match.start()):
            continue
        owner = max((z for z in zones if z.end <= match.start()), key=lambda z: z.end, default=None)
        parent = owner.span if owner is not None and match.group() in ("党工委", "管委会", "管理委员会") else None
        yield made("agency-bare", match.start(), match.end(), parent=parent)


def owned(article: TaggedArticle, known: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield the units after 该局: 该局|执法稽查支队; they belong to the last body named."""
    for match in OWNED.finditer(article.text):
        owner = max((c for c in known if c.end <= match.start()), key=lambda c: c.end, default=None)
        if owner is not None and article.is_edge(match.end()) and is_unit(article, match.start("unit"), match.end("unit")):
            yield made("agency-own-unit", match.start("unit"), match.end("unit"), parent=owner.span)


POWER = re.compile(r"(?P<first>[省市县])(?:、|和|与)?(?P<second>[市县区])(?P<body>供电公司|电业局|供电局|电力公司)")
PLANTS = re.compile(r"(?P<body>电厂|发电厂|供电公司|电业局|供电局|水电站)(?![一二三])")


def shared_companies(article: TaggedArticle) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Yield the same of companies: 市、区|供电公司, 某山、某河|电厂 (bare names of counties only)."""
    for match in POWER.finditer(article.text):
        if article.is_edge(match.start()) or not HAN.match(article.text[match.start() - 1]):
            yield match.start(), match.end(), (match["first"] + match["body"], match["second"] + match["body"])
    for match in PLANTS.finditer(article.text):
        for size in (3, 2):
            second = article.text[match.start() - size : match.start()]
            mark = match.start() - size - 1
            first = next((article.text[mark - n : mark] for n in (3, 2) if mark > n and article.text[mark - n : mark] in bare_names()), "")
            if second in bare_names() and first and article.text[mark] in "、和" and article.is_edge(mark - len(first)):
                yield mark - len(first), match.end(), (first + match["body"], second + match["body"])
                break


def shared(article: TaggedArticle) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Yield the names that stand for two bodies at once, and which: 某市、某县两级人民法院."""
    for match in SEVERAL.finditer(article.text):
        second = match["second"] or match["second2"] or match["third"]
        first = next((match["first"][at:] for at in range(len(match["first"]) - 2) if match["first"][at:] in divisions()), match["first"])
        start = match.start() + len(match["first"]) - len(first)
        yield start, match.end(), (first + match["body"], second + match["body"])
