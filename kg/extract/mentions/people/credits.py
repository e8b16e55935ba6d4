"""Bylines and photo credits inside an article's text: （记者 … 通讯员 …）, …摄, 某某日报讯; no person is taken out of them."""

from __future__ import annotations

import re

from kg.extract.mentions.candidates import Candidate
from kg.extract.mentions.tagged import TaggedArticle
from kg.extract.ranges import Overlaps, Range

ROLE = r"(?:记者|通讯员|特约记者|特约通讯员|实习生|作者|编辑|校对|责编|版式|统筹|策划|供稿|撰稿|图/文|文/图|摄影|供图)"
WRITTEN = rf"(?:本报)?(?:见习|特约|首席|实习|全媒体|融媒体)?{ROLE}[：:]?(?P<names>[^，。；：）)】\n]{{2,40}})[）)】\n]"
SHOT = r"(?:本报)?(?:记者|通讯员)(?P<shot>[^，。；：）)\n]{2,20}?)(?:摄|文/图|供图|图)"
SIGNED = r"[（(](?P<bare>[\u3400-\u9fff·]{2,4})[）)](?=\n|$)|\n(?P<line>[\u3400-\u9fff·]{2,4})(?:摄|供图|文/图)\n"
CREDIT = re.compile(f"{WRITTEN}|{SHOT}|{SIGNED}")


REPORTED = r"(?:本报讯|讯|电)[^，。：\n]{0,6}(?:记者|通讯员)[^，。：:\n]{2,40}?(?:摄影)?(?:报道|文/图|摄影)[：:]?"
DATELINE = r"(?:本报讯|讯|本报[^（()\n]{0,8}电)[（(【](?P<names>[^）)】\n]{2,40})[）)】]"
BULLETED = r"[□◎●■◆]\s*[^\n，。]{0,14}?记者[\u3400-\u9fff]{2,4}?(?=昨日|昨天|近日|日前|今日|\d|\n)"
OWN_LINE = r"^(?:[□◎●■◆▲○]\s*[^\n，。]{0,14}?|本报)(?:记者|通讯员)[^\n，。]{2,30}\n"
OPENING = re.compile(f"{REPORTED}|{DATELINE}|{BULLETED}|{OWN_LINE}", re.M)


PAPER = (
    r"(?:日报|晚报|早报|晨报|商报|时报|都市报|[\u3400-\u9fff]报|新闻|新闻网|在线|网|客户端|融媒体中心|融媒|融媒体|电视台|广播电视台|"
    r"广电|传媒|通讯社|新华社)"
)
ITS_REPORTER = r"(?:全媒体|融媒体|首席|见习|特约|实习|本报|驻[\u3400-\u9fff]{1,3})*(?:记者|通讯员|编辑|实习生)"
MEDIUM = re.compile(
    rf"(?:^|(?<=[\n（(【◎●■◆▲□。；：！？”]))[\u3400-\u9fff·A-Za-z]{{2,16}}?{PAPER}[\u3400-\u9fff]{{0,4}}?"
    rf"(?:讯|电(?=[（(【])|{ITS_REPORTER})",
    re.M,
)
"""The paper that opens a dateline or a credit: 某某日报某州|讯, （某某日报全媒体|记者, ◎某某都市报|记者."""


def credits(article: TaggedArticle) -> Overlaps[Range]:
    """Return the ranges of bylines and photo credits in the text."""
    return Overlaps(Range(*m.span()) for pattern in (CREDIT, OPENING, MEDIUM) for m in pattern.finditer(article.text))


def in_credit(candidate: Candidate, barred: Overlaps[Range]) -> bool:
    """Whether a name stands in a byline or credit."""
    return barred.touches(candidate.start, candidate.end)
