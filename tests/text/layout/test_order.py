from itertools import pairwise

from kg.text.layout.language import first_closed, left_open, numbers_agree, raggedness, straddle
from kg.text.layout.order import reorder
from kg.text.layout.pieces import read_pieces
from tests.text.factory import columns

WATER = columns(
    "本报讯（记者田小禾）11月6日，河州水务公司启动城北水厂扩建工程，该工程总投资三亿元，计划明年十月通水。水务公司负责人介绍，"
    "城北水厂日供水能力将由十万吨提高到二十万吨，惠及城北片区三十万居民，老旧管网改造也将同步实施，"
    "水厂扩建期间供水不受影响，居民可以放心用水。"
)
SCHOOL = columns(
    "本报讯（记者白云溪）11月7日，河州师范学校举行建校四十年纪念活动，历届学生代表回到母校，校长回顾了学校的发展历程，"
    "介绍了新校区的建设情况，新校区占地三百亩，可容纳学生五千名，计划后年秋季开学时投入使用，届时全部专业将迁入新校区。"
)


def lines(text: str, *cuts: int) -> list[str]:
    rows = text.split("\n")
    edges = [0, *cuts, len(rows)]
    return ["\n".join(rows[a:b]) for a, b in pairwise(edges)]


def test_a_word_over_the_join_is_felt():
    assert straddle("机电工程系教", "师将分批") > 3
    assert straddle("出台了", "支持小微企业") == 0


def test_a_torn_word_looks_ragged():
    assert raggedness("有限公司生产", "部部长雍和平") < raggedness("全市范", "畴之外")


def test_open_marks_are_known():
    assert left_open("他说：“我们（大家") == "“（"
    assert first_closed("就好。”他说（笑）") == "“"


def test_a_number_needs_its_unit():
    assert numbers_agree("拥有专利", "37项")
    assert numbers_agree("投资3", "亿元")
    assert not numbers_agree("投资3", "他说")


def test_a_block_in_another_article_goes_home():
    first, stray, last = lines(WATER, 3, 6)
    page = "\n\n".join([first, last, "城北水厂扩建工程开工", SCHOOL.replace("计划后年", "计划\n\n后年", 1), stray]) + "\n"
    text = "".join(piece.text for piece in reorder(read_pieces(page)))
    assert WATER.replace("\n", "") in text


def test_a_page_in_order_stays_as_it_is():
    page = "\n\n".join([*lines(WATER, 4), "城北水厂扩建工程开工", *lines(SCHOOL, 3), "师范学校建校四十年"]) + "\n"
    pieces = read_pieces(page)
    assert reorder(pieces) == pieces
