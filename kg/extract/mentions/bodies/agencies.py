"""Party and public bodies by their anatomy: level or place, function, form (市|市场监督管理|局), and fixed bodies (市委, 县政协).

A body printed without a level in a list after one with it (某县发改委、生态环境局) belongs to the same level; the parent of a unit or
of a zone's office is kept as a range.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.extract.mentions.bodies.forms import body, core, longest
from kg.extract.mentions.bodies.offices import acting, bare, congresses, headless, owned, party, police
from kg.extract.mentions.candidates import Candidate, made
from kg.extract.mentions.tagged import HAN, ORGANISATION, TaggedArticle, joint_end, office_end

LEVELS = "省市县区州旗镇乡"


NO_UNIT = r"(?:第一|常务)?(?:副)?(?:主任|书记|局长|部长|处长|主席|检察长|院长)"
UNIT_WORD = r"(?:(?!会同|联合|协同|和|与|及|市)[\u3400-\u9fff])"
UNIT_FORM = r"(?:支队|大队|中队|派出所|分局|机关党委|党委|党组|党支部|党总支|管理科|科|处)(?![长学技研])"
UNIT = re.compile(rf"(?!{NO_UNIT})(?:{UNIT_WORD}{{2,6}}?委(?!员|托|派|任)|{UNIT_WORD}{{2,8}}?{UNIT_FORM}|办公室)")


NATIONAL_FIXED = (
    r"国务院(?!参)|中共中央|全国人大常委会|全国人大(?!代表)|全国政协(?!委员)|最高人民法院|最高人民检察院|中央纪委国家监委|中央纪委|"
    r"中宣部|中组部|中国人民银行|生态环境部|银保监会|证监会"
)
NATIONAL_FORM = r"(?:国家|全国)(?:[\u3400-\u9fff]{2,10}?)(?:总局|局(?![面势部域])|委员会|发改委|卫健委|总署)"
MINISTRY = (
    r"(?:国家)?(?:工业和信息化|工信|科技|科学技术|教育|公安|民政|财政|人力资源和社会保障|人社|自然资源|生态环境|住房和城乡建设|住建|"
    r"交通运输|水利|农业农村|农业|商务|文化和旅游|应急管理|司法|国土资源|铁道|卫生)部(?![门分队委落署])"
)
OFFICE_INSIDE = r"[\u3400-\u9fff]{2,10}?(?:联席会议办公室|联席会议|领导小组|办公厅|办公室|委员会)"
NATIONAL = re.compile(f"(?:{NATIONAL_FIXED}|{NATIONAL_FORM}|{MINISTRY})(?P<office>{OFFICE_INSIDE})?")


VERB_AFTER_COMMITTEE = re.compile(r"委(?:托|派|员|屈|曲|任|以)")


OF_COMPANY = re.compile(r"公司|集团|[厂院校厅局委市县区省]$")


LIST_MARK = re.compile(r"[、和及与]|以及")


LISTED_COMPANY = re.compile(r"(?:城投|交投|旅投|水务|燃气|供电|公交|自来水|热力|烟草|移动|联通|电信|城建|国投|发投)公司")


NO_BODIES = ("市办", "区办", "县办", "省办", "镇办", "乡办", "区工委", "市委员会", "县委员会", "区委员会", "市委政府")


class Levels:
    """What may stand before a body's name in one article: zones and places that end at an offset, and a bare 市, 县, 区."""

    def __init__(self, article: TaggedArticle, places: Sequence[Candidate], zones: Sequence[Candidate]) -> None:
        self.article = article
        self.ends = {c.end: c for c in sorted([*places, *zones], key=lambda c: (c.end - c.start, c.type == "zone"))}
        starts = {c.start: c for c in places}
        for zone in zones:
            if zone.end in starts:  # 某府新区|眉山|管委会: the zone's part in a city
                self.ends[starts[zone.end].end] = zone

    def offsets(self) -> list[int]:
        """Return the offsets at which a level ends, in order."""
        bare = {at + 1 for at, mark in enumerate(self.article.text) if mark in LEVELS and self.is_bare(at)}
        return sorted({end for end in self.ends if end < len(self.article.text)} | bare)

    def before(self, at: int) -> tuple[int, Candidate | None] | None:
        """Return where the level that ends at ``at`` begins, and the place or zone that it is; None if there is none."""
        if at in self.ends:
            found = self.ends[at]
            return found.start, found
        if at > 0 and self.article.text[at - 1] in LEVELS and self.is_bare(at - 1):
            return at - 1, None
        return None

    def is_bare(self, at: int) -> bool:
        """Whether the 市 at this offset stands for the page's own city and is no part of a longer word."""
        article = self.article
        if at == 0 or not HAN.match(article.text[at - 1]) or article.text[at - 2 : at] in ("市委", "县委", "区委", "省委", "镇委"):
            return True
        word = article.word(at)
        return (
            word.start == at
            or (word.tag == ORGANISATION and at == word.start + joint_end(article.text[word.start : at + 1] + "  "))
            or (
                word.tag == ORGANISATION and article.text[at - 2 : at] in ("联合", "会同", "委托") and article.text[at - 3 : at] != "工联合"
            )
        )


def find_agencies(
    article: TaggedArticle, places: Sequence[Candidate], zones: Sequence[Candidate], companies: Sequence[Candidate]
) -> list[Candidate]:
    """Return the bodies of an article; those without a level only in a list after one with it, before a post, or after 该局."""
    levels = Levels(article, places, zones)
    found = [
        *national(article),
        *levelled(article, levels),
        *task_forces(article, levels),
        *tagged_agencies(article),
        *acting(article, places),
    ]
    found += [*congresses(article), *headless(article)]
    found += [*police(article), *party(article, [*companies, *zones]), *bare(article, zones), *owned(article, found)]
    return found + listed(article, sorted(found, key=lambda c: c.start))


LEAGUE = re.compile(r"团[省市县区州]委(?!员|托|派)")


def national(article: TaggedArticle) -> Iterator[Candidate]:
    """Yield national bodies, with an office inside one as a name of its own around it: 国务院|某某联席会议."""
    yield from (made("agency-youth-league", m.start(), m.end()) for m in LEAGUE.finditer(article.text) if article.is_edge(m.start()))
    for match in NATIONAL.finditer(article.text):
        if match.group().endswith("部") and (
            not article.is_edge(match.start()) or OF_COMPANY.search(article.text, max(0, match.start() - 2), match.start())
        ):
            continue
        end = match.start("office") if match["office"] else match.end()
        yield made("agency-national", match.start(), end)
        if match["office"] and not re.search(r"[的和与及关于在将对印]", match["office"]):
            yield made("agency-national-office", match.start(), match.end(), parent=(match.start(), end))


def levelled(article: TaggedArticle, levels: Levels) -> Iterator[Candidate]:
    """Yield the bodies that have a level, a place or a zone before them, and their units (市公安局|交警支队)."""
    for at in levels.offsets():
        match = longest(core().match(article.text, at), body().match(article.text, at))
        before = levels.before(at)
        if match is None and before is not None and before[1] is not None and article.text[at - 1 : at + 1] in ("县县", "市市", "区区"):
            match = longest(core().match(article.text, at + 1), body().match(article.text, at + 1))
        if match is None or before is None or VERB_AFTER_COMMITTEE.match(article.text, match.end() - 1):
            continue
        if match.group().endswith("人大") and article.text.startswith("代表", match.end()):
            continue
        start, owner = before
        if article.text[start : match.end()] in NO_BODIES or match.group().endswith("卫生服务中心"):
            continue
        parent = owner.span if owner is not None and owner.type == "zone" else None
        yield made("agency-levelled", start, match.end(), parent=parent)
        yield from inner_bodies(article, start, at, match)
        end = grow(article, match.end())
        if end > match.end():
            yield made("agency-unit", start, end, parent=(start, match.end()))


TASK_FORCE = re.compile(
    r"(?!成立|组建|召开|设立|印发|委|政|将|要|由|和|与|有关|人大|专门|专项成立|直)[\u3400-\u9fff]{2,16}?"
    r"(?:工作领导小组|领导小组|工作指挥部|总指挥部|指挥部|联席会议)(?:办公室)?(?![组成员长])"
)


PROSE = re.compile(r"[的了是为]|成立|召开|组建|设立|印发|负责|担任|委员会|组织|落实|[局委办厅]")


def task_forces(article: TaggedArticle, levels: Levels) -> Iterator[Candidate]:
    """Yield the task forces of a level, whatever their task: 省|清理某某土地工作领导小组."""
    for at in levels.offsets():
        match, before = TASK_FORCE.match(article.text, at), levels.before(at)
        if match and before and not PROSE.search(match.group()[:-2]) and (before[1] is not None or article.is_edge(at)):
            yield made("agency-task-force", before[0], match.end())


def inner_bodies(article: TaggedArticle, start: int, at: int, match: re.Match[str]) -> Iterator[Candidate]:
    """Yield the body in whose name another is one of its own: 区安委会 in 区安委会办公室, 市政协 in 市政协文史委."""
    for end in range(match.end() - 2, at, -1):
        inner = body().fullmatch(article.text, at, end)
        if inner and ((article.text[end : match.end()] in ("办公室", "办") and inner.group().endswith("会")) or inner.group() == "政协"):
            yield made("agency-inside", start, end)
            return


def grow(article: TaggedArticle, end: int) -> int:
    """Return the end with a unit that follows at once: 市公安局|交警支队."""
    match = UNIT.match(article.text, end)
    if (
        match
        and match.group()
        and all(article.word(i).tag not in ("v", "p", "c", "u", "d", "w", "r") for i in range(match.start(), match.end() - 2))
    ):
        return match.end()
    return end


def listed(article: TaggedArticle, known: Sequence[Candidate]) -> list[Candidate]:
    """Return the bodies that a list goes on with: 某县发改委|、|生态环境局|、|应急管理局, and a 城投公司 among them."""
    found: list[Candidate] = []
    for first in known:
        last = first
        while mark := LIST_MARK.match(article.text, last.end):
            match = longest(core().match(article.text, mark.end()), body().match(article.text, mark.end()))
            company = LISTED_COMPANY.match(article.text, mark.end())
            if company:
                last = made("company-among-bodies", company.start(), company.end(), parent=first.parent)
            elif match and len(match.group()) > 2:
                last = made("agency-listed", match.start(), match.end(), parent=first.parent)
            else:
                break
            found.append(last)
    return found


def tagged_agencies(article: TaggedArticle) -> Iterator[Candidate]:
    """Yield what the tagger calls an organisation, or runs together with 会同, that has a level and a body's form: 某某县|委."""
    for word in article.proposed(ORGANISATION):
        start = word.start + joint_end(article.of(word))
        start += 2 if article.text[start : start + 2] in ("会同", "联合", "协同") else 0
        start = office_end(article.text, start)
        for at in range(start + 1, word.end):
            if (
                article.text[at - 1] in LEVELS + "道村"
                and at - start < 9
                and not NESTED.search(article.text, start, at - 1)
                and longest_full(article, at, word.end)
                and (at - start == 1 or at - start > 2 or article.text[at - 1] in "县区")
            ):
                if not article.of(word).endswith("卫生服务中心") and "公司" not in article.of(word):
                    yield made("agency-tagged", start, word.end)
                break


def longest_full(article: TaggedArticle, at: int, end: int) -> bool:
    """Whether the text from ``at`` to ``end`` is a body, or a function and form that no list has but that ends like one."""
    return bool(core().fullmatch(article.text, at, end) or body().fullmatch(article.text, at, end) or LIKE.fullmatch(article.text, at, end))


NESTED = re.compile(r"[委局厅]|政府|大队|支队|带领|部分|有关|社区卫生|组织|办(?!事|公)|联合|率")


LIKE = re.compile(r"[\u3400-\u9fff]{2,12}(?:(?<!供电)(?<!电业)(?<!电力)局|厅|委员会|办公室|支队|大队|管理处|管理中心|服务中心|事务中心)")
