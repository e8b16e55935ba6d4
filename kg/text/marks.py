"""The words by which a reader knows the parts of a page: how stories begin, what is furniture, what is never a heading.

Patterns only; each quotes what it is for.
"""

from __future__ import annotations

import re

OPENER = re.compile(
    r"^(?:【?本[报刊台网社]讯】?|【?\w{1,6}[报网台社]讯】?[（(]|本报\w{2,6}(?:\d+月)?\d+日专?(?:电|讯)"
    r"|新华社\w{2,8}?\d+月\d+日(?:电|讯)|据新华社|【[^】]{2,12}(?:讯|电)】|讯[（(](?:记者|通讯员))")
"""The words that open a news story: ``本报讯``, ``新华社北京11月6日电``, ``【本报讯】``."""

LEAD = re.compile(r"^(?:自?(?:\d{4}年)?\d{1,2}月\d{1,2}[日号]|近日|日前|昨[日天]|连日来|今年以来|记者从)")
"""The words that begin a story without an opener: ``7月3号，…``, ``近日，…``."""

EDITORS = re.compile(
    r"(?:责任?编辑?|责编|编辑|值班主任|版式|校对|校检|美编|组版|审读|电话|热线|邮箱|E-?mail)[：:／/]|^(?:责编|责任编辑)|^\w{0,4}(?:责任编辑|责编)")
"""``责编：张三 版式：李四``."""

FOLIO = re.compile(
    r"^(?:[A-Z]?\d{1,3}|第?[\dA-Z一二三四五六七八九十]{1,3}版.{0,12}|\d{4}年\d{1,2}月\d{1,2}日.{0,30}|\d{4}[-./]\d{1,2}[-./]\d{1,2}.{0,20}"
    r"|星期[一二三四五六日].{0,12}|农历.{0,16}|国内统一.{0,40}|邮发代号.{0,20}|总第?\d+期.{0,10}|第\d+期|今日\d+版|CN\d.{0,12}"
    r"|\w{2,6}日报社出版.{0,20}|\w{2,4}(?:日报|晚报)(?:\d{4}[-年].{0,20})?|本版(?:图片|照片|摄影|插图|稿件|文字).{0,30}|[\u4e00-\u9fff]{2,3}新闻|http.{4,40}|www\..{4,40}"
    r"|\d{0,2}(?:短消息|短讯|简讯|要闻|综合新闻|综合|本地新闻|新闻|时政|经济|民生|广告|公告|专版|专题)(?:版|\d{0,2}))$")
"""Masthead, folio and section title: ``河州日报``, ``第3版``, ``2021年3月15日 星期一``, ``短消息``."""

JUMP = re.compile(r"^[（(]?(?:下转|上接|紧接|转|接)(?:第?[\dA-Z一二三四五六七八九十]{1,3}版|\w{0,4}版).{0,8}[）)]?$")
"""``（下转第三版）``, ``上接1版``."""

NEVER_HEADING = re.compile(
    r"^(?:这[是些个一]|该|其中|据[了介悉]|还[专将有]|此[次外]|本次|同时|随后|对此|记者[从在]|目前|近日|日前|如今|“[^”]*$|[，、。；）”’])")
"""How running text begins and no heading does: ``这是我市用标准化引领…``."""

UNFINISHED = re.compile(r"[。；;，,、]$")
"""How no heading ends."""
