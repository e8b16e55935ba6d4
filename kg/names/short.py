"""Regular short forms: whether one name is what the language makes of another.

    企业    河南森源电气股份有限公司 → 森源电气, 森源, 河南森源; 宝鸡渭原文旅投资集团有限公司 → 渭原文旅集团
    机关    许昌市市场监管局 = 许昌市市场监督管理局 (anatomy.key)
    others  船山区石鹿溪综合治理工程 → 石鹿溪综合治理工程 (the place goes), “四个一百”专项行动 → “四个一百” (the kind goes)

``short_pattern`` is the other way about: the pattern of the short forms that a page may use for a company it prints in full
(皖东铎某精密铸造有限公司 → 铎某铸造). They keep the brand and at least one word of trade, or place and brand, or a form (集团) after the
brand; a brand alone is too little unless the page states it.

Knows names and their type; never asks who else bears the short one: that is the caller's to ask.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from kg.lexicon import ordered, words
from kg.names import places
from kg.names.anatomy import (
    GROUPS,
    PROGRAMME_SUFFIXES,
    QUOTED,
    Anatomy,
    dissect,
    key,
    leading_place,
    plain,
    split_trades,
    unwrap,
    without_place,
)
from kg.names.vocabulary import ordinary_words
from kg.names.works import common_place, in_order, numbers, project

NESTED = re.compile(r"公司|集团|银行|工厂|(?:局|社(?![会区]))(?=[一-鿿]{2})")
"""In a company's core: it is the unit of a company whose name it opens with, never a longer form of that name."""


@lru_cache(maxsize=1 << 16)
def is_short_form(short: str, full: str, type_: str) -> bool:
    """Whether ``short`` is a regular short form of ``full``; never of itself, and never the longer of the shorter."""
    if plain(short) == plain(full) or len(plain(short)) < 2:
        return False
    if type_ == "person":
        return person(short, full) and not person(full, short)
    if len(plain(short)) >= len(plain(full)):
        return False
    if key(short, type_) == key(full, type_):
        return True
    rule = {
        "company": company,
        "place": place,
        "programme": programme,
        "project": project,
        "facility": project,
        "agency": agency,
        "zone": zone,
        "institution": institution,
    }.get(type_, body)
    return rule(short, full)


def company(short: str, full: str) -> bool:
    """河南森源电气股份有限公司 → 森源电气; 国网许昌供电公司 → 许昌供电公司; Veldhaus Getriebe GmbH → VELDHAUS公司."""
    if any(full.startswith(group) and plain(full).removeprefix(plain(group)) == plain(short) for group in GROUPS):
        return True
    left, right = dissect(short), dissect(full)
    if is_longer_company(left, right):
        return False
    if is_group_of(left, right):
        return True
    if not parts_fit(left, right):
        return bool(is_same_but_place(left, right) and left.form)
    if not left.place and right.place and abridges(left.core, replace(right, core=right.place + right.core)):
        return not is_place(left.core)
    if left.place and not places.bare(right.place).endswith(places.bare(left.place)):
        return len(left.core) >= 2 and abridges(left.place + left.core, right)
    return abridges(left.core, right) and not is_same_but_place(right, left)


BRANCH = re.compile(r"(?:[分支](?:公司|厂|行|局|院|社|店)|第?[一二三四五六七八九十]+[一-鿿]{0,4}?(?:公司|[厂局队处院所部站]))$")
"""What a branch or a numbered unit of a company ends in: 岑河路桥三公司, 岑河矿建第五工程处, 沂丰乳业岑湖分厂."""


def is_longer_company(left: Anatomy, right: Anatomy) -> bool:
    """Whether the full name is that of a unit or branch of the short one's company: 某某银行|许昌分行."""
    whole, part = plain(right.name), plain(left.name)
    if whole.startswith(part) and BRANCH.search(whole[len(part) :]):
        return True
    return bool(NESTED.search(right.core) or (right.core.startswith(left.core) and leading_place(right.core[len(left.core) :])))


def is_group_of(left: Anatomy, right: Anatomy) -> bool:
    """Whether both are groups and the short name leaves out what stands before the brand: 恒拓集团 of 河南新恒拓集团公司."""
    return left.form == "集团" and right.form.startswith("集团") and not left.place and left.core in right.core[1:]


def parts_fit(left: Anatomy, right: Anatomy) -> bool:
    """Whether form and core of the short name can stand for those of the full one at all."""
    form_stands = not left.form or form_fits(left.form, right.form)
    return form_stands and len(left.core) <= len(right.core) and (bool(right.form) or left.core != right.core)


def is_same_but_place(left: Anatomy, right: Anatomy) -> bool:
    """Whether two names differ by the place alone, which the first lacks."""
    return left.core == right.core and left.form == right.form and not left.place and bool(right.place)


def is_place(text: str) -> bool:
    """Whether a core is nothing but a place's name: 郎溪 is no short form of 郎溪东海打火机有限公司."""
    return bool(places.fulls(text)) or leading_place(text) == text


def form_fits(short: str, full: str) -> bool:
    """Whether a short name's form can stand for the full one's: 集团 for 集团有限公司, 公司 for 有限公司 or GmbH."""
    return short in full or (short == "公司" and full.isascii() and bool(full))


def abridges(short: str, full: Anatomy) -> bool:
    """Whether a core is the brand with parts of the trade in their order: 铎远铸造 of 铎远精密铸造, 冀岚重机 of 冀岚重型机械."""
    core = full.core
    if core.isascii() or short.isascii():
        return core.startswith(short) and len(short) >= 3
    if not full.form or len(short) < 2 or short[:2] != core[:2]:
        return False
    rest = short[2:]
    takes_initials = len(rest) == 2 and rest[0] == core[2:3] and rest[1] in core[3:]
    return takes_initials or in_pieces(rest, core)


def in_pieces(rest: str, core: str) -> bool:
    """Whether what a short name keeps of the trade stands after the brand in pieces, in order; one character only at once or at the end."""
    at = 2
    while rest:
        size = next((n for n in range(len(rest), 0, -1) if (n > 1 or len(rest) == 1 or at == 2) and rest[:n] in core[at:]), 0)
        if not size or (size == 1 and core[at] != rest[0]):
            return False
        at = core.index(rest[:size], at) + size
        rest = rest[size:]
    return True


def person(short: str, full: str) -> bool:
    """阿依努尔·吐尔逊 → 阿依努尔, three characters or more, 汉斯·魏德勒 → 魏德勒; 李永庆 → 李院长. The caller looks on one page alone."""
    parts = full.split("·")
    if len(parts) > 1:
        return short == parts[-1] or (short == parts[0] and len(short) >= 3)
    surname = surname_of(short)
    return bool(surname) and not is_titled(full) and full.startswith(surname) and len(full) - len(surname) in (1, 2)


def surname_of(name: str) -> str:
    """Return the surname of 李院长 and 欧阳总经理; empty if a name is no surname with a title."""
    title = next((title for title in ordered("anaphor_titles") if name.endswith(title)), "")
    surname = name.removesuffix(title)
    return surname if title and surname in words("surnames") else ""


def is_titled(name: str) -> bool:
    """Whether a name is a surname with a title."""
    return bool(surname_of(name))


def place(short: str, full: str) -> bool:
    """许昌市 → 许昌; 文苑街道周平陵村 → 周平陵村: the suffix of a chain, or the bare name of its only link."""
    if places.level(full) and places.bare(full) == short:
        return True
    head = full.removesuffix(short)
    return head != full and len(short) >= 2 and places.level(short) is not None and places.level(head) is not None


def programme(short: str, full: str) -> bool:
    """“四个一百”专项行动 → “四个一百”, 四个一百; “银龄守护”老年用品市场专项整治行动 → “银龄守护”行动."""
    left, right = QUOTED.match(short), QUOTED.match(full)
    if right and plain(right[1]) == plain(short):
        return True
    if left and right:
        suffix = short[left.end() :]
        return plain(left[1]) == plain(right[1]) and (not suffix or PROGRAMME_SUFFIXES.fullmatch(suffix) is not None)
    one, other = plain(short), plain(full)
    return (other.endswith(one) and len(one) >= 8) or (
        other.startswith(one) and len(one) >= 6 and PROGRAMME_SUFFIXES.fullmatch(other[len(one) :]) is not None
    )


INITIALS = re.compile(r"(院|大|校)$")


def institution(short: str, full: str) -> bool:
    """川滇医科大学附属第二医院 → 附二院; 圪垱店乡中心学校 → 中心学校; otherwise as of any body."""
    one, other = plain(short), plain(full)
    if 3 <= len(one) <= 4 and INITIALS.search(one) and one[-1] in other[-2:]:
        at = -1
        for character in one:
            at = other.find(character, at + 1)
            if at < 0:
                return body(short, full)
        return numbers(one) <= numbers(other)
    return body(short, full)


def agency(short: str, full: str) -> bool:
    """中共许昌市委 → 许昌市委; what lacks its level (财政局) is completed from its context, never shortened from any 财政局."""
    one, other = plain(short), plain(full)
    return (
        other.endswith(one)
        and len(one) >= 4
        and bool(leading_place(one))
        and (places.level(other.removesuffix(one)) is not None or other.removesuffix(one) in ("中共", "国家", "中国"))
    )


ZONE_HEAD = re.compile(r"(国家|国家级|省|省级|区|园|新城|港|县|市|州)$")


def zone(short: str, full: str) -> bool:
    """射阳县海荣新能源装备产业园 → 海荣新能源装备产业园; what stands before must be a place or a zone, never a bureau."""
    if same_zone(plain(short), plain(full)):
        return True
    head = plain(full).removesuffix(plain(short))
    if head == plain(full) or leading_place(head) == head or ZONE_HEAD.search(head):
        return body(short, full)
    return len(head) <= 4 and head[-1] not in "局委会部司厅院帮" and body(short, full)


def same_zone(short: str, full: str) -> bool:
    """Whether two zones of one place are of one kind, the one in few words: 酒泉开发区 and 国家酒泉经济技术开发区, 酒泉经开区."""
    (place_, kind), (other, whole) = zone_parts(short), zone_parts(full)
    if not kind or not whole or places.bare(place_) != places.bare(other):
        return False
    at = -1
    for character in kind:
        at = whole.find(character, at + 1)
        if at < 0:
            return False
    return whole[-1] == kind[-1]


def zone_parts(name: str) -> tuple[str, str]:
    """Return place and kind of a zone that has no more to its name; ("", "") if it has: 酒泉经开区 → 酒泉, 经开区."""
    own = re.sub(r"^国家级?", "", name)
    lead = leading_place(own)
    kind = re.sub(r"^国家级?", "", own[len(lead) :])
    return (lead, kind) if lead and kind in words("link_zone_kinds") else ("", "")


def body(short: str, full: str) -> bool:
    """射阳县海荣新能源装备产业园 → 海荣新能源装备产业园; 宝鸡高新区渭岸钛材精密制造产业园 → 渭岸产业园."""
    one, other = plain(unwrap(short)), plain(full)
    if other.endswith(one) and len(one) >= 3:
        return numbers(one) <= numbers(other)
    core, whole = common_place(one, other), without_place(other)
    if core and core[-1] == whole[-1] and len(core) >= 4 and core[:2] in whole and numbers(core) <= numbers(other):
        return in_order(core, whole[whole.index(core[:2]) :])
    return False


def short_brand(name: str) -> str:
    """Return the brand that every short form of a company keeps, Latin letters in lower case."""
    return split_trades(dissect(name).core)[0]


def short_pattern(name: str) -> re.Pattern[str] | None:
    """Return the pattern of a company's regular short forms; None if its name has no brand to hold on to."""
    anatomy = dissect(name)
    brand, words_of_trade = split_trades(anatomy.core)
    if name[0] in "省市县区州" or name.startswith("国网") or len(brand) < 2 or brand in words("generic") or brand in words("trades"):
        return None
    trades = "".join(f"(?:{trade_forms(trade)})?" for trade in words_of_trade)
    suffix = r"(?:集团|股份)?(?:公司)?"
    place = f"(?:{re.escape(anatomy.place)})?" if anatomy.place else ""
    return re.compile(f"(?P<place>{place})(?P<brand>{re.escape(brand)})(?P<trade>{trades})(?P<form>{suffix})", re.IGNORECASE)


def trade_forms(trade: str) -> str:
    """Return a trade word and its beginnings and ends of two characters and more as alternatives: 调味品 → 调味品|调味|味品."""
    forms = {trade} | {trade[:n] for n in range(2, len(trade))} | {trade[-n:] for n in range(2, len(trade))}
    return "|".join(sorted((re.escape(form) for form in forms), key=lambda form: (-len(form), form)))


def keeps_enough(match: re.Match[str], name: str) -> bool:
    """Whether a match of ``short_pattern`` holds enough: brand and trade, place and brand, brand and form, or a long rare brand."""
    if match.group() == name:
        return False
    if match["trade"] or match["form"]:
        return True
    brand = match["brand"]
    return (bool(match["place"]) or len(brand) > 2) and brand not in ordinary_words()
