"""Projects: what is built, invested in or delivered under a name (年产…项目, …工程二期, A标段), and named facilities with a voltage."""

from __future__ import annotations

import re

from kg.extract.lens import Candidate, Lens
from kg.lexicon import words

PHASE = r"(?:[一二三四五六]期(?:工程|项目)?|第[一二三四五六]标段)"
TAIL = re.compile(rf"(?:{PHASE})?(?:建设项目|综合体项目|PPP项目|项目|建设工程|配套工程|扩建工程|改造工程|工程)(?:{PHASE})?(?![师学院大部局处技公造类名款组经建办部总质咨监管费库量])")
LOT = re.compile(r"(?:[A-Z]|[一二三四五六七八九十\d]{1,3}|线路[一二三四五六])标段")
LINE = re.compile(r"生产线(?=项目)?")
VOLTAGE = re.compile(r"(?:±?\d{1,4}(?:千伏|kV|KV)|[一-十]{2,4}千伏)[\u3400-\u9fffA-Z\d]{1,10}?(?:变电站|换流站|开关站|线路|专线|主变|变(?![压电])|线(?!路))(?:\d+号(?:杆塔|塔|杆))?")
BUILT = re.compile(r"[^。；\n]{0,14}?(?:投运|投产|开工|竣工|完工|动工|启动送电|启动投运|破土)")
BUILDING = re.compile(r"(?:建成投产|建成投运|新建|建设|承建|投运|开工建设|动工建设|竣工投运)(?:了)?$")


def find_projects(lens: Lens) -> list[Candidate]:
    """Return the projects of an article and its facilities with a voltage."""
    return [*powered(lens), *tailed(lens), *lots(lens)]


def powered(lens: Lens) -> list[Candidate]:
    """Return installations with a printed voltage: 220千伏某某变电站; a project where the clause builds them."""
    found = []
    for match in VOLTAGE.finditer(lens.text):
        if re.search(r"[的及和、，。]|配电|输电|高压|低压|重载|及以上|以上|老旧|区段", match.group()):
            continue
        building = BUILDING.search(lens.text, max(0, match.start() - 8), match.start())
        type_ = "project" if building else "facility"
        found.append(Candidate(match.start(), match.end(), type_, "voltage", 0.85, inner=True))
    return found


def tailed(lens: Lens) -> list[Candidate]:
    """Return what its tail calls a project or works and what has a name: 年产60万台伺服电机项目, not 重点项目."""
    found = []
    for match in TAIL.finditer(lens.text):
        start = opening(lens, match.start())
        core = lens.text[start : match.start()]
        if is_named(lens, start, match.start()) and not core.startswith(("该", "此", "本")):
            found.append(Candidate(start, match.end(), "project", "project by its tail", 0.7))
    return found


OWN_VERBS = ("采购", "改造", "扩建", "新建", "改建", "迁建", "治理", "建设", "开发", "供应", "供货", "施工", "加固", "修复", "整治", "提升", "升级", "研发", "生产", "加工", "制造", "安装", "供热", "供水",
             "改扩建", "重建", "配套", "设计", "监理", "检测", "储存", "利用", "回收", "处理", "保护", "修缮", "维修", "大修", "增容", "服务", "保障", "示范", "推广", "创新", "投资", "种植", "养殖")
"""Verbs that a project's name holds right before its tail."""

AMOUNT = re.compile(r"(?:年产|日产|年处理|日处理|年加工|总装机|装机)?[\d.]+(?:[×xX]\d+)?"
                    r"(?:[万亿]?(?:台套|台|套|吨|千瓦|兆瓦|吉瓦|千伏安|千伏|立方米|平方米|亩|只|辆|件|头|羽|米|公里|张|片|条))(?:/[时天年])?$")


def project_start(lens: Lens, tail: int) -> int:
    """Return the left edge of a project's name: verbs belong to it only right before the tail (设备采购|项目), an amount always (年产4万吨)."""
    at = tail
    while at > 0 and (word := lens.word(at - 1)).end == at and lens.of(word) in OWN_VERBS:
        at = word.start
    start = lens.reach(at, strict=True)
    while amount := AMOUNT.search(lens.text, max(0, start - 14), start):
        start = lens.reach(amount.start(), strict=True)
    return start


def opening(lens: Lens, tail: int) -> int:
    """Return where the project's name begins: the walk to the left, led on over 年产…, numbers and quoted parts."""
    start = project_start(lens, tail)
    while start > 0:
        if lens.text[start - 1] == "”":
            quote = lens.text.rfind("“", max(0, start - 30), start)
            if quote < 0:
                break
            start = quote
        else:
            break
    while start < tail and lens.word(start).tag in ("f", "d", "u") and lens.word(start).end < tail:
        start = lens.word(start).end
    return start


def is_named(lens: Lens, start: int, end: int) -> bool:
    """Whether the words before the tail say which project it is: at least one that is not generic, three characters in all."""
    pieces, at = [], start
    while at < end:
        word = lens.word(at)
        pieces.append(lens.text[at : min(word.end, end)])
        at = word.end
    special = [p for p in pieces if p not in words("generic") and not re.fullmatch(r"[\d.]+\S?|[一二三四五六七八九十]+\S?", p)]
    return end - start >= 3 and bool(special) and not COUNTED.match(lens.text, start)


COUNTED = re.compile(r"\d+(?:余|多)?[个项家条座处]|[两三四五六七八九十]+[个项]")


def lots(lens: Lens) -> list[Candidate]:
    """Return lots of a tender: A标段, 二标段."""
    return [Candidate(m.start(), m.end(), "project", "lot", 0.75) for m in LOT.finditer(lens.text) if lens.is_edge(m.start())]
