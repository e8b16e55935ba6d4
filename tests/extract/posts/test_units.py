"""A post at a unit that only the title names is held there, and the unit belongs to the body before it."""

import pytest

from kg.extract.posts.find import find_posts
from tests.extract import naming


def posts(text: str, *named: tuple[str, str], anaphor: str = "") -> set[tuple[str, str, str]]:
    draft = naming.draft(text)
    for surface, type_ in named:
        start = text.index(surface)
        draft.name(start, start + len(surface), type_, "test")
    if anaphor:
        start = text.index(anaphor)
        draft.point(start, start + len(anaphor), draft.mentions[0], "test")
    find_posts(draft)
    told = {c.subject: c for c in draft.claims}
    return {(draft.mention(s).surface, draft.mention(c.object or "").surface, dict(c.qualifiers)["title"]) for s, c in told.items()}


@pytest.mark.parametrize(
    ("text", "named", "anaphor", "post"),
    [
        (
            "青河毛纺厂停产，该厂质检科科长陈望山说明情况。",
            (("青河毛纺厂", "company"), ("陈望山", "person")),
            "该厂",
            ("陈望山", "该厂质检科", "科长"),
        ),
        (
            "云岭市水务局水保科副科长陈望山到会。",
            (("云岭市水务局", "agency"), ("陈望山", "person")),
            "",
            ("陈望山", "云岭市水务局水保科", "副科长"),
        ),
        ("青河集团工会主席陈望山到会。", (("青河集团", "company"), ("陈望山", "person")), "", ("陈望山", "青河集团工会", "主席")),
        ("青河毛纺厂车间主任陈望山到会。", (("青河毛纺厂", "company"), ("陈望山", "person")), "", ("陈望山", "青河毛纺厂", "车间主任")),
        ("青河集团党支部书记陈望山到会。", (("青河集团", "company"), ("陈望山", "person")), "", ("陈望山", "青河集团", "党支部书记")),
    ],
)
def test_a_head_of_a_unit_is_posted_there(text: str, named: tuple[tuple[str, str], ...], anaphor: str, post: tuple[str, str, str]) -> None:
    assert posts(text, *named, anaphor=anaphor) == {post}


def test_a_unit_that_a_title_names_with_no_body_before_it_is_a_body() -> None:
    text = "检查在沧浔毛巾厂进行。稽查股股长甲一、财务科副科长乙二、呼吸科主任丙三到场。"
    people = [(name, "person") for name in ("甲一", "乙二", "丙三")]
    found = posts(text, ("沧浔毛巾厂", "company"), *people)
    assert {(who, at) for who, at, *_ in found} >= {("甲一", "稽查股"), ("乙二", "财务科"), ("丙三", "呼吸科")}
