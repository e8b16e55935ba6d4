"""The words by which a reader knows the parts of a page: how stories begin, what is furniture, what is never a heading.

Patterns only; each quotes what it is for.
"""

from __future__ import annotations

import re

SITE = r"(?:[\w·]{1,14}(?<![通资音短简快])讯)"
"""What a paper or site puts before its credit: ``河州网讯``, ``河州日报青石讯``; not 某某通讯（集团）."""

OWN_PAPER = r"本\s*报|本\s*刊|本\s*台|本\s*网|本\s*社"
STAFF = r"记\s*者|通\s*讯\s*员|实\s*习\s*生|评\s*论\s*员"
"""Whose credit it is, letter-spaced or not: what comes before a role, and the roles that every credit line knows."""

WRITER = r"(?:记者|通讯员)"
OPENERS = (
    r"【?本[报刊台网社](?:综合|\w{2,4})?[讯电]】?",
    r"【?\w{1,6}[报网台社]讯】?[（(]",
    r"本报\w{2,6}(?:\d+月)?\d+日专?(?:电|讯)",
    rf"{SITE}】?(?:[（(【\[](?=[^）)】\]]{{2}})|(?:\w{{2,8}}报)?(?:全媒体)?{WRITER})",
    rf"[（(【](?:[\w·]{{2,12}}(?:报|网|台|社|中心|传媒))?(?:全媒体|融媒体)?(?:首席|见习|实习)?{WRITER}[^（）()【】，。]{{2,50}}[）)】](?=[^\s（(，。；])",
    r"新华社\w{2,8}?\d+月\d+日(?:电|讯)|据新华社",
    r"【[^】]{2,12}(?:讯|电)】",
    rf"讯[（(]{WRITER}",
)
OPENER = re.compile(rf"^(?:{'|'.join(OPENERS)})")
"""The words that open a news story: ``本报讯``, ``新华社北京11月6日电``, ``【本报讯】``, ``河州网讯（记者…）``.

A credit in brackets that a text follows is one too: ``（河州日报记者…）8月2日，…``.
"""

LEAD = re.compile(r"^(?:自?(?:\d{4}年)?\d{1,2}月\d{1,2}[日号]|近日|日前|昨[日天晚]|昨（\d{1,2}）日|连日来|今年以来|(?:记者|笔者)从)")
"""The words that begin a story without an opener: ``7月3号，…``, ``近日，…``."""

STRONG_LEAD = re.compile(r"^(?:\d{4}年)?\d{1,2}月\d{1,2}[日号]")
"""A lead that says the day: ``12月2日，…``."""

DESK = (
    r"[□■◇◆●○]?(?:责任编辑|编辑|责编|值班编委|值班主任|值班|版式|校对|校检|美编|制版|组版|排版|视觉|制图|统筹|审读|终审|二审|一审)"
    r"(?:[\u4e00-\u9fff]{2,4}?)??"
)
EDITORS = re.compile(
    rf"(?:责任?编辑?|责编|编辑|值班主任|版式|校对|校检|美编|组版|审读|电话|热线|邮箱|E-?mail)[：:／/]"
    rf"|^(?:责编|责任编辑)|^\w{{0,4}}(?:责任编辑|责编)|^(?:{DESK}){{2,}}$|^(?:编辑|校对|美编|版式)$"
)
"""``责编：张三 版式：李四``."""

SECTIONS = "新闻|要闻|时政|综合|经济|民生|社会|县域|县区|园区|产经|财经|专题|专版|广告|公告|特刊|日报|晚报|晨报"
BARE_SECTIONS = "短消息|短讯|简讯|要闻|综合新闻|综合|本地新闻|新闻|时政|经济|民生|广告|公告|专版|专题"
FOLIOS = (
    r"[A-Z]?\d{1,3}",
    r"第?[\dA-Z一二三四五六七八九十]{1,3}版.{0,12}",
    r"\d{4}年\d{1,2}月\d{1,2}日.{0,30}",
    r"\d{4}[-./]\d{1,2}[-./]\d{1,2}.{0,20}",
    r"星期[一二三四五六日].{0,12}",
    r"农历.{0,16}",
    r"国内统一.{0,40}|邮发代号.{0,20}|总第?\d+期.{0,10}|第\d+期|今日\d+版|CN\d.{0,12}",
    r"\w{2,6}日报社出版.{0,20}",
    r"\w{2,4}(?:日报|晚报)(?:\d{4}[-年].{0,20})?",
    r"本版(?:图片|照片|摄影|插图|稿件|文字).{0,30}",
    r"\d{0,2}[\u4e00-\u9fff]{2,3}新闻",
    r"\d{0,2}[\u4e00-\u9fff]{2,4}[·•・][\u4e00-\u9fff]{2,4}",
    rf"[\u4e00-\u9fff]{{0,4}}(?:{SECTIONS})[A-Z]\d{{1,2}}",
    rf"[A-Z]\d{{1,2}}[\u4e00-\u9fff]{{0,4}}(?:{SECTIONS})",
    r"\w{0,6}(?:报料|爆料|投稿|新闻热线).{0,30}|http.{4,60}|www\..{4,60}",
    rf"\d{{0,2}}(?:{BARE_SECTIONS})(?:版|\d{{0,2}})",
)
FOLIO = re.compile(rf"^(?:{'|'.join(FOLIOS)})$")
"""Masthead, folio and section title: ``河州日报``, ``第3版``, ``2021年3月15日 星期一``, ``短消息``."""

JUMP = re.compile(r"^[（(]?(?:下转|上接|紧接|转|接)(?:第?[\dA-Z一二三四五六七八九十]{1,3}版|\w{0,4}版).{0,8}[）)]?$")
"""``（下转第三版）``, ``上接1版``."""

RULE = re.compile(r"^[-=_*~─—·•…]{3,}$")
"""A rule between two stories: ``——————``, ``* * *``."""

NEVER_HEADING = re.compile(
    r"^(?:这[是些个一]|该|其中|据[了介悉]|还[专将有]|此[次外]|本次|同时|随后|对此|记者[从在]|目前|近日|日前|如今|“[^”]*$|[，、。；）”’])"
)
"""How running text begins and no heading does: ``这是我市用标准化引领…``."""

UNFINISHED = re.compile(r"[。；;，,、]$")
"""How no heading ends."""
