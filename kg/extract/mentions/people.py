"""People: surnames, titles on either side, lists, the tagger, and names that a page has once for sure.

A person is never taken out of a byline or credit; a name needs a title, a list beside a sure one, or the tagger and a surname.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from kg.extract.mentions.candidates import Candidate, made
from kg.extract.mentions.tagged import HAN, PERSON, TaggedArticle
from kg.lexicon import alternatives, words
from kg.names.gazetteer import divisions, gazetteer
from kg.names.vocabulary import ordinary_words

CREDIT = re.compile(
    r"(?:本报)?(?:见习|特约|首席|实习|全媒体|融媒体)?(?:记者|通讯员|特约记者|特约通讯员|实习生|作者|编辑|校对|责编|版式|统筹|策划|"
    r"供稿|撰稿|图/文|文/图|摄影|供图)[：:]?(?P<names>[^，。；：）)】\n]{2,40})[）)】\n]"
    r"|(?:本报)?(?:记者|通讯员)(?P<shot>[^，。；：）)\n]{2,20}?)(?:摄|文/图|供图|图)"
    r"|[（(](?P<bare>[\u3400-\u9fff·]{2,4})[）)](?=\n|$)|\n(?P<line>[\u3400-\u9fff·]{2,4})(?:摄|供图|文/图)\n"
)
OPENING = re.compile(
    r"(?:本报讯|讯|电)[^，。：\n]{0,6}(?:记者|通讯员)[^，。：:\n]{2,40}?(?:摄影)?(?:报道|文/图|摄影)[：:]?|"
    r"(?:本报讯|讯|本报[^（()\n]{0,8}电)[（(【](?P<names>[^）)】\n]{2,40})[）)】]|"
    r"[□◎●■◆]\s*[^\n，。]{0,14}?记者[\u3400-\u9fff]{2,4}?(?=昨日|昨天|近日|日前|今日|\d|\n)|"
    r"^(?:[□◎●■◆▲○]\s*[^\n，。]{0,14}?|本报)(?:记者|通讯员)[^\n，。]{2,30}\n",
    re.M,
)
MEDIUM = re.compile(
    r"(?:^|(?<=[\n（(【◎●■◆▲□。；：！？”]))[\u3400-\u9fff·A-Za-z]{2,16}?(?:日报|晚报|早报|晨报|商报|时报|都市报|[\u3400-\u9fff]报|新闻|新闻网|在线|网|客户端|"
    r"融媒体中心|融媒|融媒体|电视台|广播电视台|广电|传媒|通讯社|新华社)"
    r"[\u3400-\u9fff]{0,4}?(?:讯|电(?=[（(【])|(?:全媒体|融媒体|首席|见习|特约|实习|本报|驻[\u3400-\u9fff]{1,3})*(?:记者|通讯员|编辑|实习生))",
    re.M,
)
"""The paper that opens a dateline or a credit: 某某日报某州|讯, （某某日报全媒体|记者, ◎某某都市报|记者."""
FOREIGN = re.compile(r"[\u3400-\u9fff]{2,6}(?:[·][\u3400-\u9fff]{1,7})+")
AFTER = re.compile(
    r"[，。、；：,;:！!？?）)\n（(“”]|等|一行|同志|先生|女士|院长|书记|主任|总书记|主席|和|与|及|在|向|对|到|为|就|从|将|还|也|又|"
    r"则|于|以|把|率|说|称|告诉|表示|指出|强调|要求|介绍|主持|出席|参加|参与|"
    r"致辞|讲话|发言|宣布|陪同|带领|率领|率队|带队|会见|调研|视察|考察|检查|督导|走访|看望|慰问|听取|分别|共同|一同|先后|首先|代表|"
    r"作|通报|汇报|部署|安排|传达|认为|透露|坦言|感慨|回忆|笑着|高兴|激动|"
    r"正|已|曾|又|都|很|最|被|给|让|跟|用|的|当选|任|担任|当|是|有|来|去|走|家|人|一|自|今|每|连|一边|深入|实地|现场|详细|认真|"
    r"随后|来到|赶到|前往|赴|接受|获|荣获|所|之|了|现|年|此|此时|因|由|经|提出|提醒|予以|明确|盼|请|怎"
)


@cache
def title_before() -> re.Pattern[str]:
    """Return the pattern of a title that a name follows."""
    return re.compile(rf"(?:{alternatives('titles')})")


def credits(article: TaggedArticle) -> list[tuple[int, int]]:
    """Return the ranges of bylines and photo credits in the text."""
    return [m.span() for pattern in (CREDIT, OPENING, MEDIUM) for m in pattern.finditer(article.text)]


def surname_length(text: str, at: int) -> int:
    """Return 2, 1 or 0: how many characters at ``at`` are a surname."""
    if text[at : at + 2] in words("surnames"):
        return 2
    return int(text[at : at + 1] in words("surnames"))


def swallows(article: TaggedArticle, candidate: Candidate, remembered: Sequence[Candidate]) -> bool:
    """Whether the tagger's name is one that the page knows with the head of the next word: 吕某|实地察看."""
    return (
        candidate.type == "person"
        and candidate.score < 0.7
        and any(
            c.start == candidate.start
            and c.end == candidate.end - 1
            and (c.score > 0.8 or article.text[c.end : c.end + 2] in ordinary_words())
            for c in remembered
        )
    )


def find_people(article: TaggedArticle, taken: list[tuple[int, int]], remembered: Sequence[Candidate] = ()) -> list[Candidate]:
    """Return the people of an article; ``taken`` are ranges of other sure names in which none is looked for."""
    barred = credits(article)
    sure = titled(article) + before_title(article) + foreign(article) + counted(article)
    found = {c.span: c for c in tagged(article) + sure}
    found.update({c.span: c for c in listed(article, list(found.values()))})
    found = {span: c for span, c in found.items() if not swallows(article, c, remembered)}
    return [
        c
        for c in found.values()
        if not in_credit(c, barred)
        and article.text[c.start : c.end] not in divisions()
        and not any(s <= c.start and c.end <= e for s, e in taken)
    ]


def in_credit(candidate: Candidate, barred: Sequence[tuple[int, int]]) -> bool:
    """Whether a name stands in a byline or credit."""
    return any(start < candidate.end and candidate.start < end for start, end in barred)


def tagged(article: TaggedArticle) -> list[Candidate]:
    """Return what the tagger calls a person if it opens with a surname and stands where a person can: before a verb, a mark."""
    found = [(w.start, longer_end(article, w.start, w.end)) for w in article.proposed(PERSON)]
    return [made("person-tagged", start, end) for start, end in found if is_name_like(article, start, end) and can_act(article, start, end)]


ONE_OF = re.compile(
    r"(?<=[，。、：；,:;])[\u3400-\u9fff]{2,3}(?=等(?:\d+|[两三四五六七八九十]+)(?:名|位)?(?:同志|人(?![次均])|名(?:同志|个人|同学|教师|干部|职工|民警|党员)))"
)
"""A name before a count of people: 陈某某|等12名同志."""


def counted(article: TaggedArticle) -> list[Candidate]:
    """Return the names that stand for a count of people."""
    return [
        made("person-counted", m.start(), m.end())
        for m in ONE_OF.finditer(article.text)
        if is_name_like(article, m.start(), m.end()) and m.group()[0] in words("surname_common") | words("surnames")
    ]


def longer_end(article: TaggedArticle, start: int, end: int) -> int:
    """Return the end with a third character that the tagger cut off inside a list of names: 柏某某、|薛远|某|、柏某."""
    if end - start != 2 or end + 1 >= len(article.text) or article.text[end] in VERB_LIKE or not HAN.match(article.text[end]):
        return end
    within = article.text[start - 1] == "、" and article.text[end + 1] in "、，。等"
    return end + 1 if within and surname_length(article.text, start) == 1 and article.word(end).end == end + 1 else end


def is_name_like(article: TaggedArticle, start: int, end: int) -> bool:
    """Whether the characters are a surname with one or two more, no title (李院长) and no ordinary word."""
    known = surname_length(article.text, start)
    piece = article.text[start:end]
    if article.text[max(0, start - 1) : start] in COMES and piece[1:] in VISITS:
        return False
    return (
        bool(known)
        and known < end - start <= known + 2
        and not title_inside(piece)
        and not (end - start > 2 and piece[-1] in OFFICES)
        and piece[known:] not in words("titles")
        and piece[:2] not in words("titles")
        and piece not in ordinary_words()
        and piece not in gazetteer()
    )


COMES = tuple("来赴抵莅驻在到")
VISITS = (
    "考察",
    "调研",
    "视察",
    "检查",
    "指导",
    "督导",
    "督查",
    "投资",
    "参观",
    "访问",
    "洽谈",
    "签约",
    "兴业",
    "创业",
    "工作",
    "举行",
    "召开",
    "举办",
)
"""来|许|考察: a city under one character and what is done there, no name."""

OFFICES = "处科局部室队组站所委办厂院"
"""Last characters of offices that open like a name: 安监处|处长."""


def title_inside(piece: str) -> bool:
    """Whether a surname with a title was taken for a name: 李院长, 司徒主任."""
    return any(piece.endswith(title) for title in words("titles_oral"))


NOT_AFTER_NAME = re.compile(
    r"[变线站路村镇乡街道店厂桥河湖寨屯庄沟坪塘堡园区县号岛湾族牌杯]|电气|电力|科技|集团|公司|实业|重工|配电|能源|材料|机械|股份|时代|市(?!场|民|长|委|政)|山(?!东|西)"
)


def can_act(article: TaggedArticle, start: int, end: int) -> bool:
    """Whether a person can stand here: not the head of a longer name (荣某|变), and for two characters a mark or a verb after it."""
    if end >= len(article.text) or NOT_AFTER_NAME.match(article.text, end):
        return False
    if end - start >= 3 and article.text[start] in words("surname_common"):
        return bool(AFTER.match(article.text, end)) or article.word(end).tag in ("v", "p", "d", "c", "u", "w", "ad", "vd")
    return bool(SPEAKS.match(article.text, end)) or beside_person(article, start, end)


def beside_person(article: TaggedArticle, start: int, end: int) -> bool:
    """Whether the item before or after it in a list is a person for the tagger too."""
    after = article.text[end] in "、，" and end + 1 < len(article.text) and article.word(end + 1).tag == PERSON
    return after or (start > 1 and article.text[start - 1] == "、" and article.word(start - 2).tag == PERSON)


SPEAKS = re.compile(
    r"说|称|表示|介绍|告诉|指出|强调|坦言|认为|要求|主持|出席|一行|会见|致辞|陪同|等(?![级待候])|同志|先生|女士|家(?=里|中|[，。])|"
    r"手里|正在|和同事|在[^，。]{1,12}[指强表介]|及"
)


def titled(article: TaggedArticle) -> list[Candidate]:
    """Return the names after a title: 副市长|耿某|致辞, 书记|阿尔某某."""
    found = []
    for match in title_before().finditer(article.text):
        at = match.end()
        if at >= len(article.text) or not HAN.match(article.text[at]) or title_before().match(article.text, at):
            continue
        if not opens_title(article, match):
            continue
        end = name_end(article, at, weak=match.group() in words("titles_weak"))
        if end:
            found.append(made("person-after-title", at, end))
    return found


ORAL = re.compile(
    r"总书记|主席|总理|(?:副)?(?:书记|院长|校长|园长|主任|科长|局长|处长|所长|县长|市长|镇长|董事长|总经理|经理|教授|老师|医师|医生|"
    r"护士长|护士|会长|队长|支书|村长|厂长|行长)"
)


def before_title(article: TaggedArticle) -> list[Candidate]:
    """Return the names before a title: 习近平|总书记, 王某|校长; two characters only where the tagger sees a person."""
    found = []
    for match in ORAL.finditer(article.text):
        end = match.start()
        word = article.word(end - 1) if end else None
        if word is not None and word.tag == PERSON and word.start < end and is_name_like(article, word.start, end):
            found.append(made("person-before-title", word.start, end))
        elif (
            end >= 3
            and article.text[end - 3] in words("surname_common") | {"习"}
            and article.is_edge(end - 3)
            and article.is_edge(end)
            and all(HAN.match(c) for c in article.text[end - 3 : end])
            and article.text[end - 2 : end] not in ordinary_words()
            and article.text[end - 1] not in OFFICES
            and not title_before().search(article.text, end - 3, end)
        ):
            found.append(made("person-common-before-title", end - 3, end))
    return found


def opens_title(article: TaggedArticle, match: re.Match[str]) -> bool:
    """Whether the title is a word here and not the end of another: (带)|队长."""
    return (
        article.is_edge(match.start())
        or (match.start() > 0 and article.word(match.start()).tag in ("n", "ORG", "LOC", "nz", "nt"))
        or len(match.group()) > 2
    )


def name_end(article: TaggedArticle, at: int, *, weak: bool) -> int:
    """Return where the name at ``at`` ends, 0 if there is none: the tagger's word, else a surname with one or two characters."""
    word = article.word(at)
    person = word.tag == PERSON and word.start == at and 2 <= word.end - at <= 5
    if weak:
        return (
            word.end
            if person
            and (is_name_like(article, at, word.end) or (word.end - at > 2 and not title_inside(article.text[at : word.end])))
            and not NOT_AFTER_NAME.match(article.text, word.end)
            else 0
        )
    if person and word.end - at == 3 and article.text[word.end - 1] in "和与" and title_before().match(article.text, word.end):
        return word.end - 1  # 市长柏某|和|副市长任某
    ends = [end for end in possible_ends(article, at) if is_end(article, at, end)]
    if (person and word.end in ends) or (person and not ends):
        extended = [
            end
            for end in ends
            if end == word.end + 1
            and word.end - at == 2
            and not begins_verb(article, word.end)
            and (article.word(word.end).end == end or article.text.startswith(("为组长", "为团长", "为首"), end))
        ]
        if article.text.startswith("来说", word.end) and "对" not in article.text[max(0, at - 14) : at]:
            return word.end + 1
        if (
            word.end - at == 3
            and surname_length(article.text, at) == 2
            and article.word(word.end).end == word.end + 1
            and SPEECH.match(article.text, word.end + 1)
        ):
            return word.end + 1
        return (
            extended[0]
            if extended
            else max(
                [word.end, *[e for e in ends if at + 4 == e and surname_length(article.text, at) == 2 and not begins_verb(article, e - 1)]]
            )
        )
    return ends[0] if ends else 0


def begins_verb(article: TaggedArticle, at: int) -> bool:
    """Whether the character at ``at`` begins what follows a name; a preposition before a mark does not: 书记柏广和，."""
    mark, after = article.text[at : at + 1], article.text[at + 1 : at + 2]
    if mark in "和与及" and SAYS.match(article.text, at + 1):
        return False
    return bool(mark) and mark in VERB_LIKE and not (mark in PREPOSITIONS and after in "、，。；：！？）)\n")


SAYS = re.compile(r"说|表示|介绍|告诉|指出|强调|认为|坦言|笑着")


PREPOSITIONS = "和与及以为向从把被于将正曾先当"
VERB_LIKE = "说称道在到向对和与等率带主出参将及为从是有的就也还又把被于以会让给要去先则作当应受请已正曾"


def possible_ends(article: TaggedArticle, at: int) -> list[int]:
    """Return the ends that a surname allows, the likeliest first: three characters, two; with a double surname four, three."""
    known = surname_length(article.text, at)
    if not known:
        return []
    sizes: tuple[int, ...] = (
        (known + 2, known + 1)
        if not begins_verb(article, at + known + 1) or SPEECH.match(article.text, at + known + 2)
        else (known + 1, known + 2)
    )
    if known == 2 and article.text[at] in words("surnames") and len(article.text) > at + 2:
        sizes = (*sizes, 2) if article.text[at : at + 2] not in words("surname_common") else sizes
    return [at + size for size in sizes if at + size <= len(article.text) and all(HAN.match(c) for c in article.text[at : at + size])]


SPEECH = re.compile(
    r"带领|率领|率队|带队|会见|调研|来到|一行|一同|是(?=[\u3400-\u9fff])|为(?:组长|团长|首|代表)|说|表示|介绍|指出|强调|认为|主持|"
    r"出席|参加|陪同|致辞|告诉|要求"
)


def is_end(article: TaggedArticle, at: int, end: int) -> bool:
    """Whether a name can end here: something that follows names comes next, and the tagger does not run a word over it."""
    return (
        bool(AFTER.match(article.text, end))
        and (end in article.edges or bool(SPEECH.match(article.text, end)))
        and article.text[at:end] not in words("not_names")
    )


def foreign(article: TaggedArticle) -> list[Candidate]:
    """Return names with a dot: 马库斯·某某; the left part is entered by the tagger's word or the walk to the left."""
    found = []
    for match in FOREIGN.finditer(article.text):
        dot = match.start() + match.group().index("·")
        word = article.word(dot - 1)
        start = word.start if word.tag == PERSON else max(match.start(), article.reach(dot))
        end = word.end if word.tag == PERSON and word.end > dot + 1 else foreign_end(article, dot)
        if 2 <= dot - start <= 6 and end > dot + 1 and article.text[end : end + 1] != "”":
            found.append(made("person-foreign", start, end))
    return found


def foreign_end(article: TaggedArticle, dot: int) -> int:
    """Return where the part after the dot ends: at the first edge after which a name can end."""
    for end in range(dot + 2, min(dot + 8, len(article.text))):
        if end in article.edges and (AFTER.match(article.text, end) or article.word(end).tag in ("v", "w", "p", "c", "d", "n")):
            return end
    return 0


NOTE = re.compile(r"[（(](?:女|男|[\u3400-\u9fff]{1,4}族|女[，、][\u3400-\u9fff]{1,4}族)[）)]")


def after_note(article: TaggedArticle, end: int) -> int:
    """Return where a name's note ends: 柏某某|（女）、任某."""
    note = NOTE.match(article.text, end)
    return note.end() if note else end


def listed(article: TaggedArticle, known: list[Candidate]) -> list[Candidate]:
    """Return the names that go on a list of people: 王某、李某某、同某某 (one that the tagger does not know)."""
    found: list[Candidate] = []
    ends = {c.end for c in known}
    for end in sorted(ends):
        at = after_note(article, end)
        while (
            at < len(article.text) - 2
            and article.text[at] in "、，和及与"
            and surname_length(article.text, at + 1)
            and not title_before().match(article.text, at + 1)
        ):
            size = next(
                (
                    n
                    for n in (3, 2, 4)
                    if at + 1 + n < len(article.text)
                    and article.text[at + 1 + n] in "、，。等参出分和一陪（("
                    and all(HAN.match(c) for c in article.text[at + 1 : at + 1 + n])
                ),
                0,
            )
            if not size or (article.text[at] == "，" and size > 3) or any(c.start == at + 1 for c in known):
                break
            if article.text[at] == "，":
                break
            found.append(made("person-listed", at + 1, at + 1 + size))
            at = after_note(article, at + 1 + size)
    return found
