"""One name for two bodies: 某市、某县两级人民法院, 市、县供电公司, 某山、某河电厂."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.mentions.tagged import HAN, TaggedArticle
from kg.names.gazetteer import bare_names, divisions

SEVERAL = re.compile(
    r"(?P<first>[\u3400-\u9fff]{2,4}[市县区])(?:（(?P<second>[\u3400-\u9fff]{2,4}[市县区])）|"
    r"\((?P<second2>[\u3400-\u9fff]{2,4}[市县区])\)|、(?P<third>[\u3400-\u9fff]{2,4}[市县区])两级)"
    r"(?P<body>人民政府|人民法院|人民检察院|政府|法院|检察院|党委)"
)


POWER = re.compile(r"(?P<first>[省市县])(?:、|和|与)?(?P<second>[市县区])(?P<body>供电公司|电业局|供电局|电力公司)")


PLANTS = re.compile(r"(?P<body>电厂|发电厂|供电公司|电业局|供电局|水电站)(?![一二三])")


def shared_companies(article: TaggedArticle) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Yield the same of companies: 市、区|供电公司, 某山、某河|电厂 (bare names of counties only)."""
    for match in POWER.finditer(article.text):
        if article.is_edge(match.start()) or not HAN.match(article.text[match.start() - 1]):
            yield match.start(), match.end(), (match["first"] + match["body"], match["second"] + match["body"])
    for match in PLANTS.finditer(article.text):
        for size in (3, 2):
            second = article.text[match.start() - size : match.start()]
            mark = match.start() - size - 1
            first = next((article.text[mark - n : mark] for n in (3, 2) if mark > n and article.text[mark - n : mark] in bare_names()), "")
            if second in bare_names() and first and article.text[mark] in "、和" and article.is_edge(mark - len(first)):
                yield mark - len(first), match.end(), (first + match["body"], second + match["body"])
                break


def shared(article: TaggedArticle) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Yield the names that stand for two bodies at once, and which: 某市、某县两级人民法院."""
    for match in SEVERAL.finditer(article.text):
        second = match["second"] or match["second2"] or match["third"]
        first = next((match["first"][at:] for at in range(len(match["first"]) - 2) if match["first"][at:] in divisions()), match["first"])
        start = match.start() + len(match["first"]) - len(first)
        yield start, match.end(), (first + match["body"], second + match["body"])
