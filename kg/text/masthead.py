"""What a page prints about itself: the newspaper's name and the day of the issue. It knows mastheads, not articles."""

from __future__ import annotations

import re
from dataclasses import dataclass

ISSUE = re.compile(r"(?P<year>(?:19|20)\d\d)\s*年\s*(?P<month>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*日")
ISO = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)[-./](?P<month>\d{1,2})[-./](?P<day>\d{1,2})(?!\d)")
WEEKDAY = re.compile(
    r"星\s*期\s*[一二三四五六日天]|农历|第\s*[\dA-Z一二三四五六七八九十]+\s*版|总第\s*\d+\s*期|今日\s*\d+\s*版|责\s*任?\s*编|统一刊号|邮发代号|CN\s*\d\d"
)
PAPER_KINDS = ("日报", "晚报", "晨报", "早报", "时报", "商报", "都市报", "快报", "周报", "导报", "新报")
"""How the name of a local newspaper ends."""
SPACED_KIND = "|".join(r"\s*".join(kind) for kind in PAPER_KINDS)
PAPER = re.compile(rf"^\s*(?:(?:来源|出处|报纸|媒体)\s*[：:]\s*)?《?(?P<name>(?:[\u4e00-\u9fff]\s*){{2,6}}(?:{SPACED_KIND}))》?\s*$")
NEAR = re.compile(rf"(?P<name>[\u4e00-\u9fff]{{2,6}}(?:{'|'.join(PAPER_KINDS)}))")
LONGEST_LINE = 60


@dataclass(frozen=True, slots=True)
class Masthead:
    """Newspaper and day of issue (ISO), None where the page does not print them."""

    newspaper: str | None = None
    date: str | None = None


def masthead(text: str) -> Masthead:
    """Read a page's masthead lines: ``河州日报`` alone on a line or in a record (``来源：河州日报``), ``2021年2月22日 星期一 第3版``.

    A date counts only on a short line that says it is of the issue (weekday, folio, editors, the paper's name) or holds nothing else.
    """
    newspaper = date = None
    for line in text.splitlines():
        if not line.strip() or len(line.strip()) > LONGEST_LINE or re.search("[。，！？]", line):
            continue
        bare = re.sub(r"\s+", "", line)
        if newspaper is None and (match := PAPER.match(line)):
            newspaper = re.sub(r"\s+", "", match["name"])
        day = ISSUE.search(line) or ISO.search(line)
        if day and date is None and (WEEKDAY.search(line) or NEAR.search(bare) or len(bare) <= len(day[0]) + 4):
            date = f"{day['year']}-{int(day['month']):02d}-{int(day['day']):02d}"
            if newspaper is None and (match := NEAR.search(bare)):
                newspaper = match["name"]
    return Masthead(newspaper, date)
