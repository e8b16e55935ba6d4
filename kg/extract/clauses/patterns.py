"""The letters that stand for names in a folded sentence, and the patterns that rules write over them."""

from __future__ import annotations

import re
from functools import cache

from kg import lexicon

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
"""The letter that stands for a mention of each type in folded text; no page prints them."""
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


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Compile a rule's pattern over folded text.

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


GAP = rf"[^{ANY}，。；：\n]"
"""A character of one clause that is no name; rules say how many may stand between two names."""
MONEY = r"(?:约|近|逾|超|超过)?[0-9.]+(?:余|多)?(?:亿|万|千万|百万)?(?:元|美元|欧元|港元|港币|人民币|日元|英镑|新元)"
PERCENT = r"[0-9.]+[%％]"
