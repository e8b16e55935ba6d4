"""Whose 市 it is: the city, county, zone and province that a page and each article speak from, with the evidence.

It weighs names of divisions, mastheads and the zone that prints its own name bare; it knows no other place.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.model import Locality
from kg.names.aliases import stated
from kg.names.divisions import Division, counties, divisions, named, provinces, short
from kg.text.masthead import PAPER_KINDS

ZONE = r"(?:高新技术产业开发区|经济技术开发区|高新技术开发区|经济开发区|产业集聚区|高新区|经开区|示范区|开发区|新区)"
ACTS = r"(?:党工委|管委会|党政|召开|领导|应急|消防|经济发展局|人力|城市管理)"
BARE = re.compile(rf"(?<![\w])({ZONE}(?:[（(]{ZONE}[）)])?)|({ZONE}(?:[（(]{ZONE}[）)])?)(?={ACTS})")
"""A zone that prints its name without its city's: ``，高新区党工委书记…``."""

ALIAS = re.compile(rf"(?P<full>[\w（）()]{{4,24}}?(?:区|园)){stated(ZONE)}")
OWN_ZONE = re.compile(r"党工委|管委会")
OWN_DISTRICT = re.compile(r"(?:^|[^\w]|[，。、；：])(?:区委|区政府|区长|我区|区人大|区政协)|[，。、“]我区")
BODIES = re.compile(
    r"全区|该区|我区|区领导|区直|区(?:应急|财政|住建|卫健|教育|市场监|工会|消防|农业|自然资源|人力|城市|交通|发改|经济|科技|民政)"
)
LEAST, CLEAR = 2.5, 8.0
BRANDED = re.compile(r"(?<![\u4e00-\u9fff])(?=[\u4e00-\u9fff]{2,3}(?![市县区省州])[\u4e00-\u9fff（）]{2,12}?公司)")
OF_BRAND = 0.7
"""How much less a company's name that begins with a city (黄石电缆有限公司) tells of where a page is from: it sells everywhere."""
MASTHEAD = re.compile(rf"(?P<place>\w{{2,4}})(?:{'|'.join(PAPER_KINDS)})")


@dataclass
class Tally:
    """Points for a place and what gave them."""

    points: float = 0.0
    evidence: Counter[str] = field(default_factory=Counter)

    def add(self, points: float, why: str, times: float = 1) -> None:
        """Count a piece of evidence."""
        self.points += points
        self.evidence[why] += max(1, round(times))

    def words(self) -> tuple[str, ...]:
        """Return the evidence, most printed first."""
        return tuple(f"{why}×{n}" if n > 1 else why for why, n in sorted(self.evidence.items(), key=lambda e: (-e[1], e[0]))[:8])


def tally(text: str) -> tuple[dict[str, Tally], dict[tuple[str, str], Tally]]:
    """Return the points of every city and of every (city, county) that a squeezed text names.

    A name that several cities have (新华区) gives each its share.
    """
    cities: dict[str, Tally] = defaultdict(Tally)
    areas: dict[tuple[str, str], Tally] = defaultdict(Tally)
    brands = [match.start() for match in BRANDED.finditer(text)]
    for name, printed in sorted(named(text).items()):
        places = divisions()[name]
        times = printed - OF_BRAND * sum(text.startswith(name, at) for at in brands)
        share = 1 / len({place.city for place in places})
        for place in places:
            weigh(place, name, times, share, cities, areas)
    for match in MASTHEAD.finditer(text):
        for place in divisions().get(match["place"], ()):
            if place.level == "city" and place.city:
                cities[place.city].add(3.0, match[0])
    return cities, areas


def weigh(place: Division, name: str, times: float, share: float, cities: dict[str, Tally], areas: dict[tuple[str, str], Tally]) -> None:
    """Count a division named ``times`` times for its city and county; ``share`` is its part in a name that several cities have."""
    if not place.city:
        return
    is_full = name == place.name
    if place.level == "city":
        cities[place.city].add((2.0 if is_full else 1.0) * times * share, name, times)
    elif place.level == "county" and place.county:
        cities[place.city].add(share * (2 + 0.4 * times), name, times)
        areas[place.city, place.county].add(share * times * (1.0 if is_full else 0.7), name, times)
    elif place.level == "town" and share >= 0.3:
        cities[place.city].add(share * 1.0, name, times)
        if place.county:
            areas[place.city, place.county].add(share * 0.8, name, times)


MOST_OF_ONE, LEADERS = 6.0, 3
"""An article counts for a city by so many points at most; a page on which so many cities lead and none leads often is of none."""


def page_locality(text: str, texts: Sequence[str] = ()) -> Locality:
    """Return the locality of a whole page from its squeezed text; empty with confidence 0 when it names no place.

    ``texts`` are its articles: a city that one of them names often (a visit there) does not outweigh one that all name. A page that
    gathers news of many cities has none.
    """
    cities, areas = tally(text)
    if max((t.points for t in cities.values()), default=0.0) < LEAST:
        return unlisted(text)
    spread: Counter[str] = Counter()
    leaders: Counter[str] = Counter()
    for one in texts:
        points = {city: t.points for city, t in tally(one)[0].items()}
        spread.update({city: min(p, MOST_OF_ONE) for city, p in points.items()})
        if points and max(points.values()) >= LEAST:
            leaders[max(sorted(points), key=lambda city: points[city])] += 1
    if len(leaders) >= LEADERS + 1 and 3 * max(leaders.values()) <= leaders.total():
        return Locality()
    if len(texts) >= LEADERS:
        for city, found in cities.items():
            found.points = min(found.points, spread[city] + LEAST)
    ranked = sorted(cities.items(), key=lambda item: (-item[1].points, item[0]))
    city, best = ranked[0]
    if best.points < LEAST:
        return Locality()
    if own := instead(text, city):
        return own
    second = ranked[1][1].points if len(ranked) > 1 else 0.0
    confidence = round(best.points / (best.points + second + 2), 2)
    evidence = best.words()
    county = own_county(text, city, areas)
    lone = county_city(city, cities, areas)
    if lone:
        return Locality(provinces()[city], lone, None, own_zone(text, lone), confidence, (*areas[city, lone].words(), f"{city}: {lone}"))
    return Locality(provinces()[city], city, county, own_zone(text, city), confidence, evidence)


def instead(text: str, city: str) -> Locality | None:
    """Return the city that no list has and the page names again and again if it never names ``city``, which words like 矿区 gave."""
    own = unlisted(text) if short(city) not in text else Locality()
    return own if own.city else None


SPEAKS = re.compile(r"(?:我|本|全)市(?!场)|(?<![\u4e00-\u9fff])(?:副?市长|市(?:委|政府|人民政府|人大|政协))")
"""Words by which a page speaks from within a city."""
CALLED = re.compile(r"(?=([\u4e00-\u9fff]{2})市(?![场民值面价况]))")
PAPER = re.compile(rf"^\s*([\u4e00-\u9fff]{{2}})[\u4e00-\u9fff]{{0,4}}(?:{'|'.join(PAPER_KINDS)})", re.MULTILINE)
CALLED_TIMES, OF_PAPER, OWN, AHEAD = 2, 3, 6, 1.5


def unlisted(text: str) -> Locality:
    """Return as locality a city that no list has (a former one, 沙市市), but the page prints again and again and speaks from within."""
    if not SPEAKS.search(text):
        return Locality()
    points: Counter[str] = Counter()
    for match in CALLED.finditer(text):
        points[match[1]] += CALLED_TIMES
    for match in PAPER.finditer(text):
        points[match[1]] += OF_PAPER
    known = divisions()
    ranked = sorted(
        ((n + text.count(name), name) for name, n in points.items() if name not in known and f"{name}市" not in known), reverse=True
    )
    if not ranked or ranked[0][0] < OWN or (len(ranked) > 1 and ranked[0][0] < AHEAD * ranked[1][0]):
        return Locality()
    city = f"{ranked[0][1]}市"
    times = text.count(ranked[0][1])
    return Locality(None, city, None, own_zone(text, city), 0.5, (f"{ranked[0][1]}×{times}",))


def halves(texts: Sequence[str]) -> int:
    """Return from which article on a page of two papers speaks of another city than before it; 0 when it is of one.

    Each half must name its own city often and the other one seldom.
    """
    points = [Counter({city: t.points for city, t in tally(text)[0].items()}) for text in texts]
    left: Counter[str] = Counter()
    right: Counter[str] = sum(points, Counter())
    best, found = 1.3 * max(right.values(), default=0.0), 0
    for at, here in enumerate(points[:-1], 1):
        left, right = left + here, right - here
        if not left or not right:
            continue
        (one, mine), (other, theirs) = left.most_common(1)[0], right.most_common(1)[0]
        apart = one != other and min(mine, theirs) >= CLEAR and left[other] < 0.25 * mine and right[one] < 0.25 * theirs
        if apart and mine + theirs > best:
            best, found = mine + theirs, at
    return found


def county_city(city: str, cities: dict[str, Tally], areas: dict[tuple[str, str], Tally]) -> str | None:
    """Return the county-level city whose page this is: named far more than its prefecture and all its neighbours together."""
    inside = {county: t.points for (of, county), t in areas.items() if of == city}
    names = {short(city), city}
    prefecture = sum(times for why, times in cities[city].evidence.items() if why in names)
    for county, points in sorted(inside.items(), key=lambda item: (-item[1], item[0])):
        others = sum(p for other, p in inside.items() if other != county)
        if county.endswith("市") and points >= 3 and points > 2.5 * (prefecture + others):
            return county
        return None
    return None


def own_county(text: str, city: str, areas: dict[tuple[str, str], Tally]) -> str | None:
    """Return the county or district that bare 区 or 县 means on this page: the one it names, if bare titles there are."""
    for tail, titles in (("区", OWN_DISTRICT), ("县", re.compile(r"(?:^|[^\w])(?:县委|县政府|县长|我县|县人大|县政协)"))):
        if len(titles.findall(text)) < 2:
            continue
        ranked = sorted(((t.points, county) for (of, county), t in areas.items() if of == city and county.endswith(tail)), reverse=True)
        if ranked and (len(ranked) == 1 or ranked[0][0] > 1.5 * ranked[1][0]):
            return ranked[0][1]
    return None


def own_zone(text: str, city: str | None) -> str | None:
    """Return the zone that prints its own name bare on this page (``高新区党工委书记``), named with its city; None if none does.

    ``平顶山高新区`` if the page prints it so anywhere, else the city and the name as printed (焦作市示范区（高新区）).
    """
    bare: Counter[str] = Counter(a or b for a, b in BARE.findall(text))
    if not bare or not OWN_ZONE.search(text) or len(BODIES.findall(text)) < 2:
        return None
    aliases = {match["short"] for match in ALIAS.finditer(text)}
    bare = Counter({name: times for name, times in bare.items() if name not in aliases})
    if not bare:
        return None
    name, _ = max(bare.items(), key=lambda item: ("（" in item[0] or "(" in item[0], item[1], item[0]))
    plain: str = re.split(r"[（(]", name)[0]
    if sum(n for other, n in bare.items() if plain in other) < 3:
        return None
    if city is None:
        return name
    printed = short(city) + name
    return printed if printed in text else city + name


def article_locality(text: str, page: Locality) -> Locality:
    """Return an article's locality: the page's, with the county that it names itself and its own zone if it prints one bare."""
    alias = ALIAS.search(text)
    zone = own_name(alias["full"]) if alias else None
    plain = re.split(r"[（(]", page.zone)[0] if page.zone else ""
    kind = re.search(ZONE + "$", plain)
    if not zone and kind and (kind[0] in text or BODIES.search(text)):
        zone = page.zone
    county = named_county(text, page.city) or page.county
    return Locality(page.province, page.city, county, zone, page.confidence, page.evidence)


def own_name(full: str) -> str:
    """Cut what stands before a zone's name: ``记者走进国家许昌经济技术开发区`` → 国家许昌经济技术开发区."""
    return re.sub(r"^.*?(?:走进|来到|走访|位于|落户|入驻|获悉|调研|[在到从对于])(?=\w{4})", "", full)


def named_county(text: str, city: str | None) -> str | None:
    """Return the county of the page's city that an article names most, the first named of equals; None if it names none."""
    if city is None:
        return None
    mine: Sequence[str] = counties().get(city, ())
    found = named(text)
    times = {c: found[c] + (found[short(c)] if c.endswith("市") else 0) for c in mine if c in found or short(c) in found}
    return min(times, key=lambda c: (-times[c], text.find(short(c)), c), default=None)
