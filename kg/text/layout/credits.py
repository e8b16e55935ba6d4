"""Which printed lines are credits, and where a credit begins on a line that also holds the end of a text.

It knows the shapes of credit lines; who is named in them ``kg.text.bylines`` reads.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.names.surnames import has_common_surname, split_names
from kg.text.layout.lines import Line
from kg.text.layout.marks import LEAD, OWN_PAPER, SITE, STAFF
from kg.text.squeeze import join, squeeze

BULLETS = "□■◇◆○●◎△▲▼▽★☆＊*·■"
HOUSE = rf"{OWN_PAPER}|(?:(?!记者|通讯员|本[报刊台网社])[\w·]){{1,12}}?(?:报|网|台|社|中心|传媒|客户端)"
PAPER = rf"(?:(?:{HOUSE})\s*(?:(?:全|融|新)媒体)?\s*)?"
RANK = r"(?:首\s*席|见\s*习|实\s*习|特\s*约|特\s*派|全\s*媒\s*体|融\s*媒\s*体|摄\s*影|文字|图片)?\s*"
WRITER = rf"(?:{STAFF}|撰\s*稿\s*人|摄\s*影\s*师|作\s*者)"
WROTE = re.compile(rf"{PAPER}{RANK}{WRITER}\s*[：:]?\s*")
DONE = re.compile(
    r"[\s/／]*(?:摄\s*影\s*报\s*道|摄\s*影|文\s*[/／]\s*[图摄]|图\s*[/／]\s*文|图\s*文|供\s*图|供\s*稿|摄|报\s*道|(?<=[/／])[文图]|(?<=\w\w\s)[文图])\s*$"
)
LABELLED = re.compile(
    r"^(?:(?:作\s*者|撰\s*文|供\s*稿|供\s*图|摄\s*影|图/文|文/图|图|文)\s*[：:/／]\s*\S[^，。；！？]{1,30}|(?:整理|采写|撰文|执笔|口述|翻译)\s+\S[^，。；！？]{1,12})$"
)
SIGNED = re.compile(r"^[□■◇◆●○]\s*[\w·]{1,4}(?:\s+[\w·]{1,4}){0,3}\s*$")
"""``□号 角``."""

PHOTO = re.compile(r"(?:摄|摄\s*影|供\s*图|[/／\s]图)\s*[）)]?\s*$")
SENDER = re.compile(r"供\s*[图稿]\s*[）)]?\s*$")
STOPS = re.compile(r"[。；！？!?]")
TAIL = re.compile(r"(?:(?<=[。！？”’）)…])\s*|\s+)(?=\S)")
NOT_FIRST = frozenset("在从获走到来近日一据将就为也还了的")
MAX_CREDIT = 120
SENT = re.compile(
    r"[（(][\u4e00-\u9fff]{2,20}(?:公司|集团|中心|大学|学院|医院|银行|[局厅委办院站所])\s*[\u4e00-\u9fff]{2,4}"
    r"(?:[、\s]+[\u4e00-\u9fff]{2,4})*[）)]"
)
"""Who wrote an item, by house and name in brackets on a line: ``（青石县供电公司 罗向晚）``."""
SENT_FROM = re.compile(r"(?<=\S)\s+发自\s*[\u4e00-\u9fff·]{2,10}$")
"""Where a reporter writes from: ``本报记者 邢朗 发自青石``."""
MAX_NAMES = 8
LONGEST_NAME = 4
MAX_SENDER = 26


def is_credit(raw: str) -> bool:
    """Whether printed text, spaces and line breaks kept, holds nothing but credits.

    ``本报记者 苏杭 通讯员 史燮雯``, ``（记者 申屠霖）``, ``（贺小满 谭青）``, ``朱兆浩 摄``, ``高新区经济发展局供图``, ``□号 角``.
    """
    if len(raw) > MAX_CREDIT or STOPS.search(raw):
        return False
    if SIGNED.match(raw.strip()) or SENT.fullmatch(raw.strip()):
        return True
    flat = re.sub(r"\s*\n\s*", "", raw.strip()).strip(BULLETS + " 　\t")
    if flat[:1] in "（(" and flat[-1:] in "）)":
        flat = flat[1:-1].strip()
        if flat and is_plain_list(flat):
            return True
    flat = SENT_FROM.sub("", flat)
    if not flat or re.search(r"[（()）]", flat):
        return False
    return bool(LABELLED.match(flat)) or opens_with_role(flat) or ends_with_role(flat)


COLUMNIST = re.compile(r"(?P<name>[\u4e00-\u9fff·]{2,9})[（(][\u4e00-\u9fff]{2,14}[）)]")
"""Who wrote a column and what they are: ``巴图尔（阳春农机总经理）``."""


def names_writer(raw: str) -> bool:
    """Whether a line that stands under a heading is who wrote the text: a name, spaced (``江 离``) or not, or one with a post."""
    match, words = COLUMNIST.fullmatch(squeeze(raw, 0).text), raw.split()
    spaced = len(words) in (2, 3) and all(len(word) == 1 for word in words)
    return spaced or is_plain_list(raw.strip()) or (match is not None and is_name_list(match["name"]))


def opens_with_role(text: str) -> bool:
    """Whether a text is roles, each with its names: ``记者 申屠霖``, ``本报记者 苏杭 通讯员 史燮雯``."""
    pieces = WROTE.split(DONE.sub("", text))
    if len(pieces) < 2 or not all(is_name_list(piece) for piece in pieces[1:]):
        return False
    return not pieces[0].strip() or (text[len(pieces[0]) :][:1].isspace() and is_plain_list(pieces[0]))


def is_plain_list(text: str) -> bool:
    """Whether a text is names of two or three characters, each with a common surname, set off by a space: ``李一鸣 王强 ``."""
    names = text.split() if max(map(len, text.split())) > 1 else ["".join(text.split())]
    return all(1 < len(name) <= 3 and name[0] not in NOT_FIRST and has_common_surname(name) for name in names)


def ends_with_role(text: str) -> bool:
    """Whether a text is names or a sender with the role after: ``朱兆浩 摄``, ``高新区经济发展局供图``."""
    match = DONE.search(text)
    if not match or not match.start():
        return False
    left = text[: match.start()].strip(" 　/／")
    if is_name_list(left):
        return True
    return bool(SENDER.search(text)) and 4 <= len(left) <= MAX_SENDER and not re.search(r"[，,、\s：]", left)


def is_name_list(text: str) -> bool:
    """Whether a text is at least one name and nothing else: two to four characters each, more with a dot in it."""
    tokens = [t for t in re.split(r"[\s、，,/／|｜]+", text.strip()) if t]
    if not tokens or len(tokens) > 2 * MAX_NAMES:
        return False
    spaced = "".join(token for token in tokens if len(token) == 1)
    if len(spaced) > LONGEST_NAME and len(split_names(spaced, spaced=True)) == 1:
        return False
    return all(is_name(token) for token in tokens)


def is_name(token: str) -> bool:
    """Whether a token can be one name, part of a letter-spaced one, or names run together."""
    if token[0] in NOT_FIRST or not re.fullmatch(r"[\u4e00-\u9fff\u3400-\u4dbf·•]+", token):
        return False
    return len(token) <= 4 or "·" in token or "•" in token or len(split_names(token)) > 1


def is_photo(raw: str) -> bool:
    """Whether a credit is a photographer's."""
    return bool(PHOTO.search(raw))


def split_tails(block: Sequence[Line]) -> list[Line]:
    """Cut credits off the lines of text that they follow and make one line of a credit that breaks over several.

    ``…二期项目。 本报记者 刘金元 摄`` is a line of text and a credit; ``本报记者 宁昭 通讯员 毋文`` / ``娟`` is one credit.
    """
    found: list[Line] = []
    at = 0
    while at < len(block):
        if at + 1 < len(block) and opens_over(block[at], block[at + 1]):
            found.append(replace(block[at], raw=block[at].raw + "\n" + block[at + 1].raw, chars=join(b.chars for b in block[at : at + 2])))
            at += 2
            continue
        size, begin = credit_at(block, at)
        if not size:
            found.append(block[at])
            at += 1
            continue
        first = block[at]
        if first.raw[:begin].strip():
            found.append(replace(first, raw=first.raw[:begin], chars=squeeze(first.raw[:begin], first.start)))
        rest = [replace(first, raw=first.raw[begin:], chars=squeeze(first.raw[begin:], first.start + begin)), *block[at + 1 : at + size]]
        found.append(
            replace(
                first,
                raw="\n".join(line.raw for line in rest),
                chars=join(line.chars for line in rest),
                gap=0 if begin else first.gap,
                start=first.start + begin,
            )
        )
        at += size
    return found


def credit_at(block: Sequence[Line], at: int) -> tuple[int, int]:
    """Return how many lines the credit takes that begins in line ``at``, and where in that line it begins; (0, 0) if none does."""
    if not HINT.search(block[at].raw):
        return 0, 0
    alone = credit_start(block[at].raw)
    for size in (3, 2):
        lines = block[at : at + size]
        if len(lines) < size or any(len(line.text) > MAX_SENDER for line in lines[1:]) or all(is_credit(line.raw) for line in lines):
            continue
        if alone >= 0 and (size > 2 or not is_rest(block[at], lines[-1])):
            continue
        begin = credit_start("\n".join(line.raw for line in lines))
        if 0 <= begin < len(block[at].raw):
            return size, begin
    return (1, alone) if alone >= 0 else (0, 0)


def is_rest(line: Line, following: Line) -> bool:
    """Whether a line under a whole credit is its last letter or word: ``娟``, ``摄``, ``木基 摄``."""
    text = following.text
    if len(text) <= 2 and not following.ends_sentence:
        return True
    return bool(DONE.search(following.raw)) and len(text) <= 5 and not DONE.search(line.raw) and not WROTE.match(following.raw.strip())


def opens_over(line: Line, following: Line) -> bool:
    """Whether a story's opening words go on with names in the next line: ``河州网讯`` / ``（记者 李一鸣）``.

    A credit in brackets over a line that gives the day opens a story too: ``（河州日报记者 李一鸣）`` / ``8月2日，…``.
    """
    if following.gap > 1 or line.gap < following.gap:
        return False
    if OPENS.match(line.text):
        return is_credit(following.raw) or following.text[0] in "（(【"
    return bool(line.gap > following.gap and line.text[0] in "（(" and is_credit(line.raw) and LEAD.match(following.text))


OPENS = re.compile(rf"^【?(?:本[报刊台网社]讯|{SITE})】?(?:(?:记者|通讯员)[^。，：（(]{{0,20}})?$")
HINT = re.compile(r"本\s*(?:报|$)|记|通|[（(]|摄|供|图|文|[□■◇◆●○]")


def credit_start(raw: str) -> int:
    """Return where a credit begins that ends a text, 0 if the text is nothing else, -1 if there is none."""
    return 0 if is_credit(raw) else tail_of(raw) or -1


def tail_of(raw: str) -> int:
    """Return where a credit begins that ends a line of text, 0 if none does."""
    flat = raw.rstrip(" 　)）\n")
    if not (DONE.search(flat) or WROTE.search(raw)):
        return 0
    return next((m.end() for m in TAIL.finditer(raw) if is_credit(raw[m.end() :]) and is_whole(raw[: m.end()], raw[m.end() :])), 0)


def is_whole(head: str, tail: str) -> bool:
    """Whether what stands before a credit can be the end of a text: a sentence's, or a caption's when a photographer is named."""
    if re.search(r"[。！？”’）)…]\s*$", head):
        return bool(DONE.search(tail.rstrip(" 　)）"))) or tail[:1] in "（("
    if "\n" in head:
        return False
    return is_photo(tail) and len(re.sub(r"\s", "", head)) >= 4


def balanced(text: str) -> bool:
    """Whether brackets that open also close, and none closes that did not open."""
    opened = len(re.findall(r"[（(]", text))
    return opened == len(re.findall(r"[）)]", text)) and not re.match(r"^[^（(]*[）)]", text)
