"""What no name is, however sure the network is of it: a clause, a creed, a slogan, two organs run together, a reference with its noun.

The network reads spans and does not parse them. Each reason here holds on any page: a body's name has no adverb of its sentence
(某供电公司迅速集结抢修班), a watchword for conduct is no programme (“…”宗旨), four words of four characters in a row are a slogan.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from kg import ontology
from kg.extract.mentions.candidates import Candidate
from kg.extract.mentions.rules import LEARNED
from kg.extract.mentions.tagged import TaggedArticle
from kg.extract.mentions.typed import typed
from kg.extract.ranges import Overlaps
from kg.lexicon import alternatives
from kg.model import BREAK
from kg.names import organs
from kg.names.heads import is_head
from kg.names.vocabulary import ordinary_words

WORKS = ("project", "facility", "zone")
ADVERB = re.compile(f"(?<=.{{2}})(?:{alternatives('name_adverbs')})(?!脉)")
CREED = re.compile(f"(?:{alternatives('creeds')})$")
FIVE_YEARS = re.compile("“?十[一二三四五六]五”?(?:规划|计划|时期|期间|蓝图)?$")
OFTEN = re.compile("[曾已先再]?(?:多次|屡次|数次|再三|一再|反复|先后|亲自|陆续|相继|接连|依次|轮流|分别|纷纷|如期)$")
AIM = re.compile("(?:拓展|开拓|扩大|加强|深化|推动|推进|促进|完善|优化).{2,6}(?:渠道|市场|合作|业务|服务|能力|水平|机制|环境|体系)")
SINGLE = re.compile("[^\\d一二三四五六七八九十A-Za-z](?:项目|工程)$")
TWO_ORGANS = re.compile("(?:[^省市县区]{2,4})?[省市县区州旗]委(?:[^省市县区]{2,4})?[省市县区州旗](?:人民)?政府$")
SLOGAN = re.compile("“(?:[\u4e00-\u9fff]{4}、){2,}[\u4e00-\u9fff]{4}”")
LISTED = re.compile(f"(?<=..)(?<![高中初平同均对上])等(?:[\\d一二三四五六七八九十两几多]+[家个所座户])?(?:{alternatives('body_classes')})$")
"""鹿溪、九二三等农场: the list ends before 等."""
SAME = re.compile("(?:股份|集团|控股|有限|责任|总)*公司|级.*")
"""What after a name makes it the beginning of a longer name of one body."""
ROLES = ("被告", "原告")
REFERENCE = re.compile(
    "该(?:公司|集团|企业|单位|学校|医院|[局委厅院校行厂镇县市区村社站])(?=.{2})|本(?:公司|集团|单位)(?=.{2})|即(?!墨)(?=.{4})"
)


def sensible(article: TaggedArticle, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield what a name can be of those that were found, with references cut off its front; what is none is rejected with the reason."""
    stand = list(sensible_alone(article, found))
    ranges = Overlaps(stand)
    people = {c.start for c in stand if c.type == "person"}
    free = {article.text[c.start : c.end] for c in stand if not holders(c, ranges)}
    named = {article.text[c.start : c.end] for c in stand if not is_nameless(article.text, c, people)}
    for candidate in stand:
        surface = article.text[candidate.start : candidate.end]
        if surface not in free and is_only_part(article.text, candidate, holders(candidate, ranges)):
            article.draft.reject(candidate.rule.id, surface, "only a part of a longer name", candidate.start)
        elif surface not in named:
            article.draft.reject(candidate.rule.id, surface, "only the beginning of a post of nobody named", candidate.start)
        else:
            yield candidate


POST = re.compile("副?书记|常委")
CLAUSE = re.compile(f"[^，。；！？：{BREAK}]*")


def is_nameless(text: str, candidate: Candidate, people: Iterable[int]) -> bool:
    """Whether a bare committee only begins a post and its clause names nobody: 市委｜书记强调; ``people`` is where names begin."""
    if candidate.type != "agency" or not re.fullmatch("[省市县区州旗]委", text[candidate.start : candidate.end]):
        return False
    clause = CLAUSE.match(text, candidate.end)
    return POST.match(text, candidate.end) is not None and not any(
        candidate.end <= start < (clause.end() if clause else candidate.end) for start in people
    )


def holders(candidate: Candidate, found: Overlaps[Candidate]) -> list[Candidate]:
    """Return the longer names that hold a candidate."""
    over = found.over(*candidate.span)
    return [c for c in over if c.start <= candidate.start and candidate.end <= c.end and c.span != candidate.span]


def is_only_part(text: str, candidate: Candidate, longer: Sequence[Candidate]) -> bool:
    """Whether a name that the article prints nowhere by itself is no more than a part of those that hold it.

    So are the place in any other name (某某河｜整治行动), the school in that of works (某小学｜运动场工程), works in that of their phase
    (某某项目｜（一期）), a trade in that of an office (某某高速｜公安局) or of a body that a closed list names in full (国际标准化｜组织).
    """
    if candidate.type in WHOLE_OF:
        return bool(longer) and all(c.type == WHOLE_OF[candidate.type] for c in longer)
    if candidate.type == "project":
        return any(c.type == "project" and PHASE.fullmatch(text, candidate.end, c.end) for c in longer)
    if candidate.type == "company":
        return candidate.rule is LEARNED and any((c.type == "agency" and c.rule is LEARNED) or c.rule.id == IN_FULL for c in longer)
    return candidate.type == "place" and bool(longer)


IN_FULL = "institution-international"
"""The rule of bodies that one closed list names in full (国际标准化组织): there the network has nothing to say."""
WHOLE_OF = {"institution": "project", "zone": "programme"}
"""Types of names → that of the longer ones of which they are only a part: 某小学｜运动场工程, 高新技术产业园区｜国土空间规划方案."""
PHASE = re.compile("[（(]?(?:[一二三四首]期)?(?:工程)?[）)]?")
"""What after works is only which part of them is meant, or the rest of a bracket."""


def sensible_alone(article: TaggedArticle, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield what each candidate by itself can be a name of; see ``sensible``."""
    around = Around([c for c in found if is_document(c)], [c for c in found if c.type in ontology.bodies()], slogans(article.text))
    taken = {c.span for c in found}
    for candidate in found:
        surface = article.text[candidate.start : candidate.end]
        cut = past_reference(article.text, candidate, surface)
        reason = no_name(article.text, candidate, around) or only_some(article.text[cut.start : cut.end])
        if reason:
            article.draft.reject(candidate.rule.id, surface, reason, candidate.start)
        elif cut is candidate or cut.span not in taken:
            yield typed(article.text, cut, around.bodies)


@dataclass(frozen=True, slots=True)
class Around:
    """What a candidate may be a part of: documents, bodies, the ranges of slogans."""

    documents: Sequence[Candidate]
    bodies: Sequence[Candidate]
    slogans: Sequence[tuple[int, int]]


def slogans(text: str) -> list[tuple[int, int]]:
    """Return the ranges of slogans in marks: “产业兴市、工业强市、开放活市”."""
    return [match.span() for match in SLOGAN.finditer(text)]


def no_name(text: str, candidate: Candidate, around: Around) -> str:
    """Return why a candidate is no name of its own, "" if it may be one.

    Of what grammar found it is only asked whether it is a part of something else, or a noun that means a body named elsewhere.
    """
    if is_head(text[candidate.start : candidate.end]):
        return "a noun that means a body named elsewhere"
    if candidate.type in ontology.bodies() and LISTED.search(text[candidate.start : candidate.end]):
        return "the last of a list and what all of it are"
    part = (
        in_document(candidate, around.documents) or of_longer(text, candidate, around.bodies) or of_office(text, candidate, around.bodies)
    )
    if part or candidate.rule is not LEARNED:
        return part
    if any(start < candidate.start and candidate.end < end for start, end in around.slogans):
        return "a word of a slogan"
    if candidate.type == "company" and DEALS_IN.search(text, 0, candidate.start):
        return "goods that somebody deals in"
    return of_surface(candidate.type, text[candidate.start : candidate.end])


def is_document(candidate: Candidate) -> bool:
    """Whether a candidate is a document between 《 and 》: the marks settle where its name begins and ends."""
    return candidate.rule.id == "programme-document"


def in_document(candidate: Candidate, documents: Iterable[Candidate]) -> str:
    """Return why a programme inside the title of a document is none of its own, "" if it is in none."""
    inside = any(d.start <= candidate.start and candidate.end <= d.end and candidate.span != d.span for d in documents)
    return "a part of a document's title" if candidate.type == "programme" and inside else ""


def only_some(surface: str) -> str:
    """Return why words that only say which or how many are no name, "" for others: 前六期, 首批."""
    return "only which or how many of something" if OF_SOME.fullmatch(surface) else ""


def of_surface(type_: str, surface: str) -> str:
    """Return why no thing of this type is called so, "" if one may be."""
    if type_ in ontology.bodies() and ADVERB.search(surface):
        return "an adverb of its sentence in a body's name"
    if type_ == "company" and surface in ordinary_words():
        return "an ordinary word"
    if type_ == "person" and OFTEN.match(surface):
        return "words that tell how often"
    if type_ == "agency" and TWO_ORGANS.match(surface):
        return "two organs"
    if type_ == "programme" and (CREED.search(surface) or FIVE_YEARS.match(surface)):
        return "a creed or a national plan"
    if type_ == "project" and AIM.fullmatch(surface):
        return "an aim, and no works"
    return "one character and 项目" if type_ == "project" and SINGLE.match(surface) else ""


def of_longer(text: str, candidate: Candidate, bodies: Iterable[Candidate]) -> str:
    """Return why a body is only the beginning of a longer name, "" if it is not: 某设计院｜有限公司, 某市第一中｜级人民法院."""
    if candidate.type not in ontology.bodies():
        return ""
    longer = any(b.start == candidate.start and b.end > candidate.end and SAME.fullmatch(text, candidate.end, b.end) for b in bodies)
    return "the beginning of one longer name" if longer else ""


def of_office(text: str, candidate: Candidate, bodies: Iterable[Candidate]) -> str:
    """Return why a firm at the front of an office's name is none, "" if it may be one: 某某煤矿｜安全监察局, but not 某某公司｜工会."""
    if candidate.type != "company":
        return ""
    offices = [b for b in bodies if b.type == "agency" and b.start == candidate.start and b.end > candidate.end]
    return "the trade that an office is for" if any(not organs.agency().search(text[b.start : b.end]) for b in offices) else ""


DEALS_IN = re.compile("(?:[主兼专]营|经销)$")
EATEN = re.compile("(?:为(?=为)|(?:被告|原告|上诉人|第三人|执行人)(?=[被原])).$")
"""What before a name shows that the character between, which opens another word elsewhere, is its first: 总部为｜为民药房, 被告｜被单店."""
OF_SOME = re.compile("(?:[前后头][\\d一二三四五六七八九十两几]+[期批轮届次个项]|第?[\\d一二三四五六七八九十]+[批轮]|[首前后]批|首轮)")
"""Which or how many of the works that a name in marks is of: 前六期, 第二批; the phase of a work (一期, 第三期) is one itself."""
IN_MARKS = re.compile('的?[“"][^“”",，。；]{1,16}[”"][^“”，。；、的\\d]{0,4}?(?P<class>项目|工程|行动|活动|计划)(?!部)')
NUMBERED = re.compile("[①-⑳⑴-⒇❶-❿●▲■◆○◇★☆▶►]+(?=..)")
"""A mark that numbers an item of a list."""


def past_reference(text: str, candidate: Candidate, surface: str) -> Candidate:
    """Return a candidate without what the network has read into its front: a list's mark (②|某某项目), a reference (该局|执法支队), half a
    party's role (被|告甲公司); or with the first character that it has taken for a word, or the name of which it says only which or how
    many (前六期|“某某”项目)."""
    mark = NUMBERED.match(surface)
    if mark:
        return replace(candidate, start=candidate.start + mark.end())
    if candidate.type in ontology.bodies() and text[max(0, candidate.start - 1) : candidate.start + 1] in ROLES:
        return replace(candidate, start=candidate.start + 1)
    if candidate.rule is LEARNED and candidate.type in ontology.bodies() and EATEN.search(text, 0, candidate.start):
        return replace(candidate, start=candidate.start - 1)
    whole = IN_MARKS.match(text, candidate.end) if candidate.rule is LEARNED and OF_SOME.fullmatch(surface) else None
    if whole:
        return replace(candidate, end=whole.end(), type="project" if whole["class"] in ("项目", "工程") else "programme")
    reference = REFERENCE.match(surface) if candidate.rule is LEARNED and candidate.type in (*ontology.bodies(), *WORKS) else None
    return replace(candidate, start=candidate.start + reference.end()) if reference else candidate
