#!/usr/bin/env python3
"""Lay plain newspaper articles out as the text of a page comes out of a PDF, with the exact truth of every character.

usage: layout.py make PLAIN_DIR [PLAIN_DIR …] OUT_DIR [--seed N] [--pages K] [--min 4] [--max 14]
                      [--weights brief=2,short=3,medium=3,long=1] [--set KIND=P,…] [--off KIND,…|all] [--scale S]
       layout.py check OUT_DIR [--plain PLAIN_DIR …]
       layout.py kinds

PLAIN_DIR/NAME.json: {"articles": [{"kicker", "headline", "headline_lines", "subhead", "body": ["paragraph", …], "bylines": [{"role", "name"}]}, …],
"masthead": ["line", …]}; every key may be missing or null. Each page draws 4–14 articles from all files and, from NOISE, which kinds of noise it
has; how often an enabled kind strikes inside the page is drawn too, so that pages differ as different papers do. The same seed gives the same bytes.

OUT_DIR/pNNNNN.txt is the page; OUT_DIR/pNNNNN.json is
  {"text": the page, "seed": …, "noise": {kind: how often it struck},
   "runs": [{"start", "end", "article": id|null, "part", "order": n|null, "repeat"?: true, "kind"?: …}, …],
   "articles": [{"id", "source", "kind", "headline", "subheads", "bylines", "plain", "parts": [{"part", "start", "end"}], "body": [from, to]}, …]}
Runs are half-open ranges of code points in `text`; together they cover every character that is not white space, once. A run may hold white space
(a line break), never at its ends. `part` is kicker, headline, subhead, byline, body, caption or furniture. `order` is the index of the run's first
character in the article's `plain` (all text in reading order, white space removed), and the characters of a run follow each other in it. Runs with
`repeat` print again what stands elsewhere. Furniture has article and order null and a `kind` (masthead, jump, rule, hyphen, …). `parts` divides
`plain`; `body` is the range in `plain` from body_start to body_end of the guidelines: 本报讯（记者…） before the text is inside, byline lines and the
bracket after the text are not. `bylines` are as printed on this page.

Characters are never changed or lost. What is added: furniture, repeats, invented captions and notices as articles of their own (source null). What
is taken off an article before it is laid out: jump lines, and the byline where `byline_restyle`, `byline_missing` or `byline_invented` replaces it
(with it the dateline 本报讯 may come or go). `plain` is the article as printed, and `check --plain` compares the rest with its file.
"""

import argparse
import datetime
import json
import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

# kind: (chance that a page has it, (lowest, highest) rate inside such a page, what it is)
NOISE: dict[str, tuple[float, tuple[float, float], str]] = {
    # setting of lines
    "mixed_widths": (0.60, (0.3, 0.9), "columns of another width (9–28) than the page's for some articles"),
    "columns": (0.85, (0.6, 1.0), "bodies set in several columns"),
    "column_blank": (0.70, (1.0, 1.0), "blank line at a column break"),
    "uneven_columns": (0.35, (0.2, 0.7), "columns of one article of very different heights"),
    "paragraph_blank": (0.35, (0.7, 1.0), "blank line between paragraphs"),
    "double_spaced": (0.17, (1.0, 1.0), "blank line after every line"),
    "no_block_gap": (0.18, (1.0, 1.0), "no blank line between articles either"),
    "wide_gap": (0.15, (0.1, 0.5), "several blank lines between blocks"),
    "indent_fullwidth": (0.35, (0.7, 1.0), "first lines indented by two full-width spaces (else lost)"),
    "indent_ascii": (0.15, (0.7, 1.0), "first lines indented by ASCII spaces"),
    "unwrapped": (0.10, (0.2, 1.0), "paragraphs not broken into lines, columns cut in mid-paragraph"),
    "runaround": (0.15, (0.1, 0.5), "narrower lines for a stretch (text beside a picture)"),
    "loose_punctuation": (0.06, (1.0, 1.0), "lines may begin with a closing mark"),
    "hang_punctuation": (0.50, (1.0, 1.0), "closing marks hang past the column's edge instead of pulling a character down"),
    "letter_spaced": (0.60, (0.01, 0.12), "justified lines with a space between the characters"),
    "digit_spaces": (0.45, (0.3, 1.0), "spaces around digits and Latin"),
    "mark_spaces": (0.15, (0.1, 0.8), "spaces at brackets and quotes"),
    "plain_spaces_lost": (0.30, (0.5, 1.0), "spaces of the text (between names) lost"),
    "quote_blank": (0.20, (0.3, 0.9), "blank line before a line that begins with an opening mark"),
    "hyphen": (0.35, (0.4, 1.0), "Latin words broken over lines, with or without a hyphen"),
    "line_split": (0.10, (0.01, 0.05), "a line broken in two at a place of its own"),
    "line_join": (0.10, (0.01, 0.05), "two lines run together"),
    "trailing_space": (0.15, (0.1, 0.9), "spaces at line ends"),
    "leading_space": (0.30, (1.0, 1.0), "a page or an article begins with a stray space"),
    "drop_cap": (0.12, (0.3, 1.0), "the big first character printed apart"),
    "centred": (0.12, (0.4, 1.0), "headlines pushed in by spaces"),
    # order of blocks
    "geometric": (0.25, (1.0, 1.0), "blocks in the order of their place on a page grid (down the columns, or across the rows)"),
    "pieces": (0.60, (0.2, 0.8), "an article in 2–4 pieces with other articles between"),
    "tail_away": (0.20, (0.1, 0.4), "an article's last piece at the end or top of the page"),
    "column_shuffle": (0.14, (0.15, 0.6), "an article's columns in the wrong order"),
    "columns_across": (0.10, (0.3, 0.9), "two columns of one article read across, line by line"),
    "read_across": (0.14, (0.1, 0.5), "two stories read across, their lines alternating"),
    "side_by_side": (0.10, (0.1, 0.5), "two stories read across on one line, with a gap"),
    "block_cut": (0.30, (0.4, 0.9), "a caption or headline of another article set down amid a body's lines"),
    "stray_lines": (0.12, (0.1, 0.4), "a few lines of a body printed elsewhere"),
    "crosshead_away": (0.15, (0.3, 0.9), "a crosshead inside the body printed elsewhere"),
    "page_break": (0.07, (1.0, 1.0), "two pages in one text, with a form feed or blank lines"),
    # headlines
    "head_after": (0.40, (0.3, 1.0), "headline after its body"),
    "head_middle": (0.28, (0.1, 0.6), "headline between the columns of its body"),
    "head_far": (0.22, (0.1, 0.4), "headline far from its body"),
    "head_order": (0.35, (0.3, 1.0), "kicker, headline, subhead in any order"),
    "head_parts_split": (0.15, (0.2, 0.6), "kicker or subhead away from the headline"),
    "head_broken": (0.70, (0.4, 1.0), "headline in several lines"),
    "head_spaced": (0.25, (0.1, 0.5), "letter-spaced headline"),
    "head_spaces_lost": (0.25, (0.3, 1.0), "the gap between a headline's halves lost or widened"),
    "head_repeated": (0.07, (0.05, 0.3), "headline printed twice"),
    "head_vertical": (0.06, (0.05, 0.25), "headline down the page, one character a line"),
    # bylines, pictures
    "byline_restyle": (0.50, (0.3, 0.9), "byline in another form: 本报讯（记者…）, its own line, brackets at the end"),
    "byline_missing": (0.12, (0.1, 0.5), "byline left out"),
    "byline_invented": (0.35, (0.3, 0.9), "byline given to an article that has none"),
    "byline_away": (0.30, (0.1, 0.6), "byline line away from head and body"),
    "byline_joined": (0.18, (0.2, 0.8), "closing byline or photo credit run on to the last line"),
    "byline_right": (0.30, (0.5, 1.0), "closing bylines pushed to the right"),
    "name_spaced": (0.35, (0.5, 1.0), "two-character names spaced in bylines"),
    "caption_moved": (0.55, (0.3, 1.0), "captions anywhere, also between pieces of others"),
    "caption_invented": (0.30, (1.0, 1.0), "a photo caption with its credit as one more article"),
    "caption_repeated": (0.20, (0.3, 1.0), "caption printed twice"),
    "pull_quote": (0.12, (0.05, 0.3), "a sentence of the body printed again apart"),
    "notice_invented": (0.18, (1.0, 1.0), "a short public notice as one more article"),
    # furniture
    "masthead": (0.75, (1.0, 1.0), "paper, date, page, editors, telephones at top or bottom"),
    "masthead_split": (0.35, (1.0, 1.0), "the masthead's items on lines of their own"),
    "masthead_middle": (0.25, (0.2, 0.6), "masthead lines in the middle of the page"),
    "section_head": (0.45, (1.0, 1.0), "section head (综合新闻 …)"),
    "rubric": (0.40, (0.1, 0.4), "column rubric (简讯 …) before or near an article"),
    "bullet": (0.10, (0.3, 1.0), "bullets before briefs"),
    "jump_line": (0.25, (0.1, 0.3), "下转第三版, 上接第一版"),
    "rule_line": (0.20, (0.1, 0.4), "rules and boxes of line characters"),
    "advert": (0.22, (1.0, 1.0), "adverts"),
    "box": (0.15, (1.0, 1.0), "weather, lottery or market box"),
    "furniture_cut": (0.22, (0.05, 0.25), "a furniture line amid a body's lines"),
}
PARTS = ("kicker", "headline", "subhead", "byline", "body", "caption", "furniture")
LENGTHS = {"brief": (0, 150), "short": (150, 400), "medium": (400, 800), "long": (800, 10**9)}
WEIGHTS = {"brief": 2.0, "short": 3.0, "medium": 3.0, "long": 1.0}

NO_START = set("，。、；：！？）》」』】〉”’,.;:!?)…%℃")
NO_END = set("（《「『【〈“‘(")
OPENING = set("“‘（《【(")
LATIN = re.compile(r"[A-Za-z0-9.%/:+_@-]")
IDEOGRAPH = re.compile(r"[㐀-鿿々〇]")
BULLETS = set("▲●■★◆○□◇·△☆①②③④⑤⑥⑦⑧⑨")
SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂英华玉萍红文辉建国春梅海燕晓东志远思雨子涵佳琪浩然俊峰宏博立新秋实晨光庆丰长青云飞一鸣小满天宇嘉宁家栋世昌永康德胜少华雪莹书瑶亦凡承志向阳若兰怀瑾"
TOWNS = "临安清云东永宁昌嘉泰沅澧颍淮渭洮涪岷潭泸郴衡邵韶浔赣抚吉瑞丰德广信万兴", "川阳州江河平城山原口溪陵泉湖港岭宁水丰和浦津"
ROLE = re.compile(r"(?:本报|本刊|本台|本网)?((?:特约|见习|实习|首席|全媒体|融媒体|驻站|学生|小)?(?:记者|通讯员|实习生|评论员|特派员))")
CREDIT = re.compile(r"(摄影报道|摄影|文/图|图/文|供图|供稿|整理|摄|报道)[:：]?\s*$")
JUMP = re.compile(
    r"[（(]\s*(?:下转|上接|紧接|转|接)\s*第?\s*[A-Za-z]?\s*[0-9一二三四五六七八九十]+\s*[·•]?[^（）()]{0,8}版[^（）()]{0,8}[）)]"
)
DATELINE = r"(?:本报|本刊|本台|本网|报社)(?:讯|[^\s（(，。讯电]{1,14}(?:专电|讯|电|消息)(?=[\s（(]|$))"
LEAD = re.compile(rf"^({DATELINE})\s*")
LEAD_BRACKET = re.compile(rf"^({DATELINE})?\s*([（(])([^（）()]{{2,60}})([）)])")
LEAD_REPORT = re.compile(rf"^({DATELINE})?\s*((?:本报|本刊)?(?:特约|见习|实习)?(?:记者|通讯员)[㐀-鿿·\s]{{2,24}}?报道[:：，,]?)")
TAIL_BRACKET = re.compile(r"[（(]([^（）()]{2,60})[）)]\s*$")
TAIL_CREDIT = re.compile(
    r"(?<=[。！？”])\s*((?:本报|本刊)?(?:特约|见习|实习)?(?:记者|通讯员)?\s*[㐀-鿿·\s]{2,16}(?:摄影报道|摄影|供图|摄))\s*$"
)
SIMPLE_ROLES = {"记者", "通讯员", "实习生", "特约记者", "见习记者", "实习记者", "作者"}


def bare(text: str) -> str:
    """Text without any white space."""
    return "".join(text.split())


# ---------------------------------------------------------------------------------------------------------------- style of a page


class Style:
    """What one page drew: the kinds of noise it has, their rates, and a count of how often each struck."""

    def __init__(self, draw: random.Random, noise: dict[str, float]):
        self.draw = draw
        self.count: Counter[str] = Counter()
        self.rate: dict[str, float] = {}
        for kind, (chance, (low, high), _) in NOISE.items():
            roll, rate = draw.random(), draw.uniform(low, high)
            if roll < noise.get(kind, chance):
                self.rate[kind] = rate

    def on(self, kind: str) -> bool:
        """The page has this kind."""
        return kind in self.rate

    def hit(self, kind: str) -> bool:
        """The kind strikes here (not yet counted)."""
        return kind in self.rate and self.draw.random() < self.rate[kind]

    def did(self, kind: str, times: int = 1) -> None:
        self.count[kind] += times


# ---------------------------------------------------------------------------------------------------------------- plain articles

Spans = list[tuple[str, str]]  # (part, text) in a paragraph


@dataclass
class Article:
    """An article as it will be printed: every part in reading order."""

    id: str
    source: str | None
    kind: str  # story, brief, caption, notice
    kickers: list[str]
    headline: str | None
    headline_lines: list[str]
    subheads: list[str]
    top: str | None  # byline on a line of its own, before the body
    body: list[Spans]
    end: str | None  # byline on a line of its own, after the body
    bylines: list[dict[str, str]]

    @property
    def text_part(self) -> str:
        return "caption" if self.kind == "caption" else "body"

    def heads(self) -> str:
        return bare("".join(self.kickers) + (self.headline or "") + "".join(self.subheads))

    def bodies(self) -> set[str]:
        """The body without bylines, with or without its dateline (本报讯): what no restyling of a byline may touch."""
        texts = [text for spans in self.body for part, text in spans if part != "byline"]
        stripped = bare(LEAD.sub("", texts[0]) + "".join(texts[1:]))
        return {bare("".join(texts)), stripped, "本报讯" + stripped}


def parse_names(text: str) -> list[dict[str, str]]:
    """Bylines in a byline string: role as printed, name without white space; a bare name has the role 作者."""
    text = re.sub(r"发自.*$", "", re.sub(r"^[\s□■◇◎○●]+|[（()）]", " ", text)).strip()
    credit = CREDIT.search(text)
    verb = credit.group(1) if credit else None
    text = CREDIT.sub("", text).strip()
    found: list[dict[str, str]] = []
    pieces = ROLE.split(text)
    for role, names in zip([None] + pieces[1::2], pieces[0::2]):
        if role is None and verb in ("供图", "供稿") and bare(names):
            found.append({"role": verb, "name": bare(names)})
            continue
        tokens = re.split(r"[\s、，,；;：:/]+", CREDIT.sub("", names.strip()).strip())
        joined: list[str] = []
        while tokens:  # 王 森 and 路 遥 川 are one name each, 王 森 张 喆 two
            alone = next((i for i, token in enumerate(tokens) if len(token) != 1), len(tokens))
            take = 3 if alone == 3 else min(alone, 2) or 1
            joined.append("".join(tokens[:take]))
            del tokens[:take]
        for name in joined:
            if 2 <= len(name) <= 16:
                found.append({"role": role or (verb if verb in ("摄", "供图", "供稿", "整理") else "作者"), "name": name})
    return found


def looks_like_names(text: str) -> bool:
    """Only Chinese names of 2–4 characters, one to four of them."""
    names = parse_names(text)
    return 0 < len(names) <= 4 and all(re.fullmatch(r"[㐀-鿿]{2,4}", n["name"]) or "·" in n["name"] for n in names)


def is_byline(text: str, known: set[str]) -> bool:
    """A whole paragraph or bracket that is a byline; `known` holds the names the article's file gives, if it gives any."""
    flat = bare(text)
    if not 2 <= len(flat) <= 60 or JUMP.fullmatch(flat) or re.search(r"[。！？；…“”]|\d", flat):
        return False
    names = {n["name"] for n in parse_names(text)}
    if flat.strip("（）()") in known:
        return True
    if known:
        return bool(names & known) and (
            len(flat) < 12 or bool(ROLE.search(flat) or CREDIT.search(flat)) or len("".join(names)) + 8 >= len(flat)
        )
    if ROLE.search(flat) or CREDIT.search(flat):
        return bool(names)
    return len(flat) <= 9 and looks_like_names(text)


def strings(value: Any) -> list[str]:
    """A string, a list of strings or nothing, as a list of non-empty strings."""
    if value is None:
        return []
    found = [value] if isinstance(value, str) else [v for v in value if isinstance(v, str)]
    return [v.replace("\n", " ").strip() for v in found if v.strip()]


def read_article(raw: dict[str, Any], source: str | None, number: str) -> Article | None:
    """A plain article with its byline found and its jump lines taken off; None when it has no text."""
    body = raw.get("body") or []
    body = body.split("\n") if isinstance(body, str) else body
    paragraphs = [p for p in (JUMP.sub("", str(p)).strip() for p in body if isinstance(p, (str, int))) if p]
    headline = " ".join(strings(raw.get("headline"))) or None
    if not paragraphs:
        return None
    lines = strings(raw.get("headline_lines"))
    if bare("".join(lines)) != bare(headline or ""):
        lines = []
    given: list[dict[str, str]] = []
    for entry in raw.get("bylines") or []:
        if isinstance(entry, str):
            given += parse_names(entry)
        elif isinstance(entry, dict) and entry.get("name"):
            inner = parse_names(str(entry["name"])) if ROLE.match(bare(str(entry["name"]))) else []
            given += inner or [{"role": str(entry.get("role") or "作者"), "name": bare(str(entry["name"]))}]
    whole = bare("".join(paragraphs))
    given = [n for n in given if n["name"] in whole]  # a byline that the text does not print is none
    known = {n["name"] for n in given}
    found: list[dict[str, str]] = []
    top = end = None
    if len(paragraphs) > 1 and is_byline(paragraphs[0], known):
        top = paragraphs.pop(0)
        found += parse_names(top)
    if len(paragraphs) > 1 and is_byline(paragraphs[-1], known):
        end = paragraphs.pop()
        found += parse_names(end)
    flat = bare("".join(paragraphs))
    photo = CREDIT.search(bare(end or "")) or TAIL_CREDIT.search(paragraphs[-1]) or (flat.startswith("图为") or "图为" in flat[-120:])
    kind = (
        "caption"
        if photo and len(flat) < 260 and len(paragraphs) <= 2 and not LEAD.match(paragraphs[0])
        else "brief"
        if len(flat) < 200
        else "story"
    )
    part = "caption" if kind == "caption" else "body"
    spans: list[Spans] = [[(part, p)] for p in paragraphs]
    lead = LEAD_BRACKET.match(paragraphs[0])
    report = LEAD_REPORT.match(paragraphs[0])
    if lead and is_byline(lead.group(3), known) and (lead.group(1) or ROLE.search(lead.group(3))):
        found += parse_names(lead.group(3))
    elif report and is_byline(report.group(2).rstrip(":：，,"), known):
        lead = report
        found += parse_names(lead.group(2).rstrip(":：，,"))
    else:
        lead = None
    if lead:
        spans[0] = ([(part, paragraphs[0][: lead.start(2)])] if lead.group(1) else []) + [
            ("byline", paragraphs[0][lead.start(2) : lead.end()]),
            (part, paragraphs[0][lead.end() :]),
        ]
    last = spans[-1][-1][1]
    tail = TAIL_BRACKET.search(last)
    if tail and tail.start() > 8 and is_byline(tail.group(1), known) and last[: tail.start()].rstrip()[-1:] in "。！？”…":
        found += parse_names(tail.group(1))
        spans[-1][-1:] = [(part, last[: tail.start()]), ("byline", last[tail.start() :])]
    elif credit := TAIL_CREDIT.search(last):
        found += parse_names(credit.group(1))
        spans[-1][-1:] = [(part, last[: credit.start(1)]), ("byline", last[credit.start(1) :])]
    spans = [[(p, t) for p, t in paragraph if bare(t)] for paragraph in spans]
    return Article(
        number,
        source,
        kind,
        strings(raw.get("kicker")),
        headline,
        lines,
        strings(raw.get("subhead")) + strings(raw.get("subheads")),
        top,
        [s for s in spans if s],
        end,
        given or found,
    )


def load(folders: Iterable[Path]) -> list[tuple[str, list[dict[str, Any]], list[str]]]:
    """(file name, its raw articles, its masthead lines) of every readable JSON file, in the order of the names."""
    files = []
    for folder in folders:
        for path in sorted(folder.glob("*.json")):
            data = json.loads(path.read_text(encoding="utf-8"))
            articles = data if isinstance(data, list) else data.get("articles") or []
            masthead = [] if isinstance(data, list) else strings(data.get("masthead"))
            files.append((path.name, [a for a in articles if isinstance(a, dict)], masthead))
    return files


# ---------------------------------------------------------------------------------------------------------------- invented bits

SECTIONS = [
    "要闻",
    "综合新闻",
    "综合",
    "时政",
    "经济",
    "经济新闻",
    "社会",
    "民生",
    "法治",
    "教育",
    "文化",
    "国内",
    "专版",
    "副刊",
    "县区",
    "农村",
    "城市",
    "产业",
    "要闻·广告",
    "本地·民生",
    "三农",
    "健康",
    "财经",
    "基层",
    "党建",
    "市县新闻",
    "区县新闻",
    "都市",
    "科教",
    "综合·广告",
    "关注",
    "专题",
]
RUBRICS = [
    "简讯",
    "短消息",
    "一句话新闻",
    "新闻速递",
    "图片新闻",
    "基层动态",
    "基层短波",
    "记者观察",
    "时评",
    "记者手记",
    "百姓故事",
    "特别报道",
    "今日关注",
    "一线传真",
    "热线回音",
    "短波",
    "新闻链接",
    "政策解读",
    "人物",
    "本报调查",
    "读者来信",
    "信息窗",
    "要闻简报",
    "在基层",
    "走基层",
    "现场短新闻",
    "编读往来",
    "企业之窗",
    "曝光台",
    "光荣榜",
    "公告栏",
    "微新闻",
    "新春走基层",
    "每周一评",
    "凡人善举",
]
EDITORS = [
    "责任编辑,美编,校对",
    "责编,版式,校对",
    "编辑,组版,校对",
    "本版编辑,视觉,审读",
    "值班主任,责任编辑,照排",
    "责任编辑",
    "本版责编,电脑排版",
]
SCENES = [
    "工人,赶制订单产品",
    "技术人员,调试新装的设备",
    "志愿者,清理河道里的杂物",
    "农技员,指导农户田间管理",
    "交通民警,疏导过往车辆",
    "村民,采收刚成熟的果蔬",
    "检修人员,巡查输电线路",
    "施工人员,铺设供水管道",
    "医护人员,为老人量血压",
    "学生,参加义务植树",
    "渔民,整修渔网准备出海",
    "矿工,学习操作新设备",
]


def pick(draw: random.Random, choices: str) -> str:
    """One of the strings between the bars."""
    return draw.choice(choices.split("|"))


def person(draw: random.Random) -> str:
    return draw.choice(SURNAMES) + "".join(draw.choice(GIVEN) for _ in range(draw.choice((1, 2, 2))))


def town(draw: random.Random) -> str:
    first, second = draw.choice(TOWNS[0]), draw.choice(TOWNS[1])
    return first + second if first != second else first + "州"


def phone(draw: random.Random) -> str:
    area = draw.randint(310, 998)
    digits = "".join(draw.choice("0123456789") for _ in range(draw.choice((6, 7))))
    return pick(draw, f"||0{area}-|（0{area}）") + draw.choice("2345678") + digits


def chinese_number(value: int) -> str:
    digits = "〇一二三四五六七八九十"
    if value <= 10:
        return digits[value]
    tens, ones = divmod(value, 10)
    return (digits[tens] if tens > 1 else "") + "十" + (digits[ones] if ones else "")


def date_line(draw: random.Random) -> str:
    day = datetime.date(1984, 1, 1) + datetime.timedelta(days=draw.randrange(15000))
    week = "星期" + "一二三四五六日"[day.weekday()]
    lunar_year = draw.choice("甲乙丙丁戊己庚辛壬癸") + draw.choice("子丑寅卯辰巳午未申酉戌亥")
    lunar = f"农历{lunar_year}年{draw.choice('正二三四五六七八九十')}月{draw.choice('初十廿')}{draw.choice('一二三四五六七八九')}"
    year = "".join("〇一二三四五六七八九"[int(c)] for c in str(day.year))
    forms = (
        f"{year}年{chinese_number(day.month)}月{chinese_number(day.day)}日 {week}",
        f"{day.year}.{day.month}.{day.day} {week}",
        f"{day.year}年{day.month}月{day.day}日 {week} {lunar}",
        f"{week} {day.year}-{day.month:02}-{day.day:02}",
        f"{day.year} 年 {day.month} 月 {day.day} 日 {week} {lunar} 总第{draw.randint(180, 9800)}期",
        f"{day.year}年{day.month}月{day.day}日 {week}",
    )
    return draw.choice(forms)


def page_number(draw: random.Random) -> str:
    n = draw.randint(1, 8)
    return pick(draw, f"{n:02}|{n}|第{chinese_number(n)}版|A{n}|{n}版|·{n}·|第{n}版|B{n:02}版")


def section_line(draw: random.Random) -> str:
    s, page = draw.choice(SECTIONS), page_number(draw)
    return pick(draw, f"{s}|{page} {s}|{s} {page}|{s}·{page}|{page}·{s}|■{s}|{' '.join(s)}|{s}新闻 {page}")


def rubric_line(draw: random.Random) -> str:
    r = draw.choice(RUBRICS)
    return pick(draw, f"{r}|{r}|■{r}|●{r}●|【{r}】|◆ {r}|{' '.join(r)}|[{r}]|{r}　◇◇◇")


def masthead_lines(draw: random.Random, given: Sequence[str]) -> list[tuple[str, str]]:
    """(kind, line) of a masthead: the file's own lines, or invented ones."""
    if given and draw.random() < 0.5:
        return [("masthead", line) for line in given]
    city = town(draw)
    paper = city + pick(draw, "日报|日报|晚报|晨报|报|周刊|商报|工人报|农民报|广播电视报|都市报|新报|导报")
    lines = [("masthead", pick(draw, f"{paper}|{paper}|{' '.join(paper)}|{paper} {draw.choice(SECTIONS)}")), ("date", date_line(draw))]
    mark = pick(draw, "：|：|:| |/|　")
    if draw.random() < 0.85:
        lines.append(("editors", pick(draw, " |　|  ").join(role + mark + person(draw) for role in draw.choice(EDITORS).split(","))))
    if draw.random() < 0.6:
        lines.append(("page", page_number(draw)))
    if draw.random() < 0.45:
        lines.append(("phone", pick(draw, "新闻热线|电话|热线|广告热线|发行电话|编辑部电话|投稿热线") + mark + phone(draw)))
    if draw.random() < 0.25:
        mail = "".join(draw.choice("abcdefghjkmnprstwxyz") for _ in range(6))
        mail = pick(draw, f"E-mail:{mail}@163.com|投稿邮箱：{mail}rb@126.com")
        post = f"邮发代号：{draw.randint(1, 85)}—{draw.randint(1, 220)} 今日{draw.choice('四八')}版"
        lines.append(
            (
                "masthead",
                pick(draw, f"{mail}|{post}|国内统一刊号：CN{draw.randint(11, 65)}—00{draw.randint(10, 99)}|第{draw.randint(900, 19000)}期"),
            )
        )
    if draw.random() < 0.12:
        place = f"社址：{city}市{town(draw)}路{draw.randint(1, 300)}号 邮编：{draw.randint(100, 850)}000"
        rooms = f"办公室：{phone(draw)} 广告部：{phone(draw)} 发行部：{phone(draw)}"
        lines.append(("masthead", f"{place} {rooms} 本报印刷厂印刷 零售价：{pick(draw, '1.00|0.60|1.50')}元"))
    return lines


def advert_lines(draw: random.Random) -> list[str]:
    city, place = town(draw), town(draw)
    form = draw.randrange(6)
    if form == 0:
        lines = [pick(draw, "遗失声明|声 明|遗 失")]
        for _ in range(draw.randint(1, 4)):
            what = pick(draw, "身份证|残疾证|道路运输证|税务登记证|营业执照副本|土地使用证|出生医学证明")
            lines.append(f"{person(draw)}{what}丢失，{pick(draw, '编号|证号')}{draw.randint(10**8, 10**9)}，声明作废。")
        return lines
    if form == 1:
        who = f"{city}{place}商贸公司招{pick(draw, '业务员|营业员|收银员|驾驶员|文员')}{draw.randint(2, 30)}名"
        return [
            "招 聘",
            f"{who}，{draw.randint(18, 22)}—{draw.randint(35, 50)}岁，月薪面议。",
            f"电话：{phone(draw)} {person(draw)[0]}经理",
        ]
    if form == 2:
        what = f"{place}路临街{draw.randint(30, 600)}平方米，水电齐全，价格面议。"
        return [
            pick(draw, "旺铺转让|门面出租|厂房出租|二手房出售"),
            what,
            f"联系电话：1{draw.randint(30, 89)}{draw.randint(10**7, 10**8 - 1)}",
        ]
    if form == 3:
        slogan = pick(draw, "文明用餐 不剩饭菜|节约用水 从我做起|一滴水 一份情|讲文明 树新风|珍爱生命 安全出行|诚信经营 童叟无欺")
        return [pick(draw, "广告|·广告·|公益广告"), slogan]
    if form == 4:
        shop = city + place + pick(draw, "家具城|眼科门诊部|驾校|装饰公司|大酒店|电器城")
        call = pick(draw, "开业五周年 全场让利|暑期特惠 欢迎惠顾|迎国庆 大酬宾|品质服务 值得信赖")
        return [shop, call, f"地址：{city}市{place}路{draw.randint(1, 400)}号", f"咨询热线：{phone(draw)} {phone(draw)}"]
    when = f"受委托，定于本月{draw.randint(8, 28)}日上午{draw.randint(9, 10)}时在本公司拍卖厅公开拍卖："
    return ["拍卖公告", f"{when}旧机动车{draw.randint(1, 12)}辆、报废设备一批。", f"{city}{place}拍卖有限公司 电话：{phone(draw)}"]


def box_lines(draw: random.Random) -> list[str]:
    form = draw.randrange(3)
    if form == 0:
        low, lines = draw.randint(-8, 24), [pick(draw, "今日天气|天气预报|天 气")]
        for day in ("今天", "明天", "后天")[: draw.randint(1, 3)]:
            sky = pick(draw, "晴|多云|阴|小雨|阵雨|多云转晴|晴转多云|阴有小雨|雷阵雨")
            wind = f"{draw.choice('东南西北')}风{draw.randint(2, 3)}—4级"
            lines.append(f"{day} {sky} {wind} {low + draw.randint(-2, 2)}℃—{low + draw.randint(5, 12)}℃")
        return lines
    if form == 1:
        red = " ".join(f"{n:02}" for n in sorted(draw.sample(range(1, 34), 6)))
        issue = f"双色球第{draw.randint(2004, 2023)}{draw.randint(1, 153):03}期"
        return [issue, f"红球：{red}", f"蓝球：{draw.randint(1, 16):02}", "排列三 " + " ".join(str(draw.randint(0, 9)) for _ in range(3))]
    goods = draw.sample(["大白菜", "西红柿", "黄瓜", "土豆", "五花肉", "鸡蛋", "草鱼", "豆角", "茄子"], draw.randint(3, 6))
    return [pick(draw, "菜价播报|今日菜价|市场行情")] + [f"{good} {draw.randint(1, 19)}.{draw.randint(0, 9)}元/公斤" for good in goods]


def invented_caption(draw: random.Random) -> dict[str, Any]:
    """A plain article: a photo caption."""
    day = f"{draw.randint(1, 12)}月{draw.randint(1, 28)}日"
    place = town(draw) + pick(draw, "镇|乡|街道|区|县")
    who, what = draw.choice(SCENES).split(",")
    where = pick(draw, "车间|施工现场|社区广场|大棚|路口|河堤|院内|码头")
    text = pick(
        draw, f"{day}，{place}{who}在{where}{what}。|图为{day}，{who}在{place}{where}{what}。|{day}，在{place}，{who}正在{where}{what}。"
    )
    text += pick(
        draw,
        f"||今年以来，当地累计投入{draw.randint(20, 900)}万元，{draw.randint(200, 9000)}户居民受益。|这样的活动，当地已举办{draw.randint(2, 30)}次。",
    )
    by = person(draw)
    role, credit = pick(draw, f"记者,本报记者 {by} 摄|记者,记者 {by} 摄|摄,{by} 摄|通讯员,通讯员 {by} 摄|摄,{by}摄|供图,{by}供图").split(
        ","
    )
    return {"headline": pick(draw, "|||忙生产|送健康|夏收忙"), "body": [text, credit], "bylines": [{"role": role, "name": by}]}


def invented_notice(draw: random.Random) -> dict[str, Any]:
    """A plain article: a public notice."""
    city, place = town(draw), town(draw)
    month, day, hour = draw.randint(1, 12), draw.randint(2, 27), draw.randint(6, 9)
    form = draw.randrange(4)
    if form == 0:
        what, who = pick(draw, "停电,供电公司|停水,自来水公司|停气,燃气公司").split(",")
        when = f"因{place}路{pick(draw, '管网|线路|设备')}检修，定于{month}月{day}日{hour}时至{hour + draw.randint(6, 12)}时{what}，"
        text = f"{when}影响{town(draw)}小区、{town(draw)}巷一带，请提前做好准备。"
        return {"headline": f"{what}公告", "body": [text, f"{city}市{who}", f"{draw.randint(1998, 2023)}年{month}月{day - 1}日"]}
    if form == 1:
        text = f"{city}市{place}路改造工程已批准建设，招标人为{city}市{place}城建公司，现对施工进行公开招标。"
        when = f"报名时间：{month}月{day}日至{day + 3}日，地点：{city}市公共资源交易中心。"
        return {"headline": "招标公告", "body": [text, f"{when}联系人：{person(draw)[0]}先生，电话：{phone(draw)}。"]}
    if form == 2:
        what = f"{place}镇{pick(draw, '危房改造|低保|救灾款|困难补助')}对象名单予以公示，公示期{pick(draw, '5|7')}天。"
        text = f"根据有关规定，现将{city}市{what}如有异议，请向{place}镇政府反映，电话：{phone(draw)}。"
        return {"headline": "公 示", "body": [text, f"{place}镇人民政府"]}
    text = f"{place}路因施工自{month}月{day}日起封闭，工期{draw.randint(15, 90)}天，过往车辆请绕行{town(draw)}路。"
    return {"headline": "通 告", "body": [text, f"{city}市公安局交通警察支队"]}


# ---------------------------------------------------------------------------------------------------------------- bylines


def byline_text(names: Sequence[dict[str, str]], style: Style, prefix: str) -> str:
    """记者A 通讯员B C, grouped by role; a bare name for the role 作者."""
    draw = style.draw
    glue, sep = draw.choice(("", "", " ")), draw.choice((" ", " ", " ", "、"))
    groups: list[tuple[str, list[str]]] = []
    for entry in names:
        shown = entry["name"]
        if len(shown) == 2 and style.hit("name_spaced"):
            style.did("name_spaced")
            shown = shown[0] + draw.choice((" ", "　")) + shown[1]
        if groups and groups[-1][0] == entry["role"]:
            groups[-1][1].append(shown)
        else:
            groups.append((entry["role"], [shown]))
    return " ".join(
        (prefix if i == 0 and role != "作者" else "") + ("" if role == "作者" else role + glue) + sep.join(shown)
        for i, (role, shown) in enumerate(groups)
    )


def restyle(article: Article, style: Style, house: str) -> None:
    """Print the byline in another form, leave it out, or give one to an article that has none."""
    draw = style.draw
    if article.kind in ("caption", "notice"):
        return
    printed = article.top or article.end or any(part == "byline" for spans in article.body for part, _ in spans)
    if not printed:
        closing_text = bare(article.body[-1][-1][1])
        if article.bylines or len(closing_text) < 25 or closing_text[-1] not in "。！？”" or not style.hit("byline_invented"):
            return
        style.did("byline_invented")
        roles = draw.choice((["记者"], ["记者", "通讯员"], ["通讯员"], ["作者"], ["记者", "通讯员", "通讯员"], ["记者", "记者"]))
        names = [{"role": role, "name": person(draw)} for role in roles]
    else:
        names = list(article.bylines)
        parsed = [
            n
            for text in ([article.top] if article.top else [])
            + [t for s in article.body for p, t in s if p == "byline"]
            + ([article.end] if article.end else [])
            for n in parse_names(text)
        ]
        if (
            not names
            or {n["name"] for n in parsed} != {n["name"] for n in names}
            or any(n["role"] not in SIMPLE_ROLES for n in names)
            or len({n["role"] == "作者" for n in names}) > 1
        ):
            return
        missing = style.hit("byline_missing")
        if not missing and not style.hit("byline_restyle"):
            return
        style.did("byline_missing" if missing else "byline_restyle")
        article.top = article.end = None
        article.body = [[(p, t) for p, t in spans if p != "byline"] for spans in article.body]
        article.body = [spans for spans in article.body if spans]
        if missing:
            names = []
    article.bylines = names
    first, last = article.body[0], article.body[-1]
    lead = LEAD.match(first[0][1])
    if lead:
        rest = first[0][1][lead.end() :]
        first[:1] = [(first[0][0], rest)] if bare(rest) else []
    if not first:
        del article.body[0]
        first = article.body[0]
    half = sum(t.count(",") for s in article.body for _, t in s) > sum(t.count("，") for s in article.body for _, t in s)
    opening, closing = ("(", ")") if half else ("（", "）")
    form = house if draw.random() < 0.7 else draw.choice(BYLINE_FORMS)
    if first[0][1][:1] in BULLETS and form in ("lead", "report"):
        form = "end_inline"
    if not names:
        if lead and first[0][1][:1] not in BULLETS and draw.random() < 0.4:
            first.insert(0, ("body", draw.choice(("本报讯 ", "本报讯　", "本报讯"))))
        return
    own = draw.choice(("", "本报"))
    if form == "lead":
        gap = draw.choice(("", "", "", " "))
        first[:0] = [
            ("body", "本报讯" + gap),
            ("byline", opening + byline_text(names, style, "") + closing + draw.choice(("", "", "", " "))),
        ]
    elif form == "report" and names[0]["role"] != "作者":
        first[:0] = [("body", "本报讯 ")] * draw.choice((0, 1)) + [
            ("byline", byline_text(names, style, own) + "报道" + draw.choice(("：", "：", "，") if not half else (":", ",")))
        ]
    elif form == "top":
        article.top = draw.choice(("", "", "", "□", "□ ", "■", "◎")) + byline_text(names, style, own)
    elif form == "end_line":
        article.end = opening + byline_text(names, style, own) + closing
    elif form == "end_bare":
        article.end = byline_text(names, style, own)
    else:
        last.append(("byline", opening + byline_text(names, style, own) + closing))
    if lead and form not in ("lead", "report") and first[0][1][:1] not in BULLETS and draw.random() < 0.2:
        first.insert(0, ("body", "本报讯 "))


BYLINE_FORMS = ("lead", "lead", "lead", "top", "top", "end_line", "end_bare", "end_inline", "end_inline", "report")


# ---------------------------------------------------------------------------------------------------------------- cells, lines, blocks


class Cell(NamedTuple):
    """One character of the page. White space has no part."""

    char: str
    article: str | None = None
    part: str | None = None
    order: int | None = None
    repeat: bool = False
    kind: str | None = None

    @property
    def white(self) -> bool:
        return self.part is None


SPACE, WIDE = Cell(" "), Cell("　")


@dataclass
class Line:
    cells: list[Cell]
    start: bool = False  # first line of a paragraph
    end: bool = False  # last line of a paragraph
    gap: int = 0  # blank lines before it


@dataclass
class Block:
    """Lines that stay together. `owner` is an article id, None for furniture, "+" for lines of two articles."""

    owner: str | None
    kind: str  # head, byline, body, caption, furniture
    lines: list[Line]
    glue: bool = False  # no blank line before it
    fixed: bool = False  # not to be cut


@dataclass
class Numbered:
    """An article's cells by part, in reading order, and what the truth says of it."""

    article: Article
    kickers: list[list[Cell]] = field(default_factory=list)
    headline: list[Cell] = field(default_factory=list)
    subheads: list[list[Cell]] = field(default_factory=list)
    top: list[Cell] = field(default_factory=list)
    paragraphs: list[list[Cell]] = field(default_factory=list)
    end: list[Cell] = field(default_factory=list)
    truth: dict[str, Any] = field(default_factory=dict)


def furniture(text: str, kind: str) -> list[Cell]:
    return [Cell(c) if c.isspace() else Cell(c, None, "furniture", None, False, kind) for c in text]


def furniture_block(lines: Iterable[tuple[str, str]]) -> Block:
    return Block(None, "furniture", [Line(furniture(text, kind), True, True) for kind, text in lines])


def numbered(article: Article) -> Numbered:
    """Give every character its index in the article's reading order."""
    made = Numbered(article)
    plain: list[str] = []
    parts: list[dict[str, Any]] = []

    def cells(part: str, text: str) -> list[Cell]:
        found = []
        for char in text:
            if char.isspace():
                found.append(Cell("　" if char == "　" else " "))
            else:
                found.append(Cell(char, article.id, part, len(plain)))
                if not parts or parts[-1]["part"] != part:
                    parts.append({"part": part, "start": len(plain), "end": len(plain)})
                plain.append(char)
                parts[-1]["end"] = len(plain)
        return found

    made.kickers = [cells("kicker", k) for k in article.kickers]
    made.headline = cells("headline", article.headline or "")
    made.subheads = [cells("subhead", s) for s in article.subheads]
    made.top = cells("byline", article.top or "")
    begin = len(plain)
    made.paragraphs = [[c for part, text in spans for c in cells(part, text)] for spans in article.body]
    part = article.text_part
    tail = [p for p in parts if p["part"] == part][-1]["end"]
    made.end = cells("byline", article.end or "")
    made.truth = {
        "id": article.id,
        "source": article.source,
        "kind": article.kind,
        "headline": bare(article.headline) if article.headline else None,
        "subheads": [bare(s) for s in article.kickers + article.subheads],
        "bylines": article.bylines,
        "plain": "".join(plain),
        "parts": parts,
        "body": [begin, tail],
    }
    return made


def size(cell: Cell) -> float:
    """Width in full-width characters."""
    return 0.25 if cell.char == " " else 1.0 if ord(cell.char) > 0x2000 else 0.5


def width_of(cells: Iterable[Cell]) -> float:
    return sum(map(size, cells))


def space_out(cells: Sequence[Cell], style: Style, spacing: dict[str, Any]) -> list[Cell]:
    """Spaces around digits, Latin and marks; the text's own spaces kept or lost."""
    made: list[Cell] = []
    for at, cell in enumerate(cells):
        if cell.white:
            if spacing["lose"] and at + 1 < len(cells) and style.draw.random() < style.rate["plain_spaces_lost"]:
                style.did("plain_spaces_lost")
            else:
                made.append(cell)
            continue
        before = cells[at - 1] if at else None
        if before and not before.white:
            into = bool(IDEOGRAPH.match(before.char)) and cell.char.isascii() and cell.char.isalnum()
            out = before.char.isascii() and (before.char.isalnum() or before.char == "%") and bool(IDEOGRAPH.match(cell.char))
            if ((into and spacing["in"]) or (out and spacing["out"])) and style.hit("digit_spaces"):
                made.append(SPACE)
                style.did("digit_spaces")
            elif (
                (cell.char in OPENING or before.char in "）》”)")
                and style.hit("mark_spaces")
                and before.char not in OPENING
                and cell.char not in NO_START
            ):
                made.append(SPACE)
                style.did("mark_spaces")
        made.append(cell)
    return made


def break_lines(cells: Sequence[Cell], width: Callable[[int], float], style: Style) -> list[list[Cell]]:
    """Break a paragraph into lines; `width(i)` is the room of its i-th line."""
    tokens: list[list[Cell]] = []
    for cell in cells:
        if not cell.white and tokens and not tokens[-1][-1].white and LATIN.match(cell.char) and LATIN.match(tokens[-1][-1].char):
            tokens[-1].append(cell)
        else:
            tokens.append([cell])
    lines: list[list[Cell]] = []
    line: list[Cell] = []
    room, used, queue = width(0), 0.0, tokens[::-1]

    def flush() -> None:
        nonlocal line, room, used
        while line and line[-1].white:
            line.pop()
        lines.append(line)
        line, room, used = [], width(len(lines)), 0.0

    while queue:
        token = queue.pop()
        if token[0].white and not line:
            continue
        need = width_of(token)
        if not line or used + need <= room + 0.01:
            line.extend(token)
            used += need
            if used > room and len(token) > 1 and len(token) * 0.5 > room:  # a Latin word longer than the line
                cut = len(line) - 1
                while cut > 1 and width_of(line[:cut]) > room:
                    cut -= 1
                queue.append(line[cut:])
                line = line[:cut]
                flush()
            continue
        if token[0].white:
            flush()
            continue
        letters = len(token) >= 6 and sum(c.char.isalpha() for c in token) >= 4
        if letters and room - used >= 2 and style.hit("hyphen"):
            cut = min(int((room - used) * 2) - 1, len(token) - 2)
            if cut >= 2:
                style.did("hyphen")
                mark = (
                    furniture("-", "hyphen")
                    if style.draw.random() < 0.6 and token[cut - 1].char.isalpha() and token[cut].char.isalpha()
                    else []
                )
                line.extend(token[:cut] + mark)
                flush()
                queue.append(token[cut:])
                continue
        if token[0].char in NO_START and not style.on("loose_punctuation"):
            if style.on("hang_punctuation") and used <= room + 0.51:
                style.did("hang_punctuation")
                line.extend(token)
                used += need
                continue
            carried = [token]
            while len(line) > 1 and (carried[-1][0].char in NO_START or line[-1].char in NO_END):
                if LATIN.match(line[-1].char):
                    break
                carried.append([line.pop()])
            if carried[-1][0].char in NO_START:  # nothing to carry down: let it hang
                line.extend(c for t in carried[::-1] for c in t)
                used += need
                continue
            flush()
            queue.extend(carried)
            continue
        if token[0].char in NO_START:
            style.did("loose_punctuation")
        carried = [token]
        while len(line) > 1 and line[-1].char in NO_END:
            carried.append([line.pop()])
        flush()
        queue.extend(carried)
    if line:
        flush()
    return [found for found in lines if found]


def at_width(width: float) -> Callable[[int], float]:
    """The same room for every line."""
    return lambda _: width


def is_crosshead(flat: Sequence[Cell]) -> bool:
    """A paragraph (without its white space) short and open-ended enough to be a crosshead inside a body."""
    return 4 <= len(flat) <= 24 and flat[-1].part != "byline" and flat[-1].char not in "。！？…：；”’）)"


def letter_space(cells: Sequence[Cell], draw: random.Random, wide: bool = False) -> list[Cell]:
    """A line as a justified one comes out: a space between its characters; digits and Latin sometimes stay together."""
    form = draw.choice(("all", "all", "marks", "words", "words"))
    space, made = (WIDE if wide else SPACE), []
    for at, cell in enumerate(cells):
        if at and not cell.white and not cells[at - 1].white:
            before = cells[at - 1].char
            together = LATIN.match(before) and LATIN.match(cell.char)
            if not (form != "all" and together) and not (form == "marks" and (before in NO_START or cell.char in NO_END)):
                made.append(space)
        made.append(cell)
    return made


# ---------------------------------------------------------------------------------------------------------------- typesetting


@dataclass
class Look:
    """How one article is set."""

    width: int
    unwrapped: bool
    indent: str
    spacing: dict[str, Any]


def draw_width(draw: random.Random) -> int:
    low, high = draw.choices(((9, 12), (13, 18), (19, 24), (25, 28)), (15, 53, 22, 10))[0]
    return draw.randint(low, high)


def set_body(made: Numbered, look: Look, style: Style) -> list[Line]:
    """The body's lines, crossheads and the closing byline included."""
    draw = style.draw
    lines: list[Line] = []
    narrow: tuple[int, int, float] = (0, 0, 0.0)  # from line, to line, how much narrower
    if not look.unwrapped and look.width >= 13 and style.hit("runaround"):
        style.did("runaround")
        at = draw.randint(0, 6)
        narrow = (at, at + draw.randint(3, 8), draw.uniform(0.25, 0.5) * look.width)
    paragraphs = [space_out(p, style, look.spacing) for p in made.paragraphs]
    cap = None
    opening = paragraphs[0]
    plain_start = IDEOGRAPH.match(opening[0].char) and not LEAD.match("".join(c.char for c in opening))
    if made.article.kind == "story" and len(opening) > 30 and plain_start and style.hit("drop_cap"):
        style.did("drop_cap")
        cap = opening.pop(0)
    for index, cells in enumerate(paragraphs):
        while cells[0].white:
            cells.pop(0)
        crosshead = 0 < index < len(paragraphs) - 1 and is_crosshead([c for c in cells if not c.white])
        begun = len(lines)
        indent, big = 0.0 if crosshead else 2.0, 2.5 if cap and index == 0 else 0.0

        def room(i: int, begun: int = begun, indent: float = indent, big: float = big) -> float:
            beside = narrow[2] if narrow[0] <= begun + i < narrow[1] else 0.0
            return max(6.0, look.width - (indent if i == 0 else 0.0) - (big if i < 2 else 0.0) - beside)

        if not look.unwrapped:
            broken = break_lines(cells, room, style)
        elif len(cells) > 80 and draw.random() < 0.25:  # a column ends in the middle of the paragraph
            cut = draw.randint(20, len(cells) - 20)
            broken = [cells[:cut], cells[cut:]]
        else:
            broken = [list(cells)]
        for at, found in enumerate(broken):
            line = Line(found, at == 0, at == len(broken) - 1)
            chance = style.rate.get("letter_spaced", 0.0) * (3 if width_of(found) < room(at) - 0.4 else 1)
            if not line.end and not look.unwrapped and len(found) > 6 and draw.random() < chance:
                style.did("letter_spaced")
                line.cells = letter_space(found, draw)
            if at == 0 and index and style.hit("paragraph_blank"):
                style.did("paragraph_blank")
                line.gap = 1
            if found[0].char in OPENING and lines and style.hit("quote_blank"):
                style.did("quote_blank")
                line.gap = 1
            if crosshead and not style.on("no_block_gap"):
                line.gap = 1
            lines.append(line)
        first = lines[begun]
        if crosshead and draw.random() < 0.7:
            continue
        if look.indent == "fullwidth" and style.hit("indent_fullwidth"):
            style.did("indent_fullwidth")
            first.cells = [WIDE, WIDE, *first.cells]
        elif look.indent == "ascii" and style.hit("indent_ascii"):
            style.did("indent_ascii")
            first.cells = [SPACE] * look.spacing["ascii"] + first.cells
        elif look.indent == "stray" and index == 0 and style.on("leading_space"):
            style.did("leading_space")
            first.cells = [SPACE, *first.cells]
    if cap:
        at = min(len(lines), draw.choice((0, 0, 1, 2, 8)))
        lines.insert(at, Line([cap], at == 0, at == 0))
    if made.end and style.hit("byline_joined"):
        style.did("byline_joined")
        lines[-1].cells = lines[-1].cells + [SPACE] * draw.choice((0, 1, 1, 2, 4)) + list(made.end)
    elif made.end:
        lines += closing(made, look, style)
    return lines


def closing(made: Numbered, look: Look, style: Style) -> list[Line]:
    """The closing byline, pushed right or not."""
    cells = made.end
    push: list[Cell] = []
    if style.hit("byline_right"):
        style.did("byline_right")
        free = max(1, int(look.width - width_of(cells)))
        push = [WIDE] * free if style.draw.random() < 0.5 else [SPACE] * (2 * free)
    return [Line(push + list(cells), True, True, 1 if style.on("paragraph_blank") and style.draw.random() < 0.5 else 0)]


def set_heads(made: Numbered, look: Look, style: Style) -> list[Block]:
    """The head's blocks: usually one; kicker and subhead may be blocks of their own."""
    draw, article = style.draw, made.article
    parts: list[tuple[str, list[Line]]] = []
    broken = style.hit("head_broken")
    room = draw.randint(6, 14) if broken else 60
    spaced = style.hit("head_spaced")
    loose = style.hit("head_spaces_lost")
    wide = draw.random() < 0.4

    def gaps(cells: Sequence[Cell]) -> list[Cell]:
        found = []
        for cell in cells:
            if cell.white and loose:
                style.did("head_spaces_lost")
                found += draw.choice(([], [WIDE], [SPACE, SPACE], [WIDE, WIDE]))
            else:
                found.append(cell)
        return found

    def lines(cells: Sequence[Cell], part: str) -> list[Line]:
        cells = gaps(cells)
        if part == "headline" and 3 <= len(cells) <= 16 and style.hit("head_vertical"):
            style.did("head_vertical")
            return [Line([c], True, True) for c in cells if not c.white]
        given = [bare(x) for x in article.headline_lines] if part == "headline" else []
        if len(given) > 1 and broken:
            found, rest = [], [c for c in cells if not c.white]
            for text in given:
                found.append(rest[: len(text)])
                rest = rest[len(text) :]
        elif broken and width_of(cells) > room:
            halves: list[list[Cell]] = [[]]
            for cell in cells:  # a headline breaks at its own gap or comma first
                if cell.white and width_of(halves[-1]) >= 4 and draw.random() < 0.8:
                    halves.append([])
                else:
                    halves[-1].append(cell)
            found = []
            for half in halves:
                total = width_of(half)
                n = max(1, round(total / room + 0.2))
                found += break_lines(half, at_width(total / n + 1), style) if n > 1 else [half]
        else:
            found = [list(cells)]
        found = [f for f in found if any(not c.white for c in f)]
        if len(found) > 1:
            style.did("head_broken")
        if spaced and part != "subhead" and len(cells) <= 24:
            style.did("head_spaced")
            found = [letter_space(f, draw, wide) for f in found]
        if style.hit("centred"):
            style.did("centred")
            pad = [SPACE] * draw.randint(2, 8) if draw.random() < 0.6 else [WIDE] * draw.randint(1, 5)
            found = [pad + f for f in found]
        return [Line(f, True, True) for f in found]

    for cells in made.kickers:
        parts.append(("kicker", lines(cells, "kicker")))
    if made.headline:
        parts.append(("headline", lines(made.headline, "headline")))
    for cells in made.subheads:
        parts.append(("subhead", lines(cells, "subhead")))
    if not parts:
        return []
    if len(parts) > 1 and style.hit("head_order"):
        before = [p for p, _ in parts]
        draw.shuffle(parts)
        if [p for p, _ in parts] != before:
            style.did("head_order")
    if len(parts) > 1 and style.hit("head_parts_split"):
        style.did("head_parts_split")
        return [Block(article.id, "head", found, fixed=True) for _, found in parts]
    merged = [line for _, found in parts for line in found]
    at = 0
    for _, found in parts[:-1]:
        at += len(found)
        if draw.random() < 0.25 and not style.on("no_block_gap"):
            merged[at].gap = 1
    return [Block(article.id, "head", merged, fixed=True)]


def into_columns(lines: list[Line], made: Numbered, style: Style, wanted: int | None, unwrapped: bool) -> list[list[Line]]:
    """Cut the lines into columns."""
    draw, n = style.draw, len(lines)
    if wanted is None:
        wanted = 1
        if style.on("columns") and made.article.kind != "caption" and draw.random() < style.rate["columns"]:
            height = draw.randint(3, 6) if unwrapped else draw.randint(6, 22)
            wanted = max(1, min(6, round(n / height)))
    wanted = max(1, min(wanted, n // 2 or 1)) if style.on("columns") else 1
    if wanted == 1:
        return [lines]
    style.did("columns")
    bounds = [round(n * i / wanted) for i in range(wanted + 1)]
    if style.hit("uneven_columns"):
        bounds = [0] + sorted(draw.sample(range(1, n), wanted - 1)) + [n]
        style.did("uneven_columns")
    columns = [lines[a:b] for a, b in pairwise(bounds) if b > a]
    if len(columns) > 1 and style.hit("columns_across"):
        at = draw.randrange(len(columns) - 1)
        left, right = columns[at], columns[at + 1]
        if min(len(left), len(right)) > 2:
            columns[at : at + 2] = [zip_lines(left, right, min(len(left), len(right)), style, draw.random() < 0.4)]
            style.did("columns_across")
    if len(columns) > 1 and style.hit("column_shuffle"):
        before = list(columns)
        if draw.random() < 0.6:
            at = draw.randrange(len(columns) - 1)
            columns[at], columns[at + 1] = columns[at + 1], columns[at]
        elif draw.random() < 0.4:
            columns.reverse()
        else:
            draw.shuffle(columns)
        if columns != before:
            style.did("column_shuffle")
    return columns


def zip_lines(left: list[Line], right: list[Line], depth: int, style: Style, same_line: bool) -> list[Line]:
    """Two columns read across for `depth` lines; what is left of each follows."""
    made = []
    edge = max((width_of(line.cells) for line in left[:depth]), default=0.0)
    gap = style.draw.choice((2, 3, 4, 6))
    full = style.draw.random() < 0.5
    for a, b in zip(left[:depth], right[:depth]):
        if same_line:
            pad = [WIDE] * (int(edge - width_of(a.cells)) + 2) if full else [SPACE] * gap
            made.append(Line(a.cells + pad + b.cells, a.start, b.end, a.gap))
        else:
            made += [Line(a.cells, a.start, a.end, a.gap), Line(b.cells, b.start, b.end, 0)]
    return made + left[depth:] + right[depth:]


# ---------------------------------------------------------------------------------------------------------------- the page


class Page:
    """Composes one page."""

    def __init__(
        self, raws: Sequence[tuple[str | None, dict[str, Any]]], masthead: Sequence[str], draw: random.Random, noise: dict[str, float]
    ):
        self.draw = draw
        self.style = style = Style(draw, noise)
        extra: list[tuple[str | None, dict[str, Any], str | None]] = [(source, raw, None) for source, raw in raws]
        if style.on("caption_invented"):
            for _ in range(draw.choice((1, 1, 2, 3))):
                extra.append((None, invented_caption(draw), "caption"))
                style.did("caption_invented")
        if style.on("notice_invented"):
            for _ in range(draw.choice((1, 1, 2))):
                extra.append((None, invented_notice(draw), "notice"))
                style.did("notice_invented")
        draw.shuffle(extra)
        house = draw.choice(BYLINE_FORMS)
        self.sets: list[Numbered] = []
        for source, raw, kind in extra:
            article = read_article(raw, source, f"a{len(self.sets) + 1}")
            if article is None:
                continue
            article.kind = kind or article.kind
            restyle(article, style, house)
            self.sets.append(numbered(article))
        kickers = {bare(k) for s in self.sets for k in s.article.kickers}  # a rubric of the file may be the kicker of an article here
        self.given_masthead = [line for line in masthead if bare(line) not in kickers and not JUMP.search(line)]
        self.width = draw_width(draw)
        weights = [("fullwidth", style.on("indent_fullwidth")), ("ascii", style.on("indent_ascii"))]
        self.indent = next((kind for kind, on in weights if on), "stray")
        side = draw.choice(("both", "both", "in", "out"))
        self.spacing = {"in": side != "out", "out": side != "in", "lose": style.on("plain_spaces_lost"), "ascii": draw.choice((2, 2, 4))}
        self.looks: dict[str, Look] = {}
        self.head_home = draw.choice(("after", "before"))

    def look(self, made: Numbered) -> Look:
        """The article's setting, drawn once."""
        key = made.article.id
        if key not in self.looks:
            width = self.width
            if self.style.hit("mixed_widths"):
                self.style.did("mixed_widths")
                width = min(28, self.width * 2 + 1) if self.draw.random() < 0.3 else draw_width(self.draw)
            unwrapped = self.style.hit("unwrapped")
            if unwrapped:
                self.style.did("unwrapped")
            self.looks[key] = Look(width, unwrapped, self.indent, self.spacing)
        return self.looks[key]

    # -- one article ----------------------------------------------------------------------------------------------

    def head_unit(self, made: Numbered) -> tuple[list[Block], Block | None]:
        """The head's block and the byline line that stands with it; parts that stand elsewhere go to `loose`."""
        heads = set_heads(made, self.look(made), self.style)
        self.loose += heads[1:]
        if not made.top:
            return heads[:1], None
        byline = Block(made.article.id, "byline", [Line(list(made.top), True, True)], fixed=True)
        if self.style.hit("byline_away"):
            self.style.did("byline_away")
            self.loose.append(byline)
            return heads[:1], None
        return heads[:1], byline

    def body_columns(self, made: Numbered, wanted: int | None = None) -> list[Block]:
        """The body in columns; crossheads and the closing byline may leave it, jump lines and bullets may join it."""
        draw, style, look = self.draw, self.style, self.look(made)
        lines = set_body(made, look, style)
        kind = "caption" if made.article.kind == "caption" else "body"
        kept: list[Line] = []
        for line in lines:
            flat = [c for c in line.cells if not c.white]
            alone = line.start and line.end and line is not lines[0] and flat[0].part != "furniture"
            if alone and flat[0].part == "byline" and style.hit("byline_away"):
                style.did("byline_away")
                self.loose.append(Block(made.article.id, "byline", [Line(line.cells, True, True)], fixed=True))
            elif alone and line is not lines[-1] and is_crosshead(flat) and style.hit("crosshead_away"):
                style.did("crosshead_away")
                self.loose.append(Block(made.article.id, "head", [Line(line.cells, True, True)], fixed=True))
            else:
                kept.append(line)
        first = made.truth["plain"][made.truth["body"][0]]
        if made.article.kind == "brief" and first not in BULLETS and style.hit("bullet"):
            style.did("bullet")
            kept[0].cells = furniture(self.bullet, "bullet") + [c for c in kept[0].cells if c.char != "　"]
        columns = [Block(made.article.id, kind, c) for c in into_columns(kept, made, style, wanted, look.unwrapped)]
        if made.article.kind == "story" and style.hit("jump_line"):
            style.did("jump_line")
            page = pick(draw, "二|三|四|五|2|3|4|6|A2|A3")
            if draw.random() < 0.3:
                columns[0].lines.insert(
                    0, Line(furniture(pick(draw, "（上接第一版）|（上接1版）|(上接A1版)|（紧接一版）"), "jump"), True, True)
                )
            else:
                jump = furniture(pick(draw, f"（下转第{page}版）|（下转{page}版）|(下转第{page}版)|（紧接第{page}版）"), "jump")
                if draw.random() < 0.3:
                    columns[-1].lines[-1].cells = columns[-1].lines[-1].cells + jump
                else:
                    columns[-1].lines.append(Line([WIDE] * draw.choice((0, 0, 4)) + jump, True, True))
        return columns

    def flow(self, made: Numbered) -> list[list[Block]]:
        """The article's blocks in segments; other articles' blocks may come between segments."""
        draw, style = self.draw, self.style
        heads, byline = self.head_unit(made)
        columns = self.body_columns(made)
        unit = heads + ([byline] if byline else [])
        place = "before"
        if heads and style.hit("head_far"):
            style.did("head_far")
            self.far.append(unit.pop(0))
        elif unit and len(columns) > 1 and style.hit("head_middle"):
            place = "middle"
        elif heads and style.on("head_after"):
            rate = style.rate["head_after"]
            if draw.random() < (rate if self.head_home == "after" else rate / 2):
                place = "after"
        segments = self.pieces(columns)
        if place == "before":
            segments[0] = unit + segments[0]
        elif place == "after":
            style.did("head_after")
            segments[-1] = segments[-1] + unit
        else:
            style.did("head_middle")
            at, passed = draw.randrange(1, len(columns)), 0
            for segment in segments:
                if passed + len(segment) >= at:
                    segment[at - passed : at - passed] = unit
                    break
                passed += len(segment)
        return segments

    def pieces(self, columns: list[Block]) -> list[list[Block]]:
        """The pieces in which the article will stand; a single column may be cut for it."""
        draw, style = self.draw, self.style
        if not style.hit("pieces"):
            return [columns]
        if len(columns) == 1 and len(columns[0].lines) >= 8 and columns[0].kind == "body":
            lines = columns[0].lines
            at = draw.randint(3, len(lines) - 3)
            columns = [Block(columns[0].owner, "body", lines[:at]), Block(columns[0].owner, "body", lines[at:])]
        n = min(len(columns), draw.choice((2, 2, 2, 3, 3, 4)))
        if n < 2:
            return [columns]
        style.did("pieces")
        cuts = [0, *sorted(draw.sample(range(1, len(columns)), n - 1)), len(columns)]
        return [columns[a:b] for a, b in pairwise(cuts)]

    # -- order of blocks --------------------------------------------------------------------------------------------

    def linear(self, sets: Sequence[Numbered]) -> list[Block]:
        """Articles one after the other; later pieces of some come after pieces of the next ones."""
        draw, style = self.draw, self.style
        made: list[Block] = []
        pending: list[tuple[int, list[Block]]] = []
        front: list[Block] = []
        end: list[Block] = []
        for article in sets:
            segments = self.flow(article)
            if style.hit("tail_away"):
                if len(segments) == 1 and len(segments[0]) > 2 and segments[0][-1].kind == "body":
                    segments = [segments[0][:-1], segments[0][-1:]]
                if len(segments) > 1:
                    style.did("tail_away")
                    (end if draw.random() < 0.65 else front).extend(segments.pop())
            made += segments[0]
            made += [block for delay, blocks in pending if delay <= 1 for block in blocks]
            pending = [(delay - 1, blocks) for delay, blocks in pending if delay > 1]
            delay = 0
            for segment in segments[1:]:
                delay += draw.choice((1, 1, 1, 2, 3))
                pending.append((delay, segment))
        return front + made + [block for _, blocks in pending for block in blocks] + end

    def grid(self, sets: Sequence[Numbered]) -> list[Block]:
        """Articles set on a page grid, their blocks taken in the order of their places."""
        draw, style = self.draw, self.style
        style.did("geometric")
        columns, top = draw.randint(4, 7), 0.0
        frames: list[tuple[int, float, list[Block]]] = []
        rest = list(sets)
        while rest:
            row = [rest.pop(0) for _ in range(min(len(rest), draw.choice((1, 2, 2, 3))))]
            weights = [max(1, len(s.truth["plain"]) // 120) for s in row]
            shares = [max(1, min(4, round(columns * w / sum(weights)))) for w in weights]
            left, deepest = 0, 0.0
            for article, share in zip(row, shares):
                heads, byline = self.head_unit(article)
                body = self.body_columns(article, share)
                unit = heads + ([byline] if byline else [])
                height = 2.0 * sum(len(b.lines) for b in unit)
                if unit and len(body) > 1 and draw.random() < 0.25:  # headline set down between the columns
                    frames.append((left + 1, top + 0.5, unit))
                    height = 0.0
                elif unit:
                    frames.append((left, top, unit))
                for i, block in enumerate(body):
                    frames.append((left + i, top + height, [block]))
                    deepest = max(deepest, height + len(block.lines))
                left += share
            top += deepest + 1
        way, step = draw.choice(("column", "column", "row", "band")), draw.uniform(4, 10)

        def key(frame: tuple[int, float, list[Block]]) -> tuple[float, float, float]:
            x, y, _ = frame
            return (x, y, 0.0) if way == "column" else (y, x, 0.0) if way == "row" else (int(y / step), x, y)

        return [block for frame in sorted(frames, key=key) for block in frame[2]]

    def put(self, blocks: list[Block], block: Block, inside: str | None = None) -> None:
        """Insert a block at a random place between blocks or, for the kind of noise `inside`, amid a body's lines."""
        bodies = [i for i, b in enumerate(blocks) if b.kind == "body" and not b.fixed and len(b.lines) >= 6 and b.owner != block.owner]
        if inside and bodies:
            i = self.draw.choice(bodies)
            body = blocks[i]
            at = self.draw.randint(2, len(body.lines) - 2)
            glue = self.draw.random() < 0.5
            block.glue = glue
            blocks[i : i + 1] = [
                Block(body.owner, body.kind, body.lines[:at], body.glue),
                block,
                Block(body.owner, body.kind, body.lines[at:], glue),
            ]
            self.style.did(inside)
        else:
            blocks.insert(self.draw.randint(0, len(blocks)), block)

    def across(self, blocks: list[Block]) -> None:
        """Two neighbouring bodies of different articles read across."""
        draw, style = self.draw, self.style
        for kind in ("read_across", "side_by_side"):
            if not style.on(kind):
                continue
            done = 0
            for i in range(len(blocks) - 1, 0, -1):
                if i >= len(blocks):
                    continue
                a, b = blocks[i - 1], blocks[i]
                if (
                    a.kind not in ("body", "caption")
                    or b.kind not in ("body", "caption")
                    or a.owner == b.owner
                    or "+" in (a.owner, b.owner)
                    or None in (a.owner, b.owner)
                    or min(len(a.lines), len(b.lines)) < 3
                    or done > 1
                ):
                    continue
                if max(len(line.cells) for line in a.lines + b.lines) > 60 or draw.random() >= max(style.rate[kind], 0.35):
                    continue
                both = min(len(a.lines), len(b.lines))
                depth = both if draw.random() < 0.5 else draw.randint(2, min(both, 8))
                if both > 14 and depth > 14:
                    depth = draw.randint(3, 10)
                blocks[i - 1 : i + 1] = [Block("+", "body", zip_lines(a.lines, b.lines, depth, style, kind == "side_by_side"), fixed=True)]
                style.did(kind)
                done += 1

    def again(self, lines: Sequence[Line]) -> list[Line]:
        """The same lines as a repeat."""
        return [
            Line([c if c.white or c.part == "furniture" else c._replace(repeat=True) for c in line.cells], line.start, line.end, line.gap)
            for line in lines
        ]

    def compose(self) -> dict[str, Any]:
        draw, style = self.draw, self.style
        self.loose: list[Block] = []
        self.far: list[Block] = []
        self.bullet = draw.choice(("▲", "●", "■", "★", "◆", "● ", "▲ ", "○", "·"))
        moved = [s for s in self.sets if s.article.kind == "caption" and style.hit("caption_moved")]
        staying = [s for s in self.sets if s not in moved]
        if not staying:
            staying, moved = moved, []
        blocks = self.grid(staying) if style.on("geometric") else self.linear(staying)

        def cut() -> str | None:
            return "block_cut" if style.hit("block_cut") else None

        for made in moved:
            style.did("caption_moved")
            segments = self.flow(made)
            lines = [line for segment in segments for b in segment for line in b.lines]
            self.put(blocks, Block(made.article.id, "caption", lines, fixed=True), cut())
        for block in self.far:
            self.put(blocks, block, cut())
        for block in self.loose:
            own = [i for i, b in enumerate(blocks) if b.owner == block.owner]
            if own and draw.random() < 0.5:
                blocks.insert(max(0, min(len(blocks), draw.choice(own) + draw.choice((-1, 1, 2, 3)))), block)
            else:
                self.put(blocks, block, cut())
        if style.on("stray_lines"):
            for i in [i for i, b in enumerate(blocks) if b.kind == "body" and len(b.lines) >= 9 and not b.fixed]:
                if style.hit("stray_lines"):
                    at = draw.randint(1, len(blocks[i].lines) - 5)
                    n = draw.randint(2, 4)
                    taken = blocks[i].lines[at : at + n]
                    blocks[i].lines = blocks[i].lines[:at] + blocks[i].lines[at + n :]
                    style.did("stray_lines")
                    self.put(blocks, Block(blocks[i].owner, "stray", taken, fixed=True))
                    break
        self.across(blocks)
        self.repeats(blocks)
        self.furnish(blocks)
        for block in blocks:
            block.lines = self.roughen(block.lines)
        cells = self.render([b for b in blocks if b.lines])
        truth = truth_of(cells)
        return {**truth, "noise": dict(sorted(style.count.items())), "articles": [s.truth for s in self.sets]}

    def repeats(self, blocks: list[Block]) -> None:
        draw, style = self.draw, self.style
        for made in self.sets:
            key = made.article.id
            if made.article.kind == "caption" and style.hit("caption_repeated"):
                width = draw_width(draw)
                lines = [Line(c, True, True) for p in made.paragraphs for c in break_lines(p, at_width(width), style)]
                lines += [Line(list(made.end), True, True)] if made.end else []
                style.did("caption_repeated")
                self.put(blocks, Block(key, "caption", self.again(lines), fixed=True))
            if made.headline and style.hit("head_repeated"):
                style.did("head_repeated")
                at = next(
                    (
                        i
                        for i, b in enumerate(blocks)
                        if b.kind == "head" and any(c.part == "headline" and c.article == key for line in b.lines for c in line.cells)
                    ),
                    None,
                )
                if at is not None and draw.random() < 0.4:  # shadow type: every line twice
                    blocks[at].lines = [x for line in blocks[at].lines for x in [line] + self.again([line])]
                else:
                    self.put(blocks, Block(key, "head", self.again([Line(list(made.headline), True, True)]), fixed=True))
            if made.article.kind == "story" and style.hit("pull_quote"):
                flat = [c for p in made.paragraphs for c in p if c.part == "body"]
                ends = [-1] + [i for i, c in enumerate(flat) if c.char in "。！？"]
                sentences = [flat[a + 1 : b + 1] for a, b in pairwise(ends) if 12 <= b - a <= 46 and flat[a + 1].char not in NO_START]
                if sentences:
                    style.did("pull_quote")
                    width = draw.randint(8, 14)
                    lines = [Line(c) for c in break_lines(draw.choice(sentences), at_width(width), style)]
                    self.put(blocks, Block(key, "quote", self.again(lines), fixed=True))

    def furnish(self, blocks: list[Block]) -> None:
        """Rules, rubrics, adverts, boxes, section head, masthead; some of it amid the bodies."""
        draw, style = self.draw, self.style
        if style.on("rule_line"):
            self.rules(blocks)
        for made in self.sets:
            if style.hit("rubric"):
                style.did("rubric")
                own = [i for i, b in enumerate(blocks) if b.owner == made.article.id]
                block = furniture_block([("rubric", rubric_line(draw))])
                if own and draw.random() < 0.7:
                    blocks.insert(own[0], block)
                else:
                    self.put(blocks, block)
        if style.on("advert"):
            for _ in range(draw.choice((1, 1, 2, 3))):
                style.did("advert")
                width = draw_width(draw)
                lines = [Line(c) for text in advert_lines(draw) for c in break_lines(furniture(text, "advert"), at_width(width), style)]
                self.place(blocks, Block(None, "furniture", lines), draw.choice(("bottom", "middle")))
        if style.on("box"):
            style.did("box")
            self.put(blocks, furniture_block([("box", text) for text in box_lines(draw)]))
        if style.on("section_head"):
            style.did("section_head")
            self.place(blocks, furniture_block([("section", section_line(draw))]), draw.choice(("top", "top", "bottom", "middle")))
        if style.on("page_break") and len(blocks) > 4:
            style.did("page_break")
            at = draw.randint(len(blocks) // 3, 2 * len(blocks) // 3)
            self.break_at = blocks[at]
            if style.on("masthead"):
                blocks.insert(at, furniture_block([("date", date_line(draw)), ("page", page_number(draw))]))
        if style.on("masthead"):
            self.masthead(blocks)
        if style.on("furniture_cut"):
            for _ in range(draw.choice((1, 1, 2, 3))):
                lines_to_cut = (
                    ("page", page_number(draw)),
                    ("rubric", rubric_line(draw)),
                    ("section", section_line(draw)),
                    ("phone", "新闻热线：" + phone(draw)),
                    ("date", date_line(draw)),
                    ("editors", "责任编辑：" + person(draw)),
                    ("rule", "□□□□□□"),
                    ("advert", "·广告·"),
                )
                self.put(blocks, furniture_block([draw.choice(lines_to_cut)]), "furniture_cut")

    def place(self, blocks: list[Block], block: Block, where: str) -> None:
        if where == "top":
            blocks.insert(0, block)
        elif where == "bottom":
            blocks.append(block)
        else:
            self.put(blocks, block)

    def rules(self, blocks: list[Block]) -> None:
        """Rules or boxes around some articles."""
        draw, style = self.draw, self.style
        char = draw.choice("━─□◇═·—※")
        rule = " ".join("·" * draw.randint(6, 14)) if char == "·" else char * draw.randint(6, 20)
        boxes = ((rule, rule), (rule, rule), ("┌" + "─" * 16 + "┐", "└" + "─" * 16 + "┘"), ("┏" + "━" * 14 + "┓", "┗" + "━" * 14 + "┛"))
        opening, shutting = draw.choice(boxes)
        owners = [s.article.id for s in self.sets if style.hit("rule_line")] or [draw.choice(self.sets).article.id]
        for owner in owners:
            own = [i for i, b in enumerate(blocks) if b.owner == owner]
            if own:
                style.did("rule_line")
                blocks.insert(own[-1] + 1, furniture_block([("rule", shutting)]))
                blocks.insert(own[0], furniture_block([("rule", opening)]))

    def masthead(self, blocks: list[Block]) -> None:
        """The masthead's lines at the top, the bottom and, some, in the middle of the page."""
        draw, style = self.draw, self.style
        style.did("masthead")
        lines = masthead_lines(draw, self.given_masthead)
        if style.on("masthead_split"):
            style.did("masthead_split")
            lines = [(kind, token) for kind, text in lines for token in (text.split() if max(map(len, text.split())) > 1 else [text])]
            if draw.random() < 0.5:
                draw.shuffle(lines)
        elif draw.random() < 0.4:
            lines = [(lines[0][0], pick(draw, " |　|   ").join(text for _, text in lines))]
        kept = []
        for line in lines:
            if style.hit("masthead_middle"):
                style.did("masthead_middle")
                self.put(blocks, furniture_block([line]), "masthead_middle" if draw.random() < 0.3 else None)
            else:
                kept.append(line)
        where = draw.choice(("top", "bottom", "bottom", "both"))
        cut = len(kept) if where == "top" else 0 if where == "bottom" else draw.randint(0, len(kept))
        if kept[:cut]:
            blocks.insert(0, furniture_block(kept[:cut]))
        if kept[cut:]:
            blocks.append(furniture_block(kept[cut:]))

    # -- text -------------------------------------------------------------------------------------------------------

    def roughen(self, lines: list[Line]) -> list[Line]:
        """Lines split, joined, and ended with spaces."""
        draw, style = self.draw, self.style
        made: list[Line] = []
        for line in lines:
            if not any(not c.white for c in line.cells):
                continue
            if made and line.gap == 0 and len(made[-1].cells) < 60 and style.hit("line_join"):
                style.did("line_join")
                made[-1] = Line(
                    made[-1].cells + draw.choice(([], [SPACE], [SPACE, SPACE])) + line.cells, made[-1].start, line.end, made[-1].gap
                )
                continue
            if 6 <= len(line.cells) <= 60 and style.hit("line_split"):
                at = draw.randint(2, len(line.cells) - 2)
                a, b = line.cells[:at], line.cells[at:]
                if any(not c.white for c in a) and any(not c.white for c in b):
                    style.did("line_split")
                    made += [Line(a, line.start, False, line.gap), Line(b, False, line.end, 0)]
                    continue
            made.append(line)
        if style.on("trailing_space"):
            for line in made:
                if style.hit("trailing_space"):
                    style.did("trailing_space")
                    line.cells = line.cells + [SPACE] * draw.choice((1, 1, 2))
        return made

    def render(self, blocks: list[Block]) -> list[Cell]:
        """Blocks to cells, with line breaks and blank lines."""
        draw, style = self.draw, self.style
        newline, cells = Cell("\n"), []
        double = style.on("double_spaced")
        if double:
            style.did("double_spaced")
        if style.on("no_block_gap") and not double:
            style.did("no_block_gap")
        for at, block in enumerate(blocks):
            before = blocks[at - 1] if at else None
            if before:
                same = before.owner == block.owner and before.kind == block.kind == "body"
                gap = 1
                if same:
                    gap = 1 if style.on("column_blank") else 0
                    if gap:
                        style.did("column_blank")
                elif style.on("no_block_gap"):
                    gap = 0
                elif style.hit("wide_gap"):
                    style.did("wide_gap")
                    gap = draw.randint(2, 4)
                if block.glue:
                    gap = 0
                if double:
                    gap = 1 + (gap - 1 if gap > 1 else 0)
                if block is getattr(self, "break_at", None):
                    cells += [Cell(c) for c in draw.choice(("\f", "\n\n\n", "\n \n"))]
                cells += [newline] * gap
            elif style.on("leading_space") and draw.random() < 0.5:
                style.did("leading_space")
                cells += [Cell(c) for c in draw.choice((" ", "\n", "\n "))]
            for index, line in enumerate(block.lines):
                if index:
                    cells += [newline] * (1 if double else min(line.gap, 1))
                cells += line.cells
                cells.append(newline)
        return cells


def truth_of(cells: Sequence[Cell]) -> dict[str, Any]:
    """The text and its runs."""
    runs: list[dict[str, Any]] = []
    last: Cell | None = None
    broken = False
    for at, cell in enumerate(cells):
        if cell.white:
            broken = broken or cell.char in "\n\f"
            continue
        follows = last is not None and (cell.article, cell.part, cell.repeat, cell.kind) == (
            last.article,
            last.part,
            last.repeat,
            last.kind,
        )
        if follows and (
            (cell.order is None and not broken)
            or (cell.order is not None and last is not None and last.order is not None and cell.order == last.order + 1)
        ):
            runs[-1]["end"] = at + 1
        else:
            run: dict[str, Any] = {"start": at, "end": at + 1, "article": cell.article, "part": cell.part, "order": cell.order}
            if cell.repeat:
                run["repeat"] = True
            if cell.kind:
                run["kind"] = cell.kind
            runs.append(run)
        last, broken = cell, False
    return {"text": "".join(c.char for c in cells), "runs": runs}


# ---------------------------------------------------------------------------------------------------------------- pages


def noise_of(changes: dict[str, float] | None = None, off: Iterable[str] = (), scale: float = 1.0) -> dict[str, float]:
    """Page probabilities: the defaults scaled, then changed, then switched off ("all" switches off whatever is not in `changes`)."""
    changes, off = dict(changes or {}), list(off)
    for kind in [*changes, *off]:
        if kind not in NOISE and kind != "all":
            raise ValueError(f"unknown kind of noise: {kind}")
    noise = {kind: 0.0 if "all" in off else min(1.0, chance * scale) for kind, (chance, _, _) in NOISE.items()}
    noise.update(changes)
    noise.update({kind: 0.0 for kind in off if kind != "all"})
    return noise


def make_page(
    raws: Sequence[tuple[str | None, dict[str, Any]]], seed: str | int, noise: dict[str, float] | None = None, masthead: Sequence[str] = ()
) -> dict[str, Any]:
    """One page of these (source, plain article): its text and truth. At least one article must have a body."""
    page = Page([(s, r) for s, r in raws], masthead, random.Random(f"layout/{seed}"), noise_of() if noise is None else noise)
    if not page.sets:
        raise ValueError("no article with a body")
    return {"seed": seed, **page.compose()}


def length_class(raw: dict[str, Any]) -> str:
    body = raw.get("body") or ""
    n = len(bare(body if isinstance(body, str) else "".join(map(str, body))))
    return next(kind for kind, (low, high) in LENGTHS.items() if low <= n < high)


class Pool:
    """All plain articles, by length and by file; the same text counts once."""

    def __init__(self, folders: Iterable[Path]):
        self.items: list[tuple[str, dict[str, Any]]] = []
        self.masthead: dict[str, list[str]] = {}
        seen: set[str] = set()
        for file, articles, masthead in load(folders):
            self.masthead[file] = masthead
            for index, raw in enumerate(articles):
                article = read_article(raw, file, "x")
                if article and (text := article.heads() + min(article.bodies())) not in seen:
                    seen.add(text)
                    self.items.append((f"{file}#{index}", raw))
        self.classes = {source: length_class(raw) for source, raw in self.items}

    def choose(
        self, draw: random.Random, n: int, weights: dict[str, float], together: float
    ) -> tuple[list[tuple[str, dict[str, Any]]], list[str]]:
        """n different articles, and the masthead lines of the file they come from if they were drawn together from one file."""
        items = list(self.items)
        masthead: list[str] = []
        if draw.random() < together:
            file = draw.choice(sorted(self.masthead))
            own = [item for item in items if item[0].split("#")[0] == file]
            if own:
                masthead = self.masthead[file]
                draw.shuffle(own)
                if len(own) >= n:
                    return own[:n], masthead
                items = [item for item in items if item not in own]
                n -= len(own)
                chosen = own
            else:
                chosen = []
        else:
            chosen = []
        by_class = {kind: [item for item in items if self.classes[item[0]] == kind] for kind in LENGTHS}
        for _ in range(n):
            kinds = [k for k in LENGTHS if by_class[k] and weights.get(k, 0) > 0]
            if not kinds:
                break
            kind = draw.choices(kinds, [weights[k] for k in kinds])[0]
            chosen.append(by_class[kind].pop(draw.randrange(len(by_class[kind]))))
        return chosen, masthead


def make_pages(
    folders: Iterable[Path],
    seed: int,
    pages: int,
    low: int = 4,
    high: int = 14,
    weights: dict[str, float] | None = None,
    noise: dict[str, float] | None = None,
    together: float = 0.3,
) -> Iterable[dict[str, Any]]:
    """Pages drawn from the folders' articles; page i depends on the seed, i and the folders only."""
    pool = Pool(folders)
    if not pool.items:
        raise ValueError("no articles found")
    for i in range(pages):
        draw = random.Random(f"pages/{seed}/{i}")
        raws, masthead = pool.choose(draw, draw.randint(low, high), weights or WEIGHTS, together)
        yield make_page(raws, f"{seed}/{i}", noise, masthead)


# ---------------------------------------------------------------------------------------------------------------- check


def check_page(page: dict[str, Any], text: str | None = None) -> list[str]:
    """What is wrong with a page's truth; empty when it is consistent."""
    wrong: list[str] = []
    body: str = page["text"]
    if text is not None and text != body:
        wrong.append("the .txt file differs from the text in the truth")
    articles = {a["id"]: a for a in page["articles"]}
    covered, last = 0, 0
    pieces: dict[str, list[tuple[int, str, str]]] = {key: [] for key in articles}
    for run in page["runs"]:
        start, end, part = run["start"], run["end"], run["part"]
        if not last <= start < end <= len(body):
            wrong.append(f"run {run} is out of order or bounds")
            continue
        if body[last:start].strip() or body[start].isspace() or body[end - 1].isspace():
            wrong.append(f"run {run}: text before it uncovered, or white space at its ends")
        last = end
        flat = bare(body[start:end])
        covered += len(flat)
        if part not in PARTS:
            wrong.append(f"run {run}: unknown part")
        if (run["article"] is None) != (part == "furniture") or (run["order"] is None) != (part == "furniture"):
            wrong.append(f"run {run}: furniture and only furniture has no article and no order")
            continue
        if part == "furniture":
            continue
        if run["article"] not in articles:
            wrong.append(f"run {run}: unknown article")
            continue
        article, order = articles[run["article"]], run["order"]
        if article["plain"][order : order + len(flat)] != flat:
            wrong.append(f"run {run}: its text is not what the article has at this place")
        if not any(p["part"] == part and p["start"] <= order and order + len(flat) <= p["end"] for p in article["parts"]):
            wrong.append(f"run {run}: not inside one part of that name")
        if not run.get("repeat"):
            pieces[run["article"]].append((order, flat, part))
    if body[last:].strip() or covered != len(bare(body)):
        wrong.append("characters not covered by runs")
    for key, article in articles.items():
        if "".join(flat for _, flat, _ in sorted(pieces[key])) != article["plain"]:
            wrong.append(f"article {key}: its runs do not give its plain text")
        at = 0
        for part in article["parts"]:
            if part["start"] != at or part["end"] <= at:
                wrong.append(f"article {key}: parts do not follow each other")
            at = part["end"]
        if at != len(article["plain"]):
            wrong.append(f"article {key}: parts do not cover its plain text")
        heads = [article["plain"][p["start"] : p["end"]] for p in article["parts"] if p["part"] == "headline"]
        if "".join(heads) != (article["headline"] or ""):
            wrong.append(f"article {key}: headline")
        if any(s not in article["plain"] for s in article["subheads"]):
            wrong.append(f"article {key}: subheads")
        if any(n["name"] not in article["plain"] for n in article["bylines"]):
            wrong.append(f"article {key}: byline not printed")
        low, high = article["body"]
        if not 0 <= low < high <= len(article["plain"]):
            wrong.append(f"article {key}: body bounds")
    return wrong


def check_source(page: dict[str, Any], plain: dict[str, Article]) -> list[str]:
    """Articles whose head and body are not those of their plain file (bylines and 本报讯 aside)."""
    wrong = []
    for article in page["articles"]:
        if article["source"] is None:
            continue
        base = plain.get(article["source"])
        text = "".join(article["plain"][p["start"] : p["end"]] for p in article["parts"] if p["part"] != "byline")
        if base is None:
            wrong.append(f"article {article['id']}: {article['source']} not found")
        elif not text.startswith(base.heads()) or text[len(base.heads()) :] not in base.bodies():
            wrong.append(f"article {article['id']}: text differs from {article['source']}")
    return wrong


# ---------------------------------------------------------------------------------------------------------------- command line


def pairs(text: str) -> dict[str, float]:
    return {key.strip(): float(value) for key, value in (item.split("=") for item in text.split(",") if item.strip())}


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    make = commands.add_parser("make", help="make pages")
    make.add_argument("plain", type=Path, nargs="+")
    make.add_argument("out", type=Path)
    make.add_argument("--seed", type=int, default=1)
    make.add_argument("--pages", type=int, default=100)
    make.add_argument("--min", type=int, default=4)
    make.add_argument("--max", type=int, default=14)
    make.add_argument("--weights", type=pairs, default={}, help="weights of lengths: brief, short, medium, long")
    make.add_argument("--together", type=float, default=0.3, help="chance that a page draws from one file first")
    make.add_argument("--set", type=pairs, default={}, help="page probabilities of kinds of noise")
    make.add_argument("--off", default="", help="kinds of noise to leave out, or all")
    make.add_argument("--scale", type=float, default=1.0, help="factor on all page probabilities")
    check = commands.add_parser("check", help="check pages")
    check.add_argument("out", type=Path)
    check.add_argument("--plain", type=Path, nargs="*", default=[], help="also compare with these plain articles")
    commands.add_parser("kinds", help="list the kinds of noise")
    args = parser.parse_args(argv)
    if args.command == "kinds":
        for kind, (chance, (low, high), what) in NOISE.items():
            print(f"{kind:18} {chance:.2f} {low:.2f}–{high:.2f} {what}")
        return 0
    if args.command == "make":
        noise = noise_of(args.set, [k for k in args.off.split(",") if k], args.scale)
        args.out.mkdir(parents=True, exist_ok=True)
        total: Counter[str] = Counter()
        for i, page in enumerate(
            make_pages(args.plain, args.seed, args.pages, args.min, args.max, {**WEIGHTS, **args.weights}, noise, args.together)
        ):
            total.update(page["noise"].keys())
            with open(args.out / f"p{i:05}.txt", "w", encoding="utf-8", newline="") as stream:
                stream.write(page["text"])
            (args.out / f"p{i:05}.json").write_text(json.dumps(page, ensure_ascii=False) + "\n", encoding="utf-8")
        print(f"{args.pages} pages; pages with each kind: " + ", ".join(f"{k} {total[k]}" for k in NOISE))
        return 0
    plain = {}
    for file, articles, _ in load(args.plain):
        for index, raw in enumerate(articles):
            if article := read_article(raw, file, "x"):
                plain[f"{file}#{index}"] = article
    bad = n = 0
    for path in sorted(args.out.glob("*.json")):
        page = json.loads(path.read_text(encoding="utf-8"))
        with open(path.with_suffix(".txt"), encoding="utf-8", newline="") as stream:
            wrong = check_page(page, stream.read())
        wrong += check_source(page, plain) if args.plain else []
        n += 1
        bad += bool(wrong)
        for message in wrong[:10]:
            print(f"{path.name}: {message}")
    print(f"{n} pages checked, {bad} wrong")
    return 1 if bad or not n else 0


if __name__ == "__main__":
    sys.exit(main())
