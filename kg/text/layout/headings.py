"""Distinguish kicker, headline and subhead among the heading lines of one article.

First printed lines are joined into whole headings, then the one that names what the body is about is the headline.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence

from kg.text.layout.language import straddle
from kg.text.layout.pairs import MARKS, bigrams
from kg.text.layout.pieces import Piece
from kg.text.squeeze import Squeezed, join

SUBHEAD = re.compile(r"^(?:——|--|—|──|－－)")
KICKER_END = re.compile(r"(?:时|会上|中)?(?:要求|强调|指出|表示)$")
QUANTITY = re.compile(r"^(?:总投资|首期投入|首批|投资|日均|累计|年产)[\d.]+\w{0,6}$")
GLUE_START = re.compile(r"^(?:关于.*(?:通告|公告|通知|意见|办法|启事)$|暨|及|和|与|的|并|，|、|”|）|》|在|为)")
GLUE_END = re.compile(
    r"(?:[：:、，（《“]|的|(?<![共祥温平])和|(?<!参)与|暨|(?<![以普])及|(?<![相绝应])对|(?<![行作成更认])为|(?<![存所现实])在|将|把|被|让|(?<![方动导转意])向|召开|举行|开展|举办|推进|助力|打造|争创|争取|走进|会见|参加|调研|督导|检查)$"
)
STOP = re.compile(r"[。！？；]")
HELD = re.compile(r"(?:会|式|典礼|活动|论坛|行动|赛|展|节|日|周)(?:在\w{2,12})?(?:隆重|成功|顺利|正式|圆满)?(?:召开|举行|举办|开展)$")
"""A heading that is whole though it ends in a verb: ``…签约仪式举行``."""

PREDICATE = re.compile(r"^(?:考察|调研|视察|检查|召开|举行|举办|启动|开工|投产|投运|开幕|闭幕|揭牌|竣工|通车|落户|助力|获批)")
"""A short second line that has its subject in the first: ``…一行到经开区`` / ``考察调研``."""

NUMBERED = re.compile(r"(?:前|近|超|达|逾|约|第|至|投资|签约|引资|完成|增长)$")
TORN_WORD, SHORT = 3.0, 9


def assign(heads: Sequence[Piece], body: str) -> list[tuple[str, list[Squeezed]]]:
    """Return the headings of an article as (kind, lines) in the order kicker, headline, subhead; ``body`` is its squeezed text."""
    whole = logical(heads, "\n".join(MARKS.sub("", sentence) for sentence in STOP.split(body)))
    if not whole:
        return []
    dashed = next((at for at, chars in enumerate(whole) if SUBHEAD.match(chars.text)), len(whole))
    main, below = whole[:dashed], whole[dashed:]
    if not main:
        return [("subhead", below)]
    best = choose(main, body)
    found = [("kicker", main[:best]), ("headline", [main[best]]), ("subhead", [*main[best + 1 :], *below])]
    return [(kind, group) for kind, group in found if group]


def logical(heads: Sequence[Piece], body: str) -> list[Squeezed]:
    """Join the printed lines of headings into whole ones; lines of different blocks stay apart."""
    whole: list[Squeezed] = []
    block = -1
    for piece in heads:
        for at, line in enumerate(piece.lines):
            same = piece.block == block or at > 0
            if whole and (goes_on(whole[-1].text, line.text, body) if same else runs_over(whole[-1].text, line.text, body)):
                whole[-1] = join([whole[-1], line.chars])
            else:
                whole.append(line.chars)
            block = piece.block
    return whole


def goes_on(left: str, right: str, body: str) -> bool:
    """Whether a heading runs on in the next printed line.

    ``深入开展小微企业`` / ``质量管理体系认证提升行动`` does, because the body says 小微企业质量管理体系 too; so does a couplet of short
    lines of one length (``抢修不停电`` / ``情暖敬老院``).
    """
    if SUBHEAD.match(right) or SUBHEAD.match(left):
        return not SUBHEAD.match(right)
    if is_glued(left, right) or is_remainder(left, right) or is_notice(left, right):
        return True
    tail, head = MARKS.sub("", left), MARKS.sub("", right)
    if is_body_name(left):
        return tail[-4:] + head[:2] in body
    if is_said(left, right, body) or straddle(tail[-6:], head[:6]) >= TORN_WORD:
        return True
    return (len(head) <= SHORT and PREDICATE.match(right) is not None) or (not QUANTITY.match(left) and is_couplet(tail, head))


def is_glued(left: str, right: str) -> bool:
    """Whether a word or mark at the break asks for the other line: ``…推进`` / ``…``, or ``…`` / ``暨…``."""
    return (GLUE_END.search(left) is not None and not HELD.search(left)) or GLUE_START.match(right) is not None or is_unclosed(left)


NOTICE = re.compile(r"^(?:\w{0,8}(?:候选人|结果|名单))?(?:公示|公告|通告|启事|名单)$")
ASKS = re.compile(r"(?:凭啥|凭什么|为何|为啥|为什么|如何|怎样|怎么|能否|何时|谁来)$")


def is_notice(left: str, right: str) -> bool:
    """Whether a line that says what kind of notice it is goes on from what the notice is of, no body's name; or a question goes on."""
    if ASKS.search(left):
        return right[-1] in "？?"
    return NOTICE.match(right) is not None and not is_body_name(left) and not NOTICE.match(left) and len(left) > 4


def is_remainder(left: str, right: str) -> bool:
    """Whether the second line is too little to stand alone: a character or two, a figure."""
    if len(MARKS.sub("", right)) <= 2:
        return True
    return right[0].isdigit() and (len(right) <= 6 or NUMBERED.search(left) is not None)


def is_couplet(tail: str, head: str) -> bool:
    """Whether two lines are short and of one length."""
    return len(tail) <= SHORT and len(head) <= SHORT and abs(len(tail) - len(head)) <= 1


def is_unclosed(text: str) -> bool:
    """Whether a quotation or bracket that opens in a line is not closed in it."""
    return text.count("“") > text.count("”") or text.count("（") > text.count("）")


def runs_over(left: str, right: str, body: str) -> bool:
    """Whether a heading runs on in the next block; the name of a body or place above a heading never does."""
    return not is_body_name(left) and is_said(left, right, body)


def is_said(left: str, right: str, body: str) -> bool:
    """Whether the body says the words across the break of two lines, two characters of each."""
    tail, head = MARKS.sub("", left), MARKS.sub("", right)
    return not SUBHEAD.match(right) and len(tail) > 1 and len(head) > 1 and tail[-2:] + head[:2] in body


def choose(main: Sequence[Squeezed], body: str) -> int:
    """Return which of the headings is the headline: the one that says most of what the body says most, the later one if in doubt."""
    if len(main) == 1:
        return 0
    counts = bigrams(body)
    scores = [score(chars.text, counts, body) + 0.01 * at for at, chars in enumerate(main)]
    return max(range(len(main)), key=lambda at: scores[at])


def score(text: str, counts: Counter[str], body: str) -> float:
    """Return how much of the body's matter a heading holds; a bare body's name, a sum or a speaker's cue is no headline."""
    pairs = bigrams(text)
    value = sum(math.log(1 + counts[pair]) for pair in pairs) / math.pow(len(pairs) + 4, 0.8)
    value += 0.4 * (counts[text[:2]] > 1)
    if is_beside(text, body):
        value -= 5
    if COMMENT.search(text) or re.search("[，,]", re.sub("“[^”]*”", "", text)):
        value -= 0.8
    return value - 0.35 * max(0, len(text) - 20)


def is_beside(text: str, body: str) -> bool:
    """Whether a line of headings is a bare body's name, a sum or a speaker's cue, which stands beside a headline and is none."""
    return bool(QUANTITY.match(text) or KICKER_END.search(text)) or (is_body_name(text) and text in body)


COMMENT = re.compile(
    r"^(?:[\u4e00-\u9fff]{2,4})?(?:强调|要求|指出)[：:]|^(?:强调|要求|指出)|(?:参加|出席|陪同)(?:会见|座谈|活动)?$|^[\u4e00-\u9fff]{2,4}(?:、[\u4e00-\u9fff]{2,4})*?(?:出席|参加|陪同|主持|致辞|讲话|见证)"
)
"""A line that tells who spoke or was there: ``强调…``, ``岳鸣谦要求：…``, ``白云溪、李方明出席签约仪式``."""

NOUN = re.compile(r"(?:局|公司|委|办|院|中心|大队|支队|区|县|市|镇|乡|街道|村|校|学|处|会|站|团|部|厂|所|园|银行|社区)$")


def is_body_name(text: str) -> bool:
    """Whether a heading line is nothing but the name of a body or place (``市交通运输局``), which stands over a headline."""
    return len(text) <= 18 and bool(NOUN.search(text)) and not VERB.search(text)


VERB = re.compile(
    r"召开|举行|举办|开展|启动|会见|考察|调研|视察|督导|检查|收购|签约|牵手|落户|走进|助力|推进|建设|打造|来|赴|到|莅|进|成为|获|迎|送"
)
