"""Installations told by a printed voltage (220千伏某某变电站, 110千伏某某线) and substations by their short form (某某变)."""

from __future__ import annotations

import re

from kg.extract.lens import PLACE, Candidate, Lens
from kg.text.segment import ordinary_words

VOLTAGE = re.compile(
    r"(?:±?\d{1,4}(?:千伏|kV|KV))(?P<name>[\u3400-\u9fffA-Z\d]{1,10}?)(?P<tail>变电站|换流站|开关站|升压站|线路|专线|变(?![压电])|"
    r"线(?!路))(?P<part>\d+号(?:杆塔|塔|杆))?"
)
COMMON = re.compile(
    r"[的及和、，。]|配电|输电|高压|低压|重载|及以上|以上|老旧|区段|出线|回路|电缆|户内|户外|公用|专用|全|架空|新建|母|进|联络|双回|"
    r"单回|电网|电压|主|备|出$|线路|^专$|用户|客户|首座|智能"
)
BUILDING = re.compile(r"(?:建成投产|建成投运|新建|建设|承建|开工建设|动工建设|竣工投运)(?:了)?$")
SHORT = re.compile(r"(?P<name>[\u3400-\u9fff]{2})变(?=[、（()），。\n的和与及]|投运|投产|将|工程|顺利|建成|成功|本期|主变|送电|启动|增容)")
PUT_IN = re.compile(r"(?:顺利|成功|建成|正式)?(?:投运|投产|投入运行|建成投)")


def find_facilities(lens: Lens) -> list[Candidate]:
    """Return the powered installations of an article; a project where the clause builds it."""
    return [*powered(lens), *substations(lens), *tagged_facilities(lens)]


TAGGED = re.compile(r"[\u3400-\u9fff]{2,6}(?:站|大桥|桥|机场|港|闸|塔|宫|庙|寺|坝|大堤|楼|阁|城墙|会馆|祠|广场|大厦|隧道|码头|水库|公园)$")


def tagged_facilities(lens: Lens) -> list[Candidate]:
    """Return what the tagger calls a place and what is built: 某东站; not what opens with an ordinary word (学校食堂)."""
    return [
        Candidate(w.start, w.end, "facility", "tagger, built thing", 0.6)
        for w in lens.tagged(PLACE)
        if TAGGED.fullmatch(lens.of(w))
        and lens.text[w.start : w.start + 2] not in ordinary_words()
        and lens.text[w.start - 1 : w.start] != "“"
        and lens.of(w) not in ordinary_words()
    ]


def powered(lens: Lens) -> list[Candidate]:
    """Return installations with a printed voltage and a name: 220千伏某某线, and the tower on it; not 110千伏出线."""
    found = []
    for match in VOLTAGE.finditer(lens.text):
        if (
            COMMON.search(match["name"])
            or (match["name"] in ordinary_words() and match["tail"] not in ("变电站", "换流站"))
            or not re.search(r"[\u3400-\u9fff]", match["name"])
        ):
            continue
        type_ = "project" if BUILDING.search(lens.text, max(0, match.start() - 8), match.start()) else "facility"
        found.append(Candidate(match.start(), match.end("tail"), type_, "voltage", 0.85, inner=True))
        if match["part"]:
            found.append(Candidate(match.start(), match.end(), "facility", "tower of a line", 0.85))
        if match["tail"] == "线路":
            found += [
                Candidate(m.start(), m.end(), "facility", "line without its tail", 0.75)
                for m in re.finditer(re.escape(lens.text[match.start() : match.start("tail")]) + r"(?!线)", lens.text)
            ]
    return found


def substations(lens: Lens) -> list[Candidate]:
    """Return substations under their short form, in an article about the grid: 某某变; a project if anywhere it is put in operation."""
    if not re.search(r"千伏|变电站|主变|电网", lens.text):
        return []
    matches = [
        m
        for m in SHORT.finditer(lens.text)
        if m["name"] not in ordinary_words() and m.group() not in ordinary_words() and m["name"][-1] not in "改转演应质突量巨剧"
    ]
    built = {m.group() for m in matches if PUT_IN.match(lens.text, m.end())}
    return [
        Candidate(m.start(), m.end(), "project" if m.group() in built else "facility", "short form of a substation", 0.75)
        for m in matches
        if lens.is_edge(m.start()) or m.group() in built
    ]
