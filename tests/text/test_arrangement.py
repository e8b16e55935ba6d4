"""Which way a page is divided, and that a page of nothing but headings is read all the same."""

from __future__ import annotations

from kg.text.arrangement import SHORT, arrange_page, is_told, undivided
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


def opened(*ends: str) -> list[Story]:
    """Stories with an opener, each with the end given."""
    return [Story([Part(read_pieces(f"　　本报讯（记者 程远）青石港二号泊位昨日靠上第一条散货船，船长把缆绳{end}\n"))]) for end in ends]


def test_stories_with_openers_are_believed_unless_one_ends_in_mid_sentence_or_a_heading_is_left() -> None:
    heading = [piece for piece in read_pieces(HONOURED) if piece.kind == HEAD]
    assert is_told(opened("抛上岸。", "抛上岸。（程远）"), [])
    assert not is_told(opened("抛上岸。", "抛上"), [])
    assert not is_told(opened("抛上岸。", "抛上岸。"), heading)
    assert not is_told([Story([Part(read_pieces("老街书屋每晚开到十点，书屋里有四千册书。\n"))])], [])


def test_a_short_text_is_divided_by_white_space() -> None:
    page = "昨天清晨六点，青石港二号泊位靠上第一条散货船。\n船长吕沛把缆绳抛上岸。\n\n\n老街书屋每晚开到十点。\n书屋里有四千册书。\n"
    assert len(page) < SHORT
    assert sum(len(told) for told in text_of(page)) == len("".join(page.split()))
