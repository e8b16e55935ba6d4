"""What the network reads becomes claims with evidence, beside those of the rules; the network here is a table."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from kg.extract.draft import Draft
from kg.extract.learned.facts import find_facts
from kg.extract.learned.references import find_references
from kg.extract.learned.values import is_within
from kg.reading import Node, NodeLinks, ReadSpan
from tests.extract import naming

TEXT = "云岭市水务局局长陈望山到青河水务有限公司调研。公司投资3.2亿元建设青河二水厂。"
NAMES = {"云岭市水务局": "agency", "陈望山": "person", "青河水务有限公司": "company", "青河二水厂": "project"}


class Table:
    """A sight that says what a test gives it, by the characters of the spans; ``reach`` is how far it reads at once."""

    reach = 1000

    def __init__(
        self, text: str, spans: dict[str, str], links: dict[tuple[str, str, str], float], events: dict[str, str] | None = None
    ) -> None:
        self.text, self.links, self.events = text, links, events or {}
        self.spans = tuple(ReadSpan(text.index(s), text.index(s) + len(s), kind, 0.9) for s, kind in spans.items())

    def probability(self, start: int, end: int, kind: str) -> float:
        return next((s.probability for s in self.spans if (s.start, s.end, s.kind) == (start, end, kind)), 0.0)

    def is_together(self, start: int, end: int) -> bool:
        return end - start <= self.reach

    def link(self, nodes: Sequence[Node]) -> NodeLinks:
        at = {self.text[n.start : n.end]: i for i, n in enumerate(nodes)}
        pairs: dict[tuple[int, int], dict[str, float]] = {}
        for (left, label, right), chance in self.links.items():
            if left in at and right in at:
                pairs.setdefault((at[left], at[right]), {})[label] = chance
        events = {at[s]: {role: 0.95} for s, role in self.events.items() if s in at}
        return NodeLinks(pairs, {}, {}, events, {i: {"inspection": 0.9, "meeting": 0.1} for i in events}, {})


def draft_of(values: dict[str, str], links: dict[tuple[str, str, str], float], events: dict[str, str] | None = None) -> Draft:
    draft = naming.draft(TEXT)
    for name, type_ in NAMES.items():
        start = draft.text.index(name)
        draft.name(start, start + len(name), type_, "test")
    draft.sight = Table(draft.text, values, links, events)
    return draft


def said(draft: Draft) -> set[tuple[str, str, str | None]]:
    name = {m.id: m.surface for m in draft.mentions}
    return {(name[c.subject], c.predicate, name[c.object] if c.object else c.value) for c in draft.claims}


def test_a_probable_link_is_a_claim_with_its_clause() -> None:
    draft = draft_of({}, {("青河水务有限公司", "undertakes", "青河二水厂"): 0.9, ("云岭市水务局", "oversees", "青河二水厂"): 0.2})
    find_facts(draft)
    assert said(draft) == {("青河水务有限公司", "undertakes", "青河二水厂")}
    (claim,) = draft.claims
    assert claim.rule == "learned:relations@1"
    assert claim.confidence == 0.9
    assert "青河水务有限公司" in claim.evidence.quote
    assert "青河二水厂" in claim.evidence.quote


def test_a_post_needs_its_title() -> None:
    post = {("陈望山", "holds_post", "云岭市水务局"): 0.9}
    bare = draft_of({}, post)
    find_facts(bare)
    assert bare.claims == []
    titled = draft_of({"局长": "title"}, {**post, ("局长", "title_of", "陈望山"): 0.9, ("局长", "title_at", "云岭市水务局"): 0.9})
    find_facts(titled)
    assert [dict(c.qualifiers) for c in titled.claims] == [{"title": "局长"}]


def test_ends_that_the_ontology_forbids_are_no_claim() -> None:
    draft = draft_of({}, {("陈望山", "undertakes", "青河二水厂"): 0.9})
    find_facts(draft)
    assert draft.claims == []


def test_a_relation_of_the_rules_in_which_the_network_sees_nothing_is_rejected() -> None:
    draft = draft_of({}, {("青河水务有限公司", "undertakes", "青河二水厂"): 0.3})
    mention = {m.surface: m for m in draft.mentions}
    for subject in ("青河水务有限公司", "云岭市水务局"):
        draft.claim(mention[subject], "undertakes", mention["青河二水厂"], [(0, 20)], "a rule")
    find_facts(draft)
    assert said(draft) == {("青河水务有限公司", "undertakes", "青河二水厂")}
    assert [r.reason for r in draft.rejected] == ["a rule: the network sees no such relation"]


def test_what_the_network_has_not_read_together_it_cannot_doubt() -> None:
    draft = draft_of({}, {})
    draft.sight.reach = 12  # type: ignore[union-attr]
    mention = {m.surface: m for m in draft.mentions}
    for subject in ("青河水务有限公司", "云岭市水务局"):
        draft.claim(mention[subject], "undertakes", mention["青河二水厂"], [(0, 20)], "a rule")
    find_facts(draft)
    assert said(draft) == {(s, "undertakes", "青河二水厂") for s in ("青河水务有限公司", "云岭市水务局")}


def test_the_same_the_other_way_round_is_not_said_too() -> None:
    both = {("青河水务有限公司", "supplies", "云岭市水务局"): 0.8, ("云岭市水务局", "supplies", "青河水务有限公司"): 0.7}
    draft = draft_of({}, both)
    find_facts(draft)
    assert said(draft) == {("青河水务有限公司", "supplies", "云岭市水务局")}


def test_who_builds_works_does_not_take_part_in_them_besides() -> None:
    both = {("青河水务有限公司", "undertakes", "青河二水厂"): 0.9, ("青河水务有限公司", "participates_in", "青河二水厂"): 0.95}
    draft = draft_of({}, both)
    find_facts(draft)
    assert ("青河水务有限公司", "undertakes", "青河二水厂") in said(draft)
    alone = draft_of({}, {("云岭市水务局", "participates_in", "青河二水厂"): 0.95})
    find_facts(alone)
    assert said(alone) == {("云岭市水务局", "participates_in", "青河二水厂")}


def test_who_is_paid_for_a_service_does_not_help_besides() -> None:
    both = {("青河水务有限公司", "supplies", "云岭市水务局"): 0.8, ("青河水务有限公司", "assists", "云岭市水务局"): 0.9}
    draft = draft_of({}, both)
    mention = {m.surface: m for m in draft.mentions}
    draft.claim(mention["青河水务有限公司"], "supplies", mention["云岭市水务局"], [(0, 20)], "a rule")
    find_facts(draft)
    assert said(draft) == {("青河水务有限公司", "supplies", "云岭市水务局")}
    alone = draft_of({}, {("青河水务有限公司", "assists", "云岭市水务局"): 0.9})
    find_facts(alone)
    assert said(alone) == {("青河水务有限公司", "assists", "云岭市水务局")}


def test_what_the_words_rule_out_is_rejected_with_the_reason() -> None:
    draft = draft_of({}, {("云岭市水务局", "undertakes", "青河水务有限公司"): 0.9, ("青河水务有限公司", "invests_in", "青河二水厂"): 0.9})
    find_facts(draft)
    assert said(draft) == {("青河水务有限公司", "invests_in", "青河二水厂")}
    heard = naming.draft("记者从云岭市水务局获悉，陈望山入选名单。")
    for name in ("云岭市水务局", "陈望山"):
        heard.name(heard.text.index(name), heard.text.index(name) + len(name), NAMES[name], "test")
    heard.sight = Table(heard.text, {}, {("陈望山", "recognised_by", "云岭市水务局"): 0.9})
    find_facts(heard)
    assert said(heard) == set()
    assert [r.reason for r in heard.rejected] == ["another gave it, or it was only heard there"]


def test_a_value_that_the_rules_have_found_gets_no_second_owner() -> None:
    links = {("3.2亿元", "total_investment", "青河水务有限公司"): 0.9, ("3.2亿元", "total_investment", "青河二水厂"): 0.5}
    fresh, known = draft_of({"3.2亿元": "money"}, links), draft_of({"3.2亿元": "money"}, links)
    find_facts(fresh)
    assert said(fresh) == {("青河水务有限公司", "total_investment", "3.2亿元")}
    owner = next(m for m in known.mentions if m.surface == "青河二水厂")
    known.claim(owner, "total_investment", None, [(24, 40)], "a rule", value="3.2亿元")
    find_facts(known)
    assert said(known) == {("青河二水厂", "total_investment", "3.2亿元")}


@pytest.mark.parametrize(("chance", "owner"), [(0.9, "青河二水厂"), (0.3, "云岭市水务局")])
def test_a_value_goes_to_the_owner_of_whom_the_network_is_sure(chance: float, owner: str) -> None:
    draft = draft_of({"3.2亿元": "money"}, {("3.2亿元", "total_investment", "青河二水厂"): chance})
    wrong = next(m for m in draft.mentions if m.surface == "云岭市水务局")
    draft.claim(wrong, "total_investment", None, [(24, 40)], "a rule", value="3.2亿元")
    find_facts(draft)
    assert said(draft) == {(owner, "total_investment", "3.2亿元")}


def test_a_value_stays_with_an_owner_who_is_as_probable() -> None:
    links = {("3.2亿元", "total_investment", "青河二水厂"): 0.8, ("3.2亿元", "total_investment", "青河水务有限公司"): 0.5}
    draft = draft_of({"3.2亿元": "money"}, links)
    own = next(m for m in draft.mentions if m.surface == "青河水务有限公司")
    draft.claim(own, "total_investment", None, [(24, 40)], "a rule", value="3.2亿元")
    find_facts(draft)
    assert ("青河水务有限公司", "total_investment", "3.2亿元") in said(draft)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("800亩", "约800亩", True), ("2亿元", "12亿元", False), ("万吨", "3万吨", False), ("6亿立方米", "6亿立方米/年", True)],
)
def test_a_value_is_not_found_inside_another_number(one: str, other: str, same: bool) -> None:
    assert is_within(one, other) is same
    assert is_within(other, one) is same


@pytest.mark.parametrize(("chance", "found"), [(0.9, ["青河水务有限公司"]), (0.2, [])])
def test_a_reference_stands_where_its_antecedent_is_sure(chance: float, found: list[str]) -> None:
    draft = draft_of({}, {})
    at = draft.text.index("公司投资")
    sight = Table(draft.text, {}, {})
    sight.spans = (ReadSpan(at, at + 2, "~company", 0.9),)
    sight.link = lambda nodes: NodeLinks({(len(nodes) - 1, 2): {"same": chance}})  # type: ignore[method-assign]
    draft.sight = sight
    find_references(draft)
    assert [draft.mention(m.antecedent).surface for m in draft.mentions if m.antecedent] == found


def test_a_name_that_is_only_a_noun_is_read_as_a_reference() -> None:
    draft = naming.draft("青河水务集团有限公司开会，集团公司工会到会，集团公司投资二水厂。")
    draft.name(0, 10, "company", "test")
    at = draft.text.rindex("集团公司")
    sight = Table(draft.text, {}, {})
    sight.spans = (ReadSpan(at, at + 4, "company", 0.9),)
    sight.link = lambda nodes: NodeLinks({(len(nodes) - 1, 0): {"same": 0.9}})  # type: ignore[method-assign]
    draft.sight = sight
    find_references(draft)
    assert [(m.surface, draft.mention(m.antecedent).surface) for m in draft.mentions if m.antecedent] == [
        ("集团公司", "青河水务集团有限公司")
    ]


def test_without_a_network_nothing_is_done() -> None:
    draft = draft_of({}, {})
    draft.sight = None
    find_facts(draft)
    find_references(draft)
    assert draft.claims == []
    assert len(draft.mentions) == len(NAMES)


def test_what_is_as_true_the_other_way_round_is_said_once() -> None:
    draft = draft_of({}, {("青河水务有限公司", "cooperates_with", "云岭市水务局"): 0.9})
    mention = {m.surface: m for m in draft.mentions}
    draft.claim(mention["云岭市水务局"], "cooperates_with", mention["青河水务有限公司"], [(0, 20)], "a rule")
    find_facts(draft)
    assert [c.rule for c in draft.claims] == ["a rule"]


def test_a_rule_that_needs_no_network_is_not_doubted() -> None:
    draft = draft_of({}, {})
    mention = {m.surface: m for m in draft.mentions}
    draft.claim(mention["陈望山"], "holds_post", mention["云岭市水务局"], [(0, 20)], "post-place", qualifiers={"title": "局长"})
    find_facts(draft)
    assert [c.rule for c in draft.claims] == ["post-place"]


@pytest.mark.parametrize(("chance", "count"), [(0.55, 0), (0.65, 1)])
def test_works_need_a_sure_network(chance: float, count: int) -> None:
    draft = draft_of({}, {("青河水务有限公司", "undertakes", "青河二水厂"): chance})
    find_facts(draft)
    assert len(draft.claims) == count


def test_a_value_that_the_words_beside_it_rule_out_is_rejected() -> None:
    draft = draft_of({"3.2亿元": "money"}, {("3.2亿元", "completed_investment", "青河二水厂"): 0.9})
    find_facts(draft)
    assert draft.claims == []
    assert [r.reason for r in draft.rejected] == ["the words beside it say total_investment"]


@pytest.mark.parametrize(("title", "read", "count"), [("水务局局长", "局长", 1), ("局长", "水务局局长", 1), ("党组书记", "局长", 2)])
def test_a_post_with_or_without_its_bodys_last_word_is_told_once(title: str, read: str, count: int) -> None:
    links = {("陈望山", "holds_post", "云岭市水务局"): 0.9, (read, "title_of", "陈望山"): 0.9, (read, "title_at", "云岭市水务局"): 0.9}
    draft = draft_of({read: "title"}, links)
    mention = {m.surface: m for m in draft.mentions}
    draft.claim(mention["陈望山"], "holds_post", mention["云岭市水务局"], [(0, 12)], "post-chain", qualifiers={"title": title})
    find_facts(draft)
    assert len(draft.claims) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("青河县水务局就《青河供水条例》听取用户意见。", 0),
        ("青河县水务局召开《青河供水条例》专题会议。", 0),
        ("青河县水务局发布《青河供水条例》，听取用户意见。", 1),
    ],
)
def test_who_only_hears_or_meets_on_a_programme_does_not_run_it(text: str, count: int) -> None:
    draft = naming.draft(text)
    for name, type_ in (("青河县水务局", "agency"), ("青河供水条例", "programme")):
        draft.name(draft.text.index(name), draft.text.index(name) + len(name), type_, "test")
    draft.sight = Table(draft.text, {}, {("青河县水务局", "runs", "青河供水条例"): 0.9})
    find_facts(draft)
    assert len(draft.claims) == count


def test_a_place_before_its_own_head_is_not_pointed_at_again() -> None:
    draft = naming.draft("青河县县长陈望山到会，县长讲话。")
    draft.name(0, 3, "place", "test")
    sight = Table(draft.text, {}, {})
    sight.spans = tuple(ReadSpan(at, at + 1, "~place", 0.9) for at in (3, 11))
    sight.link = lambda nodes: NodeLinks({(n, 0): {"same": 0.9} for n in range(1, len(nodes))})  # type: ignore[method-assign]
    draft.sight = sight
    find_references(draft)
    assert [m.start for m in draft.mentions if m.antecedent] == [11]
