"""Departments, teams and branches of a company: 许昌供电公司|薛坡运维班, and alone where the parent is known (该公司建设部)."""

from __future__ import annotations

import re

from kg.extract.lens import Candidate, Lens
from kg.lexicon import words

FORM = (
    r"(?:运维班|运检班|作业班|抢修班|测量班|班组|配电[一二三四五六]班|[一二三四五六七八九]班|[\u3400-\u9fff]班(?![次子车级])|"
    r"(?<![内总干全局])部(?![门长队分署落署件位])|供电所|营业厅|营业部|营业所|项目部|事业部|分公司|支公司|"
    r"工程公司|分厂|支行|分行|分理处|供电中心|调度控制中心|运检中心|检修中心|控制中心|管理中心|服务中心|研发中心|技术中心|"
    r"客服中心|营销中心|采购中心|信息中心|中心(?=[，。、的主工]|$)|工区|班)"
)
AFTER = re.compile(rf"(?P<unit>(?:[\u3400-\u9fffA-Z\d]{{0,12}}?){FORM})")
OWNED = re.compile(rf"(?:该公司|该集团|该企业|该行|该厂|公司|集团)(?P<unit>[\u3400-\u9fff]{{2,8}}?{FORM})")
TEAM = re.compile(r"[\u3400-\u9fff]{2,4}(?:运维班|运检班|供电所|作业班|抢修班|配电[一二三四五]班)|配电[一二三四五]班")
NO_UNIT = re.compile(r".*(?:总部|内部|干部|全部|部分|一部|外部|局部|中心城|本部|俱乐部|各部|中心$)$")


def is_unit(lens: Lens, start: int, end: int) -> bool:
    """Whether the words between hold no verb of prose or particle: 公司|成立|项目部 is no unit."""
    at = start
    while at < end:
        word = lens.word(at)
        piece = lens.text[at : min(word.end, end)]
        if word.tag in ("p", "c", "u", "d", "r", "w", "xc", "TIME", "PER") and len(piece) == word.end - word.start:
            return False
        if word.tag == "v" and piece not in words("unit_words") and piece not in words("trades"):
            return False
        at = word.end
    return True


def find_units(lens: Lens, companies: list[Candidate]) -> list[Candidate]:
    """Return the units whose company stands before them in one name."""
    found = []
    for company in companies:
        match = AFTER.match(lens.text, company.end)
        if match and company.end in lens.edges | {company.end} and is_unit(lens, match.start("unit"), match.end("unit")):
            unit = match["unit"]
            if not re.fullmatch(r"总部|内部|全部|干部|外部|本部|中心|班|部", unit) and lens.is_edge(match.end()):
                found.append(Candidate(company.start, match.end(), "company", "unit of a company", 0.85, inner=True, parent=company.span))
    return found


FACULTY = re.compile(
    r"[\u3400-\u9fff]{1,8}?(?:学院|系(?![统列数])|研究所|教研室|内科|外科|骨科|眼科|儿科|妇产科|康复科|中医科|急诊科|检验科|影像科|"
    r"护理部)"
)
OWN_FACULTY = re.compile(r"该[校院](?P<unit>[\u3400-\u9fff]{2,8}?(?:学院|系(?![统列数])|研究所|科(?![学技研])))")


def find_faculties(lens: Lens, institutions: list[Candidate]) -> list[Candidate]:
    """Return the departments of universities and hospitals: 某某大学|机械学院, 某某医院|骨科, 该校|机电工程系."""
    found = []
    for owner in institutions:
        if not lens.text[owner.start : owner.end].endswith(("大学", "学院", "医院")):
            continue
        match = FACULTY.match(lens.text, owner.end)
        if match and is_unit(lens, owner.end, match.end()):
            found.append(
                Candidate(owner.start, match.end(), "institution", "department of an institution", 0.8, inner=True, parent=owner.span)
            )
    for match in OWN_FACULTY.finditer(lens.text):
        before = [c for c in institutions if c.end <= match.start()]
        if before and is_unit(lens, match.start("unit"), match.end()):
            owner = max(before, key=lambda c: c.end)
            found.append(Candidate(match.start("unit"), match.end("unit"), "institution", "department after 该校", 0.75, parent=owner.span))
    return found


def find_bare_units(lens: Lens, companies: list[Candidate]) -> list[Candidate]:
    """Return units printed without their company: after 该公司, and teams that only a utility has; the parent is the one before."""
    found = []
    for match in OWNED.finditer(lens.text):
        if (
            match["unit"] not in ("全部", "内部", "总部")
            and is_unit(lens, match.start("unit"), match.end("unit"))
            and lens.is_edge(match.end())
        ):
            found.append(unit(match.start("unit"), match.end("unit"), companies))
    for match in TEAM.finditer(lens.text):
        start = match.start()
        while start < match.end() and not (start in lens.edges and is_unit(lens, start, match.end())):
            start += 1
        if match.end() - start >= 4:
            found.append(unit(start, match.end(), companies))
    return [c for c in found if c is not None]


def unit(start: int, end: int, companies: list[Candidate]) -> Candidate | None:
    """Return the unit as a part of the nearest company before it; None if there is none."""
    before = [c for c in companies if c.end <= start] or companies
    if not before:
        return None
    owner = max((c for c in before), key=lambda c: (c.end <= start, c.end))
    return Candidate(start, end, "company", "unit without its company", 0.75, parent=owner.span)
