"""Projects: what is built, invested in or delivered under a name (年产…项目, …工程二期, A标段, 二期厂房).

The tail is found first; the name runs left over nouns, an amount, and the company, park or works that it opens with.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extract.lens import Candidate, Lens
from kg.extract.places import gazetteer
from kg.lexicon import words

PHASE = r"[一二三四五六1-6]期"
TAIL = re.compile(
    rf"(?:建设项目|综合体项目|PPP项目|项目|建设工程|配套工程|扩建工程|改造工程|工程)(?:{PHASE}|第?[一二三四五六]标段)?"
    r"(?![师学院大部局处技公造类名款组经办总质咨监管费库量资组级])(?!分包|申报|储备|谋划|带动|管理|策划|专班|清单|审批|入库|集群|"
    r"名单|数量|个数)(?!\d+[个项家])(?!(?:建设)?(?:等)?(?:共计|共有|达)?\d+[个项])"
)
PHASED = re.compile(
    rf"(?:{PHASE}(?:工程|项目|厂房|标准化厂房|[\u3400-\u9fff]{{2,4}}车间)|(?:工程|项目|园区|水厂|电厂|温室|基地|厂房){PHASE}(?!工程|"
    rf"项目|第))(?![师学院大部库])"
)
LOT = re.compile(r"(?:(?:[A-Z]|[一二三四五六七八九十\d]{1,3})(?:标段)|线路[一二三四五六]标段)")
RAIL = re.compile(r"(?:轨道交通|地铁)\d+号线(?:[一二三]期)?(?:[\u3400-\u9fff]{2}段)?(?:工程|项目)?")
LINE = re.compile(r"生产线")
AMOUNT = re.compile(
    r"(?:年产|日产|年处理|日处理|年加工|总装机|装机)?[\d.]+(?:[×xX]\d+)?"
    r"(?:[万亿]?(?:台套|台|套|吨|千瓦|兆瓦|吉瓦|千伏安|千伏|立方米|平方米|亩|只|辆|件|头|羽|米|公里|张|片|条|瓶|"
    r"箱|支|块|颗|枚))(?:/[时天年])?$|年产$"
)
COUNTED = re.compile(r"\d+(?:余|多)?[个项家处](?!月)|[两三四五六七八九十]+[个项]")
FIRST = re.compile(r"(?:首个|首座|首批|最大的?|第一个|唯一|\d+[个项]|[两三四五六七八九十]个|这个|该|此)$")
BUILDING = re.compile(r"(?:新建|建设|建成|试产|投产|上马|引进|改造|其|启用)[^，。；]{0,6}$|(?:[，。；]|^)[^，。；]{0,4}$")
OWNERS = ("company", "zone", "facility", "project", "institution")


def find_projects(lens: Lens, known: Sequence[Candidate]) -> list[Candidate]:
    """Return the projects of an article; ``known`` are names that a project's may open with (some company, park, works)."""
    owners = {c.end: c.start for c in sorted(known, key=lambda c: c.end - c.start) if c.type in OWNERS and c.score >= 0.7}
    owners.update((c.end, c.start) for c in tailed(lens, owners) if lens.text[c.end : c.end + 1] not in "的")
    return [*tailed(lens, owners), *phased(lens, owners), *lots(lens), *lines(lens, owners)]


def tailed(lens: Lens, owners: dict[int, int]) -> list[Candidate]:
    """Return what its tail calls a project or works and what has a name: 年产60万台伺服电机项目, not 重点项目."""
    found = []
    for match in TAIL.finditer(lens.text):
        start = opening(lens, match.start(), owners)
        if is_named(lens, start, match.start()) and not FIRST.search(lens.text, max(0, start - 5), start):
            found.append(Candidate(start, match.end(), "project", "project by its tail", 0.7))
    return found


def opening(lens: Lens, tail: int, owners: dict[int, int]) -> int:
    """Return the left edge of a project's name.

    Verbs belong to it only right before the tail (设备采购|项目), an amount always (年产4万吨), a quoted part and an owner's name
    if they touch.
    """
    at = tail
    while (
        at > 0 and (word := lens.word(at - 1)).end == at and (lens.of(word) in words("project_verbs") or re.fullmatch(PHASE, lens.of(word)))
    ):
        at = word.start
    at = lens.reach(at, strict=True)
    while at > 0:
        if at in owners:
            at = owners[at]
        elif amount := AMOUNT.search(lens.text, max(0, at - 14), at):
            at = lens.reach(amount.start(), strict=True)
        elif lens.text[at - 1] == "”" and (quote := lens.text.rfind("“", max(0, at - 24), at)) >= 0:
            return quote
        elif (
            lens.text[at - 1] in "及、"
            and at - 1 > 0
            and lens.word(at - 2).tag in ("n", "vn", "v")
            and lens.of(lens.word(at - 2)) in words("project_verbs")
            and at < tail
        ):
            at = lens.reach(lens.word(at - 2).start, strict=True)
        else:
            break
    return skip_lead(lens, at, tail)


def skip_lead(lens: Lens, start: int, tail: int) -> int:
    """Move the start right over words that open no name: 现场, 重点, 其."""
    while (
        start < tail
        and (lens.word(start).tag in ("f", "d", "u", "r", "c") or lens.of(lens.word(start)) in words("project_leads"))
        and lens.word(start).end < tail
    ):
        start = lens.word(start).end
    return start


def is_named(lens: Lens, start: int, end: int) -> bool:
    """Whether the words before the tail say which project it is: at least one that is not generic, three characters in all."""
    pieces, at = [], start
    while at < end:
        word = lens.word(at)
        pieces.append(lens.text[at : min(word.end, end)])
        at = word.end
    special = [
        p
        for p in pieces
        if p not in words("generic")
        and p not in words("project_verbs")
        and p not in gazetteer()
        and not re.fullmatch(r"[\d.]+\S?|[一二三四五六七八九十]+\S?", p)
    ]
    if re.search(r"(?:开发区|高新区|示范区|集聚区|新区|经开区|园区|辖区|全区)$", lens.text[start:end]) and end - start < 8:
        return False
    return (
        end - start >= 3
        and bool(special)
        and not COUNTED.match(lens.text, start)
        and lens.text[start:end].count("“") == lens.text[start:end].count("”")
    )


def phased(lens: Lens, owners: dict[int, int]) -> list[Candidate]:
    """Return phases: 一期项目, 工程二期, 某某水厂一期, 某某产业园二期厂房."""
    found = []
    for match in PHASED.finditer(lens.text):
        start = opening(lens, match.start(), owners) if match.group()[:2] in ("水厂", "电厂") else match.start()
        if start in owners:
            found.append(Candidate(owners[start], match.end(), "project", "phase of a named thing", 0.75))
        elif match.end() in owners or (not lens.is_edge(start) and lens.text[start - 1] in "前首这"):
            continue
        found.append(Candidate(start, match.end(), "project", "phase", 0.6, inner=start in owners))
    for end, start in owners.items():
        phase = re.compile(rf"{PHASE}(?!工程|项目|[\u3400-\u9fff]{{2,4}}(?:工程|项目|厂房))").match(lens.text, end)
        if phase:
            found.append(Candidate(start, phase.end(), "project", "phase of a named thing", 0.75))
    return found


def lots(lens: Lens) -> list[Candidate]:
    """Return lots of a tender (A标段, 二标段) and lines of a city's rail (地铁19号线某某段)."""
    found = [Candidate(m.start(), m.end(), "project", "lot", 0.75) for m in LOT.finditer(lens.text)]
    for match in RAIL.finditer(lens.text):
        city = next((n for n in (3, 2) if lens.text[max(0, match.start() - n) : match.start()] in gazetteer()), 0)
        found.append(Candidate(match.start() - city, match.end(), "project", "line of rail", 0.75, inner=True))
    return found


def lines(lens: Lens, owners: dict[int, int]) -> list[Candidate]:
    """Return production lines that a clause builds (projects) or that stand under their company's name (facilities)."""
    found = []
    for match in LINE.finditer(lens.text):
        if lens.follows(TAIL, match.end()):
            continue
        start = opening(lens, match.start(), owners)
        if match.start() - start < 4 or not is_named(lens, start, match.start()):
            continue
        owned = start in owners.values()
        if owned and lens.text[match.end() : match.end() + 1] in "上内里":
            found.append(Candidate(start, match.end(), "facility", "line of a company", 0.7))
        elif owned or BUILDING.search(lens.text, max(0, start - 10), start):
            found.append(Candidate(start, match.end(), "project", "production line", 0.65))
    return found
