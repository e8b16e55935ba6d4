"""Completes each name of an article to the name a reader would file it under (GUIDELINES.md rules 2, 3, 7, 9).

    市市场监督管理局 → 许昌市市场监督管理局      the page's city
    区住建局、财政局 → …财政局 of the same 区      the list it stands in
    该局执法稽查支队 → 滁州市市场监督管理局执法稽查支队
    一期项目 → 昱澄光伏年产5吉瓦光伏组件项目一期   the project named before

Every assumption is noted in words. The rules of each type stand, in their order, in the module of that type.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kg.model import Locality, Mention, Reading
from kg.names.anatomy import leading_place
from kg.resolve.complete.agencies import agency
from kg.resolve.complete.companies import company, institution
from kg.resolve.complete.levels import LEVEL
from kg.resolve.complete.page_names import ArticleNames, Filed, PageNames, given_name
from kg.resolve.complete.parks import zone
from kg.resolve.complete.projects import project
from kg.resolve.complete.sites import facility, place, programme

RULES: dict[str, Callable[[Mention, str, ArticleNames], tuple[str, list[str]]]] = {
    "agency": agency,
    "company": company,
    "institution": institution,
    "zone": zone,
    "place": place,
    "programme": programme,
    "project": project,
    "facility": facility,
}


def complete_page(readings: Sequence[Reading], locality: Locality) -> list[Filed]:
    """File every mention of one page, anaphors under their antecedents; the order of ``readings`` is the reading order."""
    page = PageNames(readings, locality)
    return [filed for reading in readings for filed in complete_article(reading, page)]


def complete_article(reading: Reading, page: PageNames) -> list[Filed]:
    """File the mentions of one article in the order they are printed."""
    names = ArticleNames(reading.article, page)
    waiting = {m.id: m for m in reading.mentions}
    for mention in sorted(reading.mentions, key=lambda m: (m.start, -m.end, m.id)):
        file(mention, names, waiting)
    return names.filed


def file(mention: Mention, names: ArticleNames, waiting: dict[str, Mention]) -> Filed:
    """File one mention; its antecedent or parent first, should it stand later."""
    if mention.id in names.by_id:
        return names.by_id[mention.id]
    waiting.pop(mention.id, None)
    for needed in (mention.antecedent, mention.parent):
        if needed in waiting:
            file(waiting[needed], names, waiting)
    if mention.kind == "anaphor":
        antecedent = names.by_id.get(mention.antecedent or "")
        name = antecedent.name if antecedent else given_name(mention)
        return names.add(Filed(mention, names.article.page.id, name, (f"{mention.surface} stands for {name}",)))
    given = given_name(mention)
    whole = mention.kind == "shared" and (given[0] not in "省市县区" or not LEVEL.match(given) or leading_place(given) != "")
    if mention.kind == "implied" or whole or mention.type not in RULES:
        return names.add(Filed(mention, names.article.page.id, given_name(mention)))
    name, notes = RULES[mention.type](mention, given, names)
    return names.add(Filed(mention, names.article.page.id, name, tuple(notes)))
