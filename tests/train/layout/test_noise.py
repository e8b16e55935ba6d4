"""Tests of layout.py: pages are reproducible, their truth is exact, every kind of noise occurs and can be switched off."""

import copy
import json
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from train.layout import noise as layout

LONG = "全市上下把项目建设作为头等大事，倒排工期、挂图作战，确保年内建成投用。"


def story(n: int, **keys: Any) -> dict[str, Any]:
    """An invented story of some length; `keys` replace its parts."""
    paragraphs = [
        f"{n}月12日，记者从青渡市水务局获悉，云陂水厂{n}期工程通水，总投资{n}.6亿元，日供水{n + 3}万吨。",
        "这项工程由Greenwater Engineering GmbH提供International Standard设备，" + LONG * (n % 3 + 1),
        "建好更要管好",
        "“水甜不甜，群众最清楚。”该局局长祁远说，" + LONG * (n % 4 + 1) + "过去吃水靠挑，如今拧开龙头就有。",
        "下一步，青渡市水务局将同云陂镇、石桥镇一道铺设管网38.5公里。" + LONG * (n % 5),
    ]
    made: dict[str, Any] = {
        "kicker": f"惠及{n}万居民",
        "headline": f"云陂水厂{n}期通水 城乡同饮一江水",
        "subhead": "——青渡市供水工程走笔",
        "body": paragraphs,
    }
    made.update(keys)
    return made


def lead(text: str, n: int) -> dict[str, Any]:
    made = story(n)
    made["body"] = [text + made["body"][0], *made["body"][1:]]
    return made


PLAIN = {
    "one.json": {
        "masthead": ["青渡日报 综合新闻", "2019年3月5日 星期二", "责任编辑：文舒 电话：2231145"],
        "articles": [
            lead("本报讯（记者 石磊 通讯员 高小雨）", 1),
            lead("本报讯(记者石磊)", 2),
            story(3, body=["本报记者 石 磊 通讯员 高小雨", *story(3)["body"]]),
            story(4, body=[*story(4)["body"], "（本报记者 金晓棠）"], bylines=[{"role": "记者", "name": "金晓棠"}]),
            story(5, body=[*story(5)["body"][:-1], story(5)["body"][-1] + "（金晓棠）"]),
            {"headline": None, "body": ["3月2日，云陂水厂工人检修设备。该厂日供水4万吨。", "石 磊 摄"]},
            {"headline": None, "body": ["图为青渡市石桥镇村民采摘草莓。今年全镇草莓面积达1.2万亩。本报记者 石磊 摄"]},
        ],
    },
    "two.json": {
        "articles": [
            {"headline": "石桥镇修通断头路", "body": ["3月1日，石桥镇修通断头路，全长1.2公里，村民出行少绕6里。（高小雨）"]},
            {"headline": "青渡一中添新楼", "body": ["青渡一中新教学楼3月启用，可容纳学生900人，总投资2100万元。"]},
            story(6, kicker=None, subhead=None, headline_lines=["云陂水厂6期通水", "城乡同饮一江水"]),
            story(7, body=[*story(7)["body"], "（下转第三版）"]),
            story(8, headline="停水公告", kicker=None, subhead=None),
            story(9, body=["天刚麻麻亮，守闸人祁远又把闸门摸了一遍。" + LONG, *story(9)["body"][1:]]),
            {"body": ["无题短讯：青渡市图书馆今起延长开放时间至21时。"]},
            {"headline": "只有标题，没有正文"},
            {
                "headline": "文本正文",
                "subhead": ["副题一", "副题二"],
                "body": "正文第一段，写在一个字符串里。\n正文第二段，也在里面。",
                "unknown": 1,
            },
        ]
    },
}


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("plain")
    for name, data in PLAIN.items():
        (folder / name).write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def pages(plain: Path) -> list[dict[str, Any]]:
    return list(layout.make_pages([plain], 7, 200))


def articles(plain: Path) -> list[tuple[str | None, dict[str, Any]]]:
    return [item for item in layout.Pool([plain]).items]


def test_same_seed_same_pages(plain: Path, pages: list[dict[str, Any]]) -> None:
    assert list(layout.make_pages([plain], 7, 20)) == pages[:20]
    assert [p["text"] for p in layout.make_pages([plain], 8, 20)] != [p["text"] for p in pages[:20]]


def test_truth_is_consistent(plain: Path, pages: list[dict[str, Any]]) -> None:
    base = {s: a for s, r in articles(plain) if (a := layout.read_article(r, s, "x"))}
    for page in pages:
        assert layout.check_page(page) == []
        assert layout.check_source(page, base) == []


def test_every_character_has_its_place(pages: list[dict[str, Any]]) -> None:
    for page in pages[:50]:
        seen: dict[str, Counter[int]] = {a["id"]: Counter() for a in page["articles"]}
        for run in page["runs"]:
            if run["article"] is not None and not run.get("repeat"):
                length = len(layout.bare(page["text"][run["start"] : run["end"]]))
                seen[run["article"]].update(range(run["order"], run["order"] + length))
        for article in page["articles"]:
            assert seen[article["id"]] == Counter(range(len(article["plain"])))


def test_body_bounds_leave_bylines_out(pages: list[dict[str, Any]]) -> None:
    for page in pages:
        for article in page["articles"]:
            body = article["plain"][slice(*article["body"])]
            assert "（下转" not in body and not body.endswith(("摄", "供图"))
            assert not body.startswith("□")
            assert not body.startswith("本报记者") or "报道" in body[:20]


def test_every_kind_of_noise_occurs(pages: list[dict[str, Any]]) -> None:
    seen = {kind for page in pages for kind in page["noise"]}
    assert seen == set(layout.NOISE)


@pytest.mark.parametrize("is_off", ["0", "1"])
@pytest.mark.parametrize("digit", range(len(layout.NOISE).bit_length()))
def test_kinds_switched_off_do_not_occur_and_others_do(plain: Path, digit: int, is_off: str) -> None:
    """Each kind is off in half of the cases: in those where this binary digit of its number is this."""
    kinds = {kind: f"{number:0{len(layout.NOISE).bit_length()}b}"[digit] for number, kind in enumerate(layout.NOISE)}
    off = {kind for kind, found in kinds.items() if found == is_off}
    noise, items = layout.noise_of(off=sorted(off)), articles(plain)
    seen = {kind for i in range(12) for kind in layout.make_page(items, i, noise)["noise"]}
    assert not seen & off
    assert seen


@pytest.mark.parametrize("kind", layout.NOISE)
def test_each_kind_can_be_switched_on(plain: Path, kind: str) -> None:
    on = layout.noise_of({kind: 1.0})
    items = articles(plain)
    assert any(kind in layout.make_page(items, i, on)["noise"] for i in range(60))


def test_without_noise_articles_are_printed_in_one_piece(plain: Path) -> None:
    page = layout.make_page(articles(plain), 3, layout.noise_of(off=["all"]))
    assert page["noise"] == {} and all(run["part"] != "furniture" and "repeat" not in run for run in page["runs"])
    order = [run["article"] for run in page["runs"]]
    assert [a for i, a in enumerate(order) if i == 0 or order[i - 1] != a] == [a["id"] for a in page["articles"]]
    assert layout.bare(page["text"]) == "".join(a["plain"] for a in page["articles"])


def test_unknown_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="no_such_noise"):
        layout.noise_of(off=["no_such_noise"])


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("本报记者 苏杭 通讯员 史燮雯", [("记者", "苏杭"), ("通讯员", "史燮雯")]),
        ("本报通讯员 李晓光 郭 飞 摄影报道", [("通讯员", "李晓光"), ("通讯员", "郭飞")]),
        ("本报记者 鞠 航 特约记者 申屠平 发自山西潞川", [("记者", "鞠航"), ("特约记者", "申屠平")]),
        ("（通讯员张喆、王森）", [("通讯员", "张喆"), ("通讯员", "王森")]),
        ("路 遥 川", [("作者", "路遥川")]),
        ("学生记者 戚小川 王 森 张 喆", [("学生记者", "戚小川"), ("学生记者", "王森"), ("学生记者", "张喆")]),
        ("金 焰 摄", [("摄", "金焰")]),
        ("高新区经济发展局供图", [("供图", "高新区经济发展局")]),
        ("□易小满", [("作者", "易小满")]),
    ],
)
def test_bylines_are_parsed(text: str, names: list[tuple[str, str]]) -> None:
    assert [(n["role"], n["name"]) for n in layout.parse_names(text)] == names


@pytest.mark.parametrize("text", ["（以下简称云陂水厂）", "（下转三版）", "2019年3月1日", "青渡市自来水公司公告如下。", "一"])
def test_other_lines_are_no_bylines(text: str) -> None:
    assert not layout.is_byline(text, set())


def test_given_bylines_are_trusted_only_when_printed() -> None:
    raw = {
        "headline": "题",
        "body": ["正文写在这里，说的是一件事，有头有尾。", "（本报评论员）"],
        "bylines": [{"role": "作者", "name": "本报评论员"}, {"role": "记者", "name": "别人"}],
    }
    article = layout.read_article(raw, None, "x")
    assert article and article.end == "（本报评论员）" and article.bylines == [{"role": "作者", "name": "本报评论员"}]


def test_restyled_bylines_are_printed(pages: list[dict[str, Any]]) -> None:
    for page in pages:
        for article in page["articles"]:
            printed = "".join(article["plain"][p["start"] : p["end"]] for p in article["parts"] if p["part"] == "byline")
            assert all(n["name"] in printed for n in article["bylines"])


@pytest.mark.parametrize("damage", ["text", "run", "article", "order", "lost"])
def test_check_finds_damage(pages: list[dict[str, Any]], damage: str) -> None:
    page = copy.deepcopy(pages[0])
    run = next(r for r in page["runs"] if r["part"] == "body" and not r.get("repeat") and r["end"] - r["start"] > 3)
    if damage == "text":
        page["text"] = page["text"][: run["start"]] + "错" + page["text"][run["start"] + 1 :]
    elif damage == "run":
        run["end"] -= 1
    elif damage == "article":
        run["article"] = next(a["id"] for a in page["articles"] if a["id"] != run["article"])
    elif damage == "order":
        run["order"] += 1
    else:
        page["runs"].remove(run)
    assert layout.check_page(page)


def test_command_line(plain: Path, tmp_path: Path) -> None:
    script = Path(layout.__file__)
    for out in ("a", "b"):
        subprocess.run(
            [sys.executable, script, "make", plain, tmp_path / out, "--seed", "5", "--pages", "6", "--off", "masthead"], check=True
        )
    names = sorted(p.name for p in (tmp_path / "a").iterdir())
    assert len(names) == 12
    assert all((tmp_path / "a" / n).read_bytes() == (tmp_path / "b" / n).read_bytes() for n in names)
    assert layout.main(["check", str(tmp_path / "a"), "--plain", str(plain)]) == 0
    broken = tmp_path / "a" / "p00000.txt"
    broken.write_text(broken.read_text(encoding="utf-8") + "多", encoding="utf-8")
    assert layout.main(["check", str(tmp_path / "a")]) == 1
