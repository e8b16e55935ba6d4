"""A page of a paper that prints no 本报讯: its stories are found, and no character is lost."""

from __future__ import annotations

import pytest

from kg.text.layout.parts import Story
from kg.text.learned.arrange import arrange
from train.layout import noise

PLAIN = """青石港二号泊位昨起试靠

　　昨天清晨六点，青石港二号泊位
靠上第一条散货船。船长吕沛把缆绳
抛上岸时，岸上响起一阵掌声。这个
泊位能靠三万吨级货轮，去年三月动
工，总投资二点八亿元。
　　青石港务公司说，泊位年内还要
经过三次试靠，才能正式开放。

老街书屋夜里也开门
本报记者 罗向晚

　　从这个月起，老街书屋每晚开到
十点。管书的罗向晚今年六十二岁，
他把自家的台灯也搬了来，给夜读的
孩子照亮。书屋里有四千册书，一半
是街坊送的。
"""


def offsets(stories: list[Story]) -> list[int]:
    return [at for story in stories for part in story.parts for piece in part.pieces for at in piece.chars.offsets]


def headline(story: Story) -> str:
    return "".join(chars.text for kind, group in story.headings or [] if kind == "headline" for chars in group)


def test_each_story_has_its_own_headline_and_text() -> None:
    stories, _ = arrange(PLAIN)
    assert [headline(story) for story in stories] == ["青石港二号泊位昨起试靠", "老街书屋夜里也开门"]
    assert stories[1].parts[0].text.startswith("从这个月起")
    assert stories[1].parts[0].text.endswith("街坊送的。")


@pytest.mark.parametrize("seed", range(4))
def test_every_character_has_one_place(seed: int) -> None:
    articles = [("one", {"headline": f"第{n}号泊位试靠", "body": [PLAIN[20:140].replace("\n", "")]}) for n in range(5)]
    text = noise.make_page(articles, seed, noise.noise_of())["text"]
    stories, left = arrange(text)
    heads = [at for story in stories for piece in (*story.heads, *story.credits) for at in piece.chars.offsets]
    rest = [at for piece in left for at in piece.chars.offsets]
    assert sorted([*offsets(stories), *heads, *rest]) == [at for at, c in enumerate(text) if not c.isspace()]


def test_a_page_is_read_the_same_twice() -> None:
    one, other = (arrange(PLAIN)[0] for _ in range(2))
    assert offsets(one) == offsets(other)


def test_nothing_on_the_page_is_no_story() -> None:
    assert arrange("")[0] == []
