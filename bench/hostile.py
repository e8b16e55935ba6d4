#!/usr/bin/env python3
"""Seconds of CPU of each stage on pages that are long in one way, at growing sizes, and how they grow.

usage: hostile.py [--reader fast|full] [--kind KIND …] [--sizes N …] [--profile STAGE]

A kind of page is made at each of its sizes: many names of one kind, one name again and again, a table, prose, many pages. A row
is a stage; the last column is the exponent of its growth, the slope of log(seconds) over log(length) from the second size to the
last: 1 is linear, 2 quadratic. Stages that take under 0.2 s at the largest size have none. --profile shows where a stage spends
its time at the largest size. Exit code 1 if an exponent is above 1.15.
"""

from __future__ import annotations

import argparse
import cProfile
import gc
import math
import pstats
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import process_time

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from kg.stages import READERS, STAGES, Clock, Stage, Work  # noqa: E402

BOUND = 1.15
"""Greatest exponent that counts as linear: a stage reads more of a longer page than its characters (longer lists, fuller caches)."""
NOISE = 0.2
"""Seconds below which a stage's time says nothing of its growth."""
DIGITS = "一二三四五六七八九十"
CITIES = ("云麓", "青川", "江浦", "临泽", "安陵", "石梁", "东屏", "禾州")
SURNAMES = "王李张刘陈杨赵黄周吴徐孙马朱胡郭何林高罗"
GIVEN = "文明华志伟晓春海平国建新永军丽雪峰涛磊敏静强刚波辉"
BRANDS = "金石川禾泰华隆达恒信源盛通瑞和嘉博宏远顺"
PROSE = (
    "{city}市教育局局长{person}带队到{city}{brand}机械有限公司调研，要求把项目建设抓紧抓实。",
    "去年以来，该市坚持稳中求进，全市生产总值增长6.5%，群众的日子越过越好。",
    "{person}说，公司投资{n}亿元建设{brand}新材料产业园，预计明年6月投产。",
    "天气转暖，田间地头一片忙碌的景象，农民抢抓农时，为小麦施肥浇水。",
    "{city}市人民政府与{city}{brand}能源集团有限公司签署战略合作协议。",
)


def number(n: int) -> str:
    """Return a number in characters, digit by digit: 12 → 二三."""
    return "".join(DIGITS[int(digit)] for digit in str(n))


def pick(letters: Sequence[str], n: int) -> str:
    """Return one of the letters."""
    return letters[n % len(letters)]


def brand(n: int) -> str:
    """Return a brand of three characters, another for each number up to 8,000; any hundred are as mixed as any other."""
    mixed = n * 3571 % 8000
    return pick(BRANDS, mixed) + pick(BRANDS, mixed // 20) + pick(BRANDS, mixed // 400)


def person(n: int) -> str:
    """Return a person's name, another for each number up to 12,500; any hundred are as mixed as any other."""
    mixed = n * 3571 % 12_500
    return pick(SURNAMES, mixed) + pick(GIVEN, mixed // 20) + pick(GIVEN, mixed // 500)


def page(headline: str, body: str) -> str:
    """Return a page of one article."""
    return f"{headline}\n本报讯（记者 李文）{body}\n"


def schools(n: int) -> list[str]:
    """A list of ``n`` schools of one city."""
    return [page("名校入选名单公布", "、".join(f"云麓市第{number(i)}小学" for i in range(n)) + "入选。")]


def table(n: int) -> list[str]:
    """A table of ``n`` rows: number, name, body, sum."""
    rows = "\n".join(f"{i + 1}\t{person(i)}\t云麓{brand(i)}机械有限公司\t{i + 100}万元" for i in range(n))
    return [f"全市重点企业名单\n序号\t姓名\t单位\t金额\n{rows}\n"]


def letters(n: int) -> list[str]:
    """``n`` lines of one character each."""
    prose = "".join(PROSE).replace("{", "").replace("}", "")
    return ["\n".join(pick(prose, i) for i in range(n)) + "\n"]


def cities(n: int) -> list[str]:
    """One city's name ``n`` times."""
    return [page("云麓市", "云麓市" * n + "。")]


def people(n: int) -> list[str]:
    """A list of ``n`` people."""
    return [page("表彰名单公布", "、".join(map(person, range(n))) + "受到表彰。")]


def firms(n: int) -> list[str]:
    """A list of ``n`` companies of many cities."""
    return [page("百强企业公布", "、".join(f"{pick(CITIES, i)}{brand(i)}机械有限公司" for i in range(n)) + "入选。")]


def meeting(n: int) -> list[str]:
    """A report of one meeting that ``n`` people and companies attend."""
    people_ = "、".join(map(person, range(n // 2)))
    firms_ = "、".join(f"{pick(CITIES, i)}{brand(i)}机械有限公司" for i in range(n - n // 2))
    return [page("云麓市召开推进会", f"3月4日，云麓市教育局召开推进会。{people_}出席会议。{firms_}参加会议。")]


def visits(n: int) -> list[str]:
    """A report of ``n`` visits, each on another day to another company."""
    made = (f"{i % 12 + 1}月{i % 28 + 1}日，云麓市市长{person(i)}到云麓{brand(i)}机械有限公司调研。他强调，要抓项目。" for i in range(n))
    return [page("市领导调研企业", "\n".join(made))]


def sentences(n: int) -> Iterator[str]:
    """Yield sentences of at least ``n`` characters together, each naming others."""
    length = i = 0
    while length < n:
        made = pick(PROSE, i).format(city=pick(CITIES, i // 5), person=person(i // 5), brand=brand(i // 5), n=i % 90 + 3)
        length, i = length + len(made), i + 1
        yield made


def prose(n: int) -> list[str]:
    """One story of ``n`` characters in paragraphs of some five sentences."""
    made = list(sentences(n))
    return [page("项目建设抓紧抓实", "\n".join("".join(made[i : i + 5]) for i in range(0, len(made), 5)))]


def aliases(n: int) -> list[str]:
    """``n`` companies, each with the short form that stands for it and that the next sentence uses."""
    made = (
        f"云麓{brand(i)}机械有限公司（以下简称“{brand(i)}机械”）开工。{brand(i)}机械董事长{person(i)}说，该公司投资{i}万元。"
        for i in range(n)
    )
    return [page("企业开工", "".join(made))]


def posts(n: int) -> list[str]:
    """One sentence that gives ``n`` people posts at as many bureaus, and a list of appointments."""
    made = "、".join(f"云麓市{brand(i)}区司法局副局长{person(i)}" for i in range(n // 2))
    named = "\n".join(f"任命{person(i)}为{brand(i)}县教育局局长；" for i in range(n // 2, n))
    return [page("任命一批干部", f"{made}出席会议。\n{named}")]


def projects(n: int) -> list[str]:
    """``n`` projects with sums, days and the company that builds them, in one sentence without a full stop."""
    made = (
        f"总投资{i % 90 + 1}.5亿元的{brand(i)}新材料产业园项目由云麓{brand(i)}建设集团承建，{i % 12 + 1}月开工，该项目占地{i}亩"
        for i in range(n)
    )
    return [page("项目集中开工", "，".join(made))]


def villages(n: int) -> list[str]:
    """``n`` towns and villages, an agency and a quotation at each, the marks of quotation never closed."""
    return [page("村村通", "".join(f"{brand(i)}县{brand(i)[::-1]}镇{brand(i)}村村委会主任{person(i)}说：“我村有{i}户。" for i in range(n)))]


def pages(n: int) -> list[str]:
    """``n`` pages whose names open with one city."""
    return [
        page(f"云麓{brand(i)}机械有限公司投产", f"{person(i)}到云麓市{brand(i)}小学和云麓{brand(i)}机械有限公司调研。这是第{i}期工程。")
        for i in range(n)
    ]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of page and the sizes at which it is made."""

    make: Callable[[int], list[str]]
    sizes: tuple[int, ...]


KINDS = {
    "schools": Kind(schools, (50, 100, 200, 400)),
    "table": Kind(table, (60, 125, 250, 500)),
    "letters": Kind(letters, (250, 500, 1000, 2000)),
    "cities": Kind(cities, (125, 250, 500, 1000)),
    "people": Kind(people, (1000, 2000, 4000, 8000)),
    "firms": Kind(firms, (250, 500, 1000, 2000)),
    "meeting": Kind(meeting, (250, 500, 1000, 2000)),
    "visits": Kind(visits, (250, 500, 1000, 2000)),
    "prose": Kind(prose, (12_500, 25_000, 50_000, 100_000)),
    "aliases": Kind(aliases, (125, 250, 500, 1000)),
    "posts": Kind(posts, (125, 250, 500, 1000)),
    "projects": Kind(projects, (125, 250, 500, 1000)),
    "villages": Kind(villages, (125, 250, 500, 1000)),
    "pages": Kind(pages, (125, 250, 500, 1000)),
}


def run(texts: Sequence[str], reader: str, watch: str = "") -> Clock:
    """Return the seconds of CPU of each stage over some pages; ``watch`` is the stage whose profile is printed."""
    spent: Clock = {}
    whole = Work(reader=reader)
    with tempfile.TemporaryDirectory() as folder:
        for i, text in enumerate(texts):
            path = Path(folder) / f"{i}.txt"
            path.write_text(text, encoding="utf-8")
            work = Work(path, reader)
            for stage in STAGES:
                if not stage.is_joint:
                    clock(work, stage, spent, watch)
            for made in work.pages:
                made.freeze()
            whole.pages += work.pages
    for stage in STAGES:
        if stage.is_joint:
            clock(whole, stage, spent, watch)
    return spent


def clock(work: Work, stage: Stage, spent: Clock, watch: str) -> None:
    """Run one stage and add its seconds."""
    profile = cProfile.Profile() if stage.name == watch else None
    gc.disable()  # how often what is already in memory is looked through is no cost of the stage
    begin = process_time()
    if profile:
        profile.runcall(work.run, stage)
    else:
        work.run(stage)
    spent[stage.name] = spent.get(stage.name, 0.0) + process_time() - begin
    gc.enable()
    if profile:
        pstats.Stats(profile).sort_stats("tottime").print_stats(25)


def exponent(lengths: Sequence[int], seconds: Sequence[float]) -> float:
    """Return the slope of the line fitted to log(seconds) over log(lengths); ValueError for fewer than two lengths."""
    points = [(math.log(length), math.log(max(second, 1e-6))) for length, second in zip(lengths, seconds, strict=True)]
    if len(points) < 2:
        raise ValueError("a slope needs two lengths")
    x, y = (sum(column) / len(points) for column in zip(*points, strict=True))
    return sum((a - x) * (b - y) for a, b in points) / sum((a - x) ** 2 for a, _ in points)


def report(name: str, lengths: Sequence[int], clocks: Sequence[Clock]) -> int:
    """Print a kind's table and return how many stages grow faster than BOUND."""
    print(f"{name:12s}" + "".join(f"{length:10d}" for length in lengths) + "  exponent", flush=True)
    steep = 0
    for stage in [s.name for s in STAGES] + ["total"]:
        seconds = [sum(c.values()) if stage == "total" else c.get(stage, 0.0) for c in clocks]
        slope = exponent(lengths[1:], seconds[1:]) if len(lengths) > 2 and seconds[-1] >= NOISE else None
        steep += slope is not None and slope > BOUND
        said = "" if slope is None else f"{slope:10.2f}{' !' if slope > BOUND else ''}"
        print(f"  {stage:10s}" + "".join(f"{second:10.2f}" for second in seconds) + said)
    return steep


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reader", choices=READERS, default="fast")
    parser.add_argument("--kind", choices=sorted(KINDS), nargs="+", default=list(KINDS))
    parser.add_argument("--sizes", type=int, nargs="+")
    parser.add_argument("--profile", default="", choices=["", *(s.name for s in STAGES)])
    args = parser.parse_args()
    run(schools(3), args.reader)
    steep = 0
    for name in args.kind:
        sizes = args.sizes or KINDS[name].sizes
        made = [KINDS[name].make(size) for size in sizes]
        clocks = [run(texts, args.reader, args.profile if texts is made[-1] else "") for texts in made]
        steep += report(name, [sum(map(len, texts)) for texts in made], clocks)
    return int(steep > 0)


if __name__ == "__main__":
    sys.exit(main())
