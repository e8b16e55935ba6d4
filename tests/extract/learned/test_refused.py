"""What the words around two names rule out: each kind with a passage in which the same network would be right."""

from __future__ import annotations

import pytest

from kg.extract.examples import draft_of
from kg.extract.learned.refused import refusal
from kg.extract.learned.refused_posts import is_anothers, no_post, wrong_level

RULED_OUT = [
    ("undertakes", "〔I沧河师范学院〕", "〔J〔I沧河师范学院〕附属楼二期项目〕正在建设。", 0),
    ("undertakes", "〔C朗川供电公司〕", "〔C朗川供电公司〕值班，〔J沧河新城水厂项目〕停电两小时。", 0),
    ("undertakes", "监理", "〔J沧河大桥工程〕由〔C甲建公司〕施工、〔C衡正咨询公司〕监理。", 2),
    ("undertakes", "持股", "〔J沧河风电项目〕由〔C甲能公司〕与〔C乙能公司〕分别持股70%和30%建设。", 1),
    ("undertakes", "旗下", "〔J沧河码头〕由〔C海岳集团〕旗下的〔C海岳码头公司〕建设。", 1),
    ("undertakes", "监理单位", "〔J沧河大桥〕开工　监理单位：〔C衡正公司〕。", 1),
    ("undertakes", "合资", "〔J沧河大桥〕由〔C甲能集团〕与某海运合资的某公司负责建设。", 1),
    ("invests_in", "合资", "〔J沧河大桥〕由〔C甲能集团〕与某海运合资的某公司负责建设。", 1),
    ("supplies", "由…订购", "〔C沧河船厂〕的货船由〔C朗川航运〕今年订购。", 1),
    ("supplies", "后者的", "〔C朗川电子〕与〔C沧河芯片公司〕签约，采购后者的芯片。", 0),
    ("oversees", "中标通知书", "〔C朗川重工〕收到〔A沧河县住建局〕发来的中标通知书。", 1),
    ("undertakes", "说", "〔J沧河线路工程〕开工当天，〔C朗川供电公司〕副总经理陈某说，天气很好。", 1),
    ("undertakes", "就…洽谈", "市领导会见〔C锦帆集团〕客人，就建设〔J沧河湿地乐园项目〕进行洽谈。", 0),
    ("undertakes", "为服务", "为服务〔J沧河光伏项目〕建设，〔C朗川供电公司〕改造了三条线路。", 1),
    ("undertakes", "在…初期", "在〔J沧河水厂〕建设初期，〔C朗川供电公司〕坚持有电可用。", 1),
    ("invests_in", "共建", "〔C朗川重工〕与沧河大学共建〔I朗川智能装备实验室〕。", 0),
    ("invests_in", "转让", "〔C朗川重工〕将所持〔C沧河物流公司〕的股权转让他人。", 0),
    ("invests_in", "子公司", "〔C朗川重工〕全资子公司〔C沧河物流公司〕中标。", 0),
    ("oversees", "后者", "〔C朗川担保〕与〔C沧河食品厂〕纠纷一案，〔A沧河县法院〕查封了〔C后者=沧河食品厂〕的厂房。", 2),
    ("supplies", "不如", "〔C朗川管件〕的产品销往外地，名气却不如〔C沧河管业〕。", 0),
    ("supplies", "落选", "〔J沧河水泵采购项目〕开标，〔C朗川泵厂〕落选。", 1),
    ("supplies", "订购", "〔C朗川航运〕向〔C沧河船厂〕订购两艘货船。", 0),
    ("supplies", "担保", "〔C沧河担保公司〕为〔C朗川重工〕提供担保。", 0),
    ("cooperates_with", "不存在", "〔C朗川重工〕声明，与〔C沧河财富公司〕不存在合作关系。", 0),
    ("part_of", "网传", "针对网传“〔C沧河保健店〕是〔C朗川康养集团〕下属门店”的说法，市场监管局作了调查。", 0),
    ("recognised_by", "获悉", "记者从〔A沧河县工信局〕获悉，〔C朗川重工〕入选省级名单。", 1),
    ("recognised_by", "另一家", "〔C一班〕被县工会授予先锋号，其中陈某被〔A沧河省工会〕授予奖章。", 0),
    ("recognised_by", "宣誓", "〔A沧河县人大常委会〕举行宪法宣誓仪式，〔P陈望山〕依法宣誓。", 1),
    ("invests_in", "后者持有", "沧河食品以1亿元收购〔C朗川集团〕持有的〔C青河物流公司〕51%股权。", 0),
    ("invests_in", "揭牌", "〔I沧河大学〕校长为〔I沧河铝材研究院〕揭牌。", 0),
    ("participates_in", "重视", "〔G沧河读书节〕得到〔A沧河县委〕的高度重视。", 1),
    ("runs", "发放", "〔A沧河县应急局〕入户发放《〔G用电安全手册〕》。", 0),
    ("runs", "依托", "县文旅局依托〔C朗川传媒公司〕开展〔G沧河读书节〕。", 0),
    ("participates_in", "报道", "〔I沧河电视台〕对〔G沧河读书节〕进行了报道。", 0),
    ("part_of", "并列", "会上〔A市委〕〔A市政府〕作了部署。", 1),
    ("part_of", "更近", "〔I〔I〔I沧河大学〕附属医院〕骨科〕搬迁。", 0),
    ("part_of", "杆塔", "〔F〔F110千伏沧河线〕12号铁塔〕已经修好。", 0),
    ("part_of", "设施", "〔C朗川供电公司〕的人在〔F220千伏沧河变电站〕巡视。", 1),
    ("located_in", "谋划", "〔Z沧河新区〕谋划实施〔J沧河智造园项目〕。", 1),
    ("located_in", "为…提供", "〔F沧河变电站〕为〔Z沧河新区〕的发展提供了保障。", 0),
]
"""(predicate, what rules it out, the passage, which of its marked names in order is the subject); the other end is found by ``ends``."""

STANDS = [
    ("undertakes", "〔C朗川供电公司〕建成〔J沧河变电站〕。", 0),
    ("undertakes", "〔J〔C朗川重工〕叶片生产线〕正在建设。", 0),
    ("undertakes", "〔J沧河大桥工程〕由〔C甲建公司〕施工。", 1),
    ("undertakes", "〔C锦帆集团〕就〔J沧河湿地乐园项目〕发布招标公告。", 0),
    ("undertakes", "在〔J沧河水厂〕旁，〔C朗川供电公司〕建设配套线路。", 1),
    ("invests_in", "〔C朗川重工〕与沧河大学各出资500万元共建〔I朗川智能装备实验室〕。", 0),
    ("invests_in", "〔C朗川重工〕与沧河集团共同组建〔C朗沧新材公司〕。", 0),
    ("invests_in", "〔C朗川重工〕出资设立全资子公司〔C沧河物流公司〕。", 0),
    ("supplies", "〔C朗川泵厂〕向〔J沧河水厂项目〕供应水泵。", 0),
    ("cooperates_with", "〔C朗川重工〕与〔C沧河财富公司〕签署合作协议。", 0),
    ("recognised_by", "〔C朗川重工〕被〔A沧河省工信厅〕认定为先进企业。", 0),
    ("recognised_by", "〔A沧河县人大常委会〕举行仪式，授予〔P陈望山〕荣誉称号。", 1),
    ("invests_in", "〔C朗川集团〕以1亿元收购〔C青河物流公司〕51%股权。", 0),
    ("invests_in", "〔I沧河大学〕出资的〔I沧河铝材研究院〕揭牌。", 0),
    ("participates_in", "〔A沧河县委〕参加〔G沧河读书节〕。", 0),
    ("runs", "〔A沧河县应急局〕发起〔G用电安全行动〕。", 0),
    ("part_of", "〔A市委〕〔A宣传部〕到会。", 1),
    ("part_of", "〔F〔C朗川重工〕二号车间〕投产。", 0),
    ("oversees", "〔C朗川担保〕违规一案，〔A沧河县法院〕已经立案。", 1),
    ("oversees", "〔C朗川重工〕收到〔A沧河县住建局〕发来的整改通知书。", 1),
    ("supplies", "〔C朗川电子〕与〔C沧河芯片公司〕签约，后者采购芯片。", 0),
    ("located_in", "在〔Z沧河新区〕，〔J沧河智造园项目〕正在建设。", 1),
    ("part_of", "“〔C沧河保健店〕是〔C朗川康养集团〕下属门店，”总经理说。", 0),
]


def reason(predicate: str, text: str, subject: int) -> str:
    """What speaks against the relation of the passage's marked names, its first two ends that are not the same."""
    draft = draft_of(text)
    names = [m for m in draft.mentions if m.is_name]
    # of names in one another the outer belongs to the inner, but works are the inner's
    if names[0].start == names[-1].start:
        one, other = (names[0], names[-1]) if predicate == "part_of" else (names[-1], names[0])
    else:
        one = names[subject]
        other = next(m for m in names if m is not one)
    return refusal(draft, predicate, one, other, draft.sentences[0].text)


@pytest.mark.parametrize(("predicate", "why", "text", "subject"), RULED_OUT)
def test_words_rule_out_what_the_network_proposes(predicate: str, why: str, text: str, subject: int) -> None:
    assert reason(predicate, text, subject), why


@pytest.mark.parametrize(("predicate", "text", "subject"), STANDS)
def test_words_that_say_it_leave_it_standing(predicate: str, text: str, subject: int) -> None:
    assert reason(predicate, text, subject) == ""


def test_a_place_that_a_body_begins_with_is_no_partner() -> None:
    draft = draft_of("〔A沧河区消防大队〕联合〔A区应急管理局〕检查。")
    squad, office = (m for m in draft.mentions if m.is_name)
    place = draft.imply(office.start, office.start + 1, "zone", "沧河区", "test")
    assert refusal(draft, "cooperates_with", squad, place, draft.text)
    assert refusal(draft, "cooperates_with", squad, office, draft.text) == ""


def test_a_reference_before_its_unit_is_no_partner() -> None:
    draft = draft_of("〔A沧河区公安局〕开会。〔A该局=沧河区公安局〕〔A治安支队〕联合〔A区应急管理局〕检查。")
    bureau = next(m for m in draft.mentions if m.kind == "anaphor")
    unit, partner = (m for m in draft.mentions if m.start >= bureau.end)
    assert refusal(draft, "cooperates_with", bureau, partner, draft.text)
    assert refusal(draft, "cooperates_with", unit, partner, draft.text) == ""


@pytest.mark.parametrize(
    ("title", "place", "is_wrong"),
    [
        ("常务副县长", "沧河市", True),
        ("县长", "沧河县", False),
        ("镇长", "东坪村", True),
        ("省长", "江苏", False),
        ("副区长", "沧河新区", False),
        ("驻村第一书记", "青石镇", True),
        ("驻村第一书记", "东坪村", False),
        ("书记", "青石镇", False),
        ("法定代表人", "青石镇市场监管局", True),
        ("代市长", "沧河流域", True),
        ("副市长", "上海", False),
        ("市长", "漯河", False),
        ("市长", "芜湖", False),
        ("省长", "浙江", False),
        ("市长", "唐山", False),
        ("市长", "青岛", False),
    ],
)
def test_a_head_is_held_at_a_place_of_its_level(title: str, place: str, is_wrong: bool) -> None:
    draft = draft_of(f"〔{'A' if place.endswith('局') else 'L'}{place}〕开会。")
    assert bool(wrong_level(title, draft.mentions[0], place)) is is_wrong


def test_a_title_is_that_of_the_person_whom_it_stands_before() -> None:
    draft = draft_of("〔C朗川集团〕党委书记〔P苗一禾〕和纪委副书记〔P石开〕到会。")
    first, second = (m for m in draft.mentions if m.type == "person")
    titles = [(draft.text.index(t), draft.text.index(t) + len(t)) for t in ("党委书记", "纪委副书记")]
    assert [is_anothers(draft, title, second, titles) for title in titles] == [True, False]
    assert not is_anothers(draft, titles[0], first, titles)
    listed = draft_of("〔C朗川集团〕党委书记〔P苗一禾〕、〔P石开〕到会。")
    assert not is_anothers(listed, titles[0], next(m for m in listed.mentions if m.surface == "石开"), titles[:1])
    table = draft_of("厂长：〔P苗一禾〕　副厂长：〔P石开〕")
    at = table.text.index("副厂长")
    assert is_anothers(table, (at, at + 3), next(m for m in table.mentions if m.surface == "苗一禾"), [(at, at + 3)])
    left = draft_of("〔P苗一禾〕离任，总经理一职由〔P石开〕兼任。")
    at = left.text.index("总经理")
    one, other = (m for m in left.mentions if m.type == "person")
    assert is_anothers(left, (at, at + 3), one, [(at, at + 3)])
    assert not is_anothers(left, (at, at + 3), other, [(at, at + 3)])


def test_what_a_notice_says_of_a_firm_is_all_that_it_says() -> None:
    draft = draft_of("项目名称：〔J沧河水厂工程〕；招标人：〔A沧河县水利局〕；中标人：〔C朗川建工〕；代理机构：〔C衡正咨询〕。")
    work, owner, builder, agent = draft.mentions
    assert refusal(draft, "supplies", builder, work, draft.text) == ""
    draft.claim(builder, "undertakes", work, [(0, 5)], "notice-party")
    draft.claim(agent, "participates_in", work, [(0, 5)], "notice-agent")
    assert refusal(draft, "supplies", builder, work, draft.text)
    assert refusal(draft, "assists", agent, owner, draft.text)
    assert refusal(draft, "assists", builder, owner, draft.text) == ""


def test_who_buys_at_a_firm_holds_no_post_there() -> None:
    assert no_post("老主顾")
    assert not no_post("客户经理")
