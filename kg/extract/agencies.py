"""Party and public bodies by their anatomy: level or place, function, form (市|市场监督管理|局), and fixed bodies (市委, 县政协).

A body printed without a level in a list after one with it (某县发改委、生态环境局) belongs to the same level; the parent of a unit or
of a zone's office is kept as a range.
"""

from __future__ import annotations

import re
from functools import cache

from kg.extract.lens import ORGANISATION, Candidate, Lens
from kg.lexicon import alternatives

LEVELS = "省市县区州旗镇乡"
FORM = (r"(?:局|厅|委员会|委(?!托|派|员|屈|曲|任)|办公室|办公厅|联席会议办公室|联席会议|工作领导小组|领导小组|指挥部|总局|总署|执法支队|执法总队|执法大队|总队|支队|大队|"
        r"中心|分局|管理处|管理站|管理所|事务所|监督所|服务站|总站|处|科|署|办(?![理事公好学法案]))")
FILL = r"(?:工作|事务|事业|管理|监督|监督管理|监管|服务|发展|保护|保障|促进|执法|监察|建设|开发|运行|和|与|及|、)"


@cache
def core() -> re.Pattern[str]:
    """Return the pattern of function and form: 市场监督管理局, 文化和旅游局."""
    functions = alternatives("functions")
    return re.compile(rf"(?:(?:{functions})(?:{FILL}{{0,2}}(?:{functions})){{0,4}}{FILL}{{0,2}}{FORM})(?:(?:执法)?(?:{functions})(?:支队|大队|中队|科|处))?")


@cache
def body() -> re.Pattern[str]:
    """Return the pattern of bodies with a fixed name."""
    return re.compile(rf"(?:{alternatives('bodies')})")


NATIONAL = re.compile(
    r"国务院(?![参])|中共中央|全国人大常委会|全国人大|全国政协|最高人民法院|最高人民检察院|中央纪委国家监委|中央纪委|中宣部|中组部|"
    r"(?:国家|全国)(?:[\u3400-\u9fff]{2,10}?)(?:总局|局(?!面|势|部)|委员会|发改委|卫健委|总署)|(?:工业和信息化|工信|科技|科学技术|教育|公安|民政|财政|人力资源和社会保障|人社|自然资源|生态环境|"
    r"住房和城乡建设|住建|交通运输|水利|农业农村|农业|商务|文化和旅游|应急管理|司法|国土资源|铁道|卫生)部(?![门分队委落署])|中国人民银行|生态环境部|银保监会|证监会")

STARTERS = re.compile(r"[\u3400-\u9fff]")
VERBISH_AFTER_COMMITTEE = re.compile(r"委(?:托|派|员|屈|曲|任|以)")


class Levels:
    """What may stand before a body's name in one article: zones and places that end at an offset."""

    def __init__(self, lens: Lens, places: list[Candidate], zones: list[Candidate]) -> None:
        self.lens = lens
        self.ends = {c.end: c for c in sorted([*places, *zones], key=lambda c: (c.end - c.start, c.type == "zone"))}

    def offsets(self) -> list[int]:
        """Return the offsets at which a level ends, in order."""
        bare = {at + 1 for at, mark in enumerate(self.lens.text) if mark in LEVELS and self.is_bare(at)}
        return sorted({end for end in self.ends if end < len(self.lens.text)} | bare)

    def before(self, at: int) -> tuple[int, Candidate | None] | None:
        """Return where the level that ends at ``at`` begins, and the place or zone that it is; None if there is none."""
        if at in self.ends:
            found = self.ends[at]
            return found.start, found
        if at > 0 and self.lens.text[at - 1] in LEVELS and self.is_bare(at - 1):
            return at - 1, None
        return None

    def is_bare(self, at: int) -> bool:
        """Whether the 市 at this offset stands for the page's own city and is no part of a longer word."""
        lens = self.lens
        if at == 0 or not STARTERS.match(lens.text[at - 1]):
            return True
        return at in lens.edges or lens.word(at).start == at


def find_agencies(lens: Lens, places: list[Candidate], zones: list[Candidate]) -> list[Candidate]:
    """Return the bodies of an article; those without a level only in a list after one with it or when the tagger agrees."""
    levels = Levels(lens, places, zones)
    found = [Candidate(m.start(), m.end(), "agency", "national body", 0.95, inner=True) for m in NATIONAL.finditer(lens.text)]
    found += levelled(lens, levels) + tagged_agencies(lens)
    return found + listed(lens, sorted(found, key=lambda c: c.start))


def levelled(lens: Lens, levels: Levels) -> list[Candidate]:
    """Return the bodies that have a level, a place or a zone before them."""
    found = []
    for at in levels.offsets():
        match = longest(core().match(lens.text, at), body().match(lens.text, at))
        before = levels.before(at)
        if match is None or before is None or VERBISH_AFTER_COMMITTEE.match(lens.text, match.end() - 1):
            continue
        start, owner = before
        if match.group().endswith("人大") and lens.text.startswith("代表", match.end()):
            continue
        end = grow(lens, match.end())
        if lens.text[start:end] not in NO_BODIES:
            parent = owner.span if owner is not None and owner.type == "zone" else None
            found.append(Candidate(start, end, "agency", "agency with level", 0.92, inner=True, parent=parent))
    return found


NO_BODIES = ("市办", "区办", "县办", "省办", "镇办", "乡办", "区工委", "市委员会", "县委员会", "区委员会")


def longest(*found: re.Match[str] | None) -> re.Match[str] | None:
    """Return the longest match, the first of equals; None if there is none."""
    return max((m for m in found if m), key=lambda m: m.end(), default=None)


UNIT = re.compile(r"(?:[\u3400-\u9fff]{2,8}?(?:支队|大队|中队|派出所|分局|机关党委|党委|党组|党支部|党总支)|办公室)")


def grow(lens: Lens, end: int) -> int:
    """Return the end with a unit that follows at once: 市公安局|交警支队."""
    match = UNIT.match(lens.text, end)
    if match and all(lens.word(i).tag not in ("v", "p", "c", "u", "d", "w", "r") for i in range(match.start(), match.end() - 2)):
        return match.end()
    return end


LIST_MARK = re.compile(r"[、和及与]|以及")


def listed(lens: Lens, known: list[Candidate]) -> list[Candidate]:
    """Return the bodies that a list goes on with: 某县发改委|、|生态环境局|、|应急管理局."""
    found: list[Candidate] = []
    for first in known:
        last = first
        while True:
            mark = LIST_MARK.match(lens.text, last.end)
            if not mark:
                break
            match = core().match(lens.text, mark.end()) or body().match(lens.text, mark.end())
            if not match or len(match.group()) < 3:
                break
            last = Candidate(match.start(), match.end(), "agency", "agency in a list", 0.8, parent=first.parent)
            found.append(last)
    return found


FORMED = re.compile(rf"(?:[{LEVELS}]|[\u3400-\u9fff]{{2,9}}[{LEVELS}])[\u3400-\u9fff]{{2,14}}(?:局|厅|委|办|委员会|办公室|支队|大队|中心|管理处)")


def tagged_agencies(lens: Lens) -> list[Candidate]:
    """Return what the tagger calls an organisation and what has a level and a body's form: 市某某服务局."""
    return [Candidate(w.start, w.end, "agency", "tagger, level and form", 0.7, inner=True)
            for w in lens.tagged(ORGANISATION) if FORMED.fullmatch(lens.text, w.start, w.end)]
