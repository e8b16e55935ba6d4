"""What a body's name is made of: its function and form (市场监督管理|局), and the bodies with a fixed name (市委, 政协).

Knows patterns alone: no article. Two matches at one place are compared by their length.
"""

from __future__ import annotations

import re
from functools import cache

from kg.lexicon import alternatives

FORM = (
    r"(?:局|厅|委员会|委(?!托|派|员|屈|曲|任)|办公室|办公厅|联席会议办公室|联席会议|工作领导小组|领导小组|指挥部|总局|总署|执法支队|"
    r"执法总队|执法大队|总队|支队|大队|"
    r"中心|分局|管理处|管理站|管理所|事务所|监督所|服务站|总站|处|科|署|办(?![理事公好学法案]))"
)


FILL = r"(?:工作|事务|事业|管理|监督|监督管理|监管|服务|发展|保护|保障|促进|执法|监察|建设|开发|运行|和|与|及|、)"


@cache
def core() -> re.Pattern[str]:
    """Return the pattern of function and form: 市场监督管理局, 文化和旅游局."""
    functions = alternatives("functions")
    return re.compile(rf"(?:(?:{functions})(?:{FILL}{{0,2}}(?:{functions})){{0,4}}{FILL}{{0,2}}{FORM})")


@cache
def body() -> re.Pattern[str]:
    """Return the pattern of bodies with a fixed name."""
    return re.compile(rf"(?:{alternatives('bodies')})")


def longest(*found: re.Match[str] | None) -> re.Match[str] | None:
    """Return the longest match, the first of equals; None if there is none."""
    return max((m for m in found if m), key=lambda m: m.end(), default=None)
