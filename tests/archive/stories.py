"""Small pages whose names are linked across pages, for builds that come and go."""

from __future__ import annotations

from pathlib import Path

STORIES = (
    "望川重工落户云岭高新区\n\n本报讯（记者 方文山）3月5日，云岭市市长柳青川到云岭望川重工有限公司调研。"
    "该公司董事长贺长庚介绍，公司总投资3亿元的齿轮箱项目已经开工。\n",
    "齿轮箱项目竣工\n\n本报讯（记者 苏小满）昨日，望川重工齿轮箱项目竣工。云岭市委书记陆知秋、市长柳青川出席竣工仪式。\n",
    "市水务局督导柳河治理工程\n\n本报讯（记者 方文山）3月8日，市水务局局长柳长河到柳河治理工程督导。"
    "工程由云岭建工集团有限公司承建，总投资2.5亿元。\n",
    "云岭建工签约\n\n本报讯 云岭建工集团有限公司与望川重工签订战略合作协议。柳长河出席签约仪式。工程自2021年3月10日起施工。\n",
    "贺长庚获表彰\n\n本报讯（通讯员 许平安）云岭市工商联表彰望川重工董事长贺长庚。贺长庚任云岭市政协委员。\n",
)
DECISIONS = (
    "",
    "- rename: 望川重工\n  to: 望川重工股份有限公司\n",
    "- reject: 贺长庚\n",
    "- split: [望川重工, 云岭望川重工有限公司]\n  why: 两家公司\n",
    "- retype: 柳河治理工程\n  to: facility\n",
)


def bytes_of(folder: Path) -> dict[str, bytes]:
    """All files of a folder."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
