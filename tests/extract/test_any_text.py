"""No text makes a finder raise: scraps of newspaper language, marks out of place, Latin letters, bare control characters, in any order.

The scraps are what the rules look for (their examples' words, titles, cues, dates), so that the finders have much to find; the
mentions are what the finders of names make of them, and in a second test lie at random.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from kg.extract.anaphora.find import find_anaphors
from kg.extract.attributes.find import find_attributes
from kg.extract.draft import Draft
from kg.extract.events.find import find_events
from kg.extract.examples import LETTERS
from kg.extract.mentions.find import find_names
from kg.extract.posts.find import find_posts
from kg.extract.relations.find import find_relations
from kg.extract.rules import name_rules, rulebook
from kg.model import BREAK, Article, Locality, Page, Section
from kg.proposals import read_drafts

FINDERS = (find_anaphors, find_posts, find_relations, find_attributes, find_events)
MARKED = re.compile(r"〔[A-Z]([^〔〕=<]+)[^〔〕]*〕|[〔〕#¶\[\]]|=> .*")
WORDS = sorted(
    {
        scrap
        for rule in (*rulebook(), *name_rules())
        for text in (rule.example, rule.counter)
        for scrap in re.findall(r"[^，。、；：“”\s]{1,12}[，。、；：“”]?", MARKED.sub(lambda m: m[1] or "", text))
    }
)
"""What the rules' own examples say, cut at their marks."""
MARKS = [*"，。、；：！？“”‘’（）()《》〈〉【】「」[]{}—…·~%％-+/\\<>&'\"|", "……", "\n", BREAK * 2]
STRANGE = [
    "A",
    "ABC有限公司",
    "x" * 30,
    "５G",
    "0",
    "3.5",
    "1,000,000",
    "２０２１年13月45日",
    "零",
    "\x00",
    "\x1f",
    "\u200b",
    "\ufeff",
    "\U00020000",
    "é",
    "🙂",
    " ",
]
NAMES = [
    "王",
    "欧阳",
    "张三丰",
    "张三丰张三丰",
    "某",
    "市长",
    "市委",
    "县",
    "公司",
    "集团",
    "项目",
    "工程",
    "高新区",
    "管委会",
    "该公司",
    "双方",
    "其",
]

scraps = st.one_of(st.sampled_from(WORDS), st.sampled_from(MARKS), st.sampled_from(STRANGE), st.sampled_from(NAMES))
texts = st.one_of(
    st.lists(scraps, min_size=1, max_size=40).map("".join),
    st.text(min_size=1, max_size=60),
    st.text(st.characters(codec="gb18030"), min_size=1, max_size=60),
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(lambda found: "".join(found) * 6),
)
headlines = st.one_of(st.just(""), st.lists(scraps, max_size=6).map("".join))


def draft(body: str, headline: str = "", number: int = 0) -> Draft:
    """A draft as ``kg.text`` would make it of any text: no white space but BREAKs."""
    lines = [("headline", headline), ("body", body)]
    sections, text = [], ""
    for kind, part in lines:
        kept = "".join(c if c == BREAK else "" if c.isspace() else c for c in part)
        if kept or kind == "body":
            sections.append(Section(kind, len(text), len(text) + len(kept) + 1))
            text += kept + BREAK
    offsets = tuple(-1 if c == BREAK else at for at, c in enumerate(text))
    locality = Locality("云岭省", "云岭市")
    return Draft(
        Article(f"p-a{number}", Page("p", "any.txt", text), number, text, offsets, tuple(sections), headline or None, locality=locality)
    )


def find_facts(drafts: Sequence[Draft]) -> None:
    for made in drafts:
        for find in FINDERS:
            find(made)
        made.freeze()


@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(texts, headlines), min_size=1, max_size=2))
@example([("公", "")])
@example([("A", ""), ("“", "》")])
def test_no_finder_raises_on_any_text(articles: list[tuple[str, str]]) -> None:
    drafts = [draft(body, headline, number) for number, (body, headline) in enumerate(articles)]
    find_names(drafts, read_drafts(drafts))
    find_facts(drafts)


@settings(max_examples=150, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.one_of(scraps, st.tuples(st.sampled_from(sorted(LETTERS.values())), st.sampled_from([*NAMES, *STRANGE, "甲公司"]))), max_size=40
    ),
    headlines,
)
def test_no_finder_raises_whatever_is_named(parts: list[str | tuple[str, str]], headline: str) -> None:
    made = draft("".join(part if isinstance(part, str) else part[1] for part in parts), headline)
    at = 0
    for part in parts:
        name = part if isinstance(part, str) else part[1]
        found = made.text.find(name, at) if not isinstance(part, str) else -1
        if found >= 0 and name.strip():
            made.name(found, found + len(name), part[0], "any")
            at = found + len(name)
    find_facts([made])


@pytest.mark.parametrize(
    ("scrap", "length"),
    [
        ("长", 5000),
        ("云岭市市长王伟到甲公司调研", 5000),
        ("“", 5000),
        ("2021年3月", 5000),
        ("甲公司投资3亿元建设", 5000),
        ("（", 2000),
        ("王伟、", 1500),
        ("云岭市", 600),
    ],
)
def test_no_finder_raises_on_a_sentence_without_end(scrap: str, length: int) -> None:
    drafts = [draft(scrap * (length // len(scrap)))]
    find_names(drafts, read_drafts(drafts))
    find_facts(drafts)
