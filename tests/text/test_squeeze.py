from hypothesis import given
from hypothesis import strategies as st

from kg.model import Span
from kg.text.squeeze import is_letter_spaced, spans_of, squeeze, width


def test_white_space_goes_and_offsets_stay():
    squeezed = squeeze("产 业　集\n聚\u200b效")
    assert squeezed.text == "产业集聚效"
    assert squeezed.offsets == (0, 2, 4, 6, 8)


@given(st.text(alphabet="产业 \n\t　\u200b\ufeffA1，。"))
def test_every_kept_character_is_on_the_page_where_its_offset_says(text):
    squeezed = squeeze(text)
    assert [text[at] for at in squeezed.offsets] == list(squeezed.text)
    assert list(squeezed.offsets) == sorted(set(squeezed.offsets))


def test_latin_letters_are_half_as_wide():
    assert width("许继XJ9000") == 5.0


def test_a_stretched_line_is_letter_spaced_and_a_byline_is_not():
    assert is_letter_spaced("产 业 集 聚 效 应 的 不 断 呈 现 ，大 项")
    assert not is_letter_spaced("本报记者 苏杭 通讯员 焦永生")


def test_neighbouring_offsets_make_one_span():
    assert spans_of((3, 4, 5, 9, 1)) == (Span(3, 6), Span(9, 10), Span(1, 2))


def test_the_sides_of_a_frame_are_no_characters() -> None:
    assert squeeze("┃　停　水　通　知　┃").text == "停水通知"
