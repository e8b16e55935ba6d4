"""Programmes: named campaigns, actions, schemes, pilots and rules (“…”专项行动, 《…办法》, …整治行动)."""

from __future__ import annotations

import re

from kg.extract.lens import Candidate, Lens
from kg.lexicon import alternatives, words

QUOTED = re.compile(r"“(?P<name>[^“”\n。；！？]{2,30})”")
INNER_QUOTES = re.compile(r"‘[^’]*’")
TITLE = re.compile(r"《(?P<name>[^《》\n]{3,80})》")


def tails() -> str:
    """Return the last words of programmes as alternatives."""
    return alternatives("programme_tails")


def find_programmes(lens: Lens) -> list[Candidate]:
    """Return the programmes of an article."""
    return [*titled(lens), *quoted(lens), *plain(lens), *planned(lens), *run(lens), *looked_back(lens)]


def looked_back(lens: Lens) -> list[Candidate]:
    """Return what is gone over again under the name of “回头看”: 问题整改“回头看”."""
    found = []
    for match in re.finditer("“回头看”", lens.text):
        run_before = list(RUN.finditer(lens.text, max(0, match.start() - 24), match.start()))
        start = run_before[-1].end() if run_before else lens.reach(match.start(), strict=True)
        if 4 <= match.start() - start <= 20 and not re.search(r"[，。；：的\n]", lens.text[start : match.start()]):
            found.append(Candidate(start, match.end(), "programme", "gone over again", 0.8))
    return found


def titled(lens: Lens) -> list[Candidate]:
    """Return documents in 《》 that are rules, plans or notices; the marks are not part of the name."""
    rule = re.compile(rf"(?:{alternatives('document_tails')})(?:（[^（）]*）|\([^()]*\))?$")
    return [
        Candidate(m.start("name"), m.end("name"), "programme", "document", 0.85)
        for m in TITLE.finditer(lens.text)
        if rule.search(m["name"]) and not m["name"].endswith(("指南", "日报", "晚报"))
    ]


def quoted(lens: Lens) -> list[Candidate]:
    """Return quoted names with a tail: “四个一百”专项行动; what follows up to the tail belongs to it."""
    tail = re.compile(rf"(?P<more>[\u3400-\u9fff]{{0,12}}?)(?P<tail>{tails()})(?!{NO_AFTER})")
    found = []
    for match in QUOTED.finditer(lens.text):
        after = tail.match(lens.text, match.end())
        if after and not any(word in after["more"] for word in ("的", "和", "与", "为", "在", "了", "是", "等")) and not stops(lens, after):
            found.append(Candidate(match.start(), after.end(), "programme", "quoted programme", 0.9))
        elif (
            re.search(
                r"(?:行动|活动|工程|计划|战略|回头看|活动月|援助月|宣传月|安全月|宣传周|服务月|"
                r"[大进]走访)$",
                match["name"],
            )
            and len(match["name"]) > 3
        ):
            found.append(Candidate(match.start("name"), match.end("name"), "programme", "quoted whole", 0.8))
    return found


PLANS = re.compile(
    r"(?:[A-Z]{2}[A-Z-]*\d{4}-\d+号[\u3400-\u9fff]{4,24}?方案)|(?P<whose>[\u3400-\u9fff]{2,14}(?:[市县区]|园区|产业园|"
    r"（高新区）))(?:国土空间|总体|控制性详细|详细|专项|产业|发展|城市总体|土地利用总体)规划(?:方案|纲要)?"
)
STRATEGY = re.compile(r"(?:全面实施|深入实施|大力实施|实施|大力推进|推进|推行)(?P<name>[^，。；、\n的“”]{3,10}战略)")
FIRSTS = re.compile(r"(?:首创|首推|率先推行|率先实行)(?:了)?(?P<name>[^，。；、\n的“”]{3,10}制度)")
PILOT = re.compile(
    r"(?:创建|开展|获批|入选|列入|承担)(?:了)?(?P<name>(?:国家|全国|全省|省级|省)[^，。；、\n的“”]{4,18}试点)(?!工作|城市|单位|地区)"
)
INTO = re.compile(
    r"(?P<name>[\u3400-\u9fff]{2,8}进(?:社区|校园|乡村|企业|农村|机关|军营|万家|家庭|课堂|工地)(?:、进[\u3400-\u9fff]{2,3})*活动)"
)


def planned(lens: Lens) -> list[Candidate]:
    """Return plans named after what they plan, and notices of land by number: 某某园区国土空间规划."""
    found = []
    for match in PLANS.finditer(lens.text):
        start = match.start()
        if match["whose"]:
            start = max(start, lens.reach(match.end("whose"), strict=True))
        found.append(Candidate(start, match.end(), "programme", "plan of a place or zone", 0.7))
    return found


def run(lens: Lens) -> list[Candidate]:
    """Return strategies, pilots and systems that the page says are carried out or first tried here; national watchwords are none."""
    found = []
    for pattern in (STRATEGY, FIRSTS, PILOT, INTO):
        for match in pattern.finditer(lens.text):
            into = pattern is INTO
            start = lens.reach(lens.text.index("进", match.start("name")), strict=True) if into else match.start("name")
            if lens.text[start : match.end("name")] not in words("watchwords") and not any(
                lens.text[start : match.end("name")].endswith(w) for w in words("watchwords")
            ):
                found.append(Candidate(start, match.end("name"), "programme", "programme carried out", 0.65))
    return found


NO_AFTER = r"(?:计划(?!行动)|家|[者员]|力|体系|平台|室)"


def stops(lens: Lens, after: re.Match[str]) -> bool:
    """Whether a verb or particle between the quote and the tail shows that they are two things."""
    at = after.start("more")
    while at < after.end("more"):
        word = lens.word(at)
        if word.tag in ("p", "u", "c", "d", "r", "w", "xc", "TIME") or (word.tag == "v" and lens.of(word) in words("joints")):
            return lens.of(word) not in ("三年", "百日", "一年", "两年", "五年")
        at = word.end
    return False


RUN = re.compile(
    r"(?:组织开展|集中开展|深入开展|扎实开展|持续开展|开展|实施|启动|推进|落实|部署|出台|印发|制定|支持|创建|按照|根据|暨|召开|"
    r"参加)(?:了|着|的|全市|全县|全区|全省)?"
)


ROUNDS = ("大走访", "大排查", "大整治", "普查活动", "走访活动")
JOINED = re.compile(r"(?:大走访|大排查|大整治|专项检查|专项整治|行动|计划)(?:和|、|及|暨|以及)(?=[\u3400-\u9fff]{4})")
"""Where a second programme begins: 冬季大走访和|营销普查活动."""


def plain(lens: Lens) -> list[Candidate]:
    """Return programmes without marks that say by their tail that they are one: …专项整治行动, …三年行动计划."""
    tail = re.compile(rf"(?:{alternatives('programme_tails_sure')})(?!{NO_AFTER})")
    found = []
    for match in tail.finditer(lens.text):
        run = list(RUN.finditer(lens.text, max(0, match.start() - 36), match.start()))
        start = run[-1].end() if run else lens.reach(match.start(), strict=True)
        start = max([start, *(m.end() for m in JOINED.finditer(lens.text, start, match.start()))])
        core = lens.text[start : match.start()]
        if (
            len(core) >= (2 if run and match.group() in ROUNDS else 4)
            and not core.startswith(("此次", "该", "本次", "为期", "一系列", "各类", "多个"))
            and not re.search(r"[，。；：！？\n的,;:]", core)
        ):
            found.append(Candidate(start, match.end(), "programme", "programme by its tail", 0.6))
    return found
