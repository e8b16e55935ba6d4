"""What one page knows about its names while they are being completed: who was named before, and in what fuller form.

昱澄光伏（以下简称…）、该公司、一期项目 all need what stands before them; this module remembers it and answers
``nearest`` (the last name of a kind before a place of the article) and ``fuller`` (the fullest form on the page).
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import pairwise

from kg import ontology
from kg.lexicon import ordered
from kg.model import Article, Locality, Mention, Reading
from kg.names import places
from kg.names.aliases import STATED
from kg.names.anatomy import leading_place, unwrap
from kg.names.holding import Holding
from kg.names.short import is_short_form, same_zone, zone_parts
from kg.names.vocabulary import ordinary_words

FORMER = re.compile(
    r"^(?:[，,]?(?:的)?(?:其)?(?:前身(?:是|为)|原名(?:叫|为)?|原称|曾用名|旧称|于?[0-9０-９年月日]*(?:正式)?(?:由[^，。]{0,6})?(?:更名|改名|改称|改制|变更|更改)(?:为|成)))[“\"]?$"
)
JOINERS = ("", "、", "和", "及", "与", "以及", "，", "暨", "；", "或", "同", "会同", "联合", "，以及")
BETWEEN = 3
"""Characters of the longest of JOINERS, and of what stands between 该公司 and what it has (新建的)."""


@dataclass(frozen=True, slots=True)
class Filed:
    """A mention with the name it is filed under; ``notes`` say what was assumed on the way."""

    mention: Mention
    page: str
    name: str
    notes: tuple[str, ...] = ()

    @property
    def type(self) -> str:
        return self.mention.type


@cache
def common_words() -> re.Pattern[str]:
    """Return the pattern of a run of words that carry no brand: 智能电梯, 生物医药."""
    listed = {w for name in ("link_common", "trades") for w in ordered(name)}
    return re.compile("(?:" + "|".join(re.escape(w) for w in sorted(listed, key=lambda w: (-len(w), w))) + "|[和与及、])+")


def is_common(text: str) -> bool:
    """Whether a text is made of common words of trade alone, so that it is nobody's own name."""
    return bool(text) and common_words().fullmatch(text) is not None


@lru_cache(maxsize=1 << 16)
def opens_ordinary(text: str) -> bool:
    """Whether a text opens with an ordinary word: 消失模铸造生产线, but not 沐岑电气喷漆生产线."""
    return any(text[:size] in ordinary_words() for size in (2, 3, 4))


class PageNames:
    """The names of one page; filled article by article, in reading order."""

    def __init__(self, readings: Sequence[Reading], locality: Locality) -> None:
        self.locality = locality
        self.readings = readings
        self.printed: dict[str, dict[str, int]] = {}
        self.aliases: dict[str, dict[tuple[str, str], str]] = {}
        for reading in readings:
            self.aliases[reading.article.id] = dict(stated_aliases(reading))
            for mention in reading.mentions:
                if mention.is_name and len(mention.surface) > 1:
                    names = self.printed.setdefault(mention.type, {})
                    name = given_name(mention)
                    names[name] = names.get(name, 0) + 1
        self._lines = "".join(f"{name}\n" for names in self.printed.values() for name in names)
        self._stated: dict[tuple[str, str], list[str]] = {}
        for aliases in self.aliases.values():
            for short, full in aliases.items():
                self._stated.setdefault(short, []).append(full)
        self._fuller: dict[tuple[str, str, str], str] = {}
        self._chains: dict[str, str] = {}
        self._holding: dict[str, Holding[str]] = {}

    def opens(self, type_: str, name: str) -> Iterator[str]:
        """Yield the printed names of a type that a name opens with, longest first, itself if it is printed."""
        printed = self.printed.get(type_, {})
        yield from (name[:end] for end in range(len(name), 0, -1) if name[:end] in printed)

    def fuller(self, name: str, type_: str, article: str) -> str:
        """Return the fullest form of a name that the article or page prints: a stated alias, else the one regular long form."""
        asked = (name, type_, article)
        if asked not in self._fuller:
            self._fuller[asked] = self._find_fuller(name, type_, article)
        return self._fuller[asked]

    def chain(self, place: str) -> str:
        """Return a town or village with what the page prints before it (三仓镇 → 东台市三仓镇), as it is if that is nothing or several."""
        if place not in self._chains:
            found = set()
            for lead in self._before(place):
                if len(lead) > 1 and places.level(lead) is not None and places.known(leading_place(lead)[-6:] or lead):
                    found.add(lead + place)
            self._chains[place] = self._without_province(found.pop()) if len(found) == 1 else place
        return self._chains[place]

    def _before(self, place: str) -> Iterator[str]:
        """Yield what stands before a place in each printed name that holds it."""
        at = self._lines.find(place)
        while at >= 0:
            yield self._lines[self._lines.rfind("\n", 0, at) + 1 : at]
            at = self._lines.find(place, self._lines.find("\n", at))

    def _without_province(self, chain: str) -> str:
        """Return a chain without the page's own province: 山西隰县岑河镇 → 隰县岑河镇."""
        own = self.locality.province or places.province_of(self.locality.city) or ""
        short = next((head for head in (own, places.bare(own)) if head and chain.startswith(head)), "")
        rest = chain[len(short) :]
        return rest if short and len(rest) > 2 and places.known(leading_place(rest) or rest) else chain

    def _find_fuller(self, name: str, type_: str, article: str) -> str:
        here = self.aliases.get(article, {}).get((type_, name))
        if here:
            return here
        elsewhere = set(self._stated.get((type_, name), ()))
        if len(elsewhere) == 1:
            return elsewhere.pop()
        same = {name, *(level + name for level in "省市县区")}
        if type_ not in self._holding:
            self._holding[type_] = Holding(list(self.printed.get(type_, ())), str, type_)
        longer = [other for other in self._holding[type_].fulls(name) if other not in same and is_short_form(name, other, type_)]
        tops = (one for one in longer if not any(is_short_form(one, other, type_) for other in longer if other != one))
        first, second = next(tops, name), next(tops, None)
        return first if second is None else name


def given_name(mention: Mention) -> str:
    """Return a mention's name before any completion: the finder's, else the surface; wrapping marks and asides go."""
    return unwrap(STATED.sub("", mention.name or mention.surface))


def stated_aliases(reading: Reading) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield ((type, short), long) for 国家许昌经济技术开发区（以下简称开发区） and for A（前身是B）, A更名为B."""
    text = reading.article.text
    names = [m for m in reading.mentions if m.is_name]
    ending: dict[int, list[Mention]] = {}
    opening: dict[int, list[Mention]] = {}
    for name in names:
        ending.setdefault(name.end, []).append(name)
        opening.setdefault(name.start, []).append(name)
    for match in STATED.finditer(text):
        ended = ending.get(match.start())
        if ended:
            longest = max(ended, key=lambda m: (m.end - m.start, m.id))
            yield (longest.type, unwrap(match["short"])), given_name(longest)
    for one in names:
        for other in opening.get(one.end + 1, ()):
            if (
                other.type == one.type
                and text[one.end] in "（("
                and text[other.end : other.end + 1] in ("）", ")")
                and (other.surface.isascii() or one.type == "person")
            ):
                yield (one.type, given_name(other)), given_name(one)


def former_names(reading: Reading) -> Iterator[tuple[Mention, Mention, str]]:
    """Yield (one, other, words between) for a body and its former name: 沣原厂更名为沣原集团."""
    names = [m for m in reading.mentions if m.kind == "name" and m.type in ontology.organisations()]
    for one, other in pairwise(names):
        between = reading.article.text[one.end : other.start]
        if one.type == other.type and one.end <= other.start and FORMER.match(between):
            yield one, other, between


def nearness(filed: Filed) -> tuple[int, int, str]:
    """Order filed mentions by end, of those that end together the longer last."""
    return filed.mention.end, filed.mention.end - filed.mention.start, filed.mention.id


class ArticleNames:
    """What has been filed in one article so far."""

    def __init__(self, article: Article, page: PageNames) -> None:
        self.article = article
        self.page = page
        self.text = article.text
        here = merged(article.locality, page.locality)
        zone = self._own_zone(here.zone) if here.zone else None
        self.locality = replace(here, zone=page.fuller(zone, "zone", article.id)) if zone else here
        self.filed: list[Filed] = []
        self._by_end: list[Filed] = []
        self.by_id: dict[str, Filed] = {}
        self.zones: Counter[str] = Counter()
        """How often each zone has been filed."""

    def _own_zone(self, zone: str) -> str:
        """Return the zone that 区 means in this article: the page's, but another if the article prints that one alone.

        An article on the page of 大同高新区 names 大同经开区 and never 高新区: its 区纪工委 is 大同经开区纪工委.
        """
        printed = {given_name(m) for r in self.page.readings if r.article.id == self.article.id for m in r.mentions if m.type == "zone"}
        if any(name in zone or same_zone(name, zone) for name in printed):
            return zone
        others = {name for name in printed if zone_parts(name)[1]}
        return others.pop() if len(others) == 1 else zone

    @property
    def home(self) -> str | None:
        """The county or city of the page, used for bodies that every county or city has; not the county of a single article."""
        return self.page.locality.county or self.locality.city

    def add(self, filed: Filed) -> Filed:
        """Remember a filed mention."""
        self.filed.append(filed)
        insort(self._by_end, filed, key=nearness)
        self.by_id[filed.mention.id] = filed
        if filed.type == "zone":
            self.zones[filed.name] += 1
        return filed

    def fuller(self, name: str, type_: str) -> str:
        """Return the fullest form of a name known here."""
        return self.page.fuller(name, type_, self.article.id)

    def nearest(self, before: int, wanted: Callable[[Filed], bool], *, after: int = 0, within: int | None = None) -> Filed | None:
        """Return the last filed mention that ends at or before ``before`` and is wanted; None if there is none.

        It begins at ``after`` or later, and ends within so many characters of ``before``.
        """
        last = bisect_left(self._by_end, (before + 1, 0, ""), key=nearness)
        first = bisect_left(self._by_end, (after if within is None else before - within, 0, ""), key=nearness)
        return next((f for at in range(last - 1, first - 1, -1) if after <= (f := self._by_end[at]).mention.start and wanted(f)), None)

    def joined(self, mention: Mention) -> Filed | None:
        """Return the name that this one stands in one list with: 区住建局、财政局 → 区住建局."""
        return self.nearest(
            mention.start, lambda f: f.mention.is_name and self.text[f.mention.end : mention.start] in JOINERS, within=BETWEEN
        )

    def pointed(self, mention: Mention) -> Filed | None:
        """Return what an anaphor right before a name stands for: 该局执法稽查支队, 该公司新建的消失模铸造生产线."""
        found = self.nearest(mention.start, lambda f: f.mention.kind == "anaphor", within=BETWEEN)
        if found is None or not re.fullmatch(
            r"(?:(?:新建|自建|承建|所属|下属|旗下|在建|建设)?的|所属|下属)?", self.text[found.mention.end : mention.start]
        ):
            return None
        return found

    def around(self, mention: Mention) -> Filed | None:
        """Return the longer name of the same type that a mention stands inside."""
        around = [
            f
            for f in self._by_end[bisect_left(self._by_end, (mention.end, 0, ""), key=nearness) :]
            if f.type == mention.type
            and f.mention.is_name
            and f.mention.start <= mention.start
            and f.mention.end - f.mention.start > mention.end - mention.start
        ]
        return min(around, key=lambda f: (f.mention.start, -f.mention.end, f.mention.id), default=None)

    def subject(self, before: int, *types: str) -> Filed | None:
        """Return the first name of these types in the sentence before an offset: whom the sentence is about; no name inside another."""
        since = self.sentence_start(before)
        last = bisect_left(self._by_end, (before + 1, 0, ""), key=nearness)
        here = [f for f in self._by_end[bisect_left(self._by_end, (since, 0, ""), key=nearness) : last] if since <= f.mention.start]
        return min((f for f in here if f.type in types), key=lambda f: (f.mention.start, -f.mention.end), default=None)

    def sentence_start(self, offset: int) -> int:
        """Return where the sentence of this offset starts."""
        return max(self.text.rfind(mark, 0, offset) for mark in "。！？\n") + 1


def merged(first: Locality, second: Locality) -> Locality:
    """Return the article's locality with what only the page knows."""
    return replace(
        first,
        province=first.province or second.province or places.province_of(first.city or second.city),
        city=first.city or second.city,
        county=first.county or second.county,
        zone=first.zone or second.zone,
    )
