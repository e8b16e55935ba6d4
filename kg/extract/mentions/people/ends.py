"""Where a person's name ends: what its characters may be, what may follow it, and whom the tagger sees.

All offsets are article offsets.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from kg.extract.mentions.tagged import HAN, PERSON, TaggedArticle
from kg.lexicon import alternatives, words
from kg.names.gazetteer import gazetteer
from kg.names.vocabulary import ordinary_words
from kg.reading import Word


@cache
def after() -> re.Pattern[str]:
    """Return the pattern of what may follow a person's name: a mark or a word of the list."""
    return re.compile(rf"[，。、；：,;:！!？?）)\n（(“”]|{alternatives('after_person')}")


@cache
def title_before() -> re.Pattern[str]:
    """Return the pattern of a title that a name follows."""
    return re.compile(rf"(?:{alternatives('titles')})")


def surname_length(text: str, at: int) -> int:
    """Return 2, 1 or 0: how many characters at ``at`` are a surname."""
    if text[at : at + 2] in words("surnames"):
        return 2
    return int(text[at : at + 1] in words("surnames"))


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


def name_end(article: TaggedArticle, at: int, *, weak: bool) -> int:
    """Return where the name at ``at`` ends, 0 if there is none: the tagger's word, else a surname with one or two characters.

    After a ``weak`` title, which as often stands for people in general, only the tagger's word counts.
    """
    word = article.word(at)
    person = word.tag == PERSON and word.start == at and 2 <= word.end - at <= 5
    if weak:
        return word.end if person and is_sure(article, word) else 0
    if person and ends_in_joint(article, word):
        return word.end - 1
    ends = [end for end in possible_ends(article, at) if is_end(article, at, end)]
    if person and (word.end in ends or not ends):
        return tagged_end(article, word, ends)
    return ends[0] if ends else 0


def is_sure(article: TaggedArticle, word: Word) -> bool:
    """Whether what the tagger takes for a person has a name's shape and nothing after it that makes it the head of a longer name."""
    piece = article.of(word)
    shaped = is_name_like(article, word.start, word.end) or (len(piece) > 2 and not title_inside(piece))
    return shaped and not NOT_AFTER_NAME.match(article.text, word.end)


def ends_in_joint(article: TaggedArticle, word: Word) -> bool:
    """Whether the tagger drew 和 to the name before the next title: 市长柏某|和|副市长任某."""
    return word.end - word.start == 3 and article.text[word.end - 1] in "和与" and bool(title_before().match(article.text, word.end))


def tagged_end(article: TaggedArticle, word: Word, ends: Sequence[int]) -> int:
    """Return where a name ends that the tagger sees, which may have cut off its last character; ``ends`` are those that may be."""
    if any(is_torn(article, word) for is_torn in TORN):
        return word.end + 1
    if any(end == word.end + 1 and goes_on(article, word) for end in ends):
        return word.end + 1
    double = surname_length(article.text, word.start) == 2
    return max([word.end, *(end for end in ends if double and end == word.start + 4 and not begins_verb(article, end - 1))])


def goes_on(article: TaggedArticle, word: Word) -> bool:
    """Whether a name of two characters has a third that is a word for the tagger: 柏广|和|, 任某|海|为组长."""
    if word.end - word.start != 2 or begins_verb(article, word.end):
        return False
    return article.word(word.end).end == word.end + 1 or article.text.startswith(("为组长", "为团长", "为首"), word.end + 1)


def is_torn_by_say(article: TaggedArticle, word: Word) -> bool:
    """Whether 来 before 说 belongs to the name: 王某|来|说; not 对王某来说."""
    return article.text.startswith("来说", word.end) and "对" not in article.text[max(0, word.start - 14) : word.start]


def is_torn_double(article: TaggedArticle, word: Word) -> bool:
    """Whether a double surname has a second character that the tagger cut off before a verb of speech: 欧阳某|某|介绍."""
    return (
        word.end - word.start == 3
        and surname_length(article.text, word.start) == 2
        and article.word(word.end).end == word.end + 1
        and bool(SPEECH.match(article.text, word.end + 1))
    )


TORN = (is_torn_by_say, is_torn_double)
"""Where one more character belongs to a name than the tagger saw."""


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
        bool(after().match(article.text, end))
        and (end in article.edges or bool(SPEECH.match(article.text, end)))
        and article.text[at:end] not in words("not_names")
    )
