"""People: surnames, titles on either side, lists, the tagger, and names that a page has once for sure.

A person is never taken out of a byline or credit; a name needs a title, a list beside a sure one, or the tagger and a surname.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from kg.extract.mentions.candidates import Candidate, made
from kg.extract.mentions.people.credits import credits, in_credit
from kg.extract.mentions.people.ends import NOT_AFTER_NAME, OFFICES, VERB_LIKE, after, is_name_like, name_end, surname_length, title_before
from kg.extract.mentions.tagged import HAN, PERSON, TaggedArticle
from kg.extract.ranges import Overlaps
from kg.lexicon import words
from kg.names.gazetteer import divisions
from kg.names.surnames import has_surname
from kg.names.vocabulary import ordinary_words

FOREIGN = re.compile(r"[\u3400-\u9fff]{2,6}(?:[·][\u3400-\u9fff]{1,7})+")


Scores = Mapping[tuple[int, int], float]
"""The highest score of the people that the page remembers, by range."""


def best_scores(people: Iterable[Candidate]) -> Scores:
    """Return the highest score at each range."""
    return {c.span: c.score for c in sorted(people, key=lambda c: c.score)}


def swallows(article: TaggedArticle, candidate: Candidate, remembered: Scores) -> bool:
    """Whether the tagger's name is one that the page knows with the head of the next word: 吕某|实地察看."""
    end = candidate.end - 1
    score = remembered.get((candidate.start, end))
    return (
        score is not None
        and candidate.type == "person"
        and candidate.score < 0.7
        and (score > 0.8 or article.text[end : end + 2] in ordinary_words())
    )


def find_people(article: TaggedArticle, taken: Iterable[Candidate], remembered: Scores) -> list[Candidate]:
    """Return the people of an article; ``taken`` are other sure names in which none is looked for."""
    barred, closed = credits(article), Overlaps(taken)
    sure = titled(article) + before_title(article) + foreign(article) + counted(article) + described(article)
    found = {c.span: c for c in tagged(article) + sure}
    found.update({c.span: c for c in listed(article, list(found.values()))})
    found = {span: c for span, c in found.items() if not swallows(article, c, remembered)}
    return [
        c
        for c in found.values()
        if not in_credit(c, barred)
        and article.text[c.start : c.end] not in divisions()
        and not any(o.start <= c.start and c.end <= o.end for o in closed.over(c.start, c.end))
    ]


def tagged(article: TaggedArticle) -> list[Candidate]:
    """Return what the tagger calls a person if it opens with a surname and stands where a person can: before a verb, a mark."""
    found = [(w.start, longer_end(article, w.start, w.end)) for w in article.proposed(PERSON)]
    return [made("person-tagged", start, end) for start, end in found if is_name_like(article, start, end) and can_act(article, start, end)]


DESCRIBED = re.compile(r"(?:^|(?<=[，。、：；\n]))[\u3400-\u9fff]{2,4}(?=，[男女]，)", re.M)
"""A name before what lists of appointments say of it: 马某，男，1975年8月生."""


def described(article: TaggedArticle) -> list[Candidate]:
    """Return the names that a list of appointments describes."""
    return [
        made("person-described", m.start(), m.end())
        for m in DESCRIBED.finditer(article.text)
        if is_name_like(article, m.start(), m.end()) and has_surname(m.group())
    ]


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


def can_act(article: TaggedArticle, start: int, end: int) -> bool:
    """Whether a person can stand here: not the head of a longer name (荣某|变), and for two characters a mark or a verb after it."""
    if end >= len(article.text) or NOT_AFTER_NAME.match(article.text, end):
        return False
    if end - start >= 3 and article.text[start] in words("surname_common"):
        return bool(after().match(article.text, end)) or article.word(end).tag in ("v", "p", "d", "c", "u", "w", "ad", "vd")
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
        if end and not is_prose(article, at, end):
            found.append(made("person-after-title", at, end))
    return found


def is_prose(article: TaggedArticle, start: int, end: int) -> bool:
    """Whether the characters after a title are ordinary words that only look like a name: 书记|强调, 市长|和政协, 书记|曾多次."""
    if article.proposes(PERSON, start, end):
        return False
    first, rest = article.word(start), article.text[start + 1 : end]
    is_word = first.tag in ("c", "d", "p", "v")
    return article.text[start:end] in ordinary_words() or (
        is_word and (first.end == end or (first.end == start + 1 and rest in ordinary_words()))
    )


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
        if end in article.edges and (after().match(article.text, end) or article.word(end).tag in ("v", "w", "p", "c", "d", "n")):
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
    starts = {c.start for c in known}
    for end in sorted({c.end for c in known}):
        at = after_note(article, end)
        while is_list_mark(article, at) and (size := listed_size(article, at + 1)) and at + 1 not in starts:
            found.append(made("person-listed", at + 1, at + 1 + size))
            at = after_note(article, at + 1 + size)
    return found


def is_list_mark(article: TaggedArticle, at: int) -> bool:
    """Whether a list of people goes on here with a name and no title: 、|李某某."""
    return (
        at < len(article.text) - 2
        and article.text[at] in "、和及与"
        and bool(surname_length(article.text, at + 1))
        and not title_before().match(article.text, at + 1)
    )


def listed_size(article: TaggedArticle, start: int) -> int:
    """Return how many characters the name at ``start`` has up to what ends an item of a list, 0 if it is no name: three, two or four."""
    text = article.text
    return next(
        (
            n
            for n in (3, 2, 4)
            if start + n < len(text) and text[start + n] in "、，。等参出分和一陪（(" and all(HAN.match(c) for c in text[start : start + n])
        ),
        0,
    )
