"""Who supplies what to whom: goods and power, contracts of sale, purchases, suppliers by name (the 由-passives are in passives)."""

from __future__ import annotations

import re

from kg.extract.clauses.folded import Folded
from kg.extract.clauses.modality import negated
from kg.extract.clauses.subjects import is_elided
from kg.extract.relations.base import Extent, RelationArticle
from kg.extract.rules import Rule

WINS_SUPPLY = Rule(
    "supply-won",
    "supplies",
    "〔C甲机械〕日前中标〔J供水改造项目〕，将供应蝶阀780台。 => 甲机械 > 供水改造项目 [what=蝶阀]",
    "〔C甲机械〕日前中标〔J供水改造项目〕二标段。",
    0.85,
    r"<s:com>..中标(?:了)?..<o:pro>[^。；]{0,8}(?:供应|供货|提供)(?P<what>[^0-9，。；]{2,16})",
)
GIVES = "供应|提供|供货|供电|供热|供水|供气|交付|输送|配套|生产|代工|定制|发货|配送"
NO_GOODS = "(?<=配套)的|了强|了有|便利|支持|保障|支撑|强劲|强有力|帮助|方便|贷款|服务|优质|有力|一对一|资金|指导|平台|机会"
"""After 提供: what is given is help, and no supply."""
FOR_SUPPLY = Rule(
    "supply-for",
    "supplies",
    "〔C甲公司〕为〔J水厂工程〕提供成套设备。 => 甲公司 > 水厂工程 [what=成套设备]",
    "〔C甲公司〕为〔J水厂工程〕提供便利。",
    0.85,
    rf"(?:<s:body1>(?!的))?[^ⓅⒸⒶⒾⓏⒿ。；]{{0,16}}?(?:为|向|给)(?:其[^ⓅⒸⒶⒾⓏⒿⒻⓁ，。；]{{0,8}})?<o:site>"
    rf"[^ⓅⒸⒶⒾⓏⒿⒻ。；，]{{0,6}}?(?:{GIVES})(?!{NO_GOODS})(?P<what>[^ⓅⒸⒶⒾⓏⒿⒻⓁ，。；]{{0,20}})",
)
SHIPS = Rule(
    "supply-ships",
    "supplies",
    "〔C甲智电〕举行仪式，首批智能开关柜运往〔J变电站工程〕。 => 甲智电 > 变电站工程 [what=首批智能开关柜]",
    "〔C甲智电〕举行仪式，首批智能开关柜启程，〔J变电站工程〕开工。",
    0.8,
    r"(?P<what>[^0-9，。；]{2,12})(?:装车|启程|下线|发货)*[^。；ⓅⒸⒶⒾⓏⒿⒻ]{0,6}，?(?:运往|发往|运抵|运达|用于)<o:work>",
)
GOODS = Rule(
    "supply-goods",
    "supplies",
    "〔C甲电气〕供货〔J供热工程〕。 => 甲电气 > 供热工程",
    "〔C甲电气〕产品供不应求，〔J供热工程〕开工。",
    0.85,
    r"<s:com1>(?:独家|成功)?(?:供货|供应)<o:site>",
)
DELIVERY = Rule(
    "supply-contract",
    "supplies",
    "〔C甲合作社〕与〔C乙超市〕签订购销协议，每周供应番茄8吨。 => 甲合作社 > 乙超市 [status=signed, what=番茄]",
    "〔C甲合作社〕与〔C乙超市〕签订合作协议，每周见面。",
    0.85,
    r"<s:body1?>[^ⓅⒸⒶⒾⓏⒿⒻ。；]{0,14}?(?:与|同|和|跟)<o:body1>(?:签订|签署|签|签了|达成)(?:了)?[^ⓅⒸⒶⒾⓏⒿⒻ。；，]{0,6}?"
    r"(?P<kind>供货|购销|直供|供应|采购|订单|供销)[^，。；]{0,6}"
    r"(?:，[^。；，]{0,12}(?P<verb>供应|采购|供货|发货)(?P<what>[^0-9，。；]{2,12}))?",
)
BUYS_FROM = Rule(
    "supply-bought",
    "supplies",
    "〔C甲公司〕向〔C乙公司〕采购钢材2000吨。 => 乙公司 > 甲公司 [what=钢材]",
    "〔C甲公司〕向〔C乙公司〕反映钢材质量。",
    0.85,
    r"<o:body1>[^ⓅⒸⒶⒾⓏⒿⒻ，。；]{0,14}?(?:向|从)<s:body1>(?:批量)?(?:采购|购买|购进|订购|购置|引进|采买"
    r"|定制)(?:了)?(?P<what>(?:[0-9][0-9.,]*[万亿]?)?[^ⓅⒸⒶⒾⓏⒿⒻⓁ，。；0-9]{1,16})",
)
SELLS = Rule(
    "supply-sells",
    "supplies",
    "〔C甲公司〕扩产，产品供应给〔C乙汽车〕、〔C丙重工〕等企业。 => 甲公司 > 乙汽车、丙重工 [what=产品]",
    "〔C甲公司〕扩产，产品销往全国，〔C乙汽车〕、〔C丙重工〕跟进。",
    0.82,
    r"(?P<s>[ⒸⒾ])?(?P<what>[^ⓅⒸⒶⒾⓏⒿⒻⓁ，。；0-9]{1,10}?)(?:主要|全部|已|均|批量)?"
    r"(?:供应给?|供货给?|销售给|卖给|配套给?|出口到|交付给?|供给|卖到)<o:body>",
)
SUPPLIER = Rule(
    "supply-supplier",
    "supplies",
    "〔C乙公司〕是〔C甲汽车〕的一级供应商。 => 乙公司 > 甲汽车",
    "〔C乙公司〕走访〔C甲汽车〕的一级供应商。",
    0.85,
    r"(?P<s>[ⒸⒾ])?[^ⓅⒸⒶⒾⓏⒿⒻ，。；]{0,6}(?:是|为|成为|作为)<o:body>[^ⓅⒸⒶⒾⓏⒿⒻⓁ，。；]{0,14}(?:供应商|配套商|供货商|配套企业|供货方)",
)
ORDERED = Rule(
    "supply-ordered",
    "supplies",
    "〔C乙轨交〕获得来自〔C甲机车厂〕的车轮订单。 => 乙轨交 > 甲机车厂 [what=车轮]",
    "〔C乙轨交〕获得来自〔C甲机车厂〕的认可。",
    0.82,
    r"(?P<s>[ⒸⒾ])?[^ⓅⒸⒶⒾⓏⒿⒻ，。；]{0,6}(?:获得|拿到|接到|承接|签下|斩获|赢得)(?:了)?(?:来自)?<o:body>(?:的)?"
    r"(?P<what>[^ⓅⒸⒶⒾⓏⒿⒻⓁ，。；]{0,14}?)(?:订单|采购合同|供货合同)",
)
ORDERED_BY = Rule(
    "supply-ordered-by",
    "supplies",
    "〔C甲环保〕的焚烧炉则由〔C乙公司〕4月订购。 => 甲环保 > 乙公司 [what=焚烧炉]",
    "〔C甲环保〕的焚烧炉则由〔C乙公司〕4月检修。",
    0.85,
    r"<s:body1>的(?P<what>[^ⓅⒸⒶⒾⓏⒿⒻⓁ，。；]{1,12}?)(?:则|均|也|都|全部|已)*由<o:body1>[^ⓅⒸⒶⒾⓏⒿⒻⓁ，。；]{0,8}(?:订购|采购|购买|购进|买下|买走)",
)
SERVES = Rule(
    "supply-service",
    "supplies",
    "〔C甲检测〕受〔A市生态环境局〕委托，承担18个断面的监测任务。 => 甲检测 > 市生态环境局 [what=18个断面的监测任务]",
    "〔C甲检测〕受〔A市生态环境局〕处罚，承担整改任务。",
    0.85,
    r"<s:body1>(?:受|接受)<o:org1>委托[，,]?(?:承担|负责|开展|提供)?(?P<what>[^，。；]{2,20})",
)
ACTIVE = (WINS_SUPPLY, FOR_SUPPLY, GOODS, BUYS_FROM, SUPPLIER, ORDERED, ORDERED_BY, SELLS)
RULES = (*ACTIVE, SHIPS, DELIVERY)

FOR = re.compile("[为向给]")
WEAK = 0.6


def ships(article: RelationArticle) -> None:
    """Write whose goods go where: 首批开关柜启程，运往某工程, sent by the subject in force."""
    for folded, match in article.matches(SHIPS):
        subjects, extra_ranges = article.subject(folded, match.start(), "com")
        article.write(
            SHIPS,
            Extent(folded, *match.span()),
            subjects,
            folded.mentions(*match.span("o")),
            qualifiers={"what": match["what"]},
            extra_ranges=extra_ranges,
        )


def deliveries(article: RelationArticle) -> None:
    """Write contracts of sale: the first party sells, unless it is said to buy (每年采购…)."""
    for folded, match in article.matches(DELIVERY):
        if negated(match.group()):
            continue
        extra_ranges: list[tuple[int, int]] = []
        sellers = folded.mentions(*match.span("s")) if match["s"] else []
        if not sellers and not is_elided(folded, match.start("o") - 1):
            continue
        if not sellers:
            sellers, extra_ranges = article.subject(folded, match.start(), "body")
        buyers = folded.mentions(*match.span("o"))
        if match["verb"] == "采购" or (match["kind"] == "采购" and not match["verb"]):
            sellers, buyers = buyers, sellers
        article.write(
            DELIVERY,
            Extent(folded, *match.span()),
            sellers,
            buyers,
            qualifiers={"what": match["what"]},
            extra_ranges=extra_ranges,
            status="signed",
        )


def find_supplies(article: RelationArticle) -> None:
    """Write the supplies of one article that clauses without 由 tell."""
    for rule in ACTIVE:
        for folded, match in article.matches(rule):
            sells(article, rule, folded, match)
    ships(article)
    deliveries(article)


def sells(article: RelationArticle, rule: Rule, folded: Folded, match: re.Match[str]) -> None:
    """Write one match; a seller left out is the subject in force, with less confidence if other words stand there."""
    extra_ranges: list[tuple[int, int]] = []
    if negated(match.group()):
        return
    subjects = folded.mentions(*match.span("s")) if match["s"] else []
    verb = FOR.search(folded.text, match.start(), match.end()) if rule is FOR_SUPPLY else None
    weak = not subjects and verb is not None and not is_elided(folded, verb.start())
    if not subjects:
        subjects, extra_ranges = article.subject(folded, match.start(), "body")
    what = (match.groupdict().get("what") or "").removeprefix("了") or None
    article.write(
        rule,
        Extent(folded, *match.span()),
        subjects,
        folded.mentions(*match.span("o")),
        qualifiers={"what": what},
        extra_ranges=extra_ranges,
        confidence=WEAK if weak else 0.0,
    )
