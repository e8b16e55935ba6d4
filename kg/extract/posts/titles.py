"""The grammar of a title: 原 + 党组 + 副 + 主任, what is part of it, and whom or what it is held at.

It knows the lists posts.tsv and post_marks.tsv and the shape of a title; it knows no mention and no article.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kg import lexicon

LEVELS = "省市州盟旗县区镇乡村"

COMMITTEE = re.compile(
    r"(?:^村党(?:总支|支部|委)|团[省市县区州]委|[省市县区州旗]?纪委|纪检监察组|党组|党工委|(?<!关)工委|"
    r"党委|党总支|党支部|总支|政法委|管委会|村委会|居委会"
    r"|管理委员会|[省市县区州盟旗]委)$"
)
"""How a body's name ends if its last word is part of the title too: 来安县委 + 书记 is the title 县委书记."""

STOP = re.compile(r"[的在与对为是了说把被将从向到于有等各该名位和及后前时请让给跟同]")
"""A character that no title holds: what stands before it is not part of the title."""

OTHER = re.compile(r"[一-鿿]{1,7}(?P<last>[长员师工手])$")
NO_TITLE = re.compile(
    r"(?:家长|会员|学员|成员|党员|球员|复员|专员公|员工代表|增长|成长|校友|老师傅|选手|对手|歌手|助手|"
    r"新手|能手|帮手|职工家属)$"
)
"""A title of no known head counts only right after a body's name: 瓦斯检查员, 领航员."""


@dataclass(frozen=True, slots=True)
class Title:
    """A title as printed: ``text`` as filed (时任 left out), ``kind`` of body (posts.tsv), ``status`` of the claim.

    ``start`` is where the title's first character stands in the text that was parsed; ``level`` is 市 of 副市长, else "";
    ``is_now``: 现任 or 新任 stands before it.
    """

    text: str
    kind: str
    status: str
    start: int
    level: str = ""
    is_now: bool = False


@cache
def heads() -> dict[str, str]:
    """Return the heads of posts with the kind of body they are held at."""
    return {row[0]: row[1] for row in lexicon.rows("posts")}


@cache
def marks() -> dict[str, str]:
    """Return the words before a head with what they mean."""
    return {row[0]: row[1] for row in lexicon.rows("post_marks")}


@cache
def shape() -> re.Pattern[str]:
    """Return the pattern of a title at the end of a text: marks, a modifier, a head."""

    def longest(words: list[str]) -> str:
        return "|".join(sorted(words, key=lambda w: (-len(w), w)))

    drop = longest([m for m, kind in marks().items() if kind in ("drop", "designate")])
    mark = longest([m for m, kind in marks().items() if kind not in ("drop", "designate")])
    return re.compile(rf"(?P<drop>(?:{drop})*)(?P<title>(?:{mark})*(?P<head>{longest(list(heads()))}))$")


def read_title(text: str, *, whole: bool) -> Title | None:
    """Read the title that a text ends in: `市经信委原副主任` → 原副主任; None if it ends in none.

    ``whole`` says that the text begins right after a body's name, so that a modifier before the head belongs to the title:
    系统运行管理专责, 投资总监, 中国区首席代表.
    """
    if whole and text == "领导":
        return Title(text, "leader", "stated", 0)
    match = shape().search(text)
    if match is None:
        return unlisted(text) if whole else None
    start = begin_of(text, match, whole=whole)
    if start is None:
        return None
    title, kind = text[start:], heads()[match["head"]]
    level = match["head"][0] if kind in ("place", "leader") else ""
    return Title(
        title,
        "village" if "驻村" in title else kind,
        status_of(match, title),
        start,
        level,
        "现任" in match["drop"] or "新任" in match["drop"],
    )


def begin_of(text: str, match: re.Match[str], *, whole: bool) -> int | None:
    """Return where a title begins, its modifier (系统运行管理) included; None if what stands before it bars it."""
    modifier = text[: match.start()]
    stop = max((m.end() for m in STOP.finditer(modifier)), default=0)
    loose = modifier[stop:]
    is_modifier = loose and len(loose) <= 8 and not loose.isascii()
    if is_modifier and not match["drop"] and (not stop or not whole):
        return stop
    return None if whole and modifier else match.start("title")


def status_of(match: re.Match[str], title: str) -> str:
    """Return former for 原 and 时任, designate for 拟任, else stated."""
    if re.match(r"原|前", match["title"]) and not title.startswith("前台"):
        return "former"
    if any(kind == "designate" and mark in match["drop"] for mark, kind in marks().items()):
        return "designate"
    return "former" if "时任" in match["drop"] else "stated"


def unlisted(text: str) -> Title | None:
    """Read a title whose head is in no list: a short word in 长, 员, 师, 工 or 手 that holds no particle."""
    match = OTHER.fullmatch(text)
    if match is None or STOP.search(text) or NO_TITLE.search(text):
        return None
    return Title(text, "body" if match["last"] == "长" else "worker", "stated", 0)


def suffix_of(body: str) -> str:
    """Return the last word of a body's name if titles repeat it: 来安县委 → 县委, 市商务局 → ""."""
    match = COMMITTEE.search(body)
    return match.group() if match else ""


OF_VILLAGES = ("驻村", "村")
ABOVE_VILLAGES = ("镇", "乡", "街道", "县", "市", "区", "省")


def is_above(title: str, place: str) -> bool:
    """Whether a post is one in a village and a name that of a place above villages: 驻村第一书记, 村主任 in a town, not in a 社区."""
    return title.startswith(OF_VILLAGES) and place.endswith(ABOVE_VILLAGES) and not place.endswith("社区")


ENDINGS = {
    "院长": ("院", "所", "中心"),
    "校长": ("校", "大学", "中学", "小学", "学院"),
    "园长": ("园",),
    "馆长": ("馆",),
    "行长": ("银行", "行"),
    "厂长": ("厂",),
    "台长": ("台",),
    "站长": ("站",),
    "会长": ("会",),
    "理事长": ("会", "社", "基金"),
    "社长": ("社", "报"),
    "局长": ("局",),
    "所长": ("所",),
    "店长": ("店",),
    "队长": ("队",),
    "庭长": ("庭",),
    "检察长": ("检察院",),
    "处长": ("处",),
    "科长": ("科",),
    "部长": ("部",),
    "厅长": ("厅",),
}


def fits(head: str, name: str) -> bool:
    """Whether a title without a body may belong to a body of this name: 院长 to …医院, not to …公司."""
    for title, endings in ENDINGS.items():
        if head.endswith(title):
            return name.endswith(endings)
    return True
