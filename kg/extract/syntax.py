"""Shared reading of clauses: sentences with their mentions folded to one letter, lists of names, who the subject is.

It knows the grammar of a Chinese news clause (coordination, 由-passives, apposition, where a subject may stand); it knows
no predicate and makes no claim. Offsets into a ``Masked`` are its own; everything returned to callers is in mentions or
article offsets.

    article   由A电力公司投资建设、B送变电公司施工          (A…, B… are mentions)
    masked    由Ⓒ投资建设、Ⓒ施工
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache

from kg import lexicon
from kg.extract.draft import Draft, Stretch
from kg.model import BREAK, Mention

LETTER = {
    "person": "Ⓟ",
    "company": "Ⓒ",
    "agency": "Ⓐ",
    "institution": "Ⓘ",
    "zone": "Ⓩ",
    "project": "Ⓙ",
    "programme": "Ⓖ",
    "facility": "Ⓕ",
    "place": "Ⓛ",
}
"""The letter that stands for a mention of each type in masked text; no page prints them."""
TYPE = {letter: type_ for type_, letter in LETTER.items()}
ANY = "".join(LETTER.values())

GROUPS = {
    "per": "Ⓟ",
    "com": "Ⓒ",
    "age": "Ⓐ",
    "ins": "Ⓘ",
    "zon": "Ⓩ",
    "pro": "Ⓙ",
    "gra": "Ⓖ",
    "fac": "Ⓕ",
    "pla": "Ⓛ",
    "org": "ⒸⒶⒾⓏ",
    "body": "ⒸⒶⒾ",
    "actor": "ⒸⒶⒾⓏⓁ",
    "where": "ⓏⓁ",
    "work": "ⒿⒻ",
    "build": "ⒿⒻⓏⒾ",
    "site": "ⒸⒾⒿⒻⓏ",
    "any": ANY,
}
"""What ``<s:org>`` in a rule's pattern may stand for."""

AND = "(?:、|和|与|及|以及|暨|同)"
COMMA_AND = "(?:、|，|,|和|及|以及|暨)"
TAIL = (
    "(?:等(?:[0-9一二两三四五六七八九十百多余]*(?:家|个|所|名|项|处|条|人|位|户)?(?:重点|骨干|知名|龙头|民生|招商|产业|工业|规上)*"
    "(?:企业|公司|单位|部门|高校|院校|项目|地)?)?)?"
)

ALIAS = re.compile(r"[（(](?:以下|下)?(?:简称|统称|称)[^（）()]{1,40}[）)]")
CREDIT = re.compile(r"[（(][^（）()]{0,40}(?:记者|通讯员)[^（）()]{0,40}[）)]|本报讯|[□■]?本报(?:记者|通讯员)")
ASIDE = re.compile(r"[（(][^（）()]{1,30}[）)]")
WRAPS = {"“": "”", "《": "》", "‘": "’", "「": "」"}

OPENING = re.compile(
    r"(?:.*(?:[日年月时许间来后前中下午晚里期段天说道称悉示出绍知解]|上|其中|同时|此外|目前|而|但|"
    r"并|由于|因此|如今|这是|还|又|也|让|使|即|与此|次|为此|同样|“|‘|—|①|[一二三四五六七八九十]是|[0-9"
    r"]+)"
    r"|.*记者从|)"
)
"""What may stand before the subject of a clause: nothing, a time, a connective."""

RELATIVE = re.compile(
    rf"(?:位于|地处|邻近|坐落于?|入驻|主营|来自|总部位于|落户)[^，。；{ANY}]{{0,8}}[{ANY}]?[^，。；{ANY}"
    rf"]{{0,6}}的$|邻近的$|作为|身为"
)
"""A clause of its own that stands before a subject: 位于高新区的(甲公司)."""

PIVOT = re.compile(
    r"(?:要求|希望|建议|督促|组织|邀请|动员|推动|指导|支持|批复|批准|同意|鼓励|引导|委托|责成|协调|提醒"
    r"|号召|请来?|敦促)(?:了|各)?$"
)
"""A verb whose object acts in turn: 要求市经信局主动上门."""

NOUN_NEXT = re.compile(
    r"(?:的|企业|居民|市民|群众|经济|人民|地区|境内|范围|市场|农业|工业|产业|各|有关|上下|城区|干部|党"
    r"员|村民|农村|旅游|文化|内|外|至|到|方向|[东南西北]部|民营|电网|籍|之|一带|全境|全域|人|路|段)"
)
"""What makes the place before it a mere attribute: 许昌市民营经济."""


ACTING = re.compile("代[省市州县区镇乡旗]")
"""What before 长 is no place's name but an acting post: 代县长."""

POST_WORDS = ("长", "领导", "书记", "主席", "主任")
"""What an implied place may lie on: its 市长 stays text, so that the title can be read."""


@dataclass(frozen=True, slots=True)
class Masked:
    """A stretch of the article with every outer mention folded to its letter.

    ``starts[i]`` and ``ends[i]`` are the article offsets of what ``text[i]`` stands for; ``at`` maps the index of a
    letter to its mentions (several where one surface is shared, or 双方 stands for two).
    """

    draft: Draft
    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    at: dict[int, tuple[Mention, ...]] = field(hash=False)

    def mentions(self, start: int, end: int, letters: str = ANY) -> list[Mention]:
        """Return the mentions folded in ``text[start:end]``, in order, of the types that ``letters`` stand for."""
        return [m for i in range(start, end) if self.text[i] in letters for m in self.at.get(i, ())]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the article offsets of ``text[start:end]``."""
        return self.starts[start], self.ends[end - 1]

    def index_of(self, offset: int) -> int:
        """Return the index of the character that holds (or follows) an article offset."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def clause(self, start: int, end: int) -> tuple[int, int]:
        """Return the article range of the clauses that ``text[start:end]`` lies in, without the marks around them."""
        while start > 0 and self.text[start - 1] not in "，,。！？；;：:" + BREAK:
            start -= 1
        while end < len(self.text) and self.text[end] not in "，,。！？；;：:" + BREAK:
            end += 1
        while end - 1 > start and self.text[end - 1] in "，,。！？；;：:" + BREAK:
            end -= 1
        return self.span(start, max(end, start + 1))


def mask(draft: Draft, start: int, end: int) -> Masked:
    """Fold the mentions of ``draft.text[start:end]``; drop credits, short forms in brackets and asides after a name.

    Quotation and title marks that wrap a whole mention go too: 开展“护苗”行动 → 开展Ⓖ.
    """
    outer: dict[tuple[int, int], list[Mention]] = {}
    reach = start
    for mention in draft.within(start, end, kinds=("name", "shared", "anaphor", "implied")):
        if mention.kind == "implied" and mention.type != "person" and (len(mention.surface) < 2 or mention.surface.endswith(POST_WORDS)):
            continue
        if ACTING.fullmatch(mention.surface) and draft.text[mention.end : mention.end + 1] == "长":
            continue
        if mention.start >= reach or (mention.start, mention.end) in outer:
            outer.setdefault((mention.start, mention.end), []).append(mention)
            reach = max(reach, mention.end)
    return fold(draft, start, end, outer)


def fold(draft: Draft, start: int, end: int, outer: dict[tuple[int, int], list[Mention]]) -> Masked:
    """Build the masked text from the chosen spans (see ``mask``)."""
    spans = {s: (e, found) for (s, e), found in outer.items()}
    text: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at: dict[int, tuple[Mention, ...]] = {}
    drop = dropped(draft.text, start, end)
    position = start
    while position < end:
        if position in drop:
            position = drop[position]
            continue
        stop, found = spans.get(position, (position + 1, []))
        if found:
            wrapped = bool(text) and WRAPS.get(text[-1]) == draft.text[stop : stop + 1] != ""
            if wrapped:
                for part in (text, starts, ends):
                    part.pop()
            at[len(text)] = tuple(found)
            text.append(LETTER[found[0].type])
            starts.append(position)
            ends.append(stop)
            position = skip_aside(draft.text, stop + wrapped, end, spans)
            continue
        text.append(wide(draft.text, position))
        starts.append(position)
        ends.append(stop)
        position = stop
    return Masked(draft, "".join(text), tuple(starts), tuple(ends), at)


WIDE = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？", "(": "（", ")": "）"}


def wide(text: str, position: int) -> str:
    """Return the character at ``position``, punctuation folded to full width unless it stands between digits (1,200; 2:51)."""
    mark = text[position]
    if mark in WIDE and not (text[position - 1 : position].isdigit() and text[position + 1 : position + 2].isdigit()):
        return WIDE[mark]
    return mark


def dropped(text: str, start: int, end: int) -> dict[int, int]:
    """Return start → end of what never belongs to a clause: 本报讯（记者…）, 本报记者."""
    return {m.start(): m.end() for m in CREDIT.finditer(text, start, end)}


def skip_aside(text: str, position: int, end: int, spans: dict[int, tuple[int, list[Mention]]]) -> int:
    """Return where the text goes on after a name's bracket: （以下简称…）, （左二）; a bracket that names works stays."""
    alias = ALIAS.match(text, position, end)
    if alias:
        return alias.end()
    aside = ASIDE.match(text, position, end)
    if aside and not any(
        aside.start() < s < aside.end() and found[0].type in ("project", "zone", "facility", "programme") for s, (_, found) in spans.items()
    ):
        return aside.end()
    return position


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Compile a rule's pattern over masked text.

    ``<s:org>`` is a list of names, ``<s:org1>`` one name, as the group ``s``; ``…`` is up to 24 characters without a name or
    a stop; ``..`` up to 12 of one clause; ``AND`` a conjunction; ``{verbs_run}`` the words of a list. ``<s:org?>`` may be missing
    (the subject is then recovered).
    """

    def expand(match: re.Match[str]) -> str:
        letters = f"[{GROUPS[match['set']]}]"
        one = letters if match["one"] else f"{letters}(?:[“”]?{COMMA_AND}?[“”]?{letters})*{TAIL}"
        return f"(?P<{match['name']}>{one})" + (match["maybe"] or "")

    pattern = re.sub(r"\{(?P<list>[a-z_]+)\}", lambda m: lexicon.alternatives(m["list"]), pattern)
    made = re.sub(r"<(?P<name>[a-z]+[0-9]?):(?P<set>[a-z]+)(?P<one>1?)(?P<maybe>\??)>", expand, pattern)
    made = made.replace("…", f"[^{ANY}。！？；;\\n]{{0,24}}?").replace("..", f"[^{ANY}。！？；;，,：:\\n]{{0,12}}?")
    return re.compile(made.replace("AND", AND))


def sentences(draft: Draft) -> Iterator[tuple[Stretch, Masked]]:
    """Yield every sentence of the article with its masked text."""
    for sentence in draft.sentences:
        yield sentence, mask(draft, sentence.start, sentence.end)


LIST_GAP = re.compile(rf"(?:[”》’]?(?:、|，|,|和|与|及|以及|暨|；)?[“《‘]?|{AND})")


def coordinated(draft: Draft, mention: Mention, *, types: Iterable[str] = ()) -> list[Mention]:
    """Return the mentions of the list that this one stands in, in printed order, itself among them.

    A list is names with nothing but 、 和 与 及 between them (and short forms in brackets): 到A公司、B公司和C厂.
    ``types`` restricts the members; by default those of the mention's own type.
    """
    allowed = set(types) or {mention.type}
    sentence = draft.sentence_at(mention.start)
    masked = mask(draft, sentence.start, sentence.end)
    here = next((i for i, found in masked.at.items() if any(m.start == mention.start for m in found)), None)
    if here is None:
        return [mention]
    letters = "".join(LETTER[t] for t in sorted(allowed))
    for match in re.finditer(f"[{letters}](?:{AND}?[{letters}])*", masked.text):
        if match.start() <= here < match.end():
            return masked.mentions(match.start(), match.end(), letters)
    return [mention]


ORGS = ("company", "agency", "institution", "zone")
ACTORS = (*ORGS, "place")


def is_subject_at(masked: Masked, index: int, floor: int) -> bool:
    """Whether the name at ``index`` may be the subject of the clause that begins at ``floor``, or acts as asked (要求甲…)."""
    before = RELATIVE.sub("", masked.text[floor:index])
    if masked.text[index] == "Ⓛ" and NOUN_NEXT.match(masked.text, index + 1):
        return False
    if PIVOT.search(before):
        return True
    if any(letter in before for letter in ANY):
        return bool(re.fullmatch(rf"[{ANY}]?(?:{AND}?[{ANY}])*{AND}?", before))
    return len(before) <= 20 and bool(OPENING.fullmatch(before))


def clause_subject(masked: Masked, floor: int, end: int, letters: str) -> list[Mention]:
    """Return the subject names of one clause of masked text, empty if it prints none."""
    standing = [i for i in range(floor, end) if masked.text[i] in letters and is_subject_at(masked, i, floor)]
    asked = [i for i in standing if PIVOT.search(masked.text[floor:i])]
    if not standing:
        return []
    index = asked[-1] if asked else standing[0]
    stop = re.compile(f"[{letters}](?:{AND}?[{letters}])*").match(masked.text, index)
    return masked.mentions(index, stop.end() if stop else index + 1, letters)


def subjects_before(masked: Masked, end: int, letters: str) -> list[Mention]:
    """Return the subject of the nearest clause before ``end`` that prints one."""
    floors = [0] + [i + 1 for i, c in enumerate(masked.text[:end]) if c in "，,：:。；;！？、“"]
    for floor, stop in reversed(list(zip(floors, [*floors[1:], end], strict=True))):
        if masked.text[floor - 1 : floor] == "、":
            continue
        found = clause_subject(masked, floor, max(stop, floor), letters)
        if found:
            return found
    return []


def subject_of(draft: Draft, offset: int, types: Iterable[str] = ACTORS) -> list[Mention]:
    """Return who acts at an article offset: this clause's subject, an earlier clause's, the last sentence's, the article's.

    Several mentions if the subject is a list. Looks back two sentences of the same paragraph before it falls back on
    ``lead_actor``; empty only if the article names no actor at all.
    """
    letters = "".join(LETTER[t] for t in types)
    earlier = [s for s in draft.sentences if s.start <= offset]
    for n, sentence in enumerate(reversed(earlier[-3:])):
        masked = mask(draft, sentence.start, sentence.end)
        limit = masked.index_of(offset) if n == 0 else len(masked.text)
        found = subjects_before(masked, limit, letters)
        if found:
            return found
        if draft.text[sentence.start - 1 : sentence.start] == BREAK and n:
            break
    lead = lead_actor(draft, types)
    return [lead] if lead else []


def lead_actor(draft: Draft, types: Iterable[str] = ACTORS) -> Mention | None:
    """Return who the article is about: the first actor of its headline, a line of its own (市总工会), or its first sentence."""
    letters = "".join(LETTER[t] for t in types)
    for sentence in draft.sentences:
        masked = mask(draft, sentence.start, sentence.end)
        found = masked.mentions(0, len(masked.text), letters)
        if found:
            return found[0]
    return None


NEGATION = re.compile(r"(?:未|没有|并非|并未|尚未|从未|不再|不会|不存在|不是|无关|取消|终止|暂停|未能|没能|没谈成|没有谈成)")
DENIAL = re.compile(r"否认|谣言|传闻|网传|不实|辟谣|虚假信息|不存在.{0,6}关系|没有.{0,12}关系|澄清|子虚乌有")
PLAN = re.compile(r"(?:拟|计划|将|预计|有意|意向|准备|打算|力争|争取|规划|谋划|论证)$|(?:拟|计划|将|有意)[^，。；]{0,10}$")


def is_denied(sentence: str) -> bool:
    """Whether a sentence tells a thing only to deny it: 针对“甲是乙下属门店”的说法，甲予以否认."""
    return bool(DENIAL.search(sentence))


def status_of(before: str, inside: str) -> str:
    """Return a claim's status from the words before the verb and in the match: planned, signed, under_way or stated."""
    if PLAN.search(before[-12:]) or re.search(r"拟|计划|将于|将在|有意|即将", inside):
        return "planned"
    if re.search(r"签约|签订|签署|签下", inside):
        return "signed"
    if re.search(r"正在|在建|推进|加快", inside):
        return "under_way"
    return "stated"
