"""Completes the names of what is built, run or lies somewhere: projects, facilities, programmes, places."""

from __future__ import annotations

import re

from kg.model import Mention
from kg.names import places
from kg.names.anatomy import leading_place
from kg.names.short import phases
from kg.resolve.complete.bodies import zone_here
from kg.resolve.complete.by_parent import Completed, by_chain, by_prefix, with_parent
from kg.resolve.complete.levels import LEVEL, SMALL, whose
from kg.resolve.complete.page_names import ArticleNames, Filed, is_common, is_ordinary, opens_ordinary
from kg.resolve.complete.zones import main_zone

PHASE_WORD = r"(?:第?[一二三四五六七八九十]期|第?[0-9]期)"
BARE_PHASE = re.compile(rf"^(?:项目|工程|该项目)?(?P<phase>{PHASE_WORD})(?P<kind>项目|工程)?$|^(?P<head>.{{2,6}}?)(?P<late>{PHASE_WORD})$")
PHASE_OF = re.compile(rf"^{PHASE_WORD}.{{2,}}$")
LOT = re.compile(r"^(?:线路|土建|施工|设备|监理|机电|路基)?(?:第?[一二三四五六七八九十0-9]{1,3}|[A-ZＡ-Ｚ])(?:标段|标)$")
PURCHASE = re.compile(r"(采购|招标|供货|监理)项目$")
PLANT = re.compile(r"(生产线|车间|厂房)$")
IN_CITY = re.compile(r"^(城[东西南北中区]|中心城区|市区)(?!路|街)")
ROAD = re.compile(r"(路|大街|街|大道|巷|胡同)$")
ELLIPSIS = re.compile(r"^(?:[、和及与][^，,。；;]{2,40}?)*等(?:[0-9０-９一二三四五六七八九十两]+个)?项目")
PROJECT_SUFFIX = re.compile(
    r"(项目|工程|线|变|站|厂|园|中心|基地|综合体|厂房|车间|标段|期|路|桥|大桥|隧道|水库|计划|街|巷|大道|高速|铁|市场|商城|漂流|机场|港|码头|广场|大厦|楼|酒店|宾馆"
    r"|饭店|医院|学校|中学|小学|校区|大学|幼儿园|馆|城|湾|庄园|小镇|景区|景点|公园|湿地|小区|社区|新村|村|库|渠|塔|院|枢纽|走廊|长廊|管网|电网|片区|园区|农庄|度假村|牧场|农场|矿|井|坝)$"
)
TOLD_OF = re.compile(
    r"(?:^|[，,。；;：:、“”（）()\n]|的|建设|实施|推进|启动|其中|新建|投资)([^，,。；;：:、“”（）()\n的该此个类等]{3,26}?(?:项目|工程))(?=总投资|计划|分[两三]期|由|是|已|于|位于|占地|，|,)"
)
SHARED_KIND = re.compile(r"^”?[、和]?“[^“”]{2,12}”(?P<kind>(?:专项|集中)?(?:创建|行动|活动|计划|工程|战略))")
TITLED = re.compile(r"[《〈]$")


def project(mention: Mention, name: str, names: ArticleNames) -> Completed:
    """一期项目 → …项目一期; A标段 → …工程A标段; 消失模铸造生产线 → its company's; 市城北水厂工程 → the city's."""
    told = level_completed(mention, name, names)
    if told:
        return told
    bare = BARE_PHASE.match(name)
    if bare:
        return phase(mention, name, bare, names)
    if PHASE_OF.match(name) or LOT.match(name) or PURCHASE.search(name):
        return of_project(mention, name, names)
    if PLANT.search(name):
        return of_owner(mention, name, names)
    if IN_CITY.match(name) and names.locality.city and not names.locality.zone and not elsewhere(mention, names):
        return names.locality.city + name, [f"in {names.locality.city}"]
    after = names.text[mention.end : mention.end + 60]
    if not PROJECT_SUFFIX.search(name) and ELLIPSIS.match(after):
        return name + "项目", ["named in a list of 项目"]
    host = names.locality.zone or main_zone(names)
    if name.endswith("中心") and host and is_common(name.removesuffix("中心")):
        return host + name, [f"a project of {host}"]
    return by_chain(name, names) or by_prefix(name, names, "zone") or (name, [])


def elsewhere(mention: Mention, names: ArticleNames) -> bool:
    """Whether the sentence is about another division than the page's city: 隰县举行城西片区改造…开工仪式."""
    about = names.subject(mention.start, "place")
    if about is None or not about.mention.is_name or about.name == names.locality.city:
        return False
    return places.level(about.name) in ("县", "区", "市")


def level_completed(mention: Mention, name: str, names: ArticleNames) -> Completed | None:
    """市城北水厂一期工程 → 遂宁市城北水厂一期工程; None if the name says no level."""
    level = LEVEL.match(name)
    if not level or leading_place(name) or len(level["rest"]) < 3:
        return None
    division, why = whose(level["level"], mention, names)
    return (division + level["rest"], [f"{why} ({division})"]) if division else None


def last_project(mention: Mention, names: ArticleNames, *, but: str = "") -> Filed | None:
    """Return the project told of before a mention, no lot and no lone phase."""
    return names.nearest(
        mention.start,
        lambda f: f.type == "project" and f.mention.kind != "anaphor" and not f.name.endswith(("标段", "标")) and f.name != but,
    )


def phase(mention: Mention, name: str, bare: re.Match[str], names: ArticleNames) -> Completed:
    """Complete 一期项目, 工程二期, 温室一期, 园区三期 by the project or park told of."""
    number = re.search(PHASE_WORD, name)
    word = number[0] if number else name
    if bare["head"] and bare["head"] not in ("项目", "工程"):
        return headed_phase(mention, name, bare["head"], word, names)
    outer = names.around(mention)
    if outer and name in outer.name:
        return outer.name[: outer.name.index(name) + len(name)], [f"stands inside {outer.name}"]
    found = last_project(mention, names)
    if found is None:
        base = told_of(names.text[names.article.body.start : mention.start])
        return (base + word, [f"a phase of {base}"]) if base else (name, [])
    whole = names.fuller(found.name, found.type)
    if re.search(PHASE_WORD, whole):
        return re.sub(
            rf"({PHASE_WORD}).*$|{PHASE_WORD}",
            lambda m: word + m[0][len(m[1] or m[0]) :] if whole.endswith(("项目", "工程")) else word,
            whole,
            count=1,
        ), [f"a phase of what {found.mention.surface} is a phase of"]
    sibling = next(
        (
            f
            for f in names.filed
            if f.type == "project"
            and f.name.startswith(whole.removesuffix("工程").removesuffix("项目"))
            and f.name != whole
            and phases(f.name)
        ),
        None,
    )
    if sibling:
        return re.sub(PHASE_WORD, word, sibling.name, count=1), [f"a phase like {sibling.mention.surface}"]
    return whole + word, [f"a phase of {whole}"]


def told_of(text: str, having: str = "") -> str:
    """Return the last thing called …项目 or …工程 in a text, from the start of its noun phrase; empty if there is none.

    其中，海上风电叶片项目总投资3.5亿美元，…项目一期计划明年投产 → 海上风电叶片项目
    """
    found = [m[1] for m in TOLD_OF.finditer(text) if having in m[1]]
    return found[-1] if found else ""


def headed_phase(mention: Mention, name: str, head: str, word: str, names: ArticleNames) -> Completed:
    """温室一期 → 智能温室项目一期; 园区三期 → the park's; 城北水厂一期 stays."""
    if head in ("园区", "产业园", "该园区"):
        zone_, why = zone_here(mention, names)
        return (zone_ + word, [why]) if zone_ else (name, [])
    found = names.nearest(mention.start, lambda f: f.type == "project" and head in f.name and not phases(f.name))
    base = found.name if found else told_of(names.text[names.article.body.start : mention.start], head)
    return (base + word, [f"a phase of {base}"]) if base and not base.startswith(head) else (name, [])


def of_project(mention: Mention, name: str, names: ArticleNames) -> Completed:
    """二期截污管网工程, A标段, 膜处理成套设备采购项目 → the project they are part of."""
    if LOT.match(name):
        same = names.nearest(mention.start, lambda f: f.type == "project" and f.name.endswith(name))
        if same:
            return same.name, [f"short for {same.mention.surface}"]
        lot = names.nearest(
            mention.start, lambda f: f.type == "project" and f.name.endswith(f.mention.surface) and LOT.match(f.mention.surface) is not None
        )
        found = last_project(mention, names)
        if lot and (not found or found.mention.start < lot.mention.start or found.mention.end <= lot.mention.end + 4):
            return lot.name.removesuffix(lot.mention.surface) + name, [f"a lot beside {lot.mention.surface}"]
        return (names.fuller(found.name, "project") + name, [f"a lot of {found.name}"]) if found else (name, [])
    if re.search(r"(厂房|车间|生产线)$", name):
        return of_owner(mention, name, names)
    found = (
        names.nearest(mention.start, lambda f: f.type == "project" and f.mention.kind != "anaphor" and not phases(f.name), after=0)
        if PHASE_OF.match(name)
        else last_project(mention, names)
    )
    if found is None or (PURCHASE.search(name) and found.mention.start < names.sentence_start(mention.start)):
        return name, []
    return names.fuller(found.name, "project") + name, [f"a part of {found.name}"]


def of_owner(mention: Mention, name: str, names: ArticleNames) -> Completed:
    """消失模铸造生产线, 二期厂房 → with the company or park that the sentence gives them; else the last one named."""
    told = with_parent(name, mention, names) or by_prefix(name, names, "zone")
    if told:
        return told
    own = re.sub(rf"^{PHASE_WORD}", "", name)
    if any(name.startswith(other) for other in names.page.printed.get("company", ())) or not opens_ordinary(own):
        return name, []
    found = names.subject(mention.start, "company", "zone")
    if found is None:
        return name, []
    owner = found.name if found.type == "zone" else found.mention.surface if found.mention.is_name else found.name
    return owner + name, [f"of {owner}, which the sentence is about"]


def facility(mention: Mention, name: str, names: ArticleNames) -> Completed:
    """城南老水厂 → 遂宁市城南老水厂; 位于…村的扶贫光伏电站 → with the village."""
    told = level_completed(mention, name, names)
    if told:
        return told
    longer = names.fuller(name, "facility")
    if longer != name:
        return longer, [f"short for {longer}"]
    site = located(mention, names)
    if site and not any(character.isdigit() for character in name):
        return site.name + name, [f"the page says that it lies in {site.name}"]
    home = names.home
    if home and not names.locality.zone and (IN_CITY.match(name) or is_ordinary(name)):
        return home + name, [f"the one of {home}"]
    return by_chain(name, names) or by_prefix(name, names, "zone") or (name, [])


def located(mention: Mention, names: ArticleNames) -> Filed | None:
    """Return the place that a name is said to lie in right before it: 位于禹州市苌庄乡梨园沟联村的扶贫光伏电站."""
    return names.nearest(
        mention.start,
        lambda f: (
            f.type == "place"
            and names.text[f.mention.end : mention.start] in ("的", "境内的", "内的")
            and names.text[: f.mention.start].endswith(("位于", "地处", "坐落于", "坐落在"))
        ),
    )


def programme(mention: Mention, name: str, names: ArticleNames) -> Completed:
    """示范区国土空间规划 → 焦作市示范区（高新区）国土空间规划; a title in 《》 stays as it is."""
    if TITLED.search(names.text[: mention.start][-1:]) or mention.surface.startswith("《"):
        return name, []
    shared = SHARED_KIND.match(names.text[mention.end : mention.end + 40])
    if (shared and names.text[mention.start - 1 : mention.start] + mention.surface[:1] in ("“" + mention.surface[:1],)) or (
        shared and mention.surface.startswith("“")
    ):
        whole = name if name.startswith("“") else f"“{name}”"
        return whole + shared["kind"], [f"shares {shared['kind']} with the name after it"]
    return by_prefix(name, names, "zone") or (name, []) if names.locality.zone else (name, [])


def road_home(names: ArticleNames) -> str:
    """Return whose a road is that nobody places: the county's on a county's own page, else the city's."""
    county = names.page.locality.county
    return county if county and not county.endswith("区") else names.locality.city or ""


def town_of(village: str) -> str:
    """Return what a village's chain names before it: 三合镇柳林村 → 三合镇."""
    ends = [at for at in range(2, len(village) - 1) if places.level(village[:at]) in ("镇", "乡", "街道")]
    return village[: ends[-1]] if ends else ""


def place(mention: Mention, name: str, names: ArticleNames) -> Completed:
    """许昌 → 许昌市 on its own page, 禾湾村 → 东台市三仓镇禾湾村 where the page says so, 会峰路 → 滁州市会峰路."""
    here = names.locality
    for own in (here.city, here.county, here.province):
        if own and name == places.bare(own):
            return own, [f"{own} is where the page is from"]
    if name.endswith("地区") and here.city and places.bare(name) == places.bare(here.city):
        return here.city, [f"{name} is {here.city}"]
    if len(mention.surface) == 1 and places.bare(name) in names.page.printed.get("place", ()):
        name = places.bare(name)
    full = names.fuller(name, "place")
    if full != name:
        return full, [f"{name} is {full} on this page"]
    inside = [d for d in places.fulls(name) if here.city and d.city == here.city]
    if len(inside) == 1 and places.level(name) is None:
        return inside[0].name, [f"{inside[0].name} lies in {here.city}"]
    if ROAD.search(name) and ROAD.fullmatch(name[len(leading_place(name)) :] or name):
        pointed = names.pointed(mention)
        if pointed and pointed.type == "place":
            return pointed.name + name, [f"a road of {pointed.name}"]
    if ROAD.search(name) and not leading_place(name):
        home = "" if here.zone else road_home(names)
        return (home + name, [f"a road of {home}"]) if home else (name, [])
    beside = names.joined(mention)
    if beside and beside.type == "place" and name.endswith("村") and not leading_place(name).removesuffix(name):
        head = beside.name.removesuffix(beside.mention.surface) or town_of(beside.name)
        if head and beside.name.endswith("村"):
            return head + name, [f"in one list with {beside.mention.surface}"]
    chained = names.page.chain(name) if places.level(name) in (*SMALL, "区") else name
    return (chained, [f"{name} is {chained} on this page"]) if chained != name else (name, [])
