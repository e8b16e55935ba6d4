"""Which statements cannot all hold: the same measure of the same thing at the same time, told in two ways.

Nothing is compared over unknown years: articles without a year are of one time only if they stand on one page. Nor are sums of two
counted sets (1043亿元 of 291 projects, 123.7亿元 of 17), a total and what is built of it, or what two years say.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, permutations, product

from kg.graph.accounts.support import Statement, Support, support
from kg.lexicon import words
from kg.model import Article, Claim, Corpus
from kg.values.dates import agree, iso
from kg.values.progress import NOT_YET
from kg.values.quantities import Quantity, read

ONE_VALUE = ("total_investment", "area", "floor_area", "capacity", "contract_amount")
"""Keys of which a thing has one value at a time; what has been spent, made or counted so far may differ from day to day."""
SIZED = ("project", "facility", "zone")
"""Types of things that have one total, area or capacity; a company has many contracts, a city many projects."""
ONE_DAY = ("start", "completion")
NEGATION = re.compile(f"^(?:{NOT_YET})")
TOLERANCE = 0.05
VAGUE = 0.2
MEASURE = re.compile("(?P<words>[\u4e00-\u9fff]{2,8}?)(?:约为?|近|逾|超过?|达到?|高达|共计?|为|至|到|了|有|可|能|:|：)*$")
VAGUE_WORDS = re.compile("总|设计|规划|计划|预计|概算|估算|项目|工程")
WIDTH = 4
"""Characters at the end of the words before a value that say what is measured: 建筑面积, 主变容量."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Statements that cannot all hold, each with its support, and why: "value", "date", "state", "holder" or "denied"."""

    why: str
    subject: str
    predicate: str
    sides: tuple[Support, ...]


def contradictions(corpus: Corpus, first: Mapping[str, str] | None = None) -> tuple[Contradiction, ...]:
    """Return the statements that contradict each other, in the order of the corpus; ``first`` as in ``support``."""
    known = tuple(support(corpus, first).values())
    articles = {r.article.id: r.article for r in corpus.readings}
    return (
        *unequal_values(corpus, known, articles),
        *unequal_days(known, articles),
        *unequal_states(known, articles),
        *two_holders(known, articles),
        *(Contradiction("denied", s.statement.subject, s.statement.predicate, (s,)) for s in known if s.denied_by),
    )


def clash(why: str, key: tuple[str, str], sides: Iterable[Support], pairs: Iterable[tuple[Support, Support]]) -> Iterator[Contradiction]:
    """Yield one contradiction of the sides that stand in one of the pairs, if there is one."""
    told = {side.statement for pair in pairs for side in pair}
    if told:
        yield Contradiction(why, *key, tuple(side for side in sides if side.statement in told))


def grouped(known: Iterable[Support], predicates: Iterable[str]) -> dict[tuple[str, str], list[Support]]:
    """Return the supports of each subject and predicate, those with more than one value only."""
    found: dict[tuple[str, str], list[Support]] = defaultdict(list)
    for one in known:
        if one.statement.predicate in predicates and one.statement.value:
            found[one.statement.subject, one.statement.predicate].append(one)
    return {key: sides for key, sides in found.items() if len(sides) > 1}


def unequal_values(corpus: Corpus, known: Iterable[Support], articles: Mapping[str, Article]) -> Iterator[Contradiction]:
    """Yield sums and sizes of one thing that differ by more than their printed precision: 总投资12亿元 against 15亿元."""
    types = {entity.id: entity.type for entity in corpus.entities}
    for key, sides in grouped(known, ONE_VALUE).items():
        if types[key[0]] in SIZED:
            pairs = (
                (a, b)
                for a, b in combinations(sides, 2)
                if a.statement.counted is None and b.statement.counted is None
                if differ(read(a.statement.value or ""), read(b.statement.value or "")) and comparable(a, b, articles)
            )
            yield from clash("value", key, sides, pairs)


def comparable(one: Support, other: Support, articles: Mapping[str, Article]) -> bool:
    """Whether two statements measure the same at the same time in some pair of their claims."""
    return any(same_year(articles[a.article], articles[b.article]) and same_measure(a, b) for a, b in product(one.claims, other.claims))


def same_year(one: Article, other: Article) -> bool:
    """Whether two articles are of one page or of one known year."""
    years = {(article.date or article.page.date or "")[:4] for article in (one, other)}
    return one.page.id == other.page.id or (len(years) == 1 and years.pop().isdigit())


def same_measure(one: Claim, other: Claim) -> bool:
    """Whether the words before two values say that one thing was measured: 占地 and 占地, not 占地 and 规划面积."""
    left, right = measure_of(one), measure_of(other)
    return not left or not right or left == right


def measure_of(claim: Claim) -> str:
    """Return what a value is of by the words before it, without 总, 设计 and the like; "" if the quote does not show it."""
    if claim.predicate in ("total_investment", "contract_amount"):
        return ""
    before = re.split("[，,。；;、…]", claim.evidence.quote.partition(claim.value or "")[0])[-1]
    found = MEASURE.search(before)
    return VAGUE_WORDS.sub("", found["words"])[-WIDTH:] if found else ""


def differ(left: Quantity | None, right: Quantity | None) -> bool:
    """Whether two quantities of one unit differ; 约, 余 and 多 allow more than a bare number, other units are not compared."""
    if left is None or right is None or left.base != right.base:
        return False
    allowed = VAGUE if left.approximate or right.approximate else TOLERANCE
    return bool(abs(left.number - right.number) > max(left.number, right.number) * type(left.number)(str(allowed)))


def unequal_days(known: Iterable[Support], articles: Mapping[str, Article]) -> Iterator[Contradiction]:
    """Yield starts and completions of one thing on days that cannot be one: 2021年3月开工 against 2022年9月."""
    for key, sides in grouped(known, ONE_DAY).items():
        pairs = (
            (a, b)
            for a, b in combinations(sides, 2)
            if all(days_differ(day_of(one, articles), day_of(two, articles)) for one, two in product(a.claims, b.claims))
        )
        yield from clash("date", key, sides, pairs)


def day_of(claim: Claim, articles: Mapping[str, Article]) -> str | None:
    """Return the ISO prefix of a printed start or completion."""
    article = articles[claim.article]
    return iso(claim.value or "", article.date, article.page.date)


def days_differ(left: str | None, right: str | None) -> bool:
    """Whether two days are known with their years and cannot be one."""
    return has_year(left) and has_year(right) and not agree(left, right)


def has_year(day: str | None) -> bool:
    """Whether an ISO prefix begins with a year."""
    return bool(day and re.match(r"\d{4}", day))


def same_day(one: Article, other: Article, precision: int = 10) -> bool:
    """Whether two articles report on one day (``precision`` 10) or month (7): on one page the year need not be known."""
    left, right = one.date, other.date
    if one.page.id != other.page.id and not (has_year(left) and has_year(right)):
        return False
    return not left or not right or agree(up_to(left, precision), up_to(right, precision))


def up_to(day: str, precision: int) -> str:
    """Return a day cut to ``precision`` characters of an ISO date; one without a year is cut as if it had one."""
    return day[: precision if has_year(day) else precision - len("2021-")]


def unequal_states(known: Iterable[Support], articles: Mapping[str, Article]) -> Iterator[Contradiction]:
    """Yield what articles of one day say of a thing and deny of it: 尚未开工 against 开工; a later day may have changed it."""
    for (subject, predicate), sides in grouped(known, ("status",)).items():
        for one, other in permutations(sides, 2):
            verb = NEGATION.sub("", one.statement.value or "")
            words = other.statement.value or ""
            if verb == one.statement.value or NEGATION.match(words) or not (verb in words or words in verb):
                continue
            if any(same_day(articles[a], articles[b]) for a in one.articles for b in other.articles):
                yield Contradiction("state", subject, predicate, (one, other))


def two_holders(known: Iterable[Support], articles: Mapping[str, Article]) -> Iterator[Contradiction]:
    """Yield posts of one holder that two people are said to hold by articles of one month."""
    posts: dict[tuple[str, str], list[Support]] = defaultdict(list)
    for one in known:
        post = one.statement
        if is_single_post(post) and post.object and post.value and any(claim.status == "stated" for claim in one.claims):
            posts[post.object, post.value].append(one)
    for (body, _), sides in posts.items():
        pairs = (
            (a, b)
            for a, b in combinations(sides, 2)
            if a.statement.subject != b.statement.subject
            if any(same_day(articles[one], articles[two], 7) for one in a.articles for two in b.articles)
        )
        yield from clash("holder", (body, "holds_post"), sides, pairs)


def is_single_post(said: Statement) -> bool:
    """Whether a statement gives somebody a post that one person holds at a time."""
    return said.predicate == "holds_post" and said.value in words("titles_single")
