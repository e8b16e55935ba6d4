"""Programmes: named campaigns, actions, schemes, pilots and rules (“…”专项行动, 《…办法》, …整治行动)."""

from __future__ import annotations

import re

from kg.extract.mentions.candidates import Candidate, made
from kg.extract.mentions.tagged import TaggedArticle
from kg.lexicon import alternatives, words

QUOTED = re.compile(r"“(?P<name>[^“”\n。；！？]{2,30})”")
TITLE = re.compile(r"《(?P<name>[^《》\n]{3,80})》")


def suffixes() -> str:
    """Return the last words of programmes as alternatives."""
    return alternatives("programme_suffixes")


def find_programmes(article: TaggedArticle) -> list[Candidate]:
    """Return the programmes of an article."""
    return [
        *titled(article),
        *quoted(article),
        *plain(article),
        *planned(article),
        *run(article),
        *looked_back(article),
        *local(article),
        *held(article),
    ]


LOCAL = re.compile(
    r"“(?P<core>[^“”\n，。、；]{2,10})”(?P<suffix>战略|建设|创建)(?!者|银行|集团|公司|局|厅|路|兵团|项目|工程|用地|成果|成效|性)"
)
STYLE = re.compile(
    r"(?:一体|双重|五位|三位|四位|平台|体系|机制|模式|阵地|队伍|文化|数字化|信息化|样板|窗口|中心|大厅|之家|品牌|链条|通道|矩阵)"
)


def local(article: TaggedArticle) -> list[Candidate]:
    """Return quoted strategies and build-ups that are the page's own: “工业强县”战略, “无废城市”建设; national watchwords are none."""
    return [
        made("programme-strategy", m.start(), m.end())
        for m in LOCAL.finditer(article.text)
        if m["core"] not in words("watchwords")
        and m["core"] + m["suffix"] not in words("watchwords")
        and not STYLE.search(m["core"])
        and (m["suffix"] != "建设" or (NAMED_GOAL.search(m["core"]) and not LAYOUT.search(m["core"])))
    ]


LAYOUT = re.compile(r"(?:园区?|轴|带|廊|区|心|圈|极|翼|核)$")
"""Ends of layouts, which are ways of drawing a map: “一心两园”建设."""

NAMED_GOAL = re.compile(
    r"(?:城市?|县|省|市|区|乡村?|镇|化|圈|带|廊|谷|[一二三四五六七八九十两双][\u3400-\u9fff]{1,3}|工程|计划|网|港)$|^[一二三四五六七八九十两双百千万]"
)
ORDINAL = r"(?:第[一二三四五六七八九十百\d]{1,4}|首)届"
PRINTED_YEAR = r"(?:\d{4}|[一二][〇零○OＯo0一二三四五六七八九]{3})(?:年度?)?"
FAIR = (
    r"(?:博览会|交易会|洽谈会|展览会|展销会|展示会|投洽会|文博会|农博会|工博会|旅博会|糖酒会|广交会|进博会|商洽会|经贸会|"
    r"[\u3400-\u9fff]洽会|[\u3400-\u9fff]博会|[\u3400-\u9fff]交会|购物节|文化节|旅游节|艺术节|美食节|电影节|音乐节|读书节|丰收节|采摘节|"
    r"桃花节|牡丹节|灯会|庙会|节|大赛|锦标赛|联赛|运动会|马拉松|技能竞赛)"
)
HELD = re.compile(
    rf"(?:(?:{PRINTED_YEAR})?{ORDINAL}[\u3400-\u9fffA-Za-z（）()·]{{0,22}}?{FAIR}"
    rf"|{PRINTED_YEAR}[\u3400-\u9fff·]{{3,22}}?(?:{FAIR}))"
    rf"(?![\u3400-\u9fff]{{0,2}}(?:委员会|组委会)|[气日能目省约水电奏假点])"
)
NO_FAIR = re.compile(
    r"的|了|在|委员会|代表大会|全会|理事会|春节|清明|端午|中秋|国庆|元宵|五一|元旦|劳动节|妇女节|儿童节|重阳|调节|环节|情节|季节"
)


def held(article: TaggedArticle) -> list[Candidate]:
    """Return fairs, festivals and contests that are told by ordinal or year: 第八届云岭茶博会, 2012年云岭采摘节."""
    return [made("programme-fair", m.start(), m.end()) for m in HELD.finditer(article.text) if not NO_FAIR.search(m.group())]


def looked_back(article: TaggedArticle) -> list[Candidate]:
    """Return what is gone over again under the name of “回头看”: 问题整改“回头看”."""
    found = []
    for match in re.finditer("“回头看”", article.text):
        run_before = list(RUN.finditer(article.text, max(0, match.start() - 24), match.start()))
        start = run_before[-1].end() if run_before else article.reach(match.start(), strict=True)
        if 4 <= match.start() - start <= 20 and not re.search(r"[，。；：的\n]", article.text[start : match.start()]):
            found.append(made("programme-looked-back", start, match.end()))
    return found


def titled(article: TaggedArticle) -> list[Candidate]:
    """Return documents in 《》 that are rules, plans or notices; the marks are not part of the name."""
    rule = re.compile(rf"(?:{alternatives('document_suffixes')})(?:（[^（）]*）|\([^()]*\))?$")
    return [
        made("programme-document", m.start("name"), m.end("name"))
        for m in TITLE.finditer(article.text)
        if rule.search(m["name"]) and not m["name"].endswith(("指南", "日报", "晚报"))
    ]


def quoted(article: TaggedArticle) -> list[Candidate]:
    """Return quoted names with a suffix: “四个一百”专项行动; what follows up to the suffix belongs to it."""
    suffix = re.compile(rf"(?P<more>[\u3400-\u9fff]{{0,12}}?)(?P<suffix>{suffixes()})(?!{NO_AFTER})")
    found = []
    for match in QUOTED.finditer(article.text):
        after = suffix.match(article.text, match.end())
        if (
            after
            and not any(word in after["more"] for word in ("的", "和", "与", "为", "在", "了", "是", "等"))
            and not stops(article, after)
        ):
            found.append(made("programme-quoted", match.start(), after.end()))
        elif (
            re.search(
                r"(?:行动|活动|工程|计划|战略|回头看|活动月|援助月|宣传月|安全月|宣传周|服务月|"
                r"[大进]走访|会战|攻坚战|保卫战|比武|竞赛|大赛|擂台赛|晚会)$",
                match["name"],
            )
            and len(match["name"]) > 3
        ):
            found.append(made("programme-quoted-whole", match.start("name"), match.end("name")))
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


def planned(article: TaggedArticle) -> list[Candidate]:
    """Return plans named after what they plan, and notices of land by number: 某某园区国土空间规划."""
    found = []
    for match in PLANS.finditer(article.text):
        start = match.start()
        if match["whose"]:
            start = max(start, article.reach(match.end("whose"), strict=True))
        found.append(made("programme-plan", start, match.end()))
    return found


def run(article: TaggedArticle) -> list[Candidate]:
    """Return strategies, pilots and systems that the page says are carried out or first tried here; national watchwords are none."""
    found = []
    for pattern in (STRATEGY, FIRSTS, PILOT, INTO):
        for match in pattern.finditer(article.text):
            into = pattern is INTO
            start = article.reach(article.text.index("进", match.start("name")), strict=True) if into else match.start("name")
            if article.text[start : match.end("name")] not in words("watchwords") and not any(
                article.text[start : match.end("name")].endswith(w) for w in words("watchwords")
            ):
                found.append(made("programme-carried-out", start, match.end("name")))
    return found


NO_AFTER = r"(?:计划(?!行动)|家|[者员]|力|体系|平台|室)"


def stops(article: TaggedArticle, after: re.Match[str]) -> bool:
    """Whether a verb or particle between the quote and the suffix shows that they are two things."""
    at = after.start("more")
    while at < after.end("more"):
        word = article.word(at)
        if word.tag in ("p", "u", "c", "d", "r", "w", "xc", "TIME") or (word.tag == "v" and article.of(word) in words("joints")):
            return article.of(word) not in ("三年", "百日", "一年", "两年", "五年")
        at = word.end
    return False


RUN = re.compile(
    r"(?:组织开展|集中开展|深入开展|扎实开展|持续开展|开展|实施|启动|推进|落实|部署|出台|印发|制定|支持|创建|按照|根据|暨|召开|"
    r"参加)(?:了|着|的|全市|全县|全区|全省)?"
)


ROUNDS = ("大走访", "大排查", "大整治", "普查活动", "走访活动")
JOINED = re.compile(r"(?:大走访|大排查|大整治|专项检查|专项整治|行动|计划)(?:和|、|及|暨|以及)(?=[\u3400-\u9fff]{4})")
"""Where a second programme begins: 冬季大走访和|营销普查活动."""


def plain(article: TaggedArticle) -> list[Candidate]:
    """Return programmes without marks that say by their suffix that they are one: …专项整治行动, …三年行动计划."""
    suffix = re.compile(rf"(?:{alternatives('programme_suffixes_sure')})(?!{NO_AFTER})")
    found = []
    for match in suffix.finditer(article.text):
        run = list(RUN.finditer(article.text, max(0, match.start() - 36), match.start()))
        start = run[-1].end() if run else article.reach(match.start(), strict=True)
        opens = article.text.rfind("“", start, match.start())
        start = opens + 1 if opens > start and "”" not in article.text[opens : match.end()] else start
        start = max([start, *(m.end() for m in JOINED.finditer(article.text, start, match.start()))])
        core = article.text[start : match.start()]
        if (
            len(core) >= (2 if run and match.group() in ROUNDS else 4)
            and not core.startswith(("此次", "该", "本次", "为期", "一系列", "各类", "多个"))
            and not re.search(r"[，。；：！？\n的,;:]", core)
        ):
            found.append(made("programme-suffix", start, match.end()))
    return found
