"""Completes the names of companies, their units, and institutions."""

from __future__ import annotations

import re
from functools import cache

from kg.lexicon import ordered
from kg.model import Mention
from kg.names import places
from kg.names.anatomy import dissect, leading_place
from kg.names.vocabulary import is_ordinary
from kg.resolve.complete.agencies import national
from kg.resolve.complete.by_parent import by_chain, by_head, by_prefix, called, joined, opening_with, with_parent
from kg.resolve.complete.levels import head_of, levelled
from kg.resolve.complete.page_names import ArticleNames, Filed
from kg.resolve.complete.rules import Completed, first_of

PUBLIC = re.compile(r"(医院|中学|小学|幼儿园|图书馆|博物馆|文化馆|体育馆|党校|福利院|敬老院|疾控中心|保健院|电视台)$")
"""What every city has one of: 第一人民医院 without a name of its own is the page's city's."""
COMPANY_BODY = re.compile(r"(公司|供电局|电力局|电业局|集团|厂|银行|支行|分行|合作社|供电所)$")
DEPARTMENT = re.compile(r"[^、，。]{3,8}(?:部|科|处|室)|[^、，。]{2,6}(?:中心|车间)")
"""计划建设部, 新闻中心: a department, if the words before its kind are ordinary ones."""


@cache
def units() -> tuple[str, ...]:
    """Return the suffixes of units, longest first."""
    return tuple(sorted(ordered("link_units"), key=lambda suffix: (-len(suffix), suffix)))


def company(mention: Mention, name: str, names: ArticleNames) -> Completed:
    """市公交公司 → 许昌市公交公司; 付庄运维班 → 许昌供电公司付庄运维班; 城投公司 after 区财政局 → the 区's."""
    return first_of(COMPANY_RULES, mention, name, names) or (name, [])


def company_of_level(mention: Mention, name: str, names: ArticleNames) -> Completed | None:
    """市公交公司 → 许昌市公交公司, or as the page prints it: 许昌公交公司."""
    read = levelled(mention, name, names, over=2)
    if read is None:
        return None
    printed = places.bare(read.division) + read.rest
    if printed in names.page.printed.get("company", ()):
        return printed, [*read.notes, f"printed as {printed}"]
    return (read.division + read.rest, read.notes) if read.division else (name, [])


def part_of_company(mention: Mention, name: str, names: ArticleNames) -> Completed | None:
    """荆水集团管网部 → 荆门荆水水务集团有限公司管网部; a unit also by its parent or by 该公司 before it."""
    completed = with_parent(mention, name, names) if mention.parent or is_unit(name) else None
    return completed or by_prefix(name, names, "company")


def unit_of_company(mention: Mention, name: str, names: ArticleNames) -> Completed | None:
    """付庄运维班 → 许昌供电公司付庄运维班: a unit of the company named before it."""
    if not is_unit(name) or any(other != name for other in names.page.opens("company", name)):
        return None
    found = names.nearest(mention.start, lambda f: f.type == "company" and COMPANY_BODY.search(f.name) is not None)
    if found is not None and name.endswith(BRANCH) and found.name.endswith(BRANCH):
        found = over(found, mention, names)
    if found is None:
        return None
    full = names.fuller(found.name, "company")
    return joined(full, name), [f"a unit of {full}, named before it"]


BRANCH = "分公司"


def over(branch: Filed, mention: Mention, names: ArticleNames) -> Filed | None:
    """Return the company that a branch before a name belongs to by its own name: branches stand side by side, none under another."""
    above = names.by_id.get(branch.mention.parent or "")
    if above and above.type == "company" and not above.name.endswith(BRANCH):
        return above
    return names.nearest(
        mention.start,
        lambda f: f.type == "company" and f.name != branch.name and branch.name.startswith(f.name) and not f.name.endswith(BRANCH),
    )


def listed_company(mention: Mention, name: str, names: ArticleNames) -> Completed | None:
    """区财政局、城投公司 → the same 区's."""
    anatomy = dissect(name)
    before = names.joined(mention)
    if before is None or before.type != "agency" or anatomy.place or anatomy.form != "公司" or len(anatomy.core) > 4:
        return None
    return (head_of(before) + name, [f"in one list with {before.mention.surface}"]) if head_of(before) else None


def is_unit(name: str) -> bool:
    """Whether a name is a department's or team's that cannot stand alone: 付庄运维班, 配电一班, 建设部."""
    ordinary = DEPARTMENT.fullmatch(name) is not None and is_ordinary(re.sub("中心$|车间$|.$", "", name))
    return (
        (ordinary or any(name.endswith(unit) for unit in units()))
        and not COMPANY_BODY.search(name[:-2] if len(name) > 2 else name)
        and not leading_place(name)
    )


def institution(mention: Mention, name: str, names: ArticleNames) -> Completed:
    """区中医医院 → 鄠邑区中医医院; 月华医院骨科 → 西昌市月华医院骨科; 长三角研发中心 → its company's."""
    return first_of(INSTITUTION_RULES, mention, name, names) or (name, [])


def institution_of_level(mention: Mention, name: str, names: ArticleNames) -> Completed | None:
    """区中医医院 → 鄠邑区中医医院."""
    read = levelled(mention, name, names, over=1)
    if read is None:
        return None
    return (read.division + read.rest, read.notes) if read.division else (name, [])


def public_institution(_: Mention, name: str, names: ArticleNames) -> Completed | None:
    """第一人民医院 → the page's county's or city's."""
    home = names.home
    if home and not names.locality.zone and PUBLIC.search(name) and is_ordinary(name):
        return home + name, [f"the one of {home}"]
    return None


def research_centre(mention: Mention, name: str, names: ArticleNames) -> Completed | None:
    """长三角研发中心 → the one of the company that the sentence is about."""
    if not name.endswith(("研发中心", "技术中心")) or "联合" in name:
        return None
    found = names.subject(mention.start, "company")
    if found is None:
        return None
    full = names.fuller(found.name, "company")
    return full + name, [f"belongs to {full}, which the sentence is about"]


COMPANY_RULES = (called, company_of_level, by_head, part_of_company, unit_of_company, listed_company)
INSTITUTION_RULES = (
    called,
    national,
    institution_of_level,
    by_head,
    with_parent,
    by_chain,
    opening_with("institution", "zone"),
    public_institution,
    research_centre,
)
