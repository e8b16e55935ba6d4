"""Departments, teams and branches of a company: 许昌供电公司|薛坡运维班, and alone where the parent is known (该公司建设部)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.mentions.candidates import Candidate, made
from kg.extract.mentions.tagged import TaggedArticle
from kg.lexicon import words
from kg.names.gazetteer import gazetteer

TEAMS = (
    r"运维班|运检班|作业班|抢修班|测量班|班组|配电[一二三四五六]班|[一二三四五六七八九]班|[\u3400-\u9fff]班(?![次子车级])|工区|小分队|"
    r"突击队|抢修队|攻坚队|抢险队|班"
)
BRANCHES = r"供电所|营业厅|营业部|营业所|项目部|事业部|分公司|支公司|工程公司|分厂|支行|分行|分理处"
CENTRES = (
    r"供电中心|调度控制中心|运检中心|检修中心|控制中心|管理中心|服务中心|研发中心|技术中心|客服中心|营销中心|采购中心|信息中心|"
    r"中心(?=[，。、的主工]|$)"
)
DIVISIONS = r"(?<![内总干全局])部(?![门长队分署落署件位])"
FORM = f"(?:{BRANCHES}|{CENTRES}|{DIVISIONS}|{TEAMS})"
AFTER = re.compile(rf"(?P<unit>(?:[\u3400-\u9fffA-Z\d]{{0,12}}?){FORM})")
OWNED = re.compile(rf"(?:该公司|该集团|该企业|该行|该厂|(?<=供电局)|(?<=电业局)|公司|集团|企业)(?P<unit>[\u3400-\u9fff]{{2,8}}?{FORM})")
TEAM = re.compile(r"[\u3400-\u9fff]{2,4}(?:运维班|运检班|供电所|作业班|抢修班|配电[一二三四五]班)|配电[一二三四五]班")


def is_unit(article: TaggedArticle, start: int, end: int) -> bool:
    """Whether the words between hold no verb of prose or particle: 公司|成立|项目部 is no unit."""
    at = start
    while at < end:
        word = article.word(at)
        piece = article.text[at : min(word.end, end)]
        if word.tag in ("p", "c", "u", "d", "r", "w", "xc", "TIME", "PER") and len(piece) == word.end - word.start:
            return False
        if word.tag == "v" and piece not in words("unit_words") and piece not in words("trades"):
            return False
        at = word.end
    return True


def find_units(article: TaggedArticle, companies: list[Candidate]) -> list[Candidate]:
    """Return the units whose company stands before them in one name."""
    found = []
    for company in companies:
        match = AFTER.match(article.text, company.end)
        if match and company.end in article.edges | {company.end} and is_unit(article, match.start("unit"), match.end("unit")):
            unit = match["unit"]
            if (
                not re.fullmatch(r"总部|内部|全部|干部|外部|本部|中心|班|部", unit)
                and not OTHERS.match(unit)
                and not unit.endswith(SITES)
                and article.is_edge(match.end())
            ):
                found.append(made("company-unit", company.start, match.end(), parent=company.span))
                found += list(listed_units(article, match.end(), company))
    return found


SITES = ("数据中心", "计算中心", "会展中心", "物流中心", "商业中心", "文化中心", "购物中心", "体育中心")
"""Centres that are buildings, not departments."""

LISTED_UNIT = re.compile(r"[、和及](?P<unit>[\u3400-\u9fff]{2,6}?(?:中心|部|科|班|供电所|营业厅|项目部|支行))(?=[、，。和及等])")


def listed_units(article: TaggedArticle, end: int, company: Candidate) -> Iterator[Candidate]:
    """Yield the units of the same company that a list goes on with: 某供电公司客户服务中心、|抢修服务中心."""
    while match := LISTED_UNIT.match(article.text, end):
        start, end = match.span("unit")
        if any(article.text[start : start + n] in gazetteer() for n in (2, 3, 4)) or not is_unit(article, start, end):
            return
        yield made("company-unit-listed", start, end, parent=company.span)


OTHERS = re.compile(r"组织|召集|召开|安排|派出|抽调|成立|组建|各|多个")
"""What a company does to its units: 供电公司|组织|计划部、安监部."""

DEPARTMENTS = re.compile(
    r"(?P<names>[\u3400-\u9fff]{2,8}?(?:部|中心|科|室|办)(?:(?:、|和|与|及)[\u3400-\u9fff]{2,8}?(?:部|中心|科|室|办))+)(?=等(?:多个|相关|有关|几个|\d+个|各)?(?:职能)?(?:部门|科室|部室))"
)
"""Departments listed as such: 计划部、安监部|等多个职能部门."""

FACULTY = re.compile(
    r"[\u3400-\u9fff]{1,8}?(?:学院|系(?![统列数])|研究所|教研室|内科|外科|骨科|眼科|儿科|妇产科|康复科|中医科|急诊科|检验科|影像科|"
    r"护理部)"
)
OWN_FACULTY = re.compile(r"该[校院](?P<unit>[\u3400-\u9fff]{2,8}?(?:学院|系(?![统列数])|研究所|科(?![学技研])))")


def find_faculties(article: TaggedArticle, institutions: list[Candidate]) -> list[Candidate]:
    """Return the departments of universities and hospitals: 某某大学|机械学院, 某某医院|骨科, 该校|机电工程系."""
    found = []
    for owner in institutions:
        if not article.text[owner.start : owner.end].endswith(("大学", "学院", "医院")):
            continue
        match = FACULTY.match(article.text, owner.end)
        if match and is_unit(article, owner.end, match.end()):
            found.append(made("institution-department", owner.start, match.end(), parent=owner.span))
    for match in OWN_FACULTY.finditer(article.text):
        before = [c for c in institutions if c.end <= match.start()]
        if before and is_unit(article, match.start("unit"), match.end()):
            owner = max(before, key=lambda c: c.end)
            found.append(made("institution-own-department", match.start("unit"), match.end("unit"), parent=owner.span))
    return found


def find_bare_units(article: TaggedArticle, companies: list[Candidate]) -> list[Candidate]:
    """Return units printed without their company: after 该公司, and teams that only a utility has; the parent is the one before."""
    found = []
    for match in OWNED.finditer(article.text):
        if (
            match["unit"] not in ("全部", "内部", "总部")
            and not OTHERS.match(match["unit"])
            and not (match.group().startswith("企业") and match["unit"].endswith(("技术中心", "研发中心", "服务中心", "管理中心")))
            and is_unit(article, match.start("unit"), match.end("unit"))
            and article.is_edge(match.end())
        ):
            found.append(unit(match.start("unit"), match.end("unit"), companies))
    for match in TEAM.finditer(article.text):
        start = match.start()
        while start < match.end() and not (start in article.edges and is_unit(article, start, match.end())):
            start += 1
        if match.end() - start >= 4:
            found.append(unit(start, match.end(), companies))
    return [c for c in [*found, *departments(article, companies), *bureau_units(article, companies)] if c is not None]


def departments(article: TaggedArticle, companies: list[Candidate]) -> list[Candidate | None]:
    """Return the departments of a list of departments whose sentence names their company before it."""
    found: list[Candidate | None] = []
    for match in DEPARTMENTS.finditer(article.text):
        sentence = article.text.rfind("。", 0, match.start()) + 1
        own = [c for c in companies if sentence <= c.start and c.end <= match.start() + 2]
        at = max([match.start(), *(c.end for c in own if c.end > match.start())])
        opened = OTHERS.match(article.text, at)
        at = opened.end() if opened else at
        for piece in re.finditer(r"[^、和与及]+", article.text[at : match.end()]):
            if own and piece.end() - piece.start() > 2:
                found.append(unit(at + piece.start(), at + piece.end(), own))
    return found


BUREAU = re.compile(r"该局(?P<unit>[\u3400-\u9fff]{2,8}?(?:部|中心|科|室|班|供电所|所))(?![长门署])")


def bureau_units(article: TaggedArticle, companies: list[Candidate]) -> list[Candidate | None]:
    """Return the units after 该局 where it is a power bureau, which is a company: 该局|新闻中心."""
    found: list[Candidate | None] = []
    for match in BUREAU.finditer(article.text):
        own = [c for c in companies if c.end <= match.start() and article.text[c.start : c.end].endswith(("供电局", "电业局", "电力局"))]
        if own and is_unit(article, match.start("unit"), match.end()) and article.is_edge(match.end()):
            found.append(unit(match.start("unit"), match.end(), own))
    return found


def unit(start: int, end: int, companies: list[Candidate]) -> Candidate | None:
    """Return the unit as a part of the nearest company before it; None if there is none."""
    before = [c for c in companies if c.end <= start] or companies
    if not before:
        return None
    owner = max((c for c in before), key=lambda c: (c.end <= start, c.end))
    return made("company-bare-unit", start, end, parent=owner.span)
