"""Which way a page is divided, and that a page of nothing but headings is read all the same."""

from __future__ import annotations

import pytest

from kg.text import arrangement
from kg.text.arrangement import SHORT, agreement, arrange_page, opened, undivided
from kg.text.layout.parts import Part, Story
from kg.text.layout.pieces import BODY, FURNITURE, HEAD, read_pieces

HONOURED = "光荣榜\n\n先进单位\n\n青石港务公司\n\n老街书屋\n"


def text_of(page: str) -> list[str]:
    return ["".join(part.text for part in story.parts) for story in arrange_page(page)[0]]


def test_a_page_of_nothing_but_headings_is_one_story() -> None:
    (told,) = text_of(HONOURED)
    assert "青石港务公司" in told
    assert "老街书屋" in told


def test_what_is_undivided_keeps_every_piece_and_leaves_the_furniture() -> None:
    pieces = read_pieces("河州日报\n2021年11月8日 星期一 第3版\n\n" + HONOURED)
    stories, left = undivided(pieces)
    assert {piece.kind for story in stories for part in story.parts for piece in part.pieces} == {BODY}
    assert {piece.kind for piece in left} == {FURNITURE}
    assert sum(len(part.pieces) for story in stories for part in story.parts) + len(left) == len(pieces)


def test_nothing_printed_is_no_story() -> None:
    assert arrange_page("\n  \n") == ([], [])


def stories_ending(*ends: str) -> list[Story]:
    """Stories with an opener, each with the end given."""
    return [Story([Part(read_pieces(f"　　本报讯（记者 程远）青石港二号泊位昨日靠上第一条散货船，船长把缆绳{end}\n"))]) for end in ends]


UNOPENED = Story([Part(read_pieces("老街书屋每晚开到十点，书屋里有四千册书。\n"))])


def test_no_story_is_opened_where_one_ends_in_mid_sentence_or_a_heading_is_left() -> None:
    heading = [piece for piece in read_pieces(HONOURED) if piece.kind == HEAD]
    assert opened(stories_ending("抛上岸。", "抛上岸。（程远）"), []) == 1
    assert opened(stories_ending("抛上岸。", "抛上"), []) == 0
    assert opened(stories_ending("抛上岸。", "抛上岸。"), heading) == 0
    assert opened([*stories_ending("抛上岸。"), UNOPENED], []) == 0.5
    assert opened([], []) == 0


@pytest.mark.parametrize(
    ("share", "agreed", "way"), [(0.7, 0.0, "ruled"), (0.4, 0.9, "ruled"), (0.4, 0.5, "learned"), (0.1, 1.0, "learned")]
)
def test_rules_divide_a_page_that_is_opened_or_on_which_what_was_learned_agrees(
    share: float, agreed: float, way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(arrangement, "divide", lambda _: (stories_ending("抛上岸。"), []))
    monkeypatch.setattr(arrangement, "opened", lambda *_: share)
    monkeypatch.setattr(arrangement, "agreement", lambda *_: agreed)
    monkeypatch.setattr(arrangement, "arrange", lambda _: ([UNOPENED], []))
    monkeypatch.setattr(arrangement, "typed", lambda _: [])
    told = text_of("老街书屋每晚开到十点。\n" * 40)
    assert told == [{"ruled": "本报讯（记者程远）青石港二号泊位昨日靠上第一条散货船，船长把缆绳抛上岸。"}.get(way, UNOPENED.parts[0].text)]


def test_two_sets_of_stories_agree_in_the_beginnings_or_ends_that_both_have() -> None:
    page = read_pieces("　　昨天清晨六点，散货船靠上泊位。\n\n　　老街书屋开到十点。\n\n　　缆绳抛上岸时响起掌声。\n")
    stories = [Story([Part([piece])]) for piece in page]
    assert agreement(stories, stories) == 1
    assert agreement(stories, [Story([Part(page[:2])]), stories[2]]) == pytest.approx(0.8)
    assert agreement(stories[:1], [Story([Part(page[:2])])]) == 1
    assert agreement(stories[:1], stories[1:]) == 0
    assert agreement([], []) == 0


def test_a_short_text_is_divided_by_white_space() -> None:
    page = "昨天清晨六点，青石港二号泊位靠上第一条散货船。\n船长吕沛把缆绳抛上岸。\n\n\n老街书屋每晚开到十点。\n书屋里有四千册书。\n"
    assert len(page) < SHORT
    assert sum(len(told) for told in text_of(page)) == len("".join(page.split()))
