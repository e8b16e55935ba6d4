"""Projects: what is built, invested in or delivered under a name (年产…项目, …工程二期, A标段, 二期厂房).

The suffix is found first; the name runs left over nouns, an amount, and the company, park or works that it opens with.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extract.mentions.candidates import Candidate, made
from kg.extract.mentions.tagged import ORGANISATION, PERSON, PLACE, TaggedArticle
from kg.extract.mentions.works.edges import trimmed
from kg.extract.mentions.works.lists import find_works
from kg.extract.mentions.works.spans import OWNERS, PHASE, opening
from kg.lexicon import words
from kg.names.gazetteer import gazetteer

KIND = r"(?:建设项目|综合体项目|PPP项目|项目|建设工程|配套工程|扩建工程|改造工程|工程)"
PART = rf"(?:{PHASE}|[（(]{PHASE}[）)]|第?[一二三四五六]标段)?"
NO_NAME = (
    r"(?![师学院大部局处技公造类名款组经办总质咨监管费库量资组级])(?!分包|申报|储备|谋划|带动|管理|策划|专班|清单|审批|入库|集群|"
    r"名单|数量|个数|之一|总数)"
)
COUNT_AFTER = r"(?!\d+[个项家处])(?!(?:建设)?(?:等)?(?:共计|共有|达)?\d+[个项])"
SUFFIX = re.compile(KIND + PART + NO_NAME + COUNT_AFTER)
SETS_UP = r"共?(?:建|设|装|配)[一二两三四五六七八九十\d]+[台座条个套]"
"""What after a phase makes it the time of what is built in the works: 某某核电厂｜一期建两台机组."""
PHASED = re.compile(
    rf"(?:{PHASE}(?:工程|项目|厂房|标准化厂房|[\u3400-\u9fff]{{2,4}}车间)|(?:工程|项目|园区|水厂|电厂|温室|基地|厂房){PHASE}(?!工程|"
    rf"项目|第|{SETS_UP}))(?![师学院大部库])"
)
LOT = re.compile(r"(?:(?:[A-Z]|[一二三四五六七八九十\d]{1,3})(?:标段)|线路[一二三四五六]标段)")
RAIL = re.compile(r"(?:轨道交通|地铁)\d+号线(?:[一二三]期)?(?:[\u3400-\u9fff]{2}段)?(?:工程|项目)?")
LINE = re.compile(r"生产线")
COUNTED = re.compile(r"\d+(?:余|多)?[个项家处](?!月)|[两三四五六七八九十]+[个项]|(?:一大)?批")
FIRST = re.compile(r"(?:首个|首座|首批|最大的?|第一个|唯一|\d+[个项]|[两三四五六七八九十]个|这个|该|此|等)$")
BUILDING = re.compile(r"(?:新建|建设|建成|试产|投产|上马|引进|改造|其|启用)[^，。；]{0,6}$|(?:[，。；]|^)[^，。；]{0,4}$")


def find_projects(article: TaggedArticle, known: Sequence[Candidate]) -> list[Candidate]:
    """Return the projects of an article; ``known`` are names that a project's may open with (some company, park, works)."""
    owners = {c.end: c.start for c in sorted(known, key=lambda c: c.end - c.start) if c.type in OWNERS and c.score >= 0.7}
    places = {c.end: c.start for c in sorted(known, key=lambda c: c.end - c.start) if c.type == "place"}
    owners.update((c.end, c.start) for c in by_suffix(article, owners, places) if article.text[c.end : c.end + 1] not in "的")
    found = [*by_suffix(article, owners, places), *phased(article, owners, places), *lots(article), *lines(article, owners, places)]
    every = [*found, *find_works(article, [*known, *found])]
    return [whole for c in every if (whole := trimmed(article, c) if c.type == "project" else c)]


def by_suffix(article: TaggedArticle, owners: dict[int, int], places: dict[int, int]) -> list[Candidate]:
    """Return what its suffix calls a project or works and what has a name: 年产60万台伺服电机项目, not 重点项目."""
    found = []
    for match in SUFFIX.finditer(article.text):
        start = member_start(article, opening(article, match.start(), owners, places), match.end())
        if is_named(article, start, match.start()) and not FIRST.search(article.text, max(0, start - 5), start):
            found.append(made("project-suffix", start, match.end()))
    return found


def member_start(article: TaggedArticle, start: int, end: int) -> int:
    """Return where a member of a list begins of which the walk saw only the end: ：|恒某微购|电商产业园建设项目、某某大道改造项目."""
    mark = max(article.text.rfind(each, 0, start) for each in "、：；，。！？\n“”《》:;,")
    gap = article.text[mark + 1 : start]
    after = article.text[end : end + 1]
    if mark < 0 or article.text[mark] not in "、：:" or not 0 < len(gap) <= 16 or after not in ("、", "；", "。", "和", "等", "及"):
        return start
    sentence = max(article.text.rfind(each, 0, start) for each in "。！？\n；") + 1
    if not ANNOUNCED.search(article.text, sentence, mark + 1):
        return start
    return mark + 1 if is_plain(article, mark + 1, start) else start


def is_plain(article: TaggedArticle, start: int, end: int) -> bool:
    """Whether the words between a mark and what the walk saw can belong to the name: no verb of doing, no count, no particle."""
    inner = article.words[article.at[start] : article.at[end - 1] + 1]
    if any(LIST_VERB.search(article.of(w)) or (w.tag in ("u", "r", "m", "TIME", "xc") and not article.of(w).isdigit()) for w in inner):
        return False
    names = any(w.tag in (PLACE, PERSON, ORGANISATION, "nz", "nr", "nt") for w in inner)
    return all(
        w.tag not in ("p", "d", "v") or (names and (end - start <= 6 or article.of(w) in words("project_verbs") or article.of(w).isascii()))
        for w in inner
    )


ANNOUNCED = re.compile(r"(?:项目|工程)(?:包括|有|(?:分别)?[是为])[：:]?")
"""What announces a list of projects: 8个项目分别是：."""

LIST_VERB = re.compile(
    r"推进|推动|实施|加快|完成|启动|开展|抓好|做好|建设|建成|新建|引进|签约|谋划|争取|组织|落实|承建|承担|投资|开工|重点|重大|包括|参加|参与|负责"
)


def is_named(article: TaggedArticle, start: int, end: int) -> bool:
    """Whether the words before the suffix say which project it is: at least one that is not generic, three characters in all."""
    core = article.text[start:end]
    pieces, at = [], start
    while at < end:
        word = article.word(at)
        pieces.append(article.text[at : min(word.end, end)])
        at = word.end
    special = [piece for piece in pieces if is_special(piece)]
    is_class = "“" not in core and pieces and pieces[-1] in words("project_classes")
    if is_class or core.strip("“”") in words("project_classes") or (len(core) < 8 and len(special) < 2 and OF_ZONE.search(core)):
        return False
    return len(core) >= 3 and bool(special) and not COUNTED.match(article.text, start) and core.count("“") == core.count("”")


OF_ZONE = re.compile(r"(?:开发区|高新区|示范区|集聚区|新区|经开区|园区|辖区|全区)$")
"""A zone before 项目 says only where it is."""

COMMON_LISTS = ("generic", "project_verbs", "project_structures")


def is_special(piece: str) -> bool:
    """Whether a word says which project it is: no kind, verb of works, structure, place or number."""
    listed = any(piece in words(name) for name in COMMON_LISTS) or piece in gazetteer()
    return not listed and not re.fullmatch(r"[\d.]+\S?|[一二三四五六七八九十]+\S?", piece)


def phased(article: TaggedArticle, owners: dict[int, int], places: dict[int, int]) -> list[Candidate]:
    """Return phases: 一期项目, 工程二期, 某某水厂一期, 某某产业园二期厂房."""
    found = []
    for match in PHASED.finditer(article.text):
        start = opening(article, match.start(), owners, places) if match.group()[:2] in ("水厂", "电厂") else match.start()
        if start in owners:
            found.append(made("project-phase-of", owners[start], match.end()))
        elif match.end() in owners or (not article.is_edge(start) and article.text[start - 1] in "前首这"):
            continue
        found.append(made("project-phase", start, match.end(), nests=start in owners))
    for end, start in owners.items():
        phase = re.compile(rf"{PHASE}(?!工程|项目|[\u3400-\u9fff]{{2,4}}(?:工程|项目|厂房)|{SETS_UP})").match(article.text, end)
        if phase:
            found.append(made("project-phase-of", start, phase.end()))
    return found


def lots(article: TaggedArticle) -> list[Candidate]:
    """Return lots of a tender (A标段, 二标段) and lines of a city's rail (地铁19号线某某段)."""
    found = [made("project-lot", m.start(), m.end()) for m in LOT.finditer(article.text)]
    for match in RAIL.finditer(article.text):
        city = next((n for n in (3, 2) if n <= match.start() and article.text[match.start() - n : match.start()] in gazetteer()), 0)
        found.append(made("project-rail", match.start() - city, match.end()))
    return found


def lines(article: TaggedArticle, owners: dict[int, int], places: dict[int, int]) -> list[Candidate]:
    """Return production lines that a clause builds (projects) or that stand under their company's name (facilities)."""
    found = []
    for match in LINE.finditer(article.text):
        if article.follows(SUFFIX, match.end()):
            continue
        start = opening(article, match.start(), owners, places)
        if match.start() - start < 4 or not is_named(article, start, match.start()):
            continue
        owned = start in owners.values()
        if owned and article.text[match.end() : match.end() + 1] in "上内里":
            found.append(made("facility-production-line", start, match.end()))
        elif owned or BUILDING.search(article.text, max(0, start - 10), start):
            found.append(made("project-production-line", start, match.end()))
    return found
