from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.model import BREAK, ReadPage, quote_of
from kg.text.squeeze import squeeze
from tests.oracle import SEEDS
from tests.text.factory import body, columns, read

STORY = "本报讯（记者 田小禾）11月6日，河州水务公司启动城北水厂扩建工程，该工程总投资三亿元，计划明年十月通水。水厂扩建期间供水不受影响。"
OTHER = "本报讯（通讯员 白云溪）11月7日，河州师范学校举行建校四十年纪念活动，历届学生代表回到母校，校长介绍了新校区的建设情况。"


def accounted(read_page: ReadPage) -> list[int]:
    """Page offsets of every character in an article or a leftover, sorted."""
    held = [at for article in read_page.articles for at in article.offsets if at >= 0]
    return sorted(held + [at for left in read_page.leftovers for span in left.spans for at in range(span.start, span.end)])


def test_headlines_go_to_their_bodies_wherever_they_stand():
    found = read("\n\n".join(["城北水厂扩建工程开工", columns(STORY), columns(OTHER), "师范学校庆祝建校四十年"])).articles
    assert [(a.headline, body(a)[:14]) for a in found] == [
        ("城北水厂扩建工程开工", "本报讯（记者田小禾）11月6"),
        ("师范学校庆祝建校四十年", "本报讯（通讯员白云溪）11月"),
    ]


def test_a_page_with_one_article_and_no_opener_is_an_article():
    (article,) = read("城北水厂扩建工程开工\n\n本报记者 田小禾\n\n" + columns(STORY[11:])).articles
    assert (article.headline, article.date) == ("城北水厂扩建工程开工", "11-06")
    assert [(b.role, b.name) for b in article.bylines] == [("记者", "田小禾")]
    assert body(article) == STORY[11:]


def test_a_caption_is_an_article_with_its_photographer():
    caption = "11月8日，工人在河州港码头吊装钢管桩。该工程计划明年竣工。"
    found = read(columns(STORY) + "\n\n" + columns(caption) + "\n本报记者 田小禾 摄\n").articles
    assert [(a.kind, body(a)) for a in found][1] == ("caption", caption)
    assert [(b.role, b.name) for b in found[1].bylines] == [("记者", "田小禾")]


def test_a_caption_printed_twice_is_one_and_the_other_is_listed():
    caption = "11月8日，工人在河州港码头吊装钢管桩。\n田小禾 摄\n\n"
    found = read(columns(STORY) + "\n\n" + caption + caption)
    assert [a.kind for a in found.articles] == ["story", "caption"]
    assert [left.kind for left in found.leftovers] == ["byline", "repeat", "repeat"]


def test_items_of_a_round_up_are_articles_and_signatures_are_no_text():
    page = (
        "短消息\n市总工会举办歌咏活动\n11月8日，市总工会举办歌咏活动，二十支队伍参加。（张炬）\n"
        "市图书馆延长开放\n11月9日，市图书馆宣布延长开放时间。（宋英）\n"
    )
    found = read(page)
    assert [(a.headline, body(a)[-3:], a.bylines[0].name) for a in found.articles] == [
        ("市总工会举办歌咏活动", "参加。", "张炬"),
        ("市图书馆延长开放", "时间。", "宋英"),
    ]
    assert ("furniture", "短消息") in [(left.kind, left.text) for left in found.leftovers]


def test_crossheads_stay_in_the_body():
    second = "水厂扩建工程启动以来，河州水务公司克服困难，城北水厂工程进展顺利，总投资已完成一半。水务公司还将改造老旧管网。"
    text = "\n\n".join(["城北水厂扩建记", columns(STORY), "破难题 同心协力", columns(second)])
    (article,) = read(text).articles
    assert "破难题同心协力" in body(article)


def test_masthead_and_editors_are_furniture():
    found = read("河州日报\n2021年11月8日 星期一 第3版\n责编：张三 版式：李四\n\n城北水厂扩建工程开工\n\n" + columns(STORY))
    assert [left.kind for left in found.leftovers] == ["furniture"] * 3
    assert [a.headline for a in found.articles] == ["城北水厂扩建工程开工"]


def test_traditional_pages_are_read_and_quoted_as_printed():
    printed = (
        "城北水廠擴建工程開工\n\n本報訊（記者 陳小禾）11月6日，河州水務公司啟動城北水廠擴建工程，該工程總投資三億元，計劃明年十月通水。\n"
    )
    (article,) = read(printed).articles
    assert article.headline == "城北水廠擴建工程開工"
    assert [(b.role, b.name) for b in article.bylines] == [("记者", "陳小禾")]
    assert article.shown[article.body.start :].startswith("本報訊（記者陳小禾）")
    assert body(article).startswith("本报讯（记者陈小禾）")


def test_every_character_of_the_seeds_is_in_an_article_or_listed_once():
    for path in sorted(SEEDS[1].glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        assert accounted(read(text)) == list(squeeze(text).offsets)


ODD = [
    "",
    "",
    "城北水厂扩建工程开工",
    "——河州水务纪实",
    "本报记者 田小禾",
    "白云溪 摄",
    "（张炬）",
    "短消息",
    "　　他说，“水来了。",
    "产 业 集 聚 效 应 的 不 断",
    "www.example.cn",
    "第3版",
    "。",
    "图为施工现场",
]
LINES = st.sampled_from([*columns(STORY, 9).split("\n"), *columns(OTHER, 13).split("\n"), *ODD])


@given(st.lists(LINES, max_size=40))
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_page_is_repaired_without_losing_or_moving_a_character(printed):
    text = "\n".join(printed)
    found = read(text)
    assert accounted(found) == list(squeeze(text).offsets)
    for article in found.articles:
        assert all((c == BREAK) if at < 0 else (c == text[at]) for c, at in zip(article.text, article.offsets, strict=True))
        for section in article.sections:
            spans = article.page_spans(section.start, section.end)
            assert quote_of(text, spans) == article.text[section.start : section.end].replace(BREAK, "").replace("\u200b", "")


def test_rows_of_a_notice_are_paragraphs_whatever_ends_them():
    notice = (
        "青石水厂工程中标候选人公示\n招标人：青石港务局；招标代理：衡正招标公司\n第一中标候选人：望川建工，投标报价3862万元，项目经理程远山\n"
        "第二中标候选人：青河路桥，投标报价3910万元\n公示期：三月二日至四日\n"
    )
    (article,) = read(notice).articles
    assert article.text.strip().split("\n")[1:] == [
        "招标人：青石港务局；招标代理：衡正招标公司",
        "第一中标候选人：望川建工，投标报价3862万元，项目经理程远山",
        "第二中标候选人：青河路桥，投标报价3910万元",
        "公示期：三月二日至四日",
    ]


def test_rows_of_a_table_are_paragraphs():
    (article,) = read("项目进度\n\n泵站 青石水务 总投资 3 亿元 累计完成 1 亿元\n书屋 市图书馆 总投资 2 亿元 累计完成 1 亿元\n").articles
    assert article.text.strip().split("\n")[1:] == ["泵站青石水务总投资3亿元累计完成1亿元", "书屋市图书馆总投资2亿元累计完成1亿元"]
