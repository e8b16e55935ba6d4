"""Completes the names of projects: phases, lots, purchases, plants, and what a list or the page's city adds."""

from __future__ import annotations

import re

from kg.lexicon import ordered
from kg.model import Mention
from kg.names import places
from kg.names.works import phases
from kg.resolve.complete.by_parent import by_chain, by_prefix, opening_with, with_parent
from kg.resolve.complete.levels import levelled
from kg.resolve.complete.page_names import ArticleNames, Filed, is_common, opens_ordinary
from kg.resolve.complete.parks import zone_here
from kg.resolve.complete.rules import Completed, first_of
from kg.resolve.complete.zones import main_zone

PHASE_WORD = r"(?:第?[一二三四五六七八九十]期|第?[0-9]期)"
BARE_PHASE = re.compile(rf"^(?:项目|工程|该项目)?(?P<phase>{PHASE_WORD})(?P<kind>项目|工程)?$|^(?P<head>.{{2,6}}?)(?P<late>{PHASE_WORD})$")
PHASE_OF = re.compile(rf"^{PHASE_WORD}.{{2,}}$")
LOT = re.compile(r"^(?:线路|土建|施工|设备|监理|机电|路基)?(?:第?[一二三四五六七八九十0-9]{1,3}|[A-ZＡ-Ｚ])(?:标段|标)$")
PURCHASE = re.compile(r"(采购|招标|供货|监理)项目$")
PLANT = re.compile(r"(生产线|车间|厂房)$")
IN_CITY = re.compile(r"^(城[东西南北中区]|中心城区|市区)(?!路|街)")
ELLIPSIS = re.compile(r"^(?:[、和及与][^，,。；;]{2,40}?)*等(?:[0-9０-９一二三四五六七八九十两]+个)?项目")
BEFORE_WORK = r"(?:^|[，,。；;：:、“”（）()\n]|的|建设|实施|推进|启动|其中|新建|投资)"
AFTER_WORK = r"(?=总投资|计划|分[两三]期|由|是|已|于|位于|占地|，|,)"
WORK = re.compile(rf"{BEFORE_WORK}([^，,。；;：:、“”（）()\n的该此个类等]{{3,26}}?(?:项目|工程)){AFTER_WORK}")
"""A project that a sentence introduces, named or not: 其中，海上风电叶片项目总投资3.5亿美元."""
PARKS = ("园区", "产业园", "该园区")


def project(mention: Mention, name: str, names: ArticleNames) -> Completed:
    """一期项目 → …项目一期; A标段 → …工程A标段; 消失模铸造生产线 → its company's; 市城北水厂工程 → the city's."""
    return first_of(PROJECT_RULES, mention, name, names) or (name, [])


def work_of_level(mention: Mention, name: str, names: ArticleNames) -> Completed | None:
    """市城北水厂一期工程 → 遂宁市城北水厂一期工程; None if the name says no level."""
    read = levelled(mention, name, names, over=2)
    return (read.division + read.rest, read.notes) if read and read.division else None


def phase(mention: Mention, name: str, names: ArticleNames) -> Completed | None:
    """一期项目, 工程二期, 温室一期, 园区三期 → a phase of the project or park that was named before it."""
    bare = BARE_PHASE.match(name)
    if bare is None:
        return None
    number = re.search(PHASE_WORD, name)
    word = number[0] if number else name
    if bare["head"] and bare["head"] not in ("项目", "工程"):
        return headed_phase(mention, name, bare["head"], word, names)
    outer = names.around(mention)
    if outer and name in outer.name:
        return outer.name[: outer.name.index(name) + len(name)], [f"stands inside {outer.name}"]
    found = last_project(mention, names)
    if found is None:
        base = introduced(names.text[names.article.body.start : mention.start])
        return (base + word, [f"a phase of {base}"]) if base else (name, [])
    return phase_of(found, word, names)


def phase_of(found: Filed, word: str, names: ArticleNames) -> Completed:
    """Return the phase ``word`` of a project: 某水厂一期工程 and 二期 are 某水厂二期工程."""
    whole = names.fuller(found.name, found.type)
    if re.search(PHASE_WORD, whole):
        return with_phase(whole, word), [f"a phase of what {found.mention.surface} is a phase of"]
    stem = whole.removesuffix("工程").removesuffix("项目")
    projects = (f for f in names.filed if f.type == "project")
    sibling = next((f for f in projects if f.name.startswith(stem) and f.name != whole and phases(f.name)), None)
    if sibling:
        return re.sub(PHASE_WORD, word, sibling.name, count=1), [f"a phase like {sibling.mention.surface}"]
    return whole + word, [f"a phase of {whole}"]


def with_phase(whole: str, word: str) -> str:
    """Put another phase into a name; what follows the phase stays only in a name that ends in 项目 or 工程."""
    kept = r"\g<rest>" if whole.endswith(("项目", "工程")) else ""
    return re.sub(rf"{PHASE_WORD}(?P<rest>.*)$", word + kept, whole, count=1)


def introduced(text: str, having: str = "") -> str:
    """Return the last thing called …项目 or …工程 in a text, from the start of its noun phrase; empty if there is none.

    其中，海上风电叶片项目总投资3.5亿美元，…项目一期计划明年投产 → 海上风电叶片项目
    """
    found = [m[1] for m in WORK.finditer(text) if having in m[1]]
    return found[-1] if found else ""


def headed_phase(mention: Mention, name: str, head: str, word: str, names: ArticleNames) -> Completed:
    """温室一期 → 智能温室项目一期; 园区三期 → the park's; 城北水厂一期 stays."""
    if head in PARKS:
        zone_, why = zone_here(mention, names)
        return (zone_ + word, [why]) if zone_ else (name, [])
    found = names.nearest(mention.start, lambda f: f.type == "project" and head in f.name and not phases(f.name))
    base = found.name if found else introduced(names.text[names.article.body.start : mention.start], head)
    return (base + word, [f"a phase of {base}"]) if base and not base.startswith(head) else (name, [])


def last_project(mention: Mention, names: ArticleNames, *, but: str = "") -> Filed | None:
    """Return the project named last before a mention, no lot and no lone phase."""
    return names.nearest(
        mention.start,
        lambda f: f.type == "project" and f.mention.kind != "anaphor" and not f.name.endswith(("标段", "标")) and f.name != but,
    )


def lot(mention: Mention, name: str, names: ArticleNames) -> Completed | None:
    """A标段 → 某工程A标段: the lot named before, one beside it, or one of the project named last."""
    if not LOT.match(name):
        return None
    same = names.nearest(mention.start, lambda f: f.type == "project" and f.name.endswith(name))
    if same:
        return same.name, [f"short for {same.mention.surface}"]
    beside = names.nearest(mention.start, is_lot)
    found = last_project(mention, names)
    if beside and (not found or found.mention.start < beside.mention.start or found.mention.end <= beside.mention.end + 4):
        return beside.name.removesuffix(beside.mention.surface) + name, [f"a lot beside {beside.mention.surface}"]
    return (names.fuller(found.name, "project") + name, [f"a lot of {found.name}"]) if found else (name, [])


def is_lot(filed: Filed) -> bool:
    """Whether a filed project was printed as a lot alone: 某工程A标段, printed A标段."""
    surface = filed.mention.surface
    return filed.type == "project" and filed.name.endswith(surface) and LOT.match(surface) is not None


def part(mention: Mention, name: str, names: ArticleNames) -> Completed | None:
    """二期截污管网工程, 膜处理成套设备采购项目 → with the project that they are part of; 二期厂房 → with its owner."""
    is_phase = PHASE_OF.match(name) is not None
    if not is_phase and not PURCHASE.search(name):
        return None
    if PLANT.search(name):
        return of_owner(mention, name, names)
    found = names.nearest(mention.start, is_whole) if is_phase else last_project(mention, names)
    if found is None or (PURCHASE.search(name) and found.mention.start < names.sentence_start(mention.start)):
        return name, []
    return names.fuller(found.name, "project") + name, [f"a part of {found.name}"]


def is_whole(filed: Filed) -> bool:
    """Whether a filed mention names a project that is no phase of another."""
    return filed.type == "project" and filed.mention.kind != "anaphor" and not phases(filed.name)


def plant(mention: Mention, name: str, names: ArticleNames) -> Completed | None:
    """消失模铸造生产线 → with its owner."""
    return of_owner(mention, name, names) if PLANT.search(name) else None


def of_owner(mention: Mention, name: str, names: ArticleNames) -> Completed:
    """消失模铸造生产线, 二期厂房 → with the company or park that the sentence gives them; else the last one named."""
    completed = with_parent(mention, name, names) or by_prefix(name, names, "zone")
    if completed:
        return completed
    own = re.sub(rf"^{PHASE_WORD}", "", name)
    if any(names.page.opens("company", name)) or not opens_ordinary(own):
        return name, []
    found = names.subject(mention.start, "company", "zone")
    if found is None:
        return name, []
    owner = found.name if found.type == "zone" else found.mention.surface if found.mention.is_name else found.name
    return owner + name, [f"of {owner}, which the sentence is about"]


def part_of_city(mention: Mention, name: str, names: ArticleNames) -> Completed | None:
    """城西片区改造项目 → 遂宁市城西片区改造项目."""
    if IN_CITY.match(name) and names.locality.city and not names.locality.zone and not is_elsewhere(mention, names):
        return names.locality.city + name, [f"in {names.locality.city}"]
    return None


def is_elsewhere(mention: Mention, names: ArticleNames) -> bool:
    """Whether the sentence is about another division than the page's city: 隰县举行城西片区改造…开工仪式."""
    about = names.subject(mention.start, "place")
    if about is None or not about.mention.is_name or about.name == names.locality.city:
        return False
    return places.level(about.name) in ("县", "区", "市")


def listed_project(mention: Mention, name: str, names: ArticleNames) -> Completed | None:
    """智能电梯、高端轴承等3个项目 → 智能电梯项目."""
    if not name.endswith(ordered("link_work_suffixes")) and ELLIPSIS.match(names.text[mention.end : mention.end + 60]):
        return name + "项目", ["named in a list of 项目"]
    return None


def centre_of_zone(_: Mention, name: str, names: ArticleNames) -> Completed | None:
    """科创中心 → with the zone that the article is about."""
    host = names.locality.zone or main_zone(names)
    if name.endswith("中心") and host and is_common(name.removesuffix("中心")):
        return host + name, [f"a project of {host}"]
    return None


PROJECT_RULES = (work_of_level, phase, lot, part, plant, part_of_city, listed_project, centre_of_zone, by_chain, opening_with("zone"))
