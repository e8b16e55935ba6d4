"""Bodies printed without their level or owner: offices before their head's post, party branches, police, 管委会, units after 该局.

A street or town that acts through its offices is a body too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.extract.mentions.bodies.departments import is_unit
from kg.extract.mentions.bodies.forms import core
from kg.extract.mentions.candidates import Candidate, made
from kg.extract.mentions.tagged import HAN, TaggedArticle
from kg.names.gazetteer import divisions

POLICE = re.compile(r"[\u3400-\u9fff]{2,4}公安分局(?:[\u3400-\u9fff]{2,4}派出所)?|[\u3400-\u9fff]{2,5}派出所")


BARE_ORGAN = (
    r"(?:组织部|宣传部|统战部|政法委|政研室|纪委监委|纪委|纪工委|监察工委|监工委|政法工委|武装部|人武部|文史委|提案委|经济委|社法委|"
    r"农业农村委|教科卫体委|民宗委|办公厅|网信办|村委会|居委会|村党支部|村党总支|村支部|社区党委|社区党支部)"
)
ITS_POST = r"(?:第一|常务)?(?:副)?(?:书记|主任|部长|主席|会长|秘书|常务|委员)"
ITS_HEAD = r"(?:组织部|宣传部|统战部|武装部|人武部)(?=长)"
BARE = re.compile(rf"(?:党工委|管委会|管理委员会)(?!会)|{ITS_HEAD}|{BARE_ORGAN}(?={ITS_POST})")


ANY_BRANCH = re.compile(r"(?:优秀|先进|全体|农村|基层|各|名|个|位|的)$")
"""Before a bare body: one of many, no name (优秀|村党支部书记)."""


OWNER_SHORT = re.compile(r"(?:园区|大队|支队|集团|总站)$")


PARTY_POST = re.compile(r"党(?:委|组)(?:副书记|书记|委员|常委)")
"""A post in a firm's committee is a post of the firm: 某某集团|党委书记、董事长."""


PARTY = re.compile(r"党(?:支部|总支|委)(?!书记处)|工会|团委|管委会|管理局|派出所|建设指挥部")


OWNED = re.compile(
    r"该(?:局|委|厅|大队|支队|镇|街道|院|区)(?P<unit>[\u3400-\u9fff]{2,8}?(?:支队|大队|中队|分局|科|处|所|站|办公室|中心))(?![长])"
)


LIES = re.compile(r"[在到赴来于往]$")


ACTS = re.compile(
    r"(?:街道|镇|乡)(?P<act>(?:要|将|还|已|也|则|正)?(?:组建|组织|召开|举行|举办|开展|启动|成立|推进|推行|坚持|积极|持续|大力|扎实|"
    r"严格|采取|通过|加大|强化|着力|全力|立即|迅速|在(?:全|3|3月)|要在|多措并举|把|：|创新|联合|按照|抽调|邀请|负责|建立|完善|打造|"
    r"聚焦|紧盯|围绕|充分|认真)|生产生活)"
)


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
