import pytest

from kg.reader.bigru import read_dimensions, read_varint
from kg.reader.tagger import LONGEST, fold, propose, reading, tagger, words_of
from kg.reading import Reading, ReadSpan, Word


def test_folding_keeps_every_offset() -> None:
    text = "（王某，３Ｄ）“《”——·。"

    assert fold(text) == '(王某,3D)"<"--·.'
    assert len(fold(text)) == len(text)


def test_words_cover_the_text_without_gaps() -> None:
    text = "11月6日，云岭市市长陈立平会见了某某集团董事长一行。"
    found = tagger().tag([text])[0]

    assert [w.start for w in found] == [0, *(w.end for w in found[:-1])]
    assert found[-1].end == len(text)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("河南省郑州市市长王建国出席会议。", Word(8, 11, "PER")),
        ("清华大学与北京市政府签约。", Word(0, 4, "ORG")),
        ("他昨天到了杭州市。", Word(5, 8, "LOC")),
    ],
    ids=["a person after a title", "a university", "a city"],
)
def test_the_network_tags_names(text: str, word: Word) -> None:
    assert word in tagger().tag([text])[0]


def test_a_batch_gives_what_single_texts_give() -> None:
    texts = ["市委书记王建国主持会议。", "", "北京大学。", "他在上海市工作了十年，今年回到家乡杭州市。"]

    assert tagger().tag(texts) == [tagger().tag([text])[0] for text in texts]


def test_a_long_sentence_is_read_in_pieces() -> None:
    text = "他来到杭州市，" * 60

    assert len(text) > LONGEST
    assert tagger().tag([text])[0][-1].end == len(text)


def test_labels_join_to_words() -> None:
    assert words_of(["PER-B", "PER-I", "v-B", "O", "O", "n-B"], 10) == [
        Word(10, 12, "PER"),
        Word(12, 13, "v"),
        Word(13, 15, "O"),
        Word(15, 16, "n"),
    ]


def test_a_tensor_description_is_read() -> None:
    assert read_varint(b"\xac\x02", 0) == (300, 2)
    assert read_dimensions(b"\x08\x05\x10\x80\x01\x10\x03") == (5, (128, 3))


def test_what_is_not_read_is_covered_by_a_mark() -> None:
    found = reading([Word(3, 6, "PER"), Word(0, 2, "v")], 7)

    assert found == Reading((ReadSpan(3, 6, "PER", 1.0),), words=(Word(0, 2, "v"), Word(2, 3, "w"), Word(3, 6, "PER"), Word(6, 7, "w")))


def test_sentences_are_read_apart_at_their_own_offsets() -> None:
    text = "河南省郑州市市长王建国出席会议。\n他昨天到了杭州市。\n"
    found = propose([text, ""], [[(0, 17), (17, 27)], []])

    assert [(text[s.start : s.end], s.kind) for s in found[0].spans if s.kind == "PER"] == [("王建国", "PER")]
    assert ReadSpan(22, 25, "LOC") in found[0].spans
    assert found[1] == Reading()
