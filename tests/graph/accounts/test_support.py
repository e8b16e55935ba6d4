"""Support, contradictions, the same event twice."""

from __future__ import annotations

from kg.graph.accounts.contradictions import contradictions
from kg.graph.accounts.support import support
from kg.graph.meetings import same_events
from tests.graph.small import Says, told

TYPES = {"秦望舒": "person", "佟书": "person", "栗原": "person", "云溪水厂": "project", "青桐局": "agency", "禾晟建设": "company"}
BUILDS = ("禾晟建设", "undertakes", "云溪水厂")
LONG = "云溪水厂是全市今年重点推进的民生工程之一，建成后可以满足沿线十二个乡镇的用水需要，目前各项工作正在有序推进。"


def test_reprint_counts_once() -> None:
    same = (Says("禾晟建设承建云溪水厂。" + LONG, claims=(BUILDS,)),)
    found = support(told(TYPES, same, same))
    assert [(len(s.articles), s.sources.independent) for s in found.values()] == [(2, 1)]


def test_independent_articles_count_each() -> None:
    one = (Says("禾晟建设承建云溪水厂。" + LONG, claims=(BUILDS,)),)
    two = (Says("记者昨天在现场看到，禾晟建设的工人正在云溪水厂安装设备，施工方介绍说雨季前将完成主体。", claims=(BUILDS,)),)
    assert [s.sources.independent for s in support(told(TYPES, one, two)).values()] == [2]


TWO = (
    (Says("禾晟建设承建云溪水厂。" + LONG, claims=(BUILDS,)),),
    (Says("记者昨天在现场看到，禾晟建设的工人正在云溪水厂安装设备。", claims=(BUILDS,)),),
)


def test_articles_of_one_issue_are_one_source() -> None:
    (found,) = support(told(TYPES, *TWO, issue=("青桐日报", "2021-03-04"))).values()
    assert (found.sources.articles, found.sources.independent, found.sources.is_one_page) == (2, 1, False)


def test_two_items_of_one_reporter_are_one_source() -> None:
    (found,) = support(told(TYPES, *TWO, bylines=("秦望舒",))).values()
    assert found.sources.independent == 1


def test_sums_of_two_counted_sets_do_not_contradict() -> None:
    first = Says("云溪水厂谋划重点项目291个，总投资1043亿元。", value=("云溪水厂", "total_investment", "1043亿元"), counted="重点项目291个")
    second = Says(
        "云溪水厂谋划专项债项目17个，总投资123亿元。", value=("云溪水厂", "total_investment", "123亿元"), counted="专项债项目17个"
    )
    assert contradictions(told(TYPES, (first,), (second,))) == ()


def test_what_two_words_measure_does_not_contradict() -> None:
    one = Says("云溪水厂占地420亩。", value=("云溪水厂", "area", "420亩"))
    other = Says("云溪水厂绿化面积30亩。", value=("云溪水厂", "area", "30亩"))
    assert contradictions(told(TYPES, (one,), (other,))) == ()


def test_nothing_is_compared_over_unknown_years() -> None:
    said = [(Says(f"云溪水厂总投资{v}。", value=("云溪水厂", "total_investment", v)),) for v in ("12亿元", "15亿元")]
    assert [len(contradictions(told(TYPES, *said, date=date))) for date in ("2021-03-04", "03-04", None)] == [1, 0, 0]


def test_sums_of_a_company_are_of_several_things() -> None:
    said = [(Says(f"禾晟建设中标金额{v}。", value=("禾晟建设", "contract_amount", v)),) for v in ("12亿元", "15亿元")]
    assert contradictions(told(TYPES, *said)) == ()


def sums(*values: str) -> list[tuple[str, str]]:
    corpus = told(TYPES, *((Says(f"云溪水厂总投资{v}。", value=("云溪水厂", "total_investment", v)),) for v in values))
    return [(c.why, c.predicate) for c in contradictions(corpus)]


def test_different_sums_stand_side_by_side() -> None:
    assert sums("12亿元", "15亿元") == [("value", "total_investment")]


def test_rounded_sums_do_not_contradict() -> None:
    assert sums("12亿元", "约12.6亿元", "120000万元") == []


def test_what_is_said_to_have_begun_and_not_begun_contradicts() -> None:
    corpus = told(
        TYPES,
        (Says("云溪水厂尚未开工。", value=("云溪水厂", "status", "尚未开工")),),
        (Says("云溪水厂已开工。", value=("云溪水厂", "status", "开工")),),
    )
    assert [c.why for c in contradictions(corpus)] == ["state"]


def test_two_holders_of_one_post_contradict_only_if_it_is_held_by_one() -> None:
    corpus = told(TYPES, (Says("秦望舒、佟书在青桐局。", claims=(("秦望舒", "holds_post", "青桐局"), ("佟书", "holds_post", "青桐局"))),))
    assert contradictions(corpus) == ()


def test_event_told_by_two_articles_is_linked() -> None:
    first = (Says("秦望舒会见佟书。", event=("talks", {"秦望舒": "host", "佟书": "guest"})),)
    second = (Says("佟书昨日与秦望舒座谈，栗原参加。", event=("meeting", {"秦望舒": "host", "佟书": "guest", "栗原": "attendee"})),)
    assert [len(s.events) for s in same_events(told(TYPES, first, second))] == [2]


def test_events_of_one_article_are_never_one() -> None:
    twice = (
        Says("秦望舒会见佟书。", event=("talks", {"秦望舒": "host", "佟书": "guest"})),
        Says("佟书又会见秦望舒。", event=("talks", {"秦望舒": "guest", "佟书": "host"})),
    )
    assert same_events(told(TYPES, twice)) == ()
